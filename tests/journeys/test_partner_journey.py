"""An administrator invites a colleague, who enrols a passkey, comes back with it and writes the firm's profile."""

import re

import pytest
from allauth.mfa.models import Authenticator

from accounts.models import Invitation
from common.mail import deliver_due
from partners.models import Membership, ProfileDraft
from partners.services import approve_profile
from tests.conftest import load_demo
from tests.factories import UserFactory
from tests.journeys.pages import expect, expect_no_sideways_scroll, log_in
from tests.journeys.test_passkeys import DEVICE
from tests.sink import text_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADMIN, COLLEAGUE = "admin@loddrett.example", "ny.tegner@loddrett.example"
PASSWORD = "en-ganske-lang-setning"


@pytest.fixture
def smtp(settings, sink):
    """Letters go to the sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    return sink


def invitation_in(sink) -> str:
    """The address in the invitation."""
    deliver_due()
    for mail in reversed(sink.mails):
        if COLLEAGUE in mail["To"] and (found := re.search(r"https?://\S+/portal/invitasjon/\S+", text_of(mail))):
            return found.group()
    raise AssertionError([mail["To"] for mail in sink.mails])


def test_an_administrator_invites_a_colleague_who_enrols_a_passkey_and_writes_the_profile(live_server, chromium, smtp):
    load_demo()
    # The administrator invites.
    office = chromium.new_context(locale="nb-NO")
    page = office.new_page()
    log_in(page, live_server.url, ADMIN, target="/portal/bedrift/folk/")
    page.fill("[name=email]", COLLEAGUE)
    page.click("main form [type=submit]")
    expect(page.get_by_text(COLLEAGUE).first).to_be_visible()
    expect_no_sideways_scroll(page)
    assert Invitation.objects.get(email=COLLEAGUE).status == "pending"

    # The colleague opens the link, chooses a password, and enrols a passkey.
    link = re.sub(r"^https?://[^/]+", live_server.url, invitation_in(smtp))
    home = chromium.new_context(locale="nb-NO")
    mine = home.new_page()
    refused: list[str] = []
    mine.on("console", lambda note: refused.append(note.text) if note.type == "error" else None)
    device = home.new_cdp_session(mine)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    mine.goto(link)
    mine.fill("[name=first_name]", "Nora")
    mine.fill("[name=last_name]", "Strek")
    mine.fill("[name=password]", PASSWORD)
    mine.click("main form [type=submit]")
    expect(mine).to_have_url(re.compile(r"/portal/$"))
    mine.goto(live_server.url + "/konto/to-steg/webauthn/add/")
    if mine.locator("[name=password]").count():
        mine.fill("[name=password]", PASSWORD)
        mine.click("main form [type=submit]")
    mine.fill("[name=name]", "Telefonen min")
    mine.check("[name=passwordless]")
    mine.click("#mfa_webauthn_add")
    expect(mine).not_to_have_url(re.compile("webauthn/add"))
    mine.wait_for_load_state("networkidle")
    assert Authenticator.objects.filter(user__email=COLLEAGUE, type=Authenticator.Type.WEBAUTHN).exists()

    # Back with the passkey alone, to the profile; it shows below while it is written.
    home.clear_cookies()
    mine.goto(live_server.url + "/portal/bedrift/profil/")
    mine.click("#passkey_login")
    expect(mine).to_have_url(re.compile("/portal/bedrift/profil/"))
    mine.fill("[name=tagline_nb]", "Hus som står, rom som virker.")
    expect(mine.locator("[data-show=tagline_nb]")).to_have_text("Hus som står, rom som virker.")
    expect_no_sideways_scroll(mine)
    mine.click("[name=lagre]")
    mine.wait_for_load_state("networkidle")
    draft = ProfileDraft.objects.get(firm__slug="loddrett")
    assert (draft.tagline_nb, draft.changed_by.email) == ("Hus som står, rom som virker.", COLLEAGUE)
    expect(mine.locator("[name=send]")).to_have_count(0)

    # The administrator sends it; approved, the public reads it; the colleague's seat ends and opens nothing more.
    page.goto(live_server.url + "/portal/bedrift/profil/")
    page.click("[name=send]")
    page.wait_for_load_state("networkidle")
    draft.refresh_from_db()
    assert draft.status == "submitted"
    approve_profile(draft, by=UserFactory(communications=True))
    page.goto(live_server.url + "/partnere/loddrett/")
    expect(page.get_by_text("Hus som står, rom som virker.").first).to_be_visible()
    seat = Membership.objects.get(user__email=COLLEAGUE)
    page.goto(f"{live_server.url}/portal/bedrift/folk/{seat.pk}/avslutt/")
    page.click("main form [type=submit]")
    page.wait_for_load_state("networkidle")
    assert mine.goto(live_server.url + "/portal/").status == 403
    assert [text for text in refused if "403" not in text] == []
    office.close()
    home.close()
