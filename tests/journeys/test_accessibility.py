"""Pages a visitor, a prospect or a partner meets: axe finds nothing, nothing scrolls sideways at 320 pixels."""

import importlib
import re
from pathlib import Path

import axe_playwright_python
import pytest

from home.management.commands.shots import Command as Shots
from partners.models import Agreement, Membership, PartnershipRound, Premises
from prospects.models import Handover, PrivateLink, Prospect
from tests.conftest import load_demo
from tests.journeys.pages import expect, expect_no_sideways_scroll, expect_no_violations, fill_interest_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = (Path(importlib.import_module(axe_playwright_python.__name__).__file__).parent / "axe.min.js").read_text()
MEMBER = "admin@elvebris.example"
SIGNER = "admin@vinkel-og-vater.example"
MANAGER = "leder@drammen.example"
LIAISON = "kontakt@drammen-kommune.example"


@pytest.fixture
def base(live_server, settings):
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    return live_server.url


def addresses(prefix: str) -> list[tuple[str, str]]:
    """Who looks, and at what."""
    handovers = {one.status: one for one in Handover.objects.filter(firm__slug="elvebris")}
    asked = handovers["awaiting_consent"]
    news = "/nyheter/" if not prefix else "/news/"
    public = [
        "/",
        "/interesse/",
        news,
        "/partnere/" if not prefix else "/partners/",
        "/om/" if not prefix else "/about/",
    ]
    public += ["/konto/login/", "/konto/password/reset/", f"/mitt/{PrivateLink.issue(asked.prospect)}/"]
    portal = ["/portal/", "/portal/prospekter/", "/portal/bedrift/", "/portal/konto/", "/konto/to-steg/"]
    portal += [
        f"/portal/prospekter/{handovers[status].pk}/"
        for status in ("awaiting_consent", "offered", "accepted", "in_progress", "done", "declined")
    ]
    return [
        *(("", prefix + path) for path in public),
        *((MEMBER, prefix + path) for path in portal),
        (LIAISON, prefix + "/portal/"),
    ]


def rooms(prefix: str) -> list[tuple[str, str]]:
    """The rooms of a firm in the portal, and the form by which a firm asks to join."""
    firm = "/portal/bedrift/"
    seat = Membership.objects.active().filter(firm__slug="elvebris").exclude(user__email=MEMBER)[0]
    place = Premises.objects.filter(firm__slug="elvebris").first()
    signed = Agreement.objects.running().get(firm__slug="elvebris")
    to_sign = Agreement.objects.get(firm__slug="vinkel-og-vater", status="offered")
    paths = [f"{firm}{name}/" for name in ("profil", "adresse", "folk", "lokaler", "lokaler/nytt", "dokumenter")]
    paths += [f"{firm}folk/{seat.pk}/", f"{firm}folk/{seat.pk}/avslutt/", f"{firm}lokaler/{place.pk}/"]
    paths += [f"/portal/{name}/" for name in ("avtale", "fordeler", "bidrag", "regnskap", "varsler")]
    paths += [f"/portal/avtale/{signed.pk}/", "/portal/eksport/"]
    return [
        ("", prefix + "/bli-partner/soknad/"),
        *((MEMBER, prefix + path) for path in paths),
        (SIGNER, f"{prefix}/portal/avtale/{to_sign.pk}/"),
        (LIAISON, prefix + "/portal/soknader/"),
    ]


def offices() -> list[str]:
    """What the programme manager works with in the admin."""
    round = PartnershipRound.objects.open().get()
    application = round.applications.filter(status="submitted").first()
    contribution = Agreement.objects.running().get(firm__slug="tautrekk").contributions.first()
    return [
        "/admin/opptak/",
        f"/admin/opptak/{application.pk}/",
        f"/admin/opptak/runde/{round.pk}/",
        "/admin/opptak/tidligere-partnere/",
        "/admin/oppgaver/",
        f"/admin/bidrag/{contribution.pk}/",
        "/admin/bidrag/summer/",
        "/admin/bidrag/innbetalinger/",
        "/admin/bidrag/kjoringer/",
        "/admin/bidrag/rettelser/",
        "/admin/bidrag/eksport/",
        "/admin/fordelsbruk/",
        *cases(),
    ]


def cases() -> list[str]:
    """Where the advisers work, and a case in each stage."""
    found = [Prospect.objects.filter(stage=stage, standing="ongoing").first() for stage in Prospect.Stage.values]
    found.append(Prospect.objects.filter(standing="lost").first())
    pages = ["", "min-dag/", "min-dag/?alle=1", "ny/", "skriv/", f"skriv/?sak={found[0].pk}", "vekter/", "loefter/"]
    return [f"/admin/prospekter/{page}" for page in (*pages, *(f"{one.pk}/" for one in found))]


@pytest.mark.parametrize("listing", [addresses, rooms], ids=["journey", "rooms"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(base, chromium, language, theme, listing):
    prefix = "" if language == "nb" else "/en"
    listed = listing(prefix)
    cookies = {who: Shots()._cookie(who) for who in {who for who, _path in listed if who}}
    for who in ("", *cookies):
        # CSP would keep axe out; it is tested by itself.
        context = chromium.new_context(
            viewport={"width": 1280, "height": 900}, color_scheme=theme, bypass_csp=True, reduced_motion="reduce"
        )
        if who:
            context.add_cookies([{**cookies[who], "url": base}])
        page = context.new_page()
        for _who, path in (row for row in listed if row[0] == who):
            response = page.goto(base + path)
            assert response.status == 200, path
            expect_no_violations(page, AXE)
            expect_no_sideways_scroll(page)
        context.close()


def test_axe_finds_nothing_in_our_part_of_the_manager_s_pages(base, chromium):
    """Of the admin's pages only what is ours: Wagtail's frame around it is Wagtail's."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce", locale="nb-NO"
    )
    context.add_cookies([{**Shots()._cookie(MANAGER), "url": base}])
    page = context.new_page()
    wrong = []
    for path in offices():
        assert page.goto(base + path).status == 200, path
        page.evaluate(AXE)
        result = page.evaluate("() => axe.run('.dp-page', {resultTypes: ['violations']})")
        wrong += [(path, one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in result["violations"]]
    assert wrong == []
    context.close()


def test_axe_finds_nothing_on_the_form_with_mistakes_and_on_the_receipt(base, chromium):
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(base + "/interesse/")
    page.click("form.form [type=submit]")
    expect(page.locator("[role=alert]")).to_be_visible()
    expect_no_violations(page, AXE)
    expect_no_sideways_scroll(page)
    answers = {
        "company_name": "Prøve AS",
        "country": "NO",
        "industry": "trade",
        "employees": "1-4",
        "area": "none",
        "time_frame": "later",
        "readiness": "curious",
        "name": "Liv Prøve",
        "email": "liv@prove.example",
        "language": "nb",
    }
    fill_interest_form(page, answers)
    page.wait_for_timeout(3000)
    page.click("form.form [type=submit]")
    expect(page).to_have_url(re.compile(r"/takk/$"))
    expect_no_violations(page, AXE)
    expect_no_sideways_scroll(page)


def test_the_keyboard_reaches_the_interest_form_and_focus_is_seen(base, chromium):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(base + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    for _press in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "() => { const style = getComputedStyle(document.activeElement);"
            " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("document.activeElement.matches('.hero__actions a')"):
            break
    else:
        raise AssertionError("the keyboard does not reach the button of the first screen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/interesse/$"))
