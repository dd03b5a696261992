"""A prospect offered to a partner firm."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move
from partners.models import PartnerFirm

from .case import Prospect


class HandoverQuerySet(models.QuerySet):
    """Which handovers."""

    def visible_to(self, user) -> "HandoverQuerySet":
        """What `user` may see: staff who work with prospects all, people of a firm its own that still stand."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.has_perm("prospects.view_handover"):
            return self.all()
        return (
            self.filter(
                firm__memberships__user=user,
                firm__memberships__status="active",
                firm__memberships__role__in=("administrator", "member"),
            )
            .exclude(status__in=Handover.HIDDEN)
            .distinct()
        )

    def of_firm(self, firm: PartnerFirm) -> "HandoverQuerySet":
        """What `firm` itself may see: its own that were neither withdrawn nor lapsed."""
        return self.filter(firm=firm).exclude(status__in=Handover.HIDDEN)

    def awaiting_answer(self) -> "HandoverQuerySet":
        """Those the firm has to answer, the first deadline first."""
        return self.filter(status="offered").order_by("answer_due_at")

    def overdue(self, now: datetime | None = None) -> "HandoverQuerySet":
        """Offered, not answered, and the deadline has passed."""
        return self.filter(status="offered", answer_due_at__lte=now or timezone.now())


class Handover(models.Model):
    """A prospect offered to one partner firm, with a deadline and only as much as the prospect agrees to.

    The adviser hands over: it is *awaiting consent*, and the firm sees a teaser that says nothing of who it is. The
    prospect says yes on its private page: it is *offered*, and the firm's deadline runs; or no, and it is
    *withdrawn*. A person of the firm accepts it: *accepted*, and only now the firm sees who it is and whom to call;
    or declines with a reason: *declined*, and the firm is never asked again for this prospect. Without an answer by
    the deadline it has *lapsed*. The firm reports that it has been in touch: *in progress*, and how it ended: *done*,
    with an outcome. Until it is done the prospect or the adviser can withdraw it, and the firm sees nothing of it
    from the next request.
    """

    class Status(models.TextChoices):
        AWAITING_CONSENT = "awaiting_consent", _("Waiting for the prospect's yes")
        OFFERED = "offered", _("Waiting for the firm's answer")
        ACCEPTED = "accepted", _("Accepted")
        IN_PROGRESS = "in_progress", _("In touch")
        DONE = "done", _("Done")
        DECLINED = "declined", _("Declined")
        LAPSED = "lapsed", _("Lapsed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Outcome(models.TextChoices):
        DEAL = "deal", _("We work together")
        HELPED = "helped", _("We helped, without a deal")
        NO_FIT = "no_fit", _("It was not for us")
        NO_CONTACT = "no_contact", _("We did not reach them")

    HIDDEN = ("lapsed", "withdrawn")
    DISCLOSED = ("accepted", "in_progress", "done")
    LIVE = ("awaiting_consent", "offered", "accepted", "in_progress")

    TRANSITIONS = {
        "consent": Transition("status", ("awaiting_consent",), "offered", "prospects.handover_consented"),
        "accept": Transition(
            "status",
            ("offered",),
            "accepted",
            "prospects.handover_accepted",
            where=lambda now: {"answer_due_at__gt": now, "consent_withdrawn_at": None},
        ),
        "decline": Transition("status", ("offered",), "declined", "prospects.handover_declined"),
        "report_contacted": Transition("status", ("accepted",), "in_progress", "prospects.handover_contacted"),
        "finish": Transition("status", ("in_progress",), "done", "prospects.handover_done"),
        "lapse": Transition(
            "status",
            ("offered",),
            "lapsed",
            "prospects.handover_lapsed",
            where=lambda now: {"answer_due_at__lte": now},
        ),
        "withdraw": Transition(
            "status",
            ("awaiting_consent", "offered", "accepted", "in_progress"),
            "withdrawn",
            "prospects.handover_withdrawn",
        ),
    }

    prospect = models.ForeignKey(
        Prospect, on_delete=models.CASCADE, related_name="handovers", verbose_name=_("prospect")
    )
    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="handovers", verbose_name=_("partner firm")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.AWAITING_CONSENT)
    message = models.TextField(
        _("to the firm"), blank=True, help_text=_("Why you offer it to them. No names; the prospect reads it too.")
    )
    response_days = models.PositiveSmallIntegerField(_("working days to answer"), default=5)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("handed over by"),
    )
    handed_over_at = models.DateTimeField(_("handed over"), default=timezone.now, db_index=True)
    consented_at = models.DateTimeField(_("the prospect said yes"), null=True, blank=True)
    consent_withdrawn_at = models.DateTimeField(_("the prospect took its yes back"), null=True, blank=True)
    answer_due_at = models.DateTimeField(_("answer due"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    contacted_at = models.DateTimeField(_("first contact"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    reason = models.TextField(_("reason or result in words"), blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        ordering = ["-handed_over_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["prospect", "firm"],
                condition=~Q(status__in=("lapsed", "withdrawn")),
                name="never_asked_again",
                violation_error_message=_("This firm has already been asked for this prospect."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("offered", "accepted", "in_progress", "done", "declined", "lapsed"))
                | Q(consented_at__isnull=False),
                name="nothing_offered_without_consent",
            ),
            models.CheckConstraint(condition=~Q(status="declined") | ~Q(reason=""), name="decline_has_reason"),
            models.CheckConstraint(condition=~Q(status="done") | ~Q(outcome=""), name="done_has_outcome"),
        ]
        indexes = [
            models.Index(fields=["firm", "status"], name="handover_inbox"),
            models.Index(fields=["answer_due_at"], name="handover_due", condition=Q(status="offered")),
        ]

    def __str__(self):
        return f"{self.prospect.reference} – {self.firm}"

    @property
    def discloses(self) -> bool:
        """Whether the firm may now see who the prospect is and whom to call: after its own yes and the prospect's."""
        return self.status in self.DISCLOSED and self.consented_at is not None and self.consent_withdrawn_at is None

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline passed without an answer."""
        return (
            self.status == self.Status.OFFERED
            and self.answer_due_at is not None
            and self.answer_due_at <= timezone.now()
        )

    def consent(self, *, answer_due_at: datetime, at: datetime | None = None) -> None:
        """The prospect says yes on its private page; the firm's time runs until `answer_due_at`."""
        move(
            self,
            "consent",
            by=None,
            at=at,
            facts={"consented_at": at or timezone.now(), "answer_due_at": answer_due_at},
            data={"by": "prospect"},
        )

    def accept(self, *, by, at: datetime | None = None) -> None:
        """The firm takes it. Raises TransitionError when a colleague was faster or the time is out."""
        try:
            move(self, "accept", by=by, at=at, facts={"accepted_at": at or timezone.now(), "accepted_by": by})
        except TransitionError as error:
            if self.status in self.DISCLOSED and self.accepted_by_id and self.accepted_by_id != by.pk:
                raise TransitionError(
                    _("%(who)s has already accepted it for you.") % {"who": self.accepted_by}, code="overtaken"
                ) from error
            if self.is_overdue:
                raise TransitionError(
                    _("The deadline has passed. Call the adviser if you still want it."),
                    code="too_late",
                ) from error
            raise

    def decline(self, *, reason: str, by, at: datetime | None = None) -> None:
        """The firm says no and why, and is never asked again for this prospect. Raises TransitionError without why."""
        if not reason.strip():
            raise TransitionError(_("Say in a few words why; it helps us offer you the right ones."), code="reason")
        move(self, "decline", by=by, at=at, facts={"reason": reason.strip(), "finished_at": at or timezone.now()})

    def report_contacted(self, *, by, at: datetime | None = None) -> None:
        """The firm has been in touch with the prospect."""
        move(self, "report_contacted", by=by, at=at, facts={"contacted_at": at or timezone.now()})

    def finish(self, *, outcome: str, reason: str = "", by, at: datetime | None = None) -> None:
        """The firm says how it ended. Raises TransitionError without an outcome."""
        if outcome not in self.Outcome.values:
            raise TransitionError(_("Choose how it ended."), code="outcome")
        facts = {"outcome": outcome, "reason": reason.strip(), "finished_at": at or timezone.now()}
        move(self, "finish", by=by, at=at, facts=facts, data={"outcome": outcome})

    def lapse(self, *, at: datetime | None = None) -> None:
        """The clock: no answer by the deadline. Raises TransitionError when it was answered or there is time left."""
        move(self, "lapse", by=None, at=at, data={"by": "clock"})

    def withdraw(self, *, reason: str, by=None, by_prospect: bool = False, at: datetime | None = None) -> None:
        """Take it back: the adviser with a reason, or the prospect, whose yes then no longer counts."""
        if not reason.strip():
            raise TransitionError(_("Say why you take it back."), code="reason")
        facts = {"reason": reason.strip(), "finished_at": at or timezone.now()}
        if by_prospect:
            facts["consent_withdrawn_at"] = at or timezone.now()
        move(self, "withdraw", by=by, at=at, facts=facts, data={"by": "prospect"} if by_prospect else None)
