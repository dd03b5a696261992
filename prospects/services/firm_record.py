"""A firm's own record: what it was offered, and how it answered. Counted for the firm itself, never compared."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from statistics import median

from django.utils import timezone

from common import clock
from partners.models import PartnerFirm

from ..models import Handover

_Status = Handover.Status


@dataclass(frozen=True)
class FirmRecord:
    """How one firm answered what it was offered in a year, or in all years before `year` when `is_before`.

    `offered` counts the offers that were answered or fell due; `in_time` those answered before the deadline, with a yes
    or a no; `median_hours` the working hours from the offer until the answer, the middle one, None without any;
    `outcomes` how those that are done ended, as (words, number), the most frequent first.
    """

    year: int
    is_before: bool
    offered: int = 0
    in_time: int = 0
    accepted: int = 0
    median_hours: Decimal | None = None
    outcomes: list[tuple[str, int]] = field(default_factory=list)


def firm_record(firm: PartnerFirm, now: datetime | None = None) -> list[FirmRecord]:
    """The record of `firm`: this year and the years before, the latter only when there is anything. One query.

    An offer belongs to the year in Norway in which the prospect said yes to it. What was taken back before the firm had
    answered says nothing about the firm and is not counted, nor what it may still answer.
    """
    moment = now or timezone.now()
    this_year = moment.astimezone(clock.OSLO).year
    rows = Handover.objects.filter(firm=firm, consented_at__isnull=False).values_list(
        "consented_at", "answer_due_at", "accepted_at", "finished_at", "status", "outcome"
    )
    parts: dict[bool, list[tuple]] = {False: [], True: []}
    for consented, due_at, accepted, finished, status, outcome in rows:
        answered = accepted or (finished if status == _Status.DECLINED else None)
        is_due = due_at is not None and due_at <= moment and status != _Status.WITHDRAWN
        if consented is None or (answered is None and not is_due):
            continue
        is_before = consented.astimezone(clock.OSLO).year < this_year
        parts[is_before].append((consented, due_at, accepted, answered, outcome if status == _Status.DONE else ""))
    found = [_count(this_year, False, parts[False])]
    return [*found, _count(this_year, True, parts[True])] if parts[True] else found


def _count(year: int, is_before: bool, rows: list[tuple]) -> FirmRecord:
    answers = [(began, answered) for began, _due, _accepted, answered, _outcome in rows if answered is not None]
    hours = [clock.working_hours_between(began, answered) for began, answered in answers]
    outcomes = Counter(outcome for *_rest, outcome in rows if outcome)
    return FirmRecord(
        year=year,
        is_before=is_before,
        offered=len(rows),
        in_time=sum(1 for _began, due, _accepted, answered, _o in rows if answered is not None and answered <= due),
        accepted=sum(1 for row in rows if row[2] is not None),
        median_hours=Decimal(median(hours)).quantize(Decimal("0.1")) if hours else None,
        outcomes=[(str(Handover.Outcome(name).label), number) for name, number in outcomes.most_common()],
    )
