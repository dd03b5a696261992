"""Registration for events: one chair for one person, the waiting list, the mails, and nobody learns who comes."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from common.mail import deliver_due
from common.workflow import TransitionError
from home.models import EventRegistration
from home.public_forms import RegistrationForm
from home.services import cancel_event, cancel_registration, register_for
from tests.home.visiting import guest, make_event, page_of, posted, proof_of, typed_registration
from tests.prospects.test_races import race
from tests.sink import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def smtp(settings, sink):
    """Django sends by SMTP to the sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    return sink


def send(page, client=None, **changes):
    """Post a registration for the event of the page."""
    return (client or Client()).post(f"{page.url}pamelding/", typed_registration(**changes))


# --- sent -----------------------------------------------------------------------------------------------------------
def test_a_registration_is_stored_and_leads_to_a_receipt():
    page = page_of(make_event(capacity=2), "en")
    client = Client()
    response = send(page, client, email="Kari@Fjordlys.example ", name=" Kari  Ås ")
    assert (response.status_code, response["Location"]) == (302, f"{page.url}pamelding/takk/")
    stored = EventRegistration.objects.get()
    assert (stored.name, stored.email, stored.status, stored.language) == (
        "Kari Ås",
        "kari@fjordlys.example",
        "registered",
        "en",
    )
    receipt = client.get(response["Location"])
    assert receipt.status_code == 200
    assert "k•••@fjordlys.example" in receipt.content.decode()
    assert "no-store" in receipt["Cache-Control"]


def test_a_receipt_without_a_registration_and_a_form_without_a_post_lead_to_the_event():
    page = page_of(make_event())
    other = page_of(make_event())
    client = Client()
    send(page, client)
    assert client.get(f"{other.url}pamelding/takk/")["Location"] == other.url
    assert Client().get(f"{page.url}pamelding/takk/")["Location"] == page.url
    assert Client().get(f"{page.url}pamelding/")["Location"] == page.url


def test_the_same_form_sent_twice_is_one_chair_and_one_mail():
    page = page_of(make_event(capacity=5))
    submission = str(uuid.uuid4())
    for _time in range(2):
        assert send(page, submission=submission).status_code == 302
    assert EventRegistration.objects.count() == 1
    assert len(posted("registration_receipt")) == 1
    assert posted("registration_again") == []


WRONG = {
    "no name": {"name": " "},
    "long name": {"name": "x" * 121},
    "no address": {"email": ""},
    "no such address": {"email": "kari"},
    "two lines": {"email": "kari@fjordlys.example\nbcc: eve@example.org"},
    "nothing": {"name": "Kari\x00"},
    "long company": {"company": "x" * 121},
    "long note": {"note": "x" * 301},
    "honeypot": {"nettside": "x"},
    "no submission": {"submission": "1"},
    "forged stamp": {"started": "1700000000"},
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(case):
    page = page_of(make_event(), "en")
    changes = {"company": "Fjordlys & sønn", **WRONG[case]}
    response = send(page, **changes)
    assert response.status_code == 422
    html = response.content.decode()
    assert "data-error-summary" in html
    if "company" not in WRONG[case]:
        assert "Fjordlys &amp; sønn" in html
    assert not EventRegistration.objects.exists()


REFUSED = {
    "cancelled": {"is_cancelled": True},
    "over": {"days": -3},
    "closed": {"closes_at": timezone.now() - timedelta(hours=1)},
    "unlisted": {"takes_registrations": False},
    "begun": {"starts_at": timezone.now() - timedelta(hours=1), "ends_at": timezone.now() + timedelta(hours=1)},
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_event_that_takes_nobody_refuses_in_words(case):
    page = page_of(make_event(**REFUSED[case]), "en")
    response = send(page)
    assert response.status_code == 409
    assert "You were not registered" in response.content.decode()
    assert not EventRegistration.objects.exists()


@pytest.mark.parametrize(("proven", "limit"), [(False, 8), (True, 60)])
def test_one_network_registers_so_many_a_day_and_more_with_a_solved_puzzle(proven, limit, monkeypatch):
    monkeypatch.setattr("common.spamguard.PUZZLE_SIZE", 50)
    page = page_of(make_event())
    with time_machine.travel(timezone.now().replace(hour=12), tick=False):
        codes = [
            send(page, email=f"{n}@example.org", proof=proof_of(RegistrationForm()) if proven else "").status_code
            for n in range(limit + 1)
        ]
    assert codes == [302] * limit + [429]
    assert EventRegistration.objects.count() == limit


def test_a_post_without_the_cookie_of_the_form_is_refused():
    page = page_of(make_event())
    assert Client(enforce_csrf_checks=True).post(f"{page.url}pamelding/", typed_registration()).status_code == 403


# --- nobody learns who comes ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("capacity", [None, 5, 2])
def test_the_answer_is_the_same_whether_or_not_the_address_was_registered(capacity):
    event = make_event(capacity=capacity)
    page = page_of(event, "en")
    guest(event, "known@example.org")
    guest(event, "other@example.org")
    answers = []
    for email in ("known@example.org", "knawn@example.org"):
        client = Client()
        response = send(page, client, email=email)
        receipt = client.get(response["Location"]).content.decode()
        answers.append((response.status_code, response["Location"], receipt))
    assert answers[0] == answers[1]


def test_who_registers_again_keeps_the_place_and_is_told_by_mail_once_an_hour(smtp):
    event = make_event(capacity=1)
    page = page_of(event, "en")
    person = guest(event, "known@example.org", language="en")
    for _time in range(3):
        send(page, email="KNOWN@example.org", name="Somebody Else")
    assert EventRegistration.objects.count() == 1
    assert posted("registration_again") == [{"registration": person.pk}]
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        send(page, email="known@example.org")
    assert len(posted("registration_again")) == 2
    deliver_due()
    mail = smtp.wait_for("known@example.org", "registered already")
    assert "You have a place." in text_of(mail)
    assert "Somebody Else" not in text_of(mail)


# --- capacity -------------------------------------------------------------------------------------------------------
def test_who_comes_when_it_is_full_waits_and_moves_up_once_when_somebody_cancels():
    event = make_event(capacity=2)
    first, second, third, fourth = (guest(event, f"{letter}@example.org") for letter in "abcd")
    assert [one.status for one in (first, second, third, fourth)] == ["registered"] * 2 + ["waiting"] * 2
    cancel_registration(second)
    third.refresh_from_db()
    fourth.refresh_from_db()
    assert (third.status, fourth.status) == ("registered", "waiting")
    assert posted("registration_promoted") == [{"registration": third.pk}]
    with pytest.raises(TransitionError):
        cancel_registration(second)
    fourth.refresh_from_db()
    assert fourth.status == "waiting"
    assert len(posted("registration_promoted")) == 1


def test_who_waits_and_gives_up_frees_no_chair():
    event = make_event(capacity=1)
    _first, second, third = (guest(event, f"{letter}@example.org") for letter in "abc")
    cancel_registration(second)
    third.refresh_from_db()
    assert third.status == "waiting"


def test_whoever_gave_up_may_register_anew_and_stands_last():
    event = make_event(capacity=1)
    first = guest(event, "a@example.org")
    guest(event, "b@example.org")
    cancel_registration(first)
    assert guest(event, "a@example.org").status == "waiting"


STEPS = {
    ("registered", "cancel"): "cancelled",
    ("waiting", "cancel"): "cancelled",
    ("waiting", "promote"): "registered",
}


@pytest.mark.parametrize("verb", ["promote", "cancel"])
@pytest.mark.parametrize("status", ["registered", "waiting", "cancelled"])
def test_each_verb_from_each_status(status, verb):
    event = make_event(capacity=1)
    if status == "waiting":
        guest(event, "first@example.org")
    person = guest(event, "a@example.org")
    if status == "cancelled":
        person.cancel()
    assert person.status == status
    target = STEPS.get((status, verb))
    if target is None:
        with pytest.raises(TransitionError):
            getattr(person, verb)()
    else:
        getattr(person, verb)()
    person.refresh_from_db()
    assert person.status == (target or status)


def test_the_log_tells_of_no_person():
    person = guest(make_event(), "kari@fjordlys.example")
    person.cancel()
    [entry] = ModelLogEntry.objects.for_instance(person)
    assert "kari" not in f"{entry.label} {entry.data}".lower()


@pytest.mark.django_db(transaction=True)
def test_the_last_chair_goes_to_one_of_several_who_come_at_once():
    for number in range(8):
        event = make_event(capacity=2)
        guest(event, "first@example.org")

        def coming(letter, event=event):
            answers = {"submission": uuid.uuid4(), "name": letter, "email": f"{letter}@example.org"}
            return lambda: register_for(event, answers, language="nb")

        told = race(*(coming(letter) for letter in "abcd"))
        assert sorted(map(repr, told)) == ["False"] * 3 + ["True"], (number, told)
        assert event.registrations.filter(status="registered").count() == 2
        assert event.registrations.filter(status="waiting").count() == 3


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_several_at_once_is_one_chair():
    event = make_event(capacity=9)
    answers = {"submission": uuid.uuid4(), "name": "a", "email": "a@example.org"}
    told = race(*[lambda: register_for(event, answers, language="nb")] * 4)
    assert told == [True] * 4
    assert event.registrations.count() == len(posted("registration_receipt")) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_give_up_at_once_make_room_for_two():
    for _round in range(5):
        event = make_event(capacity=2)
        people = [guest(event, f"{letter}@example.org") for letter in "abcde"]
        race(*(lambda one=one: cancel_registration(one) for one in people[:2]))
        statuses = [EventRegistration.objects.get(pk=one.pk).status for one in people]
        assert statuses == ["cancelled"] * 2 + ["registered"] * 2 + ["waiting"]


# --- mails ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_mails_are_in_the_language_of_the_page_and_bring_the_calendar_file(smtp, language):
    event = make_event(capacity=1, address="Kvernveien 0")
    page_of(event, language)
    guest(event, "first@example.org", language=language)
    guest(event, "second@example.org", language=language)
    deliver_due()
    first, second = smtp.wait_for("first@example.org"), smtp.wait_for("second@example.org")
    name = {"nb": "Frokost", "en": "Breakfast"}[language]
    assert name in first["subject"]
    assert name in second["subject"]
    [file] = list(first.iter_attachments())
    assert file.get_content_type() == "text/calendar"
    assert "BEGIN:VEVENT" in file.get_content()
    assert not list(second.iter_attachments())
    for mail in (first, second):
        assert "Kvernveien 0" in text_of(mail)
        with translation.override(language):
            start = reverse("public:registration", args=["x"])[:-2]
        assert start in text_of(mail)


def test_whoever_moves_up_and_whoever_is_left_without_an_event_gets_a_mail(smtp):
    event = make_event(capacity=1)
    page_of(event, "en")
    first = guest(event, "a@example.org", language="en")
    guest(event, "b@example.org", language="en")
    deliver_due()
    cancel_registration(first)
    deliver_due()
    assert list(smtp.wait_for("b@example.org", "There is a place for you").iter_attachments())
    cancel_event(event, by=None)
    deliver_due()
    mail = smtp.wait_for("b@example.org", "Cancelled")
    [file] = list(mail.iter_attachments())
    assert "STATUS:CANCELLED" in file.get_content()
    assert not [one for one in smtp.mails if "a@example.org" in one["to"] and "Cancelled" in one["subject"]]


def test_a_letter_that_is_no_longer_true_is_not_sent(smtp):
    event = make_event(capacity=1)
    first = guest(event, "a@example.org")
    cancel_registration(first)
    deliver_due()
    assert smtp.mails == []


# --- the link -------------------------------------------------------------------------------------------------------
def link(person) -> str:
    """The address in the mail."""
    return reverse("public:registration", args=[person.token])


def test_the_link_shows_the_place_and_only_its_button_gives_it_up():
    event = make_event(capacity=1)
    page_of(event)
    first, second = guest(event, "a@example.org"), guest(event, "b@example.org")
    client = Client()
    for method in (client.get, client.head):
        assert method(link(first)).status_code == 200
        first.refresh_from_db()
        assert first.status == "registered"
    for _time in range(2):
        assert client.post(link(first)).status_code == 200
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("cancelled", "registered")
    assert len(posted("registration_promoted")) == 1


def test_the_secret_of_a_link_is_kept_nowhere_and_has_128_bits():
    person = guest(make_event(), "a@example.org")
    assert len(person.token) == 22
    assert person.token not in [str(value) for value in EventRegistration.objects.values_list().get(pk=person.pk)]
    assert person.token_hash == EventRegistration.hash_of(person.token)


def test_the_link_can_be_made_again_after_the_key_has_been_changed(settings):
    person = guest(make_event(), "a@example.org")
    before = person.token
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" + "y" * 50
    assert person.token == before
    settings.SECRET_KEY_FALLBACKS = []
    assert person.token == ""


@pytest.mark.parametrize("token", ["x", "A" * 22, "%00", "æøå", "1" * 300])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_of_nobody_is_not_there(token, method):
    assert getattr(Client(), method)(f"/pamelding/{token}/").status_code == 404


def test_the_link_of_an_event_that_is_over_changes_nothing():
    event = make_event()
    person = guest(event, "a@example.org")
    with time_machine.travel(event.ends_at + timedelta(hours=1), tick=False):
        assert Client().post(link(person)).status_code == 200
    person.refresh_from_db()
    assert person.status == "registered"


def test_registrations_are_due_for_deletion_ninety_days_after_the_event():
    event = make_event()
    guest(event, "a@example.org")
    expired = EventRegistration.objects.expired
    assert not expired(event.ends_at + timedelta(days=89)).exists()
    assert expired(event.ends_at + timedelta(days=91)).exists()
