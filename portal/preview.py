"""The portal as a firm sees it, for staff: read-only, for a while, and written in the log.

Begun and ended in the admin (`portal.wagtail_hooks`). The session remembers which firm; whether the role may still
look is asked anew for each request.
"""

from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role, is_staff_member
from partners.models import PartnerFirm

SESSION_PREVIEW = "portal_preview"
LASTS = timedelta(minutes=30)

_MANAGER = frozenset({Role.PROGRAMME_MANAGER})
_ADVISERS = _MANAGER | {Role.ADVISER}
_READERS = _ADVISERS | {Role.ANALYST}
# Which roles may look at which room, as access.md has it; every other room is the programme manager's.
ROOMS = {
    "firm": _READERS,
    "profile": _READERS,
    "profile_logo": _READERS,
    "premises": _READERS,
    "premises_item": _READERS,
    "premises_picture": _READERS,
    "people": _ADVISERS,
}


def may_preview(user: User | AnonymousUser) -> bool:
    """Whether `user` may see the portal as a firm at all."""
    return is_staff_member(user) and has_role(user, *_READERS)


def may_see_room(user: User | AnonymousUser, name: str) -> bool:
    """Whether the role of `user` may look at the room of the portal called `name`."""
    return has_role(user, *ROOMS.get(name, _MANAGER))


def may_see(request: HttpRequest) -> bool:
    """Whether whoever looks as a firm may see the address asked for."""
    match = request.resolver_match
    return match is not None and match.url_name is not None and may_see_room(request.user, match.url_name)


def note_room(request: HttpRequest, firm: PartnerFirm) -> None:
    """Log which room is opened: each once while one looks."""
    kept, match = request.session.get(SESSION_PREVIEW), request.resolver_match
    room = match.url_name if match is not None else None
    if not kept or room is None or room in kept.get("rooms", ()):
        return
    request.session[SESSION_PREVIEW] = {**kept, "rooms": [*kept.get("rooms", ()), room]}
    log(firm, "partners.room_viewed_as_firm", user=request.user, data={"room": room})


def begin(request: HttpRequest, firm: PartnerFirm) -> None:
    """Look as `firm` from now on, for LASTS. It is logged."""
    request.session[SESSION_PREVIEW] = {"firm": firm.pk, "until": (timezone.now() + LASTS).isoformat()}
    log(firm, "partners.agreement_viewed_as_firm", user=request.user)


def end(request: HttpRequest) -> int | None:
    """Look as nobody any more; the key of the firm one looked as."""
    kept = request.session.pop(SESSION_PREVIEW, None)
    return kept["firm"] if kept else None


def previewed_firm(request: HttpRequest) -> PartnerFirm | None:
    """The firm as which staff look in this request; None when they do not, may not any longer, or the time is up."""
    kept = request.session.get(SESSION_PREVIEW)
    if not kept or not may_preview(request.user):
        return None
    if datetime.fromisoformat(kept["until"]) <= timezone.now():
        end(request)
        return None
    return PartnerFirm.objects.filter(pk=kept["firm"]).first()
