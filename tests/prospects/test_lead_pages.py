"""Tips and requests in the admin and on the prospect's own page."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.clock import OSLO
from prospects.models import MunicipalRequest, OwnLead, Prospect
from tests.conftest import plant_root
from tests.factories import (
    MembershipFactory,
    MunicipalRequestFactory,
    OwnLeadFactory,
    PartnerFirmFactory,
    PrivateLinkFactory,
    ProspectFactory,
)
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)
PERSON = ("Jorunn Fossli", "fossekall.example", "32 11 22 33")


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def at(name: str, *keys) -> str:
    return reverse(f"prospects:{name}", args=keys)


# --- tips -------------------------------------------------------------------------------------------------------------
def test_the_adviser_reads_and_approves_it():
    lead, adviser = OwnLeadFactory(), as_(adviser=True)
    assert lead.company_name in text_of(adviser.get(at("leads")))
    page = text_of(adviser.get(at("lead", lead.pk)))
    assert all(one in page for one in PERSON)
    assert adviser.post(at("lead_approve", lead.pk), {"days": ""}).status_code == 422
    assert adviser.post(at("lead_approve", lead.pk), {"days": "366"}).status_code == 422
    response = adviser.post(at("lead_approve", lead.pk), {"days": "30"})
    lead.refresh_from_db()
    assert response.headers["Location"] == at("case", lead.prospect.pk)
    assert lead.protected_until == (NOON + timedelta(days=30)).date()
    assert lead.company_name not in text_of(adviser.get(at("leads")))
    assert lead.company_name in text_of(adviser.get(at("leads") + "?alle=1"))
    assert str(lead.firm) in text_of(adviser.get(at("case", lead.prospect.pk)))


def test_the_analyst_reads_it_without_the_person_and_answers_nothing():
    lead, analyst = OwnLeadFactory(how_known="Kjenner Jorunn Fossli fra skolen."), as_(analyst=True)
    page = text_of(analyst.get(at("lead", lead.pk)))
    assert lead.company_name in page
    assert not any(one in page for one in PERSON)
    for name in ("lead_approve", "lead_decline", "lead_known", "lead_lift"):
        assert analyst.post(at(name, lead.pk), {"days": 30, "reason": "Nei."}).status_code == 403
    assert OwnLead.objects.get(pk=lead.pk).status == "submitted"


def test_what_we_know_is_shown_to_staff_and_cannot_be_approved():
    case, adviser = ProspectFactory(company_name="Kanarifugl AS"), as_(adviser=True)
    lead = OwnLeadFactory(organisation_number=case.organisation_number)
    page = text_of(adviser.get(at("lead", lead.pk)))
    assert "Kanarifugl AS" in page
    assert at("lead_approve", lead.pk) not in page
    adviser.post(at("lead_approve", lead.pk), {"days": 30})
    assert Prospect.objects.count() == 1
    adviser.post(at("lead_known", lead.pk))
    assert OwnLead.objects.get(pk=lead.pk).status == "known"


def test_a_no_without_a_reason_comes_back():
    lead, adviser = OwnLeadFactory(), as_(adviser=True)
    assert adviser.post(at("lead_decline", lead.pk), {"reason": " "}).status_code == 422
    adviser.post(at("lead_decline", lead.pk), {"reason": "For langt unna."})
    assert OwnLead.objects.get(pk=lead.pk).reason == "For langt unna."


def test_only_the_manager_ends_a_protection_early():
    lead, adviser, manager = OwnLeadFactory(approved=True), as_(adviser=True), as_(manager=True)
    assert adviser.post(at("lead_lift", lead.pk), {"reason": "x"}).status_code == 403
    assert at("lead_lift", lead.pk) not in text_of(adviser.get(at("lead", lead.pk)))
    assert manager.post(at("lead_lift", lead.pk), {"reason": ""}).status_code == 422
    manager.post(at("lead_lift", lead.pk), {"reason": "De ba om det."})
    assert OwnLead.objects.get(pk=lead.pk).protection == "lifted"


def test_the_queue_costs_the_same_with_many():
    adviser = as_(adviser=True)

    def cost() -> int:
        adviser.get(at("leads"))
        with CaptureQueriesContext(connection) as queries:
            adviser.get(at("leads"))
        return len(queries)

    OwnLeadFactory()
    few = cost()
    for _time in range(6):
        OwnLeadFactory()
    assert cost() == few


# --- requests in the case ---------------------------------------------------------------------------------------------
@pytest.fixture
def town():
    return MembershipFactory(firm=PartnerFirmFactory(owner=True), liaison=True).firm


def test_the_adviser_asks_and_what_is_typed_stays(town):
    case, adviser = ProspectFactory(qualified=True, company_name="Måkeskrik AS"), as_(adviser=True)
    typed = {"municipality": town.pk, "kind": "plot", "question": "Er tomta til Måkeskrik regulert?"}
    response = adviser.post(at("ask_municipality", case.pk), typed)
    assert response.status_code == 422
    assert "Er tomta til Måkeskrik regulert?" in response.content.decode()
    typed["question"] = "Er tomta regulert?"
    assert adviser.post(at("ask_municipality", case.pk), typed | {"kind": "x"}).status_code == 422
    assert adviser.post(at("ask_municipality", case.pk), typed | {"municipality": "x" * 30}).status_code == 422
    assert adviser.post(at("ask_municipality", case.pk), typed | {"response_days": "0"}).status_code == 422
    assert adviser.post(at("ask_municipality", case.pk), typed).status_code == 302
    one = MunicipalRequest.objects.get()
    assert (one.municipality, one.kind, one.asked_by, one.response_days) == (town, "plot", adviser.user, 5)
    assert "Er tomta regulert?" in text_of(adviser.get(at("case", case.pk)))


def test_the_analyst_reads_requests_and_sends_none(town):
    one, analyst = MunicipalRequestFactory(returned=True, municipality=town), as_(analyst=True)
    page = text_of(analyst.get(at("case", one.prospect.pk)))
    assert one.question in page
    assert at("ask_municipality", one.prospect.pk) not in page
    for name, keys in (("ask_municipality", ()), ("explain_request", (one.pk,)), ("withdraw_request", (one.pk,))):
        assert analyst.post(at(name, one.prospect.pk, *keys), {"text": "x"}).status_code == 403


def test_the_adviser_explains_and_takes_back(town):
    one, adviser = MunicipalRequestFactory(returned=True, municipality=town), as_(adviser=True)
    where = at("explain_request", one.prospect.pk, one.pk)
    assert adviser.post(where, {"text": ""}).status_code == 422
    assert adviser.post(where, {"text": "Ring Ingrid Solbakken."}).status_code == 422
    assert adviser.post(where, {"text": "400 kvadratmeter."}).status_code == 302
    assert MunicipalRequest.objects.get().status == "asked"
    where = at("withdraw_request", one.prospect.pk, one.pk)
    assert adviser.post(where, {"reason": ""}).status_code == 422
    assert adviser.post(where, {"reason": "y" * 900}).status_code == 302
    assert MunicipalRequest.objects.get().status == "withdrawn"
    assert adviser.post(at("withdraw_request", ProspectFactory().pk, one.pk), {"reason": "x"}).status_code == 404


def test_the_page_of_a_case_costs_the_same_with_many_requests(town):
    case, adviser = ProspectFactory(qualified=True), as_(adviser=True)

    def cost() -> int:
        adviser.get(at("case", case.pk))
        with CaptureQueriesContext(connection) as queries:
            adviser.get(at("case", case.pk))
        return len(queries)

    def more() -> None:
        MunicipalRequestFactory(prospect=case, municipality=town, returned=True)

    more()
    few = cost()
    for _time in range(5):
        more()
    assert cost() == few


def test_requests_stand_in_the_timeline_and_in_the_years_promises(town):
    one, adviser = MunicipalRequestFactory(municipality=town), as_(adviser=True)
    one.answer(text="Ja.", by=None)
    assert any(event["text"] for event in adviser.get(at("case", one.prospect.pk)).context["timeline"])
    assert [row.kind for row in adviser.get(at("promises")).context["records"]][-1] == "municipal"


def test_the_steering_group_reads_sums_and_no_names(town):
    one = MunicipalRequestFactory(municipality=town, due_at=NOON - timedelta(days=1))
    MunicipalRequest.objects.filter(pk=one.pk).update(asked_at=NOON - timedelta(days=3))
    page = text_of(as_(steering_group=True).get("/admin/"))
    assert "dp-sums" in page
    assert one.prospect.company_name not in page
    assert one.prospect.reference not in page


# --- the prospect's own page ------------------------------------------------------------------------------------------
def test_the_prospect_reads_its_part_of_the_answer_and_nothing_else():
    one = MunicipalRequestFactory()
    one.answer(text="Internt: naboen klager.", shared="Regn med åtte uker.", by=None)
    hidden = MunicipalRequestFactory(prospect=one.prospect, question="Hemmelig spørsmål?")
    hidden.answer(text="Bare til rådgiveren.", by=None)
    page = text_of(Client().get(f"/mitt/{PrivateLinkFactory(prospect=one.prospect).token}/"))
    assert "Regn med åtte uker." in page
    for secret in ("naboen klager", "Bare til rådgiveren", "Hemmelig spørsmål"):
        assert secret not in page


def test_the_prospect_says_yes_and_takes_it_back_there():
    one = MunicipalRequestFactory(asks_identity=True)
    page = f"/mitt/{PrivateLinkFactory(prospect=one.prospect).token}/"
    answer, client = f"{page}kommunen/{one.pk}/", Client()
    assert answer in text_of(client.get(page))
    client.post(answer, {"svar": "kanskje"})
    assert not MunicipalRequest.objects.get().discloses
    for said, discloses in (("ja", True), ("ja", True), ("nei", False), ("nei", False), ("ja", False)):
        assert client.post(answer, {"svar": said}).status_code == 302
        assert MunicipalRequest.objects.get().discloses == discloses
        assert client.get(page).status_code == 200


def test_nobody_answers_for_another_prospect():
    one, other = MunicipalRequestFactory(asks_identity=True), PrivateLinkFactory()
    assert Client().post(f"/mitt/{other.token}/kommunen/{one.pk}/", {"svar": "ja"}).status_code == 404
    assert not MunicipalRequest.objects.get().discloses
