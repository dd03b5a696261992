"""What firms tell us of, in the admin: those that wait, what looks like the same company, and the answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from . import services
from .lead_forms import ApproveLeadForm, FirmReadsForm
from .models import OwnLead
from .rights import CONTACTS, HAND_OVER, STEER, VIEW

PER_PAGE = 50
TONES = {"submitted": "warn", "approved": "good"}


def _trail(*last: tuple[str, str]) -> dict[str, Any]:
    return {
        "header_icon": "download",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *({"url": url, "label": label} for url, label in last),
        ],
    }


@require_safe
def leads(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer, the first sent first; with `?alle=1` all, the newest first."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    shows_all = bool(request.GET.get("alle"))
    visible = OwnLead.objects.visible_to(request.user)
    listed = (visible if shows_all else visible.waiting()).select_related("firm", "industry", "decided_by")
    items = Paginator(listed, PER_PAGE).get_page(request.GET.get("p"))
    for one in items.object_list:
        one.tone = TONES.get(one.status, "")
    context = {"items": items, "shows_all": shows_all, "waiting": visible.waiting().count(), **_trail(("", _("Tips")))}
    return render(request, "prospects/admin/leads.html", context)


def _show(request: HttpRequest, pk: int, status: int = 200, **bound: Any) -> HttpResponse:
    user = request.user
    found = get_object_or_404(
        OwnLead.objects.visible_to(user).select_related("firm", "industry", "told_by", "decided_by", "prospect"), pk=pk
    )
    is_waiting = found.status == OwnLead.Status.SUBMITTED
    context = {
        "lead": found,
        "tone": TONES.get(found.status, ""),
        "may": {
            "decide": is_waiting and user.has_perm(HAND_OVER),
            "contacts": user.has_perm(CONTACTS),
            "lift": found.protection == OwnLead.Protection.RUNNING and user.has_perm(STEER),
        },
        "alike": services.alike_to(found) if is_waiting else None,
        "approve_form": ApproveLeadForm(auto_id="approve_%s"),
        "decline_form": FirmReadsForm(auto_id="decline_%s"),
        "lift_form": FirmReadsForm(auto_id="lift_%s"),
        **_trail((reverse("prospects:leads"), _("Tips")), ("", found.company_name)),
        **bound,
    }
    return render(request, "prospects/admin/lead.html", context, status=status)


@require_safe
def lead(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, beside what we know that looks like it."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    return _show(request, pk)


def _answers(permission: str) -> Callable:
    """A view that answers the lead it is given; without a POST it leads back to it."""

    def decorate(view: Callable[[HttpRequest, OwnLead], HttpResponse]) -> Callable:
        @require_http_methods(["GET", "HEAD", "POST"])
        def guarded(request: HttpRequest, pk: int) -> HttpResponse:
            if not (request.user.has_perm(VIEW) and request.user.has_perm(permission)):
                return permission_denied(request, PermissionDenied())
            found = get_object_or_404(OwnLead.objects.visible_to(request.user).select_related("firm"), pk=pk)
            return view(request, found) if request.method == "POST" else redirect("prospects:lead", pk=pk)

        return guarded

    return decorate


def _attempt(request: HttpRequest, found: OwnLead, action: Callable[[], Any], success: str) -> HttpResponse:
    try:
        action()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)
    return redirect("prospects:lead", pk=found.pk)


@_answers(HAND_OVER)
def approve(request: HttpRequest, found: OwnLead) -> HttpResponse:
    """It is for us: open its case."""
    form = ApproveLeadForm(request.POST, auto_id="approve_%s")
    if not form.is_valid():
        return _show(request, found.pk, 422, approve_form=form)
    try:
        prospect = services.approve_lead(found, days=form.cleaned_data["days"], by=request.user)
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
        return redirect("prospects:lead", pk=found.pk)
    messages.success(request, _("The case is open, and %(firm)s knows. Call the company first.") % {"firm": found.firm})
    return redirect("prospects:case", pk=prospect.pk)


@_answers(HAND_OVER)
def decline(request: HttpRequest, found: OwnLead) -> HttpResponse:
    """It is not for us."""
    form = FirmReadsForm(request.POST, auto_id="decline_%s")
    if not form.is_valid():
        return _show(request, found.pk, 422, decline_form=form)
    reason = form.cleaned_data["reason"]
    return _attempt(
        request, found, lambda: services.decline_lead(found, reason=reason, by=request.user), _("Declined.")
    )


@_answers(HAND_OVER)
def known(request: HttpRequest, found: OwnLead) -> HttpResponse:
    """It is no news to us."""
    said = _("Answered. The firm learns that we know the company, and nothing else.")
    return _attempt(request, found, lambda: services.mark_lead_known(found, by=request.user), said)


@_answers(STEER)
def lift(request: HttpRequest, found: OwnLead) -> HttpResponse:
    """The firm no longer comes first."""
    form = FirmReadsForm(request.POST, auto_id="lift_%s")
    if not form.is_valid():
        return _show(request, found.pk, 422, lift_form=form)
    reason = form.cleaned_data["reason"]
    return _attempt(
        request, found, lambda: services.lift_protection(found, reason=reason, by=request.user), _("Ended.")
    )
