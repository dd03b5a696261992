"""The case work in the admin: one page for each case.

Every change is a POST that asks a service or a verb of the model, and goes back to the case. A refusal is shown there
in words; a form that is not right comes back as it was typed, with status 422.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.log_actions import log

from common.countries import country_name

from . import services
from .admin_timing import TONES, clock_of, running_clock, timeline
from .forms import ActivityForm, HandOverForm, QualifyForm
from .models import Activity, Handover, Prospect

VIEW, CHANGE, HAND_OVER, CONTACTS = (
    f"prospects.{name}" for name in ("view_prospect", "change_prospect", "hand_over_prospect", "see_contact_data")
)
# What the button of each step says, and what it means.
STEP_WORDS = {
    "qualify": (gettext_lazy("Qualify"), gettext_lazy("Is it for us? Describe it so that it can be shared.")),
    "mark_contacted": (
        gettext_lazy("We have spoken with them"),
        gettext_lazy("A person of ours has spoken with a person of theirs."),
    ),
    "mark_shown": (gettext_lazy("They have seen it"), gettext_lazy("They have seen what there is here.")),
    "mark_deciding": (gettext_lazy("They are deciding"), gettext_lazy("They are making up their mind.")),
    "establish": (gettext_lazy("They have come"), gettext_lazy("They have signed, opened or moved in.")),
    "verify": (gettext_lazy("I have checked it"), gettext_lazy("Somebody else than who reported it has checked it.")),
}


class StandingForm(forms.Form):
    """Why a case rests or ends."""

    what = forms.ChoiceField(
        label=gettext_lazy("What happens"),
        widget=forms.RadioSelect,
        choices=[
            ("rest", gettext_lazy("Let it rest: they want to be asked again later")),
            ("lose", gettext_lazy("Lost: they chose another place")),
            ("withdraw", gettext_lazy("Withdrawn: they do not want to go on")),
        ],
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300})
    )
    until = forms.DateField(
        label=gettext_lazy("Rests until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Only for a case that rests."),
    )

    def clean(self) -> dict[str, Any]:
        """A rest has an end, and it lies ahead."""
        data = super().clean() or {}
        if data.get("what") == "rest" and "until" not in self.errors:
            if data.get("until") is None:
                self.add_error("until", _("Say until when it rests."))
            elif data["until"] <= timezone.localdate():
                self.add_error("until", _("Choose a day that lies ahead."))
        return data


class ReasonForm(forms.Form):
    """Why a handover is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you take it back?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


def _show(request: HttpRequest, pk: int, status: int = 200, *, refused: Any = None, **bound: Any) -> HttpResponse:
    """The page of a case as it stands in the database; `bound` are forms that come back with errors.

    `refused` is the handover whose withdrawal was not right.
    """
    user = request.user
    prospect = get_object_or_404(
        Prospect.objects.visible_to(user).select_related("industry", "adviser", "established_by", "company"), pk=pk
    )
    now = timezone.now()
    may = {
        "change": user.has_perm(CHANGE),
        "hand_over": user.has_perm(HAND_OVER),
        "contacts": user.has_perm(CONTACTS),
    }
    handovers = list(prospect.handovers.select_related("firm", "handed_over_by", "accepted_by"))
    for handover in handovers:
        handover.tone = TONES.get(handover.status, "")
        is_running = handover.status == Handover.Status.OFFERED and handover.answer_due_at
        handover.clock = running_clock(handover.answer_due_at, now) if is_running else None
        if handover.status in Handover.LIVE and may["hand_over"]:
            is_it = refused is not None and refused.pk == handover.pk
            handover.withdraw_form = (
                bound["withdraw_form"] if is_it else ReasonForm(auto_id=f"withdraw{handover.pk}_%s")
            )
    is_ongoing = prospect.standing == Prospect.Standing.ONGOING
    is_shareable = is_ongoing and prospect.stage != Prospect.Stage.NEW
    reached = Prospect.Stage.values.index(prospect.stage)
    context = {
        "prospect": prospect,
        "may": may,
        "clock": clock_of(prospect, now),
        "country": country_name(prospect.country),
        "is_ongoing": is_ongoing,
        "is_shareable": is_shareable,
        "is_own_report": prospect.established_by_id == user.pk and prospect.next_step == "verify",
        "missing": prospect.missing_for_next_stage if is_ongoing else [],
        "step_words": STEP_WORDS.get(prospect.next_step),
        "stages": [
            (label, "now" if number == reached else "past" if number < reached else "")
            for number, label in enumerate(Prospect.Stage.labels)
        ],
        "has_contact": prospect.contacts.exists(),
        "contacts": prospect.contacts.prefetch_related("consents").order_by("pk") if may["contacts"] else [],
        "interest_forms": prospect.interest_forms.all(),
        "handovers": handovers,
        "timeline": timeline(prospect, handovers),
        "activity_form": ActivityForm(auto_id="log_%s"),
        "qualify_form": QualifyForm(instance=prospect, auto_id="qualify_%s"),
        "standing_form": StandingForm(auto_id="standing_%s"),
        "hand_over_form": HandOverForm(prospect=prospect, auto_id="hand_%s")
        if may["hand_over"] and is_shareable
        else None,
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("prospects:index"), "label": _("Prospects")},
            {"url": "", "label": prospect.reference},
        ],
        **bound,
    }
    return render(request, "prospects/admin/case.html", context, status=status)


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: where it stands, what comes next, and all that happened."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    return _show(request, pk)


def _changes(permission: str) -> Callable:
    """A view that changes the case it is given; without a POST (a page opened again) it leads back to the case."""

    def decorate(view: Callable) -> Callable:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def guarded(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
            if not (request.user.has_perm(VIEW) and request.user.has_perm(permission)):
                return permission_denied(request, PermissionDenied())
            prospect = get_object_or_404(Prospect.objects.visible_to(request.user), pk=pk)
            if request.method != "POST":
                return redirect("prospects:case", pk=pk)
            return view(request, prospect, **more)

        return guarded

    return decorate


def _try(request: HttpRequest, prospect: Prospect, action: Callable[[], Any], success: str) -> HttpResponse:
    """Do it and go back to the case; a refusal is shown there in words."""
    try:
        action()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)
    return redirect("prospects:case", pk=prospect.pk)


@_changes(CHANGE)
def record(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Write down a note, a call or a meeting, or send a mail to the prospect."""
    form = ActivityForm(request.POST, auto_id="log_%s")
    is_mail = request.POST.get("kind") == Activity.Kind.MAIL
    if form.is_valid() and is_mail and prospect.main_contact is None:
        form.add_error("kind", _("There is nobody to send it to: the case has no contact."))
    if not form.is_valid():
        return _show(request, prospect.pk, 422, activity_form=form)
    services.record_activity(prospect, **form.cleaned_data, by=request.user)
    messages.success(request, _("The mail is on its way.") if is_mail else _("Written down."))
    return redirect("prospects:case", pk=prospect.pk)


def _write_description(request: HttpRequest, prospect: Prospect, then: Callable[[], Any], success: str) -> HttpResponse:
    form = QualifyForm(request.POST, instance=prospect, auto_id="qualify_%s")
    if not form.is_valid():
        return _show(request, prospect.pk, 422, qualify_form=form)
    try:
        with transaction.atomic():
            prospect.save(update_fields=list(form.fields))
            then()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
        return _show(request, prospect.pk, 422, qualify_form=form)
    messages.success(request, success)
    return redirect("prospects:case", pk=prospect.pk)


@_changes(CHANGE)
def qualify(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Describe it for sharing, and qualify it."""
    return _write_description(request, prospect, lambda: prospect.qualify(by=request.user), _("Qualified."))


@_changes(CHANGE)
def describe(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Mend the description for sharing."""
    edited = {"fields": list(QualifyForm.Meta.fields)}
    return _write_description(
        request, prospect, lambda: log(prospect, "prospects.described", user=request.user, data=edited), _("Saved.")
    )


@_changes(CHANGE)
def step(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Move the stage on. The page says which step it means, so that a second click does not take the next one too."""
    verb = prospect.next_step
    if not verb or verb == "qualify" or request.POST.get("verb") != verb:
        messages.error(request, _("The case has moved on meanwhile. This is how it stands now."))
        return redirect("prospects:case", pk=prospect.pk)
    return _try(request, prospect, lambda: getattr(prospect, verb)(by=request.user), _("Moved on."))


@_changes(CHANGE)
def stand(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Let it rest, or end it, with a reason."""
    form = StandingForm(request.POST, auto_id="standing_%s")
    if not form.is_valid():
        return _show(request, prospect.pk, 422, standing_form=form)
    data = form.cleaned_data
    facts: dict[str, Any] = {"reason": data["reason"], "until": data["until"], "by": request.user}
    return _try(request, prospect, lambda: services.stop_case(prospect, data["what"], **facts), _("Saved."))


@_changes(CHANGE)
def resume(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Take it up again."""
    return _try(request, prospect, lambda: prospect.resume(by=request.user), _("It is under way again."))


@_changes(HAND_OVER)
def hand_over(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Offer it to a partner firm; the prospect is asked first."""
    form = HandOverForm(request.POST, prospect=prospect, auto_id="hand_%s")
    if form.is_valid():
        data = form.cleaned_data
        try:
            services.hand_over(
                prospect,
                to=data["firm"],
                by=request.user,
                message=data["message"],
                response_days=data["response_days"],
            )
        except ValidationError as error:
            form.add_error(None, error)
    if not form.is_valid():
        for text in form.non_field_errors():
            messages.error(request, str(text))
        return _show(request, prospect.pk, 422, hand_over_form=form)
    messages.success(
        request, _("The prospect is asked whether %(firm)s may learn who it is.") % {"firm": form.cleaned_data["firm"]}
    )
    return redirect("prospects:case", pk=prospect.pk)


@_changes(HAND_OVER)
def withdraw_handover(request: HttpRequest, prospect: Prospect, handover_pk: int) -> HttpResponse:
    """Take a handover back, with a reason; the firm sees nothing of it from the next request."""
    handover = get_object_or_404(Handover.objects.visible_to(request.user), prospect=prospect, pk=handover_pk)
    form = ReasonForm(request.POST, auto_id=f"withdraw{handover.pk}_%s")
    if not form.is_valid() and handover.status in Handover.LIVE:
        return _show(request, prospect.pk, 422, refused=handover, withdraw_form=form)
    reason = form.cleaned_data.get("reason", "")
    return _try(request, prospect, lambda: handover.withdraw(reason=reason, by=request.user), _("Taken back."))
