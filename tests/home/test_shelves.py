"""What stands on a shelf is asked for once, and anew as soon as something the public sees has changed."""

import pickle
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home import purging
from home.models import NewsPage, ProgrammeSettings, StandardPage
from home.shelves import chrome, engine, firms, industries, latest_news, purge, shelf, sites
from partners.models import Agreement, Benefit, ContributionTier, PartnerFirm
from register.models import FocusIndustry

from .settling import settle

calls: list = []


@shelf
def counted(language: str, number: int = 0) -> dict:
    calls.append((language, number))
    return {"language": language, "number": number, "call": len(calls)}


@pytest.fixture(autouse=True)
def _no_calls():
    calls.clear()
    engine._store.away_until = 0.0
    engine._store.owes_a_version = False


@pytest.fixture
def pages_in(settings, tmp_path):
    """`pages_in(folder)`: the page cache in files of that folder, as on a machine without Redis."""

    def move(folder):
        settings.CACHES = {
            **settings.CACHES,
            "pages": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(folder)},
        }

    return move


# --- The engine -----------------------------------------------------------------------------------------------------
def test_a_shelf_is_asked_for_once_for_each_language_and_argument(db):
    assert counted("nb", 1) == counted("nb", 1)
    counted("en", 1)
    counted("nb", 2)
    assert calls == [("nb", 1), ("en", 1), ("nb", 2)]


def test_a_shelf_is_asked_for_anew_each_day(db):
    for moment, asked in [("2026-11-01T10:00:00Z", 1), ("2026-11-01T10:30:00Z", 1), ("2026-11-01T23:30:00Z", 2)]:
        with time_machine.travel(moment, tick=False):
            counted("nb")
        assert len(calls) == asked


def test_the_function_runs_in_the_language_asked_for(db):
    from django.utils.translation import get_language, override

    @shelf
    def spoken(language: str) -> str | None:
        return get_language()

    with override("nb"):
        assert spoken("en") == "en"


def test_a_purge_counts_from_the_commit(transactional_db):
    counted("nb")
    with transaction.atomic():
        purge()
        assert counted("nb")["call"] == 2  # what is written here is not for others
        assert counted("nb")["call"] == 3
    assert counted("nb")["call"] == 4
    assert counted("nb")["call"] == 4


def test_a_purge_that_is_rolled_back_changes_nothing(transactional_db):
    counted("nb")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        purge()
        counted("nb")
        raise ZeroDivisionError
    assert counted("nb")["call"] == 1


def test_who_computed_before_a_purge_does_not_fill_the_shelf_after_it(transactional_db):
    truth = ["old"]

    @shelf
    def slow(language: str) -> str:
        seen = truth[0]
        if seen == "old":
            truth[0] = "new"
            purge()
        return seen

    assert slow("nb") == "old"
    assert slow("nb") == "new"


def test_while_another_computes_one_waits_a_little_and_takes_what_it_made(db):
    began, finish = threading.Event(), threading.Event()
    made: list = []

    @shelf
    def slow(language: str) -> int:
        made.append(1)
        began.set()
        finish.wait(5)
        return len(made)

    first = threading.Thread(target=slow, args=("nb",))
    first.start()
    began.wait(5)
    threading.Timer(0.05, finish.set).start()
    assert slow("nb") == 1
    first.join()
    assert made == [1]


def test_a_cache_that_cannot_be_used_only_costs_time(db, pages_in, tmp_path):
    blocked = tmp_path / "a file where a folder should be"
    blocked.write_text("")
    pages_in(blocked / "pages")
    assert counted("nb")["call"] == 1
    assert counted("nb")["call"] == 2
    purge()


def test_an_unreadable_entry_is_made_anew(db, pages_in, tmp_path):
    pages_in(tmp_path)
    counted("nb")
    for file in tmp_path.glob("*.djcache"):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(pickle.dumps(9e9)) + 4] + b"garbage")
    assert counted("nb")["call"] == 2


def test_a_purge_that_the_cache_did_not_hear_is_repeated_before_anything_is_read(transactional_db, pages_in, tmp_path):
    folder = tmp_path / "pages"
    pages_in(folder)
    counted("nb")
    folder.rename(tmp_path / "away")
    folder.write_text("a file where a folder should be")
    purge()
    folder.unlink()
    (tmp_path / "away").rename(folder)
    assert counted("nb")["call"] == 2


def test_two_processes_share_what_lies_in_files(db, pages_in, tmp_path):
    pages_in(tmp_path)
    counted("nb")
    caches["pages"].close()
    assert counted("nb")["call"] == 1


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
