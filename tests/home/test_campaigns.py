"""The campaign that brought a visitor follows from the first page to the prospect, in the addresses alone."""

import re
import time
import uuid
from html import unescape

import pytest
from django.core import signing
from django.http import QueryDict

from home.campaigns import campaign_of, with_campaign
from home.models import IndustryPage, InterestPage, PremisesPage
from partners.models import Premises
from prospects.models import Prospect

UTM = {"utm_source": "linkedin", "utm_medium": "annonse", "utm_campaign": "høst & vår"}


def links(html: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', html)]


def follow(client, address: str, ending: str) -> str:
    page = client.get(address).content.decode()
    return next(link for link in links(page) if link.split("?")[0].endswith(ending))


def test_from_the_first_page_over_another_to_the_prospect(demo, client):
    interest = InterestPage.objects.get(locale__language_code="nb").url
    first = follow(client, "/?utm_source=linkedin&utm_medium=annonse&utm_campaign=h%C3%B8st+%26+v%C3%A5r", "/nyheter/")
    form_address = follow(client, first, interest)
    form = client.get(form_address).content.decode()
    fields = {
        name: unescape(value) for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    }
    assert fields["campaign"] == "høst & vår"
    assert fields["came_by"] == "linkedin / annonse"
    assert fields["first_page"] == "/"
    answers = {
        **{name: fields[name] for name in ("campaign", "came_by", "first_page")},
        "submission": str(uuid.uuid4()),
        "started": signing.dumps(int(time.time()) - 10, salt="prospects.interest"),
        "company_name": "Kampanjefirma AS",
        "country": "NO",
        "industry": "health",
        "employees": "1-4",
        "area": "none",
        "time_frame": "year",
        "readiness": "curious",
        "name": "Kari",
        "email": "kari@kampanje.example",
        "language": "nb",
    }
    assert client.post(form_address, answers).status_code == 302
    prospect = Prospect.objects.get(company_name="Kampanjefirma AS")
    assert (prospect.campaign, prospect.came_by, prospect.first_page) == ("høst & vår", "linkedin / annonse", "/")


def test_a_visitor_nobody_sent_is_not_followed(demo, client):
    response = client.get("/")
    assert not any("utm_" in link or "forste=" in link for link in links(response.content.decode()))
    assert not response.cookies


def test_nothing_is_stored_in_the_browser_of_a_visitor_somebody_sent(demo, client):
    assert not client.get("/", UTM).cookies


def test_only_links_to_pages_carry_it(demo, client):
    page = client.get("/", UTM).content.decode()
    for link in links(page):
        if link.startswith(("#", "tel:", "mailto:", "http")) or link.startswith(("/portal", "/admin", "/konto")):
            assert "utm_" not in link, link
        elif link.startswith("/"):
            assert "utm_source=linkedin" in link, link
    assert "utm_" not in "".join(re.findall(r"<link[^>]*(?:stylesheet|canonical|icon)[^>]*>", page))


@pytest.mark.parametrize(
    "value",
    ['"><script>alert(1)</script>', "javascript:alert(1)", "a" * 500, "æøå", "\x00", "%00", "{{ 7*7 }}", "&amp;"],
)
def test_what_a_stranger_writes_there_stays_text(demo, client, value):
    response = client.get("/", {"utm_campaign": value, "forste": value})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert client.get("/interesse/", {"utm_campaign": value, "bransje": value, "lokale": value}).status_code == 200


def test_queries_and_fragments_of_links_are_kept_and_forms_carry_it_too():
    page = b'<a class="x" href="/lokaler/?type=plot&amp;side=2#kart">a</a><form class="f" method="get" action="/sok/">'
    made = with_campaign(page, {"utm_campaign": "x"}).decode()
    assert 'href="/lokaler/?type=plot&amp;side=2&amp;utm_campaign=x#kart"' in made
    assert '<form class="f" method="get" action="/sok/"><input type="hidden" name="utm_campaign" value="x">' in made


def test_links_to_other_sites_and_files_are_left_alone():
    addresses = ("//evil.example/", "https://x.example/", "/media/x.pdf", "/kalender.ics", "#top", "mailto:a@b.example")
    page = "".join(f'<a href="{address}">a</a>' for address in addresses).encode()
    assert with_campaign(page, {"utm_campaign": "x"}) == page


def test_only_the_names_we_know_are_carried():
    found = campaign_of(QueryDict("utm_campaign=a&utm_term=b&forste=https://evil.example&forste=x"))
    assert found == {"utm_campaign": "a"}


# --- Answers carried into the form -----------------------------------------------------------------------------------
def test_the_form_knows_what_was_answered_before(demo, client):
    place = Premises.objects.on_offer().first()
    query = {"bransje": "health", "storrelse": "10-19", "tid": "year", "behov": "plot", "fra": "norway"}
    form = client.get("/interesse/", {**query, **({"lokale": place.slug} if place else {})}).context["form"]
    assert form["industry"].value() == "health"
    assert (form["employees"].value(), form["time_frame"].value()) == ("10-19", "year")
    assert (form["area"].value(), form["country"].value()) == ("plot", "NO")
    if place:
        assert place.title in form["need"].value()


def test_answers_that_are_none_are_passed_over(demo, client):
    form = client.get("/interesse/", {"bransje": "x", "storrelse": "9999", "tid": "-"}).context["form"]
    assert not form["industry"].value() and not form["employees"].value() and not form["time_frame"].value()


def test_pages_about_an_industry_or_a_place_lead_to_a_form_that_knows_it(demo, client):
    for page in IndustryPage.objects.live().filter(locale__language_code="nb")[:1]:
        assert any(f"bransje={page.industry.slug}" in link for link in links(client.get(page.url).content.decode()))
    for page in PremisesPage.objects.live().filter(locale__language_code="nb"):
        place = Premises.objects.on_offer().first()
        html = client.get(f"{page.url}{place.slug}/").content.decode()
        assert any(f"lokale={place.slug}" in link for link in links(html))
