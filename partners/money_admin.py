"""One contribution in the admin: its money rows, its papers and its steps; the corrections that wait; and the sums."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q, Sum
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator
from wagtail.models import ModelLogEntry

from .agreement_admin import page, put_on
from .documents import invoice_pdf
from .models import Contribution, Correction, Invoice, MoneyEntry
from .money_files import document_name
from .money_register import CHANGE, VIEW, ContributionAdmin
from .money_steps import STEPS, ReasonForm, steps_of
from .services import can_be_corrected, carry_out_correction, paid_before_waived, propose_correction, refuse_correction

SEE_SUMS = "partners.see_contribution_sums"
PER_PAGE = 50
# Beside which field a refusal stands, by its code.
BESIDE = {
    "amount": "amount",
    "due_on": "due_on",
    "future": "booked_on",
    "issued_on": "issued_on",
    "quantity": "quantity",
    "value": "quantity",
    "vat": "vat_category",
}


def needs(permission: str) -> Callable:
    """Only for those who hold `permission`; 403 for others in the admin."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                return permission_denied(request, PermissionDenied())
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def register_trail() -> list[dict[str, Any]]:
    """The way back to the register."""
    url = reverse(ContributionAdmin().url_helper.get_action_url_name("index"))
    return [{"url": url, "label": _("Contributions")}]


def _find(pk: int) -> Contribution:
    return get_object_or_404(
        Contribution.objects.select_related("firm", "agreement__tier", "rate", "replaces", "replaced_by"), pk=pk
    )


@require_safe
@needs(VIEW)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one contribution."""
    found = _find(pk)
    may_change = request.user.has_perm(CHANGE)
    entries = list(
        found.entries.select_related("created_by", "approved_by", "reversal", "reverses").prefetch_related(
            "corrections"
        )
    )
    for entry in entries:
        waiting = any(one.status == Correction.Status.PROPOSED for one in entry.corrections.all())
        entry.can_be_corrected = may_change and not waiting and can_be_corrected(entry)  # type: ignore[attr-defined]
        entry.is_asked_back = waiting  # type: ignore[attr-defined]
    return page(
        request,
        "contribution",
        str(found),
        trail=register_trail(),
        contribution=found,
        entries=entries,
        invoices=found.invoices.select_related("credits").order_by("number"),
        steps=steps_of(found) if may_change else [],
        history=ModelLogEntry.objects.for_instance(found).select_related("user").order_by("-timestamp", "-pk")[:50],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def step(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Ask what the step needs, and take it. A refusal is said in words, and what was typed is kept."""
    chosen = STEPS.get(word)
    if chosen is None:
        raise Http404
    found = _find(pk)
    is_sent = request.method == "POST"
    form = chosen.form(request.POST if is_sent else None, contribution=found)
    if is_sent and form.is_valid():
        user: Any = request.user
        try:
            chosen.do(found, form, user)
        except ValidationError as error:
            put_on(
                form,
                error,
                {
                    "amount": "amount",
                    "future": "booked_on",
                    "value": "quantity",
                    "quantity": "quantity",
                    "due_on": "due_on",
                    "vat": "vat_category",
                },
            )
        else:
            messages.success(request, str(chosen.done))
            return redirect("money:detail", pk=pk)
    return page(
        request,
        "contribution_step",
        f"{chosen.label}: {found}",
        422 if is_sent else 200,
        trail=register_trail(),
        contribution=found,
        step=chosen,
        form=form,
        back=reverse("money:detail", args=[pk]),
    )


# --- papers -----------------------------------------------------------------------------------------------------------
def ehf_response(invoice: Invoice) -> HttpResponseBase:
    """The XML as it was stored; 404 when the file is gone."""
    try:
        content = invoice.document.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = FileResponse(
        content, as_attachment=True, filename=document_name(invoice), content_type="application/xml"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


@require_safe
@needs(VIEW)
def ehf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The EHF of an invoice or a credit note."""
    return ehf_response(get_object_or_404(Invoice, pk=pk))


@require_safe
@needs(VIEW)
def ehf_of(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The EHF of a contribution's invoice."""
    return ehf_response(get_object_or_404(Invoice, contribution=pk, kind=Invoice.Kind.INVOICE))


@require_safe
@needs(VIEW)
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The readable paper, in the reader's language."""
    found = get_object_or_404(Invoice.objects.select_related("credits"), pk=pk)
    response = HttpResponse(invoice_pdf(found, get_language() or "nb"), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="faktura-{found.number}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


# --- corrections ------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a second person to take a money row back."""
    entry = get_object_or_404(MoneyEntry.objects.select_related("contribution__firm"), pk=pk)
    is_sent = request.method == "POST"
    form = ReasonForm(request.POST if is_sent else None, contribution=entry.contribution)
    if is_sent and form.is_valid():
        try:
            propose_correction(entry, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, _("Proposed. It is carried out when a second person agrees."))
            return redirect("money:detail", pk=entry.contribution_id)
    return page(
        request,
        "contribution_correct",
        _("Propose a correction"),
        422 if is_sent else 200,
        trail=register_trail(),
        entry=entry,
        form=form,
        back=reverse("money:detail", args=[entry.contribution_id]),
    )


@require_safe
@needs(VIEW)
def corrections(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and what was decided."""
    found = Correction.objects.select_related("entry__contribution__firm", "proposed_by", "decided_by").order_by(
        "-status", "-proposed_at", "-pk"
    )  # proposed, refused, done
    waiting = found.filter(status=Correction.Status.PROPOSED)
    decided = found.exclude(status=Correction.Status.PROPOSED).order_by("-decided_at", "-pk")
    paginator = WagtailPaginator(decided, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    return page(
        request,
        "corrections",
        _("Corrections"),
        trail=register_trail(),
        waiting=waiting[:200],
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_decide=request.user.has_perm(CHANGE),
    )


@require_POST
@needs(CHANGE)
def decide(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """A second person agrees or says no. A refusal of the step is said in words."""
    acts = {"utfor": (carry_out_correction, _("The entry is taken back.")), "avsla": (refuse_correction, _("Refused."))}
    if word not in acts:
        raise Http404
    found = get_object_or_404(Correction.objects.select_related("entry__contribution"), pk=pk)
    act, done = acts[word]
    try:
        act(found, by=request.user)
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, done)
    return redirect("money:corrections")


# --- sums -------------------------------------------------------------------------------------------------------------
@require_safe
@needs(SEE_SUMS)
def sums(request: HttpRequest) -> HttpResponse:
    """What was planned, came in and is owed, year by year. No firm is named."""
    cash, given = Q(kind=Contribution.Kind.CASH), ~Q(kind=Contribution.Kind.CASH)
    let_go = Q(status__in=(Contribution.Status.WAIVED, Contribution.Status.CREDITED))
    rows: list[Any] = list(
        Contribution.objects.order_by("-year")
        .values("year")
        .annotate(
            firms=Count("firm", distinct=True),
            agreed=Sum("amount", filter=cash & ~let_go),
            owed=Sum("balance", filter=Q(balance__gt=0)),
            late=Sum("balance", filter=Q(status=Contribution.Status.OVERDUE)),
            in_kind=Sum("amount", filter=given & Q(status=Contribution.Status.PAID)),
        )
    )
    moved = {
        year: -(amount or 0)
        for year, amount in MoneyEntry.objects.filter(
            Q(kind__in=(MoneyEntry.Kind.PAYMENT, MoneyEntry.Kind.REFUND))
            | Q(reverses__kind__in=(MoneyEntry.Kind.PAYMENT, MoneyEntry.Kind.REFUND))
        )
        .order_by()
        .values_list("contribution__year")
        .annotate(Sum("amount"))
    }
    before = paid_before_waived(Contribution.objects.all())
    for row in rows:
        row["paid"] = moved.get(row["year"], 0)
        row["agreed"] = (row["agreed"] or 0) + before.get(row["year"], 0)
    return page(request, "contribution_sums", _("Contributions in sums"), rows=rows)
