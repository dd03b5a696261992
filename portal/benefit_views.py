"""What the agreement gives: how much is left this year, and everything the firm got."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.models import BenefitDelivery, BenefitYear
from partners.services import EVIDENCE_TYPES

from .access import only_for_partners, seat_required
from .pages import show

PER_PAGE = 20
HANDOVERS = "overleveringer"  # the short name of the benefit that is counted by itself, in the handovers


def _accounts(request: HttpRequest) -> QuerySet[BenefitYear]:
    """What this seat may read, for a partner's; a liaison finds no such page."""
    only_for_partners(request)
    return BenefitYear.objects.visible_to(request.seat.membership)  # type: ignore[attr-defined]


def _deliveries(request: HttpRequest) -> QuerySet[BenefitDelivery]:
    only_for_partners(request)
    return BenefitDelivery.objects.visible_to(request.seat.membership)  # type: ignore[attr-defined]


@require_safe
@seat_required
def benefits(request: HttpRequest) -> HttpResponse:
    """The benefits of a year, used and left, and what was delivered; this year unless the address names another."""
    accounts = _accounts(request).select_related("benefit__source", "benefit__agreement", "pool")
    years = sorted(set(accounts.values_list("year", flat=True)))
    asked = request.GET.get("ar", "")
    this_year = timezone.localdate().year
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in years else this_year
    if year not in years and years:
        year = min(years, key=lambda one: abs(one - year))
    of_year = accounts.filter(year=year).order_by("-benefit__agreement__starts_on", "benefit__sort_order", "pk")
    delivered = _deliveries(request).filter(account__year=year).select_related("account__benefit")
    items = Paginator(delivered.order_by("-delivered_on", "-pk"), PER_PAGE).get_page(request.GET.get("side"))
    return show(
        request,
        "portal/benefits.html",
        "firm",
        year=year,
        years=years,
        rows=[_row(request, account) for account in of_year],
        items=items,
        query=f"ar={year}&",
        gives_benefits=any(account.benefit.agreement.gives_benefits for account in of_year),
    )


def _row(request: HttpRequest, account: BenefitYear) -> dict[str, Any]:
    """A benefit of the year as the page shows it. Handovers are counted where they are, and only shown."""
    used, quantity = account.used, account.quantity
    if account.benefit.source.slug == HANDOVERS:
        handovers = request.seat.handovers  # type: ignore[attr-defined]
        used = handovers.exclude(status="awaiting_consent").filter(handed_over_at__year=account.year).count()
    left = None if quantity is None else max(0, quantity - used)
    pool = account.pool
    return {
        "name": account.benefit.name,
        "used": used,
        "quantity": quantity,
        "left": left,
        "pool_left": pool.left if pool is not None and (left is None or pool.left < left) else None,
    }


@require_safe
@seat_required
def evidence(request: HttpRequest, pk: int) -> FileResponse:
    """The file that shows that a benefit was delivered."""
    delivery = _deliveries(request).filter(pk=pk).first()
    if delivery is None or not delivery.evidence:
        raise Http404
    try:
        content = delivery.evidence.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    ending = str(delivery.evidence.name).rpartition(".")[2]
    response = FileResponse(content, as_attachment=True, filename=f"bevis-{delivery.pk}.{ending}")
    response["Content-Type"] = EVIDENCE_TYPES.get(ending, "application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    return response
