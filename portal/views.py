"""The portal's pages. They ask services and models, and show what those say."""

from datetime import timedelta

from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.forms import AcceptInvitationForm
from accounts.services import open_invitation
from common.ratelimit import is_over
from common.workflow import TransitionError
from partners.models import Membership
from partners.services import accept as accept_invitation_of
from prospects.forms import DeclineForm, FinishForm
from prospects.models import Disclosure, Handover
from prospects.services import (
    accept_handover,
    decline_handover,
    finish_handover,
    firm_record,
    record_disclosure,
    see_handover,
)

from .access import SESSION_FIRM, handover_or_404, seat_required
from .pages import show as _page
from .today import lines_for

SOON = timedelta(days=1)
PER_PAGE = 20
_Status = Handover.Status
TONES = {
    _Status.AWAITING_CONSENT: "",
    _Status.OFFERED: "warn",
    _Status.SEEN: "warn",
    _Status.INTERESTED: "info",
    _Status.ACCEPTED: "info",
    _Status.IN_PROGRESS: "info",
    _Status.DONE: "good",
    _Status.DECLINED: "",
}


def _decorate(handovers) -> list[Handover]:
    """What a list shows beside each handover: the tone of its tag, and how near its deadline is."""
    now = timezone.now()
    result = list(handovers)
    for handover in result:
        handover.tone = TONES.get(handover.status, "")
        due = handover.answer_due_at if handover.status in Handover.UNANSWERED else None
        handover.clock = "" if due is None else "late" if due <= now else "soon" if due - now < SOON else "calm"
    return result


def _note_seen(request: HttpRequest, handovers: list[Handover], how: str = Disclosure.How.PAGE, **more: bool) -> None:
    """Write down for the prospect what this person is shown of it now; staff who look as the firm are logged apart."""
    seat = request.seat  # type: ignore[attr-defined]
    if not seat.is_preview:
        record_disclosure(handovers, to=request.user, how=how, with_contact=more.get("with_contact", False))


@require_safe
@seat_required
def home(request: HttpRequest) -> HttpResponse:
    """What wants an answer today, prospects first, what is under way, and what waits for the prospect."""
    seat = request.seat  # type: ignore[attr-defined]
    listed = seat.handovers.select_related("prospect__industry").order_by("answer_due_at", "-handed_over_at")
    groups: dict[str, list[Handover]] = {"answer": [], "progress": [], "waiting": []}
    place = {
        _Status.OFFERED: "answer",
        _Status.SEEN: "answer",
        _Status.INTERESTED: "progress",
        _Status.ACCEPTED: "progress",
        _Status.IN_PROGRESS: "progress",
        _Status.AWAITING_CONSENT: "waiting",
    }
    shown = _decorate(listed.filter(status__in=list(place))[:100])
    for handover in shown:
        groups[place[_Status(handover.status)]].append(handover)
    _note_seen(request, shown)
    return _page(request, "portal/home.html", "home", groups=groups, lines=lines_for(request, seat))


@require_safe
@seat_required
def prospects(request: HttpRequest) -> HttpResponse:
    """Every prospect the firm was offered, those that want an answer first; and how it has answered so far."""
    order = Case(
        *(
            When(status=status, then=Value(place))
            for place, statuses in enumerate((Handover.UNANSWERED, ("interested",), ("accepted",), ("in_progress",)))
            for status in statuses
        ),
        default=Value(9),
        output_field=IntegerField(),
    )
    seat = request.seat  # type: ignore[attr-defined]
    listed = seat.handovers.select_related("prospect__industry").order_by(order, "answer_due_at", "-handed_over_at")
    items = Paginator(listed, PER_PAGE).get_page(request.GET.get("side"))
    items.object_list = _decorate(items.object_list)
    _note_seen(request, items.object_list)
    records = [] if seat.is_liaison else firm_record(seat.firm)
    return _page(request, "portal/prospects.html", "prospects", items=items, page_param="side", records=records)


def _show(request: HttpRequest, handover: Handover, status: int = 200, **forms) -> HttpResponse:
    _decorate([handover])
    contact = handover.prospect.main_contact if handover.shows_contact else None
    _note_seen(request, [handover], with_contact=True)
    context = {
        "handover": handover,
        "prospect": handover.prospect,
        "contact": contact,
        "decline_form": DeclineForm(),
        "finish_form": FinishForm(),
        **forms,
    }
    return _page(request, "portal/handover.html", "prospects", status=status, **context)


@require_safe
@seat_required
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    """One prospect: the teaser, after both yeses who it is, and what can be done."""
    found = handover_or_404(request, pk)
    if request.method == "GET" and not request.seat.is_preview:  # type: ignore[attr-defined]
        see_handover(found, by=request.user)
    return _show(request, found)


def _act(request: HttpRequest, found: Handover, action, success: str) -> HttpResponse:
    """Do it and go back to the handover; a refusal is shown there, with what is true now."""
    try:
        action()
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)
    return redirect("portal:handover", pk=found.pk)


@require_POST
@seat_required
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The firm takes it."""
    found = handover_or_404(request, pk)
    success = _("Yours. You now see who it is. They expect to hear from you.")
    if found.is_one_of_many:
        success = _("Thank you. We tell you when one of those who said yes is chosen.")
    elif not found.allows_contact:
        success = _("Yours. You now see which company it is.")
    return _act(request, found, lambda: accept_handover(found, by=request.user), success)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """The firm says no, and why."""
    found = handover_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:handover", pk=pk)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _show(request, found, status=422, decline_form=form)
    return _act(
        request,
        found,
        lambda: decline_handover(found, reason=form.cleaned_data["reason"], by=request.user),
        _("Declined. Thank you for saying why; you will not be asked again for this one."),
    )


@require_POST
@seat_required
def report_contacted(request: HttpRequest, pk: int) -> HttpResponse:
    """The firm has been in touch."""
    found = handover_or_404(request, pk)
    return _act(
        request,
        found,
        lambda: found.report_contacted(by=request.user),
        _("Noted. Come back and tell us how it ended."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """How it ended."""
    found = handover_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:handover", pk=pk)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return _show(request, found, status=422, finish_form=form)
    data = form.cleaned_data
    return _act(
        request,
        found,
        lambda: finish_handover(found, outcome=data["outcome"], reason=data["reason"], by=request.user),
        _("Done. Thank you for opening a door."),
    )


@require_safe
@seat_required
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and the way to password, passkeys and second step."""
    return _page(request, "portal/account.html", "account")


@require_POST
@seat_required
def choose_firm(request: HttpRequest) -> HttpResponse:
    """Act for another of one's firms from now on; a firm that is not one's own changes nothing."""
    seat = request.seat  # type: ignore[attr-defined]
    wanted = request.POST.get("firm", "")
    for choice in seat.firms:
        if str(choice.pk) == wanted:
            request.session[SESSION_FIRM] = choice.pk
    return redirect("portal:home")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """An invited person chooses a password and is in. A link that no longer works says so, with 404."""
    if is_over(request, "invitation", limit=60, seconds=3600):
        return render(request, "portal/invitation.html", {"invitation": None, "is_limited": True}, status=429)
    invitation = open_invitation(token)
    if invitation is None:
        return render(request, "portal/invitation.html", {"invitation": None}, status=404)
    form = AcceptInvitationForm(request.POST or None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        try:
            user = accept_invitation_of(invitation, **form.cleaned_data)
        except TransitionError as error:
            form.add_error(None, error)
        else:
            login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
            record_authentication(request, user, "password")
            return redirect("accounts:after_login")
    seats = Membership.objects.filter(invitation=invitation).select_related("firm")
    status = 422 if form.errors else 200
    return render(
        request, "portal/invitation.html", {"invitation": invitation, "form": form, "seats": seats}, status=status
    )
