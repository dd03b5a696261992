"""What was done in a case is written down, and what was promised becomes a task with a clock."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from common.mail import post
from common.workflow import TransitionError

from ..models import Activity, Contact, Prospect, Task
from .outreach import require_mail


@transaction.atomic
def record_activity(
    prospect: Prospect,
    *,
    kind: str,
    text: str,
    by: Any,
    way: str = Activity.Way.OUT,
    contact: Contact | None = None,
    at: datetime | None = None,
    sends: bool | None = None,
) -> Activity:
    """Write down what was done. To have spoken with them, or written to them, is an answer and stops the clock.

    `at` is when it happened, now when None. A mail from us is sent to `contact` (the main contact when None) unless
    `sends` is False, or `at` says that it is history. Raises TransitionError, and stores nothing, when a mail that is
    to be sent may not be (`outreach`).
    """
    should_send = at is None if sends is None else sends
    is_sent = kind == Activity.Kind.MAIL and way == Activity.Way.OUT and should_send
    if is_sent:
        require_mail(prospect, contact)
    activity = Activity.objects.create(
        prospect=prospect,
        kind=kind,
        way=way,
        contact=contact,
        text=text.strip(),
        by=by,
        happened_at=at or timezone.now(),
    )
    log(prospect, "prospects.activity", user=by, timestamp=activity.happened_at, data={"kind": kind, "way": way})
    count_as_answer(activity, by=by)
    if is_sent:
        post("message_to_prospect", activity=activity.pk)
    return activity


def count_as_answer(activity: Activity, *, by: Any) -> None:
    """Let an activity that reached the prospect stop the clock, if it still runs, and be the last time we spoke."""
    if not activity.is_answer:
        return
    prospect, at = activity.prospect, activity.happened_at
    later = Q(spoken_at=None) | Q(spoken_at__lt=at)
    if Prospect.objects.filter(later, pk=prospect.pk).update(spoken_at=at):
        prospect.spoken_at = at
    if Prospect.objects.filter(pk=prospect.pk, answered_at=None).update(answered_at=at):
        prospect.answered_at = at
        log(prospect, "prospects.answered", user=by, timestamp=at, data={"kind": activity.kind})


@transaction.atomic
def file_activity(activity: Activity, *, by: Any) -> None:
    """A mail that came in has been read and belongs to the case. Raises TransitionError when it was dealt with."""
    activity.file(by=by)
    count_as_answer(activity, by=by)


@transaction.atomic
def give_task(
    prospect: Prospect,
    *,
    text: str,
    due_at: datetime,
    to: Iterable[User],
    by: Any,
    is_promise: bool = False,
    remind_at: datetime | None = None,
    activity: Activity | None = None,
    at: datetime | None = None,
) -> Task:
    """Give one or several people something to do by `due_at`; those who did not give it themselves are told by mail.

    Raises TransitionError when there is nothing to do or nobody to do it.
    """
    people = list(to)
    if not text.strip():
        raise TransitionError(_("Say what is to be done."), code="text")
    if not people:
        raise TransitionError(_("Say who does it."), code="assignees")
    task = Task.objects.create(
        prospect=prospect,
        text=text.strip()[:300],
        due_at=due_at,
        remind_at=remind_at,
        is_promise=is_promise,
        activity=activity,
        created_by=by,
        created_at=at or timezone.now(),
    )
    task.assignees.set(people)
    log(prospect, "prospects.task_given", user=by, timestamp=task.created_at, data={"task": task.pk})
    if at is None:
        _tell_assignees(task, [person for person in people if by is None or person.pk != by.pk])
    return task


@transaction.atomic
def change_task(
    task: Task,
    *,
    by: Any,
    text: str,
    due_at: datetime,
    to: Iterable[User],
    is_promise: bool,
    remind_at: datetime | None = None,
) -> None:
    """Change an open task; who is new to it is told. Raises TransitionError when it is done or dropped."""
    people = list(to)
    if not text.strip() or not people:
        raise TransitionError(_("Say what is to be done, and who does it."), code="assignees")
    facts = {"text": text.strip()[:300], "due_at": due_at, "is_promise": is_promise, "remind_at": remind_at}
    again = {"reminded_at": None} if remind_at != task.remind_at else {}
    if not Task.objects.filter(pk=task.pk, status=Task.Status.OPEN).update(**facts, **again):
        raise TransitionError(_("It is no longer open. Open it again first."), code="ended")
    before = set(task.assignees.values_list("pk", flat=True))
    task.assignees.set(people)
    task.refresh_from_db()
    log(task.prospect, "prospects.task_changed", user=by, data={"task": task.pk})
    _tell_assignees(task, [person for person in people if person.pk not in before and person.pk != by.pk])


def _tell_assignees(task: Task, people: list[User]) -> None:
    for person in people:
        post("task_given", task=task.pk, reader=person.pk)


def remind_of_tasks(now: datetime | None = None) -> int:
    """Remind people of tasks whose reminder is due and not yet sent; returns how many. None is lost or doubled."""
    moment, count = now or timezone.now(), 0
    for task in list(Task.objects.to_remind(moment).prefetch_related("assignees")[:500]):
        with transaction.atomic():
            mine = Task.objects.to_remind(moment).filter(pk=task.pk)
            if not mine.update(reminded_at=moment):
                continue
            for person in task.assignees.all():
                post("task_reminder", task=task.pk, reader=person.pk)
        count += 1
    return count
