"""Tables as files: CSV that is streamed, XLSX written row by row. No cell begins a formula."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from openpyxl import Workbook

from .admin import safe

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """What csv writes a row to, to get it back as text."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[list[Any]], head: list[str]) -> Iterator[bytes]:
    """The file under `head`, line by line: semicolons and decimal commas, as Norwegian spreadsheets read."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + writer.writerow([safe(one) for one in head]).encode()
    for row in rows:
        yield writer.writerow([_norwegian(safe(value)) for value in row]).encode()


def _norwegian(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%d.%m.%Y %H:%M")
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


def xlsx_file(title: str, heading: list[str], rows: Iterable[list[Any]]) -> IO[bytes]:
    """The same as a workbook, in a file that goes away when it is closed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append([safe(one) for one in heading])
    for row in rows:
        sheet.append([_naive(safe(value)) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def _naive(value: Any) -> Any:
    # A workbook knows no time zones.
    return timezone.localtime(value).replace(tzinfo=None) if isinstance(value, datetime) else value


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
