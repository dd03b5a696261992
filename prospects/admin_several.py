"""Which firms suit a case, and asking several of them; drafts of handovers, too."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied
from wagtail.log_actions import log

from . import services
from .admin_case import attempt, changes, show_case
from .admin_forms import ReasonForm
from .models import Handover, HandoverRound, Prospect
from .rights import CHANGE, HAND_OVER, STEER, VIEW
from .several_forms import HelpForm, MatchWeightsForm, SeveralForm


@changes(CHANGE)
def help_wanted(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Write down what they need help with; the suggestions follow it."""
    form = HelpForm(request.POST, instance=prospect, auto_id="help_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, help_form=form)
    form.save()
    names = [str(one) for one in form.cleaned_data["wants_help_with"]]
    log(prospect, "prospects.help_changed", user=request.user, data={"help": names})
    messages.success(request, _("Saved."))
    return redirect(reverse("prospects:case", args=[prospect.pk]) + "#suggestions")


@changes(HAND_OVER)
def hand_over_to_several(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Ask several firms, in turn or at once; the prospect is asked first, for all of them."""
    found = services.suggest_firms(prospect)
    form = SeveralForm(request.POST, suggestions=found.firms, auto_id="several_%s")
    if form.is_valid():
        data = form.cleaned_data
        try:
            services.start_round(
                prospect,
                to=form.firms(),
                mode=data["mode"],
                by=request.user,
                message=data["message"],
                response_days=data["response_days"],
            )
        except ValidationError as error:
            form.add_error(None, error)
    if not form.is_valid():
        for text in form.non_field_errors():
            messages.error(request, str(text))
        return show_case(request, prospect.pk, 422, several_form=form, suggestions=found)
    messages.success(request, _("The prospect is asked which of these firms may learn who it is."))
    return redirect(reverse("prospects:case", args=[prospect.pk]) + "#handovers")


def _handover(request: HttpRequest, prospect: Prospect, pk: int) -> Handover:
    return get_object_or_404(
        Handover.objects.visible_to(request.user).select_related("firm", "prospect"), prospect=prospect, pk=pk
    )


@changes(HAND_OVER)
def choose_firm(request: HttpRequest, prospect: Prospect, handover_pk: int) -> HttpResponse:
    """Of those who would like to, this firm gets it."""
    handover = _handover(request, prospect, handover_pk)
    said = _("%(firm)s gets it, and the others are told.") % {"firm": handover.firm}
    return attempt(request, prospect, lambda: services.choose_firm(handover, by=request.user), said, at="handovers")


@changes(HAND_OVER)
def ask_prospect(request: HttpRequest, prospect: Prospect, handover_pk: int) -> HttpResponse:
    """Send a draft: the prospect is asked."""
    handover = _handover(request, prospect, handover_pk)
    said = _("The prospect is asked whether %(firm)s may learn who it is.") % {"firm": handover.firm}
    return attempt(request, prospect, lambda: services.ask_prospect(handover, by=request.user), said, at="handovers")


@changes(HAND_OVER)
def discard_draft(request: HttpRequest, prospect: Prospect, handover_pk: int) -> HttpResponse:
    """Throw a draft away; nobody was told of it."""
    handover = _handover(request, prospect, handover_pk)
    return attempt(
        request,
        prospect,
        lambda: services.discard_draft(handover, by=request.user),
        _("The draft is thrown away."),
        at="handovers",
    )


@changes(HAND_OVER)
def stop_round(request: HttpRequest, prospect: Prospect, round_pk: int) -> HttpResponse:
    """Ask none of several any more, with a reason."""
    rounds = HandoverRound.objects.visible_to(request.user)
    found = get_object_or_404(rounds, prospect=prospect, pk=round_pk)
    form = ReasonForm(request.POST, auto_id="stop_%s")
    if not form.is_valid() and found.status == HandoverRound.Status.OPEN:
        return show_case(request, prospect.pk, 422, stop_form=form)
    reason = form.cleaned_data.get("reason", "")
    return attempt(
        request,
        prospect,
        lambda: services.stop_round(found, reason=reason, by=request.user),
        _("Nobody is asked any more."),
        at="handovers",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def match_weights(request: HttpRequest) -> HttpResponse:
    """How much each quality of a firm counts when firms are suggested."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    may_change, status = user.has_perm(STEER), 200
    form = MatchWeightsForm(request.POST or None)
    if request.method == "POST":
        if not may_change:
            return permission_denied(request, PermissionDenied())
        if form.is_valid():
            services.set_match_weights(form.cleaned_data, by=user)
            messages.success(request, _("Saved. Suggestions follow it from now on."))
            return redirect("prospects:match_weights")
        status = 422
    if not may_change:
        for field in form.fields.values():
            field.disabled = True
    trail: list[dict[str, Any]] = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("prospects:index"), "label": _("Prospects")},
        {"url": "", "label": _("Suggestions")},
    ]
    context = {"form": form, "may_change": may_change, "header_icon": "group", "breadcrumbs_items": trail}
    return render(request, "prospects/admin/match_weights.html", context, status=status)
