"""What the programme has given: counted, never typed, and nobody recognised by a small number."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from common.clock import OSLO, working_hours_between
from prospects.models import Handover, Prospect, Source
from prospects.services import programme_results
from tests.factories import AgreementFactory, HandoverFactory, ProspectFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def at(month: int, day: int, hour: int = 9, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, 0, tzinfo=OSLO)


def asked(count: int, moment: datetime, hours: float | None = None, **more) -> None:
    for _number in range(count):
        ProspectFactory(created_at=moment, answer_due_at=moment + timedelta(days=1), **more)
    if hours is not None:
        Prospect.objects.filter(created_at=moment).update(answered_at=moment + timedelta(hours=hours))


def test_nothing_is_there_before_anybody_asked():
    found = programme_results(DAY)
    assert (found.since, found.asked, found.answered_in_time, found.median_hours, found.months) == (None,) * 4 + ((),)


@pytest.mark.parametrize(("count", "said"), [(0, None), (1, None), (4, None), (5, 5), (9, 9)])
def test_fewer_than_five_companies_are_never_told(count, said):
    asked(count, at(11, 2))
    assert programme_results(DAY).asked == said


def test_only_those_who_came_to_us_have_asked():
    for source in Source.values:
        asked(5, at(11, 2), source=source)
    assert programme_results(DAY).asked == 15


def test_what_came_after_the_day_is_not_counted():
    asked(5, at(11, 20, 23))
    asked(5, at(11, 21, 0))
    assert programme_results(DAY).asked == 5


def test_the_share_counts_those_whose_promise_has_passed_and_rounds_down():
    asked(2, at(11, 2), hours=3)
    asked(4, at(11, 3), hours=40)
    asked(5, at(11, 20, 23))  # their day has not passed
    assert programme_results(DAY).answered_in_time == 33


def test_the_share_is_not_told_of_four():
    asked(4, at(11, 2), hours=3)
    assert programme_results(DAY).answered_in_time is None


def test_the_middle_answer_is_told_in_working_hours():
    asked(4, at(11, 3), hours=2)
    assert programme_results(DAY).median_hours is None
    asked(5, at(11, 4), hours=6)
    assert programme_results(DAY).median_hours == Decimal("6.0")


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at(11, 20, 15), at(11, 23, 9), "2.0"),  # Friday afternoon to Monday morning
        (at(11, 21, 12), at(11, 23, 9), "1.0"),  # asked on a Saturday
        (at(11, 20, 9), at(11, 20, 9), "0.0"),
        (at(11, 20, 9), at(11, 19, 9), "0.0"),
        (at(5, 16, 15), at(5, 18, 9), "1.0"),  # a weekend with the seventeenth of May in it
    ],
)
def test_working_hours_leave_out_nights_weekends_and_holidays(start, end, hours):
    assert working_hours_between(start, end) == Decimal(hours)


def test_no_hidden_month_can_be_worked_out_from_the_others():
    for month, count in ((8, 9), (9, 7), (10, 2), (11, 12)):
        asked(count, at(month, 2))
    found = programme_results(DAY)
    shown = {month.first.month: month.count for month in found.months}
    assert shown == {8: 9, 9: None, 10: None, 11: 12}, "the smallest of the others hides with it"
    assert found.asked - sum(count for count in shown.values() if count) >= 5


def test_months_run_without_gaps_until_the_day():
    asked(6, at(8, 31, 23))
    asked(6, at(11, 2))
    assert [month.first for month in programme_results(DAY).months] == [date(2026, m, 1) for m in (8, 9, 10, 11)]


def test_handovers_are_counted_by_what_became_of_them():
    for _number in range(5):
        HandoverFactory(accepted=True)
    for _number in range(4):
        HandoverFactory(declined=True)
    found = programme_results(date(2030, 1, 1))
    assert Handover.objects.count() == 9
    assert (found.offered, found.accepted, found.declined, found.lapsed) == (9, 5, None, None)


def test_partners_are_those_with_an_agreement_that_day():
    running, coming = AgreementFactory(), AgreementFactory(coming=True)
    AgreementFactory(ended=True)
    found = programme_results(timezone.localdate())
    assert (found.firms, found.yearly) == (1, running.yearly_amount)
    assert coming.tier.name not in [tier.name for tier in found.tiers]
