"""The head of every page: title, description, canonical address, languages, share image; and no query for any of it."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.machines.structured import DESCRIPTION_LENGTH, plain

from .machine_site import MachineSite
from .settling import settle

BASE = "http://127.0.0.1:8000"
KEYS = ["front", "newsindex", "first", "event", "vacancy", "story", "contact", "about"]


@pytest.fixture
def site(db):
    return MachineSite()


def head_of(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200
    return response.content.decode().partition("</head>")[0]


def meta(head: str, name: str) -> list[str]:
    return [unescape(found) for found in re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', head)]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_page_has_a_whole_head(site, key, language):
    head, url = head_of(site.url(key, language)), site.url(key, language)
    title = re.search(r"<title>(.*?)</title>", head, flags=re.S)[1].strip()
    assert title.endswith("Døråpner" if language == "nb" else "Dooropener") and len(title) > 12
    assert re.findall(r'<link rel="canonical" href="([^"]+)"', head) == [BASE + url]
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', head))
    nb, en = BASE + site.url(key), BASE + site.url(key, "en")
    assert alternates == {"nb": nb, "en": en, "x-default": nb}
    for description in meta(head, "description"):
        assert 0 < len(description) <= DESCRIPTION_LENGTH
    assert meta(head, "og:url") == [BASE + url]
    assert meta(head, "og:locale") == ["nb_NO" if language == "nb" else "en_GB"]
    assert meta(head, "og:image")[0].startswith(f"{BASE}/deling/{site.pages[key][language].pk}-")
    assert (meta(head, "og:image:width"), meta(head, "og:image:height")) == (["1200"], ["630"])
    assert meta(head, "og:image:alt")[0] and meta(head, "twitter:card") == ["summary_large_image"]
    assert meta(head, "og:type") == ["article" if key in ("first", "story") else "website"]


def test_a_description_is_plain_text_of_bounded_length():
    assert plain("<p>En\n  <b>to</b></p>") == "En to"
    assert len(plain("ord " * 200)) <= DESCRIPTION_LENGTH


def test_the_canonical_address_leaves_the_query_out_but_for_a_real_page_of_a_list(site):
    for asked, said in (
        ("?utm_source=x", ""),
        ("?side=2&utm_source=x", "?side=2"),
        ("?side=1", ""),
        ("?side=-3", ""),
        ("?side=x%22%3E", ""),
        ("?side=99999999", ""),
    ):
        head = head_of(site.url("newsindex") + asked)
        assert re.findall(r'<link rel="canonical" href="([^"]+)"', head) == [BASE + site.url("newsindex") + said], asked


def test_a_page_without_a_published_translation_names_none(site):
    site.pages["about"]["en"].unpublish()
    settle()
    assert "hreflang" not in head_of(site.url("about"))


def test_the_host_that_a_browser_names_decides_nothing(site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    html = Client().get("/", headers={"host": "evil.example"}).content.decode()
    assert "evil.example" not in html


def test_an_installation_that_does_not_want_to_be_found_says_so(site, settings):
    settings.SEARCH_ENGINES_WELCOME = False
    assert meta(head_of("/"), "robots") == ["noindex, nofollow"]
    settings.SEARCH_ENGINES_WELCOME = True
    assert meta(head_of("/"), "robots") == []


def test_the_feeds_are_named_in_the_language_of_the_page(site):
    assert 'type="application/atom+xml" href="/nyheter/atom.xml"' in head_of("/")
    assert 'type="application/rss+xml" href="/en/nyheter/rss.xml"' in head_of("/en/")


@pytest.mark.parametrize("key", ["front", "first", "event", "about"])
def test_the_head_costs_no_query_when_the_shelves_are_warm(site, key):
    client = Client()
    client.get(site.url(key))
    with CaptureQueriesContext(connection) as queries:
        client.get(site.url(key))
    assert len(queries) <= 4


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_chromium_neither_runs_nor_blocks_the_graph(live_server, settings, chromium):
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    site = MachineSite()
    page, said = chromium.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append("a dialog"))
    page.goto(live_server.url + site.url("nasty"))
    assert page.evaluate("JSON.parse(document.querySelector('script[type$=json]').textContent)['@graph'].length") > 2
    assert said == []
