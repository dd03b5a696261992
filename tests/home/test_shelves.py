"""What stands on a shelf is asked for once, and anew as soon as something the public sees has changed."""

import pickle
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection, transaction
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home import purging
from home.models import NewsPage, ProgrammeSettings, StandardPage
from home.shelves import chrome, engine, firms, industries, latest_news, sites
from partners.models import Agreement, Benefit, ContributionTier, PartnerFirm
from register.models import FocusIndustry

from .settling import settle


# --- What is on them ------------------------------------------------------------------------------------------------
def test_the_frame_knows_the_programme_in_each_language(demo):
    found = ProgrammeSettings.objects.get()
    assert chrome("nb").programme.name == found.name_nb
    assert chrome("en").programme.tagline == (found.tagline_en or found.tagline_nb)
    assert chrome("nb").programme.demo_notice == found.notice_nb
    assert (chrome("nb").front_url, chrome("en").front_url) == ("/", "/en/")
    assert chrome("en").interest_url.startswith("/en/")
    assert chrome("nb").counts["newspage"] == NewsPage.objects.live().filter(locale__language_code="nb").count()


def test_the_menu_has_two_levels_and_marks_where_one_is(demo):
    about = StandardPage.objects.get(url_path="/forside/om/")
    about.add_child(instance=StandardPage(title="Bak alt", slug="bak", show_in_menus=True, locale=about.locale))
    about.add_child(instance=StandardPage(title="Skjult", slug="skjult", locale=about.locale))
    about.show_in_menus = True
    about.save()
    menu = {entry.title: entry for entry in chrome("nb").menu}
    assert [child.title for child in menu[about.title].children] == ["Bak alt"]
    marked = Client().get("/om/bak/").context["menu"]
    assert [entry.title for entry in marked if entry.is_current] == [about.title]
    assert next(entry for entry in marked if entry.is_current).children[0].is_current


def test_a_sealed_page_is_in_no_menu_and_on_no_shelf(demo):
    about = StandardPage.objects.get(url_path="/forside/om/")
    item = NewsPage.objects.filter(locale__language_code="nb").first()
    for page in (about, item):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert about.pk not in [entry.pk for entry in (*chrome("nb").menu, *chrome("nb").footer_menu)]
    assert item.pk not in [card.pk for card in latest_news("nb", 100)]


def test_cards_can_be_kept(demo):
    for made in (chrome("nb"), sites(), latest_news("nb", 3), industries("en"), firms("nb")):
        assert pickle.loads(pickle.dumps(made)) == made
    assert latest_news("nb", 3)[0].picture.startswith("<picture>")
    assert firms("nb")[0].tier.rank == ContributionTier.objects.first().rank


# --- Purging --------------------------------------------------------------------------------------------------------
CHANGES = {
    "a page is saved": lambda: StandardPage.objects.first().save(),
    "a page is published": lambda: StandardPage.objects.first().save_revision().publish(),
    "a page is unpublished": lambda: StandardPage.objects.first().unpublish(),
    "a page is deleted": lambda: NewsPage.objects.first().delete(),
    "a page is moved": lambda: NewsPage.objects.first().move(Page.objects.get(url_path="/forside/om/"), "last-child"),
    "a page is sealed": lambda: PageViewRestriction.objects.create(
        page=Page.objects.get(url_path="/forside/om/"), restriction_type="login"
    ),
    "the programme changes": lambda: ProgrammeSettings.objects.get().save(),
    "a site changes": lambda: Site.objects.get().save(),
    "a locale is made": lambda: Locale.objects.get(language_code="en").save(),
    "a picture changes": lambda: get_image_model().objects.first().save(),
    "a picture is deleted": lambda: get_image_model().objects.first().delete(),
    "an industry changes": lambda: FocusIndustry.objects.first().save(),
    "a firm changes": lambda: PartnerFirm.objects.first().save(),
    "a firm's industries change": lambda: PartnerFirm.objects.first().industries.clear(),
    "an agreement changes": lambda: Agreement.objects.first().save(),
    "a tier changes": lambda: ContributionTier.objects.first().save(),
    "a benefit goes": lambda: Benefit.objects.first().delete(),
}


def test_whatever_the_public_sees_empties_the_shelves(demo):
    silent = []
    for what, change in CHANGES.items():
        settle()
        with transaction.atomic():
            change()
            if not engine._is_unsettled():
                silent.append(what)
            transaction.set_rollback(True)
    assert not silent


def test_a_draft_empties_nothing(demo):
    page = StandardPage.objects.first()
    settle()
    page.title = "Bare et utkast"
    page.save_revision()
    page.get_parent().add_child(instance=StandardPage(title="Ny", slug="ny", live=False, locale=page.locale))
    parent_was_saved = engine._is_unsettled()
    assert not parent_was_saved


def test_a_rendition_that_is_drawn_empties_nothing(demo):
    image = get_image_model().objects.first()
    settle()
    image.get_rendition("width-10")
    assert not engine._is_unsettled()


# --- A cache in front -----------------------------------------------------------------------------------------------
@pytest.fixture
def front(settings):
    """A cache in front that writes down what it is told to forget."""
    told: list = []

    class Cache(BaseHTTPRequestHandler):
        def do_PURGE(self):
            told.append((self.headers["Host"], self.path))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Cache)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    location = f"http://127.0.0.1:{server.server_port}"
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": "home.purging.FrontCache", "LOCATION": location}}
    yield told
    server.shutdown()
    server.server_close()


def test_publishing_has_the_cache_in_front_forget_the_page_and_those_above_it(
    demo, front, django_capture_on_commit_callbacks
):
    page = NewsPage.objects.filter(locale__language_code="nb").first()
    connection.run_on_commit = []
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
        assert not front  # not before it is true
    assert {("localhost", path) for path in (page.url, "/nyheter/", "/")} <= set(front)


def test_a_new_address_has_the_cache_in_front_forget_the_old_one(demo, front, django_capture_on_commit_callbacks):
    page = NewsPage.objects.filter(locale__language_code="nb").first()
    old = page.url
    connection.run_on_commit = []
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "ny-adresse"
        page.save_revision().publish()
    assert {("localhost", old), ("localhost", "/nyheter/ny-adresse/")} <= set(front)


def test_a_cache_in_front_that_is_down_stops_nobody(demo, settings, free_port, django_capture_on_commit_callbacks):
    location = f"http://127.0.0.1:{free_port}"
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": "home.purging.FrontCache", "LOCATION": location}}
    connection.run_on_commit = []
    with django_capture_on_commit_callbacks(execute=True):
        NewsPage.objects.first().save_revision().publish()


def test_the_list_of_what_is_watched_names_only_what_exists():
    from django.apps import apps

    for label in [*purging.WATCHED, *purging.WATCHED_WHEN_DELETED]:
        app, model, *_field = label.split(".")
        assert apps.get_model(app, model)
