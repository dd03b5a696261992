"""Invitations: the only way in."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User, hash_token
from accounts.roles import Role, has_role, is_staff_member
from accounts.services import accept_invitation, invite, open_invitation
from common.mail import deliver
from common.models import OutgoingMail
from common.workflow import TransitionError
from tests.factories import InvitationFactory, UserFactory

pytestmark = pytest.mark.django_db

ANSWER = {"first_name": "Ny", "last_name": "Nyhus", "password": "hold-døra-åpen-nå"}
ALLOWED = {"accept": {"pending": "accepted"}, "revoke": {"pending": "revoked"}}


@pytest.mark.parametrize("state", ["pending", "accepted", "revoked", "expired"])
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_state(verb, state):
    invitation = InvitationFactory(**({} if state == "pending" else {state: True}))
    by = UserFactory()
    before = Invitation.objects.filter(pk=invitation.pk).values().get()
    entries = ModelLogEntry.objects.for_instance(invitation).count()
    # One that has expired can still be taken back, but no longer be used.
    allowed = state in ALLOWED[verb] or (verb, state) == ("revoke", "expired")
    if not allowed:
        with pytest.raises(TransitionError):
            getattr(invitation, verb)(by=by)
        assert Invitation.objects.filter(pk=invitation.pk).values().get() == before
        assert ModelLogEntry.objects.for_instance(invitation).count() == entries
        return
    getattr(invitation, verb)(by=by)
    stored = Invitation.objects.get(pk=invitation.pk)
    assert stored.status == ALLOWED[verb]["pending"]
    assert (stored.accepted_by, stored.accepted_at is not None) == ((by, True) if verb == "accept" else (None, False))
    entry = ModelLogEntry.objects.for_instance(invitation).order_by("pk").last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, "pending", stored.status)
    assert not stored.is_open


def test_the_table_has_every_verb_and_every_state():
    assert set(ALLOWED) == set(Invitation.TRANSITIONS)
    assert {"pending", "accepted", "revoked"} == set(Invitation.Status.values)


def test_only_a_hash_of_the_secret_is_kept():
    invitation = InvitationFactory()
    kept = Invitation.objects.filter(pk=invitation.pk).values().get()
    assert invitation.token not in str(kept)
    assert kept["token_hash"] == hash_token(invitation.token)
    assert len(invitation.token) == 32  # 24 bytes, 192 bits


def test_the_link_opens_until_it_expires(settings):
    invitation = InvitationFactory()
    assert open_invitation(invitation.token) == invitation
    assert open_invitation(invitation.token + "x") is None
    assert open_invitation("") is None
    left = invitation.expires_at - timezone.now()
    assert timedelta(days=settings.INVITATION_DAYS - 1) < left <= timedelta(days=settings.INVITATION_DAYS)


@pytest.mark.parametrize("trait", ["expired", "revoked", "accepted"])
def test_a_link_that_no_longer_works_opens_nothing(trait):
    assert open_invitation(InvitationFactory(**{trait: True}).token) is None


def test_an_address_has_one_account_in_any_letter_case():
    UserFactory(email="ola@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="OLA@example.org")])
    assert User.objects.get_by_natural_key("Ola@Example.org").email == "ola@example.org"


def test_an_address_has_one_pending_invitation_in_any_letter_case():
    InvitationFactory(email="ola@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(email="OLA@example.org")
    Invitation.objects.get().revoke(by=UserFactory())
    InvitationFactory(email="OLA@example.org")


# --- who may ----------------------------------------------------------------------------------------------------------
def test_the_programme_manager_gives_a_role():
    manager = UserFactory(manager=True)
    invitation = invite(" Ny@Example.org", role=Role.ADVISER, language="en", by=manager)
    assert (invitation.email, invitation.role, invitation.language) == ("ny@example.org", "adviser", "en")
    assert OutgoingMail.objects.get().kind == "invitation"
    user = accept_invitation(invitation, **ANSWER)
    assert has_role(user, Role.ADVISER)
    assert is_staff_member(User.objects.get(pk=user.pk))
    assert user.language == "en"


@pytest.mark.parametrize("who", [{}, {"adviser": True}, {"communications": True}, {"analyst": True}])
def test_nobody_else_gives_a_role(who):
    with pytest.raises(ValidationError) as refused:
        invite("ny@example.org", role=Role.PROGRAMME_MANAGER, by=UserFactory(**who))
    assert refused.value.code == "role"
    assert not Invitation.objects.exists()


def test_an_invitation_without_a_role_makes_nobody_staff():
    user = accept_invitation(InvitationFactory(), **ANSWER)
    assert not is_staff_member(User.objects.get(pk=user.pk))
    assert user.groups.count() == 0


def test_a_person_who_is_locked_out_holds_no_role():
    assert not has_role(UserFactory(manager=True, locked_out=True), Role.PROGRAMME_MANAGER)


# --- accepting --------------------------------------------------------------------------------------------------------
def test_accepting_makes_an_account_whose_address_is_verified():
    invitation = InvitationFactory(email="ny@example.org")
    user = accept_invitation(invitation, **ANSWER)
    assert (user.email, user.get_full_name()) == ("ny@example.org", "Ny Nyhus")
    address = user.emailaddress_set.get()
    assert (address.email, address.verified, address.primary) == ("ny@example.org", True, True)
    assert Invitation.objects.get().accepted_by == user


def test_of_two_browsers_with_the_same_link_the_second_is_told_that_it_was_used():
    invitation = InvitationFactory()
    stale = Invitation.objects.get(pk=invitation.pk)
    accept_invitation(invitation, **ANSWER)
    with pytest.raises(TransitionError):
        accept_invitation(stale, **ANSWER)
    assert User.objects.filter(email=invitation.email).count() == 1


def test_an_account_made_meanwhile_is_told_and_not_an_error_of_the_server():
    invitation = InvitationFactory(email="ny@example.org")
    UserFactory(email="ny@example.org")
    with pytest.raises(ValidationError):
        accept_invitation(invitation, **ANSWER)
    assert User.objects.filter(email="ny@example.org").count() == 1


@pytest.mark.parametrize("trait", ["expired", "revoked"])
def test_an_invitation_that_no_longer_stands_makes_no_account(trait):
    invitation = InvitationFactory(**{trait: True})
    with pytest.raises(TransitionError):
        accept_invitation(invitation, **ANSWER)
    assert not User.objects.filter(email=invitation.email).exists()


# --- the letter -------------------------------------------------------------------------------------------------------
def test_the_mail_carries_a_link_that_works_and_the_one_before_it_no_longer_does(mailoutbox):
    invitation = invite("ny@example.org", by=UserFactory())
    [waiting] = OutgoingMail.objects.all()
    assert deliver(waiting.pk) == "sent"
    token = next(word for word in mailoutbox[0].body.split() if "/invitasjon/" in word).rstrip("/").split("/")[-1]
    assert open_invitation(token) == invitation
    assert mailoutbox[0].to == ["ny@example.org"]
    invite("ny@example.org", by=UserFactory())
    assert open_invitation(token) is None


@pytest.mark.parametrize("trait", ["revoked", "accepted"])
def test_the_mail_of_an_invitation_that_no_longer_stands_is_not_sent(trait, mailoutbox):
    invitation = InvitationFactory(**{trait: True})
    from common.mail import post

    assert deliver(post("invitation", invitation=invitation.pk).pk) == "dropped"
    assert mailoutbox == []
