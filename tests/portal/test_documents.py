"""The list of every paper of the firm."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import login, plant_root
from tests.factories import (
    AgreementBenefitFactory,
    AgreementFactory,
    BenefitDeliveryFactory,
    BenefitYearFactory,
    MembershipFactory,
    UserFactory,
)
from tests.home.settling import settle
from tests.partners.money import billing, invoiced

pytestmark = pytest.mark.django_db
PAGE = "/en/portal/bedrift/dokumenter/"


@pytest.fixture(autouse=True)
def site(db):
    plant_root()
    billing()


@pytest.fixture
def agreement():
    return AgreementFactory()


def client_of(firm) -> Client:
    seat = MembershipFactory(firm=firm, administrator=True, user=UserFactory(english=True))
    return login(Client(headers={"accept-language": "en"}), seat.user)


def delivery(agreement, **facts):
    account = BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=agreement))
    return BenefitDeliveryFactory(account=account, evidence=ContentFile(b"%PDF-1.4", name="bevis.pdf"), **facts)


def test_every_paper_stands_there_the_newest_first_and_can_be_fetched(agreement):
    client = client_of(agreement.firm)
    assert PAGE.removeprefix("/en") in client.get("/portal/bedrift/").content.decode()
    today = timezone.localdate()
    starts = agreement.ends_on + timedelta(days=1)
    AgreementFactory(firm=agreement.firm, offered=True, starts_on=starts, ends_on=starts + timedelta(days=300))
    paper = invoiced(20_000, agreement=agreement)
    old = delivery(agreement, delivered_on=today - timedelta(days=300), note="Gammelt bevis")
    papers = client.get(PAGE).context["items"].object_list
    assert [one.day for one in papers] == sorted((one.day for one in papers), reverse=True)
    assert papers[-1].title == "Gammelt bevis"
    urls = [one.url for one in papers]
    assert {f"/en/portal/bidrag/{paper.pk}/faktura.pdf", f"/en/portal/fordeler/bevis/{old.pk}/"} <= set(urls)
    assert {"/en/portal/regnskap/nb.pdf", "/en/portal/regnskap/en.pdf"} <= set(urls)
    assert sum("/avtale/" in url for url in urls) >= 2
    for url in urls:
        assert client.get(url).status_code == 200, url


def test_another_firm_s_papers_and_what_was_undone_are_not_there(agreement):
    foreign = AgreementFactory()
    invoiced(20_000, agreement=foreign)
    delivery(foreign)
    delivery(agreement, undone_at=timezone.now())
    papers = client_of(agreement.firm).get(PAGE).context["items"].object_list
    assert {one.kind for one in papers} <= {"One page for your board", "Signed agreement"}


def test_the_list_has_pages_and_asks_as_little_with_much_in_it(agreement):
    client = client_of(agreement.firm)
    counts = []
    for number in (2, 40):
        for _number in range(number):
            delivery(agreement)
        settle()
        client.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14
    assert len(page.context["items"].object_list) == 20 and page.context["items"].paginator.count >= 42
    assert client.get(PAGE + "?side=999").status_code == 200
