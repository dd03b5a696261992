"""What staff do with the register in the admin: the industries the programme goes after, and the companies."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common.admin import NeverDeleted, Register

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


class CompanyAdmin(Register):
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
    search_fields = ("name", "organisation_number")
    inspect_view_fields = ("name", "organisation_number", "industry_code", "municipality", "employees")
    permission_helper_class = NeverDeleted
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("organisation_number"), FieldPanel("employees")]),
        FieldRowPanel([FieldPanel("industry_code"), FieldPanel("municipality")]),
    ]


companies = CompanyAdmin()
companies.register_with_wagtail()


@hooks.register(SUBMENU)
def companies_menu_item():
    """Companies, in the register."""
    return companies.get_menu_item()
