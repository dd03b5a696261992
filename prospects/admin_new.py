"""What belongs to no case yet: a new one, a word from anywhere, the weights, and how promises were kept."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from common.clock import OSLO

from . import clocks, services
from .admin_forms import LogForm, OpenCaseForm
from .case_filters import cases_with
from .models import Prospect, ScoreWeight, domain_of
from .rights import CHANGE, CONTACTS, STEER, VIEW

MOST_FOUND = 8


def trail(last: str) -> dict[str, Any]:
    """The way from the first page to one that belongs to no case."""
    return {
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("prospects:index"), "label": _("Prospects")},
            {"url": "", "label": last},
        ],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def open_case(request: HttpRequest) -> HttpResponse:
    """A case by hand: somebody called, or we found them."""
    user = request.user
    if not (user.has_perm(VIEW) and user.has_perm(CHANGE)):
        return permission_denied(request, PermissionDenied())
    status, sees = 200, user.has_perm(CONTACTS)
    begun = {"country": "NO", "source": "", "employees": "unknown", "area": "unknown", "time_frame": "unknown"}
    form = OpenCaseForm(request.POST or None, initial=begun, sees_contacts=sees, auto_id="open_%s")
    known: dict[str, Any] = {}
    if request.method == "POST":
        status = 422
        if form.is_valid():
            known = _known(request, form)
            status = 409
        if form.is_valid() and (form.cleaned_data["seen"] or not any(known.values())):
            prospect = services.open_case(form.values(), contact=form.contact(), by=user)
            messages.success(request, _("The case is open. Qualify it when it is for us."))
            return redirect("prospects:case", pk=prospect.pk)
    context = {"form": form, **known, **trail(_("New case"))}
    return render(request, "prospects/admin/open.html", context, status=status)


def _known(request: HttpRequest, form: OpenCaseForm) -> dict[str, Any]:
    """What we have of the company already: cases that may be of it, and the partner firm that it is."""
    data = form.cleaned_data
    number = data["organisation_number"]
    alike = services.alike(
        name=data["company_name"],
        number=number,
        domain=domain_of(data["website"]) or domain_of(data.get("contact_email", "")),
        among=Prospect.objects.visible_to(request.user),
    )
    return {"alike": alike, "talks": services.spoken_lately(alike), "firm": services.firm_with(number)}


@require_safe
def quick_log(request: HttpRequest) -> HttpResponse:
    """From anywhere: find the case, and write down what was said. With `?sak=` the form of that case."""
    user = request.user
    if not (user.has_perm(VIEW) and user.has_perm(CHANGE)):
        return permission_denied(request, PermissionDenied())
    words = request.GET.get("q", "").strip()[:100].replace("\x00", "")
    cases = Prospect.objects.visible_to(user)
    chosen = request.GET.get("sak", "")
    prospect = cases.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) <= 18 else None
    sees = user.has_perm(CONTACTS)
    sought = cases.filter(pk__in=cases_with(words, in_contacts=sees)) if words else cases.of(user).ongoing()
    found = sought.select_related("industry").order_by(F("spoken_at").desc(nulls_last=True), "-pk")
    context = {
        "words": words,
        "found": list(found[:MOST_FOUND]) if prospect is None else [],
        "prospect": prospect,
        "has_contact": prospect is not None and prospect.contacts.exists(),
        "activity_form": LogForm(prospect=prospect, sees_contacts=user.has_perm(CONTACTS), auto_id="log_%s")
        if prospect
        else None,
        **trail(_("Write down")),
    }
    return render(request, "prospects/admin/quick_log.html", context)


class WeightsForm(forms.Form):
    """How much each quality counts."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for quality, weight in services.weights().items():
            self.fields[quality] = forms.IntegerField(
                label=ScoreWeight.Quality(quality).label,
                min_value=0,
                max_value=10,
                initial=weight,
                widget=forms.NumberInput(attrs={"min": 0, "max": 10, "step": 1}),
            )

    def clean(self) -> dict[str, Any]:
        """Something has to count."""
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise ValidationError(_("Let at least one quality count."))
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def weights(request: HttpRequest) -> HttpResponse:
    """How much each quality counts in the value score; changing it scores all cases again in the background."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    may_change, status = user.has_perm(STEER), 200
    form = WeightsForm(request.POST or None)
    if request.method == "POST":
        if not may_change:
            return permission_denied(request, PermissionDenied())
        if form.is_valid():
            services.set_weights(form.cleaned_data, by=user)
            messages.success(request, _("Saved. The cases are being scored again; it takes a moment."))
            return redirect("prospects:weights")
        status = 422
    if not may_change:
        for field in form.fields.values():
            field.disabled = True
    context = {"form": form, "may_change": may_change, **trail(_("Value score"))}
    return render(request, "prospects/admin/weights.html", context, status=status)


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """How promises were kept, year by year: a figure that anybody may see later."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    this_year = timezone.localdate().year
    asked = request.GET.get("aar", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and 2000 <= int(asked) <= this_year else this_year
    since, until = (datetime.combine(datetime(one, 1, 1), time(), OSLO) for one in (year, year + 1))
    first = Prospect.objects.order_by("created_at").values_list("created_at", flat=True).first()
    years = range(timezone.localtime(first, OSLO).year if first else this_year, this_year + 1)
    context = {
        "year": year,
        "years": list(years),
        "records": clocks.record(since, until),
        "late": [one for one in clocks.running(request.user) if one.due_at <= timezone.now()],
        **trail(_("Promises")),
    }
    return render(request, "prospects/admin/promises.html", context)
