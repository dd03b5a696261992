"""Seats: what may become of them, who may give them, what they open."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User
from accounts.services import open_invitation
from common.models import OutgoingMail
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm
from partners.services import accept, invite_to_firm, seat_of
from tests.factories import InvitationFactory, MembershipFactory, PartnerFirmFactory, UserFactory

pytestmark = pytest.mark.django_db

STATES = ("invited", "active", "ended")
ALLOWED = {
    "activate": {"invited": "active"},
    "end": {"invited": "ended", "active": "ended"},
    "restore": {"ended": "active"},
}


def seat_that_is(status: str) -> Membership:
    """A seat in that state."""
    return MembershipFactory(**({} if status == "active" else {status: True}))


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_state(verb, status):
    seat, by = seat_that_is(status), UserFactory()
    before = Membership.objects.filter(pk=seat.pk).values().get()
    entries = ModelLogEntry.objects.for_instance(seat).count()
    do = {
        "activate": lambda: seat.activate(user=by),
        "end": lambda: seat.end(by=by),
        "restore": lambda: seat.restore(by=by),
    }[verb]
    if status not in ALLOWED[verb]:
        with pytest.raises(TransitionError):
            do()
        assert Membership.objects.filter(pk=seat.pk).values().get() == before
        assert ModelLogEntry.objects.for_instance(seat).count() == entries
        return
    do()
    seat = Membership.objects.get(pk=seat.pk)
    assert seat.status == ALLOWED[verb][status]
    assert (seat.ended_at is None) == (verb != "end")
    if verb == "activate":
        assert seat.user == by
    entry = ModelLogEntry.objects.for_instance(seat).order_by("pk").last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, status, ALLOWED[verb][status])


def test_the_table_has_every_verb_and_every_state():
    assert set(ALLOWED) == set(Membership.TRANSITIONS)
    assert set(STATES) == set(Membership.Status.values)


def test_one_person_has_one_active_seat_in_a_firm():
    seat = MembershipFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(firm=seat.firm, user=seat.user)
    seat.end(by=seat.user)
    MembershipFactory(firm=seat.firm, user=seat.user)


def test_an_active_seat_has_a_person():
    seat = MembershipFactory(invited=True)
    with pytest.raises(IntegrityError, match="active_seat_has_a_person"), transaction.atomic():
        seat.activate(user=None)


# --- what a seat opens ------------------------------------------------------------------------------------------------
def opened_to(user) -> list[PartnerFirm]:
    """The firms whose inside `user` sees, from one seat or another."""
    seats = Membership.objects.active().filter(user=user.pk)
    return sorted((PartnerFirm.objects.visible_to(seat).get() for seat in seats), key=lambda firm: firm.name)


def test_somebody_sees_the_firms_of_the_own_active_seats_once_each_and_no_other():
    user = UserFactory()
    mine = MembershipFactory(user=user, ended=True).firm
    MembershipFactory(user=user, firm=mine, administrator=True)
    also = MembershipFactory(user=user).firm
    MembershipFactory(user=user, ended=True)
    MembershipFactory(invited=True)
    MembershipFactory()
    assert opened_to(user) == sorted([mine, also], key=lambda firm: firm.name)


@pytest.mark.parametrize("who", ["adviser", "manager", "communications"])
def test_a_role_in_the_programme_is_no_seat(who):
    MembershipFactory()
    assert not opened_to(UserFactory(**{who: True}))


def test_a_stranger_sees_no_firm_from_within():
    MembershipFactory()
    assert not opened_to(AnonymousUser())
    assert seat_of(AnonymousUser(), PartnerFirm.objects.get()) is None


def test_a_seat_is_of_one_firm():
    seat = MembershipFactory()
    assert seat_of(seat.user, seat.firm) == seat
    assert seat_of(seat.user, PartnerFirmFactory()) is None
    seat.end(by=seat.user)
    assert seat_of(seat.user, seat.firm) is None


def test_nobody_acts_from_the_seat_of_a_person_who_is_locked_out():
    seat = MembershipFactory(user=UserFactory(locked_out=True))
    assert not Membership.objects.active().exists()
    assert seat_of(seat.user, seat.firm) is None


# --- who may invite ---------------------------------------------------------------------------------------------------
def test_an_administrator_invites_to_the_own_firm():
    seat = MembershipFactory(administrator=True)
    promised = invite_to_firm("Ny@Example.ORG ", seat.firm, language="en", by=seat.user)
    assert (promised.firm, promised.status, promised.role, promised.user) == (seat.firm, "invited", "member", None)
    invitation = promised.invitation
    assert (invitation.email, invitation.language, invitation.role) == ("ny@example.org", "en", "")
    assert invitation.invited_by == seat.user
    assert OutgoingMail.objects.filter(kind="invitation", arguments={"invitation": invitation.pk}).count() == 1


def test_the_programme_manager_invites_to_any_firm():
    firm = PartnerFirmFactory()
    promised = invite_to_firm("ny@example.org", firm, role="administrator", by=UserFactory(manager=True))
    assert promised.role == "administrator"


@pytest.mark.parametrize(
    "seat",
    [
        {},
        {"liaison": True},
        {"administrator": True, "ended": True},
        {"administrator": True, "invited": True},
    ],
    ids=["member", "liaison", "former administrator", "invited administrator"],
)
def test_nobody_else_at_the_firm_invites(seat):
    firm = PartnerFirmFactory(public=True)
    user = UserFactory()
    MembershipFactory(firm=firm, user=user, **seat)
    with pytest.raises(ValidationError) as refused:
        invite_to_firm("ny@example.org", firm, by=user)
    assert refused.value.code == "role"
    assert not Invitation.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("who", ["adviser", "analyst", "communications", "steering_group"])
def test_no_other_role_of_the_programme_invites(who):
    with pytest.raises(ValidationError):
        invite_to_firm("ny@example.org", PartnerFirmFactory(), by=UserFactory(**{who: True}))
    assert not Invitation.objects.exists()


def test_an_administrator_of_another_firm_does_not_invite():
    with pytest.raises(ValidationError):
        invite_to_firm("ny@example.org", PartnerFirmFactory(), by=MembershipFactory(administrator=True).user)


def test_only_a_public_body_has_a_liaison():
    manager = UserFactory(manager=True)
    with pytest.raises(ValidationError) as refused:
        invite_to_firm("ny@example.org", PartnerFirmFactory(), role="liaison", by=manager)
    assert refused.value.code == "liaison"
    assert invite_to_firm("ny@example.org", PartnerFirmFactory(public=True), role="liaison", by=manager).pk


def test_somebody_who_has_a_seat_here_is_not_invited_again():
    seat = MembershipFactory(administrator=True)
    member = MembershipFactory(firm=seat.firm)
    with pytest.raises(ValidationError) as refused:
        invite_to_firm(member.user.email.upper(), seat.firm, by=seat.user)
    assert refused.value.code == "seated"


def test_inviting_twice_gives_one_seat_and_a_new_link():
    seat = MembershipFactory(administrator=True)
    first = invite_to_firm("ny@example.org", seat.firm, by=seat.user)
    kept = first.invitation.token_hash
    second = invite_to_firm("ny@example.org", seat.firm, role="administrator", by=seat.user)
    assert (first.pk, second.role) == (second.pk, "administrator")
    assert Invitation.objects.get().token_hash != kept


def test_a_firm_does_not_take_away_what_the_programme_promised_the_same_address():
    manager = UserFactory(manager=True)
    InvitationFactory(email="ny@example.org", role="adviser", invited_by=manager)
    seat = MembershipFactory(administrator=True)
    invite_to_firm("ny@example.org", seat.firm, by=seat.user)
    assert Invitation.objects.get().role == "adviser"


# --- accepting --------------------------------------------------------------------------------------------------------
ANSWER = {"first_name": "Ny", "last_name": "Nyhus", "password": "hold-døra-åpen-nå"}


def test_accepting_gives_the_seats_that_were_promised_in_every_firm():
    first, second = MembershipFactory(administrator=True), MembershipFactory(administrator=True)
    invite_to_firm("ny@example.org", first.firm, role="administrator", by=first.user)
    promised = invite_to_firm("ny@example.org", second.firm, by=second.user)
    user = accept(promised.invitation, **ANSWER)
    assert {(seat.firm, seat.role) for seat in Membership.objects.active().filter(user=user)} == {
        (first.firm, "administrator"),
        (second.firm, "member"),
    }
    assert set(opened_to(user)) == {first.firm, second.firm}
    assert user.check_password(ANSWER["password"])
    assert user.emailaddress_set.get().verified


def test_a_seat_ended_before_the_answer_is_not_given():
    by = MembershipFactory(administrator=True)
    promised = invite_to_firm("ny@example.org", by.firm, by=by.user)
    promised.end(by=by.user)
    user = accept(promised.invitation, **ANSWER)
    assert not opened_to(user)


def test_a_seat_ended_before_the_answer_can_be_promised_again():
    by = MembershipFactory(administrator=True)
    invite_to_firm("ny@example.org", by.firm, by=by.user).end(by=by.user)
    promised = invite_to_firm("ny@example.org", by.firm, by=by.user)
    user = accept(promised.invitation, **ANSWER)
    assert opened_to(user) == [by.firm]


@pytest.mark.parametrize("trait", ["expired", "revoked"])
def test_an_invitation_that_no_longer_stands_gives_nothing(trait):
    invitation = InvitationFactory(**{trait: True})
    MembershipFactory(invited=True, invitation=invitation)
    assert open_invitation(invitation.token) is None
    with pytest.raises(TransitionError):
        accept(invitation, **ANSWER)
    assert not User.objects.filter(email=invitation.email).exists()
    assert Membership.objects.get().status == "invited"
