"""Events and the newsletter in the admin: edited, told, cancelled, taken out, by those who may."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.models import Event, Subscription
from home.services import ask_for_newsletter
from tests.conftest import login
from tests.factories import UserFactory
from tests.home.visiting import guest, make_event, make_vacancy, posted

pytestmark = pytest.mark.django_db


def staff(role: str) -> Client:
    """Somebody in that role, with a second factor."""
    user = UserFactory(**{role: True})
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


def typed(event: Event, **changes) -> dict:
    """The form of the event as it stands, with changes."""
    start, end = (timezone.localtime(at) for at in (event.starts_at, event.ends_at))
    return {
        "name_nb": event.name_nb,
        "name_en": event.name_en,
        "place_nb": event.place_nb,
        "place_en": event.place_en,
        "address": event.address,
        "starts_at": f"{start:%Y-%m-%d %H:%M}",
        "ends_at": f"{end:%Y-%m-%d %H:%M}",
        "takes_registrations": "on",
        "capacity": event.capacity or "",
        "closes_at": "",
        **changes,
    }


def whole(event: Event) -> Event:
    """The event at a whole minute, as the form has it."""
    event.starts_at = event.starts_at.replace(second=0, microsecond=0)
    event.ends_at = event.starts_at + timedelta(hours=2)
    event.save()
    return event


def test_raising_the_capacity_in_the_form_moves_people_up_and_says_so():
    event = whole(make_event(capacity=1))
    for letter in "abc":
        guest(event, f"{letter}@example.org")
    response = staff("communications").post(
        f"/admin/arrangementer/edit/{event.pk}/", typed(event, capacity="2"), follow=True
    )
    assert response.status_code == 200
    assert len(posted("registration_promoted")) == 1
    event.refresh_from_db()
    assert (event.capacity, event.sequence) == (2, 0)


def test_a_new_place_is_told_when_staff_say_so_and_not_before():
    event = whole(make_event())
    guest(event, "a@example.org")
    client = staff("communications")
    client.post(f"/admin/arrangementer/edit/{event.pk}/", typed(event, place_nb="Et annet sted"))
    assert posted("event_moved") == []
    asked = client.get(f"/admin/beskjeder/{event.pk}/fortell/").content.decode()
    assert "1 person" in asked
    for _time in range(2):
        client.post(f"/admin/beskjeder/{event.pk}/fortell/")
    assert len(posted("event_moved")) == 1


def test_cancelling_says_first_how_many_get_a_mail_and_sends_them_once():
    event = make_event(capacity=2)
    for letter in "abc":
        guest(event, f"{letter}@example.org")
    client = staff("manager")
    url = f"/admin/beskjeder/{event.pk}/avlys/"
    assert "3 pe" in client.get(url).content.decode()
    event.refresh_from_db()
    assert not event.is_cancelled
    for _time in range(2):
        assert client.post(url).status_code == 302
    event.refresh_from_db()
    assert event.is_cancelled
    assert len(posted("event_cancelled")) == 3
    assert ModelLogEntry.objects.filter(action="home.event_cancelled").count() == 1


def test_a_list_is_taken_out_without_formulas_and_that_is_in_the_log():
    event = make_event()
    person = guest(event, "a@example.org")
    person.company, person.note = "=cmd()", "+1"
    person.save()
    other = guest(make_event(), "b@example.org")
    client = staff("communications")
    response = client.get(f"/admin/pameldinger/?event__id__exact={event.pk}&export=csv")
    sheet = b"".join(response.streaming_content).decode()
    assert "'=cmd()" in sheet
    assert "'+1" in sheet
    assert person.email in sheet
    assert other.email not in sheet
    [entry] = ModelLogEntry.objects.filter(action="home.exported")
    assert (entry.data["rows"], entry.data["what"]) == (1, "home.eventregistration")


def test_only_those_who_said_yes_are_on_the_list_to_send_to():
    for name in ("yes", "waits", "ended"):
        ask_for_newsletter(email=f"{name}@example.org", language="nb", wording="Ja")
    Subscription.objects.get(email="yes@example.org").confirm()
    Subscription.objects.get(email="ended@example.org").end()
    response = staff("communications").get("/admin/abonnementer/?export=csv")
    sheet = b"".join(response.streaming_content).decode()
    assert "yes@example.org" in sheet
    assert "waits@example.org" not in sheet
    assert "ended@example.org" not in sheet


READ = {
    "/admin/arrangementer/": {"communications", "manager", "adviser"},
    "/admin/arrangementer/edit/{event}/": {"communications", "manager"},
    "/admin/beskjeder/{event}/avlys/": {"communications", "manager"},
    "/admin/beskjeder/{event}/fortell/": {"communications", "manager"},
    "/admin/pameldinger/": {"communications", "manager"},
    "/admin/pameldinger/inspect/{guest}/": {"communications", "manager"},
    "/admin/pameldinger/create/": set(),
    "/admin/pameldinger/edit/{guest}/": set(),
    "/admin/pameldinger/delete/{guest}/": set(),
    "/admin/abonnementer/": {"communications", "manager"},
    "/admin/stillinger/": {"communications", "manager", "adviser"},
    "/admin/stillinger/edit/{vacancy}/": {"communications", "manager"},
}


@pytest.mark.parametrize("role", ["communications", "manager", "adviser", "analyst", "steering_group"])
def test_each_address_opens_for_those_who_may(role):
    event = make_event()
    fill = {"event": event.pk, "guest": guest(event, "a@example.org").pk, "vacancy": make_vacancy().pk}
    client = staff(role)
    for url, may in READ.items():
        code = client.get(url.format(**fill)).status_code
        assert (code == 200) is (role in may), (url, code)
