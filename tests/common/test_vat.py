"""VAT per category and rate, as EN 16931 counts it."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from common.money import instalments
from common.vat import tax_totals
from tests.common.properties import examples

ORE = Decimal("0.01")
SUMS = st.decimals(min_value=0, max_value=10**8, places=2)
RATES = st.sampled_from([Decimal(0), Decimal("12.00"), Decimal("15.00"), Decimal("25.00"), Decimal("11.11")])


@dataclass
class Line:
    net: Decimal
    vat_category: str = "S"
    vat_rate: Decimal = Decimal(25)
    vat_reason: str = ""


def half_up(exact: Decimal) -> Decimal:
    """Halves up, counted in whole øre and not by Decimal's rounding."""
    hundredths = exact * 100
    whole = int(hundredths)
    return Decimal(whole + (1 if hundredths - whole >= Decimal("0.5") else 0)) / 100


@examples(10_000)
@given(st.lists(st.tuples(SUMS, RATES), min_size=1, max_size=8))
def test_vat_rounds_as_the_standard_says_once_for_each_category_and_rate(rows):
    totals = tax_totals([Line(net, "S" if rate else "Z", rate) for net, rate in rows])
    assert len({(total.category, total.rate) for total in totals}) == len(totals)
    assert sum(total.net for total in totals) == sum(net for net, _rate in rows)
    for total in totals:
        assert total.net == sum(net for net, rate in rows if rate == total.rate)
        assert total.vat == half_up(total.net * total.rate / 100)
        assert abs(total.vat - total.net * total.rate / 100) <= ORE / 2


def test_half_an_ore_goes_up_and_lines_are_not_rounded_one_by_one():
    assert tax_totals([Line(Decimal("0.02"))])[0].vat == Decimal("0.01")  # 0.005
    assert tax_totals([Line(Decimal("0.01"))] * 4)[0].vat == Decimal("0.01")  # four times 0.0025
    assert tax_totals([Line(Decimal("0.01"))])[0].vat == 0


@examples(10_000)
@given(SUMS, st.integers(min_value=1, max_value=12), RATES)
def test_a_year_in_instalments_is_invoiced_in_full_before_vat(whole, parts, rate):
    nets = [net for net in instalments(whole, parts) if net]
    assert sum(tax_totals([Line(net, vat_rate=rate)])[0].net for net in nets) == whole
