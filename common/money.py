"""Amounts in Norwegian kroner: Decimal, two places, never a float."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from babel.numbers import format_decimal
from django.db import models

ORE = Decimal("0.01")


def kroner(amount: Decimal | int | str) -> Decimal:
    """`amount` in NOK with two places, halves rounded away from zero. Raises TypeError for a float."""
    if isinstance(amount, float):
        raise TypeError("Money is never a float; give a Decimal, an int or a text.")
    return Decimal(amount).quantize(ORE, rounding=ROUND_HALF_UP)


def instalments(whole: Decimal, parts: int) -> list[Decimal]:
    """`whole` NOK cut into `parts` equal sums whose total is exactly `whole`; the odd øre go to the first ones.

    Raises ValueError when `parts` is less than one.
    """
    if parts < 1:
        raise ValueError("There must be at least one instalment.")
    ore = int(kroner(whole) / ORE)
    sign = -1 if ore < 0 else 1
    each, rest = divmod(abs(ore), parts)
    return [sign * (each + (1 if number < rest else 0)) * ORE for number in range(parts)]


def display(amount: Decimal | int, language: str = "nb") -> str:
    """The way a reader expects it: `2 000 000 kr` in Norwegian, `NOK 2,000,000` in English; øre only when there are."""
    exact = kroner(amount)
    pattern = "#,##0" if exact == exact.to_integral_value() else "#,##0.00"
    if language.startswith("en"):
        return f"NOK {format_decimal(exact, format=pattern, locale='en_GB')}"
    return f"{format_decimal(exact, format=pattern, locale='nb_NO')} kr"


class KronerField(models.DecimalField):
    """An amount in NOK with two places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 12)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)
