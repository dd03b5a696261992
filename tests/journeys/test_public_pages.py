"""Every public page type, in both languages, sizes and themes: axe, keyboard, no strangers, no script, no jumping."""

import importlib
from pathlib import Path

import axe_playwright_python
import pytest
from django.apps import apps

from home.models import SitePage
from tests.conftest import load_demo
from tests.journeys.pages import expect_no_sideways_scroll, expect_no_violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = (Path(importlib.import_module(axe_playwright_python.__name__).__file__).parent / "axe.min.js").read_text()
TYPES = sorted(model.__name__ for model in apps.get_models() if issubclass(model, SitePage))
SIZES = {"phone": {"width": 375, "height": 740}, "wide": {"width": 1280, "height": 900}}

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
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  node.dataset.reached = '1';
  return {
    html: node.outerHTML.slice(0, 120),
    visible: outlined(style) || style.boxShadow !== 'none'
      || outlined(getComputedStyle(node, '::after')) || outlined(getComputedStyle(node.closest('article, li') || node))
      || [...(node.ownerSVGElement ? node.querySelectorAll('*') : [])].some((part) => {
        const drawn = getComputedStyle(part);
        return drawn.stroke !== 'none' && parseFloat(drawn.strokeWidth) >= 2;
      }),
    hidden: !box.width || !box.height,
  };
}"""


@pytest.fixture
def base(live_server, settings):
    """The demo world on a live server."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    return live_server.url


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
def test_axe_finds_nothing_and_nothing_comes_from_elsewhere(base, chromium, language):
    context = chromium.new_context(bypass_csp=True, viewport=SIZES["wide"], reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong = []
    for address in (one for name in TYPES for one in addresses(name, language)):
        response = page.goto(base + address)
        assert response.status == 200, address
        assert page.locator("html").get_attribute("lang") == language
        try:
            for size in SIZES.values():
                page.set_viewport_size(size)
                for theme in ("light", "dark"):
                    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                    expect_no_violations(page, AXE)
            expect_no_sideways_scroll(page)
        except AssertionError as error:
            wrong.append(str(error).splitlines()[0])
    assert not wrong, "\n".join(wrong)
    assert not [url for url in asked if not url.startswith((base, "data:", "blob:"))]
    context.close()


def test_the_policy_breaks_nothing_and_the_keyboard_reaches_everything_visibly(base, chromium):
    context = chromium.new_context(viewport=SIZES["wide"], reduced_motion="reduce")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda note: wrong.append(f"{page.url}: {note.text}") if note.type == "error" else None)
    for address in (one for name in TYPES for one in addresses(name, "nb")):
        page.goto(base + address)
        wanted = page.evaluate(REACHED)
        page.evaluate("document.activeElement.blur()")
        for _press in range(wanted + 12):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused is None:
                break
            if not focused["visible"]:
                wrong.append(f"{address}: no visible focus on {focused['html']}")
            if focused["hidden"]:
                wrong.append(f"{address}: focus on something nobody sees: {focused['html']}")
        reached = page.evaluate("document.querySelectorAll('[data-reached]').length")
        if reached < wanted:
            wrong.append(f"{address}: {reached} of {wanted} reached")
    assert not wrong, "\n".join(wrong)
    context.close()


def test_it_works_without_javascript(base, chromium):
    context = chromium.new_context(java_script_enabled=False, viewport=SIZES["phone"])
    page = context.new_page()
    for address in (one for name in TYPES for one in addresses(name, "nb")):
        assert page.goto(base + address).status == 200
        assert page.locator("h1").count() == 1, address
        assert page.locator("h1").is_visible(), address
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
