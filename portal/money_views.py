"""What the firm gives: contributions and invoices; and what it gave and got, year by year."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from partners.models import Contribution, Invoice, MoneyEntry
from partners.services import invoice_pdf as make_invoice_pdf
from partners.services import written_account
from prospects.services import value_ledger, value_ledger_pdf

from .access import only_for_partners, seat_required
from .pages import show

PER_PAGE = 20
OWED_SHOWN = 50
LANGUAGES = ("nb", "en")
TONES = {
    Contribution.Status.INVOICED: "info",
    Contribution.Status.PARTLY_PAID: "warn",
    Contribution.Status.OVERDUE: "bad",
    Contribution.Status.PAID: "good",
}


def _of_firm(request: HttpRequest) -> QuerySet[Contribution]:
    """What this seat may read, for a partner's; a liaison finds no such page."""
    only_for_partners(request)
    found = Contribution.objects.visible_to(request.seat.membership)  # type: ignore[attr-defined]
    return found.select_related("agreement", "rate")


def _invoices(request: HttpRequest) -> QuerySet[Invoice]:
    only_for_partners(request)
    return Invoice.objects.visible_to(request.seat.membership)  # type: ignore[attr-defined]


def _with_papers(request: HttpRequest, contributions: Any) -> list[Any]:
    """With their invoices, what was paid on them, the account to pay to, and the tone of their tag."""
    paid = MoneyEntry.objects.filter(kind=MoneyEntry.Kind.PAYMENT, reversal=None)
    found: list[Any] = list(
        contributions.prefetch_related(
            Prefetch("invoices", _invoices(request).order_by("number"), to_attr="papers"),
            Prefetch("entries", paid, to_attr="payments"),
        )
    )
    for one in found:
        one.tone = TONES.get(Contribution.Status(one.status), "")
        one.invoice = next((paper for paper in one.papers if paper.kind == Invoice.Kind.INVOICE), None)
        one.account = written_account(one.invoice.account_number) if one.invoice else ""
        one.owed_back = max(-one.balance, Decimal(0))
    return found


@require_safe
@seat_required
def contributions(request: HttpRequest) -> HttpResponse:
    """What is owed now and where to pay it, and everything else that was agreed, the latest first."""
    mine = _of_firm(request)
    owed = _with_papers(request, mine.unpaid().order_by("due_on", "pk")[:OWED_SHOWN])  # type: ignore[attr-defined]
    rest = mine.exclude(status__in=Contribution.OPEN, kind=Contribution.Kind.CASH).order_by("-due_on", "-pk")
    items = Paginator(rest, PER_PAGE).get_page(request.GET.get("side"))
    items.object_list = _with_papers(request, items.object_list)
    return show(
        request,
        "portal/contributions.html",
        "firm",
        owed=owed,
        total=sum((one.balance for one in owed), Decimal(0)),
        items=items,
        today=timezone.localdate(),
    )


def _invoice_or_404(request: HttpRequest, pk: int) -> Invoice:
    found = _invoices(request).select_related("credits").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_safe
@seat_required
def invoice_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The invoice or credit note to read and print, in the language of the page."""
    found = _invoice_or_404(request, pk)
    return _pdf(make_invoice_pdf(found, get_language() or "nb"), f"{_kind(found)}-{found.number}.pdf")


@require_safe
@seat_required
def invoice_ehf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The same for the firm's accounting system."""
    found = _invoice_or_404(request, pk)
    try:
        content = found.document.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = FileResponse(
        content, as_attachment=True, filename=f"{_kind(found)}-{found.number}.xml", content_type="application/xml"
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _kind(invoice: Invoice) -> str:
    return "kreditnota" if invoice.kind == Invoice.Kind.CREDIT_NOTE else "faktura"


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@seat_required
def ledger(request: HttpRequest) -> HttpResponse:
    """Given and got, year by year, to be read on a screen or printed."""
    only_for_partners(request)
    years = value_ledger(request.seat.firm)  # type: ignore[attr-defined]
    return show(
        request,
        "portal/ledger.html",
        "firm",
        years=years,
        given=sum((one.given for one in years), Decimal(0)),
        offered=sum(one.offered for one in years),
        accepted=sum(one.accepted for one in years),
        benefits=sum(one.benefits_got for one in years),
    )


@require_safe
@seat_required
def ledger_pdf(request: HttpRequest, language: str) -> HttpResponse:
    """The same on one page for the firm's board."""
    only_for_partners(request)
    if language not in LANGUAGES:
        raise Http404
    name = {"nb": "gitt-og-fatt", "en": "given-and-got"}[language]
    firm = request.seat.firm  # type: ignore[attr-defined]
    return _pdf(value_ledger_pdf(firm, language), f"{name}-{firm.slug}-{timezone.localdate().year}.pdf")
