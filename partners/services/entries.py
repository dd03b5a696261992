"""Money rows: written in the transaction of what causes them, summed up into the balance, never changed."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import F, Sum
from django.db.models.functions import Coalesce, Round
from django.utils import timezone

from common.money import kroner
from partners.models import Contribution, MoneyEntry


def now_here() -> datetime:
    """Now, in Norwegian time, so that its date is the day people have."""
    return timezone.localtime()


def locked(contribution: Contribution) -> Contribution:
    """The contribution as it is stored, kept from everybody else until the transaction ends."""
    found = Contribution.objects.select_for_update(of=("self",)).select_related("agreement__tier", "firm")
    return found.get(pk=contribution.pk)


def write_entry(
    contribution: Contribution, kind: str, amount: Decimal, *, booked_on: date, by: Any, **more: Any
) -> MoneyEntry:
    """Write a money row; who calls sets the balance in the same transaction, on a locked contribution."""
    return MoneyEntry.objects.create(
        contribution=contribution, kind=kind, amount=kroner(amount), booked_on=booked_on, created_by=by, **more
    )


def paid_on(contribution: Contribution) -> Decimal:
    """What has been paid on it and not taken back, NOK."""
    rows = contribution.entries.filter(kind=MoneyEntry.Kind.PAYMENT, reversal=None)
    return -kroner(rows.aggregate(sum=Sum("amount"))["sum"] or Decimal(0))


def set_balance(contribution: Contribution, balance: Decimal) -> None:
    """Note a balance where no step is taken: what was settled stays settled."""
    Contribution.objects.filter(pk=contribution.pk).update(balance=balance)
    contribution.balance = balance


def wrong_balances(contributions: Iterable[int] | None = None) -> dict[int, tuple[Decimal, Decimal]]:
    """Contributions whose balance is not the sum of their money rows, with both sums: empty, or something is broken.

    All of them, or those with the given keys. One query.
    """
    # Rounded, since SQLite sums in floating point.
    total = Round(Coalesce(Sum("entries__amount"), Decimal(0)), precision=2)
    found = Contribution.objects.annotate(sum=total).exclude(sum=F("balance"))
    if contributions is not None:
        found = found.filter(pk__in=list(contributions))
    return {pk: (kroner(balance), kroner(rows)) for pk, balance, rows in found.values_list("pk", "balance", "sum")}
