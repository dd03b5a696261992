"""One search over the cases: what it finds, for whom, and that its index is always right."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prospects.admin_find import excerpt, find, marked
from prospects.models import Activity, Prospect
from prospects.search_index import WORDS, found, install, words_of
from prospects.services import forget_due
from tests.factories import (
    ActivityFactory,
    ContactFactory,
    HandoverFactory,
    PartnerFirmFactory,
    ProspectFactory,
    TaskFactory,
    UserFactory,
)
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db

FIND = "/admin/prospekter/sok/"


def kinds(user, typed: str) -> dict[str, int]:
    return {group.key: len(group.hits) for group in find(user, typed)}


def test_every_kind_is_found_by_the_beginning_of_all_words():
    case = ProspectFactory(company_name="Blåbær Ost AS", contact=None)
    ContactFactory(prospect=case, name="Åse Blåfjell", title="Sjef")
    ActivityFactory(prospect=case, text="Snakket om blåtanker\nog østlige lokaler.")
    TaskFactory(prospect=case, text="Sende tegning av blåbygget")
    firm = PartnerFirmFactory(name="Blåtind Eiendom AS")
    HandoverFactory(firm=firm)
    adviser = UserFactory(adviser=True)
    assert kinds(adviser, "BLÅ") == {"cases": 1, "people": 1, "written": 1, "tasks": 1, "handovers": 1}
    assert kinds(adviser, "blåt øst") == {"written": 1}
    assert kinds(adviser, "åse") == {"people": 1}
    assert kinds(adviser, "ase") == {}
    assert kinds(adviser, "ær") == {}
    assert kinds(adviser, "") == kinds(adviser, "-- '") == {}


def test_persons_are_found_only_by_those_who_may_know_them_and_nothing_by_others():
    ContactFactory(name="Hemmelig Person", email="x@y.example")
    assert kinds(UserFactory(adviser=True), "hemmelig") == {"people": 1}
    assert kinds(UserFactory(analyst=True), "hemmelig") == {}
    assert kinds(UserFactory(communications=True), "nordlys") == {}


def test_the_index_follows_every_change_also_those_that_pass_the_models_by():
    case = ProspectFactory(company_name="Første AS")
    Prospect.objects.filter(pk=case.pk).update(company_name="Annen AS")
    assert not found("prospects_prospect", "første", 5) and found("prospects_prospect", "annen", 5) == [case.pk]
    Activity.objects.bulk_create([Activity(prospect=case, text="masseinnlagt ord")])
    (key,) = found("prospects_activity", "masseinn", 5)
    Activity.objects.filter(pk=key).delete()
    assert not found("prospects_activity", "masseinn", 5)


def test_what_is_forgotten_is_found_no_more(monkeypatch, settings):
    from datetime import timedelta

    from django.utils import timezone

    long_ago = timezone.now() - timedelta(days=5000)
    case = ProspectFactory(created_at=long_ago, contact={"name": "Glemt Navn"})
    ActivityFactory(prospect=case, text="husket glemselen", happened_at=long_ago)
    assert found("prospects_contact", "glemt", 5) and found("prospects_activity", "glemsel", 5)
    assert forget_due() == 1
    assert not found("prospects_contact", "glemt", 5) and not found("prospects_activity", "glemsel", 5)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in WORDS:
                cursor.execute(f"SELECT block FROM {table}_words_data")
                assert not any(b"glems" in bytes(row[0]) for row in cursor.fetchall())


def test_a_table_made_anew_has_its_triggers_again_after_the_next_migration():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps an index with its table")
    case = ProspectFactory(company_name="Før AS")
    with connection.cursor() as cursor:
        for when in ("new", "gone", "other"):
            cursor.execute(f"DROP TRIGGER prospects_prospect_words_{when}")
    Prospect.objects.filter(pk=case.pk).update(company_name="Etter AS")
    assert not found("prospects_prospect", "etter", 5)
    install(connection)
    assert found("prospects_prospect", "etter", 5) == [case.pk]
    install(connection)


def test_words_are_marked_and_nothing_typed_or_stored_becomes_html():
    assert marked("Blå <b> blåbær", ["blå"]) == "<mark>Blå</mark> &lt;b&gt; <mark>blå</mark>bær"
    assert marked("<script>", ["script"]) == "&lt;<mark>script</mark>&gt;"
    assert marked("a&b", []) == "a&amp;b"
    long = "x " * 200 + "nål i høystakk " + "y " * 200
    cut = excerpt(long, ["nål"])
    assert "<mark>nål</mark>" in cut and cut.startswith("… ") and cut.endswith(" …") and len(cut) < 260
    html = as_(adviser=True).get(FIND, {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
    assert words_of("Æ_ø  Å!") == ["æ", "ø", "å"]


def test_the_search_asks_a_fixed_number_of_times_and_shows_no_more_than_it_says():
    client = as_(adviser=True)
    case = ProspectFactory(company_name="Treff AS")
    ActivityFactory(prospect=case, text="treff")
    client.get(FIND, {"q": "treff"})
    with CaptureQueriesContext(connection) as few:
        client.get(FIND, {"q": "treff"})
    Activity.objects.bulk_create(Activity(prospect=case, text=f"treff nummer {n}") for n in range(200))
    with CaptureQueriesContext(connection) as lots:
        answer = client.get(FIND, {"q": "treff"})
    assert len(lots) <= len(few)
    written = next(group for group in answer.context["groups"] if group.key == "written")
    assert len(written.hits) == 20 and written.is_more
    for hostile in ("\x00", "NEAR(", '"a', "*", "a" * 500, "😀", "AND OR NOT", "a:b", "^x"):
        assert client.get(FIND, {"q": hostile}).status_code == 200
