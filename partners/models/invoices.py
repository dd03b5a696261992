"""Invoices, credit notes, and how they are made."""

import secrets
from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from stdnum.no import kontonr
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from common.money import KronerField
from common.text import on_one_line
from common.workflow import Transition, move
from register.models import OrganisationNumberField

from .agreements import private_storage
from .contributions import Contribution, MoneyEntry

if TYPE_CHECKING:
    from .people import Membership


def check_account_number(number: str) -> None:
    """Raises ValidationError when the check digit (modulo 11) of a Norwegian account number does not fit."""
    if not kontonr.is_valid(number):
        raise ValidationError(_("That is no account number: a digit is wrong."), code="account")


class Vat(models.TextChoices):
    """How value added tax is treated, by the codes of UNCL5305 that EHF uses."""

    STANDARD = "S", _("With VAT")
    ZERO = "Z", _("Zero rate")
    EXEMPT = "E", _("Exempt from VAT")
    OUTSIDE = "O", _("Outside the scope of VAT")


@register_setting(icon="calendar-alt")
class BillingSettings(BaseGenericSetting):
    """Who invoices, from which account, and how. The accountant decides the treatment of VAT."""

    seller_name = models.CharField(_("seller"), max_length=120, blank=True, validators=[on_one_line])
    seller_organisation_number = OrganisationNumberField(verbose_name=_("the seller's organisation number"), blank=True)
    seller_is_vat_registered = models.BooleanField(_("registered for VAT"), default=False)
    seller_is_in_business_register = models.BooleanField(
        _("in the Register of Business Enterprises"),
        default=False,
        help_text=_("Then “Foretaksregisteret” stands on every invoice, as the act on that register asks."),
    )
    seller_street = models.CharField(_("street"), max_length=120, blank=True)
    seller_postcode = models.CharField(
        _("postcode"), max_length=4, blank=True, validators=[RegexValidator(r"^\d{4}$", _("Four digits."))]
    )
    seller_city = models.CharField(_("town"), max_length=80, blank=True)
    seller_email = models.EmailField(_("e-mail for questions about invoices"), blank=True)
    account_number = models.CharField(
        _("bank account"),
        max_length=11,
        blank=True,
        validators=[RegexValidator(r"^\d{11}$", _("Eleven digits.")), check_account_number],
    )
    vat_category = models.CharField(_("VAT by default"), max_length=1, choices=Vat.choices, default=Vat.OUTSIDE)
    vat_rate = models.DecimalField(
        _("VAT rate, per cent"),
        max_digits=4,
        decimal_places=2,
        default=Decimal("25.00"),
        validators=[MinValueValidator(0), MaxValueValidator(99)],
    )
    vat_reason = models.CharField(
        _("why there is no VAT"),
        max_length=200,
        blank=True,
        help_text=_("Printed on invoices without VAT, for example the paragraph of the act."),
    )
    kid_method = models.CharField(
        _("check digit of the KID"),
        max_length=5,
        choices=[("mod10", _("modulo 10")), ("mod11", _("modulo 11"))],
        default="mod10",
    )
    payment_days = models.PositiveSmallIntegerField(_("days to pay"), default=30)
    reminder_days = models.PositiveSmallIntegerField(
        _("days between reminders"), default=14, validators=[MinValueValidator(1)]
    )
    most_reminders = models.PositiveSmallIntegerField(_("most reminders"), default=3)

    class Meta:
        verbose_name = _("invoicing")

    def __str__(self):
        return str(_("Invoicing"))


class NumberSeries(models.Model):
    """The next number of a series without gaps; taken in the same transaction as what gets it."""

    name = models.CharField(max_length=40, unique=True)
    next = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")

    def __str__(self):
        return f"{self.name}: {self.next}"


def invoice_path(_invoice: "Invoice", _name: str) -> str:
    """A random name: a path tells nothing and cannot be guessed."""
    return f"invoices/{secrets.token_hex(16)}.xml"


class InvoiceQuerySet(models.QuerySet):
    """Which invoices."""

    def visible_to(self, seat: "Membership") -> "InvoiceQuerySet":
        """What is read from `seat` in the portal: those on contributions that are."""
        return self.filter(contribution__in=Contribution.objects.visible_to(seat))


class Invoice(models.Model):
    """An invoice, or a credit note that undoes one: a copy of everything it says. Never changed, only credited."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("invoice")
        CREDIT_NOTE = "credit_note", _("credit note")

    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices, default=Kind.INVOICE)
    number = models.PositiveIntegerField(_("number"), unique=True)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="invoices", verbose_name=_("contribution")
    )
    credits = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="credit_note", verbose_name=_("credits")
    )
    entry = models.OneToOneField(MoneyEntry, on_delete=models.PROTECT, related_name="invoice")
    issued_on = models.DateField(_("date"))
    due_on = models.DateField(_("to be paid by"))
    kid = models.CharField(_("KID"), max_length=25, blank=True)
    account_number = models.CharField(_("bank account"), max_length=11)
    seller = models.JSONField(_("seller"))
    buyer = models.JSONField(_("buyer"))
    buyer_reference = models.CharField(_("your reference"), max_length=100, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    net = KronerField(_("without VAT, NOK"))
    vat = KronerField(_("VAT, NOK"))
    gross = KronerField(_("to be paid, NOK"))
    document = models.FileField(_("EHF"), storage=private_storage, upload_to=invoice_path, blank=True, max_length=120)
    sha256 = models.CharField(_("checksum"), max_length=64, blank=True)
    run = models.ForeignKey(
        "InvoiceRun", on_delete=models.PROTECT, null=True, blank=True, related_name="invoices", verbose_name=_("run")
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(condition=Q(gross=F("net") + F("vat")), name="invoice_adds_up"),
            models.CheckConstraint(
                condition=(Q(kind="invoice") & Q(credits__isnull=True))
                | (Q(kind="credit_note") & Q(credits__isnull=False)),
                name="credit_note_names_its_invoice",
            ),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(kind="invoice"), name="one_invoice_per_contribution"
            ),
        ]

    def __str__(self):
        return str(self.number)


class InvoiceLine(models.Model):
    """One line of an invoice, with its own treatment of VAT."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(_("what"), max_length=200)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2, default=1)
    price = KronerField(_("price, NOK"))
    net = KronerField(_("amount, NOK"))
    vat_category = models.CharField(_("VAT"), max_length=1, choices=Vat.choices)
    vat_rate = models.DecimalField(_("VAT rate, per cent"), max_digits=4, decimal_places=2, default=0)
    vat_reason = models.CharField(_("why there is no VAT"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("invoice line")
        verbose_name_plural = _("invoice lines")
        ordering = ["invoice", "number"]
        constraints = [models.UniqueConstraint(fields=["invoice", "number"], name="one_line_per_number")]

    def __str__(self):
        return self.text


class InvoiceRun(models.Model):
    """Many contributions invoiced at one go, as a job.

    Started, it is *running*: it takes one contribution after the other and counts them; run again after a crash it
    goes on where it was, since what is invoiced is no longer planned. Somebody may stop it: *stopped*, and go on with
    it later; it stops itself when one thing after the other goes wrong. When nothing is left it is *done*.
    """

    class Status(models.TextChoices):
        RUNNING = "running", pgettext_lazy("invoice run", "running")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("done")

    TRANSITIONS = {
        "stop": Transition("status", ("running",), "stopped", "partners.invoice_run_stopped"),
        "resume": Transition("status", ("stopped",), "running", "partners.invoice_run_resumed"),
        "finish": Transition("status", ("running",), "done", "partners.invoice_run_done"),
    }

    year = models.PositiveSmallIntegerField(_("year"))
    until = models.DateField(_("due by"))
    issued_on = models.DateField(_("date of the invoices"))
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.RUNNING)
    total = models.PositiveIntegerField(_("invoices to make"), default=0)
    made = models.PositiveIntegerField(_("made"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    problems = models.JSONField(_("what was refused, and why"), default=list)
    reached = models.BigIntegerField(_("the last contribution that was refused"), default=0, editable=False)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("invoice run")
        verbose_name_plural = _("invoice runs")
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(fields=["status"], condition=Q(status="running"), name="one_invoice_run_at_a_time")
        ]

    def __str__(self):
        return f"{self.year}, {timezone.localtime(self.started_at):%d.%m.%Y %H:%M}"

    def stop(self, *, by) -> None:
        """Let it end after the invoice it is making; `by` is None when it stops itself."""
        move(self, "stop", by=by, data=None if by else {"by": "job"})

    def resume(self, *, by) -> None:
        """Go on where it was."""
        move(self, "resume", by=by)

    def finish(self) -> None:
        """Nothing is left to invoice."""
        move(self, "finish", by=None, facts={"ended_at": timezone.now()}, data={"by": "job"})
