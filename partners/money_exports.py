"""What goes to accounting: invoices and credit notes, money rows, and the register of contributions, as rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.money import kroner

from .models import Contribution, Invoice, MoneyEntry

CHUNK = 500


def invoice_heading() -> list[str]:
    """What the columns are called."""
    return [
        _("Number"),
        _("Kind"),
        _("Credits invoice"),
        _("Date"),
        _("To be paid by"),
        _("Organisation number"),
        _("Firm"),
        _("Your reference"),
        _("KID"),
        _("Without VAT"),
        _("VAT"),
        _("VAT code"),
        _("Sum"),
        _("Owed now"),
        _("Contribution year"),
        _("Agreement"),
        _("Status"),
    ]


def invoices_between(first: date, last: date) -> QuerySet[Invoice]:
    """Invoices and credit notes of those days, in the order of their numbers."""
    found = papers_between(first, last)
    return found.select_related("contribution__agreement", "credits").prefetch_related("lines")


def papers_between(first: date, last: date) -> QuerySet[Invoice]:
    """The same, for who only wants their files."""
    return Invoice.objects.filter(issued_on__gte=first, issued_on__lte=last).order_by("number")


def invoice_rows(invoices: QuerySet[Invoice]) -> Iterator[list[Any]]:
    """A row for each; credit notes take from the sums. Four queries for every CHUNK, however many there are."""
    for one in invoices.iterator(chunk_size=CHUNK):
        sign = -1 if one.kind == Invoice.Kind.CREDIT_NOTE else 1
        contribution = one.contribution
        yield [
            one.number,
            str(one.get_kind_display()),
            one.credits.number if one.credits else "",
            one.issued_on,
            one.due_on,
            one.buyer.get("organisation_number", ""),
            one.buyer.get("name", ""),
            one.buyer_reference,
            one.kid,
            sign * one.net,
            sign * one.vat,
            "+".join(sorted({line.vat_category for line in one.lines.all()})),
            sign * one.gross,
            contribution.balance,
            contribution.year,
            contribution.agreement.number or "",
            str(contribution.get_status_display()),
        ]


def _bills(path: str) -> Prefetch:
    """The invoices, without their credit notes, along `path`."""
    found = Invoice.objects.filter(kind=Invoice.Kind.INVOICE).defer("seller", "buyer")
    return Prefetch(path, found, to_attr="bills")


# --- money rows -------------------------------------------------------------------------------------------------------
def entry_heading() -> list[str]:
    """What the columns are called."""
    return [
        _("Row"),
        _("Booked"),
        _("Entered"),
        _("Kind"),
        _("Corrects row"),
        _("Organisation number"),
        _("Firm"),
        _("Invoice"),
        _("KID"),
        _("Amount"),
        _("Of which VAT"),
        _("The bank's reference"),
        _("Reason"),
        _("Contribution year"),
        _("Agreement"),
    ]


def entries_between(first: date, last: date) -> QuerySet[MoneyEntry]:
    """Money rows booked on those days, in the order in which they were booked."""
    found = MoneyEntry.objects.filter(booked_on__gte=first, booked_on__lte=last)
    return (
        found.select_related("contribution__agreement", "contribution__firm")
        .prefetch_related(_bills("contribution__invoices"))
        .order_by("booked_on", "pk")
    )


def entry_rows(entries: QuerySet[MoneyEntry]) -> Iterator[list[Any]]:
    """A row for each, signed as it moves the debt. Two queries for every CHUNK, however many there are.

    The VAT of a row is its share of the invoice's, which is exact for the invoice itself and its credit note.
    """
    for one in entries.iterator(chunk_size=CHUNK):
        contribution: Any = one.contribution
        bill = next(iter(contribution.bills), None)
        yield [
            one.pk,
            one.booked_on,
            timezone.localtime(one.created_at).date(),
            str(one.get_kind_display()),
            one.reverses_id or "",
            contribution.firm.organisation_number,
            contribution.firm.name,
            bill.number if bill else "",
            contribution.kid or "",
            one.amount,
            kroner(one.amount * bill.vat / bill.gross) if bill and bill.gross else kroner(0),
            one.reference,
            one.reason,
            contribution.year,
            contribution.agreement.number or "",
        ]


# --- the register -----------------------------------------------------------------------------------------------------
def contribution_heading() -> list[str]:
    """What the columns are called."""
    return [
        _("Organisation number"),
        _("Firm"),
        _("Agreement"),
        _("Year"),
        _("Instalment"),
        _("Of instalments"),
        _("In what"),
        _("Sum"),
        _("Owed now"),
        _("Due"),
        _("Status"),
        _("KID"),
        _("Invoice"),
        _("Settled"),
        _("Reason"),
    ]


def contribution_rows(contributions: QuerySet[Contribution]) -> Iterator[list[Any]]:
    """A row for each, as the register has them. Two queries for every CHUNK, however many there are."""
    found: Any = contributions.select_related(None).select_related("firm", "agreement").prefetch_related(None)
    for one in found.prefetch_related(_bills("invoices")).iterator(chunk_size=CHUNK):
        yield [
            one.firm.organisation_number,
            one.firm.name,
            one.agreement.number or "",
            one.year,
            one.number,
            one.of,
            str(one.get_kind_display()),
            one.amount,
            one.balance,
            one.due_on,
            str(one.get_status_display()),
            one.kid or "",
            one.bills[0].number if one.bills else "",
            timezone.localtime(one.settled_at).date() if one.settled_at else "",
            one.reason,
        ]


@dataclass(frozen=True)
class Export:
    """What can be taken out for some days: its rows, their heading, and what the file is called."""

    label: Any
    between: Callable[[date, date], QuerySet]
    rows: Callable[[Any], Iterator[list[Any]]]
    heading: Callable[[], list[str]]
    name: str


# By their words in the address.
EXPORTS = {
    "fakturaer": Export(
        gettext_lazy("Invoices and credit notes"), invoices_between, invoice_rows, invoice_heading, "fakturaer"
    ),
    "posteringer": Export(
        gettext_lazy("Money rows: payments, what was paid back, waived and corrected"),
        entries_between,
        entry_rows,
        entry_heading,
        "posteringer",
    ),
}
