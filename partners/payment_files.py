"""Reading what a bank tells of payments: CSV as banks and spreadsheets write it; ISO 20022 stands in `camt054`.

Nothing here knows of contributions. A row that makes no sense is a problem with its number, and the others are read.
"""

import csv
import io

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .camt054 import read_camt
from .payment_rows import MAX_ROWS, Paid, Reading, amount_of, date_of, take

__all__ = ["MAX_BYTES", "MAX_ROWS", "Paid", "Reading", "amount_of", "date_of", "read_payments"]

MAX_BYTES = 5_000_000
# What the columns are called by the banks and accounting systems we know, in lower case.
COLUMNS = {
    "booked_on": "dato|bokført|bokført dato|bokføringsdato|bokf. dato|betalingsdato|valuteringsdato|date|booked",
    "amount": "beløp|belop|inn|inn på konto|kreditert|kredit|innbetalt|amount|credit",
    "kid": "kid|kid-nummer|kidnummer|kid nr|kundeid|kid-nr",
    "reference": "referanse|arkivref|arkivref.|arkivreferanse|bankreferanse|bankens referanse|transaksjonsid|"
    "numref|reference|bank reference",
    "payer": "betaler|navn|avsender|betalers navn|payer|name",
    "account": "fra konto|frakonto|avsenderkonto|betalers konto|motkonto|debetkonto|from account|payer account",
    "text": "tekst|melding|beskrivelse|forklaring|text|message|description",
}
MINUS = ("-", "\u2212")


def read_payments(content: bytes) -> Reading:
    """The payments of a file, by what it holds and not by its name.

    Raises ValidationError when it is empty, larger than MAX_BYTES, longer than MAX_ROWS, or none of the two formats.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The file is too large: at most 5 MB."), code="large")
    if not content.strip():
        raise ValidationError(_("The file is empty."), code="empty")
    start = content[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \r\n\t")
    reading = read_camt(content) if start.startswith(b"<") else _read_csv(content)
    if not reading.rows and not reading.problems:
        raise ValidationError(_("The file holds no payments."), code="none")
    return reading


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _read_csv(content: bytes) -> Reading:
    text = _text(content).replace("\x00", "")
    heading = text.lstrip().partition("\n")[0]
    delimiter = max(";,\t", key=heading.count)
    rows = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter, strict=True)
    names = {name: column for column, known in COLUMNS.items() for name in known.split("|")}
    try:
        head = next(rows)
    except (csv.Error, StopIteration):
        raise ValidationError(_("The file is neither CSV nor camt.054."), code="format") from None
    places: dict[str, int] = {}
    for place, name in enumerate(head):
        column = names.get(name.strip().strip('"').lower())
        if column:
            places.setdefault(column, place)
    if lacking := {"booked_on", "amount"} - set(places):
        words = {"booked_on": _("a date (Dato)"), "amount": _("an amount (Beløp)")}
        raise ValidationError(
            _("The first row must name the columns. Missing: %(what)s.")
            % {"what": ", ".join(words[name] for name in sorted(lacking))},
            code="columns",
        )
    reading = Reading("csv")
    row = rows.line_num
    try:
        for cells in rows:
            # A quotation mark that is not closed takes the next rows into its cell, up to the next mark.
            if any("\n" in cell and delimiter in cell for cell in cells):
                raise csv.Error
            row = rows.line_num
            if any(cell.strip() for cell in cells):
                _take(reading, row, {name: cells[at] if at < len(cells) else "" for name, at in places.items()})
    except csv.Error:
        raise ValidationError(
            _(
                'Row %(row)s: a quotation mark (") is not closed, or something follows the closing one. '
                "Nothing of the file was read: mend the row and read the file again."
            )
            % {"row": row + 1},
            code="csv",
        ) from None
    return reading


def _take(reading: Reading, row: int, told: dict[str, str]) -> None:
    """Money out with a KID takes back a payment that was booked, so it is kept; other money out is none of ours."""
    if told.get("kid", "").strip() and (out := told["amount"].strip()).startswith(MINUS):
        take(reading, row, {**told, "amount": out[1:]}, sign=-1, is_reversal=True)
    else:
        take(reading, row, told)
