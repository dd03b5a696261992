"""What staff do with the register in the admin: the industries the programme goes after, and the companies."""

import re

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.sites import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from .models import Company, FocusIndustry

SUBMENU = "register_register_menu_item"


class FocusIndustryViewSet(SnippetViewSet):
    """The industries to go after; one given up is retired."""

    model = FocusIndustry
    icon = "crosshairs"
    menu_label = _("Focus industries")
    base_url_path = "satsingsbransjer"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en"]
    search_backend_name = None
    list_display = ["name", "sort_order", "is_retired"]
    list_filter = ["is_retired"]
    panels = [
        FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("summary_nb"), FieldPanel("summary_en")]),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("slug")]),
        FieldPanel("is_retired"),
    ]


class RegisterGroup(SnippetViewSetGroup):
    """Industries and companies under one word in the menu."""

    items = (FocusIndustryViewSet,)
    menu_label = _("Register")
    menu_name = "register"
    menu_icon = "table"
    menu_order = 80
    submenu_hook = SUBMENU


register_snippet(RegisterGroup)


class CompanyIndexView(IndexView):
    """A list of which the address can only ask what its filters ask; ModelAdmin would look up anything."""

    def get_filters_params(self, params=None):
        """Only the lookups of the declared filters."""
        names = "|".join(re.escape(name) for name in self.list_filter)
        known = re.compile(rf"({names})(__id)?(__(exact|isnull))?")
        return {key: value for key, value in super().get_filters_params(params).items() if known.fullmatch(key)}

    def dispatch(self, request, *args, **kwargs):
        """A filter or a page that makes no sense shows the whole list, not an error."""
        page = request.GET.get(self.PAGE_VAR, "1")
        if not page.isdecimal() or len(page) > 9 or int(page) < 1 or "\x00" in "".join(request.GET.values()):
            return redirect(request.path)
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)


def _by_number(name: str):
    """A view of ModelAdmin that finds nothing, instead of breaking, where the address has no number."""

    def view(self, request, instance_pk):
        if not instance_pk.isdecimal() or len(instance_pk) > 18:
            raise Http404
        return getattr(ModelAdmin, name)(self, request, instance_pk)

    return view


class NeverDeleted(PermissionHelper):
    """A company stays in the register, as cases refer to it."""

    def user_can_delete_obj(self, user, obj):
        return False


class CompanyAdmin(ModelAdmin):
    """Companies, as the register knows them."""

    model = Company
    menu_label = _("Companies")
    menu_icon = "table"
    menu_order = 10
    add_to_admin_menu = False
    base_url_path = "selskaper"
    list_display = ("name", "organisation_number", "industry_code", "municipality", "employees")
    list_filter = ("municipality",)
    list_select_related = ("industry_code", "municipality")
    list_per_page = 50
    search_fields = ("name", "organisation_number")
    inspect_view_enabled = True
    inspect_view_fields = ("name", "organisation_number", "industry_code", "municipality", "employees")
    history_view_enabled = False  # ModelAdmin's own asks for no right at all
    permission_helper_class = NeverDeleted
    index_view_class = CompanyIndexView
    inspect_view = _by_number("inspect_view")
    edit_view = _by_number("edit_view")
    delete_view = _by_number("delete_view")
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("organisation_number"), FieldPanel("employees")]),
        FieldRowPanel([FieldPanel("industry_code"), FieldPanel("municipality")]),
    ]

    def __init__(self, parent=None):
        super().__init__(parent)
        # Filters by a relation ask Django's admin, which is not installed, how to sort; an empty one has no opinion.
        self.admin_site = AdminSite(name="registers")


companies = CompanyAdmin()
companies.register_with_wagtail()


@hooks.register(SUBMENU)
def companies_menu_item():
    """Companies, in the register."""
    return companies.get_menu_item()
