"""Where a contribution stands after any row of payments, reversals and the like: the first test without a database."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.workflow import TransitionError
from partners.models import Contribution
from partners.services import book_payment, carry_out_correction, credit_invoice, pay_back, propose_correction
from partners.services.balances import step_of_payment, step_of_reversal
from tests.common.properties import examples
from tests.factories import UserFactory

from .money import invoiced, sums_are_right, today

OWED = Decimal(20_000)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["pay", "pay back", "waive", "credit", "take back", "late"]),
        st.decimals("0.01", 30_000, places=2),
    ),
    max_size=12,
)


@dataclass
class Paper:
    """A contribution with its rows, on paper: steps by its own table, rows as the services write them."""

    status: str = "invoiced"
    rows: list[Decimal] = field(default_factory=lambda: [OWED])
    payments: list[Decimal] = field(default_factory=list)
    was_paid_back: bool = False

    @property
    def balance(self) -> Decimal:
        return sum(self.rows, Decimal(0))

    def step(self, verb: str | None) -> None:
        if verb is not None:
            transition = Contribution.TRANSITIONS[verb]
            assert self.status in transition.sources, (verb, self.status)
            self.status = transition.target

    def allows(self, verb: str) -> bool:
        return self.status in Contribution.TRANSITIONS[verb].sources

    def act(self, what: str, amount: Decimal) -> None:
        if what == "pay":
            self.rows.append(-amount)
            self.payments.append(amount)
            self.step(step_of_payment(self.status, self.balance))
        elif what == "pay back" and amount <= -self.balance:
            self.rows.append(amount)
            self.was_paid_back = True
        elif what == "waive" and self.allows("waive"):
            self.rows.append(-self.balance)
            self.step("waive")
        elif what == "credit" and self.allows("credit") and self.balance <= OWED:
            self.rows.append(-OWED)
            self.step("credit")
        elif what == "late" and self.allows("fall_due"):
            self.step("fall_due")
        elif what == "take back" and self.payments:
            self.take_back()

    def take_back(self) -> None:
        balance = self.balance + self.payments[0]
        settled = self.status in ("waived", "credited")
        if balance > 0 and settled and self.was_paid_back:
            return
        amount = self.payments.pop(0)
        self.rows.append(amount)
        if self.status == "waived" and balance > 0:
            self.rows.append(-balance)
        else:
            self.step(step_of_reversal(self.status, balance, sum(self.payments, Decimal(0))))


@examples(10_000)
@given(ACTS)
def test_it_stands_among_what_is_owed_exactly_when_something_is_owed(acts):
    paper = Paper()
    for what, amount in acts:
        paper.act(what, amount)
        assert (paper.status in Contribution.OPEN) == (paper.balance > 0), (paper, what, amount)
        if paper.status == "partly_paid":
            assert paper.payments


@pytest.mark.django_db
def test_what_was_paid_back_of_a_payment_that_never_was_stays_owed_when_the_invoice_is_to_be_credited():
    invoice, by = invoiced(20_000), UserFactory()
    contribution = invoice.contribution
    payment = book_payment(contribution, amount=Decimal("20000.01"), booked_on=today(), by=by)
    refund = pay_back(contribution, amount=Decimal("0.01"), booked_on=today(), by=by)
    carry_out_correction(propose_correction(payment, reason="Feil.", by=by), by=UserFactory())
    with pytest.raises(TransitionError):
        credit_invoice(invoice, reason="Feil.", by=by)
    carry_out_correction(propose_correction(refund, reason="Feil.", by=by), by=UserFactory())
    credit_invoice(invoice, reason="Feil.", by=by)
    contribution.refresh_from_db()
    assert (contribution.status, contribution.balance) == ("credited", 0) and sums_are_right()
