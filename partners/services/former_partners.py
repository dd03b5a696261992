"""Partners of earlier programmes, read from a list: organisation number and name, one firm a row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from common.workflow import TransitionError
from partners.models import FormerPartner, PredecessorProgramme
from register.models import normalise_organisation_number

MAX_BYTES = 1_000_000
MAX_ROWS = 5_000
LONGEST_NAME = 120


@dataclass
class FormerReading:
    """What became of a list: how many are new, how many we had, and the rows refused, as (row, what it says, why)."""

    added: int = 0
    known: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)


@transaction.atomic
def read_former_partners(programme: PredecessorProgramme, content: bytes, *, by: User) -> FormerReading:
    """Note down the firms of a CSV list as partners of `programme`. A row that makes no sense is refused with its
    reason, and the others are read; the same list read again adds nothing.

    The number is the first cell of a row that holds nine digits, the name the other one; a heading is passed over.
    Raises ValidationError when `by` is no programme manager, and when the file is empty, larger than MAX_BYTES, longer
    than MAX_ROWS or no list at all.
    """
    if not has_role(by, Role.PROGRAMME_MANAGER):
        raise TransitionError(_("Only the programme manager does this."), code="role")
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The file is too large: at most 1 MB."), code="large")
    reading = FormerReading()
    wanted: dict[str, str] = {}
    known = set(programme.firms.values_list("organisation_number", flat=True))
    for line, cells in _rows(_text(content)):
        if len(wanted) + reading.known + len(reading.refused) >= MAX_ROWS:
            raise ValidationError(_("The file is too long: at most 5,000 firms."), code="long")
        try:
            number, name = _firm(cells)
        except ValidationError as error:
            reading.refused.append((line, " ".join(" ".join(cells).split())[:80], error.messages[0]))
            continue
        if number in known or number in wanted:
            reading.known += 1
        else:
            wanted[number] = name
    if not (wanted or reading.known or reading.refused):
        raise ValidationError(_("There are no firms in the file."), code="empty")
    firms = [FormerPartner(programme=programme, organisation_number=one, name=name) for one, name in wanted.items()]
    FormerPartner.objects.bulk_create(firms, ignore_conflicts=True)  # somebody else reads the same list
    reading.added = len(firms)
    data = {"added": reading.added, "known": reading.known, "refused": len(reading.refused)}
    log(programme, "partners.former_partners_read", user=by, data=data)
    return reading


def _text(content: bytes) -> str:
    """What spreadsheets write: UTF-8, or as Windows did."""
    try:
        return content.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").replace("\x00", "")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, with their numbers; not the heading."""
    heading = text.lstrip().partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=heading.count))
    is_first = True
    try:
        for row in rows:
            cells = [cell.strip() for cell in row if cell.strip()]
            if cells and not (is_first and not any(sign.isdigit() for cell in cells for sign in cell)):
                yield rows.line_num, cells
            is_first = is_first and not cells
    except csv.Error:
        raise ValidationError(_("The file breaks off in row %(row)s.") % {"row": rows.line_num}, code="csv") from None


def _firm(cells: list[str]) -> tuple[str, str]:
    """Number and name. Raises ValidationError that says what is wrong."""
    place = next((at for at, cell in enumerate(cells) if sum(sign.isdigit() for sign in cell) >= 9), None)
    if place is None:
        raise ValidationError(_("There is no organisation number in the row."), code="number")
    number = normalise_organisation_number(cells[place])
    name = next((cell for at, cell in enumerate(cells) if at != place), "")
    if not name:
        raise ValidationError(_("There is no name in the row."), code="name")
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("The name is too long: at most 120 characters."), code="name")
    return number, name
