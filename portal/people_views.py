"""The people of a firm: who acts for it, inviting, changing and ending; and the seats one is offered oneself."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from common.ratelimit import is_over
from common.workflow import TransitionError
from partners.forms import InviteColleagueForm, SeatForm
from partners.models import Membership
from partners.services import accept_seat, change_seat, decline_seat, end_seat, invite_to_firm, last_step, offers_to

from .access import SESSION_FIRM, only_for_partners, seat_required
from .pages import show, tell_errors
from .undo import offer

A_DAY = 86_400
INVITATIONS_A_DAY = 20  # by one person
LETTERS_A_DAY = 3  # to one address


def _seat_or_404(request: HttpRequest, pk: int) -> Membership:
    """A seat of the firm acted for that has not ended; another firm's and none are alike."""
    only_for_partners(request)
    seats = request.seat.firm.memberships.exclude(status="ended").select_related("user", "invitation", "firm")  # type: ignore[attr-defined]
    found = seats.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _only_administrators(request: HttpRequest) -> None:
    if not request.seat.is_administrator:  # type: ignore[attr-defined]
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def people(request: HttpRequest) -> HttpResponse:
    """Who acts for the firm and who is invited; administrators invite one more."""
    only_for_partners(request)
    seat = request.seat  # type: ignore[attr-defined]
    if request.method == "POST":
        _only_administrators(request)
    start = {"language": request.user.language}  # type: ignore[union-attr]
    form = InviteColleagueForm(request.POST or None, firm=seat.firm, initial=start)
    if request.method == "POST" and form.is_valid() and _invite(request, form):
        messages.success(
            request,
            _("%(email)s is invited by mail. Until they answer you can take it back below.")
            % {"email": form.cleaned_data["email"].lower()},
        )
        return redirect("portal:people")
    order = ("role", "user__last_name", "pk")
    active = seat.firm.memberships.active().select_related("user").order_by(*order)
    invited = seat.firm.memberships.awaiting_answer().select_related("user", "invitation").order_by("-pk")
    return show(
        request,
        "portal/people.html",
        "firm",
        status=422 if form.errors else 200,
        people=active[:200],
        invited=invited[:200],
        form=form,
    )


def _invite(request: HttpRequest, form: InviteColleagueForm) -> bool:
    """Invite; what stands in the way is said in the form. One answer, whether or not there is an account."""
    data = form.cleaned_data
    is_too_often = is_over(request, "invite", limit=INVITATIONS_A_DAY, seconds=A_DAY, key=f"user:{request.user.pk}")
    if is_too_often or is_over(request, "invited", limit=LETTERS_A_DAY, seconds=A_DAY, key=data["email"]):
        form.add_error(None, _("That is many invitations for one day. Try again tomorrow, or write to us."))
        return False
    seat = request.seat  # type: ignore[attr-defined]
    try:
        invite_to_firm(
            data["email"],
            seat.firm,
            role=data["role"],
            language=data["language"],
            by=request.user,  # type: ignore[arg-type]
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def seat(request: HttpRequest, pk: int) -> HttpResponse:
    """What one person may do, and what they hear of; administrators change it."""
    found = _seat_or_404(request, pk)
    _only_administrators(request)
    if found.status != Membership.Status.ACTIVE:
        raise Http404
    form = SeatForm(request.POST or None, firm=found.firm, initial=SeatForm.start(found))
    if request.method == "POST" and form.is_valid():
        before = {name: getattr(found, name) for name in form.cleaned_data}
        try:
            change_seat(found, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except ValidationError as error:
            form.add_error(None, error)
        else:
            _say_changed(request, found, before, form.cleaned_data)
            return redirect("portal:people")
    return show(request, "portal/seat.html", "firm", status=422 if form.errors else 200, person=found, form=form)


def _say_changed(request: HttpRequest, found: Membership, before: dict[str, Any], after: dict[str, Any]) -> None:
    """With a button to undo it; one's own role and right to sign only another administrator gives back."""
    said = _("Changed. It works from this moment.")
    is_own = found.user_id == request.user.pk
    gives_up = any(before[name] != after[name] for name in ("role", "may_sign"))
    if before == after or (is_own and gives_up):
        messages.success(request, said)
    else:
        offer(request, said, "seat", seat=found.pk, before=before, step=last_step(found))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """End a seat, one's own too, or take an invitation back. Asked once more before it is done."""
    found = _seat_or_404(request, pk)
    is_own = found.user_id == request.user.pk and found.status == Membership.Status.ACTIVE
    if not is_own:
        _only_administrators(request)
    if request.method == "POST":
        was_active = found.status == Membership.Status.ACTIVE
        name = str(found.user) if was_active else _("The invitation")
        try:
            end_seat(found, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            tell_errors(request, error)
            return redirect("portal:people")
        if is_own:
            request.session.pop(SESSION_FIRM, None)
            messages.success(request, _("You have left %(firm)s.") % {"firm": found.firm})
            return redirect("accounts:after_login")
        if was_active:
            said = _("%(who)s no longer opens anything here.") % {"who": name}
            offer(request, said, "end", seat=found.pk, step=last_step(found))
            return redirect("portal:people")
        messages.success(
            request,
            _("%(who)s no longer opens anything here. To undo it, invite the same address again.") % {"who": name},
        )
        return redirect("portal:people")
    return show(request, "portal/seat_end.html", "firm", person=found, is_own=is_own)


# --- seats one is offered ---------------------------------------------------------------------------------------------
@require_safe
@never_cache
@login_required
def seat_offers(request: HttpRequest) -> HttpResponse:
    """The firms that ask one in; for who has no seat yet, the only page of the portal."""
    return render(request, "portal/seat_offers.html", {"offers": list(offers_to(request.user)[:20])})  # type: ignore[arg-type]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def seat_offer(request: HttpRequest, pk: int) -> HttpResponse:
    """One firm asks: yes or no. An offer to somebody else, and one that is over, are as if there were none."""
    found = offers_to(request.user).filter(pk=pk).first()  # type: ignore[arg-type]
    is_own = Membership.objects.filter(pk=pk, user=request.user).exists()  # type: ignore[misc]
    if found is None and request.method == "POST" and is_own:
        messages.info(request, _("This invitation no longer stands. You may have answered it already."))
        return redirect("accounts:after_login")
    if found is None:
        raise Http404
    if request.method != "POST":
        return render(request, "portal/seat_offers.html", {"offers": [found]})
    is_yes = request.POST.get("svar") == "ja"
    try:
        if is_yes:
            accept_seat(found, by=request.user)  # type: ignore[arg-type]
        else:
            decline_seat(found, by=request.user)  # type: ignore[arg-type]
    except TransitionError as error:
        tell_errors(request, error)
        return redirect("accounts:after_login")
    if not is_yes:
        messages.success(request, _("You said no to %(firm)s. They are told.") % {"firm": found.firm})
        return redirect("accounts:after_login")
    request.session[SESSION_FIRM] = found.firm_id
    messages.success(request, _("Welcome in. You now act for %(firm)s.") % {"firm": found.firm})
    return redirect("portal:home")
