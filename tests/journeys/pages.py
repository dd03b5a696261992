"""What the journeys do on the real site, named as a person would."""

import re
import time

from allauth.mfa.totp.internal.auth import hotp_value
from playwright.sync_api import Page, expect

from home.demo.loader import PASSWORD, totp_secret
from tests.sink import text_of


def log_in(page: Page, base: str, email: str, *, target: str) -> None:
    """Password, and for staff the one-time code, on the house's one login."""
    page.goto(base + target)
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form [type=submit]")
    if page.locator("[name=code]").count():
        page.fill("[name=code]", code_of(email))
        page.click("main form [type=submit]:not([name])")


def code_of(email: str) -> str:
    """The one-time code of this half minute; waits when it is about to change."""
    left = 30 - time.time() % 30
    if left < 3:
        time.sleep(left + 0.2)
    return f"{hotp_value(totp_secret(email), int(time.time()) // 30):06d}"


def private_address(mail) -> str:
    """The address of the private page that a mail carries."""
    found = re.search(r"https?://\S+/mitt/\S+/", text_of(mail))
    assert found, text_of(mail)
    return found.group()


def fill_interest_form(page: Page, answers: dict[str, str]) -> None:
    """Fill in the interest form by the names of its fields; radios and ticks included."""
    for name, value in answers.items():
        field = page.locator(f"form.form [name={name}]")
        kind = field.first.evaluate("node => node.type")
        if kind == "radio":
            page.check(f"form.form [name={name}][value='{value}']")
        elif kind == "checkbox":
            field.check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)


def expect_no_violations(page: Page, axe: str) -> None:
    """axe-core finds nothing on the page as it stands."""
    page.evaluate(axe)
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    found = [
        (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"]][:3]) for one in result["violations"]
    ]
    assert not found, f"{page.url}: {found}"


def expect_no_sideways_scroll(page: Page) -> None:
    """At 320 pixels nothing sticks out to the side."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if size:
        page.set_viewport_size(size)
    assert wide <= 320, f"{page.url} is {wide} px wide at 320 px"


__all__ = [
    "code_of",
    "expect",
    "expect_no_sideways_scroll",
    "expect_no_violations",
    "fill_interest_form",
    "log_in",
    "private_address",
]
