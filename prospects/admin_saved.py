"""Saved views of the list and the board: shown as tabs, kept by their owners."""

from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied

from . import services
from .case_filters import Chosen
from .models import SavedView
from .rights import VIEW

ADDRESSES = {SavedView.Face.LIST: "prospects:index", SavedView.Face.BOARD: "prospects:board"}


def address_of(face: str, query: str) -> str:
    """Where such a view is seen."""
    address = reverse(ADDRESSES[SavedView.Face(face)])
    return f"{address}?{query}" if query else address


def tabs(request: HttpRequest, chosen: Chosen, face: str) -> dict[str, Any]:
    """The saved views the user may see, and which of them this is."""
    views = list(SavedView.objects.visible_to(request.user).select_related("owner"))
    for one in views:
        one.address = address_of(one.face, one.query)
        one.is_own = one.owner_id == request.user.pk
        one.is_current = one.face == face and one.query == chosen.stored and not chosen.words
    current = next((one for one in views if one.is_current), None)
    return {
        "views": views,
        "own_view": current if current is not None and current.is_own else None,
        "can_save": bool(chosen.stored) and current is None,
        "face": face,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters as they stand under a name."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    if request.method != "POST":
        return redirect("prospects:index")
    typed = request.POST
    face = typed.get("face") if typed.get("face") in SavedView.Face.values else SavedView.Face.LIST
    query = Chosen.read(dict(parse_qsl(typed.get("query", "")[:2000]))).stored
    try:
        services.save_view(
            name=typed.get("name", ""),
            face=str(face),
            query=query,
            is_shared=bool(typed.get("is_shared")),
            by=request.user,
        )
    except ValidationError as error:
        _tell(request, error)
    else:
        messages.success(request, _("The view is saved. You find it above the list."))
    return redirect(address_of(str(face), query))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename, share or delete a view; only its owner finds it here."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk, owner=request.user)
    back = address_of(view.face, view.query)
    if request.method != "POST":
        return redirect(back)
    typed = request.POST
    try:
        if typed.get("what") == "delete":
            services.delete_view(view, by=request.user)
            messages.success(request, _("The view is deleted."))
        else:
            shared = bool(typed.get("is_shared"))
            services.change_view(view, name=typed.get("name", ""), is_shared=shared, by=request.user)
            messages.success(request, _("Saved."))
    except ValidationError as error:
        _tell(request, error)
    return redirect(back)


def _tell(request: HttpRequest, error: ValidationError) -> None:
    for text in error.messages:
        messages.error(request, text)
