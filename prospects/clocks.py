"""The clocks of the programme: what was promised to whom by when, how it stands, and how it went.

A deadline is kept where it was made: on the case (first answer), on a task that was promised, on a handover, on a
request to the municipality. Here they are read as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from common import clock

from .models import ClockNotice, Handover, MunicipalRequest, Prospect, RequestWord, Task

Kind = ClockNotice.Kind
SOON_HOURS = 4
"""Working hours before the deadline at which a clock changes colour, and people are told."""


@dataclass(frozen=True)
class Clock:
    """One promise that runs: to which case it belongs, what was promised, by when, and who keeps it.

    `subject` is the key of what the deadline is kept on, by `kind`: the case, the task, the handover or the
    request.
    """

    kind: str
    prospect: Prospect
    subject: int
    what: str
    due_at: datetime
    who: tuple[Any, ...] = field(default=())

    def tone(self, now: datetime) -> str:
        """calm, soon (within SOON_HOURS working hours) or late."""
        if self.due_at <= now:
            return "late"
        return "soon" if self.due_at <= soon_after(now) else "calm"


def soon_after(now: datetime) -> datetime:
    """The moment until which a deadline counts as soon: SOON_HOURS working hours from `now`."""
    return clock.add_working_hours(now, SOON_HOURS)


def running(user: Any, *, mine: bool = False, before: datetime | None = None, most: int = 50) -> list[Clock]:
    """The clocks that run in the cases `user` may see, the first due first; at most `most` of each kind.

    `mine` asks only for what `user` has to keep: own cases and those nobody has yet, own promises. `before` leaves out
    what is due later.
    """
    cases = Prospect.objects.visible_to(user)
    answers = cases.awaiting_first_answer().select_related("adviser", "industry").prefetch_related("contacts")
    promises = Task.objects.visible_to(user).open().filter(is_promise=True, prospect__standing="ongoing")
    promises = promises.select_related("prospect", "prospect__adviser").prefetch_related(
        "assignees", "prospect__contacts"
    )
    offers = (
        Handover.objects.visible_to(user)
        .awaiting_answer()
        .select_related("prospect", "prospect__adviser", "firm")
        .prefetch_related("prospect__contacts")
    )
    requests = (
        MunicipalRequest.objects.visible_to(user)
        .awaiting_answer()
        .select_related("prospect", "prospect__adviser", "municipality")
        .prefetch_related("prospect__contacts")
    )
    if mine:
        answers = answers.filter(Q(adviser=user) | Q(adviser=None))
        promises = promises.filter(assignees=user)
        offers = offers.filter(Q(prospect__adviser=user) | Q(prospect__adviser=None))
        requests = requests.filter(Q(prospect__adviser=user) | Q(prospect__adviser=None))
    if before is not None:
        answers = answers.filter(answer_due_at__lte=before)
        promises = promises.filter(due_at__lte=before)
        offers = offers.filter(answer_due_at__lte=before)
        requests = requests.filter(due_at__lte=before)
    found = [
        *map(_of_case, answers[:most]),
        *map(_of_task, promises[:most]),
        *map(_of_handover, offers[:most]),
        *map(_of_request, requests[:most]),
    ]
    return sorted(found, key=lambda one: (one.due_at, one.kind, one.subject))


def _of_case(prospect: Prospect) -> Clock:
    who = (prospect.adviser,) if prospect.adviser else ()
    assert prospect.answer_due_at is not None
    return Clock(Kind.ANSWER, prospect, prospect.pk, _("First answer"), prospect.answer_due_at, who)


def _of_task(task: Task) -> Clock:
    return Clock(Kind.PROMISE, task.prospect, task.pk, task.text, task.due_at, tuple(task.assignees.all()))


def _of_handover(handover: Handover) -> Clock:
    assert handover.answer_due_at is not None
    who = (handover.prospect.adviser,) if handover.prospect.adviser else ()
    what = _("%(firm)s answers") % {"firm": handover.firm}
    return Clock(Kind.HANDOVER, handover.prospect, handover.pk, what, handover.answer_due_at, who)


def _of_request(request: MunicipalRequest) -> Clock:
    words = {"firm": request.municipality, "kind": str(request.get_kind_display()).lower()}
    what = _("%(firm)s answers about %(kind)s") % words
    return Clock(Kind.MUNICIPAL, request.prospect, request.pk, what, request.due_at, (request.municipality,))


# --- telling ---------------------------------------------------------------------------------------------------------
def to_tell(level: str, now: datetime, most: int = 500) -> list[Clock]:
    """The clocks people have not been told of at `level`: those soon due (warned) or broken (escalated).

    What is broken already is not warned of. A firm's answer is never escalated: it lapses.
    """
    is_warning = level == ClockNotice.Level.WARNED
    window = {"gt": now, "lte": soon_after(now)} if is_warning else {"lte": now}
    answers = _untold(Prospect.objects.awaiting_first_answer(), Kind.ANSWER, "answer_due_at", level, window)
    promised = Task.objects.open().filter(is_promise=True, prospect__standing="ongoing")
    promises = _untold(promised, Kind.PROMISE, "due_at", level, window)
    found = [
        *map(_of_case, answers.select_related("adviser")[:most]),
        *map(
            _of_task,
            promises.select_related("prospect", "prospect__adviser").prefetch_related("assignees")[:most],
        ),
    ]
    requests = _untold(MunicipalRequest.objects.awaiting_answer(), Kind.MUNICIPAL, "due_at", level, window)
    found += map(_of_request, requests.select_related("prospect", "prospect__adviser", "municipality")[:most])
    if is_warning:
        offers = _untold(Handover.objects.awaiting_answer(), Kind.HANDOVER, "answer_due_at", level, window)
        found += map(_of_handover, offers.select_related("prospect", "prospect__adviser", "firm")[:most])
    return found


def _untold(found: QuerySet, kind: str, due: str, level: str, window: dict[str, datetime]) -> QuerySet:
    told = ClockNotice.objects.filter(kind=kind, subject=OuterRef("pk"), level=level, due_at=OuterRef(due))
    return found.filter(~Exists(told), **{f"{due}__{lookup}": moment for lookup, moment in window.items()})


# --- how it went -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Record:
    """How promises of one kind that fell due in a period were kept.

    `due` is how many there were, `kept` how many of them in time, `median_hours` the working hours from the promise
    until it was kept, the middle one of all that were, None without any.
    """

    kind: str
    due: int
    kept: int
    median_hours: Decimal | None

    @property
    def share(self) -> int | None:
        """The share that was kept in time, in whole per cent, rounded down; None when nothing fell due."""
        return 100 * self.kept // self.due if self.due else None

    @property
    def name(self) -> str:
        """The kind in words."""
        return str(Kind(self.kind).label)


def record(since: datetime, until: datetime) -> list[Record]:
    """How the promises that fell due from `since` until before `until` were kept, kind by kind.

    What was taken back before it fell due (a task dropped, a handover withdrawn, a case that ended) broke nothing and
    is not counted.
    """
    window = {"gte": since, "lt": min(until, timezone.now())}

    def due(name: str) -> dict[str, datetime]:
        return {f"{name}__{lookup}": moment for lookup, moment in window.items()}

    answers = Prospect.objects.filter(**due("answer_due_at")).filter(
        Q(answered_at__isnull=False) | Q(standing="ongoing")
    )
    promises = Task.objects.filter(is_promise=True, **due("due_at")).exclude(status=Task.Status.DROPPED)
    offers = Handover.objects.filter(consented_at__isnull=False, **due("answer_due_at")).exclude(
        status=Handover.Status.WITHDRAWN, accepted_at=None, interested_at=None
    )
    return [
        _record(Kind.ANSWER, answers.values_list("created_at", "answer_due_at", "answered_at")),
        _record(Kind.PROMISE, promises.values_list("created_at", "due_at", "ended_at")),
        _record(
            Kind.HANDOVER,
            (
                (consented, due_at, said or accepted or (finished if status == Handover.Status.DECLINED else None))
                for consented, due_at, said, accepted, finished, status in offers.values_list(
                    "consented_at", "answer_due_at", "interested_at", "accepted_at", "finished_at", "status"
                )
            ),
        ),
        record_of_requests(since, until),
    ]


def record_of_requests(since: datetime, until: datetime) -> Record:
    """How the municipality kept its deadlines, of what fell due from `since` until before `until`. Names nobody."""
    return _record(Kind.MUNICIPAL, _requests({"due_at__gte": since, "due_at__lt": min(until, timezone.now())}))


def _requests(window: dict[str, datetime]) -> Iterable[tuple[Any, ...]]:
    """When each request that fell due was asked, fell due and was answered. One asked back in time waits for us."""
    State = MunicipalRequest.Status
    rows = MunicipalRequest.objects.filter(**window).annotate(
        back_at=Max("words__at", filter=Q(words__side=RequestWord.Side.MUNICIPALITY)),
        began_at=Max("words__at", filter=Q(words__side=RequestWord.Side.PROGRAMME)),
    )
    for asked_at, began_at, back_at, due_at, ended_at, status in rows.values_list(
        "asked_at", "began_at", "back_at", "due_at", "ended_at", "status"
    ):
        if status == State.RETURNED and back_at is not None and back_at <= due_at:
            continue
        if status == State.WITHDRAWN and ended_at is not None and ended_at <= due_at:
            continue
        yield began_at or asked_at, due_at, ended_at if status == State.ANSWERED else None


def _record(kind: str, rows: Iterable[tuple[Any, ...]]) -> Record:
    number = kept = 0
    hours: list[Decimal] = []
    for began, due_at, met in rows:
        number += 1
        if met is not None:
            kept += met <= due_at
            hours.append(clock.working_hours_between(began, met))
    middle = Decimal(median(hours)).quantize(Decimal("0.1")) if hours else None
    return Record(kind, number, kept, middle)


def end_of_working_day(now: datetime) -> datetime:
    """Closing time of the working day under way, or of the next one."""
    return clock.add_working_hours(clock.working_start(now), 0).replace(
        hour=clock.CLOSES.hour, minute=0, second=0, microsecond=0
    )
