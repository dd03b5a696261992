"""Where a contribution stands once money has moved: decided from its status and sums alone."""

from decimal import Decimal

from partners.models import Contribution

_Status = Contribution.Status


def step_of_payment(status: str, balance: Decimal) -> str | None:
    """The step that follows from a payment which left `balance`; None where it stays settled, as it was."""
    if status not in Contribution.OPEN:
        return None
    return "pay_part" if balance > 0 else "pay"


def step_of_reversal(status: str, balance: Decimal, still_paid: Decimal) -> str | None:
    """The step that follows when a row is taken back, which left `balance` and `still_paid` NOK of payments.

    None where it stays as it was: what nothing is owed on, what is settled without payment, and what is late.
    """
    if balance <= 0 or status not in (_Status.PAID, _Status.PARTLY_PAID):
        return None
    if still_paid <= 0:
        return "reopen"
    return "pay_part" if status == _Status.PARTLY_PAID else "reopen_part"
