"""My day: who waits, what was promised, what breaks today. What one may do about it stands beside it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied

from . import clocks
from .admin_timing import running_clock
from .models import Activity, ClockNotice, Prospect, Task
from .rights import CHANGE, CONTACTS, VIEW

MOST = 50
QUIET_DAYS = 14
"""Days without a word after which a case under way is shown as gone quiet."""


@dataclass(frozen=True)
class Line:
    """One thing of the day: the case, what it is about, its clock, and whom to call about it."""

    prospect: Prospect
    what: str
    clock: dict[str, Any]
    kind: str
    note: str = ""
    task: Task | None = None

    @property
    def phone(self) -> str:
        """The number of who speaks for the prospect; empty when none is known."""
        contact = self.prospect.main_contact
        return contact.phone if contact else ""


def _tasks(user: Any, *, mine: bool) -> list[Task]:
    found = Task.objects.visible_to(user).open().filter(prospect__standing=Prospect.Standing.ONGOING)
    if mine:
        found = found.filter(assignees=user)
    return list(
        found.select_related("prospect", "prospect__industry")
        .prefetch_related("assignees", "prospect__contacts")
        .order_by("due_at", "pk")[:MOST]
    )


def _clock_line(one: clocks.Clock, now: datetime) -> Line:
    note = ", ".join(str(who) for who in one.who)
    return Line(one.prospect, one.what, running_clock(one.due_at, now), one.kind, note)


@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """What wants something of me today; `?alle=1` what wants something of anybody."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    now, mine = timezone.now(), not request.GET.get("alle")
    ends = clocks.end_of_working_day(now)
    running = clocks.running(user, mine=mine, most=MOST)
    breaking = [_clock_line(one, now) for one in running if one.due_at <= ends]
    waiting = [_clock_line(one, now) for one in running if one.due_at > ends and one.kind != ClockNotice.Kind.PROMISE]
    tasks = [
        Line(task.prospect, task.text, running_clock(task.due_at, now), "task", _others(task, user), task=task)
        for task in _tasks(user, mine=mine)
        if not (task.is_promise and task.due_at <= ends)
    ]
    cases = Prospect.objects.visible_to(user)
    if mine:
        cases = cases.of(user)
    drafts = Activity.objects.visible_to(user).filter(status=Activity.Status.DRAFT).select_related("prospect")
    context = {
        "mine": mine,
        "may": {"change": user.has_perm(CHANGE), "contacts": user.has_perm(CONTACTS)},
        "breaking": breaking,
        "waiting": waiting,
        "tasks_today": [line for line in tasks if line.task and line.task.due_at <= ends],
        "tasks_later": [line for line in tasks if line.task and line.task.due_at > ends],
        "resting": list(
            cases.filter(standing=Prospect.Standing.RESTING, rests_until__lte=timezone.localdate())
            .select_related("industry")
            .order_by("rests_until")[:MOST]
        ),
        "drafts": list(drafts.order_by("happened_at")[:MOST]),
        "quiet": list(
            cases.ongoing()
            .exclude(stage__in=(Prospect.Stage.ESTABLISHED, Prospect.Stage.VERIFIED))
            .filter(spoken_at__lt=now - timedelta(days=QUIET_DAYS))
            .select_related("industry")
            .order_by("spoken_at")[:5]
        ),
        "day": date_format(timezone.localtime(now), _("l j F")),
        "header_icon": "time",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("prospects:index"), "label": _("Prospects")},
            {"url": "", "label": _("My day")},
        ],
    }
    return render(request, "prospects/admin/my_day.html", context)


def _others(task: Task, user: Any) -> str:
    return ", ".join(str(person) for person in task.assignees.all() if person.pk != user.pk)
