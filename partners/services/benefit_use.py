"""What firms have used of their benefits: the one place that says it, wherever it is shown or asked.

A firm has a benefit once a year, by its short name, though two of its agreements give it: it gets the better of their
quantities, and what it used under one counts under the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from partners.models import BenefitYear

# By firm and year: how many, of a benefit that is counted where it happens.
Counter = Callable[[set[int], set[int]], dict[tuple[int, int], int]]
_counters: dict[str, Counter] = {}


@dataclass(frozen=True)
class BenefitUse:
    """Of one benefit in one year: how many were `used`, and how many the firm may use; None for no limit."""

    used: int
    quantity: int | None

    @property
    def left(self) -> int | None:
        """How many are left, None for as many as one likes."""
        return None if self.quantity is None else max(0, self.quantity - self.used)


def count_elsewhere(slug: str, counter: Counter) -> None:
    """Let `counter` say what is used of the benefit `slug`, which nobody delivers by hand then. For an app's start."""
    _counters[slug] = counter


def counted_elsewhere() -> tuple[str, ...]:
    """The short names of benefits that are counted where they happen."""
    return tuple(_counters)


def uses_of(accounts: Iterable[BenefitYear]) -> dict[int, BenefitUse]:
    """What is used of each account's benefit in its year, by the account's key; the same number of queries for many.

    Read them with their `benefit__agreement`.
    """
    asked = {one.pk: (one.benefit.agreement.firm_id, one.year, one.benefit.slug) for one in accounts}
    firms, years = {firm for firm, _year, _slug in asked.values()}, {year for _firm, year, _slug in asked.values()}
    slugs = {slug for _firm, _year, slug in asked.values()}
    used: dict[tuple[int, int, str], int] = defaultdict(int)
    quantities: dict[tuple[int, int, str], list[int | None]] = defaultdict(list)
    rows = BenefitYear.objects.filter(
        benefit__agreement__firm__in=firms, year__in=years, benefit__slug__in=slugs
    ).exclude(benefit__agreement__status="draft")
    names = ("benefit__agreement__firm", "year", "benefit__slug", "quantity", "used")
    stood = ("benefit__agreement__status", "benefit__agreement__signed_at")
    for firm, year, slug, quantity, count, status, signed_at in rows.values_list(*names, *stood):
        used[firm, year, slug] += count
        if status != "terminated" or signed_at is not None:  # an offer that was taken back gives nothing
            quantities[firm, year, slug].append(quantity)
    for slug in slugs & set(_counters):
        for (firm, year), count in _counters[slug](firms, years).items():
            used[firm, year, slug] = count
    return {pk: BenefitUse(used[key], _best(quantities[key])) for pk, key in asked.items()}


def _best(quantities: list[int | None]) -> int | None:
    numbers = [one for one in quantities if one is not None]
    return None if len(numbers) < len(quantities) else max(numbers, default=0)
