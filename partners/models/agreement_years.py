"""The years an agreement is paid by: twelve months each, counted from its first day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

A_YEAR = 12
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AgreementYear:
    """Twelve months from `first` to and including `last`; the last one of an agreement may have fewer `months`."""

    first: date
    last: date
    months: int


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * A_YEAR + day.month - 1 + months, A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def agreement_years(starts_on: date, ends_on: date) -> list[AgreementYear]:
    """The years from `starts_on` to and including `ends_on`: each day in one of them. A month begun counts whole."""
    years = []
    for number in range(0, A_YEAR * (ends_on.year - starts_on.year + 1), A_YEAR):
        first, following = months_after(starts_on, number), months_after(starts_on, number + A_YEAR)
        if first > ends_on:
            break
        months = next(
            (count for count in range(1, A_YEAR) if months_after(starts_on, number + count) > ends_on), A_YEAR
        )
        years.append(AgreementYear(first, min(following - A_DAY, ends_on), months))
    return years
