"""What a firm owes under its agreement, and every krone that moved."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.money import KronerField
from common.workflow import Transition, TransitionError, move

from .agreements import Agreement
from .firms import PartnerFirm
from .sight import reads_affairs

if TYPE_CHECKING:
    from .people import Membership


class InKindRate(models.Model):
    """What an hour, a day or a square metre is worth when a firm gives work or premises instead of money."""

    name_nb = models.CharField(_("name in Norwegian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    unit_nb = models.CharField(_("unit in Norwegian"), max_length=40)
    unit_en = models.CharField(_("unit in English"), max_length=40)
    amount = KronerField(_("value of one, NOK"), validators=[MinValueValidator(Decimal("0.01"))])
    is_retired = models.BooleanField(_("no longer used"), default=False)

    class Meta:
        verbose_name = _("rate for contributions in kind")
        verbose_name_plural = _("rates for contributions in kind")
        ordering = ["name_nb"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="rate_is_positive")]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def unit(self) -> str:
        """The unit in the reader's language."""
        return in_language(self, "unit")


class ContributionQuerySet(models.QuerySet):
    """Which contributions."""

    def unpaid(self) -> "ContributionQuerySet":
        """Invoiced, and something is still owed in money."""
        return self.filter(status__in=("invoiced", "partly_paid", "overdue"), kind="cash")

    def to_invoice(self, until: date | None = None) -> "ContributionQuerySet":
        """Planned in money, of an agreement that binds or did, and due by `until` (any day when None)."""
        found = self.filter(status="planned", kind="cash", agreement__status__in=Agreement.BINDING)
        return found.filter(due_on__lte=until) if until else found

    def to_mark_overdue(self, on: date | None = None) -> "ContributionQuerySet":
        """Invoiced, or agreed in kind and not given; the day has passed, and not marked yet."""
        gift = Q(status="planned", agreement__status__in=Agreement.BINDING) & ~Q(kind="cash")
        return self.filter(Q(status__in=("invoiced", "partly_paid")) | gift, due_on__lt=on or timezone.localdate())

    def to_remind(self, on: date, *, after_days: int, at_most: int) -> "ContributionQuerySet":
        """Overdue by `after_days` since the due day or the last reminder, and reminded fewer than `at_most` times."""
        limit = on - timedelta(days=after_days)
        return self.filter(
            Q(reminded_on=None) | Q(reminded_on__lte=limit),
            status="overdue",
            due_on__lte=limit,
            reminders__lt=at_most,
        )

    def visible_to(self, seat: "Membership") -> "ContributionQuerySet":
        """What is read from `seat` in the portal: of its firm, under agreements that were signed or taken back."""
        if not reads_affairs(seat):
            return self.none()
        return self.filter(firm=seat.firm_id).exclude(agreement__status__in=("draft", "offered"))


def _cash_is_invoiced_first(contribution: "Contribution") -> None:
    """What is owed in money and not invoiced yet is not late: nobody has asked for it."""
    if contribution.status == Contribution.Status.PLANNED and not contribution.is_in_kind:
        raise TransitionError(_("It has not been invoiced, so it cannot be overdue."), code="not_invoiced")


class Contribution(models.Model):
    """One sum owed under an agreement: a year's, or one instalment of it; in money, in hours or in premises.

    Signing the agreement plans them: *planned*. In money, it is invoiced: *invoiced*; a payment that does not cover
    it makes it *partly paid*, one that does, *paid*. When its day passes before that it is *overdue*, until it is
    paid. In kind, it is *paid* when the firm has given what was agreed, and *overdue* when its day passes before. The
    programme manager may let it go with a reason: *waived*; an invoice is undone by a credit note: *credited*. A
    payment entered by mistake is taken back by a new row, and the contribution stands again where it did. What was
    credited, or agreed in kind and never given, can be planned once more as another contribution, which `replaces` it.
    `balance` is the sum of its money rows, kept in the same transaction as they are.
    """

    class Kind(models.TextChoices):
        CASH = "cash", _("money")
        HOURS = "hours", _("hours")
        PREMISES = "premises", _("premises")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        INVOICED = "invoiced", _("invoiced")
        PARTLY_PAID = "partly_paid", _("partly paid")
        PAID = "paid", _("paid")
        OVERDUE = "overdue", _("overdue")
        WAIVED = "waived", _("waived")
        CREDITED = "credited", _("credited")

    OPEN = ("invoiced", "partly_paid", "overdue")

    TRANSITIONS = {
        "invoice": Transition("status", ("planned",), "invoiced", "partners.contribution_invoiced"),
        "pay_part": Transition(
            "status", ("invoiced", "partly_paid", "overdue"), "partly_paid", "partners.contribution_partly_paid"
        ),
        "pay": Transition(
            "status", ("planned", "invoiced", "partly_paid", "overdue"), "paid", "partners.contribution_paid"
        ),
        "fall_due": Transition(
            "status",
            ("planned", "invoiced", "partly_paid"),
            "overdue",
            "partners.contribution_overdue",
            guard=_cash_is_invoiced_first,
        ),
        "waive": Transition(
            "status", ("planned", "invoiced", "partly_paid", "overdue"), "waived", "partners.contribution_waived"
        ),
        "credit": Transition(
            "status", ("invoiced", "partly_paid", "overdue", "paid"), "credited", "partners.contribution_credited"
        ),
        "reopen": Transition(
            "status", ("partly_paid", "paid", "overdue"), "invoiced", "partners.contribution_reopened"
        ),
        "reopen_part": Transition("status", ("paid", "overdue"), "partly_paid", "partners.contribution_reopened"),
        "unreceive": Transition("status", ("paid",), "planned", "partners.contribution_reopened"),
    }

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("agreement")
    )
    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("partner firm")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("instalment"), default=1)
    of = models.PositiveSmallIntegerField(_("of instalments"), default=1)
    kind = models.CharField(_("given as"), max_length=10, choices=Kind.choices, default=Kind.CASH)
    rate = models.ForeignKey(
        InKindRate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rate")
    )
    rate_amount = KronerField(
        _("value of one when it was agreed, NOK"), null=True, blank=True, help_text=_("In kind only.")
    )
    quantity = models.DecimalField(
        _("how many units"), max_digits=8, decimal_places=2, null=True, blank=True, help_text=_("In kind only.")
    )
    amount = KronerField(_("amount, NOK"), help_text=_("Without VAT. In kind: what it is valued at."))
    due_on = models.DateField(_("due"))
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaced_by",
        verbose_name=_("planned instead of"),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.PLANNED)
    kid = models.CharField(_("KID"), max_length=25, unique=True, null=True, blank=True, editable=False)
    balance = KronerField(_("owed now, NOK"), default=0, editable=False)
    invoiced_at = models.DateTimeField(_("invoiced"), null=True, blank=True, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(_("last reminded"), null=True, blank=True, editable=False)
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-due_on", "-pk"]
        permissions = [("see_contribution_sums", "Can see the sums of contributions")]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "year", "kind", "number"], name="one_contribution_per_instalment"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="contribution_not_negative"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=F("of")), name="instalment_within_its_row"),
            models.CheckConstraint(
                condition=Q(kind="cash") | (Q(rate__isnull=False) & Q(quantity__gt=0)),
                name="contribution_in_kind_is_valued",
            ),
            models.CheckConstraint(condition=~Q(status="waived") | ~Q(reason=""), name="waived_has_reason"),
        ]
        indexes = [
            models.Index(fields=["-due_on", "-id"], name="contribution_list"),
            models.Index(fields=["status", "due_on"], name="contribution_clock"),
            models.Index(fields=["firm", "-due_on"], name="contribution_of_firm"),
            models.Index(fields=["year", "status"], name="contribution_of_year"),
        ]

    def __str__(self):
        return f"{self.firm} {self.year} ({self.number}/{self.of})"

    @property
    def is_in_kind(self) -> bool:
        """Whether it is given in hours or premises instead of money."""
        return self.kind != self.Kind.CASH

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and something is owed, whether or not the clock has said so yet."""
        owes = self.status in self.OPEN or (self.is_in_kind and self.status == self.Status.PLANNED)
        return owes and self.due_on < timezone.localdate()

    def step(self, verb: str, *, by, at=None, **facts) -> None:
        """Take a step; the services of the ledger do, together with the money row that is its reason."""
        move(self, verb, by=by, at=at, facts=facts, data=None if by else {"by": "clock"})


class MoneyEntry(models.Model):
    """One movement on what a firm owes. Never changed and never deleted: the database refuses it.

    `amount` is what it does to the debt: an invoice adds to it, a payment, a credit note and a waiver take from it. A
    mistake is a new row of the opposite amount that names the row it `reverses`.
    """

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("invoice")
        PAYMENT = "payment", _("payment")
        IN_KIND = "in_kind", _("given in kind")
        CREDIT = "credit", _("credit note")
        WAIVER = "waiver", _("waived")
        REVERSAL = "reversal", _("correction")
        REFUND = "refund", _("paid back")

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="entries", verbose_name=_("contribution")
    )
    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    amount = KronerField(_("amount, NOK"))
    booked_on = models.DateField(_("booked"))
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversal", verbose_name=_("corrects")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    reference = models.CharField(_("the bank's reference"), max_length=140, blank=True)
    created_at = models.DateTimeField(_("entered"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        ordering = ["booked_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="money_row_moves_something"),
            models.CheckConstraint(
                condition=~Q(kind="reversal") | (Q(reverses__isnull=False) & ~Q(reason="")),
                name="correction_names_its_row_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind="reversal")
                | Q(approved_by__isnull=False, created_by__isnull=False) & ~Q(approved_by=F("created_by")),
                name="correction_has_a_second_person",
            ),
        ]
        indexes = [models.Index(fields=["contribution", "booked_on"], name="money_of_contribution")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.amount}"


class Correction(models.Model):
    """A wish to take a money row back, which takes two people.

    One person proposes it with a reason: *proposed*. Another one carries it out: *done*, and the opposite row is
    written; or refuses it: *refused*. Nobody decides on what they proposed.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("waiting for a second person")
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")

    TRANSITIONS = {
        "carry_out": Transition("status", ("proposed",), "done", "partners.correction_done"),
        "refuse": Transition("status", ("proposed",), "refused", "partners.correction_refused"),
    }

    entry = models.ForeignKey(MoneyEntry, on_delete=models.PROTECT, related_name="corrections")
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PROPOSED)
    reason = models.CharField(_("reason"), max_length=300)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=~Q(status="refused"), name="one_correction_per_money_row"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="nobody_decides_on_their_own_correction",
            ),
        ]

    def __str__(self):
        return f"{self.entry}: {self.reason}"

    def carry_out(self, *, by) -> None:
        """A second person agrees. Use `partners.services.carry_out_correction`, which writes the row."""
        move(self, "carry_out", by=by, facts={"decided_at": timezone.now(), "decided_by": by})

    def refuse(self, *, by) -> None:
        """A second person says no; the row stays as it is."""
        move(self, "refuse", by=by, facts={"decided_at": timezone.now(), "decided_by": by})
