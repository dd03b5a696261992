"""News as Atom and RSS: valid, whole, with addresses that stay; cheap to ask again."""

import datetime
from email.utils import parsedate_to_datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .machine_site import NASTY, SECRET, MachineSite, tree
from .settling import settle

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "http://127.0.0.1:8000"


@pytest.fixture
def site(db):
    return MachineSite()


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("/en", "en")])
def test_atom_has_what_the_standard_requires(site, prefix, language):
    response = Client().get(f"{prefix}/nyheter/atom.xml")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = tree(response.content)
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    assert feed.findtext(f"{ATOM}id") == f"{BASE}{prefix}/nyheter/atom.xml"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    datetime.datetime.fromisoformat(feed.findtext(f"{ATOM}updated"))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}{prefix}/nyheter/atom.xml", "alternate": BASE + site.url("newsindex", language)}
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [NASTY, "Første nyhet"]
    for entry in entries:
        assert entry.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert entry.find(f"{ATOM}link").get("href").startswith(BASE + site.url("newsindex", language))
        assert "Kort sagt. Les mer om" in entry.findtext(f"{ATOM}summary")
        published, updated = (
            datetime.datetime.fromisoformat(entry.findtext(ATOM + name)) for name in ("published", "updated")
        )
        assert published <= updated


def test_rss_has_what_the_standard_requires(site):
    response = Client().get("/nyheter/rss.xml")
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = tree(response.content).find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "lastBuildDate"))
    items = channel.findall("item")
    assert len(items) == 2
    for item in items:
        assert item.find("guid").get("isPermaLink") == "false"
        assert item.findtext("link").startswith(BASE)
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo


def test_an_entry_is_the_same_one_after_its_title_and_address_have_changed(site):
    def keys() -> set:
        feed = tree(Client().get("/nyheter/atom.xml").content)
        return {entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")}

    before = keys()
    page = site.pages["first"]["nb"]
    page.title, page.slug = "Ny tittel", "ny-adresse"
    page.save_revision(log_action=False).publish(log_action=False)
    settle()
    assert keys() == before
    assert keys().isdisjoint(
        entry.findtext(f"{ATOM}id") for entry in tree(Client().get("/en/nyheter/atom.xml").content).iter(f"{ATOM}entry")
    )


def test_who_has_it_already_is_told_so(site):
    first = Client().get("/nyheter/atom.xml")
    for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        again = Client().get("/nyheter/atom.xml", headers=header)
        assert (again.status_code, again.content) == (304, b"")
    site.news("second", "Enda en", datetime.date(2026, 3, 9))
    settle()
    assert Client().get("/nyheter/atom.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_what_is_sealed_or_taken_back_is_in_no_feed(site):
    site.pages["first"]["nb"].unpublish()
    settle()
    text = Client().get("/nyheter/atom.xml").content.decode()
    assert "Første nyhet" not in text and SECRET not in text


def test_a_feed_costs_no_query_when_the_shelves_are_warm(site):
    for most in (12, 0):
        with CaptureQueriesContext(connection) as queries:
            Client().get("/nyheter/rss.xml")
        assert len(queries) <= most
