"""The benefit that is counted by itself: the handovers a firm got in a year. And who may get any today."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from partners.models import Agreement, BenefitYear, PartnerFirm
from partners.services import uses_of

from .models import Handover

HANDOVERS = "overleveringer"  # the short name of the benefit


def handovers_by_year(firms: set[int], years: set[int]) -> dict[tuple[int, int], int]:
    """How many prospects each firm was offered in each year: those it may see, from the prospect's yes on."""
    found = Handover.objects.filter(firm__in=firms).exclude(status__in=(*Handover.HIDDEN, "awaiting_consent"))
    rows = found.annotate(year=ExtractYear("handed_over_at")).filter(year__in=years).values_list("firm", "year")
    return dict(Counter(rows.order_by()))


def agreement_for_handovers(firm: PartnerFirm) -> Agreement | None:
    """The agreement under which `firm` gets handovers today; None without any.

    The one in force, or one whose benefits the manager has opened early when handovers are among them.
    """
    early = _opened_early().filter(firm=firm).select_related("tier")
    return firm.running_agreement or next((one for one in early if one.gives_benefits), None)


def agreements_for_handovers(firms: Iterable[PartnerFirm]) -> dict[int, Agreement]:
    """The same of many firms, by the firm's key, with the tier; two queries."""
    keys = [firm.pk for firm in firms]
    early = _opened_early().filter(firm__in=keys).select_related("tier")
    found = {one.firm_id: one for one in early if one.gives_benefits}
    return found | {
        one.firm_id: one for one in Agreement.objects.running().filter(firm__in=keys).select_related("tier")
    }


def firms_without_room(firms: Iterable[PartnerFirm], year: int) -> set[int]:
    """Which of them have used up the handovers of their agreement in `year`; three queries, however many."""
    keys = [firm.pk for firm in firms]
    accounts = BenefitYear.objects.filter(
        benefit__agreement__firm__in=keys, year=year, benefit__slug=HANDOVERS
    ).select_related("benefit__agreement")
    uses = uses_of(accounts)
    return {one.benefit.agreement.firm_id for one in accounts if uses[one.pk].left == 0}


def firms_for_handovers() -> QuerySet[PartnerFirm]:
    """The firms that get handovers today, in the order of their names."""
    opened = _opened_early().filter(status__in=("offered", "signed"), ends_on__gte=timezone.localdate())
    gives = [found.filter(firm=OuterRef("pk")) for found in (Agreement.objects.running(), opened)]
    return PartnerFirm.objects.filter(Exists(gives[0]) | Exists(gives[1]))


def _opened_early() -> QuerySet[Agreement]:
    return Agreement.objects.filter(early_benefits_at__isnull=False, benefits__slug=HANDOVERS)
