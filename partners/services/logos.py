"""Logos and photographs that firms upload: looked at before they are decoded, and stored as nothing but a picture."""

import io
import warnings
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 24_000_000
LONGEST_SIDE = 1200  # pixels as stored; more is never shown
MOST_BYTES_OF_A_PHOTO = 8 * 1024 * 1024
LONGEST_SIDE_OF_A_PHOTO = 2400
FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


def _format_of(start: bytes) -> str:
    """What the first bytes of a file say that it is; empty for anything we do not take."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if start.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WEBP"
    return ""


def _is_svg(name: str, start: bytes) -> bool:
    return name.lower().endswith((".svg", ".svgz")) or b"<svg" in start.lower()


def read_logo(upload: Any) -> ContentFile:
    """The picture in `upload` (a file with name and size), drawn anew so that it carries nothing else.

    Raises ValidationError when it is no PNG, JPEG or WebP, larger than MOST_BYTES or MOST_PIXELS, or broken.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 2 MB. Save the logo smaller and try again."), code="large")
    data = upload.read(MOST_BYTES + 1)
    if _is_svg(upload.name or "", data[:2048]):
        raise ValidationError(
            _(
                "An SVG can carry programs, so we do not take it. Save the logo as PNG, at least 600 pixels wide, "
                "and choose that file."
            ),
            code="svg",
        )
    return _read(data, MOST_BYTES, LONGEST_SIDE)


def read_photo(upload: Any) -> ContentFile:
    """The photograph in `upload`, as `read_logo` reads a logo; it may be MOST_BYTES_OF_A_PHOTO large."""
    if upload.size > MOST_BYTES_OF_A_PHOTO:
        raise ValidationError(_("The picture is larger than 8 MB. Save it smaller and try again."), code="large")
    return _read(upload.read(MOST_BYTES_OF_A_PHOTO + 1), MOST_BYTES_OF_A_PHOTO, LONGEST_SIDE_OF_A_PHOTO)


def _read(data: bytes, most_bytes: int, longest: int) -> ContentFile:
    kind = _format_of(data[:16])
    if not kind or len(data) > most_bytes:
        raise ValidationError(_("Choose a picture saved as PNG, JPEG or WebP."), code="format")
    broken = ValidationError(_("This picture is broken or far too large. Save it anew and try again."), code="broken")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:  # reads the head only
                if picture.width * picture.height > MOST_PIXELS:
                    raise broken
                return _drawn_anew(picture, kind, longest)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise broken from error


def _drawn_anew(picture: Image.Image, kind: str, longest: int) -> ContentFile:
    upright = ImageOps.exif_transpose(picture) or picture
    upright.thumbnail((longest, longest))
    if kind == "JPEG":
        upright = upright.convert("RGB")
    elif upright.mode not in ("RGB", "RGBA", "L", "LA"):
        upright = upright.convert("RGBA")
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    file = io.BytesIO()
    fresh.save(file, kind)
    return ContentFile(file.getvalue(), name=f"logo.{FORMATS[kind]}")
