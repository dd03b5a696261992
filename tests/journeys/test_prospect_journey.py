"""The journey, in the browser: from the front page to "done", with the worker and a mail server running."""

import re

import pytest
from django.utils import translation

from accounts.models import User
from prospects.models import Handover, Prospect
from tests.conftest import load_demo
from tests.journeys.pages import expect, fill_interest_form, log_in, private_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADVISER = "radgiver@drammen.example"
MEMBER = "medlem@brohode.example"
OTHER_FIRM = "medlem@elvebris.example"
FIRM = "Advokatfirmaet Brohode AS"

STORIES = {
    "nb": {
        "prefix": "",
        "company": "Nordlys Kontor AS",
        "number": "318 450 226",
        "country": "NO",
        "need": "Vi er førti på kontor i en by der leia spiser lønna, og ser etter to etasjer nær toget.",
        "person": "Ingebjørg Østhavet",
        "email": "ingebjorg@nordlyskontor.example",
        "teaser": "Et kontor med rundt førti ansatte ser etter to etasjer nær toget.",
        "thanks": "Takk",
        "accepted_mail": "tar kontakt",
    },
    "en": {
        "prefix": "/en",
        "company": "Silverbeck Diagnostics Ltd",
        "number": "",
        "country": "GB",
        "need": "We make small blood analysers and want a lab for fifteen people close to a port.",
        "person": "Harriet Penhaligon",
        "email": "harriet@silverbeck.example",
        "teaser": "A maker of small analysers wants a laboratory for fifteen people close to a port.",
        "thanks": "Thank you",
        "accepted_mail": "will be in touch",
    },
}


@pytest.fixture
def world(live_server, sink, settings, request):
    """The demo world on a live server, its mails going to the sink through the worker."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    request.getfixturevalue("worker")
    return live_server.url


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_prospect_is_won_from_the_front_page_to_done(world, sink, chromium, language):
    story = STORIES[language]
    User.objects.update(language=language)
    context = chromium.new_context(
        locale="nb-NO" if language == "nb" else "en-GB", viewport={"width": 1280, "height": 900}
    )
    visitor = context.new_page()
    errors: list[str] = []
    # A form with mistakes answers 422, which Chromium notes as an error; anything else would be ours.
    visitor.on(
        "console", lambda note: errors.append(note.text) if note.type == "error" and "422" not in note.text else None
    )

    # 1. The visitor reads the front page and opens the interest form from it.
    visitor.goto(world + story["prefix"] + "/?utm_campaign=host")
    visitor.locator(".hero__actions a").first.click()
    expect(visitor).to_have_url(re.compile(r"/interesse/(\?|$)"))
    answers = {
        "company_name": story["company"],
        "organisation_number": "123",
        "country": story["country"],
        "industry": "health",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": story["need"],
        "name": story["person"],
        "email": story["email"],
        "phone": "+47 40 00 00 55",
        "language": language,
        "consents_to_email": "on",
    }
    fill_interest_form(visitor, answers)
    visitor.wait_for_timeout(3100)
    visitor.click("form.form [type=submit]")
    # A wrong number is said at its field, and nothing typed is lost.
    expect(visitor.locator("#id_organisation_number")).to_have_attribute("aria-invalid", "true")
    expect(visitor.locator("#id_need")).to_have_value(story["need"])
    assert not Prospect.objects.filter(company_name=story["company"]).exists()
    visitor.fill("#id_organisation_number", story["number"])
    visitor.wait_for_selector("form[data-proven=true]", state="attached", timeout=20_000)
    visitor.click("form.form [type=submit]")

    # 2. Stored before it is acknowledged; receipt and mails.
    expect(visitor).to_have_url(re.compile(r"/interesse/takk/$"))
    expect(visitor.locator("h1")).to_contain_text(story["thanks"])
    prospect = Prospect.objects.get(company_name=story["company"])
    assert prospect.interest_forms.get().is_proven
    receipt = sink.wait_for(story["email"])
    sink.wait_for(ADVISER, story["company"])
    private = private_address(receipt)
    assert private.startswith(world + story["prefix"] + "/mitt/")
    visitor.goto(private)
    expect(visitor.locator("main")).to_contain_text(story["company"])

    # 3. The adviser sees the clock run, qualifies, writes a note and an answer, and hands over.
    staff = chromium.new_context(viewport={"width": 1280, "height": 1000})
    adviser = staff.new_page()
    log_in(adviser, world, ADVISER, target=f"/admin/prospekter/{prospect.pk}/")
    expect(adviser.locator("main")).to_contain_text(story["company"])
    adviser.fill("form[action$='/kvalifiser/'] [name=anonymous_need_nb]", story["teaser"])
    adviser.fill("form[action$='/kvalifiser/'] [name=anonymous_need_en]", story["teaser"])
    adviser.click("form[action$='/kvalifiser/'] [type=submit]")
    expect(adviser.locator("form[action$='/kvalifiser/']")).to_have_count(0)
    prospect.refresh_from_db()
    assert prospect.stage == "qualified"
    _activity(adviser, "note", "Ringte sentralbordet, spurte etter henne.")
    assert Prospect.objects.get(pk=prospect.pk).answered_at is None
    _activity(adviser, "mail", "Hei! Jeg ringer deg i morgen klokka ti.")
    assert Prospect.objects.get(pk=prospect.pk).answered_at is not None
    sink.wait_for(story["email"], str(User.objects.get(email=ADVISER)))
    adviser.select_option("form[action$='/overlever/'] [name=firm]", label=FIRM)
    adviser.fill("form[action$='/overlever/'] [name=response_days]", "2")
    adviser.click("form[action$='/overlever/'] [type=submit]")
    expect(adviser.locator("main")).to_contain_text(FIRM)
    handover = Handover.objects.get(prospect=prospect)
    assert handover.status == "awaiting_consent"

    # 5a. Before the prospect's yes the firm sees a teaser that does not say who it is, and cannot answer.
    firm = chromium.new_context(viewport={"width": 375, "height": 720})
    member = firm.new_page()
    portal = f"{story['prefix']}/portal/prospekter/{handover.pk}/"
    log_in(member, world, MEMBER, target=portal)
    expect(member.locator("main")).to_contain_text(story["teaser"])
    _nothing_identifies(member.content(), story)
    assert member.locator("form[action$='/ta-imot/']").count() == 0

    # 4. The prospect sees which firm would learn what, and says yes.
    question = private_address(sink.wait_for(story["email"], FIRM))
    visitor.goto(question)
    expect(visitor.locator("main")).to_contain_text(FIRM)
    visitor.click("button[name=svar][value=ja]")
    expect(visitor.locator("button[name=svar][value=ja]")).to_have_count(0)
    handover.refresh_from_db()
    assert handover.status == "offered"
    _nothing_identifies(str(sink.wait_for(MEMBER)), story)

    # 5b. Another firm gets 404; the member accepts and sees name and contact.
    stranger = chromium.new_context().new_page()
    log_in(stranger, world, OTHER_FIRM, target="/portal/")
    assert stranger.goto(world + portal).status == 404
    member.reload()
    _nothing_identifies(member.content(), story)
    member.click("form[action$='/ta-imot/'] [type=submit]")
    expect(member.locator("main")).to_contain_text(story["person"])
    expect(member.locator("main")).to_contain_text(story["email"])
    sink.wait_for(story["email"], story["accepted_mail"])
    member.click("form[action$='/kontaktet/'] [type=submit]")
    member.check("[name=outcome][value=deal]")
    member.fill("form[action$='/ferdig/'] [name=reason]", "De kommer.")
    member.click("form[action$='/ferdig/'] [type=submit]")
    expect(member.locator("form[action$='/ferdig/']")).to_have_count(0)
    handover.refresh_from_db()
    assert (handover.status, handover.outcome) == ("done", "deal")

    # 6. The private page shows where things stand, and every step is in the log.
    visitor.goto(private)
    expect(visitor.locator("main")).to_contain_text(FIRM)
    from wagtail.models import ModelLogEntry

    logged = {entry.action for entry in ModelLogEntry.objects.for_instance(prospect)} | {
        entry.action for entry in ModelLogEntry.objects.for_instance(handover)
    }
    assert {
        "prospects.received",
        "prospects.qualified",
        "prospects.activity",
        "prospects.answered",
        "prospects.handed_over",
        "prospects.handover_consented",
        "prospects.handover_accepted",
        "prospects.handover_contacted",
        "prospects.handover_done",
    } <= logged
    assert not errors
    with translation.override(language):
        assert str(handover.get_status_display()) in visitor.content() or FIRM in visitor.content()


def test_a_firm_that_declines_says_why_and_is_never_asked_again(world, sink, chromium):
    handover = Handover.objects.filter(firm__slug="elvebris", status="offered").select_related("prospect").get()
    page = chromium.new_context(viewport={"width": 375, "height": 720}).new_page()
    log_in(page, world, OTHER_FIRM, target=f"/portal/prospekter/{handover.pk}/")
    page.locator("details:has(form[action$='/avsla/']) > summary").click()
    page.click("form[action$='/avsla/'] [type=submit]")
    expect(page.locator("form[action$='/avsla/'] [aria-invalid=true]")).to_have_count(1)
    handover.refresh_from_db()
    assert handover.status == "seen"
    page.fill("form[action$='/avsla/'] [name=reason]", "Vi har ikke plass før sommeren.")
    page.click("form[action$='/avsla/'] [type=submit]")
    expect(page.locator("form[action$='/avsla/']")).to_have_count(0)
    handover.refresh_from_db()
    assert handover.status == "declined"
    sink.wait_for(handover.prospect.adviser.email, handover.prospect.company_name)
    adviser = chromium.new_context().new_page()
    log_in(adviser, world, ADVISER, target=f"/admin/prospekter/{handover.prospect_id}/")
    expect(adviser.locator("main")).to_contain_text(handover.prospect.company_name)
    options = adviser.locator("form[action$='/overlever/'] [name=firm] option").all_text_contents()
    assert options and handover.firm.name not in options


def test_the_interest_form_works_without_javascript_and_a_double_submit_stores_one(world, sink, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(world + "/interesse/")
    answers = {
        "company_name": "Uten Skript AS",
        "country": "NO",
        "industry": "trade",
        "employees": "1-4",
        "area": "none",
        "time_frame": "later",
        "readiness": "curious",
        "name": "Ask Vinter",
        "email": "ask@utenskript.example",
        "language": "nb",
    }
    for name, value in answers.items():
        field = page.locator(f"form.form [name={name}]")
        if name in ("readiness", "language"):
            page.check(f"form.form [name={name}][value='{value}']")
        elif name in ("country", "industry", "employees", "area", "time_frame"):
            field.select_option(value)
        else:
            field.fill(value)
    hidden = ("csrfmiddlewaretoken", "submission", "started")
    again = answers | {name: page.locator(f"form.form [name={name}]").input_value() for name in hidden}
    page.wait_for_timeout(3100)
    page.click("form.form [type=submit]")
    expect(page).to_have_url(re.compile(r"/takk/$"))
    # The same form once more, as an impatient second click or a resent request brings it.
    repeated = context.request.post(world + "/interesse/", form=again, headers={"Referer": world + "/interesse/"})
    assert repeated.ok and repeated.url.endswith("/takk/")
    assert Prospect.objects.filter(company_name="Uten Skript AS").count() == 1
    sink.wait_for("ask@utenskript.example")


def _activity(page, kind: str, text: str) -> None:
    form = "form[action$='/logg/']"
    page.locator(f"{form} [name=kind][value={kind}]").check(force=True)
    page.fill(f"{form} [name=text]", text)
    page.click(f"{form} [type=submit]")
    expect(page.locator("main")).to_contain_text(text)


def _nothing_identifies(content: str, story: dict) -> None:
    number = story["number"].replace(" ", "") or story["company"]
    for secret in (story["company"], story["person"], story["email"], story["need"], number):
        assert secret not in content
