"""The signed documents: what they say in both languages, and that what is kept is what was signed."""

import hashlib
import re
from html import unescape

import pytest

from partners.models import Agreement
from partners.services import agreement_aloud, agreement_pdf, ledger
from partners.services.agreement_documents import agreement_words

from .agreeing import clauses, offered, sign, signed, signer

pytestmark = pytest.mark.django_db


def words(agreement: Agreement, language: str) -> str:
    """The text of the document, by Typst's own reading of the same layout and data."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", agreement_aloud(agreement, language))).split())


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_document_says_everything_that_is_agreed(language):
    clauses()
    made = signed(ends_on=None)
    text = words(made, language)
    said = {
        "nb": ["Hovedpartner", "Innlegg på scenen", "§ 1 Punkt 1", "Avtalen gjelder samarbeid", "50 000 kr"],
        "en": ["Principal partner", "A talk on stage", "§ 1 Point 1", "winning new companies", "NOK 50,000"],
    }
    for one in (*said[language], made.firm.name, made.number, "Signe Signator", "Daglig leder"):
        assert one in text.replace("\xa0", " "), one
    assert "192.0.2.7" not in text and made.signed_by.email not in text  # forgotten earlier than the document
    for other in said["en" if language == "nb" else "nb"]:
        assert other not in text.replace("\xa0", " "), other


def test_what_is_stored_is_what_the_checksum_says_and_what_the_data_makes_again():
    clauses()
    made = Agreement.objects.get(pk=signed().pk)
    assert made.document_nb.name != made.document_en.name
    for language in ("nb", "en"):
        with getattr(made, f"document_{language}").open("rb") as file:
            content = file.read()
        assert content.startswith(b"%PDF-1.7")
        assert hashlib.sha256(content).hexdigest() == getattr(made, f"sha256_{language}")
        assert agreement_pdf(made, language) == content
        assert re.fullmatch(r"agreements/[0-9a-f]{32}\.pdf", getattr(made, f"document_{language}").name)


def test_the_document_is_made_to_be_read_aloud():
    clauses()
    made = signed()
    content = agreement_pdf(made, "nb")
    assert b"pdfuaid:part" in content and b"/Lang(nb)" in content
    assert b"/StructTreeRoot" in content
    title = re.search(rb"<dc:title>.*?</dc:title>", content, re.S)
    assert title and b"avtale" in title[0].lower()


def test_an_unsigned_copy_says_so_and_one_letter_changes_the_checksum():
    clauses()
    made = offered()
    assert agreement_words(made, "nb")["stamp"] and not agreement_words(made, "nb")["signature"]["facts"]
    before = agreement_pdf(made, "nb")
    made.tier_name_nb = "Hovedpartnes"
    assert agreement_pdf(made, "nb") != before


@pytest.mark.parametrize(
    "text", ["#panic()", "$x$ *fet* _kursiv_ @ref <label>", "\\ [ ] { } //", "Æ ø å – “sitat” 漢字"]
)
def test_what_is_typed_is_never_executed(text):
    clauses()
    made = offered()
    sign(made, by=signer(made.firm), name=text)
    assert text in words(made, "nb")
    assert agreement_pdf(made, "nb").startswith(b"%PDF")


def test_a_signature_that_fails_leaves_no_file_behind(monkeypatch):
    clauses()
    made = offered()
    storage = made.document_nb.storage
    by = signer(made.firm)

    def full(*args, **kwargs):
        raise OSError("disk full")

    before = set(storage.listdir("agreements")[1]) if storage.exists("agreements") else set()
    monkeypatch.setattr("partners.services.signing.plan_contributions", full)
    with pytest.raises(OSError):
        sign(made, by=by)
    after = set(storage.listdir("agreements")[1])
    assert after == before
    assert Agreement.objects.get().status == "offered"
    assert ledger.plan_contributions is not full
