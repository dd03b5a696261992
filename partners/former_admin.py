"""Partners of earlier programmes in the admin: two registers, and a list that is read from a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import PermissionHelper

from common.admin import Register, RegisterIndexView

from .models import FormerPartner, PredecessorProgramme
from .services import FormerReading, read_former_partners

ADD_FORMER = "partners.add_formerpartner"
LARGEST = 1_000_000


class KeptByManagers(PermissionHelper):
    """Whoever may view, lists; ModelAdmin would let nobody list who may not change as well."""

    def user_can_list(self, user: Any) -> bool:
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))


class LoggedIndexView(RegisterIndexView):
    """A list that can be taken out; who did so, and how much, is in the log."""

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        """The file, and a line in the log."""
        user = self.request.user
        data = {"what": self.model._meta.label_lower, "format": spreadsheet_format, "rows": queryset.count()}
        log(user, "partners.exported", user=user, data=data)
        return super().as_spreadsheet(queryset, spreadsheet_format)


class FormerPartnerAdmin(Register):
    """Firms that took part before. By their organisation numbers they come first in a round."""

    model = FormerPartner
    menu_label = gettext_lazy("Former partners")
    menu_icon = "history"
    menu_order = 17
    add_to_admin_menu = False
    base_url_path = "tidligere-partnere"
    list_display = ("name", "organisation_number", "programme")
    list_filter = ("programme",)
    list_select_related = ("programme",)
    search_fields = ("name", "organisation_number")
    list_export = ("organisation_number", "name", "programme")
    export_filename = "tidligere-partnere"
    inspect_view_enabled = False
    index_view_class = LoggedIndexView
    index_template_name = "partners/admin/former_partners.html"
    permission_helper_class = KeptByManagers
    panels = [FieldPanel("programme"), FieldRowPanel([FieldPanel("organisation_number"), FieldPanel("name")])]


class PredecessorProgrammeAdmin(Register):
    """The programmes before this one."""

    model = PredecessorProgramme
    menu_label = gettext_lazy("Earlier programmes")
    menu_icon = "date"
    menu_order = 18
    add_to_admin_menu = False
    base_url_path = "tidligere-programmer"
    list_display = ("name", "first_year", "last_year")
    search_fields = ("name", "slug")
    list_export = ("name", "slug", "first_year", "last_year")
    export_filename = "tidligere-programmer"
    inspect_view_enabled = False
    index_view_class = LoggedIndexView
    permission_helper_class = KeptByManagers
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")]),
    ]


class ListForm(forms.Form):
    """Of which programme, and the file."""

    programme = forms.ModelChoiceField(
        label=gettext_lazy("Earlier programme"), queryset=PredecessorProgramme.objects.all()
    )
    file = forms.FileField(
        label=gettext_lazy("List of firms"),
        help_text=gettext_lazy("CSV with organisation number and name, one firm a row; at most 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt"}),
    )

    def clean_file(self) -> Any:
        """Not larger than what is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is too large: at most 1 MB."), code="large")
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def read_list(request: HttpRequest) -> HttpResponse:
    """Read a list of former partners; what is refused is named with its reason, and the rest is kept."""
    if not request.user.has_perm(ADD_FORMER):
        return permission_denied(request, PermissionDenied())
    back = reverse(FormerPartnerAdmin().url_helper.get_action_url_name("index"))
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    reading: FormerReading | None = None
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            reading = read_former_partners(form.cleaned_data["programme"], content, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            form.add_error(None, error)
        else:
            added = ngettext("One former partner added.", "%(count)s former partners added.", reading.added)
            messages.success(request, added % {"count": reading.added})
            if not reading.refused:
                return redirect(back)
            form = ListForm(initial={"programme": form.cleaned_data["programme"]})
    title = _("Read a list of former partners")
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, {"url": back, "label": _("Former partners")}]
    context = {
        "header_title": title,
        "header_icon": "history",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
        "form": form,
        "reading": reading,
        "back": back,
    }
    template = "partners/admin/former_partners_read.html"
    return render(request, template, context, status=422 if form.errors else 200)
