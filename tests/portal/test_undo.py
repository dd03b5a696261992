"""Undo in the portal: by the same person, for ten minutes, and until the next change."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from partners.models import Membership, Notification, NotificationChoice, ProfileDraft
from tests.conftest import login, plant_root
from tests.factories import MembershipFactory, NotificationFactory, UserFactory
from tests.partners.test_profiles import picture

pytestmark = pytest.mark.django_db
PEOPLE, NOTICES, PROFILE = "/portal/bedrift/folk/", "/portal/varsler/", "/portal/bedrift/profil/"
UNDO = "/portal/angre/"
TOPICS = ("handover", "agreement", "invoice", "benefit", "profile", "people", "duty", "lead", "request")


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def seat():
    return MembershipFactory(administrator=True, user=UserFactory(english=True))


@pytest.fixture
def admin(seat):
    return login(Client(headers={"accept-language": "en"}), seat.user)


@pytest.fixture
def other(seat):
    return MembershipFactory(firm=seat.firm)


def button(response) -> str:
    """What the button on the page sends; empty without one."""
    found = re.search(r'name="angre" value="([^"]+)"', response.content.decode())
    return found[1] if found else ""


def change(client, seat, **data) -> str:
    return button(client.post(f"{PEOPLE}{seat.pk}/", {"role": "member", **data}, follow=True))


def test_a_changed_seat_is_as_before(admin, other):
    token = change(admin, other, role="administrator", is_invoice_contact="on")
    other.refresh_from_db()
    assert (other.role, other.is_invoice_contact) == ("administrator", True)
    assert admin.post(UNDO, {"angre": token}).status_code == 302
    other.refresh_from_db()
    assert (other.role, other.is_invoice_contact) == ("member", False)
    admin.post(UNDO, {"angre": token})
    other.refresh_from_db()
    assert other.role == "member"


def test_after_the_next_change_the_first_is_not_undone(admin, other):
    token = change(admin, other, role="administrator")
    change(admin, other, role="member")
    change(admin, other, role="administrator")
    answer = admin.post("/en" + UNDO, {"angre": token}, follow=True)
    assert "Something has changed since" in answer.content.decode()
    other.refresh_from_db()
    assert other.role == "administrator"


def test_nobody_raises_their_own_role_by_undoing(admin, seat, other):
    MembershipFactory(firm=seat.firm, administrator=True)
    assert change(admin, seat, role="member") == ""
    seat.refresh_from_db()
    assert seat.role == "member"


def test_only_the_same_person_undoes_and_only_for_ten_minutes(admin, seat, other):
    token = change(admin, other, role="administrator")
    for who in (MembershipFactory(firm=seat.firm, administrator=True), MembershipFactory(administrator=True)):
        login(Client(), who.user).post(UNDO, {"angre": token})
    for wrong in (token[:-2] + "xx", "", "x", "\x00", "å:b:c"):
        assert admin.post(UNDO, {"angre": wrong}).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        answer = admin.post("/en" + UNDO, {"angre": token}, follow=True)
        assert "can no longer be undone" in answer.content.decode()
    other.refresh_from_db()
    assert other.role == "administrator"


def test_an_ended_seat_works_again_and_that_is_logged(admin, seat, other):
    token = button(admin.post(f"{PEOPLE}{other.pk}/avslutt/", follow=True))
    client = login(Client(), other.user)
    assert client.get("/portal/").status_code == 403
    admin.post(UNDO, {"angre": token})
    other.refresh_from_db()
    assert (other.status, other.ended_at) == ("active", None)
    assert client.get("/portal/").status_code == 200
    assert ModelLogEntry.objects.for_instance(other).filter(action="partners.membership_restored").count() == 1


def test_an_ended_seat_stays_ended_when_the_person_has_another_one(admin, seat, other):
    token = button(admin.post(f"{PEOPLE}{other.pk}/avslutt/", follow=True))
    MembershipFactory(firm=seat.firm, user=other.user)
    assert admin.post(UNDO, {"angre": token}).status_code == 302
    assert Membership.objects.get(pk=other.pk).status == "ended"


def test_whoever_is_no_administrator_any_more_undoes_nothing(admin, seat, other):
    token = button(admin.post(f"{PEOPLE}{other.pk}/avslutt/", follow=True))
    Membership.objects.filter(pk=seat.pk).update(role="member")
    admin.post(UNDO, {"angre": token})
    assert Membership.objects.get(pk=other.pk).status == "ended"


def test_one_who_left_or_was_only_invited_is_not_brought_back(admin, seat):
    invited = MembershipFactory(firm=seat.firm, invited=True)
    assert button(admin.post(f"{PEOPLE}{invited.pk}/avslutt/", follow=True)) == ""


def test_read_notices_are_new_again(admin, seat):
    before = NotificationFactory(user=seat.user, firm=seat.firm, read_at=timezone.now())
    for _number in range(3):
        NotificationFactory(user=seat.user, firm=seat.firm, topic="profile", kind="profile_approved")
    token = button(admin.post(NOTICES + "lest/", follow=True))
    assert not Notification.objects.filter(read_at=None).exists()
    admin.post(UNDO, {"angre": token})
    assert Notification.objects.filter(read_at=None).count() == 3
    before.refresh_from_db()
    assert before.read_at is not None


def test_choices_are_as_before_unless_changed_again(admin, seat):
    NotificationChoice.objects.create(user=seat.user, topic="duty", frequency="weekly")
    often = dict.fromkeys(TOPICS, "off")
    token = button(admin.post(NOTICES + "valg/", often, follow=True))
    admin.post(UNDO, {"angre": token})
    chosen = dict(NotificationChoice.objects.filter(user=seat.user).values_list("topic", "frequency"))
    assert chosen == {**dict.fromkeys(TOPICS, "at_once"), "duty": "weekly"}
    admin.post(UNDO, {"angre": token})
    assert NotificationChoice.objects.get(user=seat.user, topic="duty").frequency == "weekly"


def test_a_logo_taken_away_comes_back(admin, seat):
    written = {"revision": 0, "tagline_nb": "Vi", "profile_nb": "Hus."}
    admin.post(PROFILE, {**written, "logo": SimpleUploadedFile("l.png", picture())})
    token = button(admin.post(PROFILE, {**written, "revision": 1, "removes_logo": "on"}, follow=True))
    assert admin.get(PROFILE + "logo/").status_code == 404
    admin.post(UNDO, {"angre": token})
    assert admin.get(PROFILE + "logo/").status_code == 200
    assert not ProfileDraft.objects.get().removes_logo
    token = button(admin.post(PROFILE, {**written, "revision": 3, "removes_logo": "on"}, follow=True))
    admin.post(PROFILE, {**written, "revision": 4})
    admin.post(UNDO, {"angre": token})
    assert admin.get(PROFILE + "logo/").status_code == 404
    assert not ProfileDraft.objects.get().former_logo
