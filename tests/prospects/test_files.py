"""What a file is taken for, and what is refused."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from prospects import files
from prospects.files import MEDIA_TYPES, check_file, read_file, tidy_name
from tests.common.properties import examples
from tests.factories.files import PDF, office, open_document, packed, picture

TAKEN = {
    "pdf": PDF,
    "png": picture("PNG"),
    "jpg": picture("JPEG"),
    "webp": picture("WEBP"),
    "docx": office(),
    "xlsx": office("xl/workbook.xml"),
    "pptx": office("ppt/presentation.xml"),
    "odt": open_document(),
    "ods": open_document("spreadsheet"),
    "txt": "Hei på dere.\n".encode(),
    "csv": b"a;b\r\n1;2\r\n",
}


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_what_we_take_is_known_by_its_content(ending):
    checked = check_file(TAKEN[ending], f"Tegning.{ending.upper()}")
    assert checked.name == f"Tegning.{ending}"
    assert checked.media_type == MEDIA_TYPES[ending]
    assert len(checked.sha256) == 64


@pytest.mark.parametrize("ending", sorted(set(MEDIA_TYPES) - {"txt", "csv"}))
def test_a_wrong_name_makes_no_other_file_of_it(ending):
    checked = check_file(TAKEN[ending], "regning.exe")
    assert checked.name == f"regning.exe.{ending}"
    assert checked.media_type == MEDIA_TYPES[ending]


REFUSED = {
    "empty": (b"", "x.pdf"),
    "blank": (b" \x00\n", "x.txt"),
    "windows program": (b"MZ\x90\x00" + b"x" * 50, "x.pdf"),
    "linux program": (b"\x7fELF" + b"x" * 50, "x"),
    "script": (b"#!/bin/sh\nrm -rf /\n", "x.txt"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "x.png"),
    "svg with a prologue": (b'\xef\xbb\xbf<?xml version="1.0"?><svg/>', "x.txt"),
    "html": (b"<!DOCTYPE html><script>alert(1)</script>", "x.txt"),
    "html late": (b"Hei\n" * 100 + b"<SCRIPT>alert(1)</SCRIPT>", "x.csv"),
    "html by name": (b"Hei", "x.html"),
    "zip": (packed({"a.txt": b"hei"}), "x.zip"),
    "zip called docx": (packed({"a.txt": b"hei"}), "x.docx"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + b"x" * 30, "x.7z"),
    "rar": (b"Rar!\x1a\x07" + b"x" * 30, "x.rar"),
    "gz": (b"\x1f\x8b\x08" + b"x" * 30, "x.gz"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 30, "x.doc"),
    "macros": (office(word__vbaProject_dot_bin=b"x"), "x.docx"),
    "macros in the table of contents": (
        packed(
            {
                "[Content_Types].xml": b'<Override ContentType="ms-word.document.macroEnabled.main+xml"/>',
                "word/document.xml": b"",
            }
        ),
        "x.docx",
    ),
    "macro sheet": (office("xl/workbook.xml", xl__macrosheets__sheet1_dot_xml=b"x"), "x.xlsx"),
    "embedded object": (office(word__embeddings__oleObject1_dot_bin=b"x"), "x.docx"),
    "template from elsewhere": (
        packed(
            {
                "[Content_Types].xml": b"",
                "word/document.xml": b"",
                "word/_rels/settings.xml.rels": b'<Relationship Type=".../attachedTemplate" TargetMode="External"/>',
            }
        ),
        "x.docx",
    ),
    "basic in odt": (open_document(Basic__Standard__a=b"x"), "x.odt"),
    "presentation of no kind": (packed({"mimetype": b"application/zip", "content.xml": b""}), "x.odt"),
    "cut-off zip": (office()[:40], "x.docx"),
    "cut-off picture": (picture()[:20], "x.png"),
    "binary called txt": (b"hei\x00hei", "x.txt"),
    "text of no kind": (b"hei", "x"),
    "unknown": (bytes(range(256)), "x.bin"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_we_do_not_take_is_refused_with_words(name):
    with pytest.raises(ValidationError) as refusal:
        check_file(*REFUSED[name])
    assert len(refusal.value.messages[0]) > 10


def test_a_document_with_a_password_is_refused():
    content = bytearray(office())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(ValidationError) as refusal:
        check_file(bytes(content), "x.docx")
    assert refusal.value.code == "locked"


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(files, "MOST_PIXELS", 100)
    assert check_file(picture(size=(10, 10)), "x.png")
    with pytest.raises(ValidationError):
        check_file(picture(size=(10, 11)), "x.png")


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MOST_UNPACKED", 1_000)
    with pytest.raises(ValidationError):
        check_file(office(word__big=b"x" * 2_000), "x.docx")


def test_a_document_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MOST_ENTRIES", 3)
    with pytest.raises(ValidationError):
        check_file(office(a=b"", b=b""), "x.docx")


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    assert read_file(ContentFile(b"x" * 100, name="x.txt"))
    large = ContentFile(b"x" * 101, name="x.txt")
    with pytest.raises(ValidationError) as refusal:
        read_file(large)
    assert refusal.value.code == "large"
    assert large.tell() == 0
    with pytest.raises(ValidationError):
        check_file(b"x" * 101, "x.txt")


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("D:\\Mapper\\Ola\\Plan.PDF", "Plan.pdf"),
        ("gnp.\u202efdp.exe", "gnp.fdp.exe.pdf"),
        ("a\r\nb\x00.pdf", "ab.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        (".pdf", "pdf.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("\ud800.pdf", "?.pdf"),
        ("Blåbær & co.pdf", "Blåbær & co.pdf"),
    ],
)
def test_a_name_is_tidied(name, tidy):
    from django.utils import translation

    with translation.override("en"):
        assert tidy_name(name, "pdf") == tidy


@given(st.binary(max_size=300), st.text(max_size=40))
@examples(200)
def test_no_content_and_no_name_breaks_the_check(content, name):
    for start in (b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF1234WEBP"):
        try:
            checked = check_file(start + content, name)
        except ValidationError:
            continue
        assert len(checked.name) <= 130


@given(st.integers(0, 10_000), st.integers(0, 255))
@examples(200)
def test_a_document_damaged_anywhere_is_taken_or_refused_and_never_breaks(place, value):
    content = bytearray(office(word__more=b"hei" * 50))
    content[place % len(content)] = value
    try:
        check_file(bytes(content), "x.docx")
    except ValidationError:
        pass


def test_the_zip_of_the_tests_is_whole():
    assert zipfile.ZipFile(io.BytesIO(office())).testzip() is None
