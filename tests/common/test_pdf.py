"""Documents: whatever is typed can be set, and nothing of it is executed."""

from pathlib import Path

import pytest

from common.pdf import make_pdf, read_aloud

LAYOUT = """\
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: datetime(year: 2026, month: 1, day: 1))
= #data.title
#data.text
"""


@pytest.fixture
def layout(tmp_path) -> Path:
    path = tmp_path / "layout.typ"
    path.write_text(LAYOUT)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "漢字",
        "😀",
        "a\x07b",
        "a\x00b",
        "\ud83d",
        "\u202eabc",
        "\ufeff",
        "＃",
        "тест",
        "ا",
        "#panic()",
        '\\u0007 "\\',
        "\x7f",
    ],
)
def test_whatever_is_typed_becomes_a_document(layout, text):
    made = make_pdf(layout, {"title": "Hei", "text": text})
    assert made.startswith(b"%PDF-1.7") and b"pdfuaid:part>1<" in made


def test_a_letter_that_no_font_has_is_named_and_not_left_out(layout):
    named = make_pdf(layout, {"title": "Hei", "text": "x[U+6F22][U+1F600]y"})
    assert make_pdf(layout, {"title": "Hei", "text": "x漢😀y"}) == named
    assert make_pdf(layout, {"title": "Hei", "text": "xy"}) != named


def test_what_is_typed_is_never_executed(layout):
    for text in ("#panic()", "$x$ *fet* <a> @b", '"); #import "x.typ"', "\\#{}"):
        said = read_aloud(layout, {"title": "Hei", "text": text})
        assert text.replace("<", "&lt;").replace('"', "&quot;") in said or text.replace("<", "&lt;") in said


def test_the_same_data_give_the_same_bytes(layout):
    made = [make_pdf(layout, {"title": "Hei", "text": text}) for text in ("a", "a", "b")]
    assert made[0] == made[1] != made[2]


def test_a_layout_that_does_not_fit_says_so(layout):
    with pytest.raises(Exception, match="text"):
        make_pdf(layout, {"title": "Hei"})
