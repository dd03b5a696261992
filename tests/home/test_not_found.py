"""Pages that say what went wrong: they help on, in the address' language, and never break on an odd one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from common.middleware import unavailable
from config import errors
from home.search.suggestions import meant_by

from .machine_site import SECRET, MachineSite

ODD = [
    "/%00",
    "/%FF/%FE",
    "/%F0%9F%8E%89/",
    "/" + "a" * 4000,
    "/" + "a/" * 1500,
    "/..%2f..%2fetc/passwd",
    "/nyheter/%0d%0aSet-Cookie:x",
    "/<script>alert(1)</script>/",
    "/en/%C3%28",
    "//evil.example/",
    "/%",
    "/nyheter/?side=%00",
]


@pytest.fixture
def site(db):
    return MachineSite()


def text_of(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 404
    return response.content.decode()


def test_it_says_what_happened_and_offers_search_menu_and_people(site):
    html = text_of("/finnes-ikke/")
    assert 'role="search"' in html and f'action="{site.url("search")}"' in html
    assert 'href="mailto:hei@byen.example"' in html and 'href="tel:+4740000099"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize(
    ("path", "key", "code"),
    [
        ("/om-os/", "about", "nb"),
        ("/om_oss.html", "about", "nb"),
        ("/gammelt/Kontakt/", "contact", "nb"),
        ("/nyheter/nyhet-frist/", "first", "nb"),
        ("/en/kontackt/", "contact", "en"),
    ],
)
def test_it_suggests_the_page_that_was_meant(site, path, key, code):
    assert f'<a href="{site.url(key, code)}">{site.pages[key][code].title}</a>' in text_of(path)


def test_it_suggests_at_most_three_and_nothing_where_nothing_is_alike(site):
    assert len(meant_by("/nyheter/nyhet/", "nb")) <= 3
    assert meant_by("/xqzw-vvkk/", "nb") == []
    assert "Mente du" not in text_of("/xqzw-vvkk/")


def test_what_is_sealed_or_not_published_is_never_suggested(site):
    for path in ("/lukke/", "/kladd/", "/lukket/under-luket/"):
        assert SECRET not in text_of(path), path


def test_the_language_is_that_of_the_address_not_of_the_browser(site):
    for path, language in (("/finnes-ikke/", "nb"), ("/en/nothing/", "en"), ("/english/", "nb")):
        html = Client().get(path, headers={"accept-language": "de"}).content.decode()
        assert f'<html lang="{language}">' in html


@pytest.mark.parametrize("path", ODD)
def test_an_odd_address_is_answered_with_a_page(site, path):
    response = Client(raise_request_exception=False).generic("GET", path)
    assert response.status_code in (200, 301, 302, 400, 404)
    assert b"<script>alert" not in response.content


def test_it_costs_four_queries_at_most(site):
    text_of("/finnes-ikke/")
    with CaptureQueriesContext(connection) as queries:
        text_of("/finnes-heller-ikke/")
    assert len(queries) <= 4


def test_400_and_403_stand_in_the_same_frame(site):
    request = RequestFactory().get("/en/x/")
    request.session = {}
    for response, status in (
        (errors.bad_request(request), 400),
        (errors.permission_denied(request, PermissionDenied()), 403),
        (errors.csrf_failure(request), 403),
    ):
        html = response.content.decode()
        assert response.status_code == status
        assert '<html lang="en">' in html and f"{status}" in html and html.count("<h1") == 1 and "wrap oops" in html


def test_500_and_503_need_no_database():
    # No django_db mark: any query would fail this test.
    request = RequestFactory().get("/")
    for response, status in ((errors.server_error(request), 500), (unavailable(), 503)):
        html = response.content.decode()
        assert response.status_code == status
        assert html.count("<h1") == 1 and 'lang="en"' in html and "</html>" in html
