"""What the agreement gives: how much is left this year, and everything the firm got."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.models import BenefitDelivery, BenefitYear
from partners.services import EVIDENCE_TYPES, BenefitUse, uses_of

from .access import only_for_partners, seat_required
from .pages import show

PER_PAGE = 20


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
    accounts = _accounts(request).select_related("benefit__agreement", "pool")
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
        rows=_rows(list(of_year)),
        items=items,
        query=f"ar={year}&",
        gives_benefits=any(account.benefit.agreement.gives_benefits for account in of_year),
    )


def _rows(accounts: list[BenefitYear]) -> list[dict[str, Any]]:
    """A row for each benefit of the year, once though two agreements give it: that of the later one."""
    uses = uses_of(accounts)
    first = {account.benefit.slug or str(account.pk): account for account in reversed(accounts)}
    return [_row(one, uses[one.pk]) for one in accounts if first[one.benefit.slug or str(one.pk)] is one]


def _row(account: BenefitYear, use: BenefitUse) -> dict[str, Any]:
    """A benefit of the year as the page shows it."""
    pool = account.pool
    return {
        "name": account.benefit.name,
        "used": use.used,
        "quantity": use.quantity,
        "left": use.left,
        "pool_left": pool.left if pool is not None and (use.left is None or pool.left < use.left) else None,
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
