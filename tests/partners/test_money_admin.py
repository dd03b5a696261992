"""Money in the admin: what the programme manager does, what is said when it cannot be done, and what it costs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partners.models import Contribution, Correction, Invoice, PaymentRow
from partners.services import (
    book_payment,
    propose_correction,
    waive,
)
from tests.factories import (
    AgreementFactory,
    ContributionFactory,
    InKindRateFactory,
    PartnerFirmFactory,
    PaymentFileFactory,
    PaymentRowFactory,
    UserFactory,
)

from .money import billing, contribution_that_is, invoiced, know_the_tables, sums_are_right, today
from .test_agreement_admin import as_

pytestmark = pytest.mark.django_db

TODAY = today().isoformat()


@pytest.fixture
def manager():
    return as_(manager=True)


def take(client, contribution: Contribution, word: str, **typed):
    """Take a step, as the page of the step does."""
    address = reverse("money:step", args=[contribution.pk, word])
    assert client.get(address).status_code == 200
    return client.post(address, typed)


STEPS = [
    (
        "planned",
        "fakturer",
        {
            "issued_on": TODAY,
            "text": "Bidrag",
            "vat_category": "O",
            "vat_rate": "0",
            "vat_reason": "Utenfor",
        },
        "invoiced",
    ),
    (
        "invoiced",
        "innbetaling",
        {"amount": "19 999,50", "booked_on": TODAY, "reference": "A1"},
        "partly_paid",
    ),
    ("invoiced", "innbetaling", {"amount": "20000", "booked_on": TODAY}, "paid"),
    ("invoiced", "ettergi", {"reason": "Konkurs"}, "waived"),
    ("paid", "krediter", {"reason": "Feil sum"}, "credited"),
]


@pytest.mark.parametrize(("status", "word", "typed", "becomes"), STEPS)
def test_the_steps_of_the_day(manager, status, word, typed, becomes):
    billing()
    contribution = contribution_that_is(status)
    assert take(manager, contribution, word, **typed).status_code == 302
    contribution.refresh_from_db()
    assert contribution.status == becomes and sums_are_right()
    assert manager.get(reverse("money:detail", args=[contribution.pk])).status_code == 200


def test_hours_instead_of_money_are_agreed_on_and_received(manager):
    contribution, rate = ContributionFactory(amount=Decimal(20_000)), InKindRateFactory(amount=Decimal(1_000))
    take(manager, contribution, "naturalytelse", kind="hours", rate=rate.pk, quantity="2,5")
    gift = Contribution.objects.get(kind="hours")
    take(manager, gift, "mottatt", received_on=TODAY, note="Kurs")
    gift.refresh_from_db()
    assert (gift.status, gift.amount) == ("paid", Decimal(2_500))


@pytest.mark.parametrize(
    ("status", "word", "typed"),
    [
        ("planned", "fakturer", {"issued_on": "i går", "text": "Beholdes", "vat_category": "O", "vat_rate": "0"}),
        (
            "planned",
            "fakturer",
            {"issued_on": TODAY, "text": "Beholdes", "vat_category": "S", "vat_rate": "25"},
        ),
        (
            "planned",
            "fakturer",
            {
                "issued_on": TODAY,
                "text": "Beholdes",
                "vat_category": "O",
                "vat_rate": "0",
                "other_net": "99999999",
            },
        ),
        ("planned", "innbetaling", {"amount": "5", "booked_on": TODAY, "reference": "Beholdes"}),
        ("invoiced", "innbetaling", {"amount": "-5", "booked_on": TODAY, "reference": "Beholdes"}),
        ("invoiced", "innbetaling", {"amount": "mye", "booked_on": "2999-01-01", "reference": "Beholdes"}),
        ("paid", "tilbakebetaling", {"amount": "5", "booked_on": TODAY, "reference": "Beholdes"}),
        ("paid", "ettergi", {"reason": "Beholdes"}),
    ],
)
def test_what_cannot_be_done_is_said_on_the_form_and_what_was_typed_is_kept(manager, status, word, typed):
    billing()
    contribution = contribution_that_is(status)
    answer = take(manager, contribution, word, **typed)
    assert answer.status_code == 422
    assert "Beholdes" in answer.content.decode()
    contribution.refresh_from_db()
    assert contribution.status == status


def test_an_invoice_can_have_two_lines(manager):
    billing(seller_is_vat_registered=True)
    contribution = ContributionFactory(amount=Decimal(1_000))
    typed = {
        "issued_on": TODAY,
        "text": "Bidrag",
        "vat_category": "E",
        "vat_rate": "0",
        "vat_reason": "Unntatt",
    }
    other = {"other_net": "400", "other_text": "Stand", "other_vat_category": "S", "other_vat_rate": "25"}
    assert take(manager, contribution, "fakturer", **typed, **other).status_code == 302
    invoice = contribution.invoices.get()
    assert [(line.text, line.net) for line in invoice.lines.all()] == [("Bidrag", 600), ("Stand", 400)]
    assert invoice.gross == 1_100


def test_a_correction_takes_a_second_manager(manager):
    contribution = contribution_that_is("paid")
    entry = contribution.entries.get(kind="payment")
    assert manager.post(reverse("money:correct", args=[entry.pk]), {"reason": ""}).status_code == 422
    assert manager.post(reverse("money:correct", args=[entry.pk]), {"reason": "Feil firma"}).status_code == 302
    correction = Correction.objects.get()
    address = reverse("money:decide", args=[correction.pk, "utfor"])
    manager.post(address)
    correction.refresh_from_db()
    assert correction.status == "proposed"
    other = as_(manager=True)
    assert "Feil firma" in other.get(reverse("money:corrections")).content.decode()
    other.post(address)
    correction.refresh_from_db()
    contribution.refresh_from_db()
    assert (correction.status, contribution.status) == ("done", "invoiced")


# --- payments ---------------------------------------------------------------------------------------------------------
def upload(client, content: bytes, name="bank.csv"):
    return client.post(reverse("money:payments"), {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_read_and_what_fits_nothing_is_matched_by_hand(manager):
    contribution = invoiced(20_000).contribution
    content = f"Dato;Beløp;KID;Navn\r\n01.03.2026;20000;;{contribution.firm}\r\nx;y;;z".encode()
    assert upload(manager, content).status_code == 302
    page = manager.get(reverse("money:payments")).content.decode()
    assert (str(contribution.firm) in page and "“x”" in page) or "x" in page
    row = PaymentRow.objects.get()
    address = reverse("money:payment", args=[row.pk])
    assert manager.post(address, {}).status_code == 422
    assert manager.post(address, {"contribution": contribution.pk}).status_code == 302
    contribution.refresh_from_db()
    assert contribution.status == "paid"
    assert upload(manager, content).status_code == 422


def test_a_payment_is_found_by_search_among_those_that_do_not_owe_the_sum(manager):
    other = contribution_that_is("paid")
    row = PaymentRowFactory(amount=Decimal(77))
    address = reverse("money:payment", args=[row.pk])
    assert str(other.firm) not in manager.get(address).content.decode()
    found = manager.get(address, {"q": other.firm.name})
    assert str(other.firm) in found.content.decode()
    assert manager.post(f"{address}?q={other.firm.organisation_number}", {"contribution": other.pk}).status_code == 302
    other.refresh_from_db()
    assert other.balance == -77


def test_a_payment_is_set_aside_with_a_reason_and_taken_back(manager):
    row = PaymentRowFactory()
    aside = reverse("money:move_payment", args=[row.pk, "til-side"])
    assert manager.post(aside, {"reason": ""}).status_code == 422
    manager.post(aside, {"reason": "Renter"})
    row.refresh_from_db()
    assert (row.status, row.why) == ("set_aside", "Renter")
    assert "Renter" in manager.get(reverse("money:payments"), {"vis": "lagt-til-side"}).content.decode()
    manager.post(reverse("money:move_payment", args=[row.pk, "frem"]))
    row.refresh_from_db()
    assert row.status == "unmatched"


@pytest.mark.parametrize("content", [b"", b"<html/>", b"\x00\x01\x02", b"Navn;Sum\r\n1;2"])
def test_a_file_that_will_not_do_is_refused_on_the_form(manager, content):
    assert upload(manager, content).status_code == 422
    assert manager.post(reverse("money:payments"), {}).status_code == 422


# --- sums -----------------------------------------------------------------------------------------------------------
def test_the_steering_group_sees_sums_and_no_firm():
    firm = PartnerFirmFactory(without_agreement=True, name="Hemmelig Partner AS")
    invoiced(20_000, agreement=AgreementFactory(firm=firm))
    steering = as_(steering_group=True)
    page = steering.get(reverse("money:sums")).content.decode()
    assert "20" in page and "Hemmelig" not in page
    for name in ("payments", "corrections", "runs", "export"):
        assert steering.get(reverse(f"money:{name}")).status_code == 403


def test_what_was_paid_before_the_rest_was_let_go_counts_as_agreed_in_the_sums():
    contribution, by = invoiced(20_000).contribution, UserFactory()
    book_payment(contribution, amount=Decimal(5_000), booked_on=today(), by=by)
    waive(contribution, reason="Avtalt.", by=by)
    page = as_(steering_group=True).get(reverse("money:sums")).content.decode().replace("\xa0", " ")
    assert page.count("5 000 kr") == 2  # agreed, and come in


# --- what it costs ----------------------------------------------------------------------------------------------------
def many(count: int) -> None:
    """So many contributions with an invoice each, without the services: they are there to be listed."""
    billing()
    agreement, by = AgreementFactory(), UserFactory()
    start = Contribution.objects.count()
    Contribution.objects.bulk_create(
        Contribution(
            agreement=agreement,
            firm=agreement.firm,
            year=2000 + number % 30,
            number=1 + number,
            of=count + start + 1,
            amount=1_000,
            due_on=date(2026, 1, 1) + timedelta(days=number % 300),
            status="invoiced",
            balance=1_000,
            kid=f"9{start + number:09d}",
        )
        for number in range(start, start + count)
    )
    from partners.models import InvoiceLine, MoneyEntry

    fresh = list(Contribution.objects.filter(kid__startswith="9", entries=None))
    entries = MoneyEntry.objects.bulk_create(
        MoneyEntry(contribution=one, kind="invoice", amount=1_000, booked_on=today(), created_by=by) for one in fresh
    )
    invoices = Invoice.objects.bulk_create(
        Invoice(
            number=500_000 + entry.pk,
            contribution=entry.contribution,
            entry=entry,
            issued_on=today(),
            due_on=today(),
            account_number="1",
            seller={},
            buyer={"name": "x"},
            net=1_000,
            vat=0,
            gross=1_000,
        )
        for entry in entries
    )
    InvoiceLine.objects.bulk_create(
        InvoiceLine(invoice=one, text="x", price=1_000, net=1_000, vat_category="O") for one in invoices
    )
    file = PaymentFileFactory()
    PaymentRow.objects.bulk_create(
        PaymentRow(file=file, line=number, booked_on=today(), amount=10, reference=f"m-{start}-{number}")
        for number in range(count)
    )
    for entry in entries[:20]:
        propose_correction(_payment_on(entry.contribution), reason="Feil", by=by)
    know_the_tables()


def _payment_on(contribution):
    from tests.factories import MoneyEntryFactory

    return MoneyEntryFactory(contribution=contribution, kind="payment", amount=-1)


LISTS = {
    "register": ("/admin/partnerbidrag/", 24),
    "searched": ("/admin/partnerbidrag/?q=AS&status=invoiced", 24),
    "payments": ("/admin/bidrag/innbetalinger/", 24),
    "corrections": ("/admin/bidrag/rettelser/", 22),
    "sums": ("/admin/bidrag/summer/", 21),
    "runs": ("/admin/bidrag/kjoringer/", 22),
}


def test_lists_ask_as_much_of_2000_rows_as_of_20(manager):
    asked: dict[str, list[int]] = {name: [] for name in LISTS}
    for count in (20, 1_980):
        many(count)
        for name, (path, _ceiling) in LISTS.items():
            manager.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert manager.get(path).status_code == 200
            asked[name].append(len(queries))
    assert {name: counts for name, counts in asked.items() if counts[0] != counts[1]} == {}
    assert {name: counts[1] for name, counts in asked.items() if counts[1] > LISTS[name][1]} == {}
