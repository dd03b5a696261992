"""A round, in the browser: former partners come first, others wait, and what is left becomes theirs by itself."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from common.clock import OSLO
from partners.models import Agreement, Application, PartnershipRound, PredecessorProgramme, RoundTier
from partners.services import application_path, release_due_rounds
from tests.conftest import load_demo
from tests.factories.numbers import organisation_number
from tests.journeys.pages import expect, expect_no_sideways_scroll, fill_interest_form, log_in
from tests.sink import text_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MANAGER, LIAISON = "leder@drammen.example", "kontakt@drammen-kommune.example"
SECRET = "en-ganske-lang-setning"
FORMER = {
    "company": "Gjensyn Verksted AS",
    "number": organisation_number(810_001),
    "person": "Gerd Gjensynsen",
    "email": "gerd@gjensyn.example",
}
NEW = {
    "company": "Nykomling Trykk AS",
    "number": organisation_number(810_002),
    "person": "Nils Nykommer",
    "email": "nils@nykomling.example",
}


@pytest.fixture
def world(live_server, sink, settings, request):
    """The demo world on a live server, its mails going to the sink through the worker."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    programme = PredecessorProgramme.objects.get(slug="naeringsvekst-2020")
    programme.firms.create(organisation_number=FORMER["number"], name=FORMER["company"])
    User.objects.update(language="nb")
    request.getfixturevalue("worker")
    return live_server.url


@pytest.fixture
def row(world) -> RoundTier:
    """The seats of main partners in the round that is open."""
    return RoundTier.objects.get(round=PartnershipRound.objects.open().get(), tier__slug="hovedpartner")


@pytest.fixture
def office(world, chromium, row) -> Page:
    """The programme manager, logged in, at the board of the round."""
    page = chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900}).new_page()
    log_in(page, world, MANAGER, target=f"/admin/opptak/runde/{row.round_id}/")
    yield page
    page.context.close()


def set_seats(page: Page, world: str, row: RoundTier, *, seats: int, reserved: int) -> None:
    """The manager says on the board how many seats there are, and how many are kept."""
    page.goto(f"{world}/admin/opptak/runde/{row.round_id}/")
    form = page.locator(f"form:has([name=tier][value='{row.tier_id}'])")
    form.locator("[name$=-seats]").fill(str(seats))
    form.locator("[name$=-reserved]").fill(str(reserved))
    form.locator("[type=submit]").click()
    page.wait_for_load_state("networkidle")
    row.refresh_from_db()
    assert (row.seats, row.reserved) == (seats, reserved), page.locator("main").inner_text()


def apply(context: BrowserContext, world: str, row: RoundTier, who: dict[str, str], sink) -> Page:
    """A firm begins, goes on by the link in its mail, and sends the application."""
    page = context.new_page()
    page.goto(world + "/bli-partner/soknad/")
    expect_no_sideways_scroll(page)
    first = {
        "tier": str(row.pk),
        "company_name": who["company"],
        "contact_name": who["person"],
        "contact_email": who["email"],
    }
    fill_interest_form(page, first)
    page.wait_for_timeout(3100)
    page.wait_for_selector("form[data-proven=true]", state="attached", timeout=20_000)
    page.click("form.form [type=submit]")
    expect(page).to_have_url(re.compile(r"/bli-partner/soknad/.+/$"))
    page.close()

    # Later, from the mail.
    link = re.search(r"https?://\S+/bli-partner/soknad/\S+/", text_of(sink.wait_for(who["email"])))
    assert link
    page = context.new_page()
    page.goto(link.group())
    expect(page.locator("[name=company_name]")).to_have_value(who["company"])
    expect_no_sideways_scroll(page)
    page.fill("[name=organisation_number]", who["number"][:-1])
    page.click("[name=handling][value=send]")
    expect(page.locator("[name=organisation_number]")).to_have_attribute("aria-invalid", "true")
    page.fill("[name=organisation_number]", who["number"])
    page.fill("[name=offers]", "En kopp kaffe og en omvisning")
    page.click("[name=handling][value=send]")
    expect(page.locator("form.form")).to_have_count(0)
    return page


def both_owners_agree(world: str, office: Page, chromium, application: Application) -> None:
    """The association in the admin, the municipality in the portal."""
    office.goto(f"{world}/admin/opptak/{application.pk}/")
    office.click("[name=svar][value=ja]")
    office.wait_for_load_state("networkidle")
    town = chromium.new_context(locale="nb-NO").new_page()
    log_in(town, world, LIAISON, target=f"/portal/soknader/{application.pk}/")
    town.click("[name=svar][value=ja]")
    expect(town).to_have_url(re.compile(r"/portal/soknader/$"))
    town.context.close()


def test_a_former_partner_joins_in_the_window_and_a_new_firm_gets_the_seat_that_is_left(
    world, row, office, chromium, sink
):
    set_seats(office, world, row, seats=3, reserved=3)

    # The new firm comes first, with both owners' yes. There is no seat for it while the window lasts.
    phone = chromium.new_context(locale="nb-NO", viewport={"width": 375, "height": 740})
    theirs = apply(phone, world, row, NEW, sink)
    new = Application.objects.get(organisation_number=NEW["number"])
    both_owners_agree(world, office, chromium, new)
    new.refresh_from_db()
    assert (new.status, new.came_in_priority_window) == ("waiting", False)
    theirs.reload()
    expect(theirs.locator("h1")).to_have_text(re.compile(r"nummer 1"))
    expect(theirs.locator("main")).to_contain_text("tidligere partnere")
    expect_no_sideways_scroll(theirs)

    # The former partner comes later, and joins.
    laptop = chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    ours = apply(laptop, world, row, FORMER, sink)
    former = Application.objects.get(organisation_number=FORMER["number"])
    both_owners_agree(world, office, chromium, former)
    former.refresh_from_db()
    row.refresh_from_db()
    assert (former.status, row.reserved, row.taken) == ("approved", 2, 1)
    ours.reload()
    expect(ours.locator("main a[href='/portal/']")).to_be_visible()
    invited = re.search(r"https?://\S+/portal/invitasjon/\S+", text_of(sink.wait_for(FORMER["email"], "invitert")))
    assert invited
    ours.goto(invited.group())
    ours.fill("[name=first_name]", "Gerd")
    ours.fill("[name=last_name]", "Gjensynsen")
    ours.fill("[name=password]", SECRET)
    ours.click("main form [type=submit]")
    expect(ours).to_have_url(re.compile(r"/portal/$"))
    agreement = Agreement.objects.get(application=former)
    ours.click(f"main a[href^='/portal/avtale/{agreement.pk}/']")
    ours.check("[name=has_read]")
    ours.check("[name=is_entitled]")
    ours.fill("[name=name]", "Gerd Gjensynsen")
    ours.fill("[name=title]", "Daglig leder")
    ours.click("main form [type=submit]")
    expect(ours.locator("main")).to_contain_text("SHA-256")
    agreement.refresh_from_db()
    assert agreement.status == "signed" and agreement.signed_name == "Gerd Gjensynsen"

    # Nobody moved the clock: released too early, nothing happens.
    release_due_rounds()
    new.refresh_from_db()
    assert new.status == "waiting"

    # The window ends. One kept seat is held for the former partner whose application still waits; one is released.
    PartnershipRound.objects.filter(pk=row.round_id).update(priority_ends_at=timezone.now() - timedelta(minutes=1))
    assert release_due_rounds() == 1
    assert release_due_rounds() == 0
    new.refresh_from_db()
    row.refresh_from_db()
    assert (new.status, row.reserved, row.taken, row.free) == ("approved", 0, 3, 0)
    theirs.goto(world + application_path(new))
    expect(theirs.locator("main a[href='/portal/']")).to_be_visible()
    sink.wait_for(NEW["email"], "invitert")
    office.goto(f"{world}/admin/opptak/runde/{row.round_id}/")
    released = PartnershipRound.objects.get(pk=row.round_id).released_at.astimezone(OSLO)
    expect(office.locator("main")).to_contain_text(f"{released:%H:%M}")
    for context in (phone, laptop):
        context.close()
