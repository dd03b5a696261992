"""Cases out to a file, and in from one."""

import csv
import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from prospects import services
from prospects.case_files import read_cases
from prospects.case_rows import suggestion
from prospects.models import CaseImport, CaseImportRow, Contact, Prospect
from tests.factories import ProspectFactory, UserFactory
from tests.factories.numbers import organisation_number
from tests.factories.register import FocusIndustryFactory
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db

EXPORT = "/admin/prospekter/eksport/"
IMPORTS = "/admin/prospekter/import/"


# --- out --------------------------------------------------------------------------------------------------------------
def lines(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_filtered_list_comes_as_csv_and_workbook_in_its_order():
    client = as_(adviser=True)
    ProspectFactory(company_name="Norsk", country="NO", value_score=10)
    ProspectFactory(company_name="Svensk", country="SE", value_score=20)
    ProspectFactory(company_name="Svensk to", country="SE", value_score=90)
    head, *rows = lines(client.get(f"{EXPORT}?country=SE&sort=verdi"))
    assert [row[1] for row in rows] == ["Svensk to", "Svensk"] and len(head) == len(rows[0])
    book = client.get(f"{EXPORT}?country=SE&sort=verdi&form=xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(book.streaming_content)), read_only=True).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Svensk to", "Svensk"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "  =", "\r="])
def test_no_cell_begins_a_formula(start):
    client = as_(adviser=True)
    evil = f"{start}HYPERLINK(1)"
    ProspectFactory(company_name=evil, contact={"name": evil, "phone": "+47 1"})
    for form in ("csv", "xlsx"):
        answer = client.get(f"{EXPORT}?form={form}")
        if form == "csv":
            cells = lines(answer)[1]
        else:
            sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
            cells = [cell.value for cell in sheet[2]]
            assert all(cell.data_type != "f" for cell in sheet[2])
        assert not any(str(cell or "").lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_persons_are_in_it_only_for_those_who_may_know_them_and_it_is_logged_with_filters_and_number():
    ProspectFactory(contact={"name": "Hemmelig Person", "email": "hemmelig@x.example"})
    adviser, analyst = as_(adviser=True), as_(analyst=True)
    assert "hemmelig@x.example" in str(lines(adviser.get(EXPORT)))
    assert "emmelig" not in str(lines(analyst.get(EXPORT)))
    analyst.get(f"{EXPORT}?stage=new&q=Hemmelig")
    entry = ModelLogEntry.objects.filter(action="prospects.cases_exported").order_by("-pk").first()
    assert entry.user == analyst.user
    assert entry.data == {"filters": "stage=new", "words": True, "number": 0, "form": "csv", "people": False}


def test_the_export_asks_once_more_for_each_part_and_holds_no_list(django_assert_max_num_queries):
    from prospects.admin_export import rows

    from .test_case_list import many

    many(1200)
    with django_assert_max_num_queries(5):
        assert sum(1 for _row in rows(Prospect.objects.order_by("pk"), with_people=True)) == 1200


# --- a file is read --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encoding_and_delimiter_are_guessed(encoding, delimiter):
    text = "\r\n".join(delimiter.join(row) for row in (["Firma", "Næring"], ["Ørje AS", "Øl"], ['"A;,|b"', "x"]))
    found = read_cases(text.encode(encoding))
    assert (found.delimiter, found.head) == (delimiter, ["Firma", "Næring"])
    assert found.rows == [(2, ["Ørje AS", "Øl"]), (3, ["A;,|b", "x"])]


@pytest.mark.parametrize("content", [b"", b"  \n \n", b"\xef\xbb\xbf", b"Firma\n", b"\x00\x00", b"\xff\xfe"])
def test_a_file_without_rows_is_refused_in_words(content):
    with pytest.raises(ValidationError):
        read_cases(content)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400))
def test_no_file_breaks_the_reading(content):
    try:
        found = read_cases(b"Firma;Land\n" + content)
    except ValidationError:
        return
    assert all("\x00" not in cell for _line, cells in found.rows for cell in cells)


def test_columns_are_suggested_by_their_names_and_persons_only_with_the_right():
    head = ["Org.nr", "Foretaksnavn", "Land", "Kontaktperson", "E-post", "Annet", "Navn"]
    assert suggestion(head, with_people=True) == {
        "organisation_number": 0,
        "company_name": 1,
        "country": 2,
        "name": 3,
        "email": 4,
    }
    assert set(suggestion(head, with_people=False)) == {"organisation_number", "company_name", "country"}


# --- and becomes cases -----------------------------------------------------------------------------------------------
def brought(by, *rows: str, head: str = "Firma;Orgnr;Land;Ansatte;Kontaktperson;E-post") -> CaseImport:
    """A file with these rows, mapped as suggested; industry, source and kind as one would choose."""
    file = services.receive_cases("liste.csv", "\n".join([head, *rows]).encode(), by=by)
    industry = FocusIndustryFactory()
    services.map_columns(file, file.mapping, {"industry": industry.pk, "source": "target_list"}, by=by)
    return file


def stored(file: CaseImport, by) -> None:
    services.start_case_import(file, by=by)
    services.store_waiting(file.pk)
    file.refresh_from_db()


def test_the_dry_run_names_row_and_reason_and_stores_nothing():
    by = UserFactory(adviser=True)
    known = ProspectFactory(organisation_number=organisation_number(7))
    before = Prospect.objects.count()
    file = brought(
        by,
        f"God AS;{organisation_number(1)};Sverige;12;Kari;kari@x.example",
        f"Samme AS;{organisation_number(1)};NO;;;",
        f"Kjent AS;{known.organisation_number};NO;;;",
        "Feil AS;123456789;Atlantis;mange;;",
        ";;NO;;;",
        "Uten adresse AS;;NO;;Kari;",
        "Feil adresse AS;;NO;;Kari;kari",
        "Uten nummer AS;;;;;",
        "uten nummer as;;;;;",
    )
    verdicts = {verdict.line: verdict.why for verdict in services.dry_run(file)}
    assert Prospect.objects.count() == before
    assert [line for line, why in verdicts.items() if not why] == [2, 9]
    assert "2" in verdicts[3][0] and known.reference in verdicts[4][0] and len(verdicts[5]) == 3
    assert all(len(verdicts[line]) == 1 for line in (6, 7, 8, 10))


def test_good_rows_become_cases_and_the_others_are_kept_with_the_reason_and_again_doubles_nothing():
    by = UserFactory(adviser=True)
    rows = (f"God AS;{organisation_number(1)};SE;12;Kari;kari@x.example", "Feil AS;123;NO;;;")
    file = brought(by, *rows)
    stored(file, by)
    case = Prospect.objects.get(company_name="God AS")
    assert (case.country, case.employees, case.source, case.adviser, case.answer_due_at) == (
        *("SE", "10-19", "target_list"),
        *(None, None),
    )
    assert case.value_score is not None and case.main_contact.email == "kari@x.example"
    assert file.status == "done" and file.rows.get(line=3).why
    for _again in range(2):
        stored(file, by)
    assert Prospect.objects.count() == 1 and Contact.objects.count() == 1
    assert services.store_waiting(file.pk) == "stopped"
    # The same companies in another file are known.
    other = brought(by, *rows, "Ny AS;;NO;;;")
    stored(other, by)
    assert sorted(Prospect.objects.values_list("company_name", flat=True)) == ["God AS", "Ny AS"]


def test_a_worker_that_died_halfway_is_followed_by_another_and_no_row_becomes_two():
    by = UserFactory(adviser=True)
    file = brought(by, *(f"Bedrift {n} AS;{organisation_number(n)};NO;;;" for n in range(30)))
    services.start_case_import(file, by=by)
    first = file.rows.order_by("pk").first()
    from prospects.case_rows import Judge
    from prospects.services.importing import _store

    judge = Judge(file.mapping, file.defaults)
    _store(first, judge.judge(first.line, first.cells), file)
    _store(first, judge.judge(first.line, first.cells), file)
    assert Prospect.objects.count() == 1
    assert services.wake_lost_imports() == 0
    assert services.wake_lost_imports(timezone.now() + timedelta(minutes=6)) == 1
    services.store_waiting(file.pk)
    assert Prospect.objects.count() == 30 and not file.rows.filter(is_waiting=True).exists()


def test_a_file_is_started_once_at_a_time_and_the_same_file_is_kept_once():
    by = UserFactory(adviser=True)
    file = brought(by, "A AS;;NO;;;")
    services.start_case_import(file, by=by)
    with pytest.raises(TransitionError):
        services.start_case_import(CaseImport.objects.get(pk=file.pk), by=by)
    with pytest.raises(ValidationError):
        services.map_columns(file, file.mapping, {}, by=by)
    content = b"Firma\nB AS"
    assert services.receive_cases("x", content, by=by) == services.receive_cases("y", content, by=by)


def test_whoever_may_not_see_persons_cannot_bring_them_in_nor_find_the_files_of_others():
    analyst, adviser = UserFactory(analyst=True), UserFactory(adviser=True)
    file = services.receive_cases("a", b"Firma;Kontaktperson\nA AS;Kari", by=analyst)
    assert set(file.mapping) == {"company_name"}
    with pytest.raises(ValidationError):
        services.map_columns(file, {"company_name": 0, "name": 1}, {}, by=analyst)
    theirs = services.receive_cases("b", b"Firma\nB AS", by=adviser)
    assert list(CaseImport.objects.visible_to(analyst)) == [file]
    assert set(CaseImport.objects.visible_to(adviser)) == {file, theirs}


def test_files_and_their_rows_are_deleted_after_thirty_days():
    file = brought(UserFactory(adviser=True), "A AS;;NO;;;")
    assert services.forget_imports() == 0 and services.forget_imports(file.kept_until) == 1
    assert not CaseImportRow.objects.exists()


def upload(client, content: bytes, name: str = "liste.csv"):
    return client.post(IMPORTS, {"file": SimpleUploadedFile(name, content)})


def test_from_the_upload_to_the_refused_rows_on_the_pages(django_capture_on_commit_callbacks):
    client, industry = as_(adviser=True), FocusIndustryFactory()
    answer = upload(client, b"Firma;Orgnr;Merknad\nGod AS;;=1+1\nFeil AS;12;=2+2")
    file = CaseImport.objects.get()
    address = reverse("prospects:import", args=[file.pk])
    assert answer.url == address and client.get(address).status_code == 200
    typed = {"column-0": "company_name", "column-1": "organisation_number", "industry": industry.pk, "what": "check"}
    twice = client.post(address, {**typed, "column-2": "company_name"})
    assert twice.status_code == 422
    assert client.post(address, {"column-0": "", "what": "check"}).status_code == 422
    assert client.post(address, typed).status_code == 302
    dry = client.get(address).context["dry"]
    assert (dry["good"], dry["bad"]) == (1, 1) and not Prospect.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"what": "start"})
    assert client.get(address).context["is_storing"]
    services.store_waiting(file.pk)
    page = client.get(address)
    assert (page.context["stored"], page.context["refused"]) == (1, 1)
    head, row = lines(client.get(reverse("prospects:import_refused", args=[file.pk])))
    assert head[1:4] == ["Firma", "Orgnr", "Merknad"] and row[:4] == ["3", "Feil AS", "12", "'=2+2"] and row[4]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x00" * 50, b'"', b"PK\x03\x04"])
def test_no_upload_breaks_the_page(content):
    assert upload(as_(adviser=True), content).status_code in (302, 422)


def test_no_file_is_a_word_not_an_error():
    client = as_(adviser=True)
    assert client.post(IMPORTS, {}).status_code == 422
    assert client.post(IMPORTS, {"file": "tekst"}).status_code == 422
