"""One agreement in the admin: everything it says, what was done with it, its steps, and the sums of them all."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Prefetch, Q, Sum
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.models import ModelLogEntry

from .agreement_register import CHANGE, VIEW, AgreementAdmin
from .agreement_steps import STEPS, steps_of
from .models import Agreement, AgreementBenefit, BenefitYear
from .services import agreement_pdf, uses_of

SEE_SUMS = "partners.see_agreement_sums"
LANGUAGES = ("nb", "en")


def page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the admin with its trail."""
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    shared = {
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", {**shared, **context}, status=status)


def _list() -> str:
    return reverse(AgreementAdmin().url_helper.get_action_url_name("index"))


def _find(pk: int) -> Agreement:
    return get_object_or_404(Agreement.objects.select_related("firm", "tier", "renews", "signed_by", "round"), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one agreement."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    found = _find(pk)
    today = timezone.localdate()
    return page(
        request,
        "agreement",
        str(found.number or found),
        trail=[{"url": _list(), "label": _("Agreements")}],
        agreement=found,
        is_in_force=found.is_in_force(today),
        renewals=found.renewals.order_by("pk"),
        accounts=_benefits_with_use(found),
        clauses=found.clauses.select_related("source"),
        steps=steps_of(found) if request.user.has_perm(CHANGE) else [],
        may_edit=found.status == Agreement.Status.DRAFT and request.user.has_perm(CHANGE),
        edit_url=reverse(AgreementAdmin().url_helper.get_action_url_name("edit"), args=[pk]),
        history=ModelLogEntry.objects.for_instance(found).select_related("user").order_by("-timestamp", "-pk")[:50],
    )


def _benefits_with_use(agreement: Agreement) -> list[AgreementBenefit]:
    """The agreement's benefits; each year of one carries its `use`."""
    years = BenefitYear.objects.select_related("benefit__agreement")
    benefits = list(agreement.benefits.prefetch_related(Prefetch("by_year", queryset=years)))
    accounts = [year for one in benefits for year in one.by_year.all()]
    uses = uses_of(accounts)
    for account in accounts:
        account.use = uses[account.pk]  # type: ignore[attr-defined]
    return benefits


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Ask what the step needs, and take it. A refusal is said in words, and what was typed is kept."""
    if not request.user.has_perm(CHANGE):
        return permission_denied(request, PermissionDenied())
    chosen = STEPS.get(word)
    if chosen is None:
        raise Http404
    found = _find(pk)
    is_sent = request.method == "POST"
    form = chosen.form(request.POST if is_sent else None, agreement=found)
    if is_sent and form.is_valid():
        user: Any = request.user
        try:
            other = chosen.do(found, form.cleaned_data, user)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, str(chosen.done))
            if word == "forkast":
                return redirect(_list())
            return redirect("agreements:detail", pk=(other or found).pk)
    return page(
        request,
        "agreement_step",
        f"{chosen.label}: {found}",
        422 if is_sent else 200,
        trail=[{"url": _list(), "label": _("Agreements")}],
        agreement=found,
        step=chosen,
        form=form,
        back=reverse("agreements:detail", args=[pk]),
    )


def put_on(form: Any, error: ValidationError, fields: dict[str, str] | None = None) -> None:
    """A refusal on the form, beside its field: the one it names, or that `fields` gives for its code."""
    found = error.error_dict if hasattr(error, "error_dict") else {None: error.error_list}
    for name, errors in found.items():
        for one in errors:
            field = name or (fields or {}).get(one.code or "")
            form.add_error(field if field in form.fields else None, one)


@require_safe
def pdf(request: HttpRequest, pk: int, language: str) -> HttpResponseBase:
    """The document as it was stored; of an offered one a copy that says it is not signed."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    found = _find(pk)
    if language not in LANGUAGES:
        raise Http404
    kept = getattr(found, f"document_{language}")
    name = f"{(found.number or f'avtale-{found.pk}').lower()}-{language}.pdf"
    response: HttpResponseBase
    if kept:
        try:
            response = FileResponse(kept.open("rb"), as_attachment=True, filename=name)
        except FileNotFoundError:
            raise Http404 from None
    elif found.status == Agreement.Status.OFFERED:
        response = HttpResponse(agreement_pdf(found, language))
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        raise Http404
    response["Content-Type"] = "application/pdf"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def sums(request: HttpRequest) -> HttpResponse:
    """How many firms take part at each tier, and what they give a year: no firm is named."""
    if not request.user.has_perm(SEE_SUMS):
        return permission_denied(request, PermissionDenied())
    today = timezone.localdate()
    names = ("tier__year", "tier__rank", "tier_name_nb", "tier_name_en")
    running = Agreement.objects.running(today)
    rows = running.order_by("tier__rank", "-tier__year").values(*names)
    waiting = Agreement.objects.aggregate(
        offered=Count("pk", filter=Q(status="offered")),
        coming=Count("pk", filter=Q(status="signed", starts_on__gt=today)),
    )
    return page(
        request,
        "agreement_sums",
        _("Agreements in sums"),
        rows=list(rows.annotate(firms=Count("pk"), amount=Sum("yearly_amount"))),
        total=running.aggregate(firms=Count("pk"), amount=Sum("yearly_amount")),
        **waiting,
    )
