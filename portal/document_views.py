"""Every paper of the firm in one list: agreements, invoices, the page for the board, evidence of what it got."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partners.models import Agreement

# What a seat may read of each is decided in one place: where the room of it is.
from .access import only_for_partners, seat_required
from .agreement_views import _of_firm as agreements_of
from .benefit_views import _deliveries as deliveries_of
from .money_views import _invoices as invoices_of
from .pages import show

PER_PAGE = 20
LANGUAGES = ("nb", "en")


@dataclass(frozen=True)
class Paper:
    """A paper: when it is from, what it is, its form and language ("" for none), and where it is fetched."""

    day: date
    title: str
    kind: str
    form: str
    language: str
    url: str


@require_safe
@seat_required
def documents(request: HttpRequest) -> HttpResponse:
    """All of them, the newest first."""
    only_for_partners(request)
    papers = [*_agreements(request), *_invoices(request), *_ledger(), *_evidence(request)]
    papers.sort(key=lambda paper: paper.day, reverse=True)  # stable: those of one day stay as they came
    items = Paginator(papers, PER_PAGE).get_page(request.GET.get("side"))
    return show(request, "portal/documents.html", "firm", items=items, page_param="side")


def _languages() -> dict[str, str]:
    return {"nb": _("Norwegian"), "en": _("English")}


def _agreements(request: HttpRequest) -> Iterator[Paper]:
    for one in agreements_of(request).order_by("-starts_on", "-pk"):
        is_offered = one.status == Agreement.Status.OFFERED
        kind = _("Agreement, not signed yet") if is_offered else _("Signed agreement")
        moment = one.signed_at or one.offered_at
        day = timezone.localtime(moment).date() if moment else one.starts_on
        for code, language in _languages().items():
            if is_offered or getattr(one, f"document_{code}"):
                url = reverse("portal:agreement_pdf", args=[one.pk, code])
                yield Paper(day, one.number or str(one.tier_name), kind, "PDF", language, url)


def _invoices(request: HttpRequest) -> Iterator[Paper]:
    for one in invoices_of(request).order_by("-number"):
        kind = str(one.get_kind_display()).capitalize()
        title = f"{kind} {one.number}"
        pdf = reverse("portal:invoice_pdf", args=[one.pk])
        yield Paper(one.issued_on, title, kind, "PDF", _("as you read this page"), pdf)
        if one.document:
            yield Paper(one.issued_on, title, kind, "EHF", "", reverse("portal:invoice_ehf", args=[one.pk]))


def _ledger() -> Iterator[Paper]:
    for code, language in _languages().items():
        url = reverse("portal:ledger_pdf", args=[code])
        yield Paper(timezone.localdate(), _("Given and got"), _("One page for your board"), "PDF", language, url)


def _evidence(request: HttpRequest) -> Iterator[Paper]:
    found = deliveries_of(request).exclude(evidence="").select_related("account__benefit")
    for one in found.order_by("-delivered_on", "-pk"):
        form = str(one.evidence.name).rpartition(".")[2].upper()
        title = one.note or str(one.account.benefit)
        kind = _("Evidence of a benefit")
        yield Paper(one.delivered_on, title, kind, form, "", reverse("portal:evidence", args=[one.pk]))
