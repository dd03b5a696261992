"""What a partner firm gave and what it got, year by year: for the firm itself, and on one page for its board."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.languages import in_language
from common.money import display, kroner
from common.pdf import make_pdf
from partners.models import BenefitDelivery, Contribution, MoneyEntry, PartnerFirm
from partners.services import paid_before_waived

from .models import Handover

LAYOUT = Path(__file__).parent / "typst" / "value_ledger.typ"
ON_PAPER = 6  # years that have room on one page
BENEFITS_ON_PAPER = 8


@dataclass
class ValueYear:
    """One year. Sums are NOK: `agreed` without VAT, `paid` with it, `in_kind` as it was valued."""

    year: int
    agreed: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    in_kind: Decimal = Decimal(0)
    offered: int = 0
    accepted: int = 0
    done: int = 0
    benefits: list[tuple[str, int]] = field(default_factory=list)

    @property
    def given(self) -> Decimal:
        """Paid in money and given in kind."""
        return self.paid + self.in_kind

    @property
    def benefits_got(self) -> int:
        """How many benefits were delivered."""
        return sum(count for _name, count in self.benefits)


def value_ledger(firm: PartnerFirm) -> list[ValueYear]:
    """Every year in which something was agreed, given or got, the latest first. Six queries, however many years.

    Of a contribution of which the rest was let go, what was paid counts as agreed. Money counts for the year of its
    contribution, a handover for the year it was offered in, a benefit for the year of
    its account. A year to come is in it once something was given for it.
    """
    this_year = timezone.localdate().year
    years: defaultdict[int, ValueYear] = defaultdict(lambda: ValueYear(0))
    for year, amount in _in_kind(firm).values_list("contribution__year").annotate(Sum("amount")):
        years[year].in_kind = kroner(-amount)
    for year, amount in _paid(firm).values_list("contribution__year").annotate(Sum("amount")):
        years[year].paid = kroner(-amount)
    kept = Contribution.objects.filter(Q(year__lte=this_year) | Q(year__in=list(years)), firm=firm).order_by()
    agreed = kept.exclude(status__in=(Contribution.Status.WAIVED, Contribution.Status.CREDITED))
    for year, amount in agreed.values_list("year").annotate(Sum("amount")):
        years[year].agreed = kroner(amount)
    for year, amount in paid_before_waived(kept).items():
        years[year].agreed += amount
    handovers = Handover.objects.of_firm(firm).exclude(status=Handover.Status.AWAITING_CONSENT).order_by()
    for row in (
        handovers.annotate(in_year=ExtractYear("handed_over_at"))
        .values("in_year")
        .annotate(
            offered=Count("pk"),
            accepted=Count("pk", filter=Q(accepted_at__isnull=False)),
            done=Count("pk", filter=Q(status=Handover.Status.DONE)),
        )
    ):
        one = years[row["in_year"]]
        one.offered, one.accepted, one.done = row["offered"], row["accepted"], row["done"]
    for year, name, count in _benefits(firm):
        years[year].benefits.append((name, count))
    for year, found in years.items():
        found.year = year
    return sorted(years.values(), key=lambda one: -one.year)


def _rows(firm: PartnerFirm, kinds: tuple[str, ...]) -> QuerySet[MoneyEntry]:
    """Money rows of those kinds, and the rows that took some of them back."""
    return MoneyEntry.objects.filter(
        Q(kind__in=kinds) | Q(reverses__kind__in=kinds), contribution__firm=firm
    ).order_by()


def _paid(firm: PartnerFirm) -> QuerySet[MoneyEntry]:
    return _rows(firm, (MoneyEntry.Kind.PAYMENT, MoneyEntry.Kind.REFUND))


def _in_kind(firm: PartnerFirm) -> QuerySet[MoneyEntry]:
    """The rows that say it was given; beside each stands one that says it was owed."""
    given = Q(kind=MoneyEntry.Kind.IN_KIND, amount__lt=0)
    return MoneyEntry.objects.filter(
        given | Q(reverses__kind=MoneyEntry.Kind.IN_KIND, amount__gt=0), contribution__firm=firm
    ).order_by()


def _benefits(firm: PartnerFirm) -> list[tuple[int, str, int]]:
    found = BenefitDelivery.objects.filter(account__benefit__agreement__firm=firm, undone_at=None)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    names: dict[tuple[int, int], str] = {}
    for one in found.select_related("account__benefit").order_by("account__benefit__sort_order", "account_id"):
        key = (one.account.year, one.account.benefit_id)
        counts[key] += one.quantity
        names[key] = in_language(one.account.benefit, "name")
    return [(key[0], names[key], count) for key, count in counts.items()]


def value_ledger_pdf(firm: PartnerFirm, language: str) -> bytes:
    """The ledger on one page, in `language`: the latest years, and what the firm got in the last of them."""
    with translation.override(language):
        return make_pdf(LAYOUT, _paper(firm, value_ledger(firm), language))


def _paper(firm: PartnerFirm, years: list[ValueYear], language: str) -> dict[str, Any]:
    shown = years[:ON_PAPER]
    latest = next((one for one in shown if one.benefits), None)
    benefits = latest.benefits[:BENEFITS_ON_PAPER] if latest else []
    return {
        "language": language[:2],
        "title": _("Given and got"),
        "firm": firm.name,
        "made_on": _("As of %(day)s") % {"day": date_format(timezone.localdate(), "DATE_FORMAT")},
        "sums": [
            [_("Paid and given, all years"), display(sum((one.given for one in years), Decimal(0)), language)],
            [_("Prospects offered to us"), str(sum(one.offered for one in years))],
            [_("Prospects we took on"), str(sum(one.accepted for one in years))],
            [_("Benefits used"), str(sum(one.benefits_got for one in years))],
        ],
        "head": [
            _("Year"),
            _("Agreed"),
            _("Paid"),
            _("In kind"),
            _("Offered"),
            _("Accepted"),
            _("Done"),
            _("Benefits"),
        ],
        "rows": [
            [
                str(one.year),
                display(one.agreed, language),
                display(one.paid, language),
                display(one.in_kind, language),
                *(str(count) for count in (one.offered, one.accepted, one.done, one.benefits_got)),
            ]
            for one in shown
        ],
        "benefits_heading": _("What we used in %(year)s") % {"year": latest.year} if latest else "",
        "benefits": [f"{name}: {count}" for name, count in benefits],
        "small": _("Agreed sums are without VAT, paid ones with it. Prospects are counted when they were offered."),
    }
