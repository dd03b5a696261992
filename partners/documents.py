"""Papers about money as PDF: what is typed in stands as data, the layouts are ours."""

from decimal import Decimal
from pathlib import Path

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.money import display
from common.pdf import make_pdf
from common.vat import tax_totals

from .models import Invoice

LAYOUTS = Path(__file__).parent / "typst"


def invoice_pdf(invoice: Invoice, language: str) -> bytes:
    """The readable paper of an invoice or a credit note, in `language`."""
    with translation.override(language):
        return make_pdf(LAYOUTS / "invoice.typ", _invoice_data(invoice, language))


def _invoice_data(invoice: Invoice, language: str) -> dict:
    is_credit = invoice.kind == Invoice.Kind.CREDIT_NOTE
    lines = list(invoice.lines.all())
    facts = [
        (_("Number"), str(invoice.number)),
        (_("Date"), date_format(invoice.issued_on, "DATE_FORMAT")),
        (_("Your reference"), invoice.buyer_reference),
    ]
    if is_credit and invoice.credits:
        facts.append((_("Credits invoice"), str(invoice.credits.number)))
    payment = []
    if not is_credit:
        payment = [
            (_("To be paid"), display(invoice.gross, language)),
            (_("To be paid by"), date_format(invoice.due_on, "DATE_FORMAT")),
            (_("To account"), account(invoice.account_number)),
            (_("KID"), invoice.kid),
        ]
    return {
        "language": language[:2],
        "title": str(invoice.get_kind_display()).capitalize(),
        "seller": _party(invoice.seller),
        "buyer": _party(invoice.buyer),
        "buyer_label": _("To"),
        "facts": [list(pair) for pair in facts if pair[1]],
        "note": invoice.note,
        "head": [_("What"), _("VAT"), _("Sum")],
        "lines": [[line.text, _rate(line.vat_category, line.vat_rate), display(line.net, language)] for line in lines],
        "sums": [
            [_("Without VAT"), display(invoice.net, language)],
            *[
                [
                    _("VAT %(rate)s of %(net)s")
                    % {"rate": _rate(total.category, total.rate), "net": display(total.net, language)},
                    display(total.vat, language),
                ]
                for total in tax_totals(lines)
                if total.vat
            ],
            [_("Credited") if is_credit else _("To be paid"), display(invoice.gross, language)],
        ],
        "reasons": sorted({line.vat_reason for line in lines if line.vat_reason}),
        "payment": [list(pair) for pair in payment],
        "payment_label": _("How to pay"),
        "contact": invoice.seller.get("email", ""),
        "contact_label": _("Questions about the invoice:"),
    }


def _party(data: dict) -> list[str]:
    """The lines of an address block."""
    number = data.get("organisation_number", "")
    written = " ".join((number[:3], number[3:6], number[6:]))
    suffix = " MVA" if data.get("is_vat_registered") else ""
    place = f"{data.get('postcode', '')} {data.get('city', '')}".strip()
    register = "Foretaksregisteret" if data.get("is_in_business_register") else ""
    number_line = _("Organisation number %(number)s") % {"number": written + suffix} if number.strip() else ""
    return [line for line in (data.get("name", ""), data.get("street", ""), place, number_line, register) if line]


def _rate(category: str, rate: Decimal) -> str:
    return f"{rate.normalize():f} %" if category == "S" else "–"


def account(number: str) -> str:
    """A Norwegian bank account as people write it: 1503 00 00002."""
    return f"{number[:4]} {number[4:6]} {number[6:]}" if len(number) == 11 else number
