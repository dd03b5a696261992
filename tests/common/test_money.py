"""Amounts in kroner."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.money import display, instalments, kroner
from tests.common.properties import examples

AMOUNTS = st.decimals(min_value=-(10**10), max_value=10**10, places=2)
NBSP = "\N{NO-BREAK SPACE}"


@examples(10_000)
@given(AMOUNTS, st.integers(min_value=1, max_value=60))
def test_instalments_sum_to_the_whole_to_the_last_ore(whole, parts):
    sums = instalments(whole, parts)
    assert sum(sums) == whole
    assert len(sums) == parts
    assert max(sums) - min(sums) <= Decimal("0.01")
    assert all(one.as_tuple().exponent == -2 for one in sums)


def test_the_odd_ore_go_to_the_first_instalments():
    assert instalments(Decimal("100.00"), 3) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert instalments(Decimal("-0.02"), 3) == [Decimal("-0.01"), Decimal("-0.01"), Decimal("0.00")]


@pytest.mark.parametrize("parts", [0, -1])
def test_there_is_at_least_one_instalment(parts):
    with pytest.raises(ValueError):
        instalments(Decimal(100), parts)


@given(st.floats())
@examples(50)
def test_a_float_is_never_money(amount):
    for use in (kroner, display, lambda value: instalments(value, 2)):
        with pytest.raises(TypeError):
            use(amount)


@pytest.mark.parametrize(
    ("given_amount", "expected"),
    [("0.005", "0.01"), ("-0.005", "-0.01"), ("1.004", "1.00"), (7, "7.00"), (Decimal("2.675"), "2.68")],
)
def test_half_an_ore_is_rounded_away_from_zero(given_amount, expected):
    assert str(kroner(given_amount)) == expected


@pytest.mark.parametrize(
    ("amount", "nb", "en"),
    [
        (2_000_000, "2 000 000 kr", "NOK 2,000,000"),
        (Decimal("2000000.00"), "2 000 000 kr", "NOK 2,000,000"),
        (Decimal("1234.5"), "1 234,50 kr", "NOK 1,234.50"),
        (Decimal("0.05"), "0,05 kr", "NOK 0.05"),
        (999, "999 kr", "NOK 999"),
        (0, "0 kr", "NOK 0"),
    ],
)
def test_amounts_are_written_as_each_reader_expects(amount, nb, en):
    assert display(amount, "nb").replace(NBSP, " ") == nb
    assert display(amount).replace(NBSP, " ") == nb
    assert display(amount, "en") == en
    assert display(amount, "en-gb") == en


def test_the_thousands_of_a_norwegian_amount_never_break_over_two_lines():
    assert display(2_000_000, "nb").startswith(f"2{NBSP}000{NBSP}000")
