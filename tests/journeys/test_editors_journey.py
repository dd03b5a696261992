"""The editors' journey, in the browser: written, previewed, translated, submitted, approved, scheduled, public."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page

from home.models import NewsIndexPage, NewsPage
from home.publishing import publish_due
from tests.conftest import load_demo
from tests.journeys.pages import expect, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AUTHOR, MANAGER = "kommunikasjon@drammen.example", "leder@drammen.example"
TITLE = {"nb": "Kontordag i september", "en": "Office day in September"}
INTRO = {"nb": "Fire gårdeiere åpner dørene.", "en": "Four landlords open their doors."}


def test_an_editor_writes_in_two_languages_and_the_manager_schedules(live_server, chromium, settings):
    base = settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    parent = NewsIndexPage.objects.get(locale__language_code="nb")
    refused: list[str] = []

    def desk(email, target):
        """Somebody's browser, logged in, that notes whatever the browser refuses."""
        page = chromium.new_context(locale="nb-NO", viewport={"width": 1440, "height": 1000}).new_page()
        page.on("console", lambda note: refused.append(note.text) if "Content Security Policy" in note.text else None)
        page.on("dialog", lambda dialog: dialog.accept())
        log_in(page, base, email, target=target)
        expect(page).to_have_url(base + target)
        _ready(page)
        return page

    # 1. She writes; the draft saves itself.
    author = desk(AUTHOR, f"/admin/pages/add/home/newspage/{parent.pk}/")
    author.fill("[name=title]", TITLE["nb"])
    author.fill("[name=intro]", INTRO["nb"])
    author.keyboard.press("Tab")
    expect(author).to_have_url(re.compile(r"/admin/pages/\d+/edit/"), timeout=30_000)
    norwegian = int(re.search(r"/pages/(\d+)/edit/", author.url)[1])
    expect(author.locator("[data-side-panel-toggle=preview]")).to_be_visible()

    # 2. She looks at it as readers will, beside the form.
    author.click("[data-side-panel-toggle=preview]")
    preview = author.locator("iframe.w-preview__iframe").first.content_frame.locator("h1")
    expect(preview).to_have_text(TITLE["nb"], timeout=30_000)
    author.wait_for_load_state("networkidle")
    _submit(author)
    assert NewsPage.objects.get(pk=norwegian).workflow_in_progress

    # 3. The English one, from it.
    author.goto(f"{base}/admin/translation/submit/page/{norwegian}/")
    if author.locator("[name=locales]").count():
        for box in author.locator("[name=locales]").all():
            box.check()
    author.click("main form [type=submit]")
    expect(author).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    english = int(re.search(r"/pages/(\d+)/edit/", author.url)[1])
    assert english != norwegian
    _ready(author)
    author.fill("[name=title]", TITLE["en"])
    author.fill("[name=intro]", INTRO["en"])
    author.keyboard.press("Tab")
    _submit(author)
    assert not Page.objects.filter(pk__in=(norwegian, english), live=True).exists()

    # 4. The manager sets the moment and approves, both of them.
    moment = (timezone.localtime() + timedelta(days=2)).replace(second=0, microsecond=0)
    manager = desk(MANAGER, f"/admin/pages/{norwegian}/edit/")
    for key in (norwegian, english):
        manager.goto(f"{base}/admin/pages/{key}/edit/")
        _ready(manager)
        _schedule(manager, moment.strftime("%Y-%m-%d %H:%M"))
        _ready(manager)
        approve = manager.locator("[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])")
        if not approve.is_visible():
            manager.get_by_role("button", name="Flere handlinger").click()
        approve.click()
        expect(manager).not_to_have_url(re.compile(rf"/pages/{key}/edit/"), timeout=30_000)
        assert NewsPage.objects.get(pk=key).approved_schedule

    # 5. Not before its time; then both, each telling of the other.
    reader = chromium.new_context().new_page()
    pages = {"nb": NewsPage.objects.get(pk=norwegian), "en": NewsPage.objects.get(pk=english)}
    urls = {code: base + page.get_url() for code, page in pages.items()}
    assert reader.goto(urls["nb"]).status == 404
    assert publish_due() == 0
    with time_machine.travel(moment + timedelta(seconds=5)):
        assert publish_due() == 2
    for code, url in urls.items():
        assert reader.goto(url).status == 200
        expect(reader.locator("h1")).to_have_text(TITLE[code])
        expect(reader.locator("html")).to_have_attribute("lang", code)
        assert INTRO[code] in reader.content()
        other = "en" if code == "nb" else "nb"
        links = reader.locator(f"link[rel=alternate][hreflang={other}], a[hreflang={other}]")
        assert any(str(one.get_attribute("href")).endswith(pages[other].get_url()) for one in links.all())
    assert not refused


def _ready(page) -> None:
    """Wait for the editor's scripts: what is typed before them they take for what was there."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(5000)


def _submit(page) -> None:
    """Send it for approval; waits until it is there."""
    page.wait_for_timeout(1500)
    button = page.locator("[name=action-submit]")
    if not button.is_visible():
        page.get_by_role("button", name="Flere handlinger").click()
    button.click()
    expect(page).not_to_have_url(re.compile(r"/edit/"), timeout=30_000)


def _schedule(page, moment: str) -> None:
    """Set when it comes out, in the dialog of the status panel."""
    page.wait_for_timeout(1000)
    if not page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.is_visible():
        page.click("[data-side-panel-toggle=status]")
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    page.fill("[name=go_live_at]", moment)
    page.keyboard.press("Tab")
    # The calendar that opened beside the field may lie over the button until it goes, so the button is told directly.
    page.evaluate("document.activeElement.blur()")
    button = page.locator("#schedule-publishing-dialog [type=submit], #schedule-publishing-dialog button.button").last
    button.evaluate("node => node.click()")
