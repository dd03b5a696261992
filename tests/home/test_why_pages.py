"""The pages about strengths, industries and people: what they show follows what is kept once."""

import re
from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.cards import on_shelf, people, person_for, strengths
from home.listings import INDEXES, SHELVES
from home.models import ContactPerson, StoryIndexPage, StoryPage
from tests.rewriting import rewriting

from .settling import settle
from .small_site import SmallSite, evidence

MOST = 4


@pytest.fixture
def site(db):
    return SmallSite()


def words(path: str) -> str:
    """What stands on the page, without tags and with single spaces. It must be there."""
    response = Client().get(path)
    assert response.status_code == 200, path
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def queries(path: str) -> int:
    """How often a second visit asks the database."""
    Client().get(path)
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "path", ["/hvorfor/", "/hvorfor/knutepunkt/", "/bransjer/", "/bransjer/havn/", "/bransjer/handel/", "/kontakt/"]
)
def test_every_page_shows_in_both_languages_with_one_heading_above_the_others(site, prefix, path):
    evidence(site.hub, "Tre veier inn")
    html = Client().get(prefix + path).content.decode()
    assert html.count("<h1") == 1
    levels = [int(level) for level in re.findall(r"<h([1-6])", html.partition("<main")[2])]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", ["/hvorfor/", "/hvorfor/knutepunkt/", "/bransjer/", "/bransjer/havn/", "/kontakt/"])
def test_a_second_visit_asks_at_most_four_times_however_much_there_is(site, path):
    for number in range(2):
        evidence(site.hub, f"Grunn {number}", industries=(site.port,))
    settle()
    few = queries(path)
    for number in range(30):
        evidence(site.hub, f"Ny grunn {number}", industries=(site.port,))
        ContactPerson.objects.create(name=f"Person {number}", title_nb="Rådgiver", phone="1")
    settle()
    assert queries(path) == few <= MOST


def test_a_filter_shows_what_matters_to_the_industry_and_what_matters_to_all(site):
    evidence(site.hub, "Kaia er dyp", industries=(site.port,))
    evidence(site.hub, "Gata er bred", industries=(site.trade,))
    evidence(site.hub, "Alle kommer fram")
    for path in ("/hvorfor/", "/hvorfor/knutepunkt/"):
        found = words(f"{path}?bransje=havn")
        assert "Kaia er dyp" in found and "Alle kommer fram" in found
        assert "Gata er bred" not in found
        assert found.index("Kaia er dyp") < found.index("Alle kommer fram")
        assert "Gata er bred" in words(path)


@pytest.mark.parametrize("value", ["", "finnes-ikke", "%00", "'", "havn&bransje=x", "a" * 3000, "%F0%9F%9A%AA"])
def test_a_filter_that_means_nothing_shows_everything(site, value):
    evidence(site.hub, "Kaia er dyp", industries=(site.port,))
    assert "Kaia er dyp" in words(f"/hvorfor/?bransje={value}")
    assert "Kaia er dyp" in words(f"/hvorfor/knutepunkt/?bransje={value}")


def test_the_industry_goes_along_to_the_interest_form(site):
    assert 'href="/interesse/?bransje=havn"' in Client().get("/bransjer/havn/").content.decode()
    assert 'href="/interesse/?bransje=havn"' in Client().get("/hvorfor/?bransje=havn").content.decode()
    assert "?bransje=" not in Client().get("/kontakt/").content.decode()


def test_an_industry_page_shows_its_firms_mentors_and_person(site):
    found = words("/bransjer/havn/")
    for what in ("Kaia AS", "En kai", "Kari Ås", "+47 40 00 00 99", "Grunner."):
        assert what in found
    assert "Kaia AS" not in words("/bransjer/handel/")


def test_a_firm_without_a_running_agreement_is_not_here(site):
    with rewriting():
        site.firm.agreements.update(starts_on="2001-01-01", ends_on="2002-01-01")
    settle()
    found = words("/bransjer/havn/")
    assert "Kaia AS" not in found


def test_an_industry_page_shows_its_stories(site):
    site.builder.add("stories", lambda code: StoryIndexPage(title="Historier", slug="historier"))
    said = {"person": "Per", "quote": "Det gikk bra", "company": "Båt AS"}
    told = {**said, "permission_from": "Per", "permission_on": timezone.localdate(), "permission_how": "E-post"}
    site.builder.add(
        "story",
        lambda code: StoryPage(title=f"Historien {code}", slug="en", industry=site.port, **told),
        under="stories",
    )
    assert "Historien nb" in words("/bransjer/havn/") and "Historien en" in words("/en/bransjer/havn/")
    assert "Historien" not in words("/bransjer/handel/")


def test_who_answers_for_an_industry_is_chosen_or_knows_it_or_comes_first(site):
    other = ContactPerson.objects.create(name="Nils", title_nb="Analytiker", phone="2", sort_order=500)
    settle()
    assert person_for("nb", other.pk, "havn").name == "Nils"
    assert person_for("nb", None, "havn").name == "Kari Ås"
    assert person_for("nb", None, "handel").name == "Kari Ås"
    ContactPerson.objects.all().delete()
    settle()
    assert person_for("nb", None, "havn") is None


def test_somebody_who_has_left_is_gone_from_every_page(site):
    site.write("contact", [("people", {"heading": "Ring", "people": [site.person]})])
    assert "Kari Ås" in words("/kontakt/")
    site.person.is_retired = True
    site.person.save()
    settle()
    for path in ("/kontakt/", "/bransjer/havn/"):
        assert "Kari Ås" not in words(path)


def test_without_a_photo_a_portrait_is_drawn_with_initials(site):
    html = Client().get("/kontakt/").content.decode()
    assert 'class="portrait' in html and ">KÅ</text>" in html
    assert [one.initials for one in people("nb")] == ["KÅ"]


def test_a_strength_has_its_gloss_only_for_those_who_need_it(site):
    assert [one.gloss for one in strengths("nb")] == ["", ""]
    assert [one.gloss for one in strengths("en")] == ["Hub it is", "Compact it is"]


def test_questions_open_without_javascript(site):
    asked = [{"question": "Hvor lenge?", "answer": "<p>En dag.</p>"}]
    site.write("contact", [("questions", {"heading": "", "questions": asked})])
    html = Client().get("/kontakt/").content.decode()
    assert "<details" in html and "<summary>" in html and "En dag." in html


@pytest.mark.parametrize("kind", SHELVES)
def test_an_empty_shelf_is_not_there_at_all(db, kind):
    from django.template.loader import render_to_string

    from tests.conftest import plant_root

    plant_root()
    shelf = on_shelf(kind, "nb")
    assert list(shelf.items) == [] and shelf.more_url == ""
    assert render_to_string("blocks/shelf.html", {"value": {"heading": "Hei"}, "shelf": shelf}).strip() == ""


def test_a_shelf_leads_to_the_page_of_its_kind_in_the_language_of_the_page(site):
    assert set(SHELVES) < set(INDEXES)
    assert on_shelf("industries", "nb").more_url == "/bransjer/"
    assert on_shelf("industries", "en").more_url == "/en/bransjer/"
    assert {one.url for one in on_shelf("industries", "nb").items} == {"/bransjer/havn/", "/bransjer/handel/"}
