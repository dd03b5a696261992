"""What staff change in a case: each a POST; see `admin_case` for what they share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import services
from .admin_case import attempt, back_to, changes, show_case
from .admin_forms import FactsForm, LogForm, PeopleForm, ReasonForm, StandingForm, VerifyForm, closing_time
from .forms import HandOverForm, QualifyForm
from .models import Activity, Handover, Prospect
from .rights import CHANGE, CONTACTS, HAND_OVER


@changes(CHANGE, follows=True)
def record(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Write down a note, a call or a meeting, or send a mail to the prospect; and what was promised by it."""
    user: Any = request.user
    form = LogForm(request.POST, prospect=prospect, sees_contacts=user.has_perm(CONTACTS), auto_id="log_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, activity_form=form)
    data = form.cleaned_data
    try:
        activity = _record(prospect, data, user)
    except ValidationError as error:
        # Somebody said no, or made the case another one, between the look of the form and this moment.
        form.add_error("kind", error)
        return show_case(request, prospect.pk, 422, activity_form=form)
    is_sent = activity.kind == Activity.Kind.MAIL and activity.way == Activity.Way.OUT
    messages.success(request, _("The mail is on its way.") if is_sent else _("Written down."))
    return back_to(request, prospect)


@transaction.atomic
def _record(prospect: Prospect, data: dict[str, Any], user: Any) -> Activity:
    activity = services.record_activity(
        prospect,
        kind=data["kind"],
        way=data["way"],
        contact=data.get("contact"),
        text=data["text"],
        at=data["happened_at"],
        by=user,
    )
    if data["promise"].strip():
        services.give_task(
            prospect,
            text=data["promise"],
            due_at=closing_time(data["promise_by"]),
            to=[user],
            by=user,
            is_promise=True,
            activity=activity,
        )
    return activity


@changes(CHANGE, follows=True)
def write_facts(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Write down what is known; somebody else's words are never overwritten unread."""
    form = FactsForm(request.POST, instance=Prospect.objects.get(pk=prospect.pk), auto_id="facts_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, facts_form=form)
    try:
        services.save_facts(prospect, form.values(), revision=form.cleaned_data["revision"], by=request.user)
    except services.FactsConflict as conflict:
        theirs = [
            (form[name].label, shown(conflict.stored, name), shown(form.instance, name)) for name in conflict.theirs
        ]
        # What was typed stays; saving again means to have read what the other wrote.
        typed = request.POST.copy()
        typed["revision"] = str(conflict.stored.revision)
        form.data = typed
        return show_case(request, prospect.pk, 409, facts_form=form, theirs=theirs)
    messages.success(request, _("Saved."))
    return back_to(request, prospect, at="facts")


def shown(prospect: Prospect, name: str) -> str:
    """A fact of a case in words; a dash for none."""
    display = getattr(prospect, f"get_{name}_display", None)
    value = display() if display else getattr(prospect, name)
    return "–" if value in (None, "") else str(value)


@changes(CHANGE)
def assign(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Say who answers for it, and who helps."""
    form = PeopleForm(request.POST, prospect=prospect, auto_id="people_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, people_form=form)
    return attempt(
        request, prospect, lambda: services.assign(prospect, by=request.user, **form.values()), _("Saved."), at="team"
    )


@changes(CHANGE)
def verify(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Somebody else has checked that they came, and says how."""
    form = VerifyForm(request.POST, auto_id="verify_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, verify_form=form)
    how = form.cleaned_data["how"]
    return attempt(request, prospect, lambda: prospect.verify(how=how, by=request.user), _("Checked and verified."))


def _write_description(request: HttpRequest, prospect: Prospect, then: Callable[[], Any], success: str) -> HttpResponse:
    form = QualifyForm(request.POST, instance=prospect, auto_id="qualify_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, qualify_form=form)
    try:
        with transaction.atomic():
            prospect.save(update_fields=list(form.fields))
            then()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
        return show_case(request, prospect.pk, 422, qualify_form=form)
    messages.success(request, success)
    return redirect("prospects:case", pk=prospect.pk)


@changes(CHANGE)
def qualify(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Describe it for sharing, and qualify it."""
    return _write_description(request, prospect, lambda: prospect.qualify(by=request.user), _("Qualified."))


@changes(CHANGE)
def describe(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Mend the description for sharing."""
    edited = {"fields": list(QualifyForm.Meta.fields)}
    return _write_description(
        request, prospect, lambda: log(prospect, "prospects.described", user=request.user, data=edited), _("Saved.")
    )


@changes(CHANGE)
def step(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Move the stage on. The page says which step it means, so that a second click does not take the next one too."""
    verb = prospect.next_step
    if not verb or verb in ("qualify", "verify") or request.POST.get("verb") != verb:
        messages.error(request, _("The case has moved on meanwhile. This is how it stands now."))
        return redirect("prospects:case", pk=prospect.pk)
    return attempt(request, prospect, lambda: getattr(prospect, verb)(by=request.user), _("Moved on."))


@changes(CHANGE)
def stand(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Let it rest, or end it, with a reason."""
    form = StandingForm(request.POST, auto_id="standing_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, standing_form=form)
    how = form.cleaned_data["what"]
    return attempt(
        request, prospect, lambda: services.stop_case(prospect, how, by=request.user, **form.values()), _("Saved.")
    )


@changes(CHANGE)
def resume(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Take it up again."""
    return attempt(request, prospect, lambda: prospect.resume(by=request.user), _("It is under way again."))


@changes(HAND_OVER)
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
                is_draft="draft" in request.POST,
            )
        except ValidationError as error:
            form.add_error(None, error)
    if not form.is_valid():
        for text in form.non_field_errors():
            messages.error(request, str(text))
        return show_case(request, prospect.pk, 422, hand_over_form=form)
    if "draft" in request.POST:
        messages.success(request, _("Kept as a draft. Nobody is told of it."))
        return redirect("prospects:case", pk=prospect.pk)
    messages.success(
        request, _("The prospect is asked whether %(firm)s may learn who it is.") % {"firm": form.cleaned_data["firm"]}
    )
    return redirect("prospects:case", pk=prospect.pk)


@changes(HAND_OVER)
def withdraw_handover(request: HttpRequest, prospect: Prospect, handover_pk: int) -> HttpResponse:
    """Take a handover back, with a reason; the firm sees nothing of it from the next request."""
    handover = get_object_or_404(Handover.objects.visible_to(request.user), prospect=prospect, pk=handover_pk)
    form = ReasonForm(request.POST, auto_id=f"withdraw{handover.pk}_%s")
    if not form.is_valid() and handover.status in Handover.LIVE:
        return show_case(request, prospect.pk, 422, refused=handover, withdraw_form=form)
    reason = form.cleaned_data.get("reason", "")
    return attempt(
        request,
        prospect,
        lambda: services.withdraw_handover(handover, reason=reason, by=request.user),
        _("Taken back."),
    )
