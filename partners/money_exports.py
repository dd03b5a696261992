"""Invoices for an accounting system: CSV that is streamed, XLSX written row by row, and the EHF of a run as zip."""

import csv
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import IO, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook

from common.admin import FORMULA_STARTS

from .models import Invoice, InvoiceRun

# So many documents in one zip: a browser and a spreadsheet clerk both manage that.
IN_A_ZIP = 2_000
CHUNK = 500


def heading() -> list[str]:
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
    found = Invoice.objects.filter(issued_on__gte=first, issued_on__lte=last)
    return found.select_related("contribution__agreement", "credits").prefetch_related("lines").order_by("number")


def rows_of(invoices: QuerySet[Invoice]) -> Iterator[list[Any]]:
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


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers and days stay what they are."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value


class _Echo:
    """What csv writes a row to, to get it back as text."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[list[Any]], head: list[str] | None = None) -> Iterator[bytes]:
    """The file under `head` (that of invoices unless given), line by line.

    Semicolons and decimal commas, as Norwegian spreadsheets and accounting systems read.
    """
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + writer.writerow(head or heading()).encode()
    for row in rows:
        yield writer.writerow([_norwegian(safe(value)) for value in row]).encode()


def _norwegian(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


def xlsx_file(rows: Iterable[list[Any]]) -> IO[bytes]:
    """The same as a workbook, in a file that goes away when it is closed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Invoices")[:31])
    sheet.append(heading())
    for row in rows:
        sheet.append([safe(value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def parts_of(run: InvoiceRun) -> int:
    """Into how many zip files the documents of a run go."""
    return -(-run.invoices.count() // IN_A_ZIP)


def zip_file(run: InvoiceRun, part: int) -> IO[bytes]:
    """The EHF documents of a run, the `part`th file of them, counted from one. A document that is gone is left out."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    start = (part - 1) * IN_A_ZIP
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for one in run.invoices.order_by("number")[start : start + IN_A_ZIP]:
            try:
                with one.document.open("rb") as content:
                    zipped.writestr(f"faktura-{one.number}.xml", content.read())
            except (FileNotFoundError, ValueError):
                continue
    file.seek(0)
    return file
