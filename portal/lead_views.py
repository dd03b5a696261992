"""The companies a firm tells us of: sent here, answered by staff, and what became of them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.ratelimit import is_over
from common.workflow import TransitionError
from prospects.forms import OwnLeadForm
from prospects.models import OwnLead
from prospects.services import take_back_lead, tell_of_lead

from .access import only_for_partners, seat_required
from .pages import show, tell_errors

PER_PAGE = 20
LEADS_A_DAY = 20
_Status = OwnLead.Status
TONES = {_Status.SUBMITTED: "info", _Status.APPROVED: "good"}


def _of_firm(request: HttpRequest) -> QuerySet:
    only_for_partners(request)
    membership = request.seat.membership  # type: ignore[attr-defined]
    return OwnLead.objects.visible_to(membership).select_related("industry", "prospect", "told_by")


def _lead_or_404(request: HttpRequest, pk: int) -> OwnLead:
    found = _of_firm(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_safe
@seat_required
def leads(request: HttpRequest) -> HttpResponse:
    """All of the firm's, and how each stands."""
    items = Paginator(_of_firm(request), PER_PAGE).get_page(request.GET.get("side"))
    for one in items.object_list:
        one.tone = TONES.get(_Status(one.status), "")
    takes_part = request.seat.firm.running_agreement is not None  # type: ignore[attr-defined]
    return show(request, "portal/leads.html", "firm", items=items, page_param="side", takes_part=takes_part)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def write_new(request: HttpRequest) -> HttpResponse:
    """Tell of a company."""
    only_for_partners(request)
    seat = request.seat  # type: ignore[attr-defined]
    form, status = OwnLeadForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if is_over(request, "lead", limit=LEADS_A_DAY, seconds=86_400, key=f"firm:{seat.firm.pk}"):
                form.add_error(None, _("You have told us of very many companies today. Go on tomorrow."))
                return show(request, "portal/lead_new.html", "firm", status=429, form=form)
            try:
                made = tell_of_lead(seat.firm, form.values(), by=request.user)  # type: ignore[arg-type]
            except TransitionError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("Thank you. We read it, and you hear from us."))
                return redirect("portal:lead", pk=made.pk)
    return show(request, "portal/lead_new.html", "firm", status=status, form=form)


@require_safe
@seat_required
def lead(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: what was told, how it stands, and how it went."""
    found = _lead_or_404(request, pk)
    seat = request.seat  # type: ignore[attr-defined]
    handover = seat.handovers.filter(prospect=found.prospect_id).order_by("-pk").first() if found.prospect_id else None
    tone = TONES.get(_Status(found.status), "")
    return show(request, "portal/lead.html", "firm", lead=found, tone=tone, handover=handover)


@require_POST
@seat_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The firm takes it back before it is answered."""
    found = _lead_or_404(request, pk)
    try:
        take_back_lead(found, by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        tell_errors(request, error)
    else:
        messages.success(request, _("Taken back. We have forgotten the person you named."))
    return redirect("portal:lead", pk=found.pk)
