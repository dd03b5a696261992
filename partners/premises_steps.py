"""The steps of premises in the admin: offer, reserve, let, withdraw. Each is confirmed, and then taken by the model."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied

from common.workflow import TransitionError

from .models import Premises
from .registers import PremisesViewSet

TAKE_STEPS = "partners.step_premises"


@dataclass(frozen=True)
class Step:
    """A verb of the model, how it reads, and what follows from it."""

    verb: str
    label: Any
    means: Any
    icon: str


# By their words in the address.
STEPS = {
    "tilby": Step("offer", gettext_lazy("Offer"), gettext_lazy("The public sees it from now on."), "view"),
    "reserver": Step(
        "reserve",
        gettext_lazy("Reserve"),
        gettext_lazy("It still shows, marked as being negotiated."),
        "time",
    ),
    "lei-ut": Step(
        "let",
        gettext_lazy("Let"),
        gettext_lazy("It has found its tenant and is gone from the pages. This cannot be undone."),
        "key",
    ),
    "trekk": Step(
        "withdraw", gettext_lazy("Withdraw"), gettext_lazy("It becomes a draft, and nobody outside sees it."), "rotate"
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def take_step(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Ask whether it is meant, and take the step. One that is no longer possible is said so on the list."""
    if not request.user.has_perm(TAKE_STEPS):
        return permission_denied(request, PermissionDenied())
    if word not in STEPS:
        raise Http404
    premises = get_object_or_404(Premises.objects.select_related("firm"), pk=pk)
    step = STEPS[word]
    back = reverse(PremisesViewSet().get_url_name("list"))
    if request.method == "POST":
        try:
            getattr(premises, step.verb)(by=request.user)
        except TransitionError as error:
            for text in error.messages:
                messages.error(request, text)
        else:
            messages.success(
                request,
                _("“%(premises)s” is now: %(status)s.")
                % {"premises": premises, "status": premises.get_status_display()},
            )
        return redirect(back)
    context = {
        "header_title": f"{step.label}: {premises}",
        "header_icon": "home",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": back, "label": _("Premises")},
            {"url": "", "label": step.label},
        ],
        "premises": premises,
        "step": step,
        "back": back,
    }
    return render(request, "partners/admin/premises_step.html", context)
