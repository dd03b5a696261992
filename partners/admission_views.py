"""Rounds and applications in the admin: who waits for an answer, one application, the seats of a round."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator
from wagtail.models import ModelLogEntry

from .models import Application, ContributionTier, PartnerFirm, PartnershipRound, RoundTier
from .registers import PER_PAGE, ContributionTierViewSet
from .round_registers import (
    ADD_TIERS,
    CHANGE_ROUNDS,
    DECIDE,
    VIEW_APPLICATIONS,
    VIEW_ROUNDS,
    PartnershipRoundViewSet,
)
from .services import (
    agree,
    can_sign,
    clone_tiers,
    decline_application,
    is_locked_out,
    may_decide,
    offer_again,
    set_seats,
    settle_application,
)

SHOW_OR_DO = ["GET", "HEAD", "POST"]


class ReasonForm(forms.Form):
    """Nobody is turned away without being told why."""

    reason = forms.CharField(
        label=gettext_lazy("Why not? The firm reads it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say in a few words why; the firm reads it.")},
    )


class SeatsForm(forms.Form):
    """The seats of one tier in a round."""

    seats = forms.IntegerField(label=gettext_lazy("Seats"), min_value=0, max_value=9999)
    reserved = forms.IntegerField(label=gettext_lazy("Kept for former partners"), min_value=0, max_value=9999)
    # What they were when the form was opened: seats fall to firms meanwhile.
    seen_seats = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen_reserved = forms.IntegerField(widget=forms.HiddenInput, required=False)


class YearForm(forms.Form):
    """For which year."""

    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=2020, max_value=2100)


def _page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    context |= {
        "header_title": title,
        "header_icon": context.pop("icon", "form"),
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", context, status=status)


def _say(request: HttpRequest, error: ValidationError) -> None:
    for text in error.messages:
        messages.error(request, text)


# --- applications -----------------------------------------------------------------------------------------------------
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Those that want an answer, the first to come first; then those that wait for a seat."""
    if not request.user.has_perm(VIEW_APPLICATIONS):
        return permission_denied(request, PermissionDenied())
    paginator = WagtailPaginator(
        Application.objects.to_decide().with_history().select_related("round", "tier"), PER_PAGE
    )
    items = paginator.get_page(request.GET.get("p"))
    waiting = Application.objects.in_line().order_by("round", "tier__rank", "submitted_at", "pk")
    return _page(
        request,
        "applications",
        _("Applications to decide"),
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        waiting=waiting.select_related("round", "tier")[:PER_PAGE],
    )


@require_http_methods(SHOW_OR_DO)
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """One application: what was written, who has said what, and yes or no for the association."""
    may_answer = request.user.has_perm(DECIDE)
    if not request.user.has_perm(VIEW_APPLICATIONS) or (request.method == "POST" and not may_answer):
        return permission_denied(request, PermissionDenied())
    sent = Application.objects.filter(submitted_at__isnull=False)
    found = get_object_or_404(
        sent.select_related("round", "tier", "firm", "association_agreed_by", "municipality_agreed_by"), pk=pk
    )
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()
    if request.method == "POST":
        again = AGAIN.get(request.POST.get("svar", ""))
        if again is not None:
            return _do_again(request, found, *again)
        is_yes = request.POST.get("svar") == "ja"
        if is_yes or form.is_valid():
            return _answer(request, found, "" if is_yes else form.cleaned_data["reason"])
    is_approved = found.status == Application.Status.APPROVED
    return _page(
        request,
        "application",
        found.company_name,
        422 if form.errors else 200,
        trail=[{"url": reverse("admissions:queue"), "label": _("Applications to decide")}],
        application=found,
        row=RoundTier.objects.filter(round=found.round, tier=found.tier).first(),
        strangers=_people_before(found),
        history=ModelLogEntry.objects.for_instance(found).select_related("user").order_by("timestamp", "pk"),
        form=form,
        wants_answer=may_answer
        and may_decide(request.user, "association")  # type: ignore[arg-type]
        and found.status == Application.Status.SUBMITTED
        and found.association_agreed_at is None,
        may_try=may_answer and found.status == Application.Status.SUBMITTED and found.is_agreed,
        may_offer=may_answer and is_approved and not found.agreements.exclude(status="terminated").exists(),
        nobody_signs=_nobody_signs(found),
        is_locked_out=is_locked_out(found.contact_email),
        no_owner=found.round.needs_both_owners and not PartnerFirm.objects.filter(is_owner=True).exists(),
        may_decline=may_answer and found.status in Application.TRANSITIONS["decline"].sources,
    )


def _nobody_signs(found: Application) -> bool:
    """Whether an agreement waits that nobody at the firm can sign."""
    return found.firm is not None and found.agreements.filter(status="offered").exists() and not can_sign(found.firm)


def _people_before(found: Application) -> list[str]:
    """Who acts for the firm already, when the contact is none of them: somebody else writes in its name."""
    if found.firm is None or found.status == Application.Status.APPROVED:
        return []
    seats = found.firm.memberships.filter(status__in=("invited", "active")).select_related("user", "invitation")
    own = Q(user__email__iexact=found.contact_email) | Q(invitation__email__iexact=found.contact_email)
    if seats.filter(own).exists():
        return []
    return [str(seat.user or seat.invitation) for seat in seats.filter(Q(user__isnull=False) | ~Q(invitation=None))]


def _answer(request: HttpRequest, found: Application, reason: str) -> HttpResponse:
    """A yes, or a no with its `reason`; a refusal is shown on the page, with what is true now."""
    user: Any = request.user
    try:
        if reason:
            decline_application(found, reason=reason, by=user)
            said = _("Declined. The firm gets your reason by mail.")
        else:
            agree(found, by=user)
            said = {
                Application.Status.APPROVED: _("Approved. The firm has a seat, and the agreement waits to be signed."),
                Application.Status.WAITING: _("Agreed. There is no free seat, so the firm waits in line."),
            }.get(Application.Status(found.status), _("Agreed. Now it is with the municipality."))
            if found.held_up and found.status == Application.Status.SUBMITTED:
                messages.warning(
                    request, _("Agreed, but it could not be approved yet: %(why)s") % {"why": found.held_up}
                )
                return redirect("admissions:application", pk=found.pk)
    except ValidationError as error:
        _say(request, error)
        return redirect("admissions:application", pk=found.pk)
    messages.success(request, said)
    return redirect("admissions:queue")


# What can be tried once more: what does it, and what is said when it went well.
AGAIN = {
    "igjen": (settle_application, gettext_lazy("Done: it has a seat, or a place in line.")),
    "tilby": (offer_again, gettext_lazy("Offered again. The firm has a seat, and the agreement waits to be signed.")),
}


def _do_again(request: HttpRequest, found: Application, step: Any, said: Any) -> HttpResponse:
    """Try it; a refusal is shown on the page."""
    try:
        step(found, by=request.user)
    except ValidationError as error:
        _say(request, error)
    else:
        messages.success(request, str(said))
    return redirect("admissions:application", pk=found.pk)


# --- rounds -----------------------------------------------------------------------------------------------------------
BAR = 400  # the width of a bar, in the units of its drawing


@dataclass(frozen=True)
class SeatRow:
    """A tier on the board: its seats, how they are drawn, who waits, and the form."""

    tier: ContributionTier
    seats: int
    reserved: int
    taken: int
    waiting: int
    form: SeatsForm

    @property
    def free(self) -> int:
        """Seats anybody may have now."""
        return self.seats - self.reserved - self.taken

    @property
    def bars(self) -> list[tuple[str, int, int]]:
        """The parts of the bar: kind, where it begins, how wide it is."""
        start, parts = 0, []
        for kind, number in (("taken", self.taken), ("reserved", self.reserved), ("free", self.free)):
            width = round(BAR * number / self.seats) if self.seats else 0
            parts.append((kind, start, min(width, BAR - start)))
            start += width
        return parts


@require_http_methods(SHOW_OR_DO)
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """The seats of a round, tier by tier, and who waits; the programme manager sets how many there are."""
    may_set = request.user.has_perm(CHANGE_ROUNDS)
    if not request.user.has_perm(VIEW_ROUNDS) or (request.method == "POST" and not may_set):
        return permission_denied(request, PermissionDenied())
    round = get_object_or_404(PartnershipRound, pk=pk)
    tiers = _tiers_of(round)
    bound: dict[int, SeatsForm] = {}
    if request.method == "POST":
        tier = next((one for one in tiers if str(one.pk) == request.POST.get("tier")), None)
        if tier is None:
            raise Http404
        form = bound[tier.pk] = SeatsForm(request.POST, prefix=f"t{tier.pk}")
        if form.is_valid():
            try:
                _set(request, round, tier, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("The seats of %(tier)s are changed.") % {"tier": tier.name})
                return redirect("admissions:board", pk=pk)
    waiting = round.applications.in_line().select_related("tier").order_by("tier__rank", "submitted_at", "pk")
    in_line = list(waiting) if request.user.has_perm(VIEW_APPLICATIONS) else []
    releases = ModelLogEntry.objects.for_instance(round).filter(action="partners.round_released")
    return _page(
        request,
        "round_board",
        _("Seats: %(round)s") % {"round": round.name},
        422 if any(form.errors for form in bound.values()) else 200,
        icon="calendar",
        trail=[{"url": reverse(PartnershipRoundViewSet().get_url_name("list")), "label": _("Partnership rounds")}],
        round=round,
        rows=_rows(round, tiers, bound),
        in_line=in_line,
        now=timezone.now(),
        release=releases.order_by("-pk").first(),
        may_set=may_set,
        width=BAR,
    )


def _set(request: HttpRequest, round: PartnershipRound, tier: ContributionTier, typed: dict[str, Any]) -> None:
    numbers = (typed.pop("seen_seats"), typed.pop("seen_reserved"))
    user: Any = request.user
    set_seats(round, tier, by=user, seen=None if None in numbers else numbers, **typed)


def _tiers_of(round: PartnershipRound) -> list[ContributionTier]:
    """The tiers that are in the round, and those of its first year that could be."""
    fitting = Q(pk__in=round.tiers.values("tier")) | Q(year=round.starts_on.year, is_retired=False)
    return list(ContributionTier.objects.filter(fitting).order_by("year", "rank"))


def _rows(round: PartnershipRound, tiers: list[ContributionTier], bound: dict[int, SeatsForm]) -> list[SeatRow]:
    known = {row.tier_id: row for row in round.tiers.all()}
    line = list(round.applications.in_line().values_list("tier", flat=True))
    others = RoundTier.objects.filter(tier__in=tiers).exclude(round=round)
    elsewhere = dict(others.order_by().values_list("tier").annotate(Sum("seats")))
    rows = []
    for tier in tiers:
        row = known.get(tier.pk)
        numbers = (row.seats, row.reserved, row.taken) if row else (0, 0, 0)
        room = max(0, (tier.capacity or 0) - elsewhere.get(tier.pk, 0))
        start = {"seats": numbers[0] if row else room, "reserved": numbers[1]}
        seen = {"seen_seats": numbers[0], "seen_reserved": numbers[1]}
        form = bound.get(tier.pk) or SeatsForm(initial=start | seen, prefix=f"t{tier.pk}")
        if form.is_bound:  # looked at once more, with what is typed kept
            form.data = dict(form.data.items()) | {form.add_prefix(name): value for name, value in seen.items()}
        rows.append(SeatRow(tier, *numbers, line.count(tier.pk), form))
    return rows


@require_http_methods(SHOW_OR_DO)
def clone(request: HttpRequest) -> HttpResponse:
    """Make the tiers of a year from the year before, once it is confirmed."""
    if not request.user.has_perm(ADD_TIERS):
        return permission_denied(request, PermissionDenied())
    back = reverse(ContributionTierViewSet().get_url_name("list"))
    form = YearForm(request.POST or None, initial={"year": timezone.localdate().year + 1})
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data["year"]
        try:
            made = clone_tiers(year, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            form.add_error(None, error)
        else:
            said = ngettext("One tier made for %(year)s.", "%(count)s tiers made for %(year)s.", len(made))
            nothing = _("The tiers of %(year)s were there already; nothing was changed.")
            messages.success(request, (said if made else nothing) % {"count": len(made), "year": year})
            return redirect(back)
    status = 422 if request.method == "POST" else 200
    trail = [{"url": back, "label": _("Contribution tiers")}]
    return _page(request, "clone_tiers", _("Make next year's tiers"), status, trail=trail, form=form, back=back)
