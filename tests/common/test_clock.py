"""Working time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.clock import OSLO, add_working_days, add_working_hours, is_working_day, working_start
from tests.common.properties import examples

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
# Quarters of hours are exact as floats, so sums can be compared.
HOURS = st.integers(0, 400).map(lambda quarters: quarters / 4)


def oslo(text: str) -> datetime:
    """A moment in Oslo: oslo("2026-11-23 09:30")."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


@examples(1000)
@given(MOMENTS, HOURS)
def test_working_hours_never_end_outside_working_hours(moment, hours):
    end = add_working_hours(moment, hours)
    assert is_working_day(end.date())
    assert time(8) <= end.time() <= time(16)
    assert end.tzinfo is OSLO
    assert end >= moment


@examples(1000)
@given(MOMENTS, MOMENTS, HOURS, HOURS)
def test_working_hours_are_monotone_in_both_arguments(one, other, few, many):
    early, late = sorted((one, other))
    few, many = sorted((few, many))
    assert add_working_hours(early, few) <= add_working_hours(late, few)
    assert add_working_hours(early, few) <= add_working_hours(early, many)


@examples(1000)
@given(MOMENTS, HOURS, HOURS.filter(bool))
def test_working_hours_add_up(moment, first, then):
    assert add_working_hours(add_working_hours(moment, first), then) == add_working_hours(moment, first + then)


@examples(1000)
@given(MOMENTS)
def test_the_working_start_stays_or_moves_to_the_next_opening(moment):
    start = working_start(moment)
    local = moment.astimezone(OSLO)
    assert start == local or (start > local and start.time() == time(8))
    assert working_start(start) == start
    # Nothing that could have been worked lies between the two.
    day = local.date() + timedelta(days=1)
    while day < start.date():
        assert not is_working_day(day)
        day += timedelta(days=1)


@examples(1000)
@given(MOMENTS, st.integers(1, 60))
def test_working_days_end_on_a_working_day_at_closing_time_in_oslo(moment, days):
    end = add_working_days(moment, days)
    assert is_working_day(end.date())
    assert end.time() == time(16)
    assert end.tzinfo is OSLO
    first = moment.astimezone(OSLO).date()
    between = [first + timedelta(days=number) for number in range(1, (end.date() - first).days + 1)]
    assert sum(map(is_working_day, between)) == days


@pytest.mark.parametrize(
    ("moment", "hours", "expected"),
    [
        ("2026-11-23 09:30", 8, "2026-11-24 09:30"),
        ("2026-11-23 08:00", 8, "2026-11-23 16:00"),
        ("2026-11-23 03:00", 1, "2026-11-23 09:00"),
        ("2026-11-23 15:59", 1, "2026-11-24 08:59"),
        ("2026-11-23 16:00", 0, "2026-11-24 08:00"),
        ("2026-11-27 16:30", 8, "2026-11-30 16:00"),  # a Friday evening
        ("2026-11-28 12:00", 8, "2026-11-30 16:00"),  # a Saturday
        # Easter 2027: Maundy Thursday 25 March, Good Friday, Easter Monday 29 March; summer time begins on the 28th
        ("2027-03-24 15:00", 2, "2027-03-30 09:00"),
        # Ascension Day 6 May and Whit Monday 17 May 2027, which is the national day too
        ("2027-05-05 15:00", 2, "2027-05-07 09:00"),
        ("2027-05-14 15:00", 2, "2027-05-18 09:00"),
        ("2026-04-30 15:00", 2, "2026-05-04 09:00"),  # 1 May is a Friday
        # Christmas 2026: the 25th a Friday, the 26th a Saturday; 1 January a Friday
        ("2026-12-24 15:00", 2, "2026-12-28 09:00"),
        ("2026-12-31 15:00", 2, "2027-01-04 09:00"),
        ("2026-10-23 15:00", 2, "2026-10-26 09:00"),  # winter time begins on the Sunday between
        ("2026-03-27 15:00", 2, "2026-03-30 09:00"),  # summer time begins on the Sunday between
    ],
)
def test_hours_are_counted_around_nights_weekends_holidays_and_clock_changes(moment, hours, expected):
    assert add_working_hours(oslo(moment), hours) == oslo(expected)


@pytest.mark.parametrize(
    ("moment", "days", "expected"),
    [
        ("2026-11-23 09:30", 1, "2026-11-24 16:00"),
        ("2026-11-23 23:30", 5, "2026-11-30 16:00"),
        ("2027-03-23 12:00", 2, "2027-03-30 16:00"),  # Easter
        ("2026-05-16 12:00", 1, "2026-05-18 16:00"),  # 17 May is a Sunday
        ("2027-05-14 12:00", 1, "2027-05-18 16:00"),  # 17 May is a Monday
        ("2026-12-23 12:00", 3, "2026-12-29 16:00"),  # Christmas
        ("2026-12-30 12:00", 2, "2027-01-04 16:00"),  # new year
        ("2026-10-23 12:00", 1, "2026-10-26 16:00"),  # winter time
        ("2026-03-27 12:00", 1, "2026-03-30 16:00"),  # summer time
    ],
)
def test_days_are_counted_around_weekends_holidays_and_clock_changes(moment, days, expected):
    assert add_working_days(oslo(moment), days) == oslo(expected)


def test_the_day_is_the_one_in_oslo_whatever_the_clock_of_the_caller():
    # 23:30 in London on Sunday is Monday in Oslo.
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert add_working_days(late, 1) == oslo("2026-11-24 16:00")
    assert add_working_hours(late, 1) == oslo("2026-11-23 09:00")


def test_the_promise_is_kept_in_utc_across_the_change_to_winter_time():
    end = add_working_hours(oslo("2026-10-23 15:00"), 2)
    assert end.astimezone(UTC) == datetime(2026, 10, 26, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "day",
    [
        *("2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14"),
        *("2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26", "2027-03-29", "2028-04-17"),
    ],
)
def test_public_holidays_are_free(day):
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-31", "2026-04-01", "2026-04-07", "2026-05-18", "2026-01-02"])
def test_the_days_around_them_are_not(day):
    assert is_working_day(date.fromisoformat(day))


def test_working_time_only_runs_forward():
    with pytest.raises(ValueError):
        add_working_hours(oslo("2026-11-23 09:30"), -1)
    for days in (0, -1):
        with pytest.raises(ValueError):
            add_working_days(oslo("2026-11-23 09:30"), days)
