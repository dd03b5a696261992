"""What a file is, found from its content: looked at before anything of it is decoded, and refused with words."""

import hashlib
import io
import re
import unicodedata
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
MOST_ENTRIES = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
LONGEST_NAME = 120
WORDS = "PDF, PNG, JPEG, WebP, Word, Excel, PowerPoint, OpenDocument, TXT, CSV"

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
ACCEPT = ",".join(f".{ending}" for ending in (*MEDIA_TYPES, "jpeg"))
OTHER_ENDINGS = {"jpg": ("jpg", "jpeg")}
_PICTURES = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN = {MEDIA_TYPES["odt"]: "odt", MEDIA_TYPES["ods"]: "ods"}
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\x00asm")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|script|iframe|svg|\?xml|!--)", re.IGNORECASE)
# What runs by itself, or fetches something to run, inside a document.
_RUNS = re.compile(r"vbaproject|vbadata|macrosheets/|activex|oleobject|^basic/|^scripts/|\.(exe|dll|js|vbs)$", re.I)


@dataclass(frozen=True)
class Checked:
    """A file we take: its content, a name that ends as the content is, its media type, and its SHA-256."""

    content: bytes
    name: str
    media_type: str

    @property
    def sha256(self) -> str:
        """The checksum, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_file(upload: Any) -> Checked:
    """Check `upload`, a file with `size`, `name` and `read`. Raises ValidationError in words when it is not taken."""
    if upload.size > MOST_BYTES:
        raise too_large()
    return check_file(upload.read(MOST_BYTES + 1), upload.name or "")


def check_file(content: bytes, name: str) -> Checked:
    """Check `content`, called `name` by its owner. Raises ValidationError in words when it is not taken."""
    if len(content) > MOST_BYTES:
        raise too_large()
    if not content.strip(b"\x00 \t\r\n"):
        raise ValidationError(_("The file is empty."), code="empty")
    ending = _ending_of(content, name)
    return Checked(content, tidy_name(name, ending), MEDIA_TYPES[ending])


def too_large() -> ValidationError:
    """The refusal of a file that is larger than MOST_BYTES."""
    return ValidationError(_("The file is larger than 20 MB. Make it smaller, or send it in parts."), code="large")


def tidy_name(name: str, ending: str = "") -> str:
    """`name` without folders, control characters and signs that turn text around, ending in `ending`."""
    plain = name.encode("utf-8", "replace").decode().replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    plain = " ".join(unicodedata.normalize("NFC", plain).split()).strip(". ")
    endings = OTHER_ENDINGS.get(ending, (ending,))
    stem, _dot, last = plain.rpartition(".")
    if ending and stem and last.lower() in endings:
        plain = stem
    plain = plain[:LONGEST_NAME].strip(". ") or _("file")
    return f"{plain}.{ending}" if ending else plain


def _ending_of(content: bytes, name: str) -> str:
    if content.startswith(b"%PDF-"):
        return "pdf"
    for start, ending in ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg")):
        if content.startswith(start):
            return _picture(content, ending)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _picture(content, "webp")
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    _refuse_known(content)
    return _text(content, name)


def _refuse_known(content: bytes) -> None:
    if content.startswith(_PROGRAMS):
        raise ValidationError(_("This is a program. We do not take programs."), code="program")
    if content.startswith(_ARCHIVES):
        raise _archive()
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValidationError(
            _("This is an old Office file, which can carry programs. Save it as docx, xlsx, pptx or PDF."), code="old"
        )


def _archive() -> ValidationError:
    return ValidationError(_("This is a packed folder. Unpack it, and send the files one by one."), code="archive")


def _picture(content: bytes, ending: str) -> str:
    broken = ValidationError(_("This picture is broken or far too large. Save it anew and try again."), code="broken")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[_PICTURES[ending]]) as picture:  # reads the head only
                if picture.width * picture.height > MOST_PIXELS:
                    raise broken
                picture.verify()
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise broken from error
    return ending


def _packed(content: bytes) -> str:
    """The ending of an office document, which is a zip file. Raises ValidationError for any other zip file."""
    broken = ValidationError(_("This document is broken. Save it anew and try again."), code="broken")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
                raise broken
            if any(one.flag_bits & 1 for one in entries):
                raise ValidationError(
                    _("The document has a password. Save it without one and try again."), code="locked"
                )
            names = {one.filename for one in entries}
            ending = _document(packed, names)
            if any(_RUNS.search(name) for name in names) or _has_macros(packed, names):
                raise ValidationError(
                    _("The document has macros or other programs in it. Save it without them, or as PDF."),
                    code="macros",
                )
            return ending
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise broken from error
    except (ValueError, KeyError, zlib.error) as error:
        raise broken from error


def _document(packed: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        for part, ending in _OFFICE.items():
            if part in names:
                return ending
    if "mimetype" in names and "content.xml" in names:
        kind = _start(packed, "mimetype", 200).decode("ascii", "replace").strip()
        if kind in _OPEN:
            return _OPEN[kind]
    raise _archive()


def _has_macros(packed: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether its table of contents names macros, or it fetches its template from elsewhere."""
    if "[Content_Types].xml" not in names:
        return False
    if b"macroenabled" in _start(packed, "[Content_Types].xml", 1_000_000).lower():
        return True
    settings = "word/_rels/settings.xml.rels"
    links = _start(packed, settings, 100_000).lower() if settings in names else b""
    return b"attachedtemplate" in links and b"external" in links


def _start(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    with packed.open(name) as part:
        return part.read(most)


def _text(content: bytes, name: str) -> str:
    lower = name.lower()
    if _MARKUP.search(content[:4096]) or lower.endswith((".svg", ".svgz", ".htm", ".html", ".xml", ".xhtml")):
        raise ValidationError(
            _("Web pages and SVG pictures can carry programs, so we do not take them. Save it as PDF or PNG."),
            code="markup",
        )
    ending = lower.rpartition(".")[2]
    if ending in ("txt", "csv") and not re.search(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]", content):
        return ending
    raise ValidationError(
        _("We do not take this kind of file. These we take: %(kinds)s.") % {"kinds": WORDS}, code="kind"
    )
