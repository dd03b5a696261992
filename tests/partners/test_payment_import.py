"""Importing payments: none lost, none doubled, many as a job, reversals in sight."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.kid import numbered_kid
from common.workflow import TransitionError
from partners.models import BillingSettings, Contribution, MoneyEntry, PaymentFile, PaymentRow
from partners.services import (
    book_payment,
    carry_out_correction,
    entries_reversed_by,
    import_payments,
    match_payment,
    match_waiting,
    payment_import,
    propose_correction,
    told_of,
    wake_lost_files,
)
from tests.factories import AgreementFactory, PaymentFileFactory, UserFactory

from .bank_files import DAY, camt, csv_of, detail, entry, several
from .money import billing, sums_are_right, today
from .test_agreement_admin import as_

pytestmark = pytest.mark.django_db


def owing(count: int) -> list[Contribution]:
    """So many contributions of 1,000 kr that are invoiced, written without the services."""
    billing()
    agreement = AgreementFactory()
    found = Contribution.objects.bulk_create(
        Contribution(
            agreement=agreement,
            firm=agreement.firm,
            year=today().year,
            number=number,
            of=count,
            amount=1_000,
            balance=1_000,
            due_on=today(),
            status="invoiced",
            kid=numbered_kid(900_000 + number),
        )
        for number in range(1, count + 1)
    )
    MoneyEntry.objects.bulk_create(
        MoneyEntry(contribution=one, kind="invoice", amount=1_000, booked_on=today()) for one in found
    )
    return found


def rows_for(contributions) -> list[str]:
    return [f"{DAY};1000;{one.kid};R{place};x" for place, one in enumerate(contributions)]


def states(file: PaymentFile) -> list[str]:
    return list(file.rows.order_by("line").values_list("status", flat=True))


# --- none lost --------------------------------------------------------------------------------------------------------
def test_two_payers_whose_systems_give_the_same_number_are_both_booked():
    one, other = owing(2)
    given = "<Refs><InstrId>NOTPROVIDED</InstrId></Refs>"
    details = [detail(paid.kid, "1000.00").replace("<TxDtls>", f"<TxDtls>{given}") for paid in (one, other)]
    file = import_payments("a.xml", camt("02", entry(*details), entry(details[0], reference="E2")), by=UserFactory())
    assert file.problems == []
    assert states(file) == ["matched", "matched", "unmatched"]
    assert sums_are_right()


def test_payments_that_share_a_reference_are_kept_and_the_doubtful_ones_left_to_a_person():
    one, other = owing(2)
    rows = [f"{DAY};1000;{one.kid};BATCH;Per", f"{DAY};1000;{other.kid};BATCH;Pål", f"{DAY};1000;{other.kid};BATCH;Pål"]
    file = import_payments("a.csv", csv_of(*rows), by=UserFactory())
    assert states(file) == ["matched", "unmatched", "unmatched"] and file.problems == []
    assert all("duplicate" in row.why or "dobbel" in row.why for row in file.rows.exclude(status="matched"))
    later = import_payments("b.csv", csv_of(f"02.03.2026;1000;{other.kid};BATCH;Pål", *rows), by=UserFactory())
    assert states(later) == ["unmatched"]
    assert [problem["row"] for problem in later.problems] == [3, 4, 5]
    match_payment(file.rows.get(line=3), other, by=UserFactory())
    other.refresh_from_db()
    assert other.status == "paid" and sums_are_right()


def test_one_payment_for_two_things_pays_both():
    one, other = owing(2)
    parts = several((one.kid, "1000.00"), (other.kid, "400.00"))
    file = import_payments("a.xml", camt("08", entry(parts, amount="1400.00")), by=UserFactory())
    assert states(file) == ["matched", "matched"]
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, other.status, other.balance) == ("paid", "partly_paid", Decimal(600))
    left = import_payments("b.xml", camt("08", entry(parts, amount="1500.00", reference="E9")), by=UserFactory())
    row = left.rows.get()
    assert (row.status, row.amount, row.is_waiting) == ("unmatched", Decimal(1500), False) and one.kid in row.why


# --- reversals --------------------------------------------------------------------------------------------------------
def test_a_reversal_leads_to_the_payment_it_takes_back_and_is_never_booked():
    (one,) = owing(1)
    paid = entry(detail(one.kid), amount="1000.00")
    file = import_payments("a.xml", camt("02", paid), by=UserFactory())
    back = entry(detail(one.kid), amount="1000.00", kind="DBIT", more="<RvslInd>1</RvslInd>")
    row = import_payments("b.xml", camt("02", back), by=UserFactory()).rows.get()
    booked = file.rows.get().entry
    assert (row.status, row.amount, row.kid, row.is_reversal) == ("unmatched", Decimal(-1000), one.kid, True)
    assert "E1" in row.why and entries_reversed_by(row) == [booked]
    with pytest.raises(TransitionError):
        match_payment(row, one, by=UserFactory())
    client, address = as_(manager=True), reverse("money:payment", args=[row.pk])
    page = client.get(address).content.decode()
    assert reverse("money:correct", args=[booked.pk]) in page and reverse("money:detail", args=[one.pk]) in page
    assert client.post(address, {"contribution": one.pk}).status_code == 422
    carry_out_correction(propose_correction(booked, reason="Tilbakeført", by=UserFactory()), by=UserFactory())
    assert entries_reversed_by(row) == []
    assert client.get(address).status_code == 200
    assert (
        client.post(reverse("money:move_payment", args=[row.pk, "til-side"]), {"reason": "Rettet"}).status_code == 302
    )
    assert client.get(address).status_code == 200 and sums_are_right()


def test_a_reversal_with_a_reference_of_its_own_is_found_by_its_kid():
    (one,) = owing(1)
    booked = book_payment(one, amount=Decimal(1000), booked_on=today(), reference="Hånd", by=UserFactory())
    row = import_payments("b.csv", csv_of(f"{DAY};-1000;{one.kid};Z9;x"), by=UserFactory()).rows.get()
    assert row.is_reversal and entries_reversed_by(row) == [booked]


# --- many, as a job ---------------------------------------------------------------------------------------------------
@pytest.fixture
def small(monkeypatch):
    """A file of three payments is a large one."""
    monkeypatch.setattr(payment_import, "AT_ONCE", 2)
    monkeypatch.setattr(payment_import, "BATCH", 2)


def test_a_large_file_is_stored_at_once_and_matched_by_a_job(small):
    found, by = owing(5), UserFactory()
    file = import_payments("a.csv", csv_of(*rows_for(found)), by=by)
    assert (file.status, file.total, file.rows.filter(is_waiting=True).count()) == ("reading", 5, 5)
    assert set(states(file)) == {"unmatched"} and "5" in told_of([file])[file.pk]
    assert (match_waiting(file.pk), match_waiting(file.pk)) == ("done", "stopped")
    file.refresh_from_db()
    assert file.status == "done" and set(states(file)) == {"matched"}
    entry = ModelLogEntry.objects.get(action="partners.payments_read")
    assert entry.data["matched"] == 5 and entry.user == by
    assert MoneyEntry.objects.filter(kind="payment").count() == 5 and sums_are_right()


def test_a_job_that_dies_is_run_again_and_books_nothing_twice(small, monkeypatch):
    found, real = owing(5), payment_import.book_row
    file = import_payments("a.csv", csv_of(*rows_for(found)), by=UserFactory())

    def die(*args, **kwargs):
        real(*args, **kwargs)
        if MoneyEntry.objects.filter(kind="payment").count() == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(payment_import, "book_row", die)
    with pytest.raises(KeyboardInterrupt):
        match_waiting(file.pk)
    monkeypatch.undo()
    assert MoneyEntry.objects.filter(kind="payment").count() == 2
    assert wake_lost_files() == 0
    assert wake_lost_files(timezone.now() + timedelta(minutes=6)) == 1
    assert match_waiting(file.pk) == "done"
    assert MoneyEntry.objects.filter(kind="payment").count() == 5 and sums_are_right()


def test_what_somebody_matched_meanwhile_is_left_alone(small):
    found = owing(3)
    file = import_payments("a.csv", csv_of(*rows_for(found)), by=UserFactory())
    match_payment(file.rows.get(line=2), found[2], by=UserFactory())
    assert match_waiting(file.pk) == "done"
    assert states(file) == ["matched", "matched", "unmatched"]  # the third finds its contribution paid
    assert sums_are_right()


def test_the_page_of_a_file_tells_how_far_it_is(small):
    client, found = as_(manager=True), owing(3)
    upload = SimpleUploadedFile("bank.csv", csv_of(*rows_for(found), "x;y;;z"))
    answer = client.post(reverse("money:payments"), {"file": upload})
    file = PaymentFile.objects.get()
    assert answer.headers["Location"] == reverse("money:payment_file", args=[file.pk])
    page = client.get(answer.headers["Location"])
    assert page.headers["Refresh"] == "5" and b"<progress" in page.content
    assert found[0].kid not in client.get(reverse("money:payments")).content.decode()
    match_waiting(file.pk)
    page = client.get(answer.headers["Location"])
    assert "Refresh" not in page.headers and b"<progress" not in page.content
    assert file.problems[0]["why"] in page.content.decode()
    assert client.get(reverse("money:payment_file", args=[file.pk + 1])).status_code == 404


def test_a_batch_asks_for_its_kids_once(monkeypatch):
    monkeypatch.setattr(payment_import, "AT_ONCE", 0)
    asked = []
    for count in (5, 25):
        Contribution.objects.filter(status="planned").delete()
        content = csv_of(*[f"{DAY};{count};{numbered_kid(905_000)};N{count}-{place};x" for place in range(count)])
        file = import_payments("a.csv", content, by=UserFactory())
        with CaptureQueriesContext(connection) as queries:
            match_waiting(file.pk)
        asked.append(len(queries))
    assert asked[1] - asked[0] <= 20 * 4  # a transaction, the row taken, and why it was left


# --- at the same moment -----------------------------------------------------------------------------------------------
def test_two_files_at_once_with_the_same_payment_keep_it_once(monkeypatch):
    (one,) = owing(1)
    import_payments("a.csv", csv_of(*rows_for([one])), by=UserFactory())
    real, asked = payment_import._known, []

    def too_early(fingerprints):
        asked.append(1)
        return set() if len(asked) == 1 else real(fingerprints)

    monkeypatch.setattr(payment_import, "_known", too_early)
    other = import_payments("b.csv", csv_of(*rows_for([one]), f"{DAY};5;;N1;x"), by=UserFactory())
    assert len(other.problems) == 1 and states(other) == ["unmatched"]
    assert PaymentRow.objects.count() == 2

    monkeypatch.setattr(payment_import, "_known", lambda _fingerprints: set())
    with pytest.raises(ValidationError) as told:
        import_payments("c.csv", csv_of(*rows_for([one]), f"{DAY};6;;N2;x"), by=UserFactory())
    assert told.value.code == "busy"


def test_a_file_without_payments_of_its_own_is_done():
    (one,) = owing(1)
    import_payments("a.csv", csv_of(*rows_for([one])), by=UserFactory())
    again = import_payments("b.csv", csv_of(*rows_for([one]), ""), by=UserFactory())
    # The same rows with another end of line are other content, and not one new payment.
    assert again.status == "done" and again.rows.count() == 0


@pytest.mark.parametrize("verb", ["finish"])
@pytest.mark.parametrize("status", PaymentFile.Status.values)
def test_every_verb_in_every_state_of_a_file(verb, status):
    assert set(PaymentFile.TRANSITIONS) == {verb}
    file = PaymentFileFactory(status=status)
    if status == "reading":
        file.finish(data={})
        file.refresh_from_db()
        assert file.status == "done"
    else:
        with pytest.raises(TransitionError):
            file.finish(data={})


# --- our own account --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "is_right"),
    [("86011117947", True), ("86011117948", False), ("15030000002", True), ("8601111794", False)],
)
def test_our_account_number_has_the_right_check_digit(number, is_right):
    settings = BillingSettings(account_number=number)
    try:
        settings.clean_fields(exclude=[field.name for field in settings._meta.fields if field.name != "account_number"])
    except ValidationError:
        assert not is_right
    else:
        assert is_right
