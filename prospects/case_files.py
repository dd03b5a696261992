"""CSV files of companies as they come: encoding and delimiter are guessed, nothing in them breaks anything."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from common.text import without_controls

MOST_BYTES, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000_000, 10_000, 60, 2_000
DELIMITERS = (";", ",", "\t", "|")


@dataclass(frozen=True)
class CaseFile:
    """A file as it was read: `rows` are pairs of the line's number, counted from 1 with the head, and its cells."""

    encoding: str
    delimiter: str
    head: list[str]
    rows: list[tuple[int, list[str]]]


def _text(content: bytes) -> tuple[str, str]:
    has_mark = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    candidates = ["utf-16"] if has_mark else ["utf-8-sig", "cp1252"]
    for encoding in candidates:
        try:
            return content.decode(encoding), encoding
        except UnicodeError:
            continue
    return content.decode("latin-1"), "latin-1"


def _delimiter(text: str) -> str:
    """What parts the first lines into the same number of cells, the more the better."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]

    def fits(one: str) -> tuple[int, int]:
        try:
            counts = [len(row) for row in csv.reader(lines, delimiter=one)]
        except csv.Error:
            return (0, 0)
        return (
            sum(count == counts[0] for count in counts) if counts and counts[0] > 1 else 0,
            counts[0] if counts else 0,
        )

    return max(DELIMITERS, key=fits)


def read_cases(content: bytes) -> CaseFile:
    """Read a file. Raises ValidationError, in words, for one that is empty, too large or no table."""
    if len(content) > MOST_BYTES:
        raise ValidationError(_("The file is larger than 5 MB. Divide it."), code="large")
    decoded, encoding = _text(content)
    text = without_controls(decoded, keep="\t\r\n")
    if not text.strip():
        raise ValidationError(_("The file is empty."), code="empty")
    delimiter = _delimiter(text)
    rows: list[tuple[int, list[str]]] = []
    head: list[str] | None = None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            cells = [cell.strip()[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]]
            if not any(cells):
                continue
            if head is None:
                head = cells
            elif len(rows) == MOST_ROWS:
                raise ValidationError(_("There are more than 10 000 rows. Divide the file."), code="long")
            else:
                rows.append((reader.line_num, cells))
    except csv.Error:
        raise ValidationError(
            _("Line %(line)s cannot be read. Is it a CSV file?") % {"line": reader.line_num}, code="csv"
        ) from None
    if not head or not rows:
        raise ValidationError(_("The file has a head, but no rows below it."), code="empty")
    return CaseFile(encoding, delimiter, head, rows)
