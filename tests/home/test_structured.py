"""What pages say of themselves in schema.org's words: one graph, safe in a script, with what Google asks for."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from .machine_site import NASTY, SECRET, MachineSite
from .settling import settle

# By type: what schema.org and Google's documentation of rich results require, or say is needed to be of use.
REQUIRED = {
    "Organization": {"name", "url", "logo", "contactPoint"},
    "WebSite": {"name", "url", "potentialAction"},
    "BreadcrumbList": {"itemListElement"},
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "Article": {"headline", "image", "datePublished", "author", "publisher"},
    "Event": {"name", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode", "image", "organizer"},
    "JobPosting": {
        "title",
        "description",
        "datePosted",
        "validThrough",
        "hiringOrganization",
        "jobLocation",
        "employmentType",
        "identifier",
    },
    "WebPage": {"name", "url", "inLanguage", "isPartOf"},
}
OF_PAGES = {
    "front": "WebPage",
    "nasty": "NewsArticle",
    "event": "Event",
    "vacancy": "JobPosting",
    "story": "Article",
    "about": "WebPage",
}


@pytest.fixture
def site(db):
    return MachineSite()


def graph(html: str) -> dict[str, dict]:
    """The nodes of the one graph on a page, by type."""
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, flags=re.S)
    assert len(scripts) == 1
    data = json.loads(scripts[0])
    assert data["@context"] == "https://schema.org"
    nodes = {node["@type"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    return nodes


def html_of(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("key", OF_PAGES)
def test_every_node_has_what_its_type_requires(site, key, language):
    nodes = graph(html_of(site.url(key, language)))
    assert OF_PAGES[key] in nodes
    for kind, node in nodes.items():
        missing = {name for name in REQUIRED[kind] if not node.get(name)}
        assert not missing, (kind, missing)
        assert not [name for name, value in node.items() if value in (None, "", [], {})], kind


def test_every_address_in_the_graph_is_absolute(site):
    text = json.dumps(graph(html_of(site.url("nasty"))))
    for name, value in re.findall(r'"(url|@id|item|image|urlTemplate)": "([^"]+)"', text):
        assert value.startswith("http://127.0.0.1:8000/"), (name, value)


def test_a_title_that_ends_the_script_does_not(site):
    html = html_of(site.url("nasty"))
    assert "<script>alert" not in html
    assert graph(html)["NewsArticle"]["headline"] == NASTY


def test_the_breadcrumb_leads_from_the_front_page_to_this_one(site):
    steps = graph(html_of(site.url("nasty")))["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Forsiden nb", "Nyheter", NASTY]
    assert steps[1]["item"].endswith("/nyheter/")
    assert "BreadcrumbList" not in graph(html_of("/"))


def test_a_vacancy_is_told_whole_and_no_longer_offered_after_its_deadline(site):
    assert "Du ringer folk." in graph(html_of(site.url("vacancy")))["JobPosting"]["description"]
    site.vacancy.deadline_at = timezone.now() - timedelta(hours=1)
    site.vacancy.save()
    settle()
    assert "JobPosting" not in graph(html_of(site.url("vacancy")))


def test_a_cancelled_event_says_so(site):
    type(site.event).objects.filter(pk=site.event.pk).update(is_cancelled=True)
    settle()
    assert graph(html_of(site.url("event")))["Event"]["eventStatus"] == "https://schema.org/EventCancelled"


def test_the_search_is_offered_only_where_there_is_one(site):
    action = graph(html_of("/en/"))["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == "http://127.0.0.1:8000/en/sok/?q={search_term_string}"
    for page in site.pages["search"].values():
        page.unpublish()
    settle()
    assert "potentialAction" not in graph(html_of("/en/"))["WebSite"]


def test_what_is_sealed_stands_in_no_graph(site):
    assert SECRET not in html_of("/") + html_of(site.url("about"))
