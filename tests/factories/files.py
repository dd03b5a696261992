"""Files as people send them, small and whole."""

import io
import zipfile

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (12, 8)) -> bytes:
    """A picture: picture("JPEG")."""
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return file.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return file.getvalue()


def office(main: str = "word/document.xml", **more: bytes) -> bytes:
    """A document of the kind whose main part that is; `more` are further parts, `__` for a slash."""
    parts = {"[Content_Types].xml": b"<Types/>", main: b"<x/>"}
    return packed(parts | {name.replace("__", "/").replace("_dot_", "."): text for name, text in more.items()})


def open_document(kind: str = "text", **more: bytes) -> bytes:
    """A text or spreadsheet of OpenDocument."""
    start = {"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<x/>"}
    return packed(start | {name.replace("__", "/"): text for name, text in more.items()})
