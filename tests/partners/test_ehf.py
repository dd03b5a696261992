"""EHF: invoices and credit notes that the published schemas and rules have nothing against, and what they say."""

import hashlib
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from peppol.rules import check_rules
from peppol.xsd import validate_xsd

from common.vat import tax_totals
from partners.ehf import ehf_document
from partners.models import BillingSettings, Contribution, Invoice, InvoiceLine, NumberSeries
from partners.services import Line, credit_invoice, invoice_contribution, missing_for_invoices
from tests.common.properties import examples
from tests.factories import AgreementFactory, ContributionFactory, PartnerFirmFactory, UserFactory

from .money import billing, days, invoiced, today

pytestmark = pytest.mark.django_db

NAMES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
SETTINGS = {
    "S": {"vat_category": "S", "seller_is_vat_registered": True, "vat_rate": Decimal("25.00")},
    "Z": {"vat_category": "Z", "seller_is_vat_registered": True},
    "E": {"vat_category": "E", "seller_is_vat_registered": True, "vat_reason": "Unntatt etter mval. § 3-12"},
    "O": {"vat_category": "O", "vat_reason": "Utenfor merverdiavgiftsloven"},
}
ODD = [
    "Ærlig & Østgård <AS>",
    'Åse «Rask» O\'Neill "& Co"',
    "]]>",
    "名前 株式会社 🚪",
    "\x0bKontroll\x00tegn AS",
    "a" * 120,
]


def findings(content: bytes) -> list[str]:
    """What the schemas and the rules have against a document."""
    _is_valid, errors = validate_xsd(content)
    return [*errors, *(str(one) for one in check_rules(content))]


def texts(content: bytes, path: str) -> list[str]:
    return [one.text for one in ET.fromstring(content).findall(path, NAMES)]


def stored(invoice: Invoice) -> bytes:
    with invoice.document.open("rb") as file:
        return file.read()


@pytest.mark.parametrize("in_register", [True, False])
@pytest.mark.parametrize("category", SETTINGS)
def test_invoices_and_credit_notes_of_every_vat_category_are_valid(category, in_register):
    billing(**SETTINGS[category], seller_is_in_business_register=in_register)
    invoice = invoiced("33333.33")
    note = credit_invoice(invoice, reason="Feil sum & feil år", by=UserFactory())
    for one in (invoice, note):
        content = stored(one)
        assert findings(content) == []
        assert hashlib.sha256(content).hexdigest() == one.sha256
        assert texts(content, ".//cac:TaxSubtotal/cac:TaxCategory/cbc:ID") == [category]
        assert ("Foretaksregisteret" in texts(content, ".//cac:PartyTaxScheme/cbc:CompanyID")) is in_register
        vat_numbers = [text for text in texts(content, ".//cac:PartyTaxScheme/cbc:CompanyID") if text.endswith("MVA")]
        assert vat_numbers == ([] if category == "O" else [f"NO{one.seller['organisation_number']}MVA"])
        assert bool(texts(content, ".//cbc:TaxExemptionReason")) is (category in "EO")
    assert invoice.vat == (Decimal("8333.33") if category == "S" else 0)  # 8333.3325


def test_an_invoice_says_whom_when_how_much_and_where_to():
    billing()
    firm = PartnerFirmFactory(without_agreement=True, invoice_reference="PO-77", street="Gata 1", postcode="3015")
    agreement = AgreementFactory(firm=firm)
    invoice = invoiced(20_000, agreement=agreement)
    content = stored(invoice)
    said = {
        "cbc:CustomizationID": "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
        "cbc:ProfileID": "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
        "cbc:ID": str(invoice.number),
        "cbc:BuyerReference": "PO-77",
        "cac:PaymentMeans/cbc:PaymentMeansCode": "30",
        "cac:PaymentMeans/cbc:PaymentID": invoice.contribution.kid,
        "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID": "15030000002",
        "cac:LegalMonetaryTotal/cbc:PayableAmount": "20000.00",
        "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID": firm.organisation_number,
    }
    assert {path: texts(content, path) for path in said} == {path: [text] for path, text in said.items()}
    schemes = {one.get("schemeID") for one in ET.fromstring(content).iter(f"{{{NAMES['cbc']}}}EndpointID")}
    assert schemes == {"0192"}


def test_a_credit_note_names_its_invoice_and_asks_for_no_money():
    invoice = invoiced()
    content = stored(credit_invoice(invoice, reason="Feil.", by=UserFactory()))
    assert texts(content, ".//cac:InvoiceDocumentReference/cbc:ID") == [str(invoice.number)]
    assert texts(content, "cac:PaymentMeans/cbc:PaymentID") == []
    assert texts(content, "cbc:CreditNoteTypeCode") == ["381"]


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_written_as_they_are_and_break_nothing(name):
    billing(seller_name=name)
    firm = PartnerFirmFactory(without_agreement=True, name=name, city=name[:80], invoice_reference=name[:100])
    content = stored(invoiced(agreement=AgreementFactory(firm=firm)))
    assert findings(content) == []
    clean = name.replace("\x0b", "").replace("\x00", "")
    assert texts(content, ".//cac:PartyLegalEntity/cbc:RegistrationName") == [clean, clean]


ROWS = st.lists(
    st.tuples(
        st.decimals("0.01", 10**6, places=2),
        st.sampled_from([("S", "25.00"), ("S", "15.00"), ("S", "12.00"), ("Z", "0"), ("E", "0")]),
    ),
    min_size=1,
    max_size=6,
)


def document_of(rows) -> bytes:
    """The XML of an invoice with such lines; no database is asked."""
    seller = {"name": "Å & Co", "organisation_number": "923609016", "is_vat_registered": True, "city": "Drammen"}
    lines = [
        InvoiceLine(
            number=place,
            text="Linje",
            quantity=Decimal(1),
            price=net,
            net=net,
            vat_category=category,
            vat_rate=Decimal(rate),
            vat_reason="Unntatt" if category == "E" else "",
        )
        for place, (net, (category, rate)) in enumerate(rows, start=1)
    ]
    net, vat = sum(line.net for line in lines), sum(total.vat for total in tax_totals(lines))
    invoice = Invoice(
        number=1,
        issued_on=today(),
        due_on=today(),
        kid="1000000103",
        account_number="15030000002",
        seller=seller,
        buyer=seller,
        buyer_reference="x",
        net=net,
        vat=vat,
        gross=net + vat,
    )
    return ehf_document(invoice, lines)


@examples(150)
@given(ROWS)
def test_lines_of_several_treatments_add_up_as_the_rules_want(rows):
    assert findings(document_of(rows)) == []


@examples(10_000)
@given(ROWS)
def test_whatever_the_lines_are_the_sums_of_the_document_add_up(rows):
    """BR-CO-10, 13 to 17 of EN 16931, counted from what stands in the XML."""
    root = ET.fromstring(document_of(rows))

    def sums(path: str) -> list[Decimal]:
        return [Decimal(one.text) for one in root.findall(path, NAMES)]

    nets = sums("cac:InvoiceLine/cbc:LineExtensionAmount")
    assert nets == [net for net, _treatment in rows]
    (net,), (vat,) = sums("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"), sums("cac:TaxTotal/cbc:TaxAmount")
    taxed, taxes = (sums(f"cac:TaxTotal/cac:TaxSubtotal/cbc:{name}") for name in ("TaxableAmount", "TaxAmount"))
    rates = sums("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent")
    assert sum(nets) == sum(taxed) == net and sum(taxes) == vat
    for base, tax, rate in zip(taxed, taxes, rates, strict=True):
        assert abs(base * rate / 100 - tax) <= Decimal("0.005")
    for name in ("TaxInclusiveAmount", "PayableAmount"):
        assert sums(f"cac:LegalMonetaryTotal/cbc:{name}") == [net + vat]


# --- what an invoice needs --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "name",
    [
        "seller_name",
        "seller_organisation_number",
        "seller_street",
        "seller_postcode",
        "seller_city",
        "account_number",
        "vat_reason",
    ],
)
def test_no_invoice_is_made_while_the_settings_lack_something_and_the_error_says_what_and_where(name):
    settings = billing(**{name: ""})
    label = str(BillingSettings._meta.get_field(name).verbose_name)
    assert missing_for_invoices(settings) == [label]
    contribution = ContributionFactory()
    with pytest.raises(ValidationError) as told:
        invoice_contribution(contribution, issued_on=today(), by=UserFactory())
    assert label in told.value.messages[0]
    assert not NumberSeries.objects.filter(name="invoice").exists()
    assert Contribution.objects.get(pk=contribution.pk).status == "planned"


@pytest.mark.parametrize("category", ["S", "Z", "E"])
def test_vat_is_for_sellers_who_are_registered_for_it(category):
    billing(vat_category=category, seller_is_vat_registered=False)
    with pytest.raises(ValidationError):
        invoice_contribution(ContributionFactory(), issued_on=today(), by=UserFactory())


def test_the_accountant_decides_line_by_line():
    billing(seller_is_vat_registered=True)
    contribution = ContributionFactory(amount=Decimal(1_000))
    lines = [Line("Kontingent", Decimal(600), "E", vat_reason="Unntatt"), Line("Stand", Decimal(400), "S", Decimal(25))]
    invoice = invoice_contribution(contribution, issued_on=today(), by=UserFactory(), lines=lines)
    assert (invoice.net, invoice.vat, contribution.balance) == (1_000, 100, 1_100)
    assert findings(stored(invoice)) == []


@pytest.mark.parametrize(
    "lines",
    [
        [Line("For lite", Decimal(999), "O", vat_reason="x")],
        [Line("Uten grunn", Decimal(1_000), "E")],
        [Line("Uten sats", Decimal(1_000), "S")],
        [Line("Blandet", Decimal(500), "O", vat_reason="x"), Line("med moms", Decimal(500), "S", Decimal(25))],
        [Line("Minus", Decimal(-1), "O", vat_reason="x"), Line("Pluss", Decimal(1_001), "O", vat_reason="x")],
    ],
)
def test_lines_that_will_not_do_make_no_invoice(lines):
    billing(seller_is_vat_registered=True)
    contribution = ContributionFactory(amount=Decimal(1_000))
    with pytest.raises(ValidationError):
        invoice_contribution(contribution, issued_on=today(), by=UserFactory(), lines=lines)
    assert not Invoice.objects.exists()


def test_numbers_have_no_gaps_also_when_something_goes_wrong_between():
    numbers = [invoiced().number]
    with pytest.raises(ValidationError):
        invoice_contribution(
            ContributionFactory(), issued_on=today(), by=UserFactory(), lines=[Line("x", Decimal(1), "O")]
        )
    invoice = invoiced()
    numbers += [invoice.number, credit_invoice(invoice, reason="Feil.", by=UserFactory()).number, invoiced().number]
    assert numbers == list(range(numbers[0], numbers[0] + 4))


@pytest.mark.parametrize("method", ["mod10", "mod11"])
def test_it_is_to_be_paid_by_the_later_of_its_day_and_the_days_to_pay(method):
    billing(payment_days=14, kid_method=method)
    early = invoiced(due_on=days(3))
    late = invoiced(due_on=days(40))
    assert (early.due_on, late.due_on) == (days(14), days(40))
    assert early.contribution.kid.isdigit()
