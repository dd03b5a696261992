"""The firm's own page, and everything of the firm in one file."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.log_actions import log

from common.ratelimit import is_over
from partners.models import Duty
from partners.services import completeness_of, profile_being_written

from .access import seat_required
from .export import archive
from .pages import show
from .rooms import cards_for

EXPORTS_AN_HOUR = 20
MOST_DUTIES = 20


@require_safe
@seat_required
def firm(request: HttpRequest) -> HttpResponse:
    """The rooms of the firm, what it owes us, and what its profile lacks."""
    seat = request.seat  # type: ignore[attr-defined]
    draft = None if seat.is_liaison else profile_being_written(seat.firm)
    complete = None if seat.is_liaison else completeness_of(seat.firm, draft)
    cards = cards_for(request, seat, draft, complete)
    owed = Duty.objects.visible_to(seat.membership).owed()[:MOST_DUTIES]
    return show(request, "portal/firm.html", "firm", cards=cards, complete=complete, owed=list(owed))


@require_safe
@seat_required
def export(request: HttpRequest) -> HttpResponse:
    """What the file holds, and the way to it."""
    return show(request, "portal/export.html", "firm")


@require_safe
@seat_required
def export_file(request: HttpRequest) -> HttpResponseBase:
    """The file. Taking it is logged, with how often limited, for it is dear to make."""
    seat = request.seat  # type: ignore[attr-defined]
    if is_over(request, "export", limit=EXPORTS_AN_HOUR, seconds=3600, key=f"user:{request.user.pk}"):
        text = _("You have taken the file very often this hour. Try again in an hour.")
        return show(request, "portal/export.html", "firm", status=429, told=text)
    what = "liaison" if seat.is_liaison else "firm"
    log(seat.firm, "partners.exported", user=request.user, data={"what": what})
    response = StreamingHttpResponse(archive(seat, request.user), content_type="application/zip")  # type: ignore[arg-type]
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="{seat.firm.slug}-{day}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
