"""Two cases of one company are seen, and who has spoken with it lately."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from prospects.models import Prospect, domain_of, name_key
from prospects.services import alike_of, keep_keys, likely_doubles, open_case, save_facts, spoken_lately
from tests.factories import (
    ActivityFactory,
    ContactFactory,
    FocusIndustryFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
    organisation_number,
)
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(db):
    return UserFactory(adviser=True)


def company(name: str, number: str = "", **more) -> Prospect:
    """A case with no address, so that only what is said counts."""
    return ProspectFactory(company_name=name, organisation_number=number, **{"contact": None, **more})


# --- keys -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nordlys Maskin AS", "nordlysmaskin"),
        ("NORDLYS  MASKIN a/s", "nordlysmaskin"),
        ("Nordlys-Maskin A.S. (Norge)", "nordlysmaskinasnorge"),
        ("Ærlig Østfold Åpning ASA", "aerligostfoldapning"),
        ("Aerlig Ostfold Apning", "aerligostfoldapning"),
        ("Müller GmbH", "muller"),
        ("AS", "as"),
        ("東京", "東京"),
        ("", ""),
    ],
)
def test_a_name_is_compared_without_its_trimmings(name, key):
    assert name_key(name) == key


@given(st.text(max_size=300))
def test_a_key_is_short_and_the_key_of_itself_or_shorter(text):
    key = name_key(text)
    assert len(key) <= 200
    assert key == name_key(key) or len(name_key(key)) <= len(key)
    assert len(domain_of(text)) <= 253


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.nordlys.no/om-oss?x=1", "nordlys.no"),
        ("http://bruker:pass@nordlys.no:8080/", "nordlys.no"),
        ("nordlys.no", "nordlys.no"),
        ("Ingrid@Nordlys.NO", "nordlys.no"),
        ("ingrid@gmail.com", ""),
        ("https://www.online.no/~nordlys", ""),
        ("localhost", ""),
        ("", ""),
    ],
)
def test_a_domain_is_a_company_s_own(address, domain):
    assert domain_of(address) == domain


def test_keys_are_kept_by_whatever_writes_the_case(adviser):
    values = {
        "company_name": "Fjord AS",
        "source": "own",
        "industry": FocusIndustryFactory(),
        "employees": "1-4",
        "area": "none",
        "time_frame": "now",
        "readiness": "curious",
    }
    prospect = open_case(values, contact={"name": "Per", "email": "per@fjord.example"}, by=adviser)
    assert (prospect.name_key, prospect.name_start, prospect.domain) == ("fjord", "fjord", "fjord.example")
    save_facts(
        prospect, {"company_name": "Fjell og Vidde AS", "website": "https://fjell.example"}, revision=0, by=adviser
    )
    stored = Prospect.objects.get(pk=prospect.pk)
    assert (stored.name_key, stored.name_start, stored.domain) == ("fjellogvidde", "fjello", "fjell.example")
    Prospect.objects.bulk_create(
        [
            Prospect(
                company_name="Bulk AS",
                website="https://bulk.example",
                **{
                    name: getattr(stored, name)
                    for name in ("industry", "source", "employees", "area", "time_frame", "readiness")
                },
            )
        ]
    )
    bulk = Prospect.objects.get(company_name="Bulk AS")
    assert (bulk.name_key, bulk.domain) == ("bulk", "bulk.example")


# --- alike ------------------------------------------------------------------------------------------------------------
def test_alike_is_the_same_number_domain_or_name_the_surest_first(adviser):
    number = organisation_number(900_001)
    mine = company("Nordlys Maskin AS", number, website="https://nordlys.example")
    by_number = company("Helt annet navn", number)
    by_domain = company("Enda et navn", website="https://www.nordlys.example/om")
    by_name = company("NORDLYS MASKIN")
    by_typo = company("Nordlys Maskinn AS")
    company("Nordlys Regnskap AS")
    company("Nordlys Maskin AS", organisation_number(900_002))  # another number is another company
    found = alike_of(mine, by=adviser)
    assert [one.prospect for one in found] == [by_number, by_domain, by_name, by_typo]
    assert len({one.why for one in found}) == 4


def test_who_may_see_no_cases_is_told_of_none():
    mine = company("Nordlys AS")
    company("Nordlys AS")
    assert alike_of(mine, by=UserFactory()) == []


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (89, True), (91, False)])
def test_who_spoke_with_the_company_in_ninety_days_is_told(adviser, days, is_told):
    mine, other = company("Nordlys AS"), company("Nordlys")
    when = timezone.now() - timedelta(days=days)
    last = ActivityFactory(prospect=other, call=True, happened_at=when)
    ActivityFactory(prospect=other, call=True, happened_at=when - timedelta(hours=1))
    ActivityFactory(prospect=other, kind="note")
    ActivityFactory(prospect=other, mail=True, status="draft")
    talks = spoken_lately(alike_of(mine, by=adviser))
    assert [(talk.prospect, talk.by) for talk in talks] == ([(other, last.by)] if is_told else [])


def test_the_case_tells_who_spoke_with_the_company_and_that_it_is_a_partner(adviser):
    number = organisation_number(900_003)
    firm = PartnerFirmFactory(organisation_number=number)
    mine, other = company("Nordlys AS", number), company("Nordlys", number)
    talk = ActivityFactory(prospect=other, call=True)
    page = as_(adviser=True).get(reverse("prospects:case", args=[mine.pk])).content.decode()
    for told in (other.reference, str(talk.by), firm.name, reverse("prospects:merge", args=[mine.pk, other.pk])):
        assert told in page


def test_a_case_by_hand_of_a_company_we_know_asks_first():
    client, other = as_(adviser=True), company("Nordlys Maskin AS")
    typed = {
        "company_name": "Nordlys Maskin",
        "country": "NO",
        "industry": other.industry_id,
        "source": "own",
        "kind": "unknown",
        "employees": "1-4",
        "area": "none",
        "time_frame": "now",
        "readiness": "curious",
        "need": "Lang og god tekst.",
        "revision": 0,
        "contact_language": "nb",
    }
    asked = client.post(reverse("prospects:open"), typed)
    page = asked.content.decode()
    assert asked.status_code == 409
    assert other.reference in page
    assert "Lang og god tekst." in page
    assert Prospect.objects.count() == 1
    assert client.post(reverse("prospects:open"), {**typed, "seen": "on"}).status_code == 302
    assert Prospect.objects.count() == 2


# --- the list ---------------------------------------------------------------------------------------------------------
def test_likely_doubles_are_grouped_and_told_once(adviser):
    number = organisation_number(900_004)
    pair = [company("Nordlys AS", number), company("Nordlys", number)]
    by_name = [company("Sørvind AS"), company("SØRVIND")]
    company("Enslig AS")
    groups = likely_doubles(by=adviser)
    assert [group.prospects for group in groups] == [pair, by_name]
    page = as_(adviser=True).get(reverse("prospects:doubles")).content.decode()
    assert reverse("prospects:merge", args=[pair[0].pk, pair[1].pk]) in page


def test_two_numbers_under_one_name_or_domain_are_two_companies(adviser):
    company("Nordlys AS", organisation_number(900_005))
    company("Nordlys AS", organisation_number(900_006))
    assert likely_doubles(by=adviser) == []


def test_public_mail_makes_no_doubles(adviser):
    for name in ("Enslig AS", "Alene AS"):
        prospect = company(name)
        ContactFactory(prospect=prospect, email=f"{name[:3]}@gmail.com")
        keep_keys(prospect)
    assert likely_doubles(by=adviser) == []


def test_neither_the_list_nor_the_case_asks_more_when_there_are_more():
    client = as_(adviser=True)
    mine = company("Nordlys AS")

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    pages = [reverse("prospects:doubles"), reverse("prospects:case", args=[mine.pk])]
    ContactFactory(prospect=mine)
    ActivityFactory(prospect=company("Nordlys AS"), call=True)
    for page in pages:
        client.get(page)
    before = [asked(page) for page in pages]
    for _number in range(8):
        ActivityFactory(prospect=company("Nordlys AS"), call=True)
        ContactFactory(prospect=mine)
    assert [asked(page) for page in pages] == before
