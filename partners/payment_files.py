"""Reading what a bank tells of payments: CSV as banks and spreadsheets write it, and ISO 20022 camt.054.

Nothing here knows of contributions. A row that makes no sense is a problem with its number, and the others are read.
"""

import csv
import hashlib
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAX_BYTES = 5_000_000
MAX_ROWS = 20_000
CAMT = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.(02|08)")
# What the columns are called by the banks and accounting systems we know, in lower case.
COLUMNS = {
    "booked_on": "dato|bokført|bokført dato|bokføringsdato|bokf. dato|betalingsdato|valuteringsdato|date|booked",
    "amount": "beløp|belop|inn|inn på konto|kreditert|kredit|innbetalt|amount|credit",
    "kid": "kid|kid-nummer|kidnummer|kid nr|kundeid|kid-nr",
    "reference": "referanse|arkivref|arkivref.|arkivreferanse|bankreferanse|bankens referanse|transaksjonsid|"
    "numref|reference|bank reference",
    "payer": "betaler|navn|avsender|betalers navn|payer|name",
    "text": "tekst|melding|beskrivelse|forklaring|text|message|description",
}
DATES = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y", "%Y%m%d")


@dataclass(frozen=True)
class Paid:
    """A payment as the file tells of it."""

    line: int
    booked_on: date
    amount: Decimal
    kid: str
    reference: str
    payer: str
    text: str


@dataclass
class Reading:
    """What was read: the payments, and the rows that were not, as (row, why)."""

    format: str
    rows: list[Paid] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    unnamed: dict[str, int] = field(default_factory=dict)


def read_payments(content: bytes) -> Reading:
    """The payments of a file, by what it holds and not by its name.

    Raises ValidationError when it is empty, larger than MAX_BYTES, longer than MAX_ROWS, or none of the two formats.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The file is too large: at most 5 MB."), code="large")
    if not content.strip():
        raise ValidationError(_("The file is empty."), code="empty")
    start = content[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \r\n\t")
    reading = _read_camt(content) if start.startswith(b"<") else _read_csv(content)
    if not reading.rows and not reading.problems:
        raise ValidationError(_("The file holds no payments."), code="none")
    return reading


def _take(reading: Reading, line: int, **told: str) -> None:
    """Keep a row, or why not."""
    if len(reading.rows) + len(reading.problems) >= MAX_ROWS:
        raise ValidationError(_("The file is too long: at most 20,000 payments."), code="long")
    try:
        amount, day = amount_of(told["amount"]), date_of(told["booked_on"])
    except ValueError as error:
        reading.problems.append((line, str(error)))
        return
    kid = re.sub(r"[\s']", "", told.get("kid", ""))[:25]
    reference = " ".join(told.get("reference", "").split())[:140]
    payer, text = " ".join(told.get("payer", "").split())[:200], " ".join(told.get("text", "").split())[:300]
    if not reference:
        # Without a name from the bank a payment is known by what it says, and by its place among those that say it.
        same = hashlib.sha256(repr((day, amount, kid, payer, text)).encode()).hexdigest()[:32]
        reading.unnamed[same] = reading.unnamed.get(same, 0) + 1
        reference = f"uten-ref-{same}-{reading.unnamed[same]}"
    reading.rows.append(Paid(line, day, amount, kid, reference, payer, text))


def amount_of(text: str) -> Decimal:
    """NOK in what a bank writes: 1 234,50, 1.234,50, 1,234.50 or 1234.5. Raises ValueError that says what is wrong."""
    plain = re.sub(r"[\s\u00a0\u202f']|kr\.?|NOK", "", text, flags=re.IGNORECASE).replace("\u2212", "-")
    if "," in plain and "." in plain:
        thousands, point = (".", ",") if plain.rindex(",") > plain.rindex(".") else (",", ".")
        plain = plain.replace(thousands, "").replace(point, ".")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,10}(\.\d{1,2})?", plain):
        raise ValueError(_("“%(text)s” is no amount.") % {"text": text[:40]})
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        raise ValueError(_("“%(text)s” is no amount.") % {"text": text[:40]}) from None
    if amount <= 0:
        raise ValueError(_("Nothing came in: the amount is %(text)s.") % {"text": text[:40]})
    return amount


def date_of(text: str) -> date:
    """The day in `text`. Raises ValueError that says what is wrong."""
    for form in DATES:
        try:
            found = datetime.strptime(text.strip()[:10], form).date()
        except ValueError:
            continue
        if 2000 <= found.year <= 2100:
            return found
    raise ValueError(_("“%(text)s” is no date.") % {"text": text[:40]})


# --- CSV --------------------------------------------------------------------------------------------------------------
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
    rows = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter)
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
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                told = {name: row[place] if place < len(row) else "" for name, place in places.items()}
                _take(reading, rows.line_num, **told)
    except csv.Error:
        raise ValidationError(_("The file breaks off in row %(row)s.") % {"row": rows.line_num}, code="csv") from None
    return reading


# --- camt.054 ---------------------------------------------------------------------------------------------------------
class _NoDoctype(ET.TreeBuilder):
    """Builds a tree of a document without a DTD: no entities, so neither bombs nor foreign files."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValidationError(_("The file has a document type of its own, which no bank sends."), code="doctype")


def _read_camt(content: bytes) -> Reading:
    try:
        root = ET.fromstring(content, parser=ET.XMLParser(target=_NoDoctype()))  # noqa: S314 - no DTD passes
    except (ET.ParseError, ValueError, LookupError):
        raise ValidationError(_("The file is broken XML."), code="xml") from None
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    if not CAMT.fullmatch(namespace):
        raise ValidationError(_("The file is XML, but not camt.054 (001.02 or 001.08)."), code="camt")
    reading = Reading("camt054")
    inside = f"{{{namespace}}}"
    line = 0
    for entry in root.iter(f"{inside}Ntry"):
        details = entry.findall(f"{inside}NtryDtls/{inside}TxDtls")
        for place, detail in enumerate(details or [None]):
            line += 1
            _transaction(reading, line, entry, detail, place, len(details), inside)
    return reading


def _transaction(
    reading: Reading, line: int, entry: ET.Element, detail: ET.Element | None, place: int, of: int, inside: str
) -> None:
    def find(path: str, where: ET.Element | None = detail) -> ET.Element | None:
        return None if where is None else where.find("/".join(inside + part for part in path.split("/")))

    def text(path: str, where: ET.Element | None = detail) -> str:
        found = find(path, where)
        return (found.text or "").strip() if found is not None else ""

    if (text("CdtDbtInd") or text("CdtDbtInd", entry)) != "CRDT" or text("RvslInd", entry) == "true":
        reading.problems.append((line, _("No money that came in.")))
        return
    # The sum stands in the details, in one of two places; where there is one detail or none, it may stand above them.
    sums = [find("AmtDtls/TxAmt/Amt"), find("Amt"), find("Amt", entry) if of <= 1 else None]
    amount = next((one for one in sums if one is not None), None)
    if amount is None or amount.get("Ccy", "NOK") != "NOK":
        reading.problems.append((line, _("No amount in Norwegian kroner.")))
        return
    own = text("Refs/AcctSvcrRef") or text("Refs/TxId") or text("Refs/InstrId")
    shared = text("AcctSvcrRef", entry) or text("NtryRef", entry)
    reference = own or (f"{shared}/{place + 1}" if shared and of > 1 else shared)
    _take(
        reading,
        line,
        amount=(amount.text or "").strip(),
        booked_on=text("BookgDt/Dt", entry) or text("BookgDt/DtTm", entry) or text("ValDt/Dt", entry),
        kid=text("RmtInf/Strd/CdtrRefInf/Ref"),
        reference=reference,
        payer=text("RltdPties/Dbtr/Nm") or text("RltdPties/Dbtr/Pty/Nm"),
        text=" ".join(_remarks(detail, inside)),
    )


def _remarks(detail: ET.Element | None, inside: str) -> Iterator[str]:
    for one in [] if detail is None else detail.findall(f"{inside}RmtInf/{inside}Ustrd"):
        yield (one.text or "").strip()
