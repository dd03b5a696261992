"""Every public page type, in both languages, sizes and themes: axe, keyboard, no strangers, no script, no jumping."""

import gzip
import importlib
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import axe_playwright_python
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders

from home.models import SitePage
from tests.conftest import load_demo
from tests.journeys.pages import expect_no_sideways_scroll, expect_no_violations

pytestmark = [pytest.mark.browser]

AXE = (Path(importlib.import_module(axe_playwright_python.__name__).__file__).parent / "axe.min.js").read_text()
TYPES = sorted(model.__name__ for model in apps.get_models() if issubclass(model, SitePage))
SIZES = {"phone": {"width": 375, "height": 740}, "wide": {"width": 1280, "height": 900}}
FIRST_VIEW_KB = 150

# Pages below a page: their address is made from that of the page.
BELOW = {
    "PremisesPage": "{}{place}/",
    "PartnersPage": "{}elvebris/",
    "TriagePage": "{}veiviser/?bransje=health&storrelse=10-19&tid=year&behov=office&fra=norway",
}

REACHED = """() => {
  const seen = (node) => {
    const box = node.getBoundingClientRect();
    return box.width && box.height && node.checkVisibility({visibilityProperty: true, opacityProperty: true});
  };
  const names = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const radios = new Set();
  return [...document.querySelectorAll(names)].filter((node) => {
    if (node.disabled || node.tabIndex < 0 || !seen(node) || node.closest('[inert], .honey')) return false;
    if (node.type === 'radio') { if (radios.has(node.name)) return false; radios.add(node.name); }
    return true;
  }).length;
}"""
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  node.dataset.reached = '1';
  return {
    html: node.outerHTML.slice(0, 120),
    visible: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
    hidden: !box.width || !box.height,
  };
}"""


@pytest.fixture(scope="module")
def base(django_db_setup, django_db_blocker, request):
    """The demo world on a live server, loaded once for all of these tests, which only read."""
    from pytest_django.live_server_helper import LiveServer

    with django_db_blocker.unblock():
        from django.core.management import call_command

        load_demo()
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


def addresses(name: str, language: str) -> list[str]:
    """A page of the type, and a page below it where there is one."""
    from partners.models import Premises

    page = apps.get_model("home", name).objects.live().filter(locale__language_code=language).order_by("path").first()
    assert page, f"the demo has no {name} in {language}"
    found = [page.url]
    if below := BELOW.get(name):
        place = Premises.objects.on_offer().first()
        found.append(below.format(page.url, place=place.slug if place else ""))
    return found


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing_and_nothing_comes_from_elsewhere(base, chromium, name, language):
    context = chromium.new_context(bypass_csp=True, viewport=SIZES["wide"])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses(name, language):
        response = page.goto(base + address)
        assert response.status == 200, address
        assert page.locator("html").get_attribute("lang") == language
        for size in SIZES.values():
            page.set_viewport_size(size)
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                page.wait_for_timeout(180)  # colours glide from day to night
                expect_no_violations(page, AXE)
        expect_no_sideways_scroll(page)
    strangers = [url for url in asked if not url.startswith((base, "data:", "blob:"))]
    assert not strangers
    context.close()


@pytest.mark.parametrize("name", TYPES)
def test_the_policy_breaks_nothing_and_the_keyboard_reaches_everything_visibly(base, chromium, name):
    context = chromium.new_context(viewport=SIZES["wide"], reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda note: complaints.append(note.text) if note.type == "error" else None)
    for address in addresses(name, "nb"):
        page.goto(base + address)
        wanted = page.evaluate(REACHED)
        page.evaluate("document.activeElement.blur()")
        for _press in range(wanted + 12):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused is None:
                break
            assert focused["visible"], f"no visible focus on {focused['html']}"
            assert not focused["hidden"], f"focus on something nobody sees: {focused['html']}"
        reached = page.evaluate("document.querySelectorAll('[data-reached]').length")
        assert reached >= wanted, f"{address}: {reached} of {wanted} reached"
    assert not complaints
    context.close()


@pytest.mark.parametrize("name", TYPES)
def test_it_works_without_javascript(base, chromium, name):
    context = chromium.new_context(java_script_enabled=False, viewport=SIZES["phone"])
    page = context.new_page()
    for address in addresses(name, "nb"):
        assert page.goto(base + address).status == 200
        assert page.locator("h1").count() == 1
        assert page.locator("h1").is_visible()
        assert page.locator("header nav a").first.is_visible(), "the menu stands open where no script can open it"
    context.close()


@pytest.mark.parametrize("size", list(SIZES))
def test_nothing_on_the_front_page_jumps(base, chromium, size):
    context = chromium.new_context(viewport=SIZES[size])
    page = context.new_page()
    page.goto(base + "/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(600)
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
            .observe({type: 'layout-shift', buffered: true});
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.01
    context.close()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_first_view_of_the_front_page_is_light(demo, client, address):
    """Everything but photographs, as it goes over the wire: text squeezed, fonts as they are."""
    page = client.get(address).content
    html = page.decode()
    total = len(gzip.compress(page, 6))
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', html))
    for name in list(files):
        if name.endswith(".css"):
            path = finders.find(urlsplit(name).path.removeprefix(settings.STATIC_URL))
            text = Path(path).read_text()
            files |= {urlsplit(urljoin(name, found)).path for found in re.findall(r'url\("?([^")]+)"?\)', text)}
    for name in files:
        if name.startswith("data:"):
            continue
        path = finders.find(urlsplit(name).path.removeprefix(settings.STATIC_URL))
        assert path, name
        content = Path(path).read_bytes()
        total += len(content) if name.endswith((".woff2", ".webp", ".png")) else len(gzip.compress(content, 6))
    assert total <= FIRST_VIEW_KB * 1000, f"{total / 1000:.0f} kB"
