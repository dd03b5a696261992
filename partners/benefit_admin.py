"""Delivering benefits in the admin: what is owed to whom, writing down what was given, and taking it back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator

from .agreement_admin import page, put_on
from .models import BenefitDelivery, BenefitYear, PartnerFirm
from .services import EVIDENCE_TYPES, counted_elsewhere, deliver_benefit, undo_delivery, uses_of

VIEW, DELIVER, UNDO = "partners.view_benefityear", "partners.add_benefitdelivery", "partners.change_benefitdelivery"
PER_PAGE = 50


WHOSE = {
    "mine": gettext_lazy("me"),
    "association": gettext_lazy("the association"),
    "municipality": gettext_lazy("the municipality"),
}


class LookForm(forms.Form):
    """Which accounts are looked for."""

    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int, required=False)
    firm = forms.ModelChoiceField(
        label=gettext_lazy("Partner firm"),
        queryset=PartnerFirm.objects.all(),
        required=False,
        empty_label=gettext_lazy("All"),
    )
    name = forms.CharField(label=gettext_lazy("Benefit"), max_length=80, required=False)
    whose = forms.ChoiceField(
        label=gettext_lazy("Who delivers it"), choices=[("", gettext_lazy("All")), *WHOSE.items()], required=False
    )
    only_left = forms.BooleanField(label=gettext_lazy("Only what is left to give"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = BenefitYear.objects.order_by("-year").values_list("year", flat=True).distinct()
        known = sorted({*years, timezone.localdate().year}, reverse=True)
        self.fields["year"].choices = [(year, str(year)) for year in known]  # type: ignore[attr-defined]


class DeliverForm(forms.Form):
    """What the firm got, and where that can be seen."""

    quantity = forms.IntegerField(label=gettext_lazy("How many"), min_value=1, max_value=1000, initial=1)
    delivered_on = forms.DateField(
        label=gettext_lazy("Delivered"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=gettext_lazy("What it was"), max_length=300, help_text=gettext_lazy("The firm reads it.")
    )
    evidence_url = forms.URLField(
        label=gettext_lazy("Where it can be seen"), max_length=200, required=False, assume_scheme="https"
    )
    evidence = forms.FileField(
        label=pgettext_lazy("benefit", "Evidence"),
        required=False,
        help_text=gettext_lazy("PDF, PNG or JPEG, 10 MB at most."),
    )


def _accounts() -> QuerySet[BenefitYear]:
    return BenefitYear.objects.select_related("benefit__agreement__firm", "benefit__delivered_by", "pool")


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """What firms have and have used, this year's first; asked by year, firm, benefit and what is left."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    query = request.GET.copy()
    query.setdefault("year", str(timezone.localdate().year))
    form = LookForm(query)
    found = _accounts().exclude(benefit__agreement__status="draft")
    if form.is_valid():
        found = _asked(found, form.cleaned_data, request.user)
    ordered = found.order_by("benefit__agreement__firm__name", "benefit__sort_order", "pk")
    paginator = WagtailPaginator(ordered, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    items.object_list = with_use(items.object_list)
    return page(
        request,
        "benefit_accounts",
        _("Deliver benefits"),
        form=form,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_deliver=request.user.has_perm(DELIVER),
        waiting=[
            (whom, label, BenefitYear.objects.waiting().delivered_by(whom, request.user).count())
            for whom, label in WHOSE.items()
        ],
    )


def _asked(found: Any, asked: dict[str, Any], user: Any) -> QuerySet[BenefitYear]:
    if asked["year"]:
        found = found.filter(year=asked["year"])
    if asked["firm"]:
        found = found.filter(benefit__agreement__firm=asked["firm"])
    if asked["name"]:
        name = asked["name"]
        found = found.filter(Q(benefit__name_nb__icontains=name) | Q(benefit__name_en__icontains=name))
    if asked["whose"]:
        found = found.delivered_by(asked["whose"], user)
    if asked["only_left"]:
        together = BenefitYear.objects.filter(
            benefit__agreement__firm=OuterRef("benefit__agreement__firm"),
            benefit__slug=OuterRef("benefit__slug"),
            year=OuterRef("year"),
        )
        used = together.order_by().values("year").annotate(sum=Sum("used")).values("sum")
        found = found.exclude(benefit__slug__in=counted_elsewhere()).filter(
            Q(quantity=None) | Q(quantity__gt=Subquery(used))
        )
    return found


def with_use(accounts: Iterable[BenefitYear]) -> list[BenefitYear]:
    """The accounts, each with its `use` in that year, whichever agreement it was used under."""
    rows = list(accounts)
    uses = uses_of(rows)
    for row in rows:
        row.use = uses[row.pk]  # type: ignore[attr-defined]
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account with its deliveries, and the form to write down one more."""
    may_deliver = request.user.has_perm(DELIVER)
    if not request.user.has_perm(VIEW) or (request.method == "POST" and not may_deliver):
        return permission_denied(request, PermissionDenied())
    found = with_use([get_object_or_404(_accounts(), pk=pk)])[0]
    by_hand = found.benefit.slug not in counted_elsewhere()
    is_sent = request.method == "POST"
    form = DeliverForm(request.POST, request.FILES) if is_sent else DeliverForm()
    if is_sent and form.is_valid() and _deliver(request, found, form):
        return redirect("benefits:account", pk=pk)
    paginator = WagtailPaginator(found.deliveries.select_related("created_by", "undone_by"), PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    return page(
        request,
        "benefit_account",
        f"{found.benefit.name}, {found.year}",
        422 if is_sent else 200,
        trail=[{"url": reverse("benefits:accounts"), "label": _("Deliver benefits")}],
        account=found,
        form=form if may_deliver and (by_hand or is_sent) else None,
        by_hand=by_hand,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_undo=request.user.has_perm(UNDO),
    )


def _deliver(request: HttpRequest, found: BenefitYear, form: DeliverForm) -> bool:
    """Whether it was written down; why not is said on the form."""
    user: Any = request.user
    try:
        deliver_benefit(found, by=user, **form.cleaned_data)
    except ValidationError as error:
        put_on(form, error, dict.fromkeys(("empty", "large", "kind"), "evidence"))
        return False
    messages.success(request, _("Written down. The firm sees it, and is told."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a delivery that was entered by mistake."""
    if not (request.user.has_perm(VIEW) and request.user.has_perm(UNDO)):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(BenefitDelivery.objects.select_related("account"), pk=pk)
    if request.method == "POST":
        user: Any = request.user
        try:
            undo_delivery(found, by=user)
        except ValidationError as error:
            for text in error.messages:
                messages.error(request, text)
        else:
            messages.success(request, _("Undone. It can be given again."))
    return redirect("benefits:account", pk=found.account_id)


@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, for download only."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(BenefitDelivery, pk=pk)
    if not found.evidence:
        raise Http404
    try:
        content = found.evidence.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    ending = str(found.evidence.name).rpartition(".")[2]
    response = FileResponse(content, as_attachment=True, filename=f"bevis-{found.pk}.{ending}")
    response["Content-Type"] = EVIDENCE_TYPES.get(ending, "application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
