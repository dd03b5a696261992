"""The municipality's say on firms that want to become partners: a list, and one page with yes and no."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from partners.models import Application
from partners.services import agree, decline_application

from .access import seat_required
from .pages import show, tell_errors

PER_PAGE = 20
TONES = {"submitted": "info", "waiting": "warn", "approved": "good", "declined": ""}


class ReasonForm(forms.Form):
    """Nobody is turned away without being told why."""

    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The firm reads it."),
        error_messages={"required": gettext_lazy("Say in a few words why; the firm reads it.")},
    )


def _only_municipality(request: HttpRequest) -> QuerySet:
    """What this seat may read; who does not answer for the municipality finds no such page."""
    seat = request.seat  # type: ignore[attr-defined]
    if not (seat.is_liaison and seat.firm.is_owner):
        raise Http404
    return Application.objects.visible_to(seat.membership).with_history()


@require_safe
@seat_required
def applications(request: HttpRequest) -> HttpResponse:
    """Those that wait for the municipality's answer first."""
    listed = _only_municipality(request).select_related("round", "tier")
    items = Paginator(listed, PER_PAGE).get_page(request.GET.get("side"))
    for one in items.object_list:
        one.tone = TONES.get(one.status, "")
    return _page(request, "portal/applications.html", items=items, page_param="side")


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """One application: read it, and say yes or no for the municipality."""
    found = _only_municipality(request).select_related("round", "tier", "firm").filter(pk=pk).first()
    if found is None:
        raise Http404
    form = ReasonForm()
    if request.method == "POST":
        is_yes = request.POST.get("svar") == "ja"
        form = ReasonForm(request.POST)
        if is_yes or form.is_valid():
            return _answer(request, found, "" if is_yes else form.cleaned_data["reason"])
    return _page(
        request,
        "portal/application.html",
        status=422 if form.errors else 200,
        application=found,
        tone=TONES.get(found.status, ""),
        form=form,
    )


def _answer(request: HttpRequest, found: Application, reason: str) -> HttpResponse:
    """A yes, or a no with its `reason`; a refusal is shown on the page, with what is true now."""
    user = request.user
    assert user.is_authenticated
    try:
        if reason:
            decline_application(found, reason=reason, owner="municipality", by=user)
            said = _("Declined. The firm gets your reason by mail.")
        else:
            agree(found, owner="municipality", by=user)
            said = _("Thank you. The municipality has said yes.")
    except ValidationError as error:
        tell_errors(request, error)
        return redirect("portal:application", pk=found.pk)
    messages.success(request, said)
    return redirect("portal:applications")


def _page(request: HttpRequest, template: str, status: int = 200, **context: object) -> HttpResponse:
    response = show(request, template, "home", status=status, **context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
