"""What the programme has given, counted from what it keeps. Nobody is recognised by a number: small ones are hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from statistics import median

from common import clock
from partners.models import Agreement

from .models import Handover, Prospect, Source

SMALLEST = 5  # a smaller number of companies is never told
ASKED = (Source.FORM, Source.PHONE, Source.EVENT)


@dataclass(frozen=True)
class Month:
    """How many companies asked in the month that begins on `first`; None for fewer than SMALLEST."""

    first: date
    count: int | None


@dataclass(frozen=True)
class TierCount:
    """How many firms have an agreement of a tier."""

    name: str
    firms: int


@dataclass(frozen=True)
class Results:
    """The figures of `programme_results`. A number of companies or handovers is None for fewer than SMALLEST."""

    until: date
    since: date | None
    asked: int | None
    answered_in_time: int | None
    median_hours: Decimal | None
    offered: int | None
    accepted: int | None
    declined: int | None
    lapsed: int | None
    tiers: tuple[TierCount, ...]
    yearly: Decimal
    established: int | None
    months: tuple[Month, ...]

    @property
    def firms(self) -> int:
        """How many firms take part."""
        return sum(tier.firms for tier in self.tiers)


def programme_results(until: date) -> Results:
    """The figures as they stood at the end of the day `until`, in Norway; texts in the active language.

    - `since`: the first day of the month in which the first company asked.
    - `asked`: companies that came to us by the form, by telephone or at an event. Those we found ourselves, and those
      somebody else told us of, have asked for nothing.
    - `answered_in_time`: of those who asked, and whose promised moment (`answer_due_at`, one working day after they
      came) has passed or who have had their answer: the share, in whole per cent, that a person answered by it. None
      below SMALLEST companies.
    - `median_hours`: working hours (Monday to Friday, 8 to 16, outside public holidays) from a company came until a
      person answered it, the middle one of all that were answered. None below SMALLEST.
    - `offered`: handovers to which the prospect said yes, so that a firm could answer. `accepted`: those a firm
      accepted, also if they ended later. `declined`: those a firm said no to. `lapsed`: those whose deadline passed.
    - `tiers`, `yearly`: firms with an agreement in force that day, by tier in its order, and the sum of their yearly
      contributions in NOK. Firms are named on the site, so these are never hidden.
    - `established`: companies that have come, whether or not somebody has verified it yet, as the cases stand now.
    - `months`: those who asked, month by month from `since`. So that nobody works out a hidden month from the others
      and the sum, the smallest of the others are hidden too until the hidden ones together make SMALLEST.

    Jobs are not counted: nothing that is kept says how many came.
    """
    end = datetime.combine(until + timedelta(days=1), time(), clock.OSLO)
    asked = list(
        Prospect.objects.filter(source__in=ASKED, created_at__lt=end)
        .order_by("created_at")
        .values_list("created_at", "answer_due_at", "answered_at")
    )
    tiers, yearly = _partners(until)
    taken = Handover.objects.filter(consented_at__lt=end)
    return Results(
        until=until,
        since=_first_of_month(asked[0][0]) if asked else None,
        asked=_protected(len(asked)),
        answered_in_time=_share_in_time(asked, end),
        median_hours=_median_hours(asked, end),
        offered=_protected(taken.count()),
        accepted=_protected(taken.filter(accepted_at__lt=end).count()),
        declined=_protected(taken.filter(status=Handover.Status.DECLINED, finished_at__lt=end).count()),
        lapsed=_protected(taken.filter(status=Handover.Status.LAPSED, answer_due_at__lt=end).count()),
        tiers=tiers,
        yearly=yearly,
        established=_protected(
            Prospect.objects.filter(
                stage__in=(Prospect.Stage.ESTABLISHED, Prospect.Stage.VERIFIED), created_at__lt=end
            ).count()
        ),
        months=_months([row[0] for row in asked], until),
    )


def _protected(count: int) -> int | None:
    return count if count >= SMALLEST else None


def _first_of_month(moment: datetime) -> date:
    return moment.astimezone(clock.OSLO).date().replace(day=1)


def _share_in_time(asked: Iterable[tuple], end: datetime) -> int | None:
    rows = [(due, answered) for _created, due, answered in asked]
    due_by_now = [(due, answered) for due, answered in rows if due < end or (answered and answered < end)]
    if len(due_by_now) < SMALLEST:
        return None
    in_time = sum(1 for due, answered in due_by_now if answered and answered < end and answered <= due)
    # Rounded down: 99.6 per cent is not all of them.
    return 100 * in_time // len(due_by_now)


def _median_hours(asked: Iterable[tuple], end: datetime) -> Decimal | None:
    hours = [
        clock.working_hours_between(created, answered)
        for created, _due, answered in asked
        if answered and answered < end
    ]
    return median(hours).quantize(Decimal("0.1")) if len(hours) >= SMALLEST else None


def _partners(on: date) -> tuple[tuple[TierCount, ...], Decimal]:
    running = list(Agreement.objects.running(on).select_related("tier").order_by("tier__rank"))
    counts = Counter(agreement.tier.slug for agreement in running)  # one tier, whatever the year
    tiers = {agreement.tier.slug: agreement.tier for agreement in running}
    return (
        tuple(TierCount(tier.name, counts[slug]) for slug, tier in tiers.items()),
        sum((agreement.yearly_amount for agreement in running), Decimal(0)),
    )


def _months(moments: list[datetime], until: date) -> tuple[Month, ...]:
    if not moments:
        return ()
    counts = Counter(_first_of_month(moment) for moment in moments)
    firsts = [min(counts)]
    while (following := (firsts[-1] + timedelta(days=32)).replace(day=1)) <= until:
        firsts.append(following)
    hidden = {first for first in firsts if counts[first] < SMALLEST}
    for first in sorted(set(firsts) - hidden, key=lambda one: counts[one]):
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= SMALLEST):
            break
        hidden.add(first)
    return tuple(Month(first, None if first in hidden else counts[first]) for first in firsts)
