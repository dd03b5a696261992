"""The years an agreement is paid by: every day once, every begun month once, over any chain of renewals."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.money import instalments, kroner
from partners.models import agreement_years
from partners.models.agreement_years import months_after
from tests.common.properties import examples

A_DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def begun_months(first: date, last: date) -> int:
    """Counted the slow way, a month at a time."""
    count = 1
    while months_after(first, count) <= last:
        count += 1
    return count


@examples(10_000)
@given(DAYS, st.lists(st.integers(1, 1500), min_size=1, max_size=4), st.integers(1, 12), st.integers(1, 10_000_000))
def test_every_day_and_every_begun_month_is_charged_once_over_a_chain_of_renewals(first, lengths, parts, ore):
    yearly = Decimal(ore) / 100
    expected = first
    for length in lengths:
        last = expected + timedelta(days=length - 1)
        years = agreement_years(expected, last)
        # No gap and no day twice, from the first day to the last.
        for year in years:
            assert year.first == expected and year.first <= year.last
            expected = year.last + A_DAY
        assert expected == last + A_DAY
        # Whole years but the last, and together the months that were begun.
        assert [year.months for year in years[:-1]] == [12] * (len(years) - 1)
        assert sum(year.months for year in years) == begun_months(years[0].first, last)
        # The calendar year in which each begins is its own, so that nothing is planned in the place of another.
        assert len({year.first.year for year in years}) == len(years)
        owed = [kroner(yearly * year.months / 12) for year in years]
        assert abs(sum(owed) - yearly * sum(year.months for year in years) / 12) <= Decimal("0.005")
        assert all(sum(instalments(one, parts)) == one for one in owed)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), [12]),
        (date(2026, 8, 1), date(2027, 7, 31), [12]),
        (date(2026, 8, 1), date(2027, 8, 1), [12, 1]),
        (date(2026, 8, 1), date(2026, 8, 1), [1]),
        (date(2026, 8, 1), date(2026, 8, 31), [1]),
        (date(2026, 8, 1), date(2026, 9, 1), [2]),
        (date(2028, 2, 29), date(2029, 2, 27), [12]),
        (date(2028, 2, 29), date(2029, 2, 28), [12, 1]),
        (date(2026, 1, 31), date(2026, 2, 28), [2]),
    ],
)
def test_a_month_begun_counts_whole(first, last, months):
    assert [year.months for year in agreement_years(first, last)] == months
