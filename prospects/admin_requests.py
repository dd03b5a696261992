"""Requests to the municipality, in the case: asked, explained, taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from . import services
from .admin_case import attempt, changes, show_case
from .admin_forms import ReasonForm
from .lead_forms import ExplainForm, MunicipalRequestForm
from .models import MunicipalRequest, Prospect
from .rights import HAND_OVER


def _request(request: HttpRequest, prospect: Prospect, request_pk: int) -> MunicipalRequest:
    found = MunicipalRequest.objects.visible_to(request.user).select_related("municipality", "prospect")
    return get_object_or_404(found, prospect=prospect, pk=request_pk)


@changes(HAND_OVER)
def ask(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Ask the municipality for something."""
    form = MunicipalRequestForm(request.POST, prospect=prospect, auto_id="municipal_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, municipal_form=form)
    values: dict[str, Any] = form.values()
    return attempt(
        request,
        prospect,
        lambda: services.ask_municipality(prospect, by=request.user, **values),
        _("%(firm)s is asked.") % {"firm": values["to"]},
        at="requests",
    )


@changes(HAND_OVER)
def explain(request: HttpRequest, prospect: Prospect, request_pk: int) -> HttpResponse:
    """Explain what the municipality asked back."""
    found = _request(request, prospect, request_pk)
    form = ExplainForm(request.POST, prospect=prospect, auto_id=f"explain{found.pk}_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, explained=(found.pk, form))
    text = form.cleaned_data["text"]
    return attempt(
        request,
        prospect,
        lambda: services.explain_request(found, text=text, by=request.user),
        _("Explained. Their time runs again."),
        at="requests",
    )


@changes(HAND_OVER)
def withdraw(request: HttpRequest, prospect: Prospect, request_pk: int) -> HttpResponse:
    """Take it back, with a reason that the municipality reads."""
    found = _request(request, prospect, request_pk)
    form = ReasonForm(request.POST, auto_id=f"unask{found.pk}_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, unasked=(found.pk, form))
    reason = form.cleaned_data["reason"]
    return attempt(
        request,
        prospect,
        lambda: services.withdraw_request(found, reason=reason, by=request.user),
        _("Taken back."),
        at="requests",
    )
