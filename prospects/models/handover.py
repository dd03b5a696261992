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
from .handover_rounds import HandoverRound


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
            .shown()
            .distinct()
        )

    def of_firm(self, firm: PartnerFirm) -> "HandoverQuerySet":
        """What `firm` itself may see: its own, asked of it and neither withdrawn nor lapsed."""
        return self.filter(firm=firm).shown()

    def shown(self) -> "HandoverQuerySet":
        """What a firm is shown at all; of several that are asked, none before it is asked itself."""
        early = Q(status="awaiting_consent", round__isnull=False)
        return self.exclude(status__in=Handover.HIDDEN).exclude(early)

    def awaiting_answer(self) -> "HandoverQuerySet":
        """Those the firm has to answer, the first deadline first."""
        return self.filter(status__in=Handover.UNANSWERED).order_by("answer_due_at")

    def overdue(self, now: datetime | None = None) -> "HandoverQuerySet":
        """Offered, not answered, and the deadline has passed."""
        return self.filter(status__in=Handover.UNANSWERED, answer_due_at__lte=now or timezone.now())


class Handover(models.Model):
    """A prospect offered to one partner firm, with a deadline and only as much as the prospect agrees to.

    The adviser may write it first, as a *draft* nobody else sees. Handed over it is *awaiting consent*, and the firm
    sees a teaser that says nothing of who it is. The prospect says yes on its private page: it is *offered*, and the
    firm's deadline runs; or no, and it is *withdrawn*. When several firms are asked in turn, it is *queued* after the
    prospect's yes until its turn comes. It is *seen* once a person of the firm has opened it. A person of the firm
    accepts it: *accepted*, and only now the firm sees who it is; or declines with a reason: *declined*, and the firm is
    never asked again for this prospect. When several are asked at once, a yes makes it *interested* until one is
    chosen. Without an answer by the deadline it has *lapsed*. The firm reports that it has been in touch:
    *in progress*, and how it ended: *done*, with an outcome. Until it is done the prospect or the adviser can withdraw
    it, and the firm sees nothing of it from the next request.

    The prospect's yes has two stages, each with its own moment: who it is (`consented_at`), and the person to call
    (`contact_consented_at`); it can give the first alone and take back the second alone.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        AWAITING_CONSENT = "awaiting_consent", _("Waiting for the prospect's yes")
        QUEUED = "queued", _("Waiting for its turn")
        OFFERED = "offered", _("Waiting for the firm's answer")
        SEEN = "seen", _("Opened, not answered yet")
        INTERESTED = "interested", _("Would like to, not chosen yet")
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

    OVER = ("lapsed", "withdrawn")
    HIDDEN = ("draft", "queued", *OVER)
    UNANSWERED = ("offered", "seen")
    DISCLOSED = ("accepted", "in_progress", "done")
    LIVE = ("awaiting_consent", "queued", "offered", "seen", "interested", "accepted", "in_progress")

    _in_time = staticmethod(lambda now: {"answer_due_at__gt": now, "consent_withdrawn_at": None})
    _with_consent = staticmethod(lambda now: {"consent_withdrawn_at": None})
    TRANSITIONS = {
        "ask": Transition("status", ("draft",), "awaiting_consent", "prospects.handover_asked"),
        "consent": Transition("status", ("awaiting_consent",), "offered", "prospects.handover_consented"),
        "queue": Transition("status", ("awaiting_consent",), "queued", "prospects.handover_consented"),
        "offer": Transition("status", ("queued",), "offered", "prospects.handover_turn", where=_with_consent),
        "see": Transition("status", ("offered",), "seen", "prospects.handover_seen"),
        "accept": Transition("status", UNANSWERED, "accepted", "prospects.handover_accepted", where=_in_time),
        "show_interest": Transition(
            "status", UNANSWERED, "interested", "prospects.handover_interested", where=_in_time
        ),
        "choose": Transition("status", ("interested",), "accepted", "prospects.handover_chosen", where=_with_consent),
        "decline": Transition("status", (*UNANSWERED, "interested"), "declined", "prospects.handover_declined"),
        "report_contacted": Transition("status", ("accepted",), "in_progress", "prospects.handover_contacted"),
        "finish": Transition("status", ("in_progress",), "done", "prospects.handover_done"),
        "lapse": Transition(
            "status",
            UNANSWERED,
            "lapsed",
            "prospects.handover_lapsed",
            where=lambda now: {"answer_due_at__lte": now},
        ),
        "withdraw": Transition("status", LIVE, "withdrawn", "prospects.handover_withdrawn"),
    }

    prospect = models.ForeignKey(
        Prospect, on_delete=models.CASCADE, related_name="handovers", verbose_name=_("prospect")
    )
    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="handovers", verbose_name=_("partner firm")
    )
    round = models.ForeignKey(
        HandoverRound,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="handovers",
        verbose_name=_("asked together with others"),
    )
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0)
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
    contact_consented_at = models.DateTimeField(_("yes to being called"), null=True, blank=True)
    contact_withdrawn_at = models.DateTimeField(_("took back being called"), null=True, blank=True)
    consent_withdrawn_at = models.DateTimeField(_("the prospect took its yes back"), null=True, blank=True)
    answer_due_at = models.DateTimeField(_("answer due"), null=True, blank=True)
    seen_at = models.DateTimeField(_("first opened"), null=True, blank=True)
    interested_at = models.DateTimeField(_("said they would like to"), null=True, blank=True)
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
                condition=Q(status__in=("draft", "awaiting_consent", "withdrawn")) | Q(consented_at__isnull=False),
                name="nothing_offered_without_consent",
            ),
            models.CheckConstraint(
                condition=Q(contact_consented_at=None) | Q(consented_at__isnull=False),
                name="nobody_to_call_without_who_it_is",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(status__in=("accepted", "in_progress", "done")),
                name="one_firm_takes_a_round",
            ),
            models.CheckConstraint(condition=~Q(status="declined") | ~Q(reason=""), name="decline_has_reason"),
            models.CheckConstraint(condition=~Q(status="done") | ~Q(outcome=""), name="done_has_outcome"),
        ]
        indexes = [
            models.Index(fields=["firm", "status"], name="handover_inbox"),
            models.Index(fields=["answer_due_at"], name="handover_due", condition=Q(status__in=("offered", "seen"))),
        ]

    def __str__(self):
        return f"{self.prospect.reference} – {self.firm}"

    @property
    def shows_identity(self) -> bool:
        """Whether the firm may now see who the prospect is: after its own yes and the prospect's."""
        return self.status in self.DISCLOSED and self.consented_at is not None and self.consent_withdrawn_at is None

    @property
    def allows_contact(self) -> bool:
        """Whether the prospect's yes to being called stands; it counts only together with `shows_identity`."""
        return self.contact_consented_at is not None and self.contact_withdrawn_at is None

    @property
    def shows_contact(self) -> bool:
        """Whether the firm may now see whom to call, and what the prospect wrote in its own words."""
        return self.shows_identity and self.allows_contact

    @property
    def may_be_taken_back(self) -> bool:
        """Whether the prospect has a yes standing here that it can take back."""
        has_said_yes = self.status in self.LIVE and self.status != self.Status.AWAITING_CONSENT
        return (has_said_yes or self.status == self.Status.DONE) and self.consent_withdrawn_at is None

    @property
    def is_one_of_many(self) -> bool:
        """Whether several firms are asked at once, and one of those who say yes is chosen."""
        return self.round is not None and self.round.mode == HandoverRound.Mode.AT_ONCE

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline passed without an answer."""
        return (
            self.status in self.UNANSWERED and self.answer_due_at is not None and self.answer_due_at <= timezone.now()
        )

    def _answer(self, verb: str, **more) -> None:
        """`move`, and once more when somebody of the firm opened it meanwhile: to open it stops nobody's step."""
        was = self.status
        try:
            move(self, verb, **more)
        except TransitionError:
            if was != self.Status.OFFERED or self.status != self.Status.SEEN:
                raise
            move(self, verb, **more)

    def ask(self, *, by, at: datetime | None = None) -> None:
        """The adviser asks the prospect what was a draft."""
        move(self, "ask", by=by, at=at, facts={"handed_over_at": at or timezone.now()})

    def _yes(self, at: datetime | None, contact: bool) -> dict[str, datetime]:
        moment = at or timezone.now()
        return {"consented_at": moment, **({"contact_consented_at": moment} if contact else {})}

    def consent(self, *, answer_due_at: datetime, contact: bool = True, at: datetime | None = None) -> None:
        """The prospect says yes on its private page; the firm's time runs until `answer_due_at`.

        Without `contact` the firm may learn who it is, and not yet whom to call.
        """
        facts = {**self._yes(at, contact), "answer_due_at": answer_due_at}
        move(self, "consent", by=None, at=at, facts=facts, data={"by": "prospect", "contact": contact})

    def queue(self, *, contact: bool = True, at: datetime | None = None) -> None:
        """The prospect says yes to a firm that is asked in turn; the firm hears of it when its turn comes."""
        data = {"by": "prospect", "contact": contact}
        move(self, "queue", by=None, at=at, facts=self._yes(at, contact), data=data)

    def offer(self, *, answer_due_at: datetime, at: datetime | None = None) -> None:
        """The firm's turn has come; its time runs until `answer_due_at`."""
        move(self, "offer", by=None, at=at, facts={"answer_due_at": answer_due_at}, data={"by": "clock"})

    def see(self, *, by, at: datetime | None = None) -> None:
        """A person of the firm has opened it. Raises TransitionError when it was opened before, or answered."""
        move(self, "see", by=by, at=at, facts={"seen_at": at or timezone.now()})

    def accept(self, *, by, at: datetime | None = None) -> None:
        """The firm takes it. Raises TransitionError when a colleague was faster or the time is out."""
        if self.is_one_of_many:
            raise TransitionError(_("Several firms are asked; one of those who say yes is chosen."), code="one_of_many")
        self._take("accept", by=by, at=at, facts={"accepted_at": at or timezone.now(), "accepted_by": by})

    def show_interest(self, *, by, at: datetime | None = None) -> None:
        """The firm says yes where several are asked at once. Raises TransitionError as `accept` does."""
        self._take("show_interest", by=by, at=at, facts={"interested_at": at or timezone.now(), "accepted_by": by})

    def _take(self, verb: str, *, by, at: datetime | None, facts: dict) -> None:
        try:
            self._answer(verb, by=by, at=at, facts=facts)
        except TransitionError as error:
            is_taken = self.status in (*self.DISCLOSED, self.Status.INTERESTED)
            if is_taken and self.accepted_by_id and self.accepted_by_id != by.pk:
                raise TransitionError(
                    _("%(who)s has already accepted it for you.") % {"who": self.accepted_by}, code="overtaken"
                ) from error
            if self.is_overdue:
                raise TransitionError(
                    _("The deadline has passed. Call the adviser if you still want it."),
                    code="too_late",
                ) from error
            raise

    def choose(self, *, by, at: datetime | None = None) -> None:
        """Of those who would like to, this firm gets it: by the adviser, or by the clock when `by` is None."""
        data = None if by else {"by": "clock"}
        move(self, "choose", by=by, at=at, facts={"accepted_at": at or timezone.now()}, data=data)

    def decline(self, *, reason: str, by, at: datetime | None = None) -> None:
        """The firm says no and why, and is never asked again for this prospect. Raises TransitionError without why."""
        if not reason.strip():
            raise TransitionError(_("Say in a few words why; it helps us offer you the right ones."), code="reason")
        self._answer("decline", by=by, at=at, facts={"reason": reason.strip(), "finished_at": at or timezone.now()})

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
        self._answer("lapse", by=None, at=at, data={"by": "clock"})

    def withdraw(self, *, reason: str, by=None, by_prospect: bool = False, at: datetime | None = None) -> None:
        """Take it back: the adviser with a reason, or the prospect, whose yes then no longer counts."""
        if not reason.strip():
            raise TransitionError(_("Say why you take it back."), code="reason")
        facts = {"reason": reason.strip(), "finished_at": at or timezone.now()}
        if by_prospect:
            facts["consent_withdrawn_at"] = at or timezone.now()
        self._answer("withdraw", by=by, at=at, facts=facts, data={"by": "prospect"} if by_prospect else None)
