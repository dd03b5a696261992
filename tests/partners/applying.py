"""What tests of rounds and applications share."""

import uuid
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from partners.models import Application, ClauseVersion, PartnerFirm, PartnershipRound, RoundTier
from partners.services import agree, submit_application
from tests.factories import (
    ApplicationFactory,
    ClauseVersionFactory,
    FormerPartnerFactory,
    MembershipFactory,
    PartnerFirmFactory,
    PartnershipRoundFactory,
    RoundTierFactory,
    UserFactory,
)

DAY = timedelta(days=1)


def seats_of(row: RoundTier) -> tuple[int, int, int]:
    """Reserved, taken and free, as the database has them."""
    row.refresh_from_db()
    return row.reserved, row.taken, row.free


def a_round(*, seats: int = 2, reserved: int = 0, **more) -> RoundTier:
    """An open round in which the association alone decides, with one tier."""
    if not ClauseVersion.objects.exists():  # without words there is no agreement to offer
        ClauseVersionFactory()
    more = {"needs_both_owners": False, **more}
    return RoundTierFactory(round=PartnershipRoundFactory(**more), seats=seats, reserved=reserved)


def apply(row: RoundTier, *, former: bool = False, at: datetime | None = None, **more) -> Application:
    """A firm applies in the round, as firms do."""
    made = ApplicationFactory(round=row.round, tier=row.tier, submission=uuid.uuid4(), **more)
    if former:
        FormerPartnerFactory(organisation_number=made.organisation_number)
    submit_application(made, at=at)
    return made


def manager() -> User:
    """The programme manager."""
    return User.objects.filter(groups__name="programme manager").first() or UserFactory(manager=True)


def liaison() -> User:
    """A liaison of the municipality that owns the programme."""
    owner = PartnerFirm.objects.filter(is_owner=True).first() or PartnerFirmFactory(owner=True, without_agreement=True)
    return MembershipFactory(firm=owner, liaison=True).user


def admit(row: RoundTier, *, at: datetime | None = None, **more) -> Application:
    """A firm applies, and the association agrees."""
    made = apply(row, at=at, **more)
    agree(made, by=manager(), at=at)
    return made


def moved(round: PartnershipRound, **moments) -> None:
    """Put the moments of a round elsewhere."""
    PartnershipRound.objects.filter(pk=round.pk).update(**moments)
    round.refresh_from_db()


def just_over(round: PartnershipRound, *, by: timedelta = timedelta(seconds=1)) -> datetime:
    """The window for former partners is over by so much; returns this moment."""
    now = timezone.now()
    moved(round, priority_ends_at=now - by)
    return now
