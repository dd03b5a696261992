"""What firms want to say of themselves, for communications: read beside what is public now, approved or sent back."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator

from register.models import FocusIndustry

from .models import Competence, PartnerFirm, ProfileDraft, spoken_in_words
from .services import (
    CHOICE_FIELDS,
    MEDIA_TYPES,
    TEXT_FIELDS,
    approve_profile,
    completeness,
    differing_fields,
    has_logo,
    may_approve_profiles,
    profile_values,
    profiles_to_approve,
    return_profile,
)

PER_PAGE = 50


class AnswerForm(forms.Form):
    """Yes, or what to change; `revision` is what was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**8)
    comment = forms.CharField(
        label=gettext_lazy("What to change"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The firm reads this, so say it as you would say it to them."),
    )


@dataclass(frozen=True)
class Side:
    """One field: what is public now, and what is proposed."""

    label: str
    now: str
    proposed: str
    differs: bool


def _page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    context |= {
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", context, status=status)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first."""
    if not may_approve_profiles(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    paginator = WagtailPaginator(profiles_to_approve(), PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    pages = paginator.get_elided_page_range(items.number)
    return _page(request, "profiles", _("Profiles to approve"), items=items, elided_page_range=pages)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One profile: both texts side by side, and yes or not yet."""
    if not may_approve_profiles(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    draft = get_object_or_404(ProfileDraft.objects.select_related("firm__logo", "changed_by"), pk=pk)
    form = AnswerForm(request.POST or None, initial={"revision": draft.revision})
    if request.method == "POST" and form.is_valid():
        try:
            said = _decide(draft, request, form.cleaned_data)
        except ValidationError as error:
            form.add_error("comment" if error.code == "comment" else None, error)
        else:
            messages.success(request, said)
            return redirect("profiles:queue")
    firm = draft.firm
    return _page(
        request,
        "profile",
        str(firm),
        422 if form.errors else 200,
        trail=[{"url": reverse("profiles:queue"), "label": _("Profiles to approve")}],
        draft=draft,
        firm=firm,
        sides=_sides(firm, draft),
        form=form,
        waits=draft.status == ProfileDraft.Status.SUBMITTED,
        complete=completeness(profile_values(draft), has_logo=has_logo(firm, draft)),
    )


def _decide(draft: ProfileDraft, request: HttpRequest, data: dict[str, Any]) -> str:
    user: Any = request.user
    if request.POST.get("svar") == "ja":
        approve_profile(draft, by=user, revision=data["revision"])
        return _("The profile of %(firm)s is on the public pages, and they are told.") % {"firm": draft.firm}
    return_profile(draft, comment=data["comment"], by=user, revision=data["revision"])
    return _("Sent back to %(firm)s with your words.") % {"firm": draft.firm}


def _sides(firm: PartnerFirm, draft: ProfileDraft) -> list[Side]:
    now, proposed = profile_values(firm), profile_values(draft)
    names = (*TEXT_FIELDS, *CHOICE_FIELDS)
    differing = set(differing_fields(now, proposed, names))
    sides = []
    for name in names:
        label = str(PartnerFirm._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        sides.append(Side(label, _words(name, now[name]), _words(name, proposed[name]), name in differing))
    return sides


def _words(name: str, value: Any) -> str:
    if name == "languages":
        return spoken_in_words(value)
    if name == "industries":
        return ", ".join(one.name for one in FocusIndustry.objects.filter(pk__in=value))
    if name == "competences":
        return ", ".join(one.name for one in Competence.objects.filter(pk__in=value))
    return str(value)


@require_safe
def logo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The logo that is proposed; it lies outside the public folders until it is approved."""
    if not may_approve_profiles(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    draft = get_object_or_404(ProfileDraft, pk=pk)
    if not draft.logo or not draft.logo.storage.exists(str(draft.logo.name)):
        raise Http404
    ending = draft.logo_ending
    media_type = MEDIA_TYPES.get(ending, "application/octet-stream")
    response = FileResponse(
        draft.logo.open("rb"), as_attachment=True, filename=f"logo.{ending}", content_type=media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
