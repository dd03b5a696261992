"""The page of a case in the admin, and what every change of a case shares.

Every change is a POST that asks a service or a verb of the model, and goes back to where it was asked. A refusal is
shown there in words; a form that is not right comes back as it was typed, with status 422.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from common.countries import country_name

from . import services
from .admin_forms import FactsForm, LogForm, PeopleForm, ReasonForm, StandingForm, TaskForm, VerifyForm
from .admin_people import ContactForm, people_of
from .admin_timing import TONES, clock_of, running_clock, timeline
from .file_form import FileForm
from .forms import HandOverForm, QualifyForm
from .lead_forms import ExplainForm, MunicipalRequestForm
from .models import Activity, Attachment, Disclosure, Handover, HandoverRound, MunicipalRequest, Prospect, Task
from .rights import CHANGE, CONTACTS, HAND_OVER, VIEW
from .several_forms import HelpForm, SeveralForm

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
ENDED_SHOWN = 5
SEEN_SHOWN = 50
SUGGESTED_SHOWN = 10
REQUEST_TONES = {"asked": "warn", "returned": "info", "answered": "good"}


def show_case(request: HttpRequest, pk: int, status: int = 200, *, refused: Any = None, **bound: Any) -> HttpResponse:
    """The page of a case as it stands in the database; `bound` are forms that come back with errors.

    `refused` is the handover whose withdrawal was not right; `changed_task` among `bound` is (key, form) of a task.
    """
    user = request.user
    prospect = get_object_or_404(
        Prospect.objects.visible_to(user).select_related(
            "industry", "adviser", "established_by", "verified_by", "company", "reason"
        ),
        pk=pk,
    )
    now = timezone.now()
    may = {
        "change": user.has_perm(CHANGE),
        "hand_over": user.has_perm(HAND_OVER),
        "contacts": user.has_perm(CONTACTS),
    }
    handovers = _handovers(prospect, now, may["hand_over"], refused, bound)
    is_ongoing = prospect.standing == Prospect.Standing.ONGOING
    is_shareable = is_ongoing and prospect.stage != Prospect.Stage.NEW
    reached = Prospect.Stage.values.index(prospect.stage)
    asked = bound.pop("explained", None), bound.pop("unasked", None)
    open_tasks, ended_tasks = _tasks(prospect, user, now, bound.pop("changed_task", None), may["change"])
    alike = services.alike_of(prospect, by=user)
    context = {
        "prospect": prospect,
        "may": may,
        "clock": clock_of(prospect, now),
        "country": country_name(prospect.country),
        "is_ongoing": is_ongoing,
        "is_shareable": is_shareable,
        "may_not_verify": prospect.next_step == "verify"
        and user.pk in (prospect.established_by_id, prospect.adviser_id),
        "missing": prospect.missing_for_next_stage if is_ongoing else [],
        "step_words": STEP_WORDS.get(prospect.next_step),
        "stages": [
            (label, "now" if number == reached else "past" if number < reached else "")
            for number, label in enumerate(Prospect.Stage.labels)
        ],
        "score": services.explain(prospect),
        "team": list(prospect.team.all()),
        "has_contact": prospect.contacts.exists(),
        "contacts": people_of(prospect, may, bound.pop("changed_person", None)) if may["contacts"] else [],
        "person_form": ContactForm(prospect=prospect, auto_id="person_%s"),
        "interest_forms": prospect.interest_forms.all(),
        "handovers": handovers,
        "lead": services.comes_first(prospect) if is_ongoing else None,
        "municipal_requests": _requests(prospect, now, may["hand_over"], *asked),
        "municipal_form": MunicipalRequestForm(prospect=prospect, auto_id="municipal_%s")
        if may["hand_over"] and is_ongoing
        else None,
        "open_tasks": open_tasks,
        "ended_tasks": ended_tasks,
        "alike": alike,
        "talks": services.spoken_lately(alike),
        "firm": services.firm_with(prospect.organisation_number),
        "drafts": prospect.activities.filter(status=Activity.Status.DRAFT)
        .select_related("contact")
        .prefetch_related(Prefetch("attachments", Attachment.objects.visible_to(user)))
        .order_by("happened_at"),
        "files": Attachment.objects.visible_to(user).filter(prospect=prospect).select_related("added_by"),
        "file_form": FileForm(auto_id="file_%s"),
        "timeline": timeline(prospect, handovers, sees_contacts=may["contacts"]),
        "activity_form": LogForm(prospect=prospect, sees_contacts=may["contacts"], auto_id="log_%s"),
        "facts_form": FactsForm(instance=prospect, initial={"revision": prospect.revision}, auto_id="facts_%s"),
        "people_form": PeopleForm(prospect=prospect, auto_id="people_%s"),
        "task_form": TaskForm(user=user, auto_id="task_%s"),
        "verify_form": VerifyForm(auto_id="verify_%s"),
        "qualify_form": QualifyForm(instance=prospect, auto_id="qualify_%s"),
        "standing_form": StandingForm(auto_id="standing_%s"),
        "hand_over_form": HandOverForm(prospect=prospect, initial=_asked_for(request), auto_id="hand_%s")
        if may["hand_over"] and is_shareable
        else None,
        "disclosures": Disclosure.objects.visible_to(user)
        .filter(handover__prospect=prospect)
        .select_related("firm", "person")[:SEEN_SHOWN],
        **_several(prospect, may, is_shareable, bound),
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("prospects:index"), "label": _("Prospects")},
            {"url": "", "label": prospect.reference},
        ],
        **bound,
    }
    return render(request, "prospects/admin/case.html", context, status=status)


def _asked_for(request: HttpRequest) -> dict[str, str]:
    """The firm that was chosen among the suggestions."""
    firm = request.GET.get("firma", "")
    return {"firm": firm} if firm.isdecimal() and len(firm) <= 18 else {}


def _several(prospect: Prospect, may: dict[str, bool], is_shareable: bool, bound: dict[str, Any]) -> dict[str, Any]:
    """Which firms suit, and the forms to ask several of them; `bound` may hold what was suggested when it was asked."""
    running = prospect.handover_rounds.filter(status=HandoverRound.Status.OPEN).first()
    context: dict[str, Any] = {"open_round": running}
    if running is not None and may["hand_over"]:
        context["stop_form"] = ReasonForm(auto_id="stop_%s")
    if not is_shareable:
        return context
    found = bound.get("suggestions") or services.suggest_firms(prospect)
    form = bound.get("several_form")
    if form is None and may["hand_over"] and running is None and len(found.firms) > 1:
        form = SeveralForm(suggestions=found.firms, auto_id="several_%s")
    return context | {
        "suggestions": found,
        "suggested": [(one, form.place_of(one.firm) if form else None) for one in found.firms[:SUGGESTED_SHOWN]],
        "several_form": form,
        "help_form": HelpForm(instance=prospect, auto_id="help_%s"),
        "helps": [str(one) for one in prospect.wants_help_with.all()],
    }


def _handovers(
    prospect: Prospect, now: Any, may_withdraw: bool, refused: Handover | None, bound: dict[str, Any]
) -> list[Handover]:
    handovers: list[Any] = list(prospect.handovers.select_related("firm", "handed_over_by", "accepted_by"))
    # Firms asked together stand together, in their order; the others by date.
    handovers.sort(key=lambda one: (one.round_id is None, -(one.round_id or 0), one.position))
    for handover in handovers:
        handover.tone = TONES.get(handover.status, "")
        is_running = handover.status in Handover.UNANSWERED and handover.answer_due_at
        handover.clock = running_clock(handover.answer_due_at, now) if is_running else None
        if handover.status in Handover.LIVE and may_withdraw:
            is_it = refused is not None and refused.pk == handover.pk
            handover.withdraw_form = (
                bound["withdraw_form"] if is_it else ReasonForm(auto_id=f"withdraw{handover.pk}_%s")
            )
    return handovers


def _requests(
    prospect: Prospect,
    now: Any,
    may_change: bool,
    explained: tuple[int, ExplainForm] | None,
    unasked: tuple[int, ReasonForm] | None,
) -> list[MunicipalRequest]:
    """What the municipality was asked, each with its clock and forms; forms with errors come as (key, form)."""
    found = prospect.municipal_requests.select_related("municipality", "asked_by", "ended_by")
    requests: list[Any] = list(found.prefetch_related("words__by"))
    for one in requests:
        one.prospect = prospect
        one.tone = REQUEST_TONES.get(one.status, "")
        one.clock = running_clock(one.due_at, now) if one.status == MunicipalRequest.Status.ASKED else None
        if may_change and one.ended_at is None:
            mine = unasked is not None and unasked[0] == one.pk
            one.withdraw_form = unasked[1] if mine and unasked else ReasonForm(auto_id=f"unask{one.pk}_%s")
        if may_change and one.status == MunicipalRequest.Status.RETURNED:
            mine = explained is not None and explained[0] == one.pk
            empty = ExplainForm(prospect=prospect, auto_id=f"explain{one.pk}_%s")
            one.explain_form = explained[1] if mine and explained else empty
    return requests


def _tasks(
    prospect: Prospect, user: Any, now: Any, changed: tuple[int, TaskForm] | None, may_change: bool
) -> tuple[list[Task], list[Task]]:
    """The open tasks, each with its clock and form, and the last that ended."""
    found = prospect.tasks.prefetch_related("assignees")
    tasks: list[Any] = list(found.filter(status=Task.Status.OPEN).order_by("due_at", "pk"))
    for task in tasks:
        task.clock = running_clock(task.due_at, now)
        if may_change:
            is_it = changed is not None and changed[0] == task.pk
            task.form = changed[1] if is_it and changed else TaskForm(user=user, task=task, auto_id=f"task{task.pk}_%s")
    ended = found.exclude(status=Task.Status.OPEN).select_related("ended_by").order_by("-ended_at")[:ENDED_SHOWN]
    return tasks, list(ended)


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: where it stands, what comes next, and all that happened."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    survivor = survivor_of(request, pk)
    return lead_to(request, survivor) if survivor else show_case(request, pk)


def lead_to(request: HttpRequest, survivor: Prospect) -> HttpResponse:
    """To the case another one was merged into; whoever wanted to change the other is told that nothing was."""
    if request.method == "POST":
        messages.error(request, _("The case was merged into this one meanwhile. Nothing was changed; do it here."))
    return redirect("prospects:case", pk=survivor.pk)


def survivor_of(request: HttpRequest, pk: int) -> Prospect | None:
    """The case that a merged one lives on in, None when `pk` was not merged into one that may be seen."""
    tombstone = Prospect.with_merged.filter(pk=pk, merged_into__isnull=False).values("merged_into")
    return Prospect.objects.visible_to(request.user).filter(pk__in=tombstone).first()


def changes(*permissions: str, follows: bool = False) -> Callable:
    """A view that changes the case it is given; without a POST (a page opened again) it leads back to the case.

    A case that was merged meanwhile leads to the one it lives on in; a view that only adds (`follows`) acts on that.
    """

    def decorate(view: Callable) -> Callable:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def guarded(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
            if not request.user.has_perms((VIEW, *permissions)):
                return permission_denied(request, PermissionDenied())
            if survivor := survivor_of(request, pk):
                if not (follows and request.method == "POST"):
                    return lead_to(request, survivor)
                pk = survivor.pk
            prospect = get_object_or_404(Prospect.objects.visible_to(request.user), pk=pk)
            if request.method != "POST":
                return redirect("prospects:case", pk=pk)
            return view(request, prospect, **more)

        return guarded

    return decorate


def back_to(request: HttpRequest, prospect: Prospect, at: str = "") -> HttpResponse:
    """Where the change was asked: `next` of the form when that is an address of ours, else the case, at `at`."""
    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return redirect(wanted)
    return redirect(reverse("prospects:case", args=[prospect.pk]) + (f"#{at}" if at else ""))


def attempt(
    request: HttpRequest, prospect: Prospect, action: Callable[[], Any], success: str, at: str = ""
) -> HttpResponse:
    """Do it and go back; a refusal is shown there in words."""
    try:
        action()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)
    return back_to(request, prospect, at)
