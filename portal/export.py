"""Everything of a firm that its people may read, in one file: JSON for machines, CSV for people, and the documents.

What a seat may not see in the portal is not in it: a handover says who it is only after both yeses, a draft of an
agreement is the programme's own, and a liaison's file holds only what that person is told. It is made while it is
fetched, so that a firm of many years needs no more memory than a new one.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from common.admin import safe
from common.pipe import Pipe

from .access import Seat
from .export_tables import FOLDERS, Rows, Table, documents, firm_facts, tables

PIECE = 64 * 1024  # bytes read of a document at a time


def archive(seat: Seat, user: User) -> Iterator[bytes]:
    """The zip file, piece by piece, in the language of the page."""
    return _archive(seat, user, translation.get_language() or "nb")


def _archive(seat: Seat, user: User, language: str) -> Iterator[bytes]:
    pipe: Any = Pipe()
    # It is made after the answer has left the middleware, which chose the language.
    with translation.override(language), zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as zipped:
        for _written in _write(zipped, seat, user):
            if piece := pipe.take():
                yield piece
    yield pipe.take()


def _write(zipped: zipfile.ZipFile, seat: Seat, user: User) -> Iterator[None]:
    """Write it; stops after every piece, so that it can be fetched."""
    lists = tables(seat, user)
    zipped.writestr("les-meg.txt", _read_me(seat, lists))
    yield
    for table in lists:
        with zipped.open(f"{table.name}.csv", "w") as file:
            for line in csv_lines(table.rows()):
                file.write(line.encode())
                yield
    with zipped.open("alt.json", "w") as file:
        for text in _json(seat, lists):
            file.write(text.encode())
            yield
    for path, source in documents(seat):
        yield from _document(zipped, path, source)


def _document(zipped: zipfile.ZipFile, path: str, source: Any) -> Iterator[None]:
    if callable(source):
        zipped.writestr(path, source())
        yield
        return
    if not source or not source.storage.exists(source.name):
        return
    with source.storage.open(source.name, "rb") as content, zipped.open(path, "w") as file:
        while piece := content.read(PIECE):
            file.write(piece)
            yield


def csv_lines(rows: Rows) -> Iterator[str]:
    """Rows with a head, for a spreadsheet: semicolons as Norwegian ones read them, and no cell begins a formula."""
    out, writer = io.StringIO(), None
    yield "\ufeff"
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), delimiter=";", lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return safe(text)


def _json(seat: Seat, lists: list[Table]) -> Iterator[str]:
    """All lists under their names, and the firm."""
    yield '{\n"firm": ' + _dump(firm_facts(seat))
    for table in lists:
        yield f",\n{json.dumps(table.name)}: ["
        for place, row in enumerate(table.rows()):
            yield (",\n" if place else "\n") + _dump(row)
        yield "]"
    yield "\n}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def _read_me(seat: Seat, lists: list[Table]) -> str:
    """What the file holds, and what each part of it is."""
    names = {"firm": seat.firm}
    if seat.is_liaison:
        text = _("What we keep about you at %(firm)s: what we have told you, and how often you want mail.") % names
    else:
        text = _("Everything we keep about %(firm)s that you may see in the portal.") % names
    lines = [text, "", _("alt.json: all the lists below, for machines"), _("The lists open in a spreadsheet:")]
    lines += [f"{table.name}.csv: {table.about}" for table in lists]
    if not seat.is_liaison:
        lines += ["", _("The documents lie in folders, those that there are:")]
        lines += [f"{folder}: {about}" for folder, about in FOLDERS.items()]
    return "\r\n".join(lines) + "\r\n"
