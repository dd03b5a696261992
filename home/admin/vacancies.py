"""Vacancies in the admin: the positions, and the applications, which only those who hire read."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.log_actions import log
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.helpers import ButtonHelper

from common.admin import Register, RegisterIndexView
from home.admin.reading import ReadOnly
from home.models import JobApplication, Vacancy

VIEW = "home.view_jobapplication"
ACTIONS = {
    "home.application_opened": (
        gettext_lazy("Fetch the attachment"),
        gettext_lazy("Attachment of an application fetched"),
    )
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)


class VacancyViewSet(SnippetViewSet):
    """Positions, kept once for both languages; the pages choose from here."""

    model = Vacancy
    icon = "user"
    menu_label = gettext_lazy("Vacancies")
    menu_name = "vacancies"
    menu_order = 243
    add_to_admin_menu = True
    base_url_path = "stillinger"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en", "employer"]
    search_backend_name = None
    list_display = ["name", "employer", "published_on", "deadline_at"]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")])], heading=gettext_lazy("What it is called")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("employer"), FieldPanel("place")]),
                FieldRowPanel([FieldPanel("extent"), FieldPanel("term")]),
                FieldPanel("contact"),
            ],
            heading=gettext_lazy("The position"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("published_on"), FieldPanel("deadline_at")])], heading=gettext_lazy("Dates")
        ),
    ]


register_snippet(VacancyViewSet)


class ApplicationButtons(ButtonHelper):
    """Beside each application its file."""

    def get_buttons_for_obj(self, obj, *args, **kwargs):
        """Inspect, and fetch the attachment where there is one."""
        buttons = super().get_buttons_for_obj(obj, *args, **kwargs)
        if obj.attachment:
            buttons.append(
                {
                    "url": reverse("applications:attachment", args=[obj.pk]),
                    "label": _("Attachment"),
                    "classname": self.finalise_classname(["button-small", "button-secondary"]),
                    "title": _("Fetch the attachment"),
                }
            )
        return buttons


class ApplicationIndexView(RegisterIndexView):
    """The applications, to be read here and nowhere else."""

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """Nobody takes them out, whatever the address asks for."""
        raise PermissionDenied


class ApplicationAdmin(Register):
    """Who applied, by position. There is no way to take the list out."""

    model = JobApplication
    menu_label = gettext_lazy("Job applications")
    menu_icon = "doc-full"
    menu_order = 244
    base_url_path = "jobbsoknader"
    permission_helper_class = ReadOnly
    button_helper_class = ApplicationButtons
    index_view_class = ApplicationIndexView
    list_display = ("name", "vacancy", "created_at", "has_attachment")
    list_filter = ("vacancy",)
    list_select_related = ("vacancy",)
    search_fields = ("name", "email")
    inspect_view_fields = ("vacancy", "name", "email", "phone", "letter", "attachment", "language", "created_at")

    @staticmethod
    def has_attachment(obj: JobApplication) -> str:
        """Whether a file came with it, in a word."""
        return obj.get_attachment_display()


ApplicationAdmin.has_attachment.short_description = gettext_lazy("With an attachment")  # type: ignore[attr-defined]
ApplicationAdmin().register_with_wagtail()


@never_cache
@require_safe
def attachment(request: HttpRequest, pk: int) -> FileResponse:
    """The file of an application, for those who hire. The browser saves it and opens nothing."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    application = get_object_or_404(JobApplication, pk=pk)
    if not application.attachment:
        raise Http404
    try:
        file = application.attachment.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    log(application, "home.application_opened", user=request.user)
    response = FileResponse(file, as_attachment=True, filename=f"soknad-{application.pk}.pdf")
    response["Content-Type"] = "application/pdf"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@hooks.register("register_admin_urls")
def register_admin_urls():
    """The files of applications."""
    return [path("jobbvedlegg/", include(([path("<int:pk>/", attachment, name="attachment")], "applications")))]
