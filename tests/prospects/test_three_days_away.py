"""The programme's clock was away for three days: when it is back it does everything once, and nothing is lost."""

from datetime import datetime, timedelta

import pytest
import time_machine

from common.clock import OSLO
from common.models import OutgoingMail
from home.management.commands.clock import tick
from prospects.models import ClockNotice, Handover, MorningLetter, Task
from tests.factories import (
    HandoverFactory,
    MembershipFactory,
    MorningLetterFactory,
    ProspectFactory,
    TaskFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

BACK = datetime(2026, 11, 27, 9, tzinfo=OSLO)  # a Friday morning
AWAY = timedelta(days=3)


def test_everything_that_fell_due_meanwhile_is_done_once():
    with time_machine.travel(BACK - AWAY - timedelta(days=1), tick=False):
        adviser, manager = UserFactory(adviser=True), UserFactory(manager=True)
        waiting = ProspectFactory(adviser=adviser, answer_due_at=BACK - AWAY)
        task = TaskFactory(
            prospect=ProspectFactory(adviser=adviser, contacted=True),
            assignees=[adviser],
            is_promise=True,
            due_at=BACK - timedelta(days=2),
            remind_at=BACK - AWAY,
        )
        offer = HandoverFactory(offered=True, prospect__contacted=True)
        MembershipFactory(firm=offer.firm)
        Handover.objects.filter(pk=offer.pk).update(answer_due_at=BACK - timedelta(days=1))
        MorningLetterFactory(user=adviser, last_on=(BACK - AWAY - timedelta(days=1)).date())
    with time_machine.travel(BACK, tick=False):
        first = tick()
        assert (first["lapsed"], first["clocks"], first["tasks"], first["mornings"]) == (1, 2, 1, 1)
        offer.refresh_from_db()
        assert offer.status == "lapsed"
        assert set(ClockNotice.objects.values_list("kind", "subject", "level")) == {
            ("answer", waiting.pk, "escalated"),
            ("promise", task.pk, "escalated"),
        }
        broken = OutgoingMail.objects.filter(kind="clocks_due")
        assert sorted(mail.arguments["reader"] for mail in broken) == sorted([adviser.pk, manager.pk])
        letters = OutgoingMail.objects.count()
        second = tick()
        assert [second[name] for name in ("lapsed", "clocks", "tasks", "mornings")] == [0, 0, 0, 0]
        assert OutgoingMail.objects.count() == letters
    assert Task.objects.get(pk=task.pk).reminded_at == BACK
    assert MorningLetter.objects.get().last_on == BACK.date()
