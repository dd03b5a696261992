"""Numbers without gaps."""

from django.db import transaction
from django.db.models import F

from partners.models import NumberSeries


def take_number(series: str, *, first: int = 1) -> int:
    """The next number of `series`, the first time `first`. Must be called in the transaction that stores what gets it.

    The row stays locked until that transaction is over; when it is undone, the number goes to the next one. Raises
    RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken in the transaction of what gets it.")
    NumberSeries.objects.get_or_create(name=series, defaults={"next": first})
    found = NumberSeries.objects.filter(name=series)
    found.update(next=F("next") + 1)  # whoever comes second waits here for the first one's end
    return found.values_list("next", flat=True).get() - 1
