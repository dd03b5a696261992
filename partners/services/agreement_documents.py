"""Agreements as documents: what they say in each language, and the signed ones that are kept."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.clock import OSLO
from common.mail import sender_name
from common.money import display
from common.pdf import make_pdf, read_aloud
from partners.models import Agreement, BillingSettings

LAYOUT = Path(__file__).resolve().parents[1] / "typst" / "agreement.typ"
LANGUAGES = ("nb", "en")


def agreement_pdf(agreement: Agreement, language: str) -> bytes:
    """The agreement as PDF in `language` ("nb" or "en"): the same bytes for the same agreement, whenever it is made."""
    return make_pdf(LAYOUT, agreement_words(agreement, language))


def agreement_aloud(agreement: Agreement, language: str) -> str:
    """The words of that document, as HTML."""
    return read_aloud(LAYOUT, agreement_words(agreement, language))


def keep_documents(agreement: Agreement, made: list[str]) -> None:
    """Make and store the signed agreement in both languages, with their checksums (SHA-256, in hex).

    The name of each file is added to `made` as it is written, so that the caller can take it away again when its
    transaction fails.
    """
    facts: dict[str, str] = {}
    for language in LANGUAGES:
        content = agreement_pdf(agreement, language)
        document = getattr(agreement, f"document_{language}")
        document.save("", ContentFile(content), save=False)
        made.append(document.name)
        facts[f"document_{language}"] = document.name
        facts[f"sha256_{language}"] = hashlib.sha256(content).hexdigest()
    Agreement.objects.filter(pk=agreement.pk).update(**facts)
    agreement.sha256_nb, agreement.sha256_en = facts["sha256_nb"], facts["sha256_en"]


def agreement_words(agreement: Agreement, language: str) -> dict[str, Any]:
    """Everything the document says, in `language`, as the layout wants it."""
    with translation.override(language):
        firm = agreement.firm
        owner = BillingSettings.load().seller_name or sender_name()
        parties = [[_("Partner firm"), f"{firm.name}, {_number(firm.organisation_number)}"], [_("Programme"), owner]]
        benefits = [_benefit(one.name, one.quantity) for one in agreement.benefits.all()]
        return {
            "language": language,
            "title": _("Partnership agreement"),
            "number": agreement.number or "",
            "author": owner,
            "date": _day(timezone.localdate(agreement.signed_at or agreement.offered_at or timezone.now())),
            "stamp": "" if agreement.signed_at else _("Not signed. This copy binds nobody."),
            "parties": parties,
            "intro": _paragraphs(agreement.intro),
            "facts": {"heading": _("What is agreed"), "rows": _facts(agreement, language)},
            "benefits": {"heading": _("What the firm gets"), "items": benefits},
            "clauses": [
                {"title": f"§ {clause.number} {clause.title}", "paragraphs": _paragraphs(clause.text)}
                for clause in agreement.clauses.all()
            ],
            "signature": _signature(agreement),
            "page": _("Page"),
        }


def _facts(agreement: Agreement, language: str) -> list[list[str]]:
    rows = [
        [_("Number"), agreement.number or "–"],
        [_("Tier"), agreement.tier_name],
        [_("From"), date_format(agreement.starts_on, "DATE_FORMAT")],
        [_("To and including"), date_format(agreement.ends_on, "DATE_FORMAT")],
        [_("Yearly contribution, without VAT"), display(agreement.yearly_amount, language)],
        [_("Instalments a year"), str(agreement.instalments)],
        [
            _("Time to answer a handover"),
            ngettext("%(days)s working day", "%(days)s working days", agreement.response_days)
            % {"days": agreement.response_days},
        ],
    ]
    if agreement.renews is not None:
        rows.append([_("Continues"), agreement.renews.number or str(agreement.renews)])
    if agreement.early_benefits_at is not None:
        day = date_format(timezone.localdate(agreement.early_benefits_at), "DATE_FORMAT")
        rows.append([_("Benefits opened before the signature"), day])
    return rows


def _signature(agreement: Agreement) -> dict[str, Any]:
    if agreement.signed_at is None:
        text = _("Signed in the portal by a person entitled to bind the firm.")
        return {"heading": _("Signature"), "text": text, "facts": []}
    at = agreement.signed_at.astimezone(OSLO)
    rows = [
        [_("Name"), agreement.signed_name],
        [_("Title"), agreement.signed_title or "–"],
        [_("Signed"), f"{date_format(at, 'DATE_FORMAT')} {at:%H:%M:%S} (UTC{at:%z})"],
    ]
    text = _("Signed electronically in the portal. The signer confirmed the right to bind the firm.")
    return {"heading": _("Signature"), "text": text, "facts": rows}


def _benefit(name: str, quantity: int | None) -> str:
    return name if quantity is None else _("%(name)s (%(quantity)s a year)") % {"name": name, "quantity": quantity}


def _number(digits: str) -> str:
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 9 else digits


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
