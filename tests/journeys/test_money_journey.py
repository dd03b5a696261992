"""An agreement is signed, invoiced and paid, and the firm sees what it gave and got: in the browser, on both sides."""

import re
from pathlib import Path

import pytest
from django.utils import timezone

from accounts.models import User
from common.clock import OSLO
from common.money import display
from partners.models import Agreement, Contribution, InvoiceRun, PaymentRow
from tests.conftest import load_demo
from tests.journeys.pages import expect, expect_no_sideways_scroll, log_in
from tests.sink import text_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MANAGER, SIGNER = "leder@drammen.example", "admin@vinkel-og-vater.example"


@pytest.fixture
def world(live_server, sink, settings, request):
    """The demo world on a live server, with its worker, which makes invoices and sends mails to the sink."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    load_demo()
    User.objects.update(language="nb")
    request.getfixturevalue("worker")
    return live_server.url


def bank_file(folder: Path, contribution: Contribution) -> Path:
    """A payment of the whole sum with the invoice's KID, as the bank tells of it: camt.054."""
    day = timezone.now().astimezone(OSLO).date()
    amount = contribution.balance
    path = folder / "innbetaling.xml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn><Ntfctn><Ntry>'
        f'<Amt Ccy="NOK">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>{day}</Dt></BookgDt>'
        "<AcctSvcrRef>REISEN-1</AcctSvcrRef><NtryDtls><TxDtls>"
        f'<AmtDtls><TxAmt><Amt Ccy="NOK">{amount}</Amt></TxAmt></AmtDtls>'
        f"<RmtInf><Strd><CdtrRefInf><Ref>{contribution.kid}</Ref></CdtrRefInf></Strd></RmtInf>"
        "</TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>",
        encoding="utf-8",
    )
    return path


def test_signed_invoiced_paid_and_seen_in_the_ledger(world, chromium, sink, tmp_path):
    agreement = Agreement.objects.get(firm__slug="vinkel-og-vater", status="offered")
    phone = chromium.new_context(locale="nb-NO", viewport={"width": 375, "height": 740}, accept_downloads=True)
    page = phone.new_page()
    errors: list[str] = []
    page.on(
        "console", lambda note: errors.append(note.text) if note.type == "error" and "422" not in note.text else None
    )

    # Signed in the portal; what is missing is said, and what was typed is kept.
    log_in(page, world, SIGNER, target="/portal/")
    page.click(f"main a[href^='/portal/avtale/{agreement.pk}/']")
    page.check("[name=has_read]")
    page.fill("[name=name]", "Vigdis Vinkelsen")
    page.fill("[name=title]", "Daglig leder")
    page.click("main form [type=submit]")
    expect(page.locator("[name=is_entitled]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=name]")).to_have_value("Vigdis Vinkelsen")
    expect_no_sideways_scroll(page)
    page.check("[name=is_entitled]")
    page.click("main form [type=submit]")
    expect(page.locator("main")).to_contain_text("SHA-256")
    expect_no_sideways_scroll(page)
    agreement.refresh_from_db()
    assert (agreement.status, agreement.signed_name) == ("signed", "Vigdis Vinkelsen")
    for language in ("nb", "en"):
        with page.expect_download() as paper:
            page.click(f"main a[href$='/{language}.pdf']")
        assert Path(paper.value.path()).read_bytes().startswith(b"%PDF")
    first = Contribution.objects.filter(agreement=agreement).order_by("due_on", "pk")[0]
    page.goto(world + "/portal/bidrag/")
    expect(page.locator("main")).to_contain_text(str(first.year))

    # Invoiced in bulk by the programme manager; the worker makes the invoices.
    staff = chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    office = staff.new_page()
    log_in(office, world, MANAGER, target="/admin/bidrag/kjoringer/")
    office.fill("[name=year]", str(first.year))
    office.fill("[name=until]", f"{first.year}-12-31")
    office.click("main form:has([name=until]) [type=submit]")
    expect(office).to_have_url(re.compile(r"/kjoringer/\d+/$"))
    run = InvoiceRun.objects.get()
    expect(office.locator("a[href$='.zip']").first).to_be_visible(timeout=60_000)
    run.refresh_from_db()
    assert (run.status, run.refused, run.made) == ("done", 0, run.total)
    told = text_of(sink.wait_for(SIGNER, "aktura"))
    first.refresh_from_db()
    owing = first.balance
    assert first.status == "invoiced" and owing > 0 and str(first.kid) in told.replace(" ", "")

    # The firm reads sum, account and KID.
    page.goto(world + "/portal/bidrag/")
    owed = page.locator(f"section[aria-labelledby='owed-{first.pk}']")
    expect(owed).to_contain_text(str(first.kid))
    expect_no_sideways_scroll(page)
    with page.expect_download() as paper:
        owed.locator("a[href$='faktura.pdf']").click()
    assert Path(paper.value.path()).read_bytes().startswith(b"%PDF")

    # The bank tells of the payment; read twice, it counts once.
    for _again in range(2):
        office.goto(world + "/admin/bidrag/innbetalinger/")
        office.set_input_files("[name=file]", bank_file(tmp_path, first))
        office.click("main form:has([name=file]) [type=submit]")
        office.wait_for_load_state("networkidle")
    first.refresh_from_db()
    assert (first.status, first.balance) == ("paid", 0)
    assert PaymentRow.objects.filter(reference="REISEN-1").count() == 1

    # The firm sees it: nothing owed, the year's ledger, and the page for its board.
    page.reload()
    expect(owed).to_have_count(0)
    page.goto(world + "/portal/regnskap/")
    year = page.locator(f"section[aria-labelledby='year-{first.year}']")
    expect(year).to_contain_text(display(owing, "nb"))
    expect_no_sideways_scroll(page)
    with page.expect_download() as paper:
        page.click("main a[href$='/nb.pdf']")
    assert Path(paper.value.path()).read_bytes().startswith(b"%PDF")
    assert errors == []
    phone.close()
    staff.close()
