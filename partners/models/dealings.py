"""What a firm owes us besides money, and what it wants to hear of."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.workflow import Transition, move

from .agreements import Agreement
from .firms import PartnerFirm

if TYPE_CHECKING:
    from .people import Membership


class DutyQuerySet(models.QuerySet):
    """Which duties."""

    def open(self) -> "DutyQuerySet":
        """Those not yet done, the first to fall due first."""
        return self.filter(status="open").order_by("due_on", "pk")

    def owed(self, on: date | None = None) -> "DutyQuerySet":
        """Those not yet done under an agreement that binds on that day: what a firm truly owes us."""
        return self.open().filter(agreement__in=Agreement.objects.binding(on))

    def visible_to(self, seat: "Membership") -> "DutyQuerySet":
        """What is read from `seat` in the portal: under agreements that are."""
        return self.filter(agreement__in=Agreement.objects.visible_to(seat))

    def to_remind(self, on: date, *, ahead_days: int, after_days: int) -> "DutyQuerySet":
        """Open, due within `ahead_days`, and not reminded of in the last `after_days`."""
        return self.open().filter(
            Q(reminded_on=None) | Q(reminded_on__lte=on - timedelta(days=after_days)),
            due_on__lte=on + timedelta(days=ahead_days),
        )


class Duty(models.Model):
    """Something the firm owes us under its agreement: a logo, a text about itself, a name to call.

    Made when the agreement is signed: *open*. It is *done* when the firm has given it (what the profile holds is seen
    by itself), and *dropped* when we let it go.
    """

    class Kind(models.TextChoices):
        LOGO = "logo", _("logo")
        PROFILE = "profile", _("text about the firm")
        CONTACT = "contact", _("contact people")
        MENTOR = "mentor", _("mentor")
        OTHER = "other", _("something else")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    TRANSITIONS = {
        "finish": Transition("status", ("open",), "done", "partners.duty_done"),
        "drop": Transition("status", ("open",), "dropped", "partners.duty_dropped"),
        "reopen": Transition("status", ("done", "dropped"), "open", "partners.duty_reopened"),
    }

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    text_nb = models.CharField(_("in words, in Norwegian"), max_length=200, blank=True)
    text_en = models.CharField(_("in words, in English"), max_length=200, blank=True)
    due_on = models.DateField(_("due"))
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.OPEN)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    reminded_on = models.DateField(_("last reminded"), null=True, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("what a firm owes us")
        verbose_name_plural = _("what firms owe us")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "kind"], condition=~Q(kind="other"), name="one_duty_of_a_kind_per_agreement"
            )
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="duty_clock")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.agreement}"

    @property
    def text(self) -> str:
        """What is owed, in the reader's language."""
        return in_language(self, "text") or str(self.get_kind_display())

    def finish(self, *, by) -> None:
        """The firm has given it; `by` is None when that was seen by itself."""
        move(self, "finish", by=by, facts={"done_at": timezone.now()}, data=None if by else {"by": "clock"})

    def drop(self, *, by) -> None:
        """We let it go."""
        move(self, "drop", by=by)

    def reopen(self, *, by) -> None:
        """It is owed after all."""
        move(self, "reopen", by=by, facts={"done_at": None})


class Topic(models.TextChoices):
    """What a person of a firm can be told of."""

    HANDOVER = "handover", _("A prospect wants our answer")
    AGREEMENT = "agreement", _("Our agreement: offered, signed, ending")
    INVOICE = "invoice", _("Invoices and reminders")
    BENEFIT = "benefit", _("A benefit was delivered")
    PROFILE = "profile", _("Our profile was approved or sent back")
    PEOPLE = "people", _("Somebody joins or leaves our firm")
    DUTY = "duty", _("Something we owe the programme")
    LEAD = "lead", _("What becomes of a company we told of")
    REQUEST = "request", _("A question to the municipality")


class Frequency(models.TextChoices):
    """How often."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
    OFF = "off", _("not by mail")


class NotificationChoice(models.Model):
    """How often a person wants mail of one kind of event. Without a row: at once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_choices")
    topic = models.CharField(_("what"), max_length=12, choices=Topic.choices)
    frequency = models.CharField(_("how often"), max_length=8, choices=Frequency.choices, default=Frequency.AT_ONCE)

    class Meta:
        verbose_name = _("choice of notification")
        verbose_name_plural = _("choices of notifications")
        constraints = [models.UniqueConstraint(fields=["user", "topic"], name="one_choice_per_person_and_event")]

    def __str__(self):
        return f"{self.user}: {self.get_topic_display()}, {self.get_frequency_display()}"


class Notification(models.Model):
    """Something a person of a firm is told, in the portal and, as the person chose, by mail.

    `kind` names how it is said (`partners.notices`), `arguments` of what. It is read from a seat in `firm` only.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    firm = models.ForeignKey(PartnerFirm, on_delete=models.CASCADE, related_name="notifications")
    topic = models.CharField(_("what"), max_length=12, choices=Topic.choices)
    kind = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    mail_due_at = models.DateTimeField(_("mail due"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["user", "firm", "-created_at"], name="notification_list"),
            models.Index(
                fields=["mail_due_at"], name="notification_due", condition=Q(mailed_at=None, mail_due_at__isnull=False)
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.kind}"
