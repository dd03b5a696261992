"""Tips and requests in the portal: what a firm and a liaison see, type and are told."""

import json
import zipfile
from datetime import datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from common.clock import OSLO
from prospects.models import MunicipalRequest, OwnLead, Prospect
from tests.conftest import login, plant_root
from tests.factories import (
    FocusIndustryFactory,
    HandoverFactory,
    MembershipFactory,
    MunicipalRequestFactory,
    OwnLeadFactory,
    PartnerFirmFactory,
    UserFactory,
    organisation_number,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)
LEADS, NEW, REQUESTS = "/portal/tips/", "/portal/tips/nytt/", "/portal/henvendelser/"


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def seat():
    return MembershipFactory(user=UserFactory(english=True))


@pytest.fixture
def liaison():
    firm = PartnerFirmFactory(owner=True)
    return MembershipFactory(firm=firm, liaison=True, user=UserFactory(english=True))


def client_of(seat) -> Client:
    return login(Client(headers={"accept-language": "en"}), seat.user)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def typed(**more) -> dict:
    return {
        "company_name": "Fjordbris Optikk AS",
        "organisation_number": organisation_number(88_001),
        "country": "NO",
        "industry": FocusIndustryFactory().pk,
        "need": "Et lokale med lite støv.",
        "how_known": "Vi kjøper linser av dem.",
        "contact_name": "Sunniva Lysne",
        "contact_email": "sunniva@fjordbris.example",
        "contact_phone": "22 00 11 22",
        "contact_language": "nb",
        "contact_knows": "on",
        **more,
    }


# --- tips -------------------------------------------------------------------------------------------------------------
def test_a_member_tells_of_a_company_and_sees_where_it_stands(seat):
    client = client_of(seat)
    assert client.get(NEW).status_code == 200
    response = client.post(NEW, typed())
    lead = OwnLead.objects.get()
    assert response.headers["Location"] == f"{LEADS}{lead.pk}/"
    assert (lead.firm, lead.told_by, lead.contact_phone) == (seat.firm, seat.user, "+47 22 00 11 22")
    assert "forteller dere om dem" in lead.contact_wording
    page = text_of(client.get(f"{LEADS}{lead.pk}/"))
    assert "Sunniva Lysne" in page
    assert "Fjordbris Optikk AS" in text_of(client.get(LEADS))
    client.post(f"{LEADS}{lead.pk}/trekk/")
    assert "Sunniva" not in text_of(client.get(f"{LEADS}{lead.pk}/"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"company_name": ""}, "company_name"),
        ({"company_name": "x" * 201}, "company_name"),
        ({"organisation_number": ""}, "organisation_number"),
        ({"organisation_number": "123456789"}, "organisation_number"),
        ({"organisation_number": "\x00" * 9}, "organisation_number"),
        ({"country": "SE"}, "organisation_number"),
        ({"country": "ZZ"}, "country"),
        ({"industry": "999999999999999999999"}, "industry"),
        ({"need": "x" * 3001}, "need"),
        ({"how_known": ""}, "how_known"),
        ({"contact_name": ""}, "contact_name"),
        ({"contact_email": "nobody"}, "contact_email"),
        ({"contact_phone": "abc"}, "contact_phone"),
        ({"contact_language": "xx"}, "contact_language"),
        ({"contact_knows": ""}, "contact_knows"),
    ],
)
def test_what_is_not_right_comes_back_as_it_was_typed(wrong, field, seat):
    response = client_of(seat).post(NEW, typed(**wrong))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    if field != "how_known":
        assert "Vi kjøper linser av dem." in response.content.decode()
    assert not OwnLead.objects.exists()


def test_a_refusal_is_said_on_the_form(seat):
    partner = PartnerFirmFactory()
    response = client_of(seat).post(NEW, typed(organisation_number=partner.organisation_number))
    assert response.status_code == 422
    assert response.context["form"].non_field_errors()
    assert "Sunniva Lysne" in response.content.decode()


def test_a_company_abroad_needs_no_number(seat):
    assert client_of(seat).post(NEW, typed(country="SE", organisation_number="")).status_code == 302


@pytest.mark.parametrize("state", ["submitted", "approved", "declined", "known", "withdrawn", "ended", "lifted"])
def test_each_state_has_a_page_of_its_own_and_of_no_other_firm(state, seat):
    lead = OwnLeadFactory(firm=seat.firm, **({} if state == "submitted" else {state: True}))
    client = client_of(seat)
    assert client.get(f"{LEADS}{lead.pk}/").status_code == 200
    assert client.get(LEADS).status_code == 200
    assert client_of(MembershipFactory()).get(f"{LEADS}{lead.pk}/").status_code == 404


def test_what_we_know_of_the_company_is_nowhere_on_the_page(seat):
    """A canary: the case has the same number, and nothing of it may shine through."""
    lead = OwnLeadFactory(firm=seat.firm, company_name="Noe Annet AS")
    case = HandoverFactory(accepted=True, prospect__company_name="Kanarifugl AS").prospect
    Prospect.objects.filter(pk=case.pk).update(organisation_number=lead.organisation_number)
    lead.mark_known(by=UserFactory(adviser=True))
    client = client_of(seat)
    for page in (LEADS, f"{LEADS}{lead.pk}/", "/portal/", "/portal/varsler/"):
        assert "Kanarifugl" not in text_of(client.get(page))
        assert case.reference not in text_of(client.get(page))


def test_the_way_to_the_handover_stands_there_when_it_may_be_seen(seat):
    lead = OwnLeadFactory(firm=seat.firm, approved=True)
    made = HandoverFactory(prospect=lead.prospect, firm=seat.firm, awaiting_consent=True)
    client = client_of(seat)
    assert f"/portal/prospekter/{made.pk}/" in text_of(client.get(f"{LEADS}{lead.pk}/"))
    made.withdraw(reason="Feil.", by=None)
    assert f"/portal/prospekter/{made.pk}/" not in text_of(client.get(f"{LEADS}{lead.pk}/"))


# --- the firm's record ------------------------------------------------------------------------------------------------
def test_the_firm_reads_its_own_record_beside_its_prospects(seat):
    HandoverFactory(firm=seat.firm, member=seat.user, done=True)
    page = text_of(client_of(seat).get("/portal/prospekter/"))
    assert "How you have answered" in page or "Slik har dere svart" in page
    assert "record__figures" in page


@pytest.mark.parametrize("path", ["/portal/prospekter/", LEADS])
def test_lists_of_a_firm_cost_the_same_with_many(path, seat):
    client = client_of(seat)

    def cost() -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    def more() -> None:
        HandoverFactory(firm=seat.firm, member=seat.user, done=True)
        OwnLeadFactory(firm=seat.firm, approved=True)

    more()
    few = cost()
    for _time in range(5):
        more()
    assert cost() == few


# --- requests ---------------------------------------------------------------------------------------------------------
def test_the_liaison_sees_them_by_deadline_and_on_the_first_page(liaison):
    late = MunicipalRequestFactory(municipality=liaison.firm, due_at=NOON - timedelta(hours=1))
    MunicipalRequestFactory(municipality=liaison.firm, answered=True)
    MunicipalRequestFactory(municipality=liaison.firm)
    MunicipalRequestFactory()
    client = client_of(liaison)
    items = client.get(REQUESTS).context["items"]
    assert items.paginator.count == 3
    assert (items.object_list[0], items.object_list[0].clock) == (late, "late")
    assert [one.status for one in items.object_list] == ["asked", "asked", "answered"]
    assert f"{REQUESTS}{late.pk}/" in text_of(client.get("/portal/"))
    assert REQUESTS in text_of(client.get("/portal/bedrift/"))


def test_the_liaison_answers(liaison):
    one = MunicipalRequestFactory(municipality=liaison.firm)
    client, page = client_of(liaison), f"{REQUESTS}{one.pk}/"
    response = client.post(page + "svar/", {"text": "", "shared": "Noe"})
    assert response.status_code == 422
    assert "Noe" in response.content.decode()
    assert client.post(page + "svar/", {"text": "Åtte uker.", "shared": "Regn med åtte."}).status_code == 302
    one.refresh_from_db()
    assert (one.status, one.answer_text, one.shared_with_prospect, one.ended_by) == (
        *("answered", "Åtte uker.", "Regn med åtte."),
        liaison.user,
    )
    again = client.post(page + "svar/", {"text": "Ti uker."})
    assert again.status_code == 422
    assert MunicipalRequest.objects.get(pk=one.pk).answer_text == "Åtte uker."


def test_the_liaison_asks_back_and_reads_the_thread(liaison):
    one = MunicipalRequestFactory(municipality=liaison.firm)
    client, page = client_of(liaison), f"{REQUESTS}{one.pk}/"
    assert client.post(page + "spor/", {"question": " "}).status_code == 422
    assert client.post(page + "spor/", {"question": "Hvor stort?"}).status_code == 302
    assert "Hvor stort?" in text_of(client.get(page))
    assert client.get(page + "svar/").status_code == 302


@pytest.mark.parametrize(("named", "taken_back"), [(False, False), (True, False), (True, True)])
def test_the_name_is_read_only_while_the_company_says_yes_and_persons_never(named, taken_back, liaison):
    one = MunicipalRequestFactory(
        municipality=liaison.firm,
        prospect__company_name="Kanarifugl AS",
        prospect__need="Hemmelig behov",
        named=named,
        identity_no_at=NOON if taken_back else None,
        **({} if named else {"asks_identity": True}),
    )
    client = client_of(liaison)
    pages = [REQUESTS, f"{REQUESTS}{one.pk}/", "/portal/", "/portal/varsler/"]
    seen = "".join(text_of(client.get(page)) for page in pages)
    archive = zipfile.ZipFile(BytesIO(b"".join(client.get("/portal/eksport/alt.zip").streaming_content)))
    seen += "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert ("Kanarifugl" in seen) == (named and not taken_back)
    assert (one.prospect.organisation_number in seen) == (named and not taken_back)
    assert one.prospect.reference in seen
    for secret in ("Ingrid", "nordlys-maskin.example", "22 33 44 55", "Hemmelig behov"):
        assert secret not in seen


def test_a_firm_takes_its_tips_with_it(seat):
    OwnLeadFactory(firm=seat.firm, company_name="=Fossekall AS")
    OwnLeadFactory(company_name="Kanarifugl AS")
    client = client_of(MembershipFactory(firm=seat.firm, administrator=True))
    archive = zipfile.ZipFile(BytesIO(b"".join(client.get("/portal/eksport/alt.zip").streaming_content)))
    found = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    (table,) = [text for name, text in found.items() if "tips" in name and name.endswith(".csv")]
    assert "'=Fossekall" in table
    assert not any("Kanarifugl" in text for text in found.values())
    assert all(json.loads(text) for name, text in found.items() if name.endswith(".json"))


@pytest.mark.parametrize("who", [{}, {"administrator": True}])
def test_nobody_else_of_the_municipality_opens_them(who, liaison):
    one = MunicipalRequestFactory(municipality=liaison.firm)
    client = client_of(MembershipFactory(firm=liaison.firm, **who))
    for path in (REQUESTS, f"{REQUESTS}{one.pk}/"):
        assert client.get(path).status_code == 404


def test_the_list_of_requests_costs_the_same_with_many(liaison):
    client = client_of(liaison)

    def cost() -> int:
        client.get(REQUESTS)
        with CaptureQueriesContext(connection) as queries:
            client.get(REQUESTS)
        return len(queries)

    MunicipalRequestFactory(municipality=liaison.firm)
    few = cost()
    for _time in range(6):
        MunicipalRequestFactory(municipality=liaison.firm)
    assert cost() == few
