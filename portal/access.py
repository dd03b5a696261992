"""Who may what in the portal. Asked anew for each request: an ended seat works no longer from the next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from partners.models import Membership, PartnerFirm
from prospects.models import Handover

SESSION_FIRM = "portal_firm"


@dataclass(frozen=True)
class Seat:
    """From where somebody acts in this request: the seat in use, and all they could choose."""

    membership: Membership
    memberships: list[Membership]

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


def seat_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for people with a seat: the login for strangers, 403 for others. Sets `request.seat`."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        seat = current_seat(request)
        if seat is None:
            raise PermissionDenied
        request.seat = seat  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return guarded


def handover_or_404(request: HttpRequest, pk: int) -> Handover:
    """The handover if the seat in use may see it; another firm's and one that does not exist are alike."""
    found = (
        request.seat.handovers.select_related("prospect__industry", "prospect__adviser", "firm", "accepted_by")  # type: ignore[attr-defined]
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found
