"""Tasks and promises: every verb in every state, who is told, reminders, and mails that came in by themselves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from common.mail import _builders
from common.workflow import TransitionError
from prospects.models import Activity, Task
from prospects.services import (
    change_task,
    file_activity,
    give_task,
    record_activity,
    remind_of_tasks,
    stop_case,
)
from tests.factories import ActivityFactory, ProspectFactory, TaskFactory, UserFactory
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db

STATES = ("open", "done", "dropped")
VERBS = {
    "finish": (("open",), "done"),
    "drop": (("open",), "dropped"),
    "reopen": (("done", "dropped"), "open"),
}
TOMORROW = timedelta(days=1)


def stored(task: Task) -> dict:
    """What the database holds."""
    return Task.objects.filter(pk=task.pk).values().get()


def test_the_table_has_every_verb_and_every_state():
    assert set(VERBS) == set(Task.TRANSITIONS)
    assert set(STATES) == set(Task.Status.values)


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_in_every_state(verb, status):
    task, by = TaskFactory(**({} if status == "open" else {status: True})), UserFactory()
    before, entries = stored(task), len(actions(task))
    extra = {"reason": "Ikke lenger nødvendig."} if verb == "drop" else {}
    sources, target = VERBS[verb]
    if status not in sources:
        with pytest.raises(TransitionError):
            getattr(task, verb)(by=by, **extra)
        assert stored(task) == before
        assert len(actions(task)) == entries
        return
    getattr(task, verb)(by=by, **extra)
    after = stored(task)
    assert after["status"] == target
    assert (after["ended_by_id"], after["reason"]) == (
        (None, "") if verb == "reopen" else (by.pk, extra.get("reason", ""))
    )
    assert (after["ended_at"] is None) == (target == "open")
    assert len(actions(task)) == entries + 1


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_task_is_not_dropped_without_a_reason(reason):
    task = TaskFactory()
    with pytest.raises(TransitionError):
        task.drop(reason=reason, by=UserFactory())
    assert stored(task)["status"] == "open"
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(status="dropped", ended_at=timezone.now())


def test_of_two_who_finish_it_one_does():
    task = TaskFactory()
    stale = Task.objects.get(pk=task.pk)
    task.finish(by=UserFactory())
    with pytest.raises(TransitionError):
        stale.finish(by=UserFactory())


# --- giving -----------------------------------------------------------------------------------------------------------
def test_those_who_get_a_task_are_told_but_not_who_gave_it():
    me, other = UserFactory(adviser=True), UserFactory(adviser=True)
    task = give_task(ProspectFactory(), text="Ringe", due_at=timezone.now() + TOMORROW, to=[me, other], by=me)
    assert set(task.assignees.all()) == {me, other}
    assert posted("task_given") == [{"task": task.pk, "reader": other.pk}]


@pytest.mark.parametrize(("text", "somebody"), [("", True), ("  ", True), ("Ringe", False)])
def test_a_task_says_what_and_who(text, somebody):
    to = [UserFactory(adviser=True)] if somebody else []
    with pytest.raises(TransitionError):
        give_task(ProspectFactory(), text=text, due_at=timezone.now(), to=to, by=None)
    assert not Task.objects.exists()


def test_who_is_new_to_a_task_is_told_and_who_had_it_is_not():
    old, new, by = UserFactory(adviser=True), UserFactory(adviser=True), UserFactory(manager=True)
    task = TaskFactory(assignees=[old])
    due = timezone.now() + 3 * TOMORROW
    change_task(task, by=by, text="Ringe igjen", due_at=due, to=[old, new], is_promise=True)
    assert (task.text, task.is_promise, task.due_at) == ("Ringe igjen", True, due)
    assert posted("task_given") == [{"task": task.pk, "reader": new.pk}]


def test_what_is_done_is_not_changed_any_more():
    task = TaskFactory(done=True)
    with pytest.raises(TransitionError):
        change_task(
            task, by=UserFactory(), text="Nytt", due_at=timezone.now(), to=[UserFactory(adviser=True)], is_promise=False
        )
    assert stored(task)["text"] == task.text


def test_the_letter_goes_only_to_who_still_has_the_open_task_and_may_see_the_case():
    adviser, comms = UserFactory(adviser=True, language="en"), UserFactory(communications=True)
    task = TaskFactory(assignees=[adviser, comms])
    letter = _builders["task_given"](task.pk, adviser.pk)
    assert task.text in letter.subject
    assert str(task.prospect) in letter.paragraphs[0]
    assert _builders["task_given"](task.pk, comms.pk) is None
    task.assignees.remove(adviser)
    assert _builders["task_given"](task.pk, adviser.pk) is None
    task.assignees.add(adviser)
    task.finish(by=adviser)
    assert _builders["task_reminder"](task.pk, adviser.pk) is None


# --- reminders --------------------------------------------------------------------------------------------------------
def test_a_reminder_is_sent_once_also_after_days_without_a_clock():
    now = timezone.now()
    people = [UserFactory(adviser=True), UserFactory(adviser=True)]
    task = TaskFactory(assignees=people, remind_at=now - 3 * TOMORROW)
    TaskFactory(remind_at=now + TOMORROW)
    TaskFactory(remind_at=now - TOMORROW, done=True)
    assert remind_of_tasks(now) == 1
    assert remind_of_tasks(now) == 0
    assert {row["reader"] for row in posted("task_reminder")} == {person.pk for person in people}
    task.refresh_from_db()
    assert task.reminded_at == now


def test_another_reminder_is_another_mail():
    now = timezone.now()
    task = TaskFactory(assignees=[UserFactory(adviser=True)], remind_at=now - TOMORROW)
    remind_of_tasks(now)
    facts = {"text": task.text, "due_at": task.due_at, "to": list(task.assignees.all()), "is_promise": False}
    change_task(task, by=UserFactory(), remind_at=now + TOMORROW, **facts)
    assert remind_of_tasks(now + 2 * TOMORROW) == 1


# --- with the case ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("how", ["lose", "withdraw"])
def test_the_tasks_of_a_case_end_with_it(how):
    task, done = TaskFactory(), TaskFactory(done=True)
    for one in (task, done):
        stop_case(one.prospect, how, reason="De ble der de var.", by=UserFactory())
    assert (stored(task)["status"], stored(task)["reason"]) == ("dropped", "De ble der de var.")
    assert stored(done)["status"] == "done"


def test_nobody_sees_the_tasks_of_cases_they_may_not_see():
    TaskFactory()
    assert Task.objects.visible_to(UserFactory(analyst=True)).count() == 1
    for who in ({"communications": True}, {"steering_group": True}, {}):
        assert not Task.objects.visible_to(UserFactory(**who)).exists()
        assert not Activity.objects.visible_to(UserFactory(**who)).exists()


# --- what came in -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", ["draft", "filed", "discarded"])
@pytest.mark.parametrize("verb", ["file", "discard"])
def test_every_verb_of_a_mail_in_every_state(verb, status):
    mail, by = ActivityFactory(mail=True, way="in", status=status), UserFactory()
    if status != "draft":
        with pytest.raises(TransitionError):
            getattr(mail, verb)(by=by)
        return
    getattr(mail, verb)(by=by)
    mail.refresh_from_db()
    assert (mail.status, mail.by) == ({"file": "filed", "discard": "discarded"}[verb], by)
    assert bool(mail.text) == (verb == "file")


@pytest.mark.parametrize(
    ("kind", "way", "status", "counts"),
    [
        ("note", "out", "filed", False),
        ("call", "out", "filed", True),
        ("call", "in", "filed", True),
        ("meeting", "out", "filed", True),
        ("visit", "in", "filed", True),
        ("mail", "out", "filed", True),
        ("mail", "in", "filed", False),
        ("mail", "in", "draft", False),
        ("call", "in", "draft", False),
        ("mail", "out", "discarded", False),
    ],
)
def test_what_counts_as_an_answer_of_ours(kind, way, status, counts):
    assert ActivityFactory(kind=kind, way=way, status=status).is_answer is counts


def test_a_mail_of_theirs_stops_no_clock_and_their_call_does():
    prospect, by = ProspectFactory(), UserFactory(adviser=True)
    record_activity(prospect, kind="mail", way="in", text="Hei?", by=by)
    assert prospect.answered_at is None
    record_activity(prospect, kind="call", way="in", text="De ringte.", by=by)
    assert prospect.answered_at is not None
    assert prospect.spoken_at == prospect.answered_at


def test_filing_a_mail_that_came_in_is_logged_and_is_no_answer():
    mail = ActivityFactory(mail=True, way="in", status="draft")
    file_activity(mail, by=UserFactory(adviser=True))
    assert mail.prospect.answered_at is None
    assert actions(mail) == ["prospects.mail_filed"]


def test_what_is_written_down_later_does_not_make_the_last_talk_older():
    prospect, now = ProspectFactory(), timezone.now()
    record_activity(prospect, kind="call", text="I dag.", by=None, at=now)
    record_activity(prospect, kind="call", text="I går.", by=None, at=now - TOMORROW)
    prospect.refresh_from_db()
    assert prospect.spoken_at == now
