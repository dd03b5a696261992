"""Premises that firms want to show, for communications: read, then approved or sent back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator

from .models import Premises
from .profile_admin import AnswerForm
from .services import (
    MEDIA_TYPES,
    PREMISES_FIELDS,
    approve_premises,
    may_approve_premises,
    premises_to_approve,
    return_premises,
)

PER_PAGE = 50


def _page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    context |= {
        "header_title": title,
        "header_icon": "home",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", context, status=status)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first."""
    if not may_approve_premises(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    paginator = WagtailPaginator(premises_to_approve(), PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    pages = paginator.get_elided_page_range(items.number)
    return _page(request, "premises_queue", _("Premises to approve"), items=items, elided_page_range=pages)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: every word of it, its picture, and yes or not yet."""
    if not may_approve_premises(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Premises.objects.select_related("firm", "changed_by", "image"), pk=pk)
    form = AnswerForm(request.POST or None, initial={"revision": found.revision})
    if request.method == "POST" and form.is_valid():
        try:
            said = _decide(found, request, form.cleaned_data)
        except ValidationError as error:
            form.add_error("comment" if error.code == "comment" else None, error)
        else:
            messages.success(request, said)
            return redirect("premises:queue")
    return _page(
        request,
        "premises_answer",
        f"{found} · {found.firm}",
        422 if form.errors else 200,
        trail=[{"url": reverse("premises:queue"), "label": _("Premises to approve")}],
        premises=found,
        rows=_rows(found),
        form=form,
        waits=found.status == Premises.Status.WAITING,
        edit_url=reverse("wagtailsnippets_partners_premises:edit", args=[found.pk]),
    )


def _decide(premises: Premises, request: HttpRequest, data: dict[str, Any]) -> str:
    user: Any = request.user
    names = {"premises": premises, "firm": premises.firm}
    if request.POST.get("svar") == "ja":
        approve_premises(premises, by=user, revision=data["revision"])
        return _("“%(premises)s” is on the public pages, and %(firm)s are told.") % names
    return_premises(premises, comment=data["comment"], by=user, revision=data["revision"])
    return _("“%(premises)s” is sent back to %(firm)s with your words.") % names


def _rows(premises: Premises) -> list[tuple[Any, Any]]:
    """Every field the firm wrote, as people read it."""
    rows = []
    for name in PREMISES_FIELDS:
        field: Any = Premises._meta.get_field(name)
        in_words = getattr(premises, f"get_{name}_display", None)
        rows.append((field.verbose_name, in_words() if in_words else getattr(premises, name)))
    return rows


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture that is proposed; it lies outside the public folders until it is approved."""
    if not may_approve_premises(request.user):  # type: ignore[arg-type]
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Premises, pk=pk)
    if not found.upload or not found.upload.storage.exists(str(found.upload.name)):
        raise Http404
    ending = found.upload_ending
    response = FileResponse(
        found.upload.open("rb"),
        as_attachment=True,
        filename=f"bilde.{ending}",
        content_type=MEDIA_TYPES.get(ending, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
