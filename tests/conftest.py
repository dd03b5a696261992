"""What tests share: people of every role, the demo world, a real mail server, a real browser."""

import io
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.sink import Sink

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = next(
    (path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path is not None), None
)
REQUIRED = {name for name in os.environ.get("DOROPNER_REQUIRE", "").split(",") if name}
LEFT_OUT: dict[str, list] = {"browser": [], "postgres": [], "redis": []}
EMPTIED: set[bool] = set()  # holds something while the database lacks what migrations planted
HOW = {
    "browser": "tests in a real browser: install one with  apt-get install chromium",
    "postgres": "tests on PostgreSQL: start a server and set  DATABASE_URL=postgres://user:password@host/name",
    "redis": "tests with Redis: start a server and set  REDIS_URL=redis://host:6379/0",
}


def _has(name: str) -> bool:
    if name == "browser":
        return CHROMIUM is not None
    return bool(os.environ.get("DATABASE_URL" if name == "postgres" else "REDIS_URL"))


def pytest_configure(config):
    """What CI requires must be there: a missing browser is a failure, not a skip."""
    for name in REQUIRED:
        if not _has(name):
            raise pytest.UsageError(f"DOROPNER_REQUIRE asks for {name}, which is not here: {HOW[name]}")


def pytest_collection_modifyitems(items):
    """Leave out what needs a server that is not here; the summary says so."""
    for item in items:
        for name in LEFT_OUT:
            if item.get_closest_marker(name) and not _has(name):
                item.add_marker(pytest.mark.skip(reason=HOW[name]))


def pytest_terminal_summary(terminalreporter):
    """Say plainly what was left out and how to get it."""
    reasons = {
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    }
    left_out = [text for text in HOW.values() if text in reasons]
    if left_out:
        terminalreporter.section("left out on this machine")
        for text in left_out:
            terminalreporter.write_line(f"- {text}")


def pytest_unconfigure(config):
    """The folder of this run goes away, with everything the tests wrote."""
    if not hasattr(config, "workerinput"):
        folder = os.environ.get("DOROPNER_TEST_VAR", "")
        if "doropner-test-" in folder:
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _ledger_may_be_emptied():
    """A test that commits is followed by Django emptying every table, which the triggers refuse.

    On SQLite the database is brought back instead as migrations left it.
    """
    from django.db import connection
    from django.test import TransactionTestCase

    from partners import agreement_triggers, ledger_triggers

    empty = TransactionTestCase._fixture_teardown

    def without_triggers(self):
        if "empty" in WORLDS:
            _bring_back("empty")
            return
        EMPTIED.add(True)
        agreement_triggers.remove(connection)
        ledger_triggers.remove(connection)
        try:
            empty(self)
        finally:
            ledger_triggers.install(connection)
            agreement_triggers.install(connection)

    TransactionTestCase._fixture_teardown = without_triggers
    yield
    TransactionTestCase._fixture_teardown = empty


@pytest.fixture(autouse=True, scope="module")
def _whole_for_the_next(django_db_blocker):
    """A module whose tests commit leaves the database as migrations made it, whichever module comes next."""
    yield
    if EMPTIED:
        with django_db_blocker.unblock():
            plant_root()
        EMPTIED.clear()


@pytest.fixture(autouse=True)
def _fresh_start():
    """No page and no language is left over from the test before."""
    from django.core.cache import cache, caches
    from django.utils import translation

    translation.deactivate()

    cache.clear()
    caches["pages"].clear()


def plant_root() -> None:
    """Wagtail's root page, collection, locales and site, and the rights on them, which a flushed database lacks."""
    from wagtail.models import Collection, Locale, Page, Site

    from accounts.setup import sync_roles

    is_flushed = Page.get_first_root_node() is None

    for code in ("nb", "en"):
        Locale.objects.get_or_create(language_code=code)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    if not Site.objects.exists():
        first = root.get_children().first() or root.add_child(instance=Page(title="Welcome", slug="home"))
        Site.objects.create(hostname="localhost", root_page=first, is_default_site=True)
        Site.clear_site_root_paths_cache()
    if is_flushed:
        sync_roles()


def shrink_pictures() -> None:
    """Tiny pictures in place of the demo's: to cut them to size again after each rollback takes most of the time."""
    import PIL.Image
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from wagtail.images import get_image_model

    file = io.BytesIO()
    PIL.Image.new("RGB", (32, 18)).save(file, "PNG")
    name = default_storage.save("original_images/liten.png", ContentFile(file.getvalue()))
    get_image_model().objects.update(file=name, width=32, height=18, file_size=None, file_hash="")


WORLDS: dict[str, sqlite3.Connection] = {}
"""What SQLite stored, by name: "empty" as migrations left it, and "demo". To bring one back takes a moment."""


def _keep(name: str) -> None:
    from django.db import connection

    WORLDS[name] = sqlite3.connect(":memory:", check_same_thread=False)
    connection.ensure_connection()
    connection.connection.backup(WORLDS[name])


def _bring_back(name: str) -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.models import Site

    connection.ensure_connection()
    WORLDS[name].backup(connection.connection)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database, and on SQLite a copy of it as migrations left it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            _keep("empty")


def load_demo() -> None:
    """The demo world, in the database as it stands, with tiny pictures.

    Outside a transaction the database is empty then, and on SQLite the world is brought back as it was stored the first
    time: that takes a moment where loading takes ten seconds.
    """
    from django.db import connection

    may_copy = connection.vendor == "sqlite" and not connection.in_atomic_block
    if may_copy and "demo" in WORLDS:
        _bring_back("demo")
        return
    plant_root()
    call_command("load_demo", verbosity=0, stdout=io.StringIO())
    shrink_pictures()
    if may_copy:
        _keep("demo")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo world, loaded once a module and taken away when the module is done."""
    from django.db import connection, transaction

    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            load_demo()
            yield
            _bring_back("empty")
            return
        with transaction.atomic():
            load_demo()
            yield
            transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """The demo world, its shelves empty and kept; what a test stores is rolled back after it."""
    from tests.home.settling import settle

    settle()


@pytest.fixture
def committed_demo(transactional_db):
    """The demo world, committed, for tests with threads, a live server or a second process."""
    load_demo()


@pytest.fixture
def person(demo):
    """`person("radgiver@drammen.example")`: somebody of the demo world."""
    from accounts.models import User

    return lambda email: User.objects.get(email=email)


def login(client, user, *, second_factor: bool = True):
    """Log `user` in on Django's test client, as allauth would after password and, for staff, the second step."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return remember(client, user, second_factor=second_factor)


def remember(client, user, *, second_factor: bool = True):
    """Write down in the session how `user` logged in."""
    session = client.session
    methods = [{"method": "password", "at": time.time()}]
    if second_factor:
        methods.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session["account_authentication_methods"] = methods
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


@pytest.fixture
def as_user(person):
    """`as_user("radgiver@drammen.example")`: a client logged in as somebody of the demo world."""
    from django.test import Client

    return lambda email, **how: login(Client(), person(email), **how)


@pytest.fixture
def free_port():
    """A port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@pytest.fixture
def sink():
    """A mail server that keeps what it gets: `sink.mails`."""
    with Sink() as running:
        yield running


def env_of_this_database() -> dict[str, str]:
    """The environment of another process that works on the database of this test."""
    from django.db import connection

    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        env["DATABASE_URL"] = f"sqlite:///{name}"
    else:
        env["DATABASE_URL"] = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
    return env


@pytest.fixture
def worker(transactional_db, sink):
    """The background worker as its own process, on this test's database, mailing to `sink`."""
    from django.conf import settings

    env = env_of_this_database() | {"TEST_SMTP_PORT": str(sink.port)}
    env["BASE_URL"] = settings.WAGTAILADMIN_BASE_URL
    command = [sys.executable, str(ROOT / "manage.py"), "db_worker", "--backend", "jobs", "--interval", "0.2"]
    process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield process
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    # Playwright's loop runs in this thread, and Django would take it for an asynchronous one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield browser
        browser.close()
