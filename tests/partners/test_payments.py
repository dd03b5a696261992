"""Payments from the bank: what is read, what is matched, and what stays in sight."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from common.workflow import TransitionError
from partners.models import PaymentFile, PaymentRow
from partners.services import (
    carry_out_correction,
    import_payments,
    match_payment,
    propose_correction,
    set_payment_aside,
    told_of,
)
from tests.factories import PaymentRowFactory, UserFactory

from .bank_files import DAY, csv_of
from .money import contribution_that_is, invoiced, sums_are_right, today

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["mod10", "mod11"])
def test_a_payment_finds_what_it_is_for_by_its_kid(method):
    from .money import billing

    billing(kid_method=method)
    contribution = invoiced(20_000).contribution
    file = import_payments("bank.csv", csv_of(f"{DAY};20 000,00;{contribution.kid};A1;Firma"), by=UserFactory())
    contribution.refresh_from_db()
    row = file.rows.get()
    assert (contribution.status, contribution.balance, row.status) == ("paid", 0, "matched")
    assert row.entry.reference == "A1" and sums_are_right()
    assert told_of([file])[file.pk].startswith("1 ")


def test_what_fits_nothing_stays_in_sight_with_the_reason():
    paid = contribution_that_is("paid")
    wrong = paid.kid[:-1] + str((int(paid.kid[-1]) + 1) % 10)
    rows = [f"{DAY};5,00;{kid};A{place};x" for place, kid in enumerate(["", wrong, "18", paid.kid])]
    file = import_payments("bank.csv", csv_of(*rows), by=UserFactory())
    found = list(file.rows.order_by("line"))
    assert {row.status for row in found} == {"unmatched"}
    assert len({row.why for row in found}) == 4 and all(row.why for row in found)


def test_the_same_file_is_refused_and_the_same_payment_in_another_file_is_told_and_not_kept():
    contribution = invoiced(20_000).contribution
    first = csv_of(f"{DAY};5000;{contribution.kid};A1;x")
    import_payments("a.csv", first, by=UserFactory())
    with pytest.raises(ValidationError) as told:
        import_payments("b.csv", first, by=UserFactory())
    assert told.value.code == "again"
    other = import_payments("c.csv", csv_of(f"{DAY};5000;{contribution.kid};A1;x", f"{DAY};1;;A2;x"), by=UserFactory())
    assert [problem["row"] for problem in other.problems] == [2]
    contribution.refresh_from_db()
    assert contribution.balance == 15_000
    assert PaymentFile.objects.count() == 2


def test_payments_without_a_reference_are_told_apart_and_known_again():
    rows = [f"{DAY};100;;;Per", f"{DAY};100;;;Per", f"{DAY};100;;;Pål"]
    assert import_payments("a.csv", csv_of(*rows), by=UserFactory()).rows.count() == 3
    again = import_payments("b.csv", csv_of(*rows, f"{DAY};100;;;Per"), by=UserFactory())
    assert again.rows.count() == 1 and len(again.problems) == 3


VERBS = {
    "match": {"unmatched", "set_aside"},
    "set_aside": {"unmatched"},
    "release": {"set_aside"},
    "unmatch": {"matched"},
}


@pytest.mark.parametrize("status", PaymentRow.Status.values)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_in_every_state_of_a_payment(verb, status):
    assert set(VERBS) == set(PaymentRow.TRANSITIONS)
    by, row, contribution = UserFactory(), PaymentRowFactory(amount=Decimal(5_000)), invoiced(20_000).contribution
    if status == "matched":
        match_payment(row, contribution, by=by)
    elif status == "set_aside":
        set_payment_aside(row, reason="Renter", by=by)
    do = {
        "match": lambda: match_payment(row, contribution, by=by),
        "set_aside": lambda: set_payment_aside(row, reason="Renter", by=by),
        "release": lambda: row.release(by=by),
        "unmatch": lambda: row.unmatch(reason="Feil.", by=by),
    }[verb]
    rows = contribution.entries.count()
    if status in VERBS[verb]:
        do()
        row.refresh_from_db()
        assert row.status == PaymentRow.TRANSITIONS[verb].target
    else:
        with pytest.raises(TransitionError):
            do()
        assert (row.status, contribution.entries.count()) == (status, rows)
    assert sums_are_right()


def test_a_payment_matched_to_the_wrong_firm_comes_back_to_the_inbox():
    row, wrong = PaymentRowFactory(amount=Decimal(5_000)), invoiced(20_000).contribution
    match_payment(row, wrong, by=UserFactory())
    correction = propose_correction(row.entry, reason="Feil firma.", by=UserFactory())
    carry_out_correction(correction, by=UserFactory())
    row.refresh_from_db()
    assert (row.status, row.entry) == ("unmatched", None)
    match_payment(row, invoiced(20_000).contribution, by=UserFactory())
    assert sums_are_right()


def test_a_payment_of_tomorrow_waits_in_the_inbox():
    contribution = invoiced(20_000).contribution
    later = today().replace(year=today().year + 1).strftime("%d.%m.%Y")
    file = import_payments("a.csv", csv_of(f"{later};20000;{contribution.kid};A1;x"), by=UserFactory())
    assert file.rows.get().status == "unmatched"
