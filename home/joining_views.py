"""Becoming a partner: the tiers of the open round, a draft that waits in the mailbox, and how it stands afterwards."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from common.ratelimit import is_over
from common.spamguard import is_within_limits
from common.workflow import TransitionError
from partners.models import Application, Benefit, PartnershipRound, RoundTier
from partners.services import (
    DRAFT_DAYS,
    application_path,
    begin_application,
    open_application,
    save_application,
    submit_application,
    withdraw_application,
)

from .joining_forms import BeginForm, PartnerForm

SHOW_OR_DO = ["GET", "HEAD", "POST"]
A_DAY = 24 * 3600
PROVEN_A_DAY, UNPROVEN_A_DAY, TO_ONE_ADDRESS_A_DAY = 30, 5, 5


def _seats(rounds: list[PartnershipRound]) -> list[RoundTier]:
    """The tiers one can choose among in these rounds, with what they give."""
    given = Prefetch("tier__benefits", Benefit.objects.filter(is_retired=False), to_attr="offered")
    rows = RoundTier.objects.filter(round__in=rounds, tier__is_retired=False).select_related("tier", "round")
    return list(rows.prefetch_related(given).order_by("round__opens_at", "tier__rank"))


@never_cache
@require_http_methods(SHOW_OR_DO)
def start(request: HttpRequest) -> HttpResponse:
    """The tiers of the open round and the first few questions; when none is open, when the next one is."""
    rounds = list(PartnershipRound.objects.open().order_by("opens_at"))
    rows = _seats(rounds)
    status, form = 200, None
    if rows and request.method == "POST":
        form = BeginForm(request.POST, rows=rows)
        if form.is_valid() and _may_begin(request, form) and (begun := _begin(form)):
            messages.success(request, _("Saved. We have mailed you the link, so that you can go on when it suits you."))
            return _sealed(redirect(application_path(begun)))
        status = 422
    elif rows:
        form = BeginForm.blank(rows)
    context = {
        "form": form,
        "rows": rows,
        "rounds": [(one, one.is_in_priority_window()) for one in rounds],
        "draft_days": DRAFT_DAYS,
        "next_round": PartnershipRound.objects.filter(opens_at__gt=timezone.now()).order_by("opens_at").first(),
    }
    return render(request, "pages/joining.html", context, status=status)


def _may_begin(request: HttpRequest, form: BeginForm) -> bool:
    """Not too many drafts from one network, nor too many letters to one address."""
    if not is_within_limits(request, form, "joining", proven=PROVEN_A_DAY, unproven=UNPROVEN_A_DAY):
        return False
    email = form.cleaned_data["contact_email"]
    if is_over(request, "joining-mail", limit=TO_ONE_ADDRESS_A_DAY, seconds=A_DAY, key=email):
        form.add_error("contact_email", _("This address has had several links from us today. Use one of them."))
        return False
    return True


def _begin(form: BeginForm) -> Application | None:
    assert form.row is not None
    language = (get_language() or "nb")[:2]
    submission = form.cleaned_data["submission"]
    try:
        begun = begin_application(form.row.round, form.cleaned_data, language=language, submission=submission)
    except ValidationError as error:  # it closed while the form was open
        form.add_error(None, error)
        return None
    if begun.contact_email != form.cleaned_data["contact_email"]:
        form.add_error(None, _("This form has been sent already. Open it once more to begin another."))
        return None
    return begun


@never_cache
@require_http_methods(SHOW_OR_DO)
def application(request: HttpRequest, token: str) -> HttpResponse:
    """One application: written and sent here, taken back here, and afterwards how it stands. A key of nobody is 404."""
    found = open_application(token)
    if found is None:
        raise Http404
    rows = _seats([found.round])
    form, status = PartnerForm.of(found, rows), 200
    if request.method == "POST":
        if request.POST.get("handling") == "trekk":
            _take_back(request, found)
            return _sealed(redirect(request.path))
        form = PartnerForm.of(found, rows, request.POST)
        if form.is_valid() and _write(request, found, form):
            return _sealed(redirect(request.path))
        status = 422
    context = {
        "application": found,
        "form": form,
        "rows": rows,
        "can_send": found.status == Application.Status.DRAFT and found.round.is_open(),
        "can_take_back": found.status in Application.TRANSITIONS["withdraw"].sources,
        "in_window": found.round.is_in_priority_window(),
    }
    return _sealed(render(request, "pages/joining_application.html", context, status=status))


def _write(request: HttpRequest, found: Application, form: PartnerForm) -> bool:
    """Save what was typed, and send it when that is the button. False, with the reason in the form, if it cannot be."""
    try:
        save_application(found, form.cleaned_data)
        if request.POST.get("handling") != "send":
            messages.success(request, _("Saved. Nobody reads it until you send it."))
            return True
        submit_application(found)
    except ValidationError as error:
        form.refuse(error)
        return False
    messages.success(request, _("Sent. You get a mail that we have it."))
    return True


def _take_back(request: HttpRequest, found: Application) -> None:
    try:
        withdraw_application(found)
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, _("Taken back. Nobody reads it any more."))


def _sealed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # Not "no-referrer": browsers would then send "Origin: null" with the forms, which the CSRF check rightly refuses.
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response
