"""Working time in Norway: the promises of the programme run from Monday to Friday, 8 to 16, outside public holidays."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
OPENS = time(8)
CLOSES = time(16)
HOURS_A_DAY = 8


@lru_cache(maxsize=32)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of Norway in `year` (lov om 1. og 17. mai, lov om helligdager), without plain Sundays."""
    import holidays

    return frozenset(holidays.country_holidays("NO", years=year, include_sundays=False).keys())


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_start(moment: datetime) -> datetime:
    """`moment` itself when it falls in working hours, else the next opening; in Oslo time."""
    local = moment.astimezone(OSLO)
    if is_working_day(local.date()) and local.time() < CLOSES:
        return max(local, datetime.combine(local.date(), OPENS, OSLO))
    return datetime.combine(next_working_day(local.date()), OPENS, OSLO)


def add_working_hours(moment: datetime, hours: float) -> datetime:
    """The moment when `hours` of working time have passed since `moment`; in Oslo time. Raises ValueError below 0."""
    if hours < 0:
        raise ValueError("Working time only runs forward.")
    at = working_start(moment)
    left = timedelta(hours=hours)
    while True:
        closes = datetime.combine(at.date(), CLOSES, OSLO)
        if left <= closes - at:
            return at + left
        left -= closes - at
        at = datetime.combine(next_working_day(at.date()), OPENS, OSLO)


def add_working_days(moment: datetime, days: int) -> datetime:
    """Closing time of the `days`th working day after the day of `moment`. Raises ValueError when `days` is below 1."""
    if days < 1:
        raise ValueError("At least one working day.")
    day = moment.astimezone(OSLO).date()
    for _number in range(days):
        day = next_working_day(day)
    return datetime.combine(day, CLOSES, OSLO)


def working_hours_between(start: datetime, end: datetime) -> Decimal:
    """The working time from `start` until `end`, in hours with one decimal; nothing when `end` comes first."""
    total = timedelta()
    at = working_start(start)
    local_end = end.astimezone(OSLO)
    while at < local_end:
        closes = datetime.combine(at.date(), CLOSES, OSLO)
        total += min(closes, local_end) - at
        at = datetime.combine(next_working_day(at.date()), OPENS, OSLO)
    return (Decimal(total.total_seconds()) / 3600).quantize(Decimal("0.1"))
