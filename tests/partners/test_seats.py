"""Seats for people who have an account already, changing seats, ending them; the last administrator stays."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User
from common.mail import _builders
from common.models import OutgoingMail
from common.workflow import TransitionError
from partners.models import Membership, Notification
from partners.services import (
    accept_seat,
    change_seat,
    decline_seat,
    end_seat,
    invite_to_firm,
    offers_to,
    seat_of,
)
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    """A firm with its administrator."""
    return MembershipFactory(administrator=True).firm


@pytest.fixture
def admin(firm):
    """The firm's one administrator."""
    return firm.memberships.get().user


def log_of(seat: Membership) -> list[str]:
    return [entry.action for entry in ModelLogEntry.objects.for_instance(seat).order_by("pk")]


# --- a second seat ----------------------------------------------------------------------------------------------------
def test_whoever_has_an_account_says_yes_in_the_portal(firm, admin):
    person = UserFactory(email="kari@annet.example")
    seat = invite_to_firm(" KARI@annet.example", firm, by=admin)
    assert (seat.status, seat.user, seat.invitation) == ("invited", person, None)
    assert not Invitation.objects.exists()
    assert seat_of(person, firm) is None, "nothing opens before the yes"
    letter = _builders["seat_offered"](**OutgoingMail.objects.get(kind="seat_offered").arguments)
    assert letter.to == person.email
    assert f"/portal/plass/{seat.pk}/" in letter.action[1]
    accept_seat(seat, by=person)
    assert seat_of(person, firm) == seat
    assert log_of(seat) == ["partners.membership_offered", "partners.membership_activated"]
    assert [one.user for one in Notification.objects.filter(kind="seat_taken")] == [admin]


def test_a_no_ends_it_and_the_administrators_hear_of_it(firm, admin):
    person = UserFactory()
    seat = invite_to_firm(person.email, firm, by=admin)
    decline_seat(seat, by=person)
    seat.refresh_from_db()
    assert seat.status == "ended"
    assert Notification.objects.get(kind="seat_declined").user == admin
    with pytest.raises(TransitionError):
        accept_seat(seat, by=person)


def test_inviting_again_renews_what_waits_and_makes_no_second_seat(firm, admin):
    person = UserFactory()
    first = invite_to_firm(person.email, firm, by=admin)
    again = invite_to_firm(person.email, firm, role="administrator", by=admin)
    assert first.pk == again.pk
    assert firm.memberships.get(user=person).role == "administrator"


def test_an_offer_is_only_for_the_one_it_was_made_to(firm, admin):
    seat = invite_to_firm(UserFactory().email, firm, by=admin)
    for other in (UserFactory(), admin):
        with pytest.raises(TransitionError):
            accept_seat(seat, by=other)
        with pytest.raises(TransitionError):
            decline_seat(seat, by=other)
    assert Membership.objects.get(pk=seat.pk).status == "invited"


def test_an_offer_grows_old(firm, admin):
    person = UserFactory()
    seat = invite_to_firm(person.email, firm, by=admin)
    Membership.objects.filter(pk=seat.pk).update(
        created_at=seat.created_at - timedelta(days=settings.INVITATION_DAYS, minutes=1)
    )
    assert not offers_to(person).exists()
    with pytest.raises(TransitionError):
        accept_seat(seat, by=person)
    assert _builders["seat_offered"](membership=seat.pk, inviter=admin.pk) is None


@pytest.mark.parametrize("what", ["ended", "answered", "locked"])
def test_a_letter_about_an_offer_that_is_over_is_not_written(firm, admin, what):
    person = UserFactory()
    seat = invite_to_firm(person.email, firm, by=admin)
    if what == "ended":
        end_seat(seat, by=admin)
    elif what == "answered":
        accept_seat(seat, by=person)
    else:
        User.objects.filter(pk=person.pk).update(is_active=False)
    assert _builders["seat_offered"](membership=seat.pk, inviter=admin.pk) is None


# --- changing ---------------------------------------------------------------------------------------------------------
def test_an_administrator_gives_role_contacts_and_the_right_to_sign(firm, admin):
    seat = MembershipFactory(firm=firm)
    change_seat(seat, role="administrator", is_invoice_contact=True, may_sign=True, by=admin)
    seat.refresh_from_db()
    assert (seat.role, seat.is_invoice_contact, seat.may_sign, seat.is_primary_contact) == (
        *("administrator", True, True),
        False,
    )
    entry = ModelLogEntry.objects.for_instance(seat).get(action="partners.membership_changed")
    assert entry.data["changes"] == {
        "role": ["member", "administrator"],
        "is_invoice_contact": [False, True],
        "may_sign": [False, True],
    }


def test_nothing_changed_is_not_logged(firm, admin):
    seat = MembershipFactory(firm=firm)
    before = log_of(seat)
    change_seat(seat, role="member", by=admin)
    assert log_of(seat) == before


REFUSED = {
    "a member": (
        lambda firm: MembershipFactory(firm=firm).user,
        {"role": "member", "is_primary_contact": True},
        "role",
    ),
    "another firm's administrator": (
        lambda firm: MembershipFactory(administrator=True).user,
        {"role": "administrator"},
        "role",
    ),
    "a former administrator": (
        lambda firm: (
            MembershipFactory(firm=firm, administrator=True, ended=True, user=UserFactory()).user or UserFactory()
        ),
        {"role": "administrator"},
        "role",
    ),
    "an adviser": (lambda firm: UserFactory(adviser=True), {"role": "administrator"}, "role"),
    "a member who signs": (
        lambda firm: firm.memberships.get(role="administrator").user,
        {"role": "member", "may_sign": True},
        "may_sign",
    ),
    "a liaison of a firm": (
        lambda firm: firm.memberships.get(role="administrator").user,
        {"role": "liaison"},
        "liaison",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_may_not_be_changed_is_not(firm, case):
    who, wanted, code = REFUSED[case]
    seat = MembershipFactory(firm=firm)
    before = Membership.objects.filter(pk=seat.pk).values().get()
    with pytest.raises(ValidationError) as refused:
        change_seat(seat, by=who(firm), **wanted)
    assert refused.value.code == code
    assert Membership.objects.filter(pk=seat.pk).values().get() == before


def test_nobody_raises_the_own_rights(firm, admin):
    own = firm.memberships.get()
    with pytest.raises(ValidationError) as refused:
        change_seat(own, role="administrator", may_sign=True, by=admin)
    assert refused.value.code == "own_rights"
    change_seat(own, role="administrator", may_sign=True, by=UserFactory(manager=True))
    change_seat(own, role="administrator", may_sign=True, is_primary_contact=True, by=admin)
    own.refresh_from_db()
    assert own.may_sign and own.is_primary_contact
    change_seat(own, role="administrator", by=admin)  # giving it up is free


@pytest.mark.parametrize("status", ["invited", "ended"])
def test_only_a_seat_in_use_is_changed(firm, admin, status):
    seat = MembershipFactory(firm=firm, **{status: True})
    with pytest.raises(TransitionError):
        change_seat(seat, role="administrator", by=admin)


# --- ending -----------------------------------------------------------------------------------------------------------
def test_the_last_administrator_neither_leaves_nor_steps_down(firm, admin):
    MembershipFactory(firm=firm)
    own = firm.memberships.get(user=admin)
    for step in (
        lambda: end_seat(own, by=admin),
        lambda: change_seat(own, role="member", by=admin),
        lambda: end_seat(own, by=UserFactory(manager=True)),
    ):
        with pytest.raises(ValidationError) as refused:
            step()
        assert refused.value.code == "last_administrator"
    assert Membership.objects.administrators().filter(firm=firm).count() == 1


def test_an_administrator_who_is_locked_out_does_not_count(firm, admin):
    MembershipFactory(firm=firm, administrator=True, user=UserFactory(locked_out=True))
    with pytest.raises(ValidationError):
        end_seat(firm.memberships.get(user=admin), by=admin)


def test_with_another_administrator_one_may_go(firm, admin):
    other = MembershipFactory(firm=firm, administrator=True)
    end_seat(firm.memberships.get(user=admin), by=admin)
    assert seat_of(admin, firm) is None
    assert [one.user for one in Notification.objects.filter(kind="seat_ended")] == [other.user]


def test_the_manager_may_close_a_firm_whose_last_seat_it_is(firm, admin):
    end_seat(firm.memberships.get(), by=UserFactory(manager=True))
    assert not Membership.objects.active().filter(firm=firm).exists()


def test_a_member_leaves_and_ends_nobody_else(firm):
    one, two = MembershipFactory(firm=firm), MembershipFactory(firm=firm)
    with pytest.raises(ValidationError):
        end_seat(two, by=one.user)
    end_seat(one, by=one.user)
    assert (Membership.objects.get(pk=one.pk).status, Membership.objects.get(pk=two.pk).status) == ("ended", "active")
    with pytest.raises(TransitionError):
        end_seat(one, by=firm.memberships.get(role="administrator").user)


def test_an_invitation_taken_back_shuts_its_link_unless_it_leads_elsewhere(firm, admin):
    seat = invite_to_firm("ny@example.org", firm, by=admin)
    end_seat(seat, by=admin)
    assert Invitation.objects.get().status == "revoked"
    other = MembershipFactory(administrator=True)
    seat = invite_to_firm("to@example.org", firm, by=admin)
    invite_to_firm("to@example.org", other.firm, by=other.user)
    end_seat(seat, by=admin)
    assert Invitation.objects.get(email="to@example.org").status == "pending"


def test_to_undo_an_ended_seat_one_invites_again(firm, admin):
    seat = MembershipFactory(firm=firm)
    end_seat(seat, by=admin)
    offered = invite_to_firm(seat.user.email, firm, by=admin)
    accept_seat(offered, by=seat.user)
    assert seat_of(seat.user, firm) == offered


def test_nobody_has_two_seats_in_one_firm_however_they_were_offered(admin, firm):
    person = UserFactory()
    seat = invite_to_firm(person.email, firm, by=admin)
    MembershipFactory(firm=firm, user=person)
    with pytest.raises(TransitionError) as refused:
        accept_seat(seat, by=person)
    assert refused.value.code == "seated"
