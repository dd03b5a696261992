"""Events: the list, the page of one, and what staff change about it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import Event, EventIndexPage, EventPage, EventRegistration
from home.services import cancel_event, save_event, tell_of_changes
from tests.factories import UserFactory
from tests.home.settling import settle
from tests.home.visiting import guest, index_of, make_event, page_of, plant_site, posted

pytestmark = pytest.mark.django_db


def text(response) -> str:
    """The page as one line of text."""
    return " ".join(response.content.decode().split())


# --- the page -------------------------------------------------------------------------------------------------------
STANDINGS = {
    "open": ({"capacity": 5}, "5 "),
    "roomy": ({"capacity": None}, 'action="/en/events'),
    "cancelled": ({"is_cancelled": True}, "Cancelled"),
    "over": ({"days": -3}, "This event has been"),
    "closed": ({"closes_at": timezone.now() - timedelta(hours=1)}, "Registration has closed"),
    "unlisted": ({"takes_registrations": False}, "Breakfast"),
}


@pytest.mark.parametrize("state", STANDINGS)
def test_a_page_says_how_it_stands_and_has_a_form_only_while_one_may_register(state):
    values, said = STANDINGS[state]
    page = page_of(make_event(**values), "en")
    html = text(Client().get(page.url))
    assert said in html
    assert ('name="email"' in html) is (state in ("open", "roomy"))
    assert 'datetime="' in html


def test_a_full_event_says_so_and_offers_the_waiting_list():
    event = make_event(capacity=1)
    page = page_of(event, "en")
    guest(event, "a@example.org")
    html = text(Client().get(page.url))
    assert "Full. There is a waiting list." in html
    assert "Get on the waiting list" in html
    assert EventPage.objects.get(pk=page.pk).standing == "full"


def test_a_cancelled_event_says_so_in_a_heading_for_machines_too():
    page = page_of(make_event(is_cancelled=True), "en")
    html = text(Client().get(page.url))
    assert "EventCancelled" in html
    assert html.count("Cancelled") >= 2


# --- the list -------------------------------------------------------------------------------------------------------
def test_what_is_coming_stands_first_and_what_was_stands_last():
    plant_site()
    for days in (-30, 5, -2, 1):
        page_of(make_event(days=days), "en", slug=f"in-{days + 100}", title=f"Day{days + 100}")
    settle()
    html = text(Client().get(index_of(EventIndexPage, "en").url))
    order = sorted(range(4), key=lambda one: html.index(f"Day{(101, 105, 98, 70)[one]}"))
    assert order == [0, 1, 2, 3]
    assert html.index("What is coming") < html.index("Day101") < html.index("What has been") < html.index("Day98")


def test_a_draft_is_in_no_list():
    page = page_of(make_event(), "en", title="Secret")
    EventPage.objects.filter(pk=page.pk).update(live=False)
    settle()
    assert "Secret" not in text(Client().get(index_of(EventIndexPage, "en").url))


@pytest.mark.parametrize("number", ["0", "-1", "999", "x", "%00", ""])
def test_a_page_of_the_list_that_is_not_there_shows_the_nearest(number):
    page_of(make_event(), "en")
    settle()
    assert Client().get(f"{index_of(EventIndexPage, 'en').url}?side={number}").status_code == 200


def _many(count: int) -> None:
    index = index_of(EventIndexPage, "en")
    events = Event.objects.bulk_create(
        Event(
            name_nb=f"Nr {number}",
            place_nb="Her",
            capacity=50,
            starts_at=timezone.now() + timedelta(days=number - count // 2),
            ends_at=timezone.now() + timedelta(days=number - count // 2, hours=1),
        )
        for number in range(count)
    )
    for event in events:
        index.add_child(
            instance=EventPage(title=event.name_nb, slug=f"nr-{event.pk}", event=event, locale=index.locale)
        )
        index.refresh_from_db()


def _queries(url: str) -> int:
    client = Client()
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_page_and_the_list_cost_four_queries_with_a_few_events_and_with_many():
    plant_site()
    counts = []
    for more in (20, 180):
        _many(more)
        page = EventPage.objects.select_related("event").filter(event__starts_at__gt=timezone.now()).first()
        for number in range(5):
            guest(page.event, f"{more}-{number}@example.org")
        settle()
        list_url = index_of(EventIndexPage, "en").url
        counts.append(
            [_queries(list_url), _queries(f"{list_url}?side=3" if more > 20 else list_url), _queries(page.url)]
        )
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 4, counts


# --- what staff change ----------------------------------------------------------------------------------------------
WRONG = {
    "ends before it starts": {"ends_at": timezone.now()},
    "ends when it starts": "same",
    "closes after the end": {"closes_at": timezone.now() + timedelta(days=99)},
    "no chairs": {"capacity": 0},
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_in_words(case):
    event = make_event()
    changes = {"ends_at": event.starts_at} if WRONG[case] == "same" else WRONG[case]
    for name, value in changes.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError):
        event.full_clean()
    if "closes_at" not in changes:
        with pytest.raises(IntegrityError), transaction.atomic():
            event.save()


def test_raising_the_capacity_moves_the_first_who_wait_up():
    event = make_event(capacity=1)
    people = [guest(event, f"{letter}@example.org") for letter in "abcd"]
    event.capacity = 3
    assert save_event(event) == 2
    statuses = [EventRegistration.objects.get(pk=one.pk).status for one in people]
    assert statuses == ["registered", "registered", "registered", "waiting"]
    assert posted("registration_promoted") == [{"registration": one.pk} for one in people[1:3]]
    event.capacity = None
    assert save_event(event) == 1


def test_lowering_the_capacity_takes_no_chair_from_anybody():
    event = make_event(capacity=3)
    people = [guest(event, f"{letter}@example.org") for letter in "abc"]
    event.capacity = 1
    assert save_event(event) == 0
    assert {EventRegistration.objects.get(pk=one.pk).status for one in people} == {"registered"}
    assert guest(event, "d@example.org").status == "waiting"


def test_nobody_moves_up_when_it_has_begun_or_is_cancelled():
    begun, off = make_event(capacity=1), make_event(capacity=1)
    for event in (begun, off):
        guest(event, "a@example.org")
        guest(event, "b@example.org")
    cancel_event(off, by=None)
    begun.starts_at, begun.capacity, off.capacity = timezone.now() - timedelta(hours=1), 9, 9
    begun.ends_at = timezone.now() + timedelta(hours=1)
    assert save_event(begun) == save_event(off) == 0


def test_a_change_of_time_or_place_is_counted_and_told_once():
    event, manager = make_event(), UserFactory(manager=True)
    person = guest(event, "a@example.org")
    event.capacity = 90
    save_event(event)
    assert (event.sequence, event.has_news_to_tell) == (0, False)
    event.place_nb = "Et annet sted"
    save_event(event)
    assert (event.sequence, event.has_news_to_tell) == (1, True)
    assert posted("event_moved") == []
    assert tell_of_changes(event, by=manager) == 1
    with pytest.raises(ValidationError):
        tell_of_changes(event, by=manager)
    assert posted("event_moved") == [{"registration": person.pk, "sequence": 1}]


def test_a_change_before_anybody_registered_is_no_news():
    event = make_event()
    event.place_nb = "Et annet sted"
    save_event(event)
    assert event.sequence == 1
    assert not event.has_news_to_tell


def test_a_cancelled_event_is_told_to_everybody_alive_once():
    event, manager = make_event(capacity=2), UserFactory(manager=True)
    people = [guest(event, f"{letter}@example.org") for letter in "abc"]
    people[0].cancel()
    stale = Event.objects.get(pk=event.pk)
    assert cancel_event(event, by=manager) == 2
    with pytest.raises(ValidationError):
        cancel_event(stale, by=manager)
    assert posted("event_cancelled") == [{"registration": one.pk} for one in people[1:]]
    assert event.sequence == 1


def test_a_form_opened_before_the_event_was_cancelled_does_not_bring_it_back():
    event = make_event()
    opened = Event.objects.get(pk=event.pk)
    cancel_event(event, by=None)
    opened.capacity = 7
    save_event(opened)
    event.refresh_from_db()
    assert event.is_cancelled
    assert event.sequence == 1


def test_an_event_that_is_over_cannot_be_cancelled():
    with pytest.raises(ValidationError):
        cancel_event(make_event(days=-3), by=None)
