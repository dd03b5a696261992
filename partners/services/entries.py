"""Money rows: written in the transaction of what causes them, summed up into the balance, never changed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Max, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, Round
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.money import kroner
from common.workflow import TransitionError
from partners.models import Contribution, Invoice, MoneyEntry

# How far from today somebody can mean to plan.
PLANNED_BACK, PLANNED_AHEAD = timedelta(days=366), timedelta(days=5 * 366)


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


def paid_before_waived(contributions: QuerySet[Contribution]) -> dict[int, Decimal]:
    """What was paid, without its VAT, on those contributions of which the rest was let go; by year. One query."""
    moved = (MoneyEntry.Kind.PAYMENT, MoneyEntry.Kind.REFUND)
    rows = MoneyEntry.objects.filter(
        Q(kind__in=moved) | Q(reverses__kind__in=moved),
        contribution__in=contributions,
        contribution__status=Contribution.Status.WAIVED,
        contribution__invoices__kind=Invoice.Kind.INVOICE,
    )
    columns = ("contribution_id", "contribution__year", "contribution__amount", "contribution__invoices__gross")
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for _pk, year, amount, gross, sum_ in rows.order_by().values_list(*columns).annotate(Sum("amount")):
        found[year] += min(kroner(amount * -sum_ / gross), amount)
    return dict(found)


def set_balance(contribution: Contribution, balance: Decimal) -> None:
    """Note a balance where no step is taken: what was settled stays settled."""
    Contribution.objects.filter(pk=contribution.pk).update(balance=balance)
    contribution.balance = balance


def log_on(contribution: Contribution, what: str, /, *, by: Any, **data: Any) -> None:
    """Write into the log what no step of a contribution tells. Sums and days are written as text."""
    told = {name: value if isinstance(value, int) else str(value) for name, value in data.items()}
    log(contribution, f"partners.contribution_{what}", user=by, data=told if by else {**told, "by": "system"})


def next_number(contribution: Contribution, kind: str) -> int:
    """The number after the last instalment of that kind in the contribution's year."""
    others = Contribution.objects.filter(agreement=contribution.agreement_id, year=contribution.year, kind=kind)
    return (others.aggregate(most=Max("number"))["most"] or 0) + 1


def plan_instead(stored: Contribution, *, due_on: date, by: Any) -> Contribution:
    """Plan the sum of a locked contribution once more, in money; returns the new one. It happens once.

    Raises TransitionError when it was done already, and ValidationError for a day that cannot be meant.
    """
    today = timezone.localdate()
    if not today - PLANNED_BACK <= due_on <= today + PLANNED_AHEAD:
        raise ValidationError(_("Write a day within a year back and five years ahead."), code="due_on")
    if Contribution.objects.filter(replaces=stored).exists():
        raise TransitionError(_("It has been planned anew already."), code="replaced")
    number = next_number(stored, Contribution.Kind.CASH)
    made = Contribution.objects.create(
        agreement=stored.agreement,
        firm=stored.firm,
        year=stored.year,
        number=number,
        of=number,
        amount=stored.amount,
        due_on=due_on,
        replaces=stored,
    )
    log_on(stored, "replanned", by=by, contribution=made.pk, amount=made.amount)
    log_on(made, "planned", by=by, amount=made.amount, due_on=due_on, replaces=stored.pk)
    return made


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
