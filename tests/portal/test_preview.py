"""Staff who see the portal as a firm: as far as their role reads, changing nothing, and written in the log."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.setup import sync_roles
from partners.models import Membership, ProfileDraft
from tests.conftest import login, plant_root
from tests.factories import MembershipFactory, PartnerFirmFactory, UserFactory

pytestmark = pytest.mark.django_db

ROOMS = (
    "/portal/",
    "/portal/prospekter/",
    "/portal/bedrift/",
    "/portal/bedrift/profil/",
    "/portal/bedrift/folk/",
    "/portal/varsler/",
    "/portal/eksport/",
)
READS = {
    "manager": set(ROOMS),
    "adviser": {"/portal/bedrift/", "/portal/bedrift/profil/", "/portal/bedrift/folk/"},
    "analyst": {"/portal/bedrift/", "/portal/bedrift/profil/"},
    "communications": set(),
    "steering_group": set(),
}


@pytest.fixture(autouse=True)
def second_factor(db):
    plant_root()
    sync_roles()


def staff(role: str) -> tuple[Client, User]:
    from allauth.mfa.totp.internal.auth import TOTP

    user = UserFactory(**{role: True})
    TOTP.activate(user, "A" * 32)
    return login(Client(), user), user


@pytest.fixture
def firm():
    return MembershipFactory(administrator=True).firm


@pytest.mark.parametrize("role", READS)
def test_each_role_sees_the_rooms_it_may_read(firm, role):
    client, user = staff(role)
    assert {client.get(path).status_code for path in ROOMS} == {403}, "not before it has begun"
    began = client.post(f"/admin/som-bedrift/{firm.pk}/")
    opened = {path for path in ROOMS if client.get(path).status_code == 200}
    assert opened == READS[role]
    logged = ModelLogEntry.objects.for_instance(firm).filter(action="partners.agreement_viewed_as_firm", user=user)
    assert logged.count() == bool(READS[role])
    if READS[role]:
        assert client.get(began.headers["Location"]).status_code == 200
        assert firm.name in client.get("/portal/bedrift/").content.decode()


def test_each_room_that_is_opened_is_logged_once_while_one_looks(firm):
    client, user = staff("manager")
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    for path in ("/portal/bedrift/", "/portal/bedrift/folk/", "/portal/bedrift/", "/portal/bedrift/lokaler/"):
        assert client.get(path).status_code == 200
    entries = ModelLogEntry.objects.for_instance(firm).filter(action="partners.room_viewed_as_firm", user=user)
    assert sorted(entry.data["room"] for entry in entries) == ["firm", "people", "premises"]
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    client.get("/portal/bedrift/")
    assert entries.all().count() == 4, "a new look counts anew"


@pytest.mark.parametrize(("role", "is_there"), {"manager": True, "communications": False}.items())
def test_the_firm_s_edit_page_leads_to_the_preview(firm, role, is_there):
    client, _user = staff(role)
    page = client.get(f"/admin/partnerbedrifter/edit/{firm.pk}/")
    assert page.status_code == 200
    assert (f"/admin/som-bedrift/{firm.pk}/" in page.content.decode()) == is_there


def test_nothing_can_be_sent(firm):
    client, _user = staff("manager")
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    seat = firm.memberships.get()
    for path in (
        "/portal/bedrift/folk/",
        f"/portal/bedrift/folk/{seat.pk}/",
        f"/portal/bedrift/folk/{seat.pk}/avslutt/",
        "/portal/bedrift/profil/",
        "/portal/bedrift/profil/send/",
        "/portal/varsler/lest/",
        "/portal/velg-bedrift/",
    ):
        assert client.post(path, {"revision": 0, "tagline_nb": "Hei", "role": "member"}).status_code == 403, path
    assert not ProfileDraft.objects.exists()
    assert Membership.objects.count() == 1


def test_it_ends_by_hand_by_itself_and_with_the_role(firm):
    client, user = staff("manager")
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    client.post("/admin/som-bedrift/slutt/")
    assert client.get("/portal/").status_code == 403
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    session = client.session
    session["portal_preview"] = {"firm": firm.pk, "until": (timezone.now() - timedelta(seconds=1)).isoformat()}
    session.save()
    assert client.get("/portal/").status_code == 403
    client.post(f"/admin/som-bedrift/{firm.pk}/")
    assert client.get("/portal/").status_code == 200
    user.groups.clear()
    assert client.get("/portal/").status_code == 403


def test_a_firm_s_people_cannot_look_as_another_firm(firm):
    seat = MembershipFactory(administrator=True)
    client = login(Client(), seat.user)
    other = PartnerFirmFactory()
    assert client.post(f"/admin/som-bedrift/{other.pk}/").status_code in (302, 403)
    session = client.session
    session["portal_preview"] = {"firm": other.pk, "until": (timezone.now() + timedelta(hours=1)).isoformat()}
    session.save()
    answer = client.get("/portal/bedrift/")
    assert answer.status_code == 200
    assert seat.firm.name in answer.content.decode() and other.name not in answer.content.decode()
