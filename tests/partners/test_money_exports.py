"""Bulk invoicing and what goes to accounting, in the admin."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from partners.models import Invoice, InvoiceRun
from partners.services import carry_on, credit_invoice, invoice_contribution, start_invoice_run
from tests.factories import AgreementFactory, ContributionFactory, PartnerFirmFactory, UserFactory

from .money import billing, days, invoiced, today
from .test_agreement_admin import as_
from .test_money_admin import many, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return as_(manager=True)


@pytest.mark.parametrize("day", ["0001-01-01", "2999-01-01", "9999-12-31"])
def test_an_invoice_is_not_of_a_day_nobody_can_mean(manager, day):
    billing()
    contribution = ContributionFactory()
    typed = {"issued_on": day, "text": "Bidrag", "vat_category": "O", "vat_rate": "0", "vat_reason": "Utenfor"}
    answer = take(manager, contribution, "fakturer", **typed)
    assert answer.status_code == 422 and day in answer.content.decode()
    run = {"year": today().year, "until": days(60).isoformat(), "issued_on": day}
    answer = manager.post(reverse("money:runs"), run)
    assert answer.status_code == 422 and day in answer.content.decode()
    for invoice in (
        lambda: invoice_contribution(contribution, issued_on=date.fromisoformat(day), by=UserFactory()),
        lambda: start_invoice_run(
            year=today().year, until=days(60), issued_on=date.fromisoformat(day), by=UserFactory()
        ),
    ):
        with pytest.raises(ValidationError) as error:
            invoice()
        assert error.value.code == "issued_on"
    assert not Invoice.objects.exists() and not InvoiceRun.objects.exists()


def test_what_was_due_years_ago_can_be_invoiced_as_of_then():
    invoice = invoiced(due_on=days(-1_100), issued_on=days(-1_130))
    assert invoice.issued_on == days(-1_130)


def test_a_run_is_begun_watched_stopped_and_its_files_fetched(manager):
    billing()
    ContributionFactory()
    ContributionFactory()
    typed = {"year": today().year, "until": days(60).isoformat(), "issued_on": today().isoformat()}
    assert manager.post(reverse("money:runs"), {**typed, "year": "i fjor"}).status_code == 422
    answer = manager.post(reverse("money:runs"), typed)
    run = InvoiceRun.objects.get()
    assert answer.headers["Location"] == reverse("money:run", args=[run.pk])
    page = manager.get(answer.headers["Location"])
    assert page.headers["Refresh"] == "5"
    manager.post(reverse("money:move_run", args=[run.pk, "stans"]))
    assert carry_on(run.pk) == "stopped"
    manager.post(reverse("money:move_run", args=[run.pk, "fortsett"]))
    assert carry_on(run.pk) == "done"
    page = manager.get(reverse("money:run", args=[run.pk]))
    assert "Refresh" not in page.headers
    zipped = manager.get(reverse("money:run_zip", args=[run.pk, 1]))
    with zipfile.ZipFile(io.BytesIO(b"".join(zipped.streaming_content))) as archive:
        assert len(archive.namelist()) == 2
    assert manager.get(reverse("money:run_zip", args=[run.pk, 2])).status_code == 404
    assert ModelLogEntry.objects.filter(action="partners.exported").count() == 1


def test_the_page_of_runs_says_what_the_settings_lack_and_where(manager):
    billing(account_number="")
    ContributionFactory()
    page = manager.get(reverse("money:runs")).content.decode()
    assert reverse("wagtailsettings:edit", args=["partners", "billingsettings"]) in page


def exported(client, form: str) -> list[list]:
    answer = client.get(reverse("money:export"), {"first": "2020-01-01", "last": "2099-01-01", "form": form})
    content = b"".join(answer.streaming_content)
    if form == "xlsx":
        return [list(row) for row in load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_invoices_go_to_accounting_with_credit_notes_taking_from_the_sums_and_no_formula(manager):
    firm = PartnerFirmFactory(without_agreement=True, name="=1+1 AS", invoice_reference="@SUM(A1)")
    invoice = invoiced("1234.50", agreement=AgreementFactory(firm=firm))
    credit_invoice(invoice, reason="Feil", by=UserFactory())
    rows = exported(manager, "csv")
    assert len(rows) == 3
    assert [row[9] for row in rows[1:]] == ["1234,50", "-1234,50"]
    assert rows[1][6] == "'=1+1 AS" and rows[1][7] == "'@SUM(A1)"
    sheet = exported(manager, "xlsx")
    assert [row[9] for row in sheet[1:]] == [1234.5, -1234.5]
    assert sheet[1][6] == "'=1+1 AS"
    assert ModelLogEntry.objects.filter(action="partners.exported").count() == 2


def test_an_export_wants_days_in_their_order(manager):
    asked = {"first": "2030-01-01", "last": "2020-01-01", "form": "csv"}
    assert manager.get(reverse("money:export"), asked).status_code == 422


def test_an_export_asks_once_for_every_500_rows(manager):
    many(20)
    few = _queries_of_export(manager)
    many(1_980)
    assert _queries_of_export(manager) - few <= 2 * 3


def _queries_of_export(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        exported(client, "csv")
    return len(queries)
