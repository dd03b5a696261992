"""Contributions, invoices and the value ledger in the portal."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partners.services import (
    book_payment,
    carry_out_correction,
    credit_invoice,
    propose_correction,
    receive_in_kind,
    waive,
)
from prospects.services import value_ledger
from tests.conftest import login
from tests.factories import (
    AgreementBenefitFactory,
    AgreementFactory,
    BenefitDeliveryFactory,
    BenefitYearFactory,
    ContributionFactory,
    HandoverFactory,
    MembershipFactory,
    UserFactory,
)
from tests.partners.money import billing, days, invoiced, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    return AgreementFactory()


def client_of(firm, role="administrator") -> Client:
    return login(Client(), MembershipFactory(firm=firm, role=role).user)


def test_what_is_owed_stands_with_account_and_kid(agreement):
    billing()
    contribution = invoiced(20_000, agreement=agreement).contribution
    book_payment(contribution, amount=Decimal(5_000), booked_on=today(), by=UserFactory())
    page = client_of(agreement.firm).get(reverse("portal:contributions")).content.decode()
    assert contribution.kid in page and "1503 00 00002" in page
    assert page.replace("\xa0", " ").count("15 000 kr") >= 2
    assert "5 000 kr" in page.replace("\xa0", " ")


def test_what_was_paid_too_much_is_said(agreement):
    contribution = invoiced(20_000, agreement=agreement).contribution
    book_payment(contribution, amount=Decimal(20_750), booked_on=today(), by=UserFactory())
    page = client_of(agreement.firm).get(reverse("portal:contributions")).content.decode().replace("\xa0", " ")
    assert "750 kr" in page


def test_a_firm_with_nothing_is_told_so(agreement):
    client = client_of(agreement.firm)
    for name in ("contributions", "ledger"):
        answer = client.get(reverse(f"portal:{name}"))
        assert answer.status_code == 200 and "empty" in answer.content.decode()


def test_papers_are_the_firms_own_and_nobody_elses(agreement):
    mine, theirs = invoiced(agreement=agreement), invoiced()
    note = credit_invoice(mine, reason="Feil", by=UserFactory())
    client = client_of(agreement.firm)
    for paper in (mine, note):
        pdf = client.get(reverse("portal:invoice_pdf", args=[paper.pk]))
        assert pdf.content.startswith(b"%PDF") and pdf.headers["Content-Disposition"].startswith("attachment")
        xml = client.get(reverse("portal:invoice_ehf", args=[paper.pk]))
        assert b"".join(xml.streaming_content).startswith(b"<?xml")
        assert "no-store" in xml.headers["Cache-Control"]
    for name in ("invoice_pdf", "invoice_ehf"):
        assert client.get(reverse(f"portal:{name}", args=[theirs.pk])).status_code == 404
        assert client_of(agreement.firm, "member").get(reverse(f"portal:{name}", args=[mine.pk])).status_code == 200


def test_a_liaison_sees_no_money(agreement):
    agreement.firm.is_public_body = True
    agreement.firm.save()
    liaison = client_of(agreement.firm, "liaison")
    for path in (reverse("portal:contributions"), reverse("portal:ledger"), reverse("portal:ledger_pdf", args=["nb"])):
        assert liaison.get(path).status_code == 404


def test_an_ended_seat_opens_nothing_from_the_next_request(agreement):
    seat = MembershipFactory(firm=agreement.firm, role="administrator")
    client = login(Client(), seat.user)
    assert client.get(reverse("portal:ledger")).status_code == 200
    seat.end(by=None)
    assert client.get(reverse("portal:ledger")).status_code == 403


# --- the value ledger -------------------------------------------------------------------------------------------------
def test_the_ledger_counts_what_was_given_and_what_was_got(agreement):
    by, firm = UserFactory(), agreement.firm
    contribution = invoiced(20_000, agreement=agreement).contribution
    book_payment(contribution, amount=Decimal(12_000), booked_on=today(), by=by)
    wrong = book_payment(contribution, amount=Decimal(8_000), booked_on=today(), by=by)
    carry_out_correction(propose_correction(wrong, reason="Feil", by=by), by=UserFactory())
    gift = ContributionFactory(in_kind=True, agreement=agreement)
    receive_in_kind(gift, received_on=today(), by=by)
    ContributionFactory(agreement=agreement, year=today().year + 1, due_on=days(400))
    HandoverFactory(firm=firm, offered=True)
    HandoverFactory(firm=firm, accepted=True)
    HandoverFactory(firm=firm, declined=True)
    HandoverFactory(firm=firm)
    HandoverFactory(accepted=True)
    account = BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=agreement), quantity=9)
    BenefitDeliveryFactory(account=account, quantity=3)
    BenefitDeliveryFactory(account=account, quantity=4, undone_at=timezone.now())
    with CaptureQueriesContext(connection) as queries:
        (year,) = value_ledger(firm)
    assert len(queries) == 6
    assert (year.year, year.agreed, year.paid, year.in_kind) == (today().year, 30_000, 12_000, 10_000)
    assert (year.given, year.offered, year.accepted, year.benefits_got) == (22_000, 3, 1, 3)


def test_what_was_paid_before_the_rest_was_let_go_counts_as_agreed(agreement):
    billing(seller_is_vat_registered=True, vat_category="S", vat_rate=Decimal(25))
    contribution, by = invoiced(20_000, agreement=agreement).contribution, UserFactory()
    book_payment(contribution, amount=Decimal(5_000), booked_on=today(), by=by)
    waive(contribution, reason="Avtalt.", by=by)
    waive(invoiced(9_000, agreement=agreement, number=2, of=2).contribution, reason="Avtalt.", by=by)
    (year,) = value_ledger(agreement.firm)
    assert (year.agreed, year.paid) == (4_000, 5_000)


def test_a_gift_taken_back_is_not_counted(agreement):
    gift = ContributionFactory(in_kind=True, agreement=agreement)
    entry = receive_in_kind(gift, received_on=today(), by=UserFactory())
    carry_out_correction(propose_correction(entry, reason="Feil", by=UserFactory()), by=UserFactory())
    assert [year.in_kind for year in value_ledger(agreement.firm)] == [0]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_ledger_is_one_page_for_the_board(agreement, language):
    for years_ago in range(9):
        ContributionFactory(
            agreement=agreement, year=today().year - years_ago, due_on=today() - timedelta(days=365 * years_ago)
        )
    pdf = client_of(agreement.firm).get(reverse("portal:ledger_pdf", args=[language]))
    assert pdf.content.startswith(b"%PDF")
    assert pdf.content.count(b"/Type /Page\n") + pdf.content.count(b"/Type/Page/") <= 1
    assert client_of(agreement.firm).get(reverse("portal:ledger")).status_code == 200


def test_the_list_asks_as_much_of_2000_as_of_20(agreement):
    client, asked = client_of(agreement.firm), []
    from partners.models import Contribution

    for count in (20, 1_980):
        start = Contribution.objects.count()
        Contribution.objects.bulk_create(
            Contribution(
                agreement=agreement,
                firm=agreement.firm,
                year=today().year,
                number=number + 1,
                of=3_000,
                amount=1,
                due_on=today(),
                status="invoiced" if number % 2 else "planned",
                kid=f"8{number:09d}",
                balance=1,
            )
            for number in range(start, start + count)
        )
        client.get(reverse("portal:contributions"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("portal:contributions")).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 30  # seven of them are the list's; a site without pages asks for the rest


def test_what_is_paid_in_advance_stands_beside_what_was_agreed(agreement):
    coming = invoiced(20_000, agreement=agreement, year=today().year + 1).contribution
    assert all(one.year <= today().year for one in value_ledger(agreement.firm))
    book_payment(coming, amount=Decimal(20_000), booked_on=today(), by=UserFactory())
    first = value_ledger(agreement.firm)[0]
    assert (first.year, first.agreed, first.paid) == (today().year + 1, 20_000, 20_000)
