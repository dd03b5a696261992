"""A process of its own that wants a seat: `python -m tests.partners.taker`, on the database of DATABASE_URL.

It says "ready", does what each line asks for (`take`, or by the control `look` and then `grab`; the row; 1 for a
former partner), and answers with one line.
"""

import sys

import django

django.setup()

from partners.models import RoundTier  # noqa: E402
from partners.services import take_seat  # noqa: E402

SEEN: dict[int, RoundTier] = {}


def take(row: RoundTier, former: bool) -> bool:
    """As the product does it."""
    return take_seat(row.round, row.tier, is_former_partner=former)


def look(row: RoundTier, _former: bool) -> bool:
    """The control reads ..."""
    SEEN[row.pk] = row
    return row.free > 0


def grab(row: RoundTier, _former: bool) -> bool:
    """... and writes what it read, and one more."""
    mine = SEEN[row.pk]
    if mine.free < 1:
        return False
    mine.taken += 1
    mine.save()
    return True


STEPS = {"take": take, "look": look, "grab": grab}


def main() -> None:
    """Until nobody asks any more."""
    print("ready", flush=True)
    for line in sys.stdin:
        step, pk, former = line.split()
        row = RoundTier.objects.select_related("round", "tier").get(pk=pk)
        print("yes" if STEPS[step](row, former == "1") else "no", flush=True)


if __name__ == "__main__":
    main()
