"""Everything that is kept about people has an end, and the clock keeps to it."""

import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from accounts.models import Invitation
from common import retention
from common.models import OutgoingMail
from common.retention import Purpose, forget_all, keep, purposes
from home.management.commands.clock import tick
from home.models import Event, EventRegistration, JobApplication, Subscription, Vacancy
from home.models.events import KEPT_DAYS as REGISTRATION_DAYS
from home.models.newsletter import ENDED_DAYS, PENDING_DAYS
from home.models.vacancies import KEPT_DAYS as APPLICATION_DAYS
from home.retention import MAIL_DAYS, forget_applications
from partners.models import Membership
from partners.services import ADDRESS_DAYS, SIGNER_YEARS
from prospects.models import RENEWABLE_DAYS, Contact, InboundMail, PrivateLink
from tests.factories import (
    InvitationFactory,
    MembershipFactory,
    OutgoingMailFactory,
    PrivateLinkFactory,
    ProspectFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def purpose_list():
    """The purposes, as they were again afterwards."""
    before = dict(retention._purposes)
    yield purposes()
    retention._purposes.clear()
    retention._purposes.update(before)


def forget(key: str, now=None) -> int:
    """What the purpose `key` deletes now, or at another moment."""
    return next(one for one in purposes() if one.key == key).forget(now)


def ended(days_ago: float, now) -> Event:
    end = now - timedelta(days=days_ago)
    return Event.objects.create(name_nb="Frokost", starts_at=end - timedelta(hours=2), ends_at=end, place_nb="Byen")


def register(event: Event, name: str) -> EventRegistration:
    number = uuid.uuid4()
    return EventRegistration.objects.create(
        submission=number,
        event=event,
        name=name,
        email=f"{name.lower()}@prove.example",
        status="registered",
        token_hash=EventRegistration.hash_of(EventRegistration.token_of(number)),
    )


def apply(deadline_days_ago: float, now, name: str, *, text: bytes = b"%PDF-1.7") -> JobApplication:
    vacancy = Vacancy.objects.create(
        name_nb="Rådgiver",
        employer="Næringsforeningen",
        place="Drammen",
        deadline_at=now - timedelta(days=deadline_days_ago),
    )
    return JobApplication.objects.create(
        vacancy=vacancy,
        submission=uuid.uuid4(),
        name=name,
        email=f"{name.lower()}@prove.example",
        letter="Hei.",
        attachment=ContentFile(text, name="cv.pdf"),
    )


def subscription(name: str, *, asked_days_ago: float, now, end=0.0, confirm=False) -> Subscription:
    made = Subscription.objects.create(
        email=f"{name}@prove.example",
        wording="Ja takk",
        secret=Subscription.new_secret(),
        asked_at=now - timedelta(days=asked_days_ago),
    )
    if confirm:
        made.confirm()
    if end:
        made.end()
        Subscription.objects.filter(pk=made.pk).update(ended_at=now - timedelta(days=ENDED_DAYS * end))
    return made


# --- what is said -----------------------------------------------------------------------------------------------------
KEPT = {
    "prospects",
    "forms",
    "inbound",
    "links",
    "subscriptions",
    "registrations",
    "applications",
    "signers",
    "signing_addresses",
    "stories",
    "contacts",
    "accounts",
    "invitations",
    "mails",
    "visits",
}


def test_everything_that_is_kept_today_is_registered():
    assert {one.key for one in purposes()} >= KEPT


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_purpose_says_what_why_on_which_ground_and_until_when(language):
    with translation.override(language):
        for one in purposes():
            for text in (one.name, one.why, one.basis, one.until):
                assert str(text).strip(), one.key
                assert "%(" not in str(text), one.key


def test_the_times_that_are_said_are_those_that_are_kept():
    said = {one.key: str(one.until) for one in purposes()}
    assert str(settings.RETENTION_MONTHS) in said["prospects"]
    assert str(settings.PRIVATE_LINK_DAYS + RENEWABLE_DAYS) in said["links"]
    assert str(InboundMail.UNFILED_DAYS) in said["inbound"]
    assert str(settings.INVITATION_DAYS) in said["invitations"]
    assert str(MAIL_DAYS) in said["mails"]
    assert str(REGISTRATION_DAYS) in said["registrations"]
    assert str(APPLICATION_DAYS) in said["applications"]
    assert str(PENDING_DAYS) in said["subscriptions"]
    assert str(SIGNER_YEARS) in said["signers"]
    assert str(ADDRESS_DAYS) in said["signing_addresses"]


# --- what is done -----------------------------------------------------------------------------------------------------
def long_expired(now) -> PrivateLink:
    """A key that has run out and may ask for no new one any longer."""
    return PrivateLinkFactory(expires_at=now - timedelta(days=RENEWABLE_DAYS, minutes=1))


def test_a_key_that_opens_nothing_goes_and_one_that_opens_or_can_be_renewed_stays(now):
    kept = [PrivateLinkFactory(), PrivateLinkFactory(expired=True)]
    long_expired(now)
    PrivateLinkFactory(revoked=True)
    assert forget("links") == 2
    assert list(PrivateLink.objects.order_by("pk")) == kept
    assert forget("links") == 0


def test_an_invitation_goes_two_weeks_after_it_ran_out(now):
    fresh, old = InvitationFactory(), InvitationFactory()
    old.revoke(by=old.invited_by)
    assert ModelLogEntry.objects.filter(label=old.email).exists()
    seat = MembershipFactory(invited=True, invitation=old)
    taken = MembershipFactory(invitation=old)
    at = old.expires_at + timedelta(days=settings.INVITATION_DAYS)
    Invitation.objects.filter(pk=fresh.pk).update(expires_at=at)
    assert forget("invitations", at - timedelta(seconds=1)) == 0
    assert forget("invitations", at + timedelta(seconds=1)) == 1
    assert list(Invitation.objects.all()) == [fresh]
    assert not Membership.objects.filter(pk=seat.pk).exists(), "a seat nobody took goes with it"
    assert Membership.objects.get(pk=taken.pk).invitation is None, "a seat somebody took stays"
    assert not ModelLogEntry.objects.filter(label=old.email).exists(), "the log forgets the address"
    assert ModelLogEntry.objects.filter(action="accounts.invitation_revoked").exists(), "and not the act"
    assert forget("invitations", at + timedelta(seconds=1)) == 0


def test_a_letter_that_is_done_goes_after_ninety_days_and_one_that_waits_stays(now):
    long_ago, lately = now - timedelta(days=MAIL_DAYS, seconds=1), now - timedelta(days=MAIL_DAYS - 1)
    for moment in ("sent_at", "dropped_at", "gave_up_at"):
        OutgoingMailFactory(**{moment: long_ago})
    kept = {OutgoingMailFactory(sent_at=lately).pk, OutgoingMailFactory(created_at=long_ago).pk}
    assert forget("mails") == 3
    assert set(OutgoingMail.objects.values_list("pk", flat=True)) == kept
    assert forget("mails") == 0


def test_a_place_at_an_event_goes_when_the_event_is_long_over(now):
    register(ended(REGISTRATION_DAYS + 0.1, now), "Ola")
    kept = register(ended(REGISTRATION_DAYS - 0.1, now), "Kari")
    assert forget("registrations") == 1
    assert list(EventRegistration.objects.all()) == [kept]
    assert forget("registrations") == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_application_goes_with_its_file_and_the_others_keep_theirs(now):
    gone = apply(APPLICATION_DAYS + 0.1, now, "Ola")
    kept = apply(APPLICATION_DAYS - 0.1, now, "Kari")
    storage, name = gone.attachment.storage, gone.attachment.name
    assert storage.exists(name)
    assert forget("applications") == 1
    assert list(JobApplication.objects.all()) == [kept]
    assert not storage.exists(name)
    assert storage.exists(kept.attachment.name)
    assert forget("applications") == 0


@pytest.mark.django_db(transaction=True)
def test_the_file_stays_while_it_is_not_certain_that_the_application_goes(now):
    from django.db import transaction

    application = apply(APPLICATION_DAYS + 1, now, "Ola")
    with pytest.raises(RuntimeError), transaction.atomic():
        assert forget_applications() == 1
        raise RuntimeError("the power went")
    assert JobApplication.objects.filter(pk=application.pk).exists()
    assert application.attachment.storage.exists(application.attachment.name)


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_already_gone_stops_nothing(now):
    application = apply(APPLICATION_DAYS + 1, now, "Ola")
    application.attachment.storage.delete(application.attachment.name)
    assert forget("applications") == 1
    assert not JobApplication.objects.exists()


def test_an_address_goes_when_its_owner_never_said_yes_or_said_no(now):
    subscription("for-lengst", asked_days_ago=PENDING_DAYS + 0.1, now=now)
    subscription("slutt", asked_days_ago=1, now=now, confirm=True, end=1.1)
    kept = {
        subscription("nylig", asked_days_ago=PENDING_DAYS - 0.1, now=now).pk,
        subscription("leser", asked_days_ago=900, now=now, confirm=True).pk,
        subscription("ombestemt", asked_days_ago=900, now=now, confirm=True, end=0.9).pk,
    }
    assert forget("subscriptions") == 2
    assert set(Subscription.objects.values_list("pk", flat=True)) == kept
    assert forget("subscriptions") == 0


def test_a_visit_goes_when_it_has_run_out(now):
    for key, days in (("gammel", -1), ("ny", 1)):
        Session.objects.create(session_key=key, session_data="x", expire_date=now + timedelta(days=days))
    assert forget("visits") == 1
    assert Session.objects.get().session_key == "ny"
    assert forget("visits") == 0


@pytest.mark.parametrize("key", ["forms", "stories", "contacts", "accounts"])
def test_what_goes_with_something_else_or_by_hand_deletes_nothing_by_itself(key, now):
    MembershipFactory()
    ProspectFactory(created_at=now - timedelta(days=4000))
    assert forget(key, now + timedelta(days=4000)) == 0
    assert Contact.objects.exists()


# --- all of it --------------------------------------------------------------------------------------------------------
def test_the_clock_forgets_all_that_is_due_and_does_it_once(now):
    long_expired(now)
    OutgoingMailFactory(sent_at=now - timedelta(days=MAIL_DAYS + 1))
    old = now - timedelta(days=settings.RETENTION_MONTHS * 31)
    ProspectFactory(created_at=old)
    assert tick()["forgotten"] == 3
    assert not PrivateLink.objects.exists()
    assert not Contact.objects.filter(prospect__created_at=old).exists()
    assert tick()["forgotten"] == 0


def test_one_that_fails_does_not_keep_the_others_from_forgetting(purpose_list, caplog):
    def fails(now):
        raise OperationalError("locked")

    keep(Purpose("first", "x", "x", "x", "x", fails))
    keep(Purpose("second", "x", "x", "x", "x", lambda now: 7))
    assert forget_all() == 7
    assert "Could not forget what is due: first" in caplog.text


def test_a_second_purpose_with_the_same_key_takes_the_place_of_the_first(purpose_list):
    keep(Purpose("links", "ny", "x", "x", "x", lambda now: 0))
    assert [str(one.name) for one in purposes() if one.key == "links"] == ["ny"]
    assert len(purposes()) == len(purpose_list)
