"""Contributions and corrections: what may become of them, by whom, and what it does to the sums."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from partners.models import Contribution, Correction, MoneyEntry
from partners.services import (
    agree_in_kind,
    book_payment,
    carry_out_correction,
    credit_invoice,
    drop_planned,
    invoice_contribution,
    invoice_readers,
    mark_overdue,
    pay_back,
    plan_contributions,
    propose_correction,
    receive_in_kind,
    refuse_correction,
    replan_contribution,
    waive,
    wrong_balances,
)
from tests.common.properties import examples
from tests.factories import (
    AgreementFactory,
    ContributionFactory,
    CorrectionFactory,
    InKindRateFactory,
    MembershipFactory,
    MoneyEntryFactory,
    UserFactory,
)

from .money import STATES, billing, contribution_that_is, days, invoiced, sums_are_right, today

pytestmark = pytest.mark.django_db

ANY = STATES[1:]
# Each thing one can do to a contribution, and what it becomes from each state; what is not here is refused.
BECOMES = {
    "invoice": {"planned": "invoiced"},
    "pay in part": {
        "invoiced": "partly_paid",
        "partly_paid": "partly_paid",
        "overdue": "partly_paid",
        "paid": "paid",
        "waived": "waived",
        "credited": "credited",
    },
    "pay": {
        "invoiced": "paid",
        "partly_paid": "paid",
        "overdue": "paid",
        "paid": "paid",
        "waived": "waived",
        "credited": "credited",
    },
    "waive": dict.fromkeys(("planned", "invoiced", "partly_paid", "overdue"), "waived"),
    "credit": dict.fromkeys(("invoiced", "partly_paid", "overdue", "paid"), "credited"),
    "plan anew": {"credited": "credited"},
    "give in kind instead": {"planned": "waived"},
    "receive in kind": {},
}


# A sum in money is invoiced first; a gift falls due as it was planned.
GUARDED = {("fall_due", "planned")}


def do(what: str, contribution: Contribution) -> None:
    """Do it, as somebody."""
    by = UserFactory()
    invoice = contribution.invoices.filter(kind="invoice").first()
    {
        "invoice": lambda: invoice_contribution(contribution, issued_on=today(), by=by),
        "pay in part": lambda: book_payment(contribution, amount=Decimal(1), booked_on=today(), by=by),
        "pay": lambda: book_payment(contribution, amount=Decimal(90_000), booked_on=today(), by=by),
        "waive": lambda: waive(contribution, reason="Fordi.", by=by),
        "credit": lambda: credit_invoice(invoice, reason="Feil.", by=by),
        "plan anew": lambda: replan_contribution(contribution, due_on=today(), by=by),
        "give in kind instead": lambda: agree_in_kind(
            contribution, kind="hours", rate=InKindRateFactory(), quantity=Decimal(20), by=by
        ),
        "receive in kind": lambda: receive_in_kind(contribution, received_on=today(), by=by),
    }[what]()


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("what", BECOMES)
def test_everything_one_can_do_in_every_state(what, status):
    contribution = contribution_that_is(status)
    billing()
    if what == "credit" and status == "planned":
        return  # there is no invoice that could be credited
    rows = MoneyEntry.objects.count()
    if status not in BECOMES[what]:
        with pytest.raises(TransitionError):
            do(what, contribution)
        assert Contribution.objects.get(pk=contribution.pk).status == status
        assert MoneyEntry.objects.count() == rows
    else:
        do(what, contribution)
        found = Contribution.objects.get(pk=contribution.pk)
        assert found.status == BECOMES[what][status]
        if found.status != status:
            entry = ModelLogEntry.objects.for_instance(found).order_by("pk").last()
            assert (entry.data["from"], entry.data["to"]) == (status, found.status)
    assert sums_are_right()


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", Contribution.TRANSITIONS)
def test_every_step_in_every_state(verb, status):
    contribution = contribution_that_is(status)
    step = Contribution.TRANSITIONS[verb]
    facts = {"reason": "Fordi."} if verb == "waive" else {}
    if status not in step.sources or (verb, status) in GUARDED:
        with pytest.raises(TransitionError):
            contribution.step(verb, by=UserFactory(), **facts)
        assert Contribution.objects.get(pk=contribution.pk).status == status
        return
    contribution.step(verb, by=UserFactory(), **facts)
    assert Contribution.objects.get(pk=contribution.pk).status == step.target


def test_the_tables_have_every_state():
    assert set(STATES) == set(Contribution.Status.values)
    assert {target for row in BECOMES.values() for target in row.values()} <= set(STATES)


# --- planning ---------------------------------------------------------------------------------------------------------
def agreement_over(first: date, last: date, *, amount="100000.01", instalments=1):
    return AgreementFactory(
        starts_on=first, ends_on=last, yearly_amount=Decimal(amount), instalments=instalments, status="signed"
    )


def test_it_is_paid_by_the_agreement_year_and_the_rest_by_its_months():
    agreement = agreement_over(date(2030, 9, 1), date(2033, 3, 31))
    planned = plan_contributions(agreement, by=None)
    assert [(one.year, str(one.amount)) for one in planned] == [
        (2030, "100000.01"),
        (2031, "100000.01"),
        (2032, "58333.34"),  # seven months
    ]
    assert [one.due_on for one in planned] == [date(2030, 10, 1), date(2031, 10, 1), date(2032, 10, 1)]


def test_calendar_years_are_paid_as_such():
    planned = plan_contributions(agreement_over(date(2030, 1, 1), date(2032, 12, 31)), by=None)
    assert [(one.year, one.due_on) for one in planned] == [(year, date(year, 1, 31)) for year in (2030, 2031, 2032)]
    assert {str(one.amount) for one in planned} == {"100000.01"}


def test_two_years_in_two_agreements_cost_two_years():
    first = agreement_over(date(2026, 8, 1), date(2027, 7, 31), amount="50000")
    after = AgreementFactory(
        firm=first.firm,
        renews=first,
        starts_on=date(2027, 8, 1),
        ends_on=date(2028, 7, 31),
        yearly_amount=Decimal(50_000),
        status="signed",
    )
    planned = plan_contributions(first, by=None) + plan_contributions(after, by=None)
    assert [(one.year, one.amount) for one in planned] == [(2026, Decimal(50_000)), (2027, Decimal(50_000))]


def test_planned_again_nothing_is_planned_twice():
    agreement = agreement_over(date(2030, 1, 1), date(2031, 12, 31), instalments=4)
    assert len(plan_contributions(agreement, by=None)) == 8
    assert plan_contributions(agreement, by=None) == []
    assert agreement.contributions.count() == 8


def test_instalments_are_spread_over_the_part_of_the_year_the_agreement_covers():
    planned = plan_contributions(agreement_over(date(2030, 7, 1), date(2030, 12, 31), instalments=2), by=None)
    assert [one.due_on for one in planned] == [date(2030, 7, 31), date(2030, 10, 31)]
    assert [str(one.amount) for one in planned] == ["25000.01", "25000.00"]


def test_nothing_is_planned_where_nothing_is_owed():
    assert plan_contributions(agreement_over(date(2030, 1, 1), date(2030, 12, 31), amount="0"), by=None) == []
    tiny = plan_contributions(
        agreement_over(date(2031, 1, 1), date(2031, 12, 31), amount="0.02", instalments=12), by=None
    )
    assert sum(one.amount for one in tiny) == Decimal("0.02")


def test_a_terminated_agreement_drops_what_is_not_due_yet():
    agreement = agreement_over(date(2030, 1, 1), date(2032, 12, 31))
    plan_contributions(agreement, by=None)
    assert drop_planned(agreement, on=date(2031, 1, 31), by=UserFactory()) == 2
    assert list(agreement.contributions.order_by("year").values_list("status", flat=True)) == [
        "planned",
        "waived",
        "waived",
    ]
    assert drop_planned(agreement, on=date(2031, 1, 31), by=UserFactory()) == 0


# --- paying -----------------------------------------------------------------------------------------------------------
def test_what_is_paid_too_much_is_owed_back_and_can_be_paid_back():
    contribution, by = invoiced(20_000).contribution, UserFactory()
    book_payment(contribution, amount=Decimal("20500.00"), booked_on=today(), by=by)
    assert (contribution.status, contribution.balance) == ("paid", Decimal(-500))
    with pytest.raises(ValidationError):
        pay_back(contribution, amount=Decimal(501), booked_on=today(), by=by)
    pay_back(contribution, amount=Decimal(500), booked_on=today(), by=by)
    assert (contribution.status, contribution.balance) == ("paid", Decimal(0))
    assert sums_are_right()


@pytest.mark.parametrize("amount", ["0", "-1", "0.004"])
def test_a_payment_moves_something(amount):
    with pytest.raises(ValidationError):
        book_payment(invoiced().contribution, amount=Decimal(amount), booked_on=today(), by=UserFactory())


def test_a_payment_is_not_of_tomorrow():
    with pytest.raises(ValidationError):
        book_payment(invoiced().contribution, amount=Decimal(1), booked_on=days(1), by=UserFactory())


@examples(100)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["pay", "waive", "credit", "take back", "pay back", "late"]),
            st.decimals("0.01", 30_000, places=2),
        ),
        max_size=8,
    )
)
def test_whatever_is_done_the_balance_is_the_sum_of_the_rows(acts):
    with transaction.atomic():
        invoice = invoiced(20_000, due_on=days(-5), issued_on=days(-60))
        contribution, one, other = invoice.contribution, UserFactory(), UserFactory()
        for act, amount in acts:
            contribution.refresh_from_db()
            try:
                with transaction.atomic():
                    if act == "pay":
                        book_payment(contribution, amount=amount, booked_on=today(), by=one)
                    elif act == "pay back":
                        pay_back(contribution, amount=amount, booked_on=today(), by=one)
                    elif act == "waive":
                        waive(contribution, reason="Fordi.", by=one)
                    elif act == "credit":
                        credit_invoice(invoice, reason="Feil.", by=one)
                    elif act == "late":
                        mark_overdue()
                    else:
                        entry = contribution.entries.filter(kind="payment", reversal=None).first()
                        if entry:
                            carry_out_correction(propose_correction(entry, reason="Feil.", by=one), by=other)
            except ValidationError:
                pass
            assert sums_are_right()
            contribution.refresh_from_db()
            owes = contribution.status in Contribution.OPEN
            assert owes == (contribution.balance > 0)
        transaction.set_rollback(True)


def test_a_wrong_balance_is_seen():
    contribution = invoiced(20_000).contribution
    Contribution.objects.filter(pk=contribution.pk).update(balance=1)
    assert wrong_balances() == {contribution.pk: (Decimal("1.00"), Decimal("20000.00"))}
    assert wrong_balances([contribution.pk + 1]) == {}


# --- in kind ----------------------------------------------------------------------------------------------------------
def test_a_part_can_be_given_in_hours_and_the_rest_is_owed_in_money():
    contribution, by = ContributionFactory(amount=Decimal(20_000)), UserFactory()
    gift = agree_in_kind(
        contribution, kind="hours", rate=InKindRateFactory(amount=Decimal(950)), quantity=Decimal("7.5"), by=by
    )
    assert (gift.amount, contribution.amount) == (Decimal("7125.00"), Decimal("12875.00"))
    receive_in_kind(gift, received_on=today(), note="Kurs", by=by)
    assert (gift.status, gift.balance, contribution.status) == ("paid", 0, "planned")
    assert sums_are_right()


def test_a_gift_is_never_worth_more_than_what_it_stands_for():
    with pytest.raises(ValidationError):
        agree_in_kind(
            ContributionFactory(amount=Decimal(999)),
            kind="hours",
            rate=InKindRateFactory(amount=Decimal(1_000)),
            quantity=Decimal(1),
            by=UserFactory(),
        )


def test_a_gift_is_not_invoiced_and_not_paid_in_money():
    billing()
    gift = ContributionFactory(in_kind=True)
    for act in (
        lambda: invoice_contribution(gift, issued_on=today(), by=UserFactory()),
        lambda: book_payment(gift, amount=Decimal(1), booked_on=today(), by=UserFactory()),
    ):
        with pytest.raises(TransitionError):
            act()


def test_a_gift_entered_by_mistake_is_planned_again():
    gift = contribution_that_is("paid", in_kind=True)
    entry = gift.entries.get(amount__lt=0)
    carry_out_correction(propose_correction(entry, reason="Ikke gitt ennå.", by=UserFactory()), by=UserFactory())
    gift.refresh_from_db()
    assert (gift.status, gift.balance) == ("planned", 0)
    assert sums_are_right()
    receive_in_kind(gift, received_on=today(), by=UserFactory())
    assert gift.status == "paid" and sums_are_right()


# --- corrections ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("verb", Correction.TRANSITIONS)
@pytest.mark.parametrize("status", Correction.Status.values)
def test_every_decision_in_every_state_of_a_correction(status, verb):
    proposer, second, third = UserFactory(), UserFactory(), UserFactory()
    contribution = contribution_that_is("paid")
    correction = propose_correction(contribution.entries.get(kind="payment"), reason="Feil firma.", by=proposer)
    if status == "done":
        carry_out_correction(correction, by=second)
    elif status == "refused":
        refuse_correction(correction, by=second)
    rows = MoneyEntry.objects.count()
    decide = {"carry_out": carry_out_correction, "refuse": refuse_correction}[verb]
    if status != "proposed":
        with pytest.raises(TransitionError):
            decide(correction, by=third)
        assert MoneyEntry.objects.count() == rows
        return
    decide(correction, by=third)
    contribution.refresh_from_db()
    assert contribution.status == ("invoiced" if verb == "carry_out" else "paid")
    assert sums_are_right()


@pytest.mark.parametrize("decide", [carry_out_correction, refuse_correction])
def test_nobody_decides_on_what_they_proposed(decide):
    by = UserFactory()
    entry = contribution_that_is("paid").entries.get(kind="payment")
    correction = propose_correction(entry, reason="Feil.", by=by)
    with pytest.raises(TransitionError):
        decide(correction, by=by)
    correction.refresh_from_db()
    assert correction.status == "proposed"


def test_the_database_too_wants_a_second_person():
    correction = CorrectionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(decided_by=correction.proposed_by)
    entry, by = MoneyEntryFactory(), UserFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MoneyEntryFactory(
            kind="reversal", reverses=entry, reason="x", amount=-entry.amount, created_by=by, approved_by=by
        )


def test_a_row_is_taken_back_once_and_only_rows_that_can_be():
    contribution = contribution_that_is("paid")
    payment = contribution.entries.get(kind="payment")
    correction = propose_correction(payment, reason="Feil.", by=UserFactory())
    with pytest.raises(TransitionError):
        propose_correction(payment, reason="Feil.", by=UserFactory())
    row = carry_out_correction(correction, by=UserFactory())
    for entry in (payment, row, contribution.entries.get(kind="invoice")):
        entry = MoneyEntry.objects.get(pk=entry.pk)
        with pytest.raises(TransitionError):
            propose_correction(entry, reason="Feil.", by=UserFactory())


def test_a_payment_taken_back_leaves_what_else_was_paid():
    contribution, by = invoiced(20_000).contribution, UserFactory()
    book_payment(contribution, amount=Decimal(8_000), booked_on=today(), by=by)
    wrong = book_payment(contribution, amount=Decimal(12_000), booked_on=today(), by=by)
    carry_out_correction(propose_correction(wrong, reason="Feil.", by=by), by=UserFactory())
    contribution.refresh_from_db()
    assert (contribution.status, contribution.balance, contribution.settled_at) == ("partly_paid", 12_000, None)


# --- the clock --------------------------------------------------------------------------------------------------------
def late(**more):
    return invoiced(due_on=days(-20), issued_on=days(-60), **more).contribution


def test_what_is_past_its_day_is_marked_once_also_after_a_missed_run():
    contribution, _in_time = late(), invoiced(due_on=days(0), issued_on=days(-30))
    assert (mark_overdue(), mark_overdue()) == (1, 0)
    contribution.refresh_from_db()
    assert contribution.status == "overdue"


def test_letters_go_to_the_invoice_contacts_else_the_main_contact_else_the_administrators():
    firm = ContributionFactory().firm
    MembershipFactory(firm=firm, role="liaison", is_invoice_contact=True)
    assert invoice_readers(firm) == []
    administrator = MembershipFactory(firm=firm, role="administrator").user
    assert invoice_readers(firm) == [administrator]
    primary = MembershipFactory(firm=firm, is_primary_contact=True).user
    assert invoice_readers(firm) == [primary]
    accountant = MembershipFactory(firm=firm, is_invoice_contact=True).user
    assert invoice_readers(firm) == [accountant]
