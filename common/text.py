"""What may stand in a text that people type, and what must never reach a file or a document."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def without_controls(text: str, keep: str = "") -> str:
    """`text` without characters nobody sees that break workbooks and XML: controls, halves of pairs, U+FFFE and U+FFFF.

    Those in `keep` stay.
    """
    return "".join(one for one in text if one in keep or not _breaks(one))


def _breaks(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cs") or one in "\ufffe\uffff"


def on_one_line(text: str) -> None:
    """A validator of names. Raises ValidationError when it holds a line break or a character nobody sees."""
    if without_controls(text) != text:
        raise ValidationError(_("Write it on one line, without invisible characters."), code="controls")
