"""The pages about events: the list, and one page for each event and language, where one registers."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Case, Count, DateTimeField, F, IntegerField, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page, PageManager

from common.languages import in_language
from common.spamguard import is_within_limits
from home.machines.calendars import calendar_response, event_calendar, feed

from ..public_forms import RegistrationForm
from ..services.events import register_for
from ..shelves import Listed, chrome, published, url_of
from .base import IMAGE_PANEL, SEARCH_WRITTEN, Illustrated, Introduced, SitePage, Written, iso
from .events import Event, EventRegistration
from .interest import masked

A_PAGE = 12
PAGE_PARAM = "side"
PROVEN_A_DAY = 60
UNPROVEN_A_DAY = 8
SESSION_KEY = "registration_receipt"


def _taken() -> Coalesce:
    """How many chairs of the row's event are taken."""
    rows = EventRegistration.objects.filter(event=OuterRef("event"), status="registered").order_by().values("event")
    return Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), 0)


class EventPageManager(PageManager):
    """Event pages come with `taken`, so that a page needs no query of its own to say how many chairs are left."""

    def get_queryset(self):
        return super().get_queryset().annotate(taken=_taken())


@dataclass(frozen=True)
class EventRow:
    """An event in the list."""

    title: str
    intro: str
    url: str
    event: Event
    standing: str
    room_left: int | None


class EventIndexPage(RoutablePageMixin, SitePage, Introduced):
    """What is coming, and what was."""

    kind = _("Events")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/event_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("event list")

    def get_context(self, request, *args, **kwargs):
        """One page of the list: `coming` and `past` of what is on it."""
        total = (chrome(self.language).counts or {}).get("eventpage", 0)
        listed: Any = Listed(total, self._between)
        items = Paginator(listed, A_PAGE).get_page(request.GET.get(PAGE_PARAM))
        rows = list(items.object_list)
        return {
            **super().get_context(request, *args, **kwargs),
            "items": items,
            "coming": [row for row in rows if not row.event.is_over],
            "past": [row for row in rows if row.event.is_over],
            "calendar_url": f"{self.get_url(request) or ''}kalender.ics",
        }

    def _between(self, start: int, stop: int) -> list[EventRow]:
        """What is coming, the next one first, and then what was, the last one first."""
        now = timezone.now()
        is_past = Case(When(event__ends_at__lt=now, then=Value(1)), default=Value(0), output_field=IntegerField())
        next_one = Case(When(event__ends_at__gte=now, then=F("event__starts_at")), output_field=DateTimeField())
        pages = (
            published(EventPage, self.language)
            .select_related("event")
            .order_by(is_past, next_one.asc(nulls_last=True), "-event__starts_at", "pk")[start:stop]
        )
        return [
            EventRow(page.title, page.intro, url_of(page), page.event, page.standing, page.room_left) for page in pages
        ]

    @path("kalender/")
    def calendar_view(self, request: HttpRequest) -> HttpResponse:
        """Everything that is coming, for a calendar that asks again by itself."""
        return calendar_response(feed(self.language), "arrangementer" if self.language == "nb" else "events")


class EventPage(RoutablePageMixin, SitePage, Illustrated, Written):
    """One event, in one language. Time, place and chairs stand in the event itself."""

    kind = _("Event")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="pages", verbose_name=_("event"))

    objects = EventPageManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("event"),
        FieldPanel("intro"),
        IMAGE_PANEL,
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/event.html"
    parent_page_types = ["home.EventIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("event page")

    @property
    def room_left(self) -> int | None:
        """How many more there is room for; None when there is room for everybody."""
        taken = self.__dict__.get("taken")
        if taken is None or self.event.capacity is None:
            return self.event.room_left
        return max(0, self.event.capacity - taken)

    @property
    def standing(self) -> str:
        """How it stands: cancelled, over, unlisted (no registration), closed, full or open."""
        event = self.event
        if event.is_cancelled:
            return "cancelled"
        if event.is_over:
            return "over"
        if not event.takes_registrations:
            return "unlisted"
        if not event.is_open:
            return "closed"
        return "full" if self.room_left == 0 else "open"

    def get_context(self, request, *args, **kwargs):
        """With the form while one may register."""
        url = self.get_url(request) or ""
        return {
            **super().get_context(request, *args, **kwargs),
            "event": self.event,
            "standing": self.standing,
            "room_left": self.room_left,
            "calendar_url": f"{url}kalender.ics",
            "registration_url": f"{url}pamelding/",
            "form": RegistrationForm.opened() if self.event.is_open else None,
        }

    @path("kalender/")
    def calendar_view(self, request: HttpRequest) -> HttpResponse:
        """The event for a calendar."""
        return calendar_response(event_calendar(self.event, self.full_url or ""), self.slug)

    @path("pamelding/")
    def registration_view(self, request: HttpRequest) -> HttpResponse:
        """Take a registration, and then lead to the receipt; without one, back to the event."""
        return never_cache(self._registration_view)(request)

    def _registration_view(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect(self.get_url(request))
        form = RegistrationForm(request.POST)
        if not self.event.is_open:
            return self._page(request, None, 409)
        if not form.is_valid():
            return self._page(request, form, 422)
        if not is_within_limits(request, form, "registration", proven=PROVEN_A_DAY, unproven=UNPROVEN_A_DAY):
            return self._page(request, form, 429)
        try:
            had_room = register_for(self.event, form.cleaned_data, language=self.language)
        except ValidationError:  # it closed, or was cancelled, in this moment
            self.event.refresh_from_db()
            return self._page(request, None, 409)
        request.session[SESSION_KEY] = {
            "event": self.event_id,
            "had_room": had_room,
            "email": masked(form.cleaned_data["email"]),
        }
        return redirect(f"{self.get_url(request)}pamelding/takk/")

    def _page(self, request: HttpRequest, form: RegistrationForm | None, status: int) -> HttpResponse:
        context = {**self.get_context(request), "form": form, "refused": form is None}
        return TemplateResponse(request, self.template, context, status=status)

    @path("pamelding/takk/")
    def receipt_view(self, request: HttpRequest) -> HttpResponse:
        """What happens now; without a registration just sent, back to the event."""
        return never_cache(self._receipt_view)(request)

    def _receipt_view(self, request: HttpRequest) -> HttpResponse:
        sent = request.session.get(SESSION_KEY)
        if not sent or sent["event"] != self.event_id:
            return redirect(self.get_url(request))
        # Built from what the person typed and how full it was, never from what was stored before.
        context = {**self.get_context(request), "had_room": sent["had_room"], "email_masked": sent["email"]}
        return TemplateResponse(request, "pages/event_registered.html", context)

    def schema(self, request):
        """An Event."""
        event = self.event
        status = "EventCancelled" if event.is_cancelled else "EventScheduled"
        return {
            "@type": "Event",
            "name": self.title,
            "description": self.summary,
            "startDate": iso(timezone.localtime(event.starts_at)),
            "endDate": iso(timezone.localtime(event.ends_at)),
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {
                "@type": "Place",
                "name": in_language(event, "place"),
                "address": event.address or in_language(event, "place"),
            },
            "inLanguage": self.language,
        }
