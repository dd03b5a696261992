"""Events in calendars (RFC 5545), read back as a calendar would."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from home.machines.calendars import event_calendar
from home.models import EventIndexPage
from home.services import cancel_event, save_event
from tests.home.settling import settle
from tests.home.visiting import index_of, make_event, page_of

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")


def read(body: bytes):
    """The events of a calendar that must be whole."""
    calendar = Calendar.from_ical(body)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert all(not event.errors for event in calendar.events)
    return calendar


def test_an_event_has_all_that_a_calendar_asks_for():
    start = datetime(2027, 6, 1, 8, 0, tzinfo=OSLO)
    event = make_event(
        starts_at=start, ends_at=start + timedelta(hours=2), address="Kvernveien 0; 2. etasje, til høyre"
    )
    page = page_of(event)
    response = Client().get(f"{page.url}kalender.ics")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{page.slug}.ics"'
    assert response.content.count(b"\r\n") == response.content.count(b"\n")
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    calendar = read(response.content)
    [entry] = calendar.events
    assert entry["summary"] == "Frokost"
    assert entry["location"] == "Brenneriet, Kvernveien 0; 2. etasje, til høyre"
    assert entry["url"].endswith(page.url)
    assert entry["dtstart"].dt == start
    assert entry["dtstart"].params["TZID"] == "Europe/Oslo"
    assert entry["dtend"].dt == start + timedelta(hours=2)
    assert entry["dtstamp"].dt.utcoffset() == timedelta(0)
    assert (entry["status"], entry["sequence"]) == ("CONFIRMED", 0)
    assert [zone["tzid"] for zone in calendar.timezones] == ["Europe/Oslo"]


def test_the_same_event_is_the_same_entry_and_a_change_is_a_later_one():
    event = make_event()
    first = event_calendar(event)
    assert event_calendar(event) == first
    uid = read(first).events[0]["uid"]
    event.place_nb = "Et annet sted"
    save_event(event)
    [moved] = read(event_calendar(event)).events
    assert (moved["uid"], moved["sequence"], moved["status"]) == (uid, 1, "CONFIRMED")
    cancel_event(event, by=None)
    [gone] = read(event_calendar(event)).events
    assert (gone["uid"], gone["sequence"], gone["status"]) == (uid, 2, "CANCELLED")
    assert gone["dtstamp"].dt >= moved["dtstamp"].dt


def test_the_feed_has_all_that_is_coming_in_its_language_and_nothing_else():
    coming, off, past = make_event(), make_event(is_cancelled=True), make_event(days=-3)
    for event in (coming, off, past):
        page_of(event, "nb")
    page_of(coming, "en")
    draft = page_of(make_event(), "nb", title="Kladd")
    type(draft).objects.filter(pk=draft.pk).update(live=False)
    settle()
    response = Client().get(f"{index_of(EventIndexPage, 'nb').url}kalender.ics")
    assert response["Content-Type"].startswith("text/calendar")
    entries = read(response.content).events
    assert [(entry["summary"], entry["status"]) for entry in entries] == [
        ("Frokost", "CONFIRMED"),
        ("Frokost", "CANCELLED"),
    ]
    [english] = read(Client().get(f"{index_of(EventIndexPage, 'en').url}kalender.ics").content).events
    assert english["summary"] == "Breakfast"
    assert english["uid"] == entries[0]["uid"]
    assert english["location"] == "The roastery"


def test_an_empty_feed_is_a_calendar_too():
    index = index_of(EventIndexPage)
    settle()
    assert read(Client().get(f"{index.url}kalender.ics").content).events == []


def test_a_name_with_everything_in_it_comes_through():
    name = 'Frokost; "kaffe", brød\\smør & <b>æøå</b> – ' + "x" * 60
    [entry] = read(event_calendar(make_event(name_nb=name))).events
    assert entry["summary"] == name


def test_summer_and_winter_time_are_told_apart():
    for month, offset in ((1, 1), (7, 2)):
        start = datetime(2027, month, 5, 8, 0, tzinfo=OSLO)
        [entry] = read(event_calendar(make_event(starts_at=start, ends_at=start + timedelta(hours=1)))).events
        assert entry["dtstart"].dt.utcoffset() == timedelta(hours=offset)
        assert entry["dtstart"].dt == start.astimezone(timezone.get_current_timezone())


@pytest.mark.parametrize(
    "path", ["/kalender.ics", "/finnes-ikke/kalender.ics", "/arrangementer/finnes-ikke/kalender.ics"]
)
def test_a_calendar_of_no_page_is_not_there(path):
    index_of(EventIndexPage)
    settle()
    assert Client().get(path).status_code == 404
