"""Payments somebody looks at: matched by hand, set aside, and told of."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from common.money import display
from common.workflow import TransitionError
from partners.models import Contribution, MoneyEntry, PaymentFile, PaymentRow

from .ledger import book_payment

ENTRIES_SHOWN = 5


def book_row(row: PaymentRow, contribution: Contribution, *, by: Any) -> None:
    """Book a payment on a contribution, in the caller's transaction. Raises what `book_payment` raises."""
    entry = book_payment(contribution, amount=row.amount, booked_on=row.booked_on, reference=row.reference, by=by)
    row.match(entry=entry, by=by)


@transaction.atomic
def match_payment(row: PaymentRow, contribution: Contribution, *, by: Any) -> None:
    """Book a payment on the contribution somebody says it is for.

    Raises TransitionError when the row was matched meanwhile or takes a payment back, and what `book_payment` raises.
    """
    PaymentRow.objects.select_for_update().get(pk=row.pk)
    row.refresh_from_db()
    if row.is_reversal:
        raise TransitionError(
            _("A reversal is not booked. Correct the payment that it takes back, then set it aside."), code="reversal"
        )
    if row.status == PaymentRow.Status.MATCHED:
        raise TransitionError(_("Somebody has matched it already."), code="matched")
    book_row(row, contribution, by=by)


def set_payment_aside(row: PaymentRow, *, reason: str, by: Any) -> None:
    """Take it out of the inbox: it has nothing to do with contributions. Raises ValidationError without a reason."""
    if not reason.strip():
        raise ValidationError(_("Say what it is instead."), code="reason")
    row.set_aside(reason=reason.strip()[:200], by=by)


def entries_reversed_by(row: PaymentRow) -> list[MoneyEntry]:
    """The money rows that a reversal may take back: of its sum, with the bank's reference; else with its KID.

    A payment that is given back counts, and money paid back that came in again; none that was corrected already.
    """
    found = MoneyEntry.objects.filter(
        kind__in=(MoneyEntry.Kind.PAYMENT, MoneyEntry.Kind.REFUND), amount=row.amount, reversal=None
    ).select_related("contribution__firm")
    named = list(found.filter(reference=row.reference).order_by("-pk")[:ENTRIES_SHOWN])
    if named or not row.kid:
        return named
    return list(found.filter(contribution__kid=row.kid).order_by("-pk")[:ENTRIES_SHOWN])


def told_of(files: list[PaymentFile]) -> dict[int, str]:
    """What became of each file, in a sentence, by its key. One query."""
    rows = PaymentRow.objects.filter(file__in=files).order_by().values_list("file", "status")
    found: dict[int, dict[str, tuple[int, Decimal]]] = {}
    waiting: dict[int, int] = {}
    counts = rows.annotate(Count("pk"), Sum("amount"), waits=Count("pk", filter=Q(is_waiting=True)))
    for file, status, count, amount, waits in counts:
        found.setdefault(file, {})[status] = (count - waits, amount)
        waiting[file] = waiting.get(file, 0) + waits
    return {file.pk: _sentence(file, found.get(file.pk, {}), waiting.get(file.pk, 0)) for file in files}


def _sentence(file: PaymentFile, sums: dict[str, tuple[int, Decimal]], waiting: int) -> str:
    nothing = (0, Decimal(0))
    count, amount = sums.get(PaymentRow.Status.MATCHED, nothing)
    booked = ngettext("%(count)s payment booked", "%(count)s payments booked", count) % {"count": count}
    parts = [f"{booked} ({display(amount, (get_language() or 'nb')[:2])})"]
    if left := sums.get(PaymentRow.Status.UNMATCHED, nothing)[0]:
        parts.append(ngettext("%(count)s to look at", "%(count)s to look at", left) % {"count": left})
    if waiting:
        parts.append(ngettext("%(count)s still waits", "%(count)s still wait", waiting) % {"count": waiting})
    if lost := len(file.problems):
        parts.append(ngettext("%(count)s row not read", "%(count)s rows not read", lost) % {"count": lost})
    return ", ".join(parts) + "."
