"""Addresses lead where Wagtail would lead them, and public pages say how long they may be kept."""

from types import SimpleNamespace

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.models.sites import get_site_for_hostname

from home import routing
from home.models import FrontPage, InterestPage, NewsPage, StandardPage
from home.shelves import sites
from tests.conftest import login

from .settling import settle

MISSING = [
    "finnes-ikke/",
    "nyheter/finnes-ikke/",
    "interesse/finnes-ikke/",
    "interesse/takk/mer/",
    "forside/",
    "a/" * 60,
]


def asked(path: str):
    request = RequestFactory().get("/" + path)
    request.session, request.user = {}, SimpleNamespace(is_authenticated=False)
    return request


def outcome(result) -> tuple | None:
    """A page, and which of its own views with what."""
    if result is None:
        return None
    page, args, kwargs = result
    view = (args[0].__name__, args[1], args[2]) if args else ()
    return page.pk, type(page), view, kwargs


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_address_leads_where_wagtail_leads_it(demo, language):
    front = Page.objects.get(url_path="/forside/" if language == "nb" else "/front/")
    front.get_children().first().add_child(
        instance=StandardPage(title="Kladd", slug="kladd", live=False, locale=front.locale)
    )
    draft = Page.objects.get(slug="kladd")
    draft.add_child(instance=StandardPage(title="Under en kladd", slug="under", locale=front.locale))
    NewsPage.objects.filter(locale=front.locale).first().create_alias(update_slug="et-speil")
    settle()
    paths = [page.url_path[len(front.url_path) :] for page in Page.objects.descendant_of(front, inclusive=True)]
    paths += [f"{page.slug}/takk/" for page in InterestPage.objects.filter(locale=front.locale)] + MISSING
    assert len(paths) > 20
    with translation.override(language):
        for path in paths:
            mine, stock = asked(path), asked(path)
            route = routing.find(mine, path)
            expected = Page.route_for_request(stock, path)
            assert outcome(mine._wagtail_route_for_request if route else None) == outcome(expected), path


def test_where_the_front_page_is_not_translated_the_other_language_answers(demo):
    Page.objects.get(url_path="/front/").specific.unpublish()
    settle()
    with translation.override("en"):
        mine = routing.find(asked("nyheter/"), "nyheter/")
        assert mine.page.pk == Page.route_for_request(asked("nyheter/"), "nyheter/")[0].pk


def test_the_site_of_a_host_is_the_one_wagtail_finds(demo):
    root = Site.objects.get().root_page
    for host, port in [("a.example", 80), ("a.example", 8080), ("b.example", 443)]:
        Site.objects.create(hostname=host, port=port, root_page=root)
    settle()
    for host in ("localhost", "a.example", "b.example", "c.example"):
        for port in (80, 443, 8080):
            assert sites().for_host(host, port).pk == get_site_for_hostname(host, port).pk, (host, port)


def test_the_shelf_has_wagtails_own_root_paths(demo):
    Site.clear_site_root_paths_cache()
    settle()
    assert sites().paths == Site.get_site_root_paths()


def test_a_draft_is_not_found(demo):
    page = StandardPage.objects.get(url_path="/forside/om/")
    assert Client().get(page.url).status_code == 200
    page.unpublish()
    assert Client().get(page.url).status_code == 404


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_a_sealed_page_and_those_below_it_ask_who_is_there(demo, kind):
    page = NewsPage.objects.filter(locale__language_code="nb").first()
    settle()
    assert Client().get(page.url).status_code == 200
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=kind, password="sesam")
    settle()
    answer = Client().get(page.url)
    assert page.intro not in answer.content.decode()
    assert answer.status_code == (302 if kind != "password" else 200)
    assert "no-store" in answer["Cache-Control"]


def test_an_alias_obeys_the_seal_of_its_source(demo):
    page = NewsPage.objects.filter(locale__language_code="nb").first()
    alias = page.create_alias(update_slug="et-speil")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    settle()
    assert Client().get(alias.url).status_code == 302


def test_a_sealed_page_is_shown_to_who_may_see_it(person, demo):
    page = StandardPage.objects.get(url_path="/forside/om/")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    settle()
    answer = login(Client(), person("radgiver@drammen.example")).get(page.url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_an_old_address_redirects(demo):
    page = StandardPage.objects.get(url_path="/forside/om/")
    Redirect.add_redirect("/gammel", redirect_to=page)
    answer = Client().get("/gammel/")
    assert (answer.status_code, answer["Location"]) == (301, page.url)


def test_wagtails_own_doors_stay_open(demo):
    assert Client().get("/_util/login/").status_code == 302  # to our own login
    page = StandardPage.objects.get(url_path="/forside/om/")
    seal = PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesam")
    answer = Client().post(
        f"/_util/authenticate_with_password/{seal.pk}/{page.pk}/", {"password": "sesam", "return_url": page.url}
    )
    assert (answer.status_code, answer["Location"]) == (302, page.url)


def test_a_preview_shows_the_draft(demo):
    page = StandardPage.objects.get(url_path="/forside/om/")
    page.title = "Ny overskrift som ingen har sett"
    assert page.title in page.make_preview_request().rendered_content


def test_the_other_language_is_the_same_page_and_else_the_front_page(demo):
    page = StandardPage.objects.get(url_path="/forside/om/")
    english = page.get_translations().get()
    found = {one["code"]: one for one in Client().get(page.url).context["languages"]}
    assert found["en"]["url"] == english.url
    assert found["en"]["is_translated"]
    assert found["nb"]["is_current"]
    english.specific.unpublish()
    found = {one["code"]: one for one in Client().get(page.url).context["languages"]}
    assert found["en"]["url"] == "/en/"
    assert not found["en"]["is_translated"]


def test_the_trail_is_the_pages_above(demo):
    page = NewsPage.objects.filter(locale__language_code="nb").first()
    assert [step["url"] for step in Client().get(page.url).context["trail"]] == ["/", "/nyheter/"]


# --- Keeping --------------------------------------------------------------------------------------------------------
def test_a_public_page_may_be_kept_and_is_not_sent_twice(demo, settings):
    settings.PAGE_CACHE_SECONDS = 60
    first = Client().get("/om/")
    assert first["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in first
    assert not first.cookies
    again = Client().get("/om/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get("/om/", headers={"if-none-match": '"another"'}).status_code == 200


def test_a_cache_in_front_may_keep_it_longer(demo, settings):
    settings.PAGE_CACHE_SECONDS, settings.PAGE_CACHE_FRONT_SECONDS = 60, 300
    assert Client().get("/om/")["Cache-Control"] == "public, max-age=60, s-maxage=300"


def test_nothing_for_one_person_may_be_kept(person, demo):
    answer = login(Client(), person("radgiver@drammen.example")).get("/om/")
    assert answer["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answer


@pytest.mark.parametrize("path", ["/interesse/", "/finnes-ikke/", "/konto/login/", "/portal/"])
def test_forms_and_everything_but_pages_are_not_kept(demo, path):
    assert "public" not in Client().get(path).get("Cache-Control", "")


def test_a_language_that_is_no_locale_does_no_harm(demo):
    english = Locale.objects.get(language_code="en")
    for page in FrontPage.objects.filter(locale=english):
        page.delete()
    english.delete()
    settle()
    assert Client().get("/en/").status_code in (200, 404)
