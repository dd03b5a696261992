"""EHF: an invoice or a credit note as the XML that accounting systems read.

The form is Peppol BIS Billing 3.0 (UBL 2.1 under the rules of EN 16931), which EHF Billing 3.0 is in Norway; rule
numbers below are of its published lists. Who sends it on is the accounting system or an access point, not we.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from decimal import Decimal

from common.vat import tax_totals

from .models import Invoice, InvoiceLine, Vat

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
# ISO/IEC 6523: numbers of the Central Coordinating Register for Legal Entities.
ENHETSREGISTERET = "0192"
CREDIT_TRANSFER = "30"
# Control characters that no XML 1.0 document may hold, whichever way they are written.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def ehf_document(invoice: Invoice, lines: Sequence[InvoiceLine]) -> bytes:
    """The XML of `invoice`, stored or about to be, with its `lines`: UTF-8, the same bytes for the same contents."""
    is_credit = invoice.kind == Invoice.Kind.CREDIT_NOTE
    name = "CreditNote" if is_credit else "Invoice"
    root = ET.Element(
        name,
        {
            "xmlns": f"{UBL}{name}-2",
            "xmlns:cac": f"{UBL}CommonAggregateComponents-2",
            "xmlns:cbc": f"{UBL}CommonBasicComponents-2",
        },
    )
    _add(root, "cbc:CustomizationID", CUSTOMIZATION)
    _add(root, "cbc:ProfileID", PROFILE)
    _add(root, "cbc:ID", str(invoice.number))
    _add(root, "cbc:IssueDate", invoice.issued_on.isoformat())
    if is_credit:
        _add(root, "cbc:CreditNoteTypeCode", "381")
    else:
        _add(root, "cbc:DueDate", invoice.due_on.isoformat())
        _add(root, "cbc:InvoiceTypeCode", "380")
    _add(root, "cbc:Note", invoice.note)
    _add(root, "cbc:DocumentCurrencyCode", "NOK")
    _add(root, "cbc:BuyerReference", invoice.buyer_reference)
    if invoice.credits is not None:
        reference = ET.SubElement(ET.SubElement(root, "cac:BillingReference"), "cac:InvoiceDocumentReference")
        _add(reference, "cbc:ID", str(invoice.credits.number))
        _add(reference, "cbc:IssueDate", invoice.credits.issued_on.isoformat())
    _seller(root, invoice.seller, {line.vat_category for line in lines})
    _buyer(root, invoice.buyer)
    if not is_credit:
        _payment(root, invoice)
    _totals(root, invoice, lines)
    for line in lines:
        _line(root, line, is_credit)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """A leaf; nothing when there is no text, since no element may be empty (PEPPOL-EN16931-R008)."""
    clean = _NOT_XML.sub("", text).strip()
    if clean:
        ET.SubElement(parent, name, attributes).text = clean


def _amount(parent: ET.Element, name: str, amount: Decimal) -> None:
    _add(parent, name, f"{amount:.2f}", currencyID="NOK")


def _address(party: ET.Element, data: Mapping[str, str]) -> None:
    address = ET.SubElement(party, "cac:PostalAddress")
    _add(address, "cbc:StreetName", data.get("street", ""))
    _add(address, "cbc:CityName", data.get("city", ""))
    _add(address, "cbc:PostalZone", data.get("postcode", ""))
    _add(ET.SubElement(address, "cac:Country"), "cbc:IdentificationCode", "NO")


def _scheme(party: ET.Element, number: str, scheme: str) -> None:
    tax = ET.SubElement(party, "cac:PartyTaxScheme")
    _add(tax, "cbc:CompanyID", number)
    _add(ET.SubElement(tax, "cac:TaxScheme"), "cbc:ID", scheme)


def _party(root: ET.Element, role: str, data: Mapping[str, str]) -> ET.Element:
    party = ET.SubElement(ET.SubElement(root, role), "cac:Party")
    _add(party, "cbc:EndpointID", data["organisation_number"], schemeID=ENHETSREGISTERET)
    _add(ET.SubElement(party, "cac:PartyName"), "cbc:Name", data["name"])
    _address(party, data)
    return party


def _legal(party: ET.Element, data: Mapping[str, str]) -> None:
    legal = ET.SubElement(party, "cac:PartyLegalEntity")
    _add(legal, "cbc:RegistrationName", data["name"])
    _add(legal, "cbc:CompanyID", data["organisation_number"], schemeID=ENHETSREGISTERET)


def _seller(root: ET.Element, data: Mapping, categories: set[str]) -> None:
    party = _party(root, "cac:AccountingSupplierParty", data)
    # NO-R-001: NO, the number, MVA. BR-O-02: it must not stand on an invoice outside the scope of VAT.
    if data.get("is_vat_registered") and Vat.OUTSIDE not in categories:
        _scheme(party, f"NO{data['organisation_number']}MVA", "VAT")
    # NO-R-002, after foretaksregisterloven § 10-2.
    if data.get("is_in_business_register"):
        _scheme(party, "Foretaksregisteret", "TAX")
    _legal(party, data)
    if data.get("email"):
        _add(ET.SubElement(party, "cac:Contact"), "cbc:ElectronicMail", data["email"])


def _buyer(root: ET.Element, data: Mapping[str, str]) -> None:
    _legal(_party(root, "cac:AccountingCustomerParty", data), data)


def _payment(root: ET.Element, invoice: Invoice) -> None:
    means = ET.SubElement(root, "cac:PaymentMeans")
    _add(means, "cbc:PaymentMeansCode", CREDIT_TRANSFER)
    _add(means, "cbc:PaymentID", invoice.kid)
    _add(ET.SubElement(means, "cac:PayeeFinancialAccount"), "cbc:ID", invoice.account_number)


def _category(parent: ET.Element, name: str, category: str, rate: Decimal, reason: str = "") -> None:
    tax = ET.SubElement(parent, name)
    _add(tax, "cbc:ID", category)
    if category != Vat.OUTSIDE:  # BR-O-05
        _add(tax, "cbc:Percent", f"{rate:.2f}")
    if category in (Vat.EXEMPT, Vat.OUTSIDE):  # BR-E-10 and BR-O-10 ask for a reason, BR-S-10 and BR-Z-10 forbid it
        _add(tax, "cbc:TaxExemptionReason", reason)
    _add(ET.SubElement(tax, "cac:TaxScheme"), "cbc:ID", "VAT")


def _totals(root: ET.Element, invoice: Invoice, lines: Sequence[InvoiceLine]) -> None:
    total = ET.SubElement(root, "cac:TaxTotal")
    _amount(total, "cbc:TaxAmount", invoice.vat)
    for tax in tax_totals(lines):
        part = ET.SubElement(total, "cac:TaxSubtotal")
        _amount(part, "cbc:TaxableAmount", tax.net)
        _amount(part, "cbc:TaxAmount", tax.vat)
        _category(part, "cac:TaxCategory", tax.category, tax.rate, tax.reason)
    sums = ET.SubElement(root, "cac:LegalMonetaryTotal")
    _amount(sums, "cbc:LineExtensionAmount", invoice.net)
    _amount(sums, "cbc:TaxExclusiveAmount", invoice.net)
    _amount(sums, "cbc:TaxInclusiveAmount", invoice.gross)
    _amount(sums, "cbc:PayableAmount", invoice.gross)


def _line(root: ET.Element, line: InvoiceLine, is_credit: bool) -> None:
    row = ET.SubElement(root, "cac:CreditNoteLine" if is_credit else "cac:InvoiceLine")
    _add(row, "cbc:ID", str(line.number))
    quantity = "cbc:CreditedQuantity" if is_credit else "cbc:InvoicedQuantity"
    _add(row, quantity, f"{line.quantity:f}", unitCode="C62")  # UN/ECE Rec. 20: one
    _amount(row, "cbc:LineExtensionAmount", line.net)
    item = ET.SubElement(row, "cac:Item")
    _add(item, "cbc:Name", line.text)
    _category(item, "cac:ClassifiedTaxCategory", line.vat_category, line.vat_rate)
    _amount(ET.SubElement(row, "cac:Price"), "cbc:PriceAmount", line.price)
