"""The list of cases: its order, its filters, its pages, and that it never counts or reads everything."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from prospects.admin_list import PER_PAGE, page_number
from prospects.case_filters import Chosen
from prospects.counting import MOST, UpTo, first_of_each, up_to
from prospects.models import Prospect, Source
from tests.factories import ContactFactory, ProspectFactory, UserFactory
from tests.factories.register import FocusIndustryFactory
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db

INDEX = "/admin/prospekter/"


def names(client, query: str = "") -> list[str]:
    response = client.get(f"{INDEX}?{query}")
    assert response.status_code == 200
    return [one.company_name for one in response.context["page"].items]


def many(number: int, **values) -> None:
    industry = FocusIndustryFactory()
    Prospect.objects.bulk_create(
        Prospect(
            company_name=f"Bedrift {one}",
            industry=industry,
            employees="unknown",
            area="unknown",
            time_frame="unknown",
            readiness="curious",
            source=Source.OWN,
            answer_due_at=None,
            **values,
        )
        for one in range(number)
    )


def test_who_waits_comes_first_then_who_is_under_way_then_who_rests_then_what_ended():
    now = timezone.now()
    ProspectFactory(company_name="Tapt", lost=True)
    ProspectFactory(company_name="Hviler", resting=True)
    ProspectFactory(company_name="Besvart", answered_at=now)
    ProspectFactory(company_name="Spurte ikke", answer_due_at=None, created_at=now - timedelta(days=1))
    ProspectFactory(company_name="Venter", answer_due_at=now + timedelta(hours=9))
    ProspectFactory(company_name="Brutt", answer_due_at=now - timedelta(hours=9))
    order = ["Brutt", "Venter", "Besvart", "Spurte ikke", "Hviler", "Tapt"]
    assert names(as_(adviser=True)) == order


def test_the_order_follows_a_case_that_changes():
    case = ProspectFactory(company_name="A", adviser=UserFactory(adviser=True))
    other = ProspectFactory(company_name="B", answered_at=timezone.now())
    client = as_(adviser=True)
    assert names(client) == ["A", "B"]
    case.lose(reason="Valgte Oslo.", by=None)
    assert names(client) == ["B", "A"]
    other.withdraw(reason="Nei.", by=None)
    case.resume(by=None)
    assert names(client) == ["A", "B"]


@pytest.mark.parametrize(
    "query, expected",
    [
        ("stage=qualified", ["B"]),
        ("standing=resting", ["C"]),
        ("source=event", ["D"]),
        ("kind=expansion", ["D"]),
        ("country=SE", ["D"]),
        ("score=80", ["D"]),
        ("adviser=ingen", ["D", "A"]),
        ("waiting=1", ["D", "A"]),
        ("waiting=1&country=SE", ["D"]),
        ("stage=bogus&country=xx&score=abc&adviser=%00&industry=9999999999999999999999", ["D", "A", "B", "C"]),
    ],
)
def test_filters_narrow_the_list_and_what_makes_no_sense_is_left_out(query, expected):
    now, adviser = timezone.now(), UserFactory(adviser=True)
    ProspectFactory(company_name="A", answer_due_at=now + timedelta(hours=5))
    ProspectFactory(company_name="B", qualified=True, adviser=adviser, answered_at=now)
    ProspectFactory(company_name="C", resting=True, adviser=adviser)
    ProspectFactory(company_name="D", source="event", kind="expansion", country="SE", value_score=85, answer_due_at=now)
    assert names(as_(adviser=True), query) == expected


def test_mine_and_industry_and_a_certain_adviser():
    client = as_(adviser=True)
    industry = FocusIndustryFactory()
    ProspectFactory(company_name="Min", adviser=client.user)
    ProspectFactory(company_name="Annen", industry=industry)
    assert names(client, "mine=1") == ["Min"]
    assert names(client, f"adviser={client.user.pk}") == ["Min"]
    assert names(client, f"industry={industry.pk}") == ["Annen"]


@pytest.mark.parametrize(
    "sort, expected", [("verdi", ["B", "A", "C"]), ("ny", ["C", "B", "A"]), ("snakket", ["A", "B", "C"])]
)
def test_other_orders_leave_what_is_not_known_to_the_end(sort, expected):
    now = timezone.now()
    ProspectFactory(company_name="A", value_score=40, created_at=now - timedelta(days=3), spoken_at=now)
    ProspectFactory(company_name="B", value_score=90, created_at=now - timedelta(days=2), spoken_at=now - timedelta(1))
    ProspectFactory(company_name="C", value_score=None, created_at=now - timedelta(days=1))
    assert names(as_(adviser=True), f"sort={sort}") == expected


def test_pages_by_number_reach_the_last_and_beyond_it_leads_back():
    many(PER_PAGE * 2 + 3)
    client = as_(adviser=True)
    seen = [name for number in (1, 2, 3) for name in names(client, f"p={number}")]
    assert len(seen) == len(set(seen)) == PER_PAGE * 2 + 3
    last = client.get(f"{INDEX}?p=3").context["page"]
    assert (last.previous, last.next, last.last) == (2, None, 3)
    beyond = client.get(f"{INDEX}?p=1900&stage=new")
    assert beyond.status_code == 200 and "stage=new" in beyond.content.decode()
    for nonsense in ("x", "-1", "0", "²", "99999999999999"):
        assert page_number(nonsense) == 1


def test_the_page_asks_the_same_number_of_times_however_many_there_are():
    client = as_(adviser=True)
    ProspectFactory()
    client.get(INDEX)

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = asked(INDEX)
    many(MOST + 60)
    assert asked(INDEX) <= few
    assert asked(f"{INDEX}?p=40") <= few


def test_nothing_counts_or_sorts_all_cases():
    """What is counted stops at MOST, and each order comes from an index: no query sorts the whole table."""
    many(300)
    user = UserFactory(adviser=True)
    for sort in ("haster", "verdi", "ny", "snakket"):
        for query in ({}, {"country": "SE"}, {"source": "own", "kind": "new"}):
            chosen = Chosen.read({"sort": sort, **query})
            plan = chosen.cases(user).values_list("pk", flat=True)[:25].explain()
            if connection.vendor == "sqlite":
                assert "TEMP B-TREE" not in plan and "INDEX prospect" in plan, f"{sort} {query}: {plan}"


def test_a_number_beyond_the_most_is_told_as_more():
    many(MOST + 5)
    counted = up_to(
        {"all": Prospect.objects.all(), "none": Prospect.objects.none(), "new": Prospect.objects.filter(pk=0)}
    )
    assert [str(one) for one in counted.values()] == ["1000+", "0", "0"]
    assert UpTo(MOST + 1).is_more and not UpTo(MOST).is_more
    first = first_of_each({"a": Prospect.objects.order_by("-pk")[:2], "b": Prospect.objects.none()})
    assert first["a"] == list(Prospect.objects.order_by("-pk").values_list("pk", flat=True)[:2]) and first["b"] == []
    assert "1000+" in as_(adviser=True).get(INDEX).content.decode()


def test_the_words_find_the_beginning_of_a_word_and_a_reference_and_persons_only_with_the_right():
    case = ProspectFactory(company_name="Ørje Ærlig Åkermaskin AS", contact=None)
    ContactFactory(prospect=case, name="Kåre Østby")
    ProspectFactory(company_name="Noe annet AS")
    adviser, analyst = as_(adviser=True), as_(analyst=True)
    for words in ("ørje", "ÆRLIG", "åker", "akermaskin aS"[1:], case.reference, case.organisation_number):
        expected = [] if words == "kermaskin aS" else [case.company_name]
        assert names(adviser, f"q={words}") == expected, words
    assert names(adviser, "q=kåre øst") == [case.company_name]
    assert names(analyst, "q=kåre øst") == []
    for hostile in ('"', "' OR 1=1 --", "NEAR(a b)", "a*", "%00", "(", "-", "AND", "æ" * 200):
        assert adviser.get(INDEX, {"q": hostile}).status_code == 200


def test_a_filter_in_the_address_is_shown_and_can_be_taken_away():
    ProspectFactory(country="SE")
    html = as_(adviser=True).get(f"{INDEX}?country=SE&score=25&sort=ny").content.decode()
    assert f"{reverse('prospects:index')}?score=25&amp;sort=ny" in html
    assert f"{reverse('prospects:index')}?country=SE&amp;sort=ny" in html


def test_writing_down_from_anywhere_finds_by_the_same_words():
    client = as_(adviser=True)
    ProspectFactory(company_name="Blåfjell Brygg AS")
    ProspectFactory(company_name="Annet AS")
    found = client.get(reverse("prospects:quick_log"), {"q": "blåfj"}).context["found"]
    assert [one.company_name for one in found] == ["Blåfjell Brygg AS"]
