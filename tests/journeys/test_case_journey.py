"""The whole case in the browser: from the interest form to verified, with what goes wrong on the way."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from partners.models import PartnerFirm
from prospects.models import Handover, Prospect
from tests.conftest import load_demo
from tests.journeys.pages import expect, fill_interest_form, log_in, private_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADVISER, MANAGER = "radgiver@drammen.example", "leder@drammen.example"
DECLINES, LAPSES, REGRETTED, MEETS = "elvebris", "stromkanten", "kveldsvakt", "brohode"

STORIES = {
    "nb": {
        "prefix": "",
        "company_name": "Solsiden Forvaltning AS",
        "country": "NO",
        "industry": "trade",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": "Vi er førti på kontor i Oslo der leia spiser lønna, og ser etter to etasjer nær toget.",
        "name": "Ragnhild Østgård",
        "email": "ragnhild@solsiden-forvaltning.example",
        "teaser": "Et kontor med rundt førti ansatte ser etter to etasjer nær toget.",
        "jobs": "40",
    },
    "en": {
        "prefix": "/en",
        "company_name": "Silverbeck Diagnostics Ltd",
        "country": "GB",
        "industry": "health",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "decided",
        "need": "We make small blood analysers and want a lab for fifteen people close to a port.",
        "name": "Harriet Penhaligon",
        "email": "harriet@silverbeck.example",
        "teaser": "A maker of small analysers wants a laboratory for fifteen people close to a port.",
        "jobs": "15",
    },
}


@pytest.fixture
def world(live_server, sink, settings, request):
    """The demo world on a live server, its mails going to the sink through the worker."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    request.getfixturevalue("worker")
    return live_server.url


def tell(page, world: str, story: dict, language: str) -> Prospect:
    """Fill in the interest form."""
    page.goto(world + story["prefix"] + "/interesse/")
    names = ("company_name", "country", "industry", "employees", "area", "time_frame", "readiness", "need", "name")
    fill_interest_form(page, {name: story[name] for name in names} | {"email": story["email"], "language": language})
    page.wait_for_timeout(3100)
    page.wait_for_selector("form[data-proven=true]", state="attached", timeout=20_000)
    page.click("form.form [type=submit]")
    expect(page).to_have_url(re.compile(r"/interesse/takk/$"))
    return Prospect.objects.get(company_name=story["company_name"])


def write_down(page, kind: str, text: str) -> None:
    """A talk, in the case."""
    form = "form[action$='/logg/']"
    page.locator(f"{form} [name=kind][value={kind}]").check(force=True)
    page.fill(f"{form} [name=text]", text)
    page.click(f"{form} [type=submit]")
    expect(page.locator("main")).to_contain_text(text)


def fill_what_is_missing(page, values: dict[str, str]) -> None:
    """Follow the first link of what is missing to its field, and fill in."""
    page.locator(".dp-missing a").first.click()
    form = "form[action$='/opplysninger/']"
    expect(page.locator(form)).to_be_visible()
    for name, value in values.items():
        field = page.locator(f"{form} [name={name}]")
        if field.evaluate("node => node.type").startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)
    page.click(f"{form} [type=submit]")
    expect(page.locator(".dp-missing a")).to_have_count(0)


def move_on(page, prospect: Prospect, stage: str) -> None:
    """Press the one button of the next step."""
    page.click(".dp-next form[action$='/steg/'] [type=submit]")
    expect(page.locator(".dp-next")).to_be_visible()
    prospect.refresh_from_db()
    assert prospect.stage == stage


def ask(adviser, visitor, sink, story: dict, slug: str) -> Handover:
    """The adviser offers it to a firm, and the prospect says yes."""
    firm = PartnerFirm.objects.get(slug=slug)
    adviser.reload()
    summary = adviser.locator("details:has(form[action$='/overlever/'])").first
    if summary.get_attribute("open") is None:
        summary.locator("> summary").click()
    adviser.select_option("form[action$='/overlever/'] [name=firm]", label=firm.name)
    adviser.click("form[action$='/overlever/'] [type=submit]")
    expect(adviser.locator("main")).to_contain_text(firm.name)
    visitor.goto(private_address(sink.wait_for(story["email"], firm.name)))
    visitor.locator("button[name=svar][value=ja]").first.click()
    expect(visitor.locator("button[name=svar][value=ja]")).to_have_count(0)
    handover = Handover.objects.get(prospect__company_name=story["company_name"], firm=firm)
    assert handover.status == "offered"
    return handover


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_company_is_won_from_the_form_to_verified(world, sink, chromium, language):
    story = STORIES[language]
    User.objects.update(language=language)
    visitor = chromium.new_context(viewport={"width": 375, "height": 720}).new_page()
    prospect = tell(visitor, world, story, language)
    private = private_address(sink.wait_for(story["email"]))
    adviser = chromium.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    adviser.set_default_timeout(15_000)
    log_in(adviser, world, ADVISER, target="/admin/prospekter/min-dag/")

    # The day shows who waits; from there it is one click to the case.
    adviser.locator(".dp-day__what a", has_text=story["company_name"]).click()
    adviser.fill("form[action$='/kvalifiser/'] [name=anonymous_need_nb]", story["teaser"])
    adviser.fill("form[action$='/kvalifiser/'] [name=anonymous_need_en]", story["teaser"])
    adviser.click("form[action$='/kvalifiser/'] [type=submit]")
    expect(adviser.locator("form[action$='/kvalifiser/']")).to_have_count(0)

    # A talk is an answer, and what was promised in it stands in my day with a clock.
    form = "form[action$='/logg/']"
    adviser.locator(f"{form} details > summary").click()
    adviser.fill(f"{form} [name=promise]", "Sende kart over lokaler")
    adviser.fill(f"{form} [name=promise_by]", (timezone.localdate() + timedelta(days=1)).isoformat())
    write_down(adviser, "call", "Snakket i ti minutter om lokaler.")
    prospect.refresh_from_db()
    assert prospect.answered_at is not None
    assert prospect.tasks.get().is_promise
    move_on(adviser, prospect, "contacted")

    # One firm declines.
    declined = ask(adviser, visitor, sink, story, DECLINES)
    member = chromium.new_context(viewport={"width": 375, "height": 720}).new_page()
    log_in(member, world, f"admin@{DECLINES}.example", target=f"/portal/prospekter/{declined.pk}/")
    member.locator("details:has(form[action$='/avsla/']) > summary").click()
    member.fill("form[action$='/avsla/'] [name=reason]", "Vi har ikke plass nå.")
    member.click("form[action$='/avsla/'] [type=submit]")
    expect(member.locator("form[action$='/avsla/']")).to_have_count(0)

    # One lets it lapse: its time runs out, and the clock of the programme comes round.
    lapsed = ask(adviser, visitor, sink, story, LAPSES)
    Handover.objects.filter(pk=lapsed.pk).update(answer_due_at=timezone.now() - timedelta(minutes=1))
    call_command("clock", once=True)
    lapsed.refresh_from_db()
    assert lapsed.status == "lapsed"

    # One accepts, and then the prospect takes its yes back: the firm's open page is dead at the next click.
    regretted = ask(adviser, visitor, sink, story, REGRETTED)
    other = chromium.new_context(viewport={"width": 375, "height": 720}).new_page()
    log_in(other, world, f"admin@{REGRETTED}.example", target=f"/portal/prospekter/{regretted.pk}/")
    other.click("form[action$='/ta-imot/'] [type=submit]")
    expect(other.locator("main")).to_contain_text(story["email"])
    visitor.goto(private)
    back = f"form[action$='/samtykke/{regretted.pk}/'] button[value=nei]"
    visitor.click(back)
    expect(visitor.locator(back)).to_have_count(0)
    regretted.refresh_from_db()
    assert regretted.status == "withdrawn"
    assert other.reload().status == 404

    # One meets them and is done.
    met = ask(adviser, visitor, sink, story, MEETS)
    friend = chromium.new_context(viewport={"width": 375, "height": 720}).new_page()
    log_in(friend, world, f"admin@{MEETS}.example", target=f"/portal/prospekter/{met.pk}/")
    friend.click("form[action$='/ta-imot/'] [type=submit]")
    friend.click("form[action$='/kontaktet/'] [type=submit]")
    friend.check("[name=outcome][value=deal]")
    friend.click("form[action$='/ferdig/'] [type=submit]")
    expect(friend.locator("form[action$='/ferdig/']")).to_have_count(0)

    # Stage by stage, each saying what it lacks and leading there.
    adviser.reload()
    write_down(adviser, "visit", "Gikk langs elva og så to etasjer.")
    fill_what_is_missing(adviser, {"kind": "new"})
    move_on(adviser, prospect, "shown")
    fill_what_is_missing(
        adviser,
        {"jobs": story["jobs"], "decision_on": (timezone.localdate() + timedelta(days=20)).isoformat()},
    )
    move_on(adviser, prospect, "deciding")
    fill_what_is_missing(adviser, {"established_on": timezone.localdate().isoformat()})
    move_on(adviser, prospect, "established")

    # Who won it does not verify it.
    expect(adviser.locator("form[action$='/bekreft/']")).to_have_count(0)
    manager = chromium.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    log_in(manager, world, MANAGER, target=f"/admin/prospekter/{prospect.pk}/")
    manager.fill("form[action$='/bekreft/'] [name=how]", "Var der og så skiltet.")
    manager.click("form[action$='/bekreft/'] [type=submit]")
    expect(manager.locator("form[action$='/bekreft/']")).to_have_count(0)
    prospect.refresh_from_db()
    assert (prospect.stage, prospect.verified_by.email) == ("verified", MANAGER)
    visitor.goto(private)
    expect(visitor.locator("main")).to_contain_text(PartnerFirm.objects.get(slug=MEETS).name)
