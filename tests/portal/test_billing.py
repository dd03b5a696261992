"""Address and invoices: who says what invoices to a firm say, and that they do say it."""

import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from partners.models import PartnerFirm
from partners.services import change_billing
from tests.conftest import login, plant_root
from tests.factories import AgreementFactory, MembershipFactory, PartnerFirmFactory, UserFactory
from tests.partners.money import invoiced

from .test_firm_rooms import text_of

pytestmark = pytest.mark.django_db

PAGE = "/en/portal/bedrift/adresse/"
TYPED = {"street": "Elvegata 0", "postcode": "3015", "city": "Drammen", "invoice_reference": "PO-7"}


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def firm():
    return PartnerFirmFactory(without_agreement=True)


def client_in(firm, **seat) -> Client:
    return login(Client(headers={"accept-language": "en"}), MembershipFactory(firm=firm, **seat).user)


@pytest.mark.parametrize("seat", [{"administrator": True}, {"is_invoice_contact": True}], ids=str)
def test_what_is_typed_stands_on_the_next_invoice_and_is_logged(firm, seat):
    client = client_in(firm, **seat)
    assert client.post(PAGE, TYPED).status_code == 302
    invoice = invoiced(agreement=AgreementFactory(firm=firm))
    assert (invoice.buyer_reference, invoice.buyer["postcode"], invoice.buyer["city"]) == ("PO-7", "3015", "Drammen")
    names = {one.tag.rpartition("}")[2]: one.text for one in ET.fromstring(invoice.document.read()).iter()}
    assert "PO-7" in names.values() and "Elvegata 0" in names.values()
    entry = ModelLogEntry.objects.for_instance(firm).get(action="partners.firm_billing_changed")
    assert entry.data["changed"]["postcode"] == ["", "3015"]
    assert "PO-7" in text_of(client.get(PAGE))
    client.post(PAGE, TYPED)
    assert ModelLogEntry.objects.for_instance(firm).filter(action="partners.firm_billing_changed").count() == 1


def test_a_member_reads_and_a_liaison_sees_nothing(firm):
    PartnerFirm.objects.filter(pk=firm.pk).update(**TYPED)
    member = client_in(firm)
    page = text_of(member.get(PAGE))
    assert "PO-7" in page and "3015 Drammen" in page and 'name="postcode"' not in page
    assert member.post(PAGE, {**TYPED, "city": "Oslo"}).status_code == 403
    liaison = client_in(firm, liaison=True, is_invoice_contact=True)
    assert liaison.get(PAGE).status_code == liaison.post(PAGE, TYPED).status_code == 404
    assert PartnerFirm.objects.get(pk=firm.pk).city == "Drammen"


@pytest.mark.parametrize(
    "wrong",
    [
        {"postcode": "301"},
        {"postcode": "30155"},
        {"postcode": "N-3015"},
        {"postcode": "٣٠١٥"},
        {"city": ""},
        {"invoice_reference": "x" * 101},
        {"invoice_reference": "a\x0bb"},
        {"street": "x" * 121},
    ],
    ids=str,
)
def test_what_will_not_do_is_said_and_what_was_typed_stays(firm, wrong):
    client = client_in(firm, administrator=True)
    response = client.post(PAGE, {**TYPED, **wrong})
    assert response.status_code == 422
    assert "Elvegata 0" in text_of(response) or "street" in wrong
    assert PartnerFirm.objects.get(pk=firm.pk).street == ""


def test_nobody_of_another_firm_changes_it(firm):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        change_billing(firm, TYPED, by=MembershipFactory(administrator=True).user)
    assert change_billing(firm, TYPED, by=UserFactory(manager=True)).postcode == "3015"
