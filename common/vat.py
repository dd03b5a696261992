"""Value added tax as EN 16931 counts it: per category and rate of the whole document, never per line."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from .money import kroner


class Taxed(Protocol):
    """A line: its sum without VAT, NOK, and how VAT is treated, by UNCL5305."""

    @property
    def net(self) -> Decimal: ...
    @property
    def vat_category(self) -> str: ...
    @property
    def vat_rate(self) -> Decimal: ...
    @property
    def vat_reason(self) -> str: ...


@dataclass(frozen=True)
class TaxTotal:
    """What lines of one treatment come to: NOK without VAT, and the VAT on it."""

    category: str
    rate: Decimal
    reason: str
    net: Decimal
    vat: Decimal


def tax_totals(lines: Iterable[Taxed]) -> list[TaxTotal]:
    """One total for each category and rate, in the order in which they first come.

    The tax is the sum without VAT times the rate, halves of an øre rounded up (BR-CO-17 and BR-S-09 of EN 16931-1,
    which Peppol BIS Billing 3.0 follows). So the øre may differ from what lines rounded one by one would add up to.
    """
    sums: dict[tuple[str, Decimal], Decimal] = {}
    reasons: dict[tuple[str, Decimal], str] = {}
    for line in lines:
        key = (line.vat_category, Decimal(line.vat_rate))
        sums[key] = sums.get(key, Decimal(0)) + line.net
        reasons[key] = reasons.get(key) or line.vat_reason
    return [
        TaxTotal(category, rate, reasons[category, rate], kroner(net), kroner(net * rate / 100))
        for (category, rate), net in sums.items()
    ]
