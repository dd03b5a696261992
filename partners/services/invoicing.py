"""Invoices and credit notes: documents that are made once and never changed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from common.kid import numbered_kid
from common.money import kroner
from common.vat import tax_totals
from common.workflow import TransitionError
from partners.ehf import ehf_document
from partners.models import (
    BillingSettings,
    Contribution,
    Invoice,
    InvoiceLine,
    InvoiceRun,
    MoneyEntry,
    PartnerFirm,
    Topic,
    Vat,
)

from .entries import locked, now_here, write_entry
from .notices import notify
from .numbering import take_number

SERIES = "invoice"  # invoices and credit notes share it
# How far from today an invoice can be dated: nobody means more, and nothing of it is ever changed.
DATED_BACK, DATED_AHEAD = timedelta(days=366), timedelta(days=60)
# What was due long ago, and is written down late, is dated so many days before it was due at the earliest.
BEFORE_DUE = timedelta(days=60)


@dataclass(frozen=True)
class Line:
    """What an invoice line is to say: `net` NOK without VAT, and how VAT is treated."""

    text: str
    net: Decimal
    vat_category: str
    vat_rate: Decimal = Decimal(0)
    vat_reason: str = ""


def missing_for_invoices(settings: BillingSettings) -> list[str]:
    """What the settings lack before an invoice can be made, in the reader's words; empty when nothing."""
    needed = {
        "seller_name": settings.seller_name,
        "seller_organisation_number": settings.seller_organisation_number,
        "seller_street": settings.seller_street,
        "seller_postcode": settings.seller_postcode,
        "seller_city": settings.seller_city,
        "account_number": settings.account_number,
    }
    names = [str(BillingSettings._meta.get_field(name).verbose_name) for name, value in needed.items() if not value]
    return names + _missing_for_vat(settings, settings.vat_category, settings.vat_rate, settings.vat_reason)


def _missing_for_vat(settings: BillingSettings, category: str, rate: Decimal, reason: str) -> list[str]:
    """What a line of that treatment lacks: BR-S-02, BR-S-05, BR-E-10 and BR-O-10 of EN 16931."""
    lacking = []
    if category != Vat.OUTSIDE and not settings.seller_is_vat_registered:
        lacking.append(str(BillingSettings._meta.get_field("seller_is_vat_registered").verbose_name))
    if category == Vat.STANDARD and rate <= 0:
        lacking.append(str(BillingSettings._meta.get_field("vat_rate").verbose_name))
    if category in (Vat.EXEMPT, Vat.OUTSIDE) and not reason.strip():
        lacking.append(str(BillingSettings._meta.get_field("vat_reason").verbose_name))
    return lacking


def check_settings() -> BillingSettings:
    """The settings of invoicing. Raises ValidationError that says what they lack, and where it is filled in."""
    settings = BillingSettings.load()
    if lacking := missing_for_invoices(settings):
        raise ValidationError(
            _("No invoice can be made before this stands under Settings, Invoicing: %(what)s.")
            % {"what": ", ".join(lacking)},
            code="settings",
        )
    return settings


def check_invoice_day(issued_on: date, contribution: Contribution | None = None) -> None:
    """Raises ValidationError when that day cannot be meant: more than a year ago, or than sixty days ahead.

    A `contribution` that was due longer ago can be invoiced from sixty days before its day.
    """
    today = timezone.localdate()
    first, last = today - DATED_BACK, today + DATED_AHEAD
    if contribution is not None and contribution.due_on - date.min > BEFORE_DUE:
        first = min(first, contribution.due_on - BEFORE_DUE)
    if not first <= issued_on <= last:
        raise ValidationError(
            _("Write a day between %(first)s and %(last)s.")
            % {"first": date_format(first, "DATE_FORMAT"), "last": date_format(last, "DATE_FORMAT")},
            code="issued_on",
        )


def usual_line(contribution: Contribution, settings: BillingSettings) -> Line:
    """The line an invoice has unless the accountant decides otherwise: the whole sum, VAT as the settings say."""
    agreement = contribution.agreement
    what = {"tier": agreement.tier_name_nb or agreement.tier.name_nb, "year": contribution.year}
    with override("nb"):
        text = _("Contribution %(year)s, %(tier)s") % what
        if contribution.of > 1:
            text += " " + _("(instalment %(number)s of %(of)s)") % {
                "number": contribution.number,
                "of": contribution.of,
            }
    rate = settings.vat_rate if settings.vat_category == Vat.STANDARD else Decimal(0)
    reason = settings.vat_reason if settings.vat_category in (Vat.EXEMPT, Vat.OUTSIDE) else ""
    return Line(text[:200], contribution.amount, settings.vat_category, rate, reason)


def _checked(lines: Sequence[Line], contribution: Contribution, settings: BillingSettings) -> Sequence[Line]:
    if sum(line.net for line in lines) != contribution.amount:
        raise ValidationError(_("The lines must add up to the contribution's sum."), code="sum")
    if any(line.net <= 0 for line in lines):
        raise ValidationError(_("There is nothing to invoice."), code="nothing")
    categories = {line.vat_category for line in lines}
    if Vat.OUTSIDE in categories and len(categories) > 1:  # BR-O-11
        raise ValidationError(
            _("What is outside the scope of VAT stands on an invoice of its own."), code="outside_alone"
        )
    for line in lines:
        if lacking := _missing_for_vat(settings, line.vat_category, line.vat_rate, line.vat_reason):
            raise ValidationError(_("This VAT treatment lacks: %(what)s.") % {"what": ", ".join(lacking)}, code="vat")
    return lines


@transaction.atomic
def invoice_contribution(
    contribution: Contribution,
    *,
    issued_on: date,
    by: Any,
    lines: Sequence[Line] | None = None,
    run: InvoiceRun | None = None,
) -> Invoice:
    """Make the invoice of a planned contribution, with its number, KID, XML and money row, all or nothing.

    It is to be paid by the contribution's day, or as many days after `issued_on` as the settings give, whichever is
    later. `lines` are the accountant's own; the usual one otherwise. Raises TransitionError when it is not planned
    (any more), and ValidationError when the settings, the day or the lines will not do.
    """
    settings = check_settings()
    stored = locked(contribution)
    if stored.is_in_kind or stored.agreement.status not in stored.agreement.BINDING:
        raise TransitionError(_("Only contributions in money under a signed agreement are invoiced."), code="kind")
    check_invoice_day(issued_on, stored)
    chosen = _checked(lines or [usual_line(stored, settings)], stored, settings)
    # The step first: of two that are at it, one stops here and takes no number.
    due_on = max(stored.due_on, issued_on + timedelta(days=settings.payment_days))
    kid = numbered_kid(stored.pk, settings.kid_method)  # type: ignore[arg-type]
    totals = tax_totals(chosen)
    net, vat = kroner(sum(line.net for line in chosen)), kroner(sum(total.vat for total in totals))
    stored.step("invoice", by=by, kid=kid, due_on=due_on, invoiced_at=now_here(), balance=net + vat)
    entry = write_entry(stored, MoneyEntry.Kind.INVOICE, net + vat, booked_on=issued_on, by=by)
    invoice = Invoice(
        number=take_number(SERIES),
        contribution=stored,
        entry=entry,
        issued_on=issued_on,
        due_on=due_on,
        kid=kid,
        account_number=settings.account_number,
        seller=seller_of(settings),
        buyer=buyer_of(stored.firm),
        buyer_reference=(stored.firm.invoice_reference or stored.agreement.number or f"A-{stored.agreement_id}")[:100],
        net=net,
        vat=vat,
        gross=net + vat,
        run=run,
        created_by=by,
    )
    _store(
        invoice,
        [
            InvoiceLine(number=place, quantity=Decimal(1), price=line.net, **vars(line))
            for place, line in enumerate(chosen, start=1)
        ],
    )
    notify(
        stored.firm,
        topic=Topic.INVOICE,
        kind="invoice_made",
        invoice=invoice.pk,
        number=invoice.number,
        amount=invoice.gross,
        due_on=due_on,
    )
    contribution.refresh_from_db()
    return invoice


@transaction.atomic
def credit_invoice(invoice: Invoice, *, reason: str, by: Any) -> Invoice:
    """Undo an invoice by a credit note on all of it; what was paid on it is then owed back. Returns the credit note.

    Raises ValidationError without a reason, and TransitionError when it is no invoice, credited or waived already, or
    when something would still be owed on it, since money was paid back.
    """
    if not reason.strip():
        raise ValidationError(_("Say why it is credited; the firm reads it."), code="reason")
    if invoice.kind != Invoice.Kind.INVOICE:
        raise TransitionError(_("A credit note is not credited."), code="credit_note")
    stored = locked(invoice.contribution)
    if stored.balance > invoice.gross:
        raise TransitionError(_("Money was paid back on it: take that row back first."), code="refund")
    lines = list(invoice.lines.all())
    today = now_here().date()
    stored.step("credit", by=by, balance=stored.balance - invoice.gross, settled_at=now_here(), reason=reason.strip())
    entry = write_entry(
        stored, MoneyEntry.Kind.CREDIT, -invoice.gross, booked_on=today, by=by, reason=reason.strip()[:300]
    )
    note = Invoice(
        kind=Invoice.Kind.CREDIT_NOTE,
        number=take_number(SERIES),
        contribution=stored,
        credits=invoice,
        entry=entry,
        issued_on=max(today, invoice.issued_on),
        due_on=max(today, invoice.issued_on),
        note=reason.strip()[:300],
        created_by=by,
        **{
            name: getattr(invoice, name)
            for name in ("account_number", "seller", "buyer", "buyer_reference", "net", "vat", "gross")
        },
    )
    kept = ("number", "text", "quantity", "price", "net", "vat_category", "vat_rate", "vat_reason")
    _store(note, [InvoiceLine(**{name: getattr(line, name) for name in kept}) for line in lines])
    notify(
        stored.firm,
        topic=Topic.INVOICE,
        kind="invoice_credited",
        invoice=note.pk,
        number=invoice.number,
        amount=invoice.gross,
    )
    return note


def _store(invoice: Invoice, lines: list[InvoiceLine]) -> None:
    """Write the document, its row and its lines. What the row holds is never changed, so the document comes first."""
    content = ehf_document(invoice, lines)
    invoice.sha256 = hashlib.sha256(content).hexdigest()
    invoice.document.save("invoice.xml", ContentFile(content), save=False)
    try:
        with transaction.atomic():
            invoice.save(force_insert=True)
            for line in lines:
                line.invoice = invoice
            InvoiceLine.objects.bulk_create(lines)
    except BaseException:
        invoice.document.storage.delete(str(invoice.document.name))
        raise


def seller_of(settings: BillingSettings) -> dict[str, Any]:
    """What invoices say of the seller."""
    return {
        "name": settings.seller_name,
        "organisation_number": settings.seller_organisation_number,
        "street": settings.seller_street,
        "postcode": settings.seller_postcode,
        "city": settings.seller_city,
        "email": settings.seller_email,
        "is_vat_registered": settings.seller_is_vat_registered,
        "is_in_business_register": settings.seller_is_in_business_register,
    }


def buyer_of(firm: PartnerFirm) -> dict[str, str]:
    """What invoices say of the buyer."""
    return {
        "name": firm.name,
        "organisation_number": firm.organisation_number,
        "street": firm.street,
        "postcode": firm.postcode,
        "city": firm.city,
    }
