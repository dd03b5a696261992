"""Doubles in the admin: the likely ones, and two side by side of which one stays."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from . import services
from .admin_case import lead_to, survivor_of
from .admin_new import trail
from .models import Prospect
from .rights import CHANGE, VIEW

NOTHING = ("", None, "unknown")


class MergeForm(forms.Form):
    """For each fact in which two cases differ, whose counts."""

    kept_revision = forms.IntegerField(min_value=0, max_value=10**8, widget=forms.HiddenInput)
    other_revision = forms.IntegerField(min_value=0, max_value=10**8, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kept: Prospect, other: Prospect, **kwargs: Any):
        kwargs["initial"] = {"kept_revision": kept.revision, "other_revision": other.revision}
        super().__init__(*args, **kwargs)
        for name in services.CHOSEN:
            mine, theirs = getattr(kept, name), getattr(other, name)
            if mine == theirs:
                continue
            field: Any = Prospect._meta.get_field(name)
            wins = "theirs" if mine in NOTHING else "mine"
            self.fields[name] = forms.ChoiceField(
                label=str(field.verbose_name).capitalize(),
                initial=wins,
                widget=forms.RadioSelect,
                choices=[
                    ("mine", _in_words(kept, name)),
                    ("theirs", _in_words(other, name)),
                ],
            )

    def theirs(self) -> dict[str, bool]:
        """For `merge_cases`."""
        return {name: self.cleaned_data[name] == "theirs" for name in services.CHOSEN if name in self.fields}

    def revisions(self) -> tuple[int, int]:
        """What the two cases stood at when they were looked at."""
        return self.cleaned_data["kept_revision"], self.cleaned_data["other_revision"]


def _in_words(prospect: Prospect, name: str) -> str:
    display = getattr(prospect, f"get_{name}_display", None)
    value = display() if display else getattr(prospect, name)
    return "–" if value in NOTHING else str(value)


@require_safe
def doubles(request: HttpRequest) -> HttpResponse:
    """Cases that are likely of the same company."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    context = {
        "groups": services.likely_doubles(by=request.user),
        "may_change": request.user.has_perm(CHANGE),
        **trail(_("Doubles")),
    }
    return render(request, "prospects/admin/doubles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """Two cases side by side: `pk` stays, `other_pk` is merged into it."""
    user = request.user
    if not user.has_perms((VIEW, CHANGE)):
        return permission_denied(request, PermissionDenied())
    for merged in (pk, other_pk):
        if survivor := survivor_of(request, merged):
            return lead_to(request, survivor)
    cases = Prospect.objects.visible_to(user).select_related("industry", "adviser", "company")
    kept, other = get_object_or_404(cases, pk=pk), get_object_or_404(cases.exclude(pk=pk), pk=other_pk)
    form = MergeForm(request.POST or None, kept=kept, other=other, auto_id="merge_%s")
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.merge_cases(kept, other, theirs=form.theirs(), revisions=form.revisions(), by=user)
            except ValidationError as error:
                form.add_error(None, error)
                data = request.POST.copy()
                for name, one in (("kept_revision", kept), ("other_revision", other)):
                    data[name] = str(Prospect.with_merged.get(pk=one.pk).revision)
                form.data = data
                status = 409
            else:
                messages.success(request, _("Merged. All of it is here now."))
                return redirect("prospects:case", pk=kept.pk)
    context = {
        "form": form,
        "kept": kept,
        "other": other,
        "sides": [_side(kept), _side(other)],
        **trail(_("Merge two cases")),
    }
    return render(request, "prospects/admin/merge.html", context, status=status)


def _side(prospect: Prospect) -> dict[str, Any]:
    """What hangs on a case, in numbers."""
    return {
        "prospect": prospect,
        "people": prospect.contacts.count(),
        "activities": prospect.activities.count(),
        "tasks": prospect.tasks.count(),
        "handovers": prospect.handovers.count(),
    }
