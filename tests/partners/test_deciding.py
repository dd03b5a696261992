"""Where owners answer: the queue, the board and the tiers in the admin, and the municipality's page in the portal."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import Role, give_role
from partners.models import Application, ContributionTier, PartnershipRound, RoundTier
from partners.services import decline_application, release_due_rounds
from tests.conftest import login, plant_root
from tests.factories import (
    ApplicationFactory,
    BenefitPoolFactory,
    ContributionTierFactory,
    MembershipFactory,
    PartnerFirmFactory,
    UserFactory,
)

from .applying import a_round, admit, apply, just_over, liaison, manager, seats_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


def entered(user) -> Client:
    """Somebody of staff, in the admin."""
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


@pytest.fixture
def chief(db) -> Client:
    return entered(manager())


def in_portal(user) -> Client:
    return login(Client(), user, second_factor=False)


def words(response) -> str:
    return " ".join(response.content.decode().split())


def status_of(made: Application) -> str:
    return Application.objects.get(pk=made.pk).status


# --- the admin --------------------------------------------------------------------------------------------------------
def test_the_queue_has_what_wants_an_answer_and_who_waits(chief):
    row = a_round(seats=1)
    admit(row)
    waiting, asked = admit(row), apply(row, former=True)
    draft = ApplicationFactory(round=row.round, tier=row.tier, company_name="Hemmelig utkast AS")
    page = words(chief.get("/admin/opptak/"))
    assert waiting.company_name in page
    assert asked.company_name in page
    assert draft.company_name not in page
    listed = words(chief.get("/admin/partnersoknader/"))
    assert asked.company_name in listed
    assert draft.company_name not in listed
    assert chief.get(f"/admin/opptak/{draft.pk}/").status_code == 404, "a draft is read by nobody but the firm"


def test_the_manager_says_yes_and_no_with_a_reason(chief):
    row = a_round()
    yes, no = apply(row), apply(row)
    assert chief.get(f"/admin/opptak/{yes.pk}/").status_code == 200
    assert chief.post(f"/admin/opptak/{yes.pk}/", {"svar": "ja"}).status_code == 302
    assert status_of(yes) == "approved"
    silent = chief.post(f"/admin/opptak/{no.pk}/", {"svar": "nei", "reason": "  "})
    assert silent.status_code == 422
    assert status_of(no) == "submitted"
    assert chief.post(f"/admin/opptak/{no.pk}/", {"svar": "nei", "reason": "Ikke nå."}).status_code == 302
    assert (status_of(no), Application.objects.get(pk=no.pk).reason) == ("declined", "Ikke nå.")
    for made in (yes, no):  # pressed once more, from a page left open
        again = chief.post(f"/admin/opptak/{made.pk}/", {"svar": "ja"}, follow=True)
        assert again.status_code == 200
    assert [status_of(yes), status_of(no)] == ["approved", "declined"]


def test_somebody_else_who_writes_in_a_firm_s_name_is_pointed_out(chief):
    row = a_round()
    seat = MembershipFactory(firm=PartnerFirmFactory(without_agreement=True), administrator=True)
    stranger = apply(row, organisation_number=seat.firm.organisation_number, contact_email="x@y.example")
    assert chief.get(f"/admin/opptak/{stranger.pk}/").context["strangers"] == [str(seat.user)]
    decline_application(stranger, reason="Feil person.", by=manager())
    own = apply(row, organisation_number=seat.firm.organisation_number, contact_email=seat.user.email)
    assert chief.get(f"/admin/opptak/{own.pk}/").context["strangers"] == []


def test_the_board_shows_the_seats_as_numbers_and_bars(chief):
    row = a_round(seats=4, reserved=1)
    admit(row)
    page = chief.get(f"/admin/opptak/runde/{row.round_id}/")
    (shown,) = [one for one in page.context["rows"] if one.tier == row.tier]
    assert (shown.seats, shown.taken, shown.reserved, shown.free) == (4, 1, 1, 2)
    assert shown.bars == [("taken", 0, 100), ("reserved", 100, 100), ("free", 200, 200)]
    assert "<table" in words(page)
    release_due_rounds(just_over(row.round))
    assert f"{row.tier.slug}: 1" in words(chief.get(f"/admin/opptak/runde/{row.round_id}/"))


def test_the_manager_sets_seats_on_the_board_and_the_steering_group_only_reads(chief):
    row = a_round(seats=2)
    other = ContributionTierFactory(year=row.round.starts_on.year, capacity=9)
    address = f"/admin/opptak/runde/{row.round_id}/"
    fields = {"tier": other.pk, f"t{other.pk}-seats": "5", f"t{other.pk}-reserved": "2"}
    assert chief.post(address, fields).status_code == 302
    assert seats_of(RoundTier.objects.get(round=row.round, tier=other)) == (2, 0, 3)
    admit(row)
    for seats, reserved in (("0", "0"), ("1", "1"), ("x", "0"), ("", ""), ("-1", "0")):
        wrong = {"tier": row.tier_id, f"t{row.tier_id}-seats": seats, f"t{row.tier_id}-reserved": reserved}
        assert chief.post(address, wrong).status_code == 422
    assert chief.post(address, {"tier": "0"}).status_code == 404
    assert chief.post(address, {"tier": "x"}).status_code == 404
    person = UserFactory()
    give_role(person, Role.STEERING_GROUP)
    reader = entered(person)
    admit(row)
    waiting = admit(row)
    assert waiting.status == "waiting"
    seen = reader.get(address)
    assert seen.status_code == 200
    assert waiting.company_name not in words(seen), "the steering group sees numbers, not who applied"
    reader.post(address, {"tier": row.tier_id, f"t{row.tier_id}-seats": "9", f"t{row.tier_id}-reserved": "0"})
    assert seats_of(row) == (0, 2, 0)


def test_next_year_s_tiers_are_made_with_a_button(chief):
    year = timezone.localdate().year
    tier = ContributionTierFactory(year=year)
    assert chief.get("/admin/opptak/nivaer/").context["form"].initial["year"] == year + 1
    for _time in range(2):
        assert chief.post("/admin/opptak/nivaer/", {"year": str(year + 1)}).status_code == 302
    assert ContributionTier.objects.filter(year=year + 1).get().slug == tier.slug
    for wrong in ("", "x", "1900", "99999999999"):
        assert chief.post("/admin/opptak/nivaer/", {"year": wrong}).status_code == 422
    assert chief.post("/admin/opptak/nivaer/", {"year": "2020"}).status_code == 422
    assert "/admin/opptak/nivaer/" in words(chief.get("/admin/partnernivaer/"))


def test_what_is_counted_is_not_written_over_by_a_form_that_was_open(chief):
    """The form knows nothing of what was taken meanwhile; it stores its own fields only."""
    pool = BenefitPoolFactory(capacity=5, taken=1)
    real = type(pool).save

    def meanwhile(self, *args, **kwargs):
        type(pool).objects.filter(pk=pool.pk).update(taken=3)
        real(self, *args, **kwargs)

    type(pool).save = meanwhile
    try:
        typed = {"name_nb": "Scene", "name_en": "Stage", "year": pool.year, "slug": pool.slug, "capacity": 7}
        assert chief.post(f"/admin/felleskvoter/edit/{pool.pk}/", typed).status_code == 302
    finally:
        type(pool).save = real
    pool.refresh_from_db()
    assert (pool.capacity, pool.taken) == (7, 3)
    assert chief.post(f"/admin/felleskvoter/edit/{pool.pk}/", typed | {"capacity": 2}).status_code == 200
    pool.refresh_from_db()
    assert pool.capacity == 7


def test_a_round_is_made_and_changed_in_the_admin_and_wrong_moments_are_said(chief):
    typed = {
        "name_nb": "Ny runde",
        "name_en": "New round",
        "opens_at": "2030-01-01 09:00",
        "priority_ends_at": "2030-02-01 12:00",
        "closes_at": "2030-03-01 16:00",
        "starts_on": "2030-04-01",
        "ends_on": "2033-12-31",
        "instalments": "1",
        "needs_both_owners": "on",
    }
    assert chief.post("/admin/partnerrunder/add/", typed).status_code == 302
    made = PartnershipRound.objects.get()
    for wrong in ({"closes_at": "2030-01-15 16:00"}, {"ends_on": "2030-01-01"}, {"instalments": "13"}):
        response = chief.post(f"/admin/partnerrunder/edit/{made.pk}/", typed | wrong)
        assert response.status_code == 200
        assert response.context["form"].errors
    assert chief.post(f"/admin/partnerrunder/edit/{made.pk}/", typed | {"name_nb": "Nytt navn"}).status_code == 302
    made.refresh_from_db()
    assert made.name_nb == "Nytt navn"
    assert f"/admin/opptak/runde/{made.pk}/" in words(chief.get("/admin/partnerrunder/"))


@pytest.mark.parametrize("address", ["/admin/opptak/", "/admin/partnersoknader/", "board"])
def test_a_long_list_asks_no_more_of_the_database_than_a_short_one(chief, address):
    row = a_round(seats=1)
    address = f"/admin/opptak/runde/{row.round_id}/" if address == "board" else address

    def count() -> int:
        chief.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            chief.get(address)
        return len(asked)

    ApplicationFactory.create_batch(2, round=row.round, tier=row.tier, submitted=True)
    ApplicationFactory.create_batch(2, round=row.round, tier=row.tier, waiting=True)
    few = count()
    ApplicationFactory.create_batch(15, round=row.round, tier=row.tier, submitted=True)
    ApplicationFactory.create_batch(15, round=row.round, tier=row.tier, waiting=True)
    assert count() <= few


# --- the portal -------------------------------------------------------------------------------------------------------
def test_the_liaison_finds_what_waits_and_says_yes():
    row = a_round(needs_both_owners=True)
    person = liaison()
    client = in_portal(person)
    made, alone = apply(row), apply(a_round())
    assert made.company_name in words(client.get("/portal/")), "it stands on the home page"
    listed = words(client.get("/portal/soknader/"))
    assert made.company_name in listed
    assert alone.company_name not in listed
    page = client.get(f"/portal/soknader/{made.pk}/")
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert client.get(f"/portal/soknader/{alone.pk}/").status_code == 404
    assert client.post(f"/portal/soknader/{made.pk}/", {"svar": "ja"}).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.municipality_agreed_by) == ("submitted", person)
    again = client.post(f"/portal/soknader/{made.pk}/", {"svar": "ja"}, follow=True)
    assert again.status_code == 200
    assert made.company_name not in words(client.get("/portal/"))


def test_the_liaison_s_no_needs_a_reason():
    row = a_round(needs_both_owners=True)
    client, made = in_portal(liaison()), apply(row)
    for typed in ({}, {"svar": "nei"}, {"svar": "nei", "reason": "  "}, {"svar": "ja nei"}):
        assert client.post(f"/portal/soknader/{made.pk}/", typed).status_code == 422
    assert status_of(made) == "submitted"
    assert client.post(f"/portal/soknader/{made.pk}/", {"svar": "nei", "reason": "Støy."}).status_code == 302
    assert status_of(made) == "declined"
    assert "Støy." in words(client.get(f"/portal/soknader/{made.pk}/"))


def test_nobody_but_a_liaison_of_a_public_body_sees_them():
    row = a_round(needs_both_owners=True)
    made = apply(row)
    for person in (
        MembershipFactory(administrator=True).user,
        MembershipFactory(firm=PartnerFirmFactory(public=True), administrator=True).user,
    ):
        client = in_portal(person)
        assert client.get("/portal/soknader/").status_code == 404
        assert client.get(f"/portal/soknader/{made.pk}/").status_code == 404
        assert client.post(f"/portal/soknader/{made.pk}/", {"svar": "ja"}).status_code == 404
    assert status_of(made) == "submitted"


def test_the_board_says_when_seats_changed_while_it_was_open_and_keeps_what_was_typed(chief):
    row = a_round(seats=3, reserved=2)
    address, name = f"/admin/opptak/runde/{row.round_id}/", f"t{row.tier_id}"
    typed = {"tier": row.tier_id, f"{name}-seats": "5", f"{name}-reserved": "2"}
    seen = {f"{name}-seen_seats": "3", f"{name}-seen_reserved": "2"}
    assert f'name="{name}-seen_reserved" value="2"' in words(chief.get(address))
    admit(row, former=True)
    stale = chief.post(address, typed | seen)
    assert stale.status_code == 422
    assert seats_of(row) == (1, 1, 1)
    page = words(stale)
    assert f'name="{name}-seen_reserved" value="1"' in page, "saved once more, it is what is meant"
    assert f'name="{name}-seats" value="5"' in page
    assert chief.post(address, typed | {f"{name}-seen_seats": "3", f"{name}-seen_reserved": "1"}).status_code == 302
    assert seats_of(row) == (2, 1, 2)
    for wrong in ("x", "-1", "99999999999999999999"):
        assert chief.post(address, typed | seen | {f"{name}-seen_seats": wrong}).status_code == 422
