"""Files for accounting: CSV that is streamed, XLSX written row by row, and EHF documents as zip."""

import csv
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import IO, Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook

from common.admin import safe

from .models import Invoice

# So many documents in one zip: a browser and a spreadsheet clerk both manage that.
IN_A_ZIP = 2_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """What csv writes a row to, to get it back as text."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[list[Any]], head: list[str]) -> Iterator[bytes]:
    """The file under `head`, line by line.

    Semicolons and decimal commas, as Norwegian spreadsheets and accounting systems read.
    """
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + writer.writerow(head).encode()
    for row in rows:
        yield writer.writerow([_norwegian(safe(value)) for value in row]).encode()


def _norwegian(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


def xlsx_file(title: str, heading: list[str], rows: Iterable[list[Any]]) -> IO[bytes]:
    """The same as a workbook, in a file that goes away when it is closed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append(heading)
    for row in rows:
        sheet.append([safe(value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def sheet_response(name: str, form: str, heading: list[str], rows: Iterable[list[Any]]) -> HttpResponseBase:
    """The rows as a file to be kept: `form` is csv, which is streamed, or xlsx. `name` has no ending."""
    response: HttpResponseBase
    if form == "xlsx":
        file = xlsx_file(name, heading, rows)
        response = FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
    else:
        response = StreamingHttpResponse(csv_lines(rows, heading), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def parts_of(papers: QuerySet[Invoice]) -> int:
    """Into how many zip files their documents go."""
    return -(-papers.count() // IN_A_ZIP)


def document_name(invoice: Invoice) -> str:
    """What the EHF of an invoice or a credit note is called."""
    kind = "kreditnota" if invoice.kind == Invoice.Kind.CREDIT_NOTE else "faktura"
    return f"{kind}-{invoice.number}.xml"


def zip_file(papers: QuerySet[Invoice], part: int) -> IO[bytes]:
    """The EHF documents of `papers` by their numbers, the `part`th file of them, counted from one.

    What is gone from the disk is named in a text file beside the others.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    start, missing = (part - 1) * IN_A_ZIP, []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for one in papers.defer("seller", "buyer").order_by("number")[start : start + IN_A_ZIP]:
            try:
                with one.document.open("rb") as content:
                    zipped.writestr(document_name(one), content.read())
            except (FileNotFoundError, ValueError):
                missing.append(document_name(one))
        if missing:
            told = _("These documents could not be found, and are missing here:")
            zipped.writestr("MANGLER.txt", "\r\n".join([told, "", *missing, ""]))
    file.seek(0)
    return file


def zip_response(papers: QuerySet[Invoice], part: int, name: str) -> HttpResponseBase:
    """The zip as a file to be kept. `name` has no ending."""
    response = FileResponse(
        zip_file(papers, part), as_attachment=True, filename=f"{name}.zip", content_type="application/zip"
    )
    response["Cache-Control"] = "no-store"
    return response
