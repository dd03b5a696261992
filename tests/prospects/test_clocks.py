"""Clocks: what runs for whom, when it changes colour, who is told once, and how promises were kept."""

from datetime import datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from common.clock import OSLO, add_working_hours, is_working_day, working_hours_between
from common.mail import _builders
from partners.models import Notification
from prospects import clocks
from prospects.clocks import SOON_HOURS, Clock, record, running
from prospects.models import ClockNotice, Handover, Prospect, Task
from prospects.services import record_activity, tell_of_clocks
from tests.common.properties import examples
from tests.factories import HandoverFactory, MembershipFactory, ProspectFactory, TaskFactory, UserFactory
from tests.prospects.looking import posted

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)  # a Tuesday
HOUR = timedelta(hours=1)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31), timezones=st.just(OSLO))


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


# --- colour -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("hours", "tone"), [(-1, "late"), (0, "late"), (0.1, "soon"), (4, "soon"), (4.1, "calm"), (30, "calm")]
)
def test_a_clock_changes_colour_before_it_breaks(hours, tone):
    due = add_working_hours(NOON, hours) if hours > 0 else NOON + hours * HOUR
    assert Clock("answer", Prospect(), 1, "", due).tone(NOON) == tone


@given(moments, st.floats(min_value=0.01, max_value=60))
@examples(1000)
def test_it_is_never_late_before_it_was_soon(now, hours):
    due = add_working_hours(now, hours)
    one = Clock("answer", Prospect(), 1, "", due)
    assert one.tone(now) == ("soon" if hours <= SOON_HOURS else "calm") or due <= now
    assert one.tone(due) == "late"
    just_before = due - timedelta(seconds=1)
    assert one.tone(just_before) in ("soon", "late")


# --- which ------------------------------------------------------------------------------------------------------------
def test_three_kinds_run_in_the_order_in_which_they_break():
    adviser = UserFactory(adviser=True)
    answer = ProspectFactory(adviser=adviser, answer_due_at=NOON + 3 * HOUR)
    task = TaskFactory(is_promise=True, due_at=NOON + HOUR, assignees=[adviser], prospect__contacted=True)
    TaskFactory(due_at=NOON, assignees=[adviser], prospect__contacted=True)  # nobody was promised that
    offer = HandoverFactory(offered=True, prospect__contacted=True)
    Handover.objects.filter(pk=offer.pk).update(answer_due_at=NOON + 2 * HOUR)
    found = running(adviser)
    assert [(one.kind, one.subject) for one in found] == [
        ("promise", task.pk),
        ("handover", offer.pk),
        ("answer", answer.pk),
    ]
    assert [one.kind for one in running(adviser, before=NOON + 2 * HOUR)] == ["promise", "handover"]
    assert running(UserFactory(communications=True)) == []


def test_mine_is_what_i_have_to_keep_and_what_nobody_has():
    me, other = UserFactory(adviser=True), UserFactory(adviser=True)
    nobodys, mine = ProspectFactory(adviser=None), ProspectFactory(adviser=me)
    ProspectFactory(adviser=other)
    TaskFactory(is_promise=True, assignees=[other], prospect=mine)
    assert {one.subject for one in running(me, mine=True)} == {nobodys.pk, mine.pk}


@pytest.mark.parametrize("end", ["resting", "lost", "withdrawn"])
def test_nothing_runs_in_a_case_that_is_not_under_way(end):
    prospect = ProspectFactory()
    TaskFactory(prospect=prospect, is_promise=True, due_at=NOON - HOUR)
    by = UserFactory(adviser=True)
    assert len(running(by)) == 2
    ends = {"resting": prospect.rest, "lost": prospect.lose, "withdrawn": prospect.withdraw}
    extra = {"until": NOON.date() + timedelta(days=9)} if end == "resting" else {}
    ends[end](reason="Derfor.", by=by, **extra)
    assert running(by) == []
    assert tell_of_clocks(NOON) == 0


def test_who_asked_nothing_waits_for_no_answer():
    ProspectFactory(source="target_list", answer_due_at=None)
    assert running(UserFactory(adviser=True)) == []


# --- telling ----------------------------------------------------------------------------------------------------------
def test_a_promise_is_warned_of_once_and_when_it_breaks_the_managers_hear_too():
    adviser, manager = UserFactory(adviser=True), UserFactory(manager=True)
    prospect = ProspectFactory(adviser=adviser, answer_due_at=NOON + 2 * HOUR)
    assert tell_of_clocks(NOON) == 1
    assert tell_of_clocks(NOON + HOUR) == 0
    assert [row["reader"] for row in posted("clocks_due")] == [adviser.pk]
    assert tell_of_clocks(NOON + 3 * HOUR) == 1
    assert tell_of_clocks(NOON + 3.5 * HOUR) == 0
    assert [row["reader"] for row in posted("clocks_due")[1:]] == sorted([adviser.pk, manager.pk])
    assert set(ClockNotice.objects.values_list("kind", "subject", "level")) == {
        ("answer", prospect.pk, "warned"),
        ("answer", prospect.pk, "escalated"),
    }


def test_after_three_days_without_a_clock_each_hears_of_everything_in_one_mail():
    adviser = UserFactory(adviser=True)
    UserFactory(manager=True)
    for _number in range(4):
        ProspectFactory(adviser=adviser, answer_due_at=NOON - timedelta(days=2))
    TaskFactory(is_promise=True, assignees=[adviser], due_at=NOON - timedelta(days=1))
    assert tell_of_clocks(NOON) == 5
    assert len(posted("clocks_due")) == 2
    mail = posted("clocks_due")[0]
    assert len(mail["notices"].split(",")) == 5
    letter = _builders["clocks_due"](**mail)
    assert len(letter.facts) == 5


def test_nobody_is_told_at_night_or_on_a_day_off_and_nothing_is_lost_by_it():
    UserFactory(adviser=True)
    due = datetime(2026, 11, 27, 16, tzinfo=OSLO)  # closing time on a Friday
    ProspectFactory(answer_due_at=due)
    for moment in (due, due + 5 * HOUR, due + timedelta(days=1), datetime(2026, 11, 30, 7, 59, tzinfo=OSLO)):
        assert tell_of_clocks(moment) == 0
    assert tell_of_clocks(datetime(2026, 11, 30, 8, tzinfo=OSLO)) == 1


def test_a_deadline_that_was_moved_is_told_of_anew():
    adviser = UserFactory(adviser=True)
    task = TaskFactory(is_promise=True, due_at=NOON + HOUR, assignees=[adviser])
    assert tell_of_clocks(NOON) == 1
    Task.objects.filter(pk=task.pk).update(due_at=NOON + 2 * HOUR)
    assert tell_of_clocks(NOON) == 1


def test_a_letter_leaves_out_what_was_kept_meanwhile_and_is_not_sent_when_all_was():
    adviser = UserFactory(adviser=True, language="en")
    first = ProspectFactory(adviser=adviser, answer_due_at=NOON + HOUR)
    second = ProspectFactory(adviser=adviser, answer_due_at=NOON + HOUR)
    tell_of_clocks(NOON)
    mail = posted("clocks_due")[0]
    assert "2 promises" in _builders["clocks_due"](**mail).subject
    record_activity(first, kind="call", text="Ringte.", by=adviser)
    letter = _builders["clocks_due"](**mail)
    assert [fact[0] for fact in letter.facts] == [str(second)]
    record_activity(second, kind="call", text="Ringte.", by=adviser)
    assert _builders["clocks_due"](**mail) is None


def test_the_firm_is_reminded_of_what_it_has_not_answered_and_nothing_says_who_it_is():
    offer = HandoverFactory(offered=True)
    seat = MembershipFactory(firm=offer.firm)
    Handover.objects.filter(pk=offer.pk).update(answer_due_at=NOON + HOUR)
    assert tell_of_clocks(NOON) == 1
    assert tell_of_clocks(NOON + 2 * HOUR) == 0  # it lapses instead
    told = Notification.objects.get(kind="handover_reminder")
    assert told.user == seat.user
    assert offer.prospect.company_name not in str(told.arguments)


# --- how it went ------------------------------------------------------------------------------------------------------
def test_the_record_counts_what_fell_due_and_how_it_was_kept():
    since, until = NOON - timedelta(days=30), NOON + timedelta(days=30)
    due = NOON - timedelta(days=3)
    began = NOON - timedelta(days=4)
    for answered in (due - HOUR, due, due + HOUR, None):
        ProspectFactory(created_at=began, answer_due_at=due, answered_at=answered)
    ProspectFactory(created_at=began, answer_due_at=NOON + HOUR)  # not due yet
    ProspectFactory(created_at=began, answer_due_at=due, lost=True)  # over before anybody could
    found = {one.kind: one for one in record(since, until)}
    assert (found["answer"].due, found["answer"].kept, found["answer"].share) == (4, 2, 50)
    assert found["answer"].median_hours == working_hours_between(began, due)
    assert (found["promise"].due, found["promise"].share, found["promise"].median_hours) == (0, None, None)


def test_a_promise_kept_late_is_counted_and_one_dropped_is_not():
    due = NOON - timedelta(days=3)
    for facts in ({"done": True}, {"dropped": True}, {}):
        task = TaskFactory(is_promise=True, due_at=due, **facts)
        Task.objects.filter(pk=task.pk, status="done").update(ended_at=due - HOUR)
    found = {one.kind: one for one in record(NOON - timedelta(days=30), NOON)}
    assert (found["promise"].due, found["promise"].kept) == (2, 1)


def test_a_firm_that_declines_in_time_has_answered_and_one_that_lets_it_lapse_has_not():
    for trait in ("accepted", "declined", "lapsed", "withdrawn"):
        handover = HandoverFactory(**{trait: True})
        Handover.objects.filter(pk=handover.pk, consented_at__isnull=False).update(
            consented_at=NOON - 30 * HOUR, answer_due_at=NOON - HOUR
        )
        Handover.objects.filter(pk=handover.pk, accepted_at__isnull=False).update(accepted_at=NOON - 9 * HOUR)
        Handover.objects.filter(pk=handover.pk, status="declined").update(finished_at=NOON - 9 * HOUR)
    found = {one.kind: one for one in record(NOON - timedelta(days=30), NOON)}
    assert (found["handover"].due, found["handover"].kept) == (3, 2)


@given(moments)
@examples(1000)
def test_the_working_day_ends_at_closing_time_of_a_working_day_that_is_not_over(now):
    ends = clocks.end_of_working_day(now)
    assert ends > now
    assert (ends.hour, ends.minute) == (16, 0)
    assert is_working_day(ends.date())
    assert working_hours_between(now, ends) <= 8
