"""What was done in a case, and what is to be done."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move

from .case import Prospect
from .people import Contact


class ActivityQuerySet(models.QuerySet):
    """Which activities."""

    def visible_to(self, user) -> "ActivityQuerySet":
        """Those of the cases `user` may see."""
        return self.filter(prospect__in=Prospect.objects.visible_to(user))

    def filed(self) -> "ActivityQuerySet":
        """What belongs to the case: no draft, nothing thrown away."""
        return self.filter(status=Activity.Status.FILED)

    def known_to_prospect(self) -> "ActivityQuerySet":
        """What the prospect may read of itself: what was said between us, and what it wrote on its page, read or not.

        Anybody can write to the address of a case. What came by mail is shown when somebody of ours has read and filed
        it, and only when a person of the prospect wrote it.
        """
        on_page = Q(status=Activity.Status.DRAFT, way=Activity.Way.IN, by_mail=False)
        known = self.filter(Q(status=Activity.Status.FILED) | on_page).exclude(kind=Activity.Kind.NOTE)
        return known.exclude(by_mail=True, contact=None)


class Activity(models.Model):
    """Something that was done or noted in a case: who spoke with whom, which way, and what was said.

    What staff write down is *filed* at once. A mail that came in by itself is a *draft* until somebody has read it and
    *filed* it, or *discarded* it because it was none of ours. Nothing of it is an answer of ours before it is filed.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        CALL = "call", _("Call")
        MEETING = "meeting", _("Meeting")
        VISIT = "visit", _("Visit here")
        MAIL = "mail", _("Mail")

    class Way(models.TextChoices):
        """Who took the step."""

        OUT = "out", _("From us")
        IN = "in", _("From them")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        FILED = "filed", _("Filed")
        DISCARDED = "discarded", _("Discarded")

    SPOKEN = (Kind.CALL, Kind.MEETING, Kind.VISIT)
    TRANSITIONS = {
        "file": Transition("status", ("draft",), "filed", "prospects.mail_filed"),
        "discard": Transition("status", ("draft",), "discarded", "prospects.mail_discarded"),
    }

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="activities")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NOTE)
    way = models.CharField(_("which way"), max_length=3, choices=Way.choices, default=Way.OUT)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.FILED)
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="activities", verbose_name=_("with")
    )
    text = models.TextField(_("text"))
    quoted = models.TextField(
        _("what it answers"), blank=True, help_text=_("What a mail quoted of earlier mails, kept behind.")
    )
    by_mail = models.BooleanField(_("came by mail"), default=False, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-happened_at", "-pk"]
        indexes = [
            models.Index(fields=["prospect", "-happened_at"], name="activity_of_case"),
            models.Index(fields=["happened_at"], name="activity_to_read", condition=Q(status="draft")),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"

    @property
    def is_answer(self) -> bool:
        """Whether a person of ours reached the prospect by it. To be called by them and to speak with them counts."""
        if self.status != self.Status.FILED:
            return False
        return self.kind in self.SPOKEN or (self.kind == self.Kind.MAIL and self.way == self.Way.OUT)

    def file(self, *, by, at: datetime | None = None) -> None:
        """Somebody has read the mail that came in, and it belongs to the case."""
        move(self, "file", by=by, at=at, facts={"by": by})

    def discard(self, *, by, at: datetime | None = None) -> None:
        """It is none of ours; its text is not kept."""
        move(self, "discard", by=by, at=at, facts={"by": by, "text": "", "quoted": ""})


class TaskQuerySet(models.QuerySet):
    """Which tasks."""

    def visible_to(self, user) -> "TaskQuerySet":
        """Those of the cases `user` may see."""
        return self.filter(prospect__in=Prospect.objects.visible_to(user))

    def open(self) -> "TaskQuerySet":
        """Those still to be done, the first due first."""
        return self.filter(status=Task.Status.OPEN).order_by("due_at", "pk")

    def of(self, user) -> "TaskQuerySet":
        """Those given to `user`."""
        return self.filter(assignees=user)

    def to_remind(self, now: datetime | None = None) -> "TaskQuerySet":
        """Those whose reminder is due and was not yet sent."""
        return self.filter(status=Task.Status.OPEN, remind_at__lte=now or timezone.now(), reminded_at=None)


class Task(models.Model):
    """Something to be done in a case by one or several people, by a moment.

    It is *open* until somebody has *done* it, or *dropped* it with a reason because it no longer matters; either may be
    *reopened*. A task that `is_promise` was promised to the prospect: its clock is shown with the other clocks, and
    whether it was kept in time is a figure of the programme.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    TRANSITIONS = {
        "finish": Transition("status", ("open",), "done", "prospects.task_done"),
        "drop": Transition("status", ("open",), "dropped", "prospects.task_dropped"),
        "reopen": Transition("status", ("done", "dropped"), "open", "prospects.task_reopened"),
    }

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="tasks")
    activity = models.ForeignKey(
        Activity,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("where it was agreed"),
    )
    text = models.CharField(_("what is to be done"), max_length=300)
    is_promise = models.BooleanField(_("promised to the prospect"), default=False)
    due_at = models.DateTimeField(_("due"))
    remind_at = models.DateTimeField(_("remind"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)
    assignees = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="tasks", verbose_name=_("who does it"))
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.OPEN)
    reason = models.CharField(_("why it was dropped"), max_length=300, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    ended_at = models.DateTimeField(_("done or dropped"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(status="dropped") | ~Q(reason=""), name="dropped_task_has_reason"),
            models.CheckConstraint(
                condition=Q(status="open", ended_at=None) | (~Q(status="open") & Q(ended_at__isnull=False)),
                name="task_ended_when_not_open",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="task_due", condition=Q(status="open")),
            models.Index(fields=["remind_at"], name="task_to_remind", condition=Q(status="open", reminded_at=None)),
            models.Index(fields=["prospect", "status", "due_at"], name="task_of_case"),
        ]

    def __str__(self):
        return self.text

    def finish(self, *, by, at: datetime | None = None) -> None:
        """It is done."""
        move(self, "finish", by=by, at=at, facts={"ended_at": at or timezone.now(), "ended_by": by})

    def drop(self, *, reason: str, by, at: datetime | None = None) -> None:
        """It no longer matters. Raises TransitionError without a reason."""
        if not reason.strip():
            raise TransitionError(_("Say why, in a few words."), code="reason")
        facts = {"ended_at": at or timezone.now(), "ended_by": by, "reason": reason.strip()[:300]}
        move(self, "drop", by=by, at=at, facts=facts)

    def reopen(self, *, by, at: datetime | None = None) -> None:
        """It was not done after all."""
        facts = {"ended_at": None, "ended_by": None, "reason": "", "reminded_at": None}
        move(self, "reopen", by=by, at=at, facts=facts)
