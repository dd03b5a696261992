"""Files for accounting: CSV that is streamed, XLSX written row by row, and EHF documents as zip."""

import tempfile
import zipfile
from typing import IO

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponseBase
from django.utils.translation import gettext as _

from common.sheets import XLSX, csv_lines, sheet_response, xlsx_file

from .models import Invoice

# So many documents in one zip: a browser and a spreadsheet clerk both manage that.
IN_A_ZIP = 2_000

__all__ = ["XLSX", "csv_lines", "sheet_response", "xlsx_file", "zip_response"]


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
