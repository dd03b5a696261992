"""Documents as PDF, set by Typst: the layout is a file of ours, what it says goes in as data and is never executed."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

STANDARDS = ["ua-1"]  # ISO 14289-1: headings, tables and language can be read aloud
STRANGE_LETTERS = 200  # different ones that one document may have
_NO_LETTER = re.compile(r'the text `"(?:\\u\{(?P<number>[0-9a-f]+)\}|(?P<letters>[^"`]+))"` could not be displayed')


def make_pdf(layout: Path, data: Mapping[str, Any]) -> bytes:
    """The document of `layout`, a .typ file that reads `sys.inputs.data`, with what `data` says.

    The same layout and data give the same bytes: only the fonts inside Typst are used, and no clock. A letter they lack
    is named by its number in Unicode, [U+6F22], so that nothing is left out unseen. Raises typst.TypstError when the
    layout does not fit the data.
    """
    import typst

    text = _as_json(data)
    for _letter in range(STRANGE_LETTERS):
        try:
            return _compile(layout, text, format="pdf", pdf_standards=STANDARDS, timestamp=0)
        except typst.TypstError as error:
            found = _NO_LETTER.search(str(error))
            if found is None:
                raise
            for letter in chr(int(found["number"], 16)) if found["number"] else found["letters"]:
                text = text.replace(letter, f"[U+{ord(letter):04X}]")
    raise ValueError("The text has more letters than can be typeset.")


def read_aloud(layout: Path, data: Mapping[str, Any]) -> str:
    """The same document as HTML: its words in the order in which they are read."""
    return _compile(layout, _as_json(data), format="html").decode()


def _as_json(data: Mapping[str, Any]) -> str:
    """The data as text; control characters, which nobody can read, become spaces."""
    text = json.dumps(data, ensure_ascii=False)
    text = re.sub(r"(?<!\\)((?:\\\\)*)\\u00[01][0-9a-f]|\x7f", r"\1 ", text)
    return text.encode("utf-8", "replace").decode()


def _compile(layout: Path, text: str, **options: Any) -> bytes:
    import typst

    made = typst.compile(
        str(layout), root=str(layout.parent), ignore_system_fonts=True, sys_inputs={"data": text}, **options
    )
    assert isinstance(made, bytes)
    return made
