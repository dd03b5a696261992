"""What stands in the way of an approval, who answers for the municipality, who can sign, and an offer made again."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User
from accounts.roles import Role, give_role
from common.models import OutgoingMail
from common.workflow import TransitionError
from partners.models import Application, ClauseVersion, ContributionTier, Membership
from partners.services import (
    agree,
    can_sign,
    draft_agreement,
    may_decide,
    offer_again,
    settle_agreed,
    settle_application,
    submit_application,
    terminate_agreement,
)
from tests.conftest import login, plant_root
from tests.factories import (
    AgreementFactory,
    ApplicationFactory,
    ClauseVersionFactory,
    MembershipFactory,
    PartnerFirmFactory,
    UserFactory,
)

from .applying import a_round, admit, apply, liaison, manager, moved, seats_of

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=400)


def stored(made: Application) -> Application:
    return Application.objects.get(pk=made.pk)


def entered() -> Client:
    plant_root()
    TOTP.activate(manager(), "A" * 32)
    return login(Client(), manager())


def held_up():
    """An application agreed on that has no clauses to be offered."""
    row = a_round()
    made = apply(row)
    ClauseVersion.objects.all().delete()
    agree(made, by=manager())
    return row, made


# --- what stands in the way -------------------------------------------------------------------------------------------
def test_the_last_yes_stays_when_something_stands_in_the_way_and_the_clock_tries_again():
    row, made = held_up()
    assert (stored(made).status, stored(made).association_agreed_by) == ("submitted", manager())
    assert stored(made).held_up
    assert seats_of(row) == (0, 0, 2)
    assert settle_agreed() == 0
    entries = ModelLogEntry.objects.for_instance(made).filter(action="partners.application_held_up")
    assert entries.count() == 1, "said once, however often it is tried"
    ClauseVersionFactory()
    assert settle_agreed() == 1
    assert (stored(made).status, stored(made).held_up) == ("approved", "")
    assert seats_of(row) == (0, 1, 1)
    assert settle_agreed() == 0


def test_the_municipality_s_yes_comes_last_and_is_not_lost_on_a_retired_tier():
    row = a_round(needs_both_owners=True)
    made, person = apply(row), liaison()
    agree(made, by=manager())
    ContributionTier.objects.filter(pk=row.tier_id).update(is_retired=True)
    client = login(Client(), person, second_factor=False)
    plant_root()
    answer = client.post(f"/portal/soknader/{made.pk}/", {"svar": "ja"}, follow=True)
    assert stored(made).municipality_agreed_by == person
    assert stored(made).held_up
    assert stored(made).held_up not in answer.content.decode(), "an inner matter of the programme"


def test_the_manager_sees_why_and_tries_again():
    _row, made = held_up()
    client = entered()
    address = f"/admin/opptak/{made.pk}/"
    assert stored(made).held_up in client.get("/admin/opptak/").content.decode()
    assert stored(made).held_up in client.get(address).content.decode()
    assert client.post(address, {"svar": "igjen"}, follow=True).status_code == 200
    assert stored(made).status == "submitted"
    ClauseVersionFactory()
    client.post(address, {"svar": "igjen"})
    assert stored(made).status == "approved"
    assert client.post(address, {"svar": "igjen"}, follow=True).status_code == 200
    for by, code in ((UserFactory(adviser=True), "role"), (manager(), "state")):
        with pytest.raises(TransitionError) as refused:
            settle_application(made, by=by)
        assert refused.value.code == code


def test_one_the_municipality_need_no_longer_answer_is_settled():
    row = a_round(needs_both_owners=True)
    agreed, asked = apply(row), apply(row)
    agree(agreed, by=manager())
    assert settle_agreed() == 0
    moved(row.round, needs_both_owners=False)
    assert settle_agreed() == 1
    assert [stored(made).status for made in (agreed, asked)] == ["approved", "submitted"]


# --- offered again ----------------------------------------------------------------------------------------------------
def taken_back(row) -> Application:
    made = admit(row)
    terminate_agreement(made.agreements.get(), on=timezone.localdate(), reason="Ikke signert.", by=manager())
    return made


def test_an_offer_that_was_taken_back_is_made_again_with_a_seat():
    row = a_round(seats=1)
    made = taken_back(row)
    assert seats_of(row) == (0, 0, 1)
    client = entered()
    address = f"/admin/opptak/{made.pk}/"
    assert 'value="tilby"' in client.get(address).content.decode()
    assert client.post(address, {"svar": "tilby"}).status_code == 302
    assert sorted(made.agreements.values_list("status", flat=True)) == ["offered", "terminated"]
    assert seats_of(row) == (0, 1, 0)
    assert 'value="tilby"' not in client.get(address).content.decode()
    client.post(address, {"svar": "tilby"})
    assert made.agreements.count() == 2


def test_it_is_not_offered_again_without_a_seat_nor_past_the_line_nor_twice():
    row = a_round(seats=1)
    made = admit(row)
    waiting = admit(row)
    with pytest.raises(TransitionError) as refused:
        offer_again(made, by=manager())
    assert refused.value.code == "offered"
    terminate_agreement(made.agreements.get(), on=timezone.localdate(), reason="Ikke signert.", by=manager())
    assert stored(waiting).status == "approved"
    for step, code in (
        (lambda: offer_again(made, by=manager()), "full"),
        (lambda: offer_again(made, by=UserFactory(adviser=True)), "role"),
        (lambda: offer_again(apply(row), by=manager()), "not_from_here"),
    ):
        with pytest.raises(TransitionError) as refused:
            step()
        assert refused.value.code == code
    assert seats_of(row) == (0, 1, 0)


def test_the_database_refuses_two_standing_agreements_of_one_application():
    made = admit(a_round())
    agreement = made.agreements.get()
    agreement.pk = agreement.number = None
    agreement.starts_on += timedelta(days=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        agreement.save()


# --- who can sign -----------------------------------------------------------------------------------------------------
def firm_of(row, **contact) -> tuple:
    firm = PartnerFirmFactory(without_agreement=True)
    return firm, lambda: admit(row, organisation_number=firm.organisation_number, **contact)


def test_an_invitation_that_has_run_out_is_renewed():
    firm, approve = firm_of(a_round(), contact_email="siv@ny.example")
    old = Invitation.objects.create(
        email="siv@ny.example",
        token_hash="x",
        created_at=timezone.now() - LONG_AGO,
        expires_at=timezone.now() - LONG_AGO,
    )
    seat = Membership.objects.create(firm=firm, invitation=old, role="member", created_at=timezone.now() - LONG_AGO)
    approve()
    seat.refresh_from_db()
    assert (seat.role, seat.may_sign, seat.invitation.is_open) == ("administrator", True, True)
    assert firm.memberships.count() == 1
    assert can_sign(firm)


def test_an_offer_in_the_portal_that_is_too_old_is_made_anew():
    known = UserFactory()
    firm, approve = firm_of(a_round(), contact_email=known.email)
    seat = Membership.objects.create(firm=firm, user=known, role="member", created_at=timezone.now() - LONG_AGO)
    approve()
    seat.refresh_from_db()
    assert Membership.objects.awaiting_answer().filter(pk=seat.pk, may_sign=True).exists()
    assert OutgoingMail.objects.get(kind="seat_offered").arguments["membership"] == seat.pk
    assert firm.memberships.count() == 1


def test_a_signer_who_let_the_invitation_run_out_does_not_count_as_one():
    firm, approve = firm_of(a_round(), contact_email="ny@firma.example")
    gone = UserFactory()
    Membership.objects.create(
        firm=firm, user=gone, role="administrator", may_sign=True, created_at=timezone.now() - LONG_AGO
    )
    approve()
    assert firm.memberships.get(invitation__email="ny@firma.example").may_sign


def test_a_plain_member_signs_where_nobody_else_does_and_only_there():
    row = a_round(seats=4)
    seat = MembershipFactory(firm=PartnerFirmFactory(without_agreement=True))
    admit(row, organisation_number=seat.firm.organisation_number, contact_email=seat.user.email)
    seat.refresh_from_db()
    assert (seat.role, seat.may_sign) == ("administrator", True)
    assert ModelLogEntry.objects.for_instance(seat).filter(action="partners.membership_changed").exists()
    firm = PartnerFirmFactory(without_agreement=True)
    MembershipFactory(firm=firm, administrator=True, may_sign=True)
    member = MembershipFactory(firm=firm)
    admit(row, organisation_number=firm.organisation_number, contact_email=member.user.email)
    member.refresh_from_db()
    assert (member.role, member.may_sign) == ("member", False)


def test_the_manager_is_told_when_the_contact_is_locked_out_and_nobody_signs():
    client = entered()
    made = admit(a_round(), contact_email=UserFactory(is_active=False).email)
    told = OutgoingMail.objects.get(kind="application_unsigned")
    assert told.arguments == {"application": made.pk, "reader": manager().pk}
    page = client.get(f"/admin/opptak/{made.pk}/")
    assert (page.context["nobody_signs"], page.context["is_locked_out"]) == (True, True)
    User.objects.filter(email=made.contact_email).update(is_active=True)
    MembershipFactory(firm=made.firm, administrator=True, may_sign=True)
    assert not client.get(f"/admin/opptak/{made.pk}/").context["nobody_signs"]


# --- the municipality -------------------------------------------------------------------------------------------------
def test_only_the_municipality_that_owns_the_programme_answers_and_is_told():
    row = a_round(needs_both_owners=True)
    other = MembershipFactory(firm=PartnerFirmFactory(public=True, without_agreement=True), liaison=True).user
    person = liaison()
    made = apply(row)
    assert [may_decide(one, "municipality") for one in (person, other)] == [True, False]
    told = OutgoingMail.objects.filter(kind="application_to_decide").values_list("arguments__reader", flat=True)
    assert person.pk in told
    assert other.pk not in told
    plant_root()
    client = login(Client(), other, second_factor=False)
    assert client.get("/portal/soknader/").status_code == 404
    assert client.get(f"/portal/soknader/{made.pk}/").status_code == 404
    assert made.company_name not in client.get("/portal/").content.decode()


def test_one_public_body_owns_the_programme_and_no_firm_does():
    PartnerFirmFactory(owner=True, without_agreement=True)
    second = PartnerFirmFactory(public=True, without_agreement=True)
    second.is_owner = True
    with pytest.raises(ValidationError):
        second.full_clean()
    firm = PartnerFirmFactory(without_agreement=True)
    firm.is_owner = True
    with pytest.raises(ValidationError):
        firm.full_clean()


def test_the_manager_is_told_when_no_municipality_is_marked():
    client = entered()
    made = apply(a_round(needs_both_owners=True))
    assert client.get(f"/admin/opptak/{made.pk}/").context["no_owner"]
    liaison()
    assert not client.get(f"/admin/opptak/{made.pk}/").context["no_owner"]


# --- other agreements of the firm -------------------------------------------------------------------------------------
def test_a_draft_nobody_has_seen_is_no_reason_to_refuse_an_application():
    row = a_round()
    firm = PartnerFirmFactory(without_agreement=True)
    days = {"starts_on": row.round.starts_on, "ends_on": row.round.ends_on}
    draft_agreement(firm, row.tier, **days, by=None)
    made = apply(row, organisation_number=firm.organisation_number)
    agree(made, by=manager())
    assert (stored(made).status, bool(stored(made).held_up)) == ("submitted", True)


@pytest.mark.parametrize(("off", "is_free"), [(timedelta(days=30), False), (timedelta(0), True)])
def test_one_that_was_terminated_counts_until_its_last_day(off, is_free):
    row = a_round()
    firm = PartnerFirmFactory(without_agreement=True)
    AgreementFactory(
        firm=firm,
        starts_on=row.round.starts_on - LONG_AGO,
        ends_on=row.round.ends_on,
        status="terminated",
        terminated_on=row.round.starts_on + off,
        reason="Flytter.",
    )
    made = ApplicationFactory(round=row.round, tier=row.tier, organisation_number=firm.organisation_number)
    if is_free:
        submit_application(made)
        agree(made, by=manager())
        assert stored(made).status == "approved"
        return
    with pytest.raises(ValidationError) as refused:
        submit_application(made)
    assert refused.value.error_dict["organisation_number"][0].code == "agreement"


@pytest.mark.parametrize(("role", "may"), [(Role.COMMUNICATIONS, False), (Role.PROGRAMME_MANAGER, True)])
def test_only_the_manager_marks_the_municipality_that_owns_the_programme(role, may):
    plant_root()
    person = UserFactory()
    give_role(person, role)
    TOTP.activate(person, "A" * 32)
    firm = PartnerFirmFactory(public=True, without_agreement=True)
    page = login(Client(), person).get(f"/admin/partnerbedrifter/edit/{firm.pk}/")
    assert ("is_owner" in page.context["form"].fields) is may
