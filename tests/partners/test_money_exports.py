"""Bulk invoicing and what goes to accounting, in the admin."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from partners import money_credits, money_files
from partners.models import Invoice, InvoiceRun, PartnerFirm
from partners.services import (
    book_payment,
    carry_on,
    carry_out_correction,
    credit_invoice,
    invoice_contribution,
    pay_back,
    propose_correction,
    start_invoice_run,
    waive,
)
from tests.factories import AgreementFactory, ContributionFactory, PartnerFirmFactory, UserFactory

from .money import billing, contribution_that_is, days, invoiced, today
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


def exported(client, form: str, what: str = "fakturaer") -> list[list]:
    days_ = {"first": "2020-01-01", "last": "2099-01-01"}
    return rows_in(client.get(reverse("money:export"), {**days_, "what": what, "form": form}), form)


def rows_in(answer, form: str) -> list[list]:
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


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_characters_nobody_sees_break_no_file(manager, form):
    contribution = invoiced(1_000).contribution
    nul = "" if connection.vendor == "postgresql" else "\x00"  # which PostgreSQL does not store
    PartnerFirm.objects.filter(pk=contribution.firm_id).update(name=f"Ad\x0bam{nul} \ufffe=AS")
    credit_invoice(contribution.invoices.get(), reason="Feil\x0b sum", by=UserFactory())
    assert len(exported(manager, form)) == 3
    for row in exported(manager, form, "posteringer")[1:]:
        assert row[6] == "Adam =AS"
    register = rows_in(manager.get("/admin/partnerbidrag/", {"export": form}), form)
    assert register[1][1] == "Adam =AS"


@pytest.mark.parametrize("name", ["Ad\x0bam AS", "To\nlinjer AS", "Nei\x7f AS"])
def test_a_name_is_one_line_of_what_can_be_seen(name):
    with pytest.raises(ValidationError) as error:
        PartnerFirm(name=name).full_clean()
    assert error.value.error_dict["name"][0].code == "controls"


def test_every_money_row_goes_to_accounting_signed_with_its_invoice_kid_and_vat(manager):
    billing(seller_is_vat_registered=True, vat_category="S", vat_rate=Decimal(25))
    by, invoice = UserFactory(), invoiced(1_000)
    contribution = invoice.contribution
    book_payment(contribution, amount=Decimal(250), booked_on=today(), reference="=B1", by=by)
    wrong = book_payment(contribution, amount=Decimal(100), booked_on=today(), by=by)
    carry_out_correction(propose_correction(wrong, reason="Feil firma", by=by), by=UserFactory())
    waive(contribution, reason="Avtalt", by=by)
    over = invoiced(1_000).contribution
    book_payment(over, amount=Decimal(1_300), booked_on=today(), by=by)
    pay_back(over, amount=Decimal(50), booked_on=today(), by=by)
    rows = exported(manager, "csv", "posteringer")[1:]
    mine = [row for row in rows if row[7] == str(invoice.number)]
    assert [(row[9], row[10]) for row in mine] == [
        ("1250,00", "250,00"),
        ("-250,00", "-50,00"),
        ("-100,00", "-20,00"),
        ("100,00", "20,00"),
        ("-1000,00", "-200,00"),
    ]
    assert {row[8] for row in mine} == {contribution.kid}
    assert mine[1][11] == "'=B1" and mine[3][4] == str(wrong.pk) and mine[4][12] == "Avtalt"
    assert [row[9] for row in rows if row[7] != str(invoice.number)] == ["1250,00", "-1300,00", "50,00"]
    assert len(exported(manager, "xlsx", "posteringer")) == 9


def test_the_register_goes_out_as_it_is_filtered(manager):
    contribution_that_is("paid")
    owing = invoiced(1_000).contribution
    rows = rows_in(manager.get("/admin/partnerbidrag/", {"status": "invoiced", "export": "csv"}), "csv")
    assert [row[1] for row in rows[1:]] == [owing.firm.name] and rows[1][7] == "1000,00"
    found = rows_in(manager.get("/admin/partnerbidrag/", {"q": owing.kid, "export": "xlsx"}), "xlsx")
    assert [row[11] for row in found[1:]] == [owing.kid]
    assert ModelLogEntry.objects.filter(action="partners.exported").count() == 2


# --- EHF documents ----------------------------------------------------------------------------------------------------
def names_in(answer) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def ehf_of(client, **more):
    asked = {"first": days(-30).isoformat(), "last": today().isoformat(), "form": "ehf", **more}
    return client.get(reverse("money:export"), asked)


def test_the_documents_of_some_days_come_as_zip_credit_notes_and_what_was_made_one_by_one_too(manager):
    old, invoice = invoiced(issued_on=days(-31)), invoiced(issued_on=days(-30))
    note = credit_invoice(invoice, reason="Feil", by=UserFactory())
    assert names_in(ehf_of(manager)) == [f"faktura-{invoice.number}.xml", f"kreditnota-{note.number}.xml"]
    assert old.number < invoice.number
    assert ModelLogEntry.objects.filter(action="partners.exported").count() == 1


def test_a_document_that_is_gone_is_named_in_the_zip(manager):
    invoice, gone = invoiced(), invoiced()
    gone.document.storage.delete(gone.document.name)
    answer = ehf_of(manager)
    content = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [f"faktura-{invoice.number}.xml", "MANGLER.txt"]
        assert f"faktura-{gone.number}.xml" in archive.read("MANGLER.txt").decode()


def test_what_has_no_room_in_one_zip_comes_in_several_and_days_without_any_are_said_to_be_so(manager, monkeypatch):
    assert ehf_of(manager).status_code == 422
    monkeypatch.setattr(money_files, "IN_A_ZIP", 2)
    numbers = [invoiced().number for _each in range(3)]
    page = ehf_of(manager)
    assert page.status_code == 200 and "part=2" in page.content.decode()
    assert names_in(ehf_of(manager, part=1)) == [f"faktura-{number}.xml" for number in numbers[:2]]
    assert names_in(ehf_of(manager, part=2)) == [f"faktura-{numbers[2]}.xml"]
    assert ehf_of(manager, part=3).status_code == 422
    assert ehf_of(manager, part=0).status_code == 422
    assert ehf_of(manager, what="posteringer").status_code == 422


# --- many credit notes ------------------------------------------------------------------------------------------------
CREDIT = "/admin/bidrag/krediter/"


def test_the_chosen_are_credited_with_one_reason_after_a_look(manager):
    first, second, other = (invoiced(1_000).contribution for _each in range(3))
    planned = ContributionFactory()
    register = manager.get("/admin/partnerbidrag/").content.decode()
    assert f'name="id" value="{first.pk}"' in register and f'name="id" value="{planned.pk}"' not in register
    asked = {"id": [first.pk, second.pk, planned.pk, "nei", "9" * 30]}
    page = manager.get(CREDIT, asked).content.decode()
    assert str(first.firm) in page and str(planned.firm) in page and str(other.firm) not in page
    assert manager.post(CREDIT, {**asked, "reason": ""}).status_code == 422
    assert not Invoice.objects.filter(kind="credit_note").exists()
    answer = manager.post(CREDIT, {**asked, "reason": "Feil i prisen"}, follow=True)
    assert answer.status_code == 200
    assert {one.contribution_id for one in Invoice.objects.filter(kind="credit_note")} == {first.pk, second.pk}
    assert {one.note for one in Invoice.objects.filter(kind="credit_note")} == {"Feil i prisen"}
    again = manager.post(CREDIT, {**asked, "reason": "Feil i prisen"}, follow=True)
    assert again.status_code == 200 and Invoice.objects.filter(kind="credit_note").count() == 2
    note = first.invoices.get(kind="credit_note")
    assert reverse("money:ehf", args=[note.pk]) in manager.get("/admin/partnerbidrag/").content.decode()


@pytest.mark.parametrize("asked", [{}, {"id": ["x"]}, {"id": ["0"]}])
def test_nothing_chosen_is_said_on_the_register(manager, asked):
    assert manager.get(CREDIT, asked).headers["Location"] == "/admin/partnerbidrag/"
    assert manager.post(CREDIT, {**asked, "reason": "x"}).headers["Location"] == "/admin/partnerbidrag/"


def test_no_more_are_credited_at_one_go_than_can_be_looked_over(manager, monkeypatch):
    monkeypatch.setattr(money_credits, "AT_ONCE", 1)
    keys = [invoiced().contribution_id for _each in range(2)]
    assert manager.post(CREDIT, {"id": keys, "reason": "x"}).status_code == 302
    assert not Invoice.objects.filter(kind="credit_note").exists()


def test_an_export_wants_days_in_their_order(manager):
    asked = {"first": "2030-01-01", "last": "2020-01-01", "form": "csv"}
    assert manager.get(reverse("money:export"), asked).status_code == 422


WAYS_OUT = {
    "invoices": lambda client: exported(client, "csv"),
    "money rows": lambda client: exported(client, "csv", "posteringer"),
    "register": lambda client: rows_in(client.get("/admin/partnerbidrag/", {"export": "csv"}), "csv"),
}


def test_an_export_asks_once_for_every_500_rows(manager):
    many(20)
    few = {name: _queries_of(way, manager) for name, way in WAYS_OUT.items()}
    many(1_980)
    for name, way in WAYS_OUT.items():
        assert _queries_of(way, manager) - few[name] <= 2 * 4, name


def _queries_of(way, client) -> int:
    with CaptureQueriesContext(connection) as queries:
        way(client)
    return len(queries)
