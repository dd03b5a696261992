"""Which agreements: those that bind on a day, those the clock waits for, those somebody may read."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from common.clock import OSLO

from .sight import reads_affairs

if TYPE_CHECKING:
    from .people import Membership


class AgreementQuerySet(models.QuerySet):
    """Which agreements."""

    def running(self, on: date | None = None) -> "AgreementQuerySet":
        """Signed ones in force on that day (today unless told otherwise), whether or not the clock has said so yet."""
        day = on or timezone.localdate()
        return self.filter(
            Q(terminated_on=None) | Q(terminated_on__gt=day),
            status__in=("signed", "running", "ended", "terminated"),
            # Not before the signature; an offer that was taken back is terminated, and never bound anybody.
            signed_at__lt=datetime.combine(day + timedelta(days=1), time(), OSLO),
            starts_on__lte=day,
            ends_on__gte=day,
        )

    def shown_to_firm(self) -> "AgreementQuerySet":
        """Those the firm may read: every one but a draft, which nobody has offered it."""
        return self.exclude(status="draft")

    def binding(self, on: date | None = None) -> "AgreementQuerySet":
        """Those by which the firm owes us something: signed and not over, though its first day is still to come."""
        going_on = Q(status="terminated", signed_at__isnull=False, terminated_on__gt=on or timezone.localdate())
        return self.filter(Q(status__in=("signed", "running")) | going_on)

    def to_free_seat(self, on: date | None = None) -> "AgreementQuerySet":
        """Terminated, the day from which it no longer binds has come, and its seat has not fallen free."""
        return self.filter(status="terminated", terminated_on__lte=on or timezone.localdate(), seat_freed_at=None)

    def offers_over(self, on: date) -> "AgreementQuerySet":
        """Offered, and the last day to sign has passed."""
        return self.filter(status="offered", offer_until__lt=on)

    def offers_to_remind_of(self, on: date, *, ahead_days: int) -> "AgreementQuerySet":
        """Offered before that day, to be signed within `ahead_days`, and the firm has not been reminded."""
        return self.filter(
            status="offered",
            offer_reminded_at=None,
            offered_at__lt=datetime.combine(on, time(), OSLO),
            offer_until__gte=on,
            offer_until__lte=on + timedelta(days=ahead_days),
        )

    def to_start(self, on: date | None = None) -> "AgreementQuerySet":
        """Signed, and its first day has come."""
        return self.filter(status="signed", starts_on__lte=on or timezone.localdate())

    def to_end(self, on: date | None = None) -> "AgreementQuerySet":
        """Running, and its last day has passed."""
        return self.filter(status="running", ends_on__lt=on or timezone.localdate())

    def to_tell_of_end(self, on: date, *, ahead_days: int) -> "AgreementQuerySet":
        """Running, at their end within `ahead_days`, not followed by another, and the firm has not been told."""
        followed = self.model._default_manager.filter(renews=OuterRef("pk")).exclude(status__in=("draft", "terminated"))
        return self.filter(
            ~Exists(followed),
            status="running",
            ending_told_at=None,
            ends_on__gte=on,
            ends_on__lte=on + timedelta(days=ahead_days),
        )

    def visible_to(self, seat: "Membership") -> "AgreementQuerySet":
        """What is read from `seat` in the portal: the agreements of its firm, once offered."""
        return self.shown_to_firm().filter(firm=seat.firm_id) if reads_affairs(seat) else self.none()
