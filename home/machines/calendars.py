"""Events for calendars (RFC 5545): one by itself, in a mail or from its page, and everything that is coming."""

from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
from django.apps import apps
from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone, translation

from common.mail import absolute, sender_name
from home.models.events import Event
from home.shelves import published, shelf, url_of

MOST = 300
CONTENT_TYPE = "text/calendar"


def event_calendar(event: Event, url: str = "") -> bytes:
    """A calendar with one event, in the language of the reader; `url` is the full address of its page."""
    return _calendar([_entry(event, event.name, url)])


@shelf(seconds=900)
def feed(language: str) -> bytes:
    """A calendar with everything that is coming, cancelled events among it, in one language."""
    pages = (
        published(apps.get_model("home", "EventPage"), language)
        .select_related("event")
        .filter(event__ends_at__gte=timezone.now())
        .order_by("event__starts_at", "pk")[:MOST]
    )
    with translation.override(language):
        return _calendar([_entry(page.event, page.title, absolute(url_of(page))) for page in pages], is_feed=True)


def calendar_response(body: bytes, name: str) -> HttpResponse:
    """`body` as a file that calendars open."""
    response = HttpResponse(body, content_type=f"{CONTENT_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _calendar(entries: list[icalendar.Event], *, is_feed: bool = False) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Doropner//NONSGML 1.0//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if is_feed:
        calendar.add("name", sender_name())
        calendar.add("x-wr-calname", sender_name())
        calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(entry)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _entry(event: Event, name: str, url: str) -> icalendar.Event:
    """One event. Its name in calendars (UID) is the same in every language, file and year."""
    entry = icalendar.Event()
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "doropner.invalid"
    entry.add("uid", f"event-{event.pk}@{host}")
    # When it was last changed, so that the same event is the same file.
    entry.add("dtstamp", event.changed_at.replace(microsecond=0))
    entry.add("last-modified", event.changed_at.replace(microsecond=0))
    entry.add("sequence", event.sequence)
    entry.add("dtstart", timezone.localtime(event.starts_at))
    entry.add("dtend", timezone.localtime(event.ends_at))
    entry.add("summary", name)
    entry.add("location", ", ".join(part for part in (event.place, event.address) if part))
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    if url:
        entry.add("url", url)
    return entry
