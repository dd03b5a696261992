"""Events in the admin: when and where, who comes, and how everybody is told that it is moved or cancelled."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from common.admin import Register
from home.admin.reading import LoggedExportIndexView, ReadOnly
from home.models import Event, EventRegistration
from home.services import cancel_event, concerned, save_event, tell_of_changes

CHANGE = "home.change_event"
VIEW_GUESTS = "home.view_eventregistration"
ACTIONS = {
    "home.registration_promoted": (gettext_lazy("Move up"), gettext_lazy("Moved up from the waiting list")),
    "home.registration_cancelled": (gettext_lazy("Give up the place"), gettext_lazy("Place given up")),
    "home.event_cancelled": (gettext_lazy("Cancel the event"), gettext_lazy("Event cancelled")),
    "home.event_told": (gettext_lazy("Tell the registered"), gettext_lazy("Told the registered of a change")),
    "home.exported": (gettext_lazy("Export"), gettext_lazy("List taken out")),
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)


# --- Events ---------------------------------------------------------------------------------------------------------
class EventCreateView(CreateView):
    """A new event."""

    def save_instance(self):
        """By the service, which knows what else must happen."""
        save_event(self.form.instance)
        return self.form.instance


class EventEditView(EditView):
    """An event that exists: people may have it in their calendars."""

    def save_instance(self):
        """By the service; says who moved up, and whether somebody must be told."""
        event = self.form.instance
        promoted = save_event(event)
        if promoted:
            text = ngettext(
                "%(count)s person has moved up from the waiting list and gets a mail.",
                "%(count)s people have moved up from the waiting list and get a mail.",
                promoted,
            )
            messages.info(self.request, text % {"count": promoted})
        if event.has_news_to_tell and not event.is_cancelled:
            messages.warning(
                self.request, _("Time or place has changed. Nobody has been told yet: choose “Tell the registered”.")
            )
        return event


class EventViewSet(SnippetViewSet):
    """What happens, kept once for both languages; the pages choose from here."""

    model = Event
    icon = "date"
    menu_label = gettext_lazy("Events")
    menu_name = "events"
    menu_order = 240
    add_to_admin_menu = True
    base_url_path = "arrangementer"
    add_view_class = EventCreateView
    edit_view_class = EventEditView
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en", "place_nb"]
    search_backend_name = None
    list_filter = ["is_cancelled", "starts_at"]
    list_per_page = 50
    list_display = [
        "name",
        "starts_at",
        "place",
        Column("chairs", label=gettext_lazy("Places taken"), accessor=lambda event: _chairs(event)),
        Column("waiting", label=gettext_lazy("Waiting")),
        "is_cancelled",
    ]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")])], heading=gettext_lazy("What it is called")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldRowPanel([FieldPanel("place_nb"), FieldPanel("place_en")]),
                FieldPanel("address"),
            ],
            heading=gettext_lazy("When and where"),
        ),
        MultiFieldPanel(
            [FieldPanel("takes_registrations"), FieldRowPanel([FieldPanel("capacity"), FieldPanel("closes_at")])],
            heading=gettext_lazy("Registration"),
        ),
    ]

    def get_queryset(self, request):
        """With how many come and how many wait."""
        return Event.objects.annotate(
            coming=Count("registrations", filter=Q(registrations__status="registered")),
            waiting=Count("registrations", filter=Q(registrations__status="waiting")),
        )


def _chairs(event: Any) -> str:
    return f"{event.coming} / {event.capacity}" if event.capacity else str(event.coming)


register_snippet(EventViewSet)


@hooks.register("register_snippet_listing_buttons")
def event_buttons(snippet, user, next_url=None):
    """From an event to its guests, and to what everybody is told."""
    if not isinstance(snippet, Event):
        return
    if user.has_perm(VIEW_GUESTS):
        url = f"{guests.url_helper.index_url}?event__id__exact={snippet.pk}"
        yield Button(_("Registrations"), url=url, icon_name="group", priority=15)
    if user.has_perm(CHANGE) and not snippet.is_cancelled and not snippet.is_over:
        if snippet.has_news_to_tell:
            tell = reverse("happenings:tell", args=[snippet.pk])
            yield Button(_("Tell the registered"), url=tell, icon_name="mail", priority=16)
        cancel = reverse("happenings:cancel", args=[snippet.pk])
        yield Button(_("Cancel the event"), url=cancel, icon_name="cross", priority=17)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, with how many get a mail; then cancel and tell them."""
    return _ask(
        request,
        pk,
        act=cancel_event,
        title=_("Cancel the event"),
        text=_("The page goes on saying that it is cancelled, and takes no registrations. This cannot be undone."),
        button=_("Cancel it and send the mails"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, with how many get a mail; then tell them of the new time or place."""
    return _ask(
        request,
        pk,
        act=tell_of_changes,
        title=_("Tell the registered"),
        text=_("They get the time and place as they stand now, with a new calendar file."),
        button=_("Send the mails"),
    )


def _ask(request: HttpRequest, pk: int, *, act: Any, title: str, text: str, button: str) -> HttpResponse:
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    event = get_object_or_404(Event, pk=pk)
    back = reverse(EventViewSet().get_url_name("list"))
    if request.method == "POST":
        try:
            told = act(event, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            done = ngettext("%(count)s person gets a mail.", "%(count)s people get a mail.", told) % {"count": told}
            messages.success(request, done)
        return redirect(back)
    count = concerned(event).count()
    context = {"event": event, "count": count, "title": title, "text": text, "button": button, "back": back}
    return render(request, "home/admin_event_ask.html", context)


urlpatterns = [
    path("<int:pk>/avlys/", cancel, name="cancel"),
    path("<int:pk>/fortell/", tell, name="tell"),
]


@hooks.register("register_admin_urls")
def register_admin_urls():
    """What is told to everybody at once."""
    return [path("beskjeder/", include((urlpatterns, "happenings")))]


# --- Who comes ------------------------------------------------------------------------------------------------------
class RegistrationAdmin(Register):
    """Who registered, by event."""

    model = EventRegistration
    menu_label = gettext_lazy("Registrations")
    menu_icon = "group"
    menu_order = 241
    base_url_path = "pameldinger"
    permission_helper_class = ReadOnly
    index_view_class = LoggedExportIndexView
    list_display = ("name", "company", "event", "status", "created_at")
    list_filter = ("event", "status")
    list_select_related = ("event",)
    search_fields = ("name", "company", "email")
    inspect_view_fields = ("event", "status", "name", "email", "company", "note", "language", "created_at")
    list_export = ("event", "status", "name", "email", "company", "note", "language", "created_at")
    export_filename = "pameldinger"


guests = RegistrationAdmin()
guests.register_with_wagtail()
