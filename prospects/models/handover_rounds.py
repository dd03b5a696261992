"""Several partner firms asked for one prospect: one after the other, or all at once."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move

from .case import Prospect


class HandoverRoundQuerySet(models.QuerySet):
    """Which rounds."""

    def visible_to(self, user) -> "HandoverRoundQuerySet":
        """Staff who see handovers see them all; nobody else sees any. A firm never learns who else was asked."""
        return self.all() if user.has_perm("prospects.view_handover") else self.none()

    def to_advance(self) -> "HandoverRoundQuerySet":
        """Open ones where no firm is about to answer, and there is somebody to ask, to choose, or nobody left."""
        from .handover import Handover

        own = Handover.objects.filter(round=OuterRef("pk"))
        is_asking = Exists(own.filter(status__in=Handover.UNANSWERED))
        is_ready = Exists(own.filter(status__in=("queued", "interested")))
        waits = Exists(own.filter(status="awaiting_consent"))
        return self.filter(~is_asking, is_ready | ~waits, status="open").order_by("pk")


class HandoverRound(models.Model):
    """Several firms asked for one prospect, in an order the adviser chose.

    It is *open* while firms are asked. *In turn*, the next is asked when one declines or does not answer; *at once*,
    all are asked, and of those who say yes the adviser chooses one, or after the last deadline the clock the one that
    stands first. It is *settled* when a firm has it, *exhausted* when none is left to ask, and *stopped* when the
    adviser ends it.
    """

    class Mode(models.TextChoices):
        IN_TURN = "in_turn", _("One after the other")
        AT_ONCE = "at_once", _("All at once, and the best answer is chosen")

    class Status(models.TextChoices):
        OPEN = "open", _("Firms are being asked")
        SETTLED = "settled", _("A firm has taken it")
        EXHAUSTED = "exhausted", _("Nobody is left to ask")
        STOPPED = "stopped", _("Stopped")

    TRANSITIONS = {
        "settle": Transition("status", ("open",), "settled", "prospects.round_settled"),
        "exhaust": Transition("status", ("open",), "exhausted", "prospects.round_exhausted"),
        "stop": Transition("status", ("open",), "stopped", "prospects.round_stopped"),
    }

    prospect = models.ForeignKey(
        Prospect, on_delete=models.CASCADE, related_name="handover_rounds", verbose_name=_("prospect")
    )
    mode = models.CharField(_("how they are asked"), max_length=10, choices=Mode.choices)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("started by"),
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    reason = models.TextField(_("why it was stopped"), blank=True)

    objects = HandoverRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("several firms asked")
        verbose_name_plural = _("several firms asked")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["prospect"],
                condition=models.Q(status="open"),
                name="one_open_round_per_prospect",
                violation_error_message=_("Several firms are being asked already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status="stopped") | ~models.Q(reason=""), name="stopped_round_has_reason"
            ),
        ]

    def __str__(self):
        return f"{self.prospect.reference}: {self.get_mode_display()}"

    def settle(self, *, at: datetime | None = None) -> None:
        """A firm has it."""
        move(self, "settle", by=None, at=at, facts={"ended_at": at or timezone.now()}, data={"by": "clock"})

    def exhaust(self, *, at: datetime | None = None) -> None:
        """Nobody is left to ask."""
        move(self, "exhaust", by=None, at=at, facts={"ended_at": at or timezone.now()}, data={"by": "clock"})

    def stop(self, *, reason: str, by, at: datetime | None = None) -> None:
        """The adviser ends it. Raises TransitionError without a reason."""
        if not reason.strip():
            raise TransitionError(_("Say why you take it back."), code="reason")
        move(self, "stop", by=by, at=at, facts={"ended_at": at or timezone.now(), "reason": reason.strip()})
