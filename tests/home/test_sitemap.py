"""The sitemap and robots.txt."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import StandardPage

from .machine_site import MachineSite, tree
from .settling import settle

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
BASE = "http://127.0.0.1:8000"


@pytest.fixture
def site(db):
    return MachineSite()


def listed(language: str) -> dict[str, dict[str, str]]:
    """Addresses, each with those of its translations."""
    found = {}
    for url in tree(Client().get(f"/sitemap-{language}.xml").content).findall(f"{SITEMAP}url"):
        links = {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        assert all(link.get("rel") == "alternate" for link in url.findall(LINK))
        found[url.findtext(f"{SITEMAP}loc")] = links
        datetime.datetime.fromisoformat(url.findtext(f"{SITEMAP}lastmod") or "2026-01-01")
    return found


def test_the_index_names_a_sitemap_for_each_language_and_they_answer(site):
    index = tree(Client().get("/sitemap.xml").content)
    assert index.tag == f"{SITEMAP}sitemapindex"
    addresses = [one.findtext(f"{SITEMAP}loc") for one in index]
    assert addresses == [f"{BASE}/sitemap-nb.xml", f"{BASE}/sitemap-en.xml"]
    for address in addresses:
        assert Client().get(address.removeprefix(BASE)).status_code == 200
    assert Client().get("/sitemap-de.xml").status_code == 404


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_public_page_is_listed_once_with_its_translations_and_nothing_else(site, language):
    hidden = {"sealed", "below", "draft", "search"}
    wanted = {BASE + site.url(key, language) for key in site.pages if key not in hidden}
    found = listed(language)
    assert set(found) == wanted
    nb, en = BASE + site.url("first"), BASE + site.url("first", "en")
    assert found[BASE + site.url("first", language)] == {"nb": nb, "en": en, "x-default": nb}


def test_a_page_without_a_published_translation_names_none(site):
    site.pages["about"]["en"].unpublish()
    settle()
    assert listed("nb")[BASE + site.url("about")] == {}
    assert not [url for url in listed("en") if "om-oss" in url]


def test_two_thousand_pages_cost_no_more_queries_than_ten(site):
    def cost() -> int:
        settle()
        with CaptureQueriesContext(connection) as queries:
            listed("nb")
        return len(queries)

    before = cost()
    front = Page.objects.get(pk=site.pages["front"]["nb"].pk)
    for number in range(60):
        front.add_child(instance=StandardPage(title=f"Side {number}", slug=f"side-{number}", locale=front.locale))
    assert cost() == before
    assert len(listed("nb")) > 60


def test_robots_close_what_is_private_and_name_the_sitemap(site, settings):
    settings.SEARCH_ENGINES_WELCOME = True
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert f"Sitemap: {BASE}/sitemap.xml" in lines
    for closed in ("/admin/", "/api/", "/portal/", "/en/portal/", "/mitt/", "/konto/", "/en/konto/"):
        assert f"Disallow: {closed}" in lines
    open_to_all = ("/", "/nyheter/", "/deling/", "/static/")
    assert not [path for path in open_to_all if f"Disallow: {path}" in lines]


def test_a_demo_does_not_want_to_be_found(site, settings):
    settings.SEARCH_ENGINES_WELCOME = False
    assert Client().get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"
