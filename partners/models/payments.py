"""What came in from the bank: files, and the payments they tell of."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.money import KronerField, display
from common.workflow import Transition, move

from .contributions import MoneyEntry


class PaymentFile(models.Model):
    """A file of payments from the bank, read once: the same content is refused a second time.

    Its payments are stored when it arrives: *reading*, until each of them was compared with what is owed: *done*.
    """

    class Status(models.TextChoices):
        READING = "reading", _("being read")
        DONE = "done", _("read")

    TRANSITIONS = {"finish": Transition("status", ("reading",), "done", "partners.payments_read")}

    class Format(models.TextChoices):
        CSV = "csv", _("CSV")
        CAMT054 = "camt054", _("ISO 20022 camt.054")

    name = models.CharField(_("file"), max_length=200)
    format = models.CharField(_("format"), max_length=8, choices=Format.choices)
    sha256 = models.CharField(max_length=64, unique=True)
    uploaded_at = models.DateTimeField(_("read"), default=timezone.now)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    problems = models.JSONField(_("rows that could not be read, and why"), default=list)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.DONE)
    total = models.PositiveIntegerField(_("payments in it"), default=0)
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now)

    class Meta:
        verbose_name = _("file of payments")
        verbose_name_plural = _("files of payments")
        ordering = ["-uploaded_at"]

    def __str__(self):
        return self.name

    def finish(self, *, data) -> None:
        """Every payment in it was looked at."""
        move(self, "finish", by=self.uploaded_by, data=data)


class PaymentRow(models.Model):
    """A payment as the bank tells of it.

    Its KID fits a contribution that owes something: *matched*, and the money is booked. Otherwise it is *unmatched*
    and stays in sight until somebody matches it by hand, or sets it aside with a reason: *set aside*. When the booking
    is taken back it is unmatched again. `is_waiting` until the import has looked at it. A reversal, which takes an
    earlier payment back, is never matched: somebody corrects that payment, and sets the reversal aside.
    """

    class Status(models.TextChoices):
        UNMATCHED = "unmatched", _("unmatched")
        MATCHED = "matched", _("matched")
        SET_ASIDE = "set_aside", _("set aside")

    TRANSITIONS = {
        "match": Transition("status", ("unmatched", "set_aside"), "matched", "partners.payment_matched"),
        "set_aside": Transition("status", ("unmatched",), "set_aside", "partners.payment_set_aside"),
        "release": Transition("status", ("set_aside",), "unmatched", "partners.payment_released"),
        "unmatch": Transition("status", ("matched",), "unmatched", "partners.payment_released"),
    }

    file = models.ForeignKey(PaymentFile, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField(_("row"))
    booked_on = models.DateField(_("booked"))
    amount = KronerField(_("amount, NOK"))
    kid = models.CharField(_("KID"), max_length=25, blank=True)
    # Not unique: some banks give it to all payments of a batch. What makes a payment itself is in the fingerprint.
    reference = models.CharField(_("the bank's reference"), max_length=140, db_index=True)
    fingerprint = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    payer = models.CharField(_("payer"), max_length=200, blank=True)
    account = models.CharField(_("the payer's account"), max_length=34, blank=True)
    text = models.CharField(_("message"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.UNMATCHED)
    is_reversal = models.BooleanField(_("takes an earlier payment back"), default=False)
    is_waiting = models.BooleanField(_("not looked at yet"), default=False)
    why = models.CharField(_("why it is not matched"), max_length=200, blank=True)
    entry = models.OneToOneField(MoneyEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="payment")

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-booked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["file", "line"], name="one_payment_per_row"),
            models.CheckConstraint(
                condition=~Q(status="matched") | Q(entry__isnull=False), name="matched_payment_is_booked"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-booked_on"], name="payment_inbox"),
            models.Index(fields=["file", "id"], condition=Q(is_waiting=True), name="payment_waiting"),
        ]

    def __str__(self):
        return f"{self.booked_on:%d.%m.%Y}, {display(self.amount)}"

    def match(self, *, entry: MoneyEntry, by) -> None:
        """The money is booked as `entry`."""
        move(
            self,
            "match",
            by=by,
            facts={"entry": entry, "why": "", "is_waiting": False},
            data=None if by else {"by": "import"},
        )

    def set_aside(self, *, reason: str, by) -> None:
        """It has nothing to do with contributions."""
        move(self, "set_aside", by=by, facts={"why": reason, "is_waiting": False})

    def release(self, *, by) -> None:
        """Back among those to look at."""
        move(self, "release", by=by, facts={"why": ""})

    def unmatch(self, *, reason: str, by) -> None:
        """Its booking was taken back, so it is to be looked at again."""
        move(self, "unmatch", by=by, facts={"entry": None, "why": reason})
