"""Undo: after a change the message carries a button that takes it back, for ten minutes and until the next change.

What the button needs stands signed in its form, so nothing is kept here; whether it may still be done is asked of the
services, as with every other step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partners.models import ProfileDraft
from partners.services import (
    mark_unread,
    restore_choices,
    restore_logo,
    restore_seat,
    undo_seat_change,
)

from .access import seat_required
from .pages import tell_errors

SALT = "portal.undo"
LASTS = 600  # seconds
TAG = "undo:"


@dataclass(frozen=True)
class Kind:
    """Something that can be undone: how (with what was remembered), and the room it belongs to."""

    undo: Callable[[HttpRequest, dict[str, Any]], None]
    room: str


def offer(request: HttpRequest, text: str, kind: str, **state: Any) -> None:
    """Say `text` on the next page, with a button that undoes it; `state` is what `kind` needs, as plain JSON."""
    seat = request.seat  # type: ignore[attr-defined]
    kept = {"kind": kind, "user": request.user.pk, "firm": seat.firm.pk, "state": state}
    messages.success(request, text, extra_tags=TAG + signing.dumps(kept, salt=SALT, compress=True))


@require_POST
@seat_required
def undo(request: HttpRequest) -> HttpResponse:
    """Take a change back. What is too old, somebody else's or overtaken is said in words."""
    seat = request.seat  # type: ignore[attr-defined]
    try:
        kept = signing.loads(request.POST.get("angre", ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        kept = None
    if kept is None or (kept["user"], kept["firm"]) != (request.user.pk, seat.firm.pk):
        messages.error(request, _("This can no longer be undone. It works for ten minutes, for who made the change."))
        return redirect("portal:home")
    kind = KINDS[kept["kind"]]
    try:
        kind.undo(request, kept["state"])
    except ValidationError as error:
        tell_errors(request, error)
    else:
        messages.success(request, _("Undone."))
    return redirect(kind.room)


def _read(request: HttpRequest, state: dict[str, Any]) -> None:
    mark_unread(request.user, request.seat.firm, read_at=datetime.fromisoformat(state["at"]))  # type: ignore[arg-type,attr-defined]


def _choices(request: HttpRequest, state: dict[str, Any]) -> None:
    restore_choices(request.user, before=state["before"], after=state["after"])  # type: ignore[arg-type]


def _logo(request: HttpRequest, state: dict[str, Any]) -> None:
    draft = ProfileDraft.objects.select_related("firm").get(firm=request.seat.firm)  # type: ignore[attr-defined]
    restore_logo(draft, revision=state["revision"], by=request.user)  # type: ignore[arg-type]


def _seat(request: HttpRequest, state: dict[str, Any]) -> None:
    seat = request.seat.firm.memberships.get(pk=state["seat"])  # type: ignore[attr-defined]
    undo_seat_change(seat, before=state["before"], step=state["step"], by=request.user)  # type: ignore[arg-type]


def _end(request: HttpRequest, state: dict[str, Any]) -> None:
    seat = request.seat.firm.memberships.get(pk=state["seat"])  # type: ignore[attr-defined]
    restore_seat(seat, step=state["step"], by=request.user)  # type: ignore[arg-type]


KINDS = {
    "read": Kind(_read, "portal:notices"),
    "choices": Kind(_choices, "portal:notices"),
    "logo": Kind(_logo, "portal:profile"),
    "seat": Kind(_seat, "portal:people"),
    "end": Kind(_end, "portal:people"),
}
