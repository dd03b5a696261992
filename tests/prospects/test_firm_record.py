"""A firm's own record of answers."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from common.clock import OSLO
from prospects.models import Handover
from prospects.services import firm_record
from tests.common.properties import examples
from tests.factories import HandoverFactory, MembershipFactory, ProspectFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def seat():
    return MembershipFactory()


def offered(seat, *, at, due, **kind):
    """A handover of the firm, consented to at `at` and due at `due`."""
    made = HandoverFactory(firm=seat.firm, member=seat.user, **kind)
    Handover.objects.filter(pk=made.pk).update(consented_at=at, answer_due_at=due)
    return made


def test_it_counts_offers_answers_hours_and_outcomes(seat):
    week_ago = NOON - 7 * DAY
    one = offered(seat, at=week_ago, due=NOON, done=True)
    two = offered(seat, at=week_ago, due=NOON - DAY, declined=True)
    Handover.objects.filter(pk=one.pk).update(accepted_at=week_ago + HOUR)
    Handover.objects.filter(pk=two.pk).update(finished_at=NOON)  # after it was due
    offered(seat, at=week_ago, due=NOON - DAY, lapsed=True)
    offered(seat, at=week_ago, due=NOON + DAY, offered=True)  # may still be answered
    offered(seat, at=week_ago, due=NOON - DAY, withdrawn=True)  # says nothing of the firm
    HandoverFactory(firm=seat.firm)  # waits for the prospect's yes
    HandoverFactory(accepted=True)  # another firm's
    (found,) = firm_record(seat.firm)
    assert (found.year, found.is_before) == (2026, False)
    assert (found.offered, found.in_time, found.accepted) == (3, 1, 1)
    assert found.median_hours == Decimal("20.5")  # one hour, and forty
    assert [number for _words, number in found.outcomes] == [1]


def test_the_years_before_stand_beside_this_one_and_new_year_is_norwegian(seat):
    before = datetime(2025, 12, 31, 23, 30, tzinfo=OSLO)
    offered(seat, at=before, due=before + 5 * DAY, accepted=True)
    offered(seat, at=before + HOUR, due=before + 5 * DAY, accepted=True)
    offered(seat, at=before - 400 * DAY, due=before, accepted=True)
    now, then = firm_record(seat.firm)
    assert (now.offered, then.offered, then.is_before) == (1, 2, True)


def test_a_firm_that_was_offered_nothing_has_an_empty_year(seat):
    (found,) = firm_record(seat.firm)
    assert (found.offered, found.in_time, found.median_hours, found.outcomes) == (0, 0, None, [])


@given(st.lists(st.tuples(st.integers(0, 700), st.booleans(), st.booleans()), max_size=12))
@examples(25)
def test_nothing_is_counted_twice_or_lost(rows):
    Handover.objects.all().delete()
    seat = MembershipFactory()
    for days, is_answered, in_time in rows:
        began = NOON - (days + 10) * DAY
        made = Handover.objects.create(
            prospect=ProspectFactory(), firm=seat.firm, handed_over_at=began, consented_at=began
        )
        answered = began + (HOUR if in_time else 3 * DAY)
        values = {"answer_due_at": began + DAY, "accepted_at": answered if is_answered else None}
        Handover.objects.filter(pk=made.pk).update(**values)
    found = firm_record(seat.firm)
    assert sum(one.offered for one in found) == len(rows)
    assert sum(one.accepted for one in found) == sum(answered for _days, answered, _time in rows)
    assert sum(one.in_time for one in found) == sum(answered and in_time for _days, answered, in_time in rows)
    assert all(one.in_time <= one.offered and one.accepted <= one.offered for one in found)


def test_it_is_one_query_however_much_there_is(seat):
    for number in range(6):
        offered(seat, at=NOON - number * 90 * DAY - DAY, due=NOON, accepted=True)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        firm_record(seat.firm)
    assert len(queries) == 1
