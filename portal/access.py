"""Who may what in the portal. Asked anew for each request: an ended seat works no longer from the next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from partners.models import Membership, PartnerFirm
from partners.services import offers_to
from prospects.models import Handover

from .preview import may_see, note_room, previewed_firm

SESSION_FIRM = "portal_firm"


@dataclass(frozen=True)
class Seat:
    """From where somebody acts in this request: the seat in use, and all they could choose."""

    membership: Membership
    memberships: list[Membership]
    is_preview: bool = False  # staff who look, and change nothing

    @property
    def is_administrator(self) -> bool:
        """Whether the seat runs the firm's affairs here."""
        return self.membership.role == Membership.Role.ADMINISTRATOR

    @property
    def may_change(self) -> bool:
        """Whether buttons that only administrators may press are shown."""
        return self.is_administrator and not self.is_preview

    @property
    def firm(self) -> PartnerFirm:
        """The firm acted for."""
        return self.membership.firm

    @property
    def firms(self) -> list[PartnerFirm]:
        """The firms to choose from."""
        return [membership.firm for membership in self.memberships]

    @property
    def is_liaison(self) -> bool:
        """Whether the seat is a municipal liaison's, who works with requests, not with handovers."""
        return self.membership.role == Membership.Role.LIAISON

    @property
    def handovers(self):
        """The handovers this seat may see."""
        if self.is_liaison:
            return Handover.objects.none()
        return Handover.objects.of_firm(self.firm)


def current_seat(request: HttpRequest) -> Seat | None:
    """The seat the user acts from: the chosen one, else the first by the firm's name; None without any."""
    memberships = list(
        Membership.objects.active().filter(user=request.user).select_related("firm").order_by("firm__name", "pk")
    )
    if not memberships:
        return None
    chosen = request.session.get(SESSION_FIRM)
    membership = next((one for one in memberships if one.firm_id == chosen), memberships[0])
    return Seat(membership, memberships)


def preview_seat(request: HttpRequest) -> Seat | None:
    """The firm's own view for staff who asked for it; it stands nowhere, and opens only what their role may read."""
    firm = previewed_firm(request)
    if firm is None:
        return None
    membership = Membership(firm=firm, user_id=request.user.pk, role=Membership.Role.ADMINISTRATOR, status="active")
    return Seat(membership, [membership], is_preview=True)


def seat_required(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only for people with a seat: the login for strangers, 403 for others. Sets `request.seat`.

    Staff who see the portal as a firm read what their role may, and send nothing.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        seat = preview_seat(request) or current_seat(request)
        if seat is None and offers_to(request.user).exists():
            return redirect("portal:seat_offers")
        if seat is None:
            raise PermissionDenied
        if seat.is_preview and not (request.method in ("GET", "HEAD") and may_see(request)):
            raise PermissionDenied
        if seat.is_preview:
            note_room(request, seat.firm)
        request.seat = seat  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return guarded


def handover_or_404(request: HttpRequest, pk: int) -> Handover:
    """The handover if the seat in use may see it; another firm's and one that does not exist are alike."""
    found = (
        request.seat.handovers.select_related("prospect__industry", "prospect__adviser", "firm", "accepted_by", "round")  # type: ignore[attr-defined]
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def only_for_partners(request: HttpRequest) -> None:
    """A liaison answers for the municipality and sees nothing of a firm's affairs: 404, as if it were not there."""
    if request.seat.is_liaison:  # type: ignore[attr-defined]
        raise Http404
