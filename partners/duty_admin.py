"""What firms owe us besides money, in the admin: who, what, by when; steps by hand; asking for one thing more."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator
from wagtail.log_actions import log

from .agreement_admin import page, put_on
from .duty_steps import STEPS, AddForm, steps_of
from .models import Duty, PartnerFirm
from .money_files import csv_lines
from .services import add_duty

VIEW, ADD, CHANGE = "partners.view_duty", "partners.add_duty", "partners.change_duty"
PER_PAGE = 50
CHUNK = 500
OWED = "owed"
TAGS = {Duty.Status.DONE: "good", Duty.Status.DROPPED: ""}


class LookForm(forms.Form):
    """Which duties are looked for."""

    q = forms.CharField(label=gettext_lazy("Search"), max_length=80, required=False)
    firm = forms.ModelChoiceField(
        label=gettext_lazy("Partner firm"),
        queryset=PartnerFirm.objects.all(),
        required=False,
        empty_label=gettext_lazy("All"),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What"), choices=[("", gettext_lazy("All")), *Duty.Kind.choices], required=False
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[(OWED, gettext_lazy("owed now")), *Duty.Status.choices, ("all", gettext_lazy("All"))],
        required=False,
    )


def _found(request: HttpRequest) -> tuple[LookForm, QuerySet[Duty]]:
    """What is looked for, and what fits: what is owed stands first, that which is longest overdue before all."""
    query = request.GET.copy()
    query.setdefault("status", OWED)
    form = LookForm(query)
    listed: QuerySet[Duty] = Duty.objects.select_related("agreement__firm")
    if form.is_valid():
        listed = _asked(listed, form.cleaned_data)
    is_open = Case(When(status="open", then=Value(0)), default=Value(1), output_field=IntegerField())
    return form, listed.order_by(is_open, "due_on", "agreement__firm__name", "pk")


def _asked(listed: QuerySet[Duty], asked: dict[str, Any]) -> QuerySet[Duty]:
    if asked["q"]:
        word = asked["q"]
        in_words = Q(text_nb__icontains=word) | Q(text_en__icontains=word)
        listed = listed.filter(
            in_words | Q(agreement__firm__name__icontains=word) | Q(agreement__number__icontains=word)
        )
    if asked["firm"]:
        listed = listed.filter(agreement__firm=asked["firm"])
    if asked["kind"]:
        listed = listed.filter(kind=asked["kind"])
    status = asked["status"] or OWED
    if status == OWED:
        return listed.filter(pk__in=Duty.objects.owed().order_by().values("pk"))
    return listed if status == "all" else listed.filter(status=status)


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """Who owes us what, by when."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    form, listed = _found(request)
    paginator = WagtailPaginator(listed, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    today, may_change = timezone.localdate(), request.user.has_perm(CHANGE)
    for one in items.object_list:
        one.is_late = one.status == Duty.Status.OPEN and one.due_on < today
        one.tag = "bad" if one.is_late else TAGS.get(Duty.Status(one.status), "warn")
        one.steps = steps_of(one) if may_change else []
    return page(
        request,
        "duties",
        _("What firms owe us"),
        form=form,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_add=request.user.has_perm(ADD),
        firm=form.cleaned_data.get("firm") if form.is_valid() else None,
        query=request.GET.urlencode(),
    )


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """What the list shows, all of it, for a spreadsheet. Taking it is logged."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    _form, listed = _found(request)
    log(request.user, "partners.exported", user=request.user, data={"what": "duties"})
    head = [_("Firm"), _("Agreement"), _("What"), _("In words"), _("Due"), _("Status"), _("Done"), _("Last reminded")]
    response = StreamingHttpResponse(csv_lines(_rows(listed), head), content_type="text/csv; charset=utf-8")
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="oppgaver-{day}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _rows(listed: QuerySet[Duty]) -> Iterator[list[Any]]:
    for one in listed.iterator(chunk_size=CHUNK):
        done = timezone.localdate(one.done_at) if one.done_at else ""
        words = one.text if one.text_nb else ""
        firm, number = str(one.agreement.firm), one.agreement.number or ""
        kind, status = str(one.get_kind_display()), str(one.get_status_display())
        yield [firm, number, kind, words, one.due_on, status, done, one.reminded_on or ""]


def _list() -> dict[str, Any]:
    return {"url": reverse("duties:list"), "label": _("What firms owe us")}


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Ask a firm for one thing more. It is told at once."""
    if not (request.user.has_perm(VIEW) and request.user.has_perm(ADD)):
        return permission_denied(request, PermissionDenied())
    firm = request.GET.get("firm", "")
    is_sent = request.method == "POST"
    form = AddForm(request.POST if is_sent else None, initial={"firm": firm} if firm.isdecimal() else {})
    if is_sent and form.is_valid():
        user: Any = request.user
        try:
            made = add_duty(by=user, **form.cleaned_data)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, _("Asked for. The firm is told."))
            return redirect(f"{reverse('duties:list')}?firm={made.agreement.firm_id}")
    return page(
        request,
        "duty_step",
        _("Add something a firm owes us"),
        422 if is_sent else 200,
        trail=[_list()],
        form=form,
        label=_("Ask for it"),
        means=_("It stands on the firm's first page as the day comes near, and its people are told now."),
        back=reverse("duties:list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Ask what the step needs, and take it. A refusal is said in words, and what was typed is kept."""
    if not (request.user.has_perm(VIEW) and request.user.has_perm(CHANGE)):
        return permission_denied(request, PermissionDenied())
    chosen = STEPS.get(word)
    if chosen is None:
        raise Http404
    found = get_object_or_404(Duty.objects.select_related("agreement__firm"), pk=pk)
    is_sent = request.method == "POST"
    form = chosen.form(request.POST if is_sent else None)
    back = f"{reverse('duties:list')}?firm={found.agreement.firm_id}"
    if is_sent and form.is_valid():
        user: Any = request.user
        try:
            chosen.do(found, form.cleaned_data, user)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, str(chosen.done))
            return redirect(back)
    return page(
        request,
        "duty_step",
        f"{chosen.label}: {found.text}",
        422 if is_sent else 200,
        trail=[_list()],
        duty=found,
        form=form,
        label=chosen.label,
        means=chosen.means,
        back=back,
    )
