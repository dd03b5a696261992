"""A passkey is enrolled and used, in the browser, with an authenticator that Chromium itself simulates."""

import re

import pytest
from allauth.mfa.models import Authenticator

from accounts.models import User
from home.demo.loader import PASSWORD
from tests.conftest import load_demo
from tests.journeys.pages import expect, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHO = {
    "staff": ("radgiver@drammen.example", "/admin/", r"/admin/$"),
    "partner": ("medlem@brohode.example", "/portal/", r"/portal/$"),
}
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.parametrize("who", list(WHO))
def test_a_passkey_is_enrolled_and_opens_the_door(live_server, chromium, who):
    email, target, home = WHO[who]
    load_demo()
    context = chromium.new_context(locale="nb-NO")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda note: refused.append(note.text) if note.type == "error" else None)
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})

    # Enrolled from one's own page, after the password once more.
    log_in(page, live_server.url, email, target=target)
    expect(page).to_have_url(re.compile(home))
    page.goto(live_server.url + "/konto/to-steg/webauthn/add/")
    page.fill("[name=password]", PASSWORD)
    page.click("main form [type=submit]")
    page.fill("[name=name]", "Telefonen min")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    expect(page).not_to_have_url(re.compile("webauthn/add"))
    page.wait_for_load_state("networkidle")
    key = Authenticator.objects.get(user__email=email, type=Authenticator.Type.WEBAUTHN)
    assert key.wrap().is_passwordless

    # Used: no password, no code, and for staff the admin's guard is content with it.
    context.clear_cookies()
    page.goto(live_server.url + target)
    expect(page).to_have_url(re.compile("/konto/login/"))
    page.click("#passkey_login")
    expect(page).to_have_url(re.compile(home))
    assert refused == []

    # A locked person's passkey opens nothing.
    User.objects.filter(email=email).update(is_active=False)
    page.wait_for_load_state("networkidle")
    context.clear_cookies()
    page.goto(live_server.url + "/konto/login/")
    with page.expect_response(re.compile("/konto/to-steg/webauthn/login/"), timeout=10_000):
        page.click("#passkey_login")
    page.wait_for_load_state("networkidle")
    assert context.request.get(live_server.url + target).url.startswith(live_server.url + "/konto/login/")
    context.close()


@pytest.mark.parametrize(
    ("host", "told"),
    [("127.0.0.1:8000", "http://localhost:8000/konto/login/"), ("[::1]", "http://localhost/"), ("localhost:8000", "")],
)
def test_where_the_site_is_opened_by_number_the_login_says_where_passkeys_work(client, settings, host, told):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
    page = client.get("/konto/login/", headers={"host": host}).content.decode()
    assert (told in page) if told else ("localhost:8000/konto" not in page)
