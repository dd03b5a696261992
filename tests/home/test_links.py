"""Links that lead nowhere: found in what is published, tried on a real server, and never inside our own network."""

import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from home import link_check
from home.admin import page_reports
from home.link_check import ask, check_all, check_when_due, progress, start_check
from home.models import LinkCheck, NewsPage

EDITOR = "kommunikasjon@drammen.example"


class _Answers(BaseHTTPRequestHandler):
    """A site with one address for each way to answer."""

    asked: list[tuple[str, str]] = []

    def do_GET(self):
        self.asked.append((self.command, self.path))
        path = self.path.split("?")[0]
        if path == "/slow":
            time.sleep(3)
        if path.startswith("/round"):
            return self._answer(302, f"/round{len(path)}")
        if path == "/moved":
            return self._answer(301, "/ok")
        if path == "/inside":
            return self._answer(302, "http://10.0.0.1/secret")
        if path == "/file":
            return self._answer(302, "file:///etc/passwd")
        if path == "/nohead":
            return self._answer(405 if self.command == "HEAD" else 200)
        codes = {"/ok": 200, "/missing": 404, "/broken": 500, "/login": 401, "/gone": 410, "/slow": 200}
        return self._answer(codes.get(path, 404))

    do_HEAD = do_GET

    def _answer(self, code: int, target: str = "") -> None:
        try:
            self.send_response(code)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()
        except OSError:
            pass

    def log_message(self, *args):
        """Says nothing."""


@pytest.fixture
def site(settings, monkeypatch):
    """The site, on loopback, which only tests may ask."""
    settings.LINK_CHECK_ASKS_PRIVATE_ADDRESSES = True
    monkeypatch.setattr(link_check, "TIMEOUT", 1.0)
    _Answers.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/ok", (200, "")),
        ("/moved", (200, "")),
        ("/missing", (404, "http")),
        ("/gone", (410, "http")),
        ("/broken", (500, "http")),
        ("/login", (401, "")),
        ("/nohead", (200, "")),
        ("/slow", (0, "timeout")),
        ("/round", (0, "redirects")),
        ("/file", (0, "address")),
        ("/ok?q=æ ø", (200, "")),
    ],
)
def test_what_a_site_answers(site, path, answer):
    assert ask(site + path) == answer


def test_a_site_that_takes_no_calls_and_one_that_is_not_there(site, free_port):
    assert ask(f"http://127.0.0.1:{free_port}/") == (0, "refused")
    assert ask("http://finnes-ikke.invalid/") == (0, "dns")
    assert ask("http://[::1/")[1] in ("connection", "address")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://100.64.0.1/",
    ],
)
def test_nobody_inside_our_network_is_asked(settings, url):
    settings.LINK_CHECK_ASKS_PRIVATE_ADDRESSES = False
    assert ask(url) in ((0, "private"), (0, "dns"))


def test_a_site_cannot_send_us_inside(site, settings, monkeypatch):
    real = link_check.address_of

    def only_the_first(host, port):
        settings.LINK_CHECK_ASKS_PRIVATE_ADDRESSES = host == "127.0.0.1"
        return real(host, port)

    monkeypatch.setattr(link_check, "address_of", only_the_first)
    assert ask(site + "/inside") == (0, "private")


# --- On our pages ---------------------------------------------------------------------------------------------------
def write(html, title="Med lenker"):
    """A published news item with this in its body."""
    page = NewsPage.objects.filter(locale__language_code="nb", live=True).first()
    page.title = title
    page.body = page.body.stream_block.normalize([("paragraph", RichText(html))])
    page.save_revision().publish()
    return page


def test_links_inside_the_site_that_lead_nowhere_are_found(demo):
    live, draft = Page.objects.filter(depth__gt=2, live=True)[:2]
    Page.objects.filter(pk=draft.pk).update(live=False)
    gone = get_document_model().objects.create(title="Borte", file=ContentFile(b"x", name="x.txt"))
    key = gone.pk
    gone.delete()
    page = write(
        f'<p><a linktype="page" id="{live.pk}">a</a><a linktype="page" id="{draft.pk}">b</a>'
        f'<a linktype="page" id="999999">c</a><a linktype="document" id="{key}">d</a></p>'
    )
    rows = [row for row in page_reports.broken_links("inside") if row.pk == page.pk]
    assert len(rows) == 3
    assert draft.title in {row.link for row in rows}
    Page.objects.filter(pk=draft.pk).update(live=True)
    assert len([row for row in page_reports.broken_links("inside") if row.pk == page.pk]) == 2


def test_links_to_other_sites_are_tried_and_their_first_failure_is_remembered(demo, site):
    LinkCheck.objects.all().delete()
    for other in NewsPage.objects.live():
        other.body = []
        other.save()
    page = write(
        f'<p><a href="{site}/ok?a=1&amp;b=2">x</a><a href="{site}/missing">y</a><a href="mailto:a@b.no">z</a></p>'
    )
    mine = {link.target for link in page_reports.published_links() if link.page == page.pk and link.kind == "url"}
    assert mine == {f"{site}/ok?a=1&b=2", f"{site}/missing"}
    for check in [one for one in _collected() if not one.url.startswith(site)]:
        check.note(200, "", timezone.now() + timedelta(days=1))
    began = timezone.now()
    check_all(began)
    broken = LinkCheck.objects.broken().get(url=f"{site}/missing")
    since = broken.first_failed_at
    assert broken.code == 404 and since >= began
    LinkCheck.objects.filter(url__startswith=site).update(checked_at=began - timedelta(days=8))
    check_all(timezone.now())
    broken.refresh_from_db()
    assert broken.first_failed_at == since and broken.checked_at > since
    row = next(row for row in page_reports.broken_links("outside") if row.pk == page.pk)
    assert (row.link, row.since) == (f"{site}/missing", since) and "404" in row.what
    write("<p>Ingen lenker mer.</p>")
    link_check.collect()
    assert not LinkCheck.objects.filter(url__startswith=site).exists()


def _collected():
    link_check.collect()
    return list(LinkCheck.objects.all())


def test_a_link_that_works_again_is_no_longer_broken(db):
    check = LinkCheck.objects.create(url="https://a.example/")
    check.note(0, "timeout")
    assert LinkCheck.objects.broken().count() == 1
    check.note(200, "")
    assert LinkCheck.objects.broken().count() == 0 and check.first_failed_at is None


# --- The run --------------------------------------------------------------------------------------------------------
def test_it_is_run_once_a_week_and_never_twice_at_once(db, settings):
    settings.DEMO = False
    assert check_when_due() == 1
    assert check_when_due() == 0
    assert not start_check() and progress().is_running
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert check_when_due() == 0
    assert check_when_due(timezone.now() + timedelta(days=6)) == 0
    assert check_when_due(timezone.now() + timedelta(days=8)) == 1


def test_a_run_the_worker_never_took_holds_up_no_other(db, settings):
    settings.DEMO = False
    check_when_due()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=3))
    assert not progress().is_running
    assert start_check()


def test_a_demo_asks_nobody_by_itself(db, settings):
    settings.DEMO = True
    assert check_when_due() == 0


def test_the_button_starts_a_run_and_the_report_says_how_far_it_is(as_user):
    client = as_user(EDITOR)
    assert client.get("/admin/rapporter/lenker/sjekk/").status_code == 405
    client.post("/admin/rapporter/lenker/sjekk/")
    assert DBTaskResult.objects.filter(task_path=link_check.check_links.module_path).count() == 1
    text = client.get("/admin/rapporter/lenker/").content.decode()
    assert "<progress" in text and "disabled" in text
    assert as_user("radgiver@drammen.example").post("/admin/rapporter/lenker/sjekk/").status_code in (302, 403)
    assert DBTaskResult.objects.filter(task_path=link_check.check_links.module_path).count() == 1
