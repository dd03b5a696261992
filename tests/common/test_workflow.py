"""Guarded transitions."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError, move
from prospects.models import Handover
from tests.factories import HandoverFactory, UserFactory

pytestmark = pytest.mark.django_db


def stored(instance) -> dict:
    """What the database holds of `instance`."""
    return type(instance).objects.filter(pk=instance.pk).values().get()


def entries(instance) -> list[ModelLogEntry]:
    """The log of `instance`, the oldest first."""
    return list(ModelLogEntry.objects.for_instance(instance).order_by("pk"))


def test_a_transition_error_is_a_validation_error_whose_text_a_face_can_show():
    error = TransitionError("Too late.")
    assert isinstance(error, ValidationError)
    assert error.messages == ["Too late."]


def test_the_new_status_and_its_facts_are_one_update():
    handover = HandoverFactory(offered=True)
    member = UserFactory()
    with CaptureQueriesContext(connection) as queries:
        move(handover, "accept", by=member, facts={"accepted_by": member, "accepted_at": timezone.now()})
    updates = [query["sql"] for query in queries if query["sql"].startswith('UPDATE "prospects_handover"')]
    assert len(updates) == 1
    assert '"status"' in updates[0].split("WHERE")[0]
    assert '"accepted_by_id"' in updates[0].split("WHERE")[0]
    assert '"status"' in updates[0].split("WHERE")[1]
    assert stored(handover)["status"] == "accepted"
    assert stored(handover)["accepted_by_id"] == member.pk
    assert (handover.status, handover.accepted_by) == ("accepted", member)


def test_the_log_says_who_did_what_when_and_between_which_states():
    handover = HandoverFactory(offered=True)
    member = UserFactory()
    at = timezone.now() - timedelta(hours=3)
    move(handover, "accept", by=member, at=at, facts={"accepted_by": member}, data={"note": "hei"})
    entry = entries(handover)[-1]
    assert entry.action == "prospects.handover_accepted"
    assert entry.user == member
    assert entry.timestamp == at
    assert entry.data == {"note": "hei", "from": "offered", "to": "accepted"}


def test_what_the_caller_adds_cannot_hide_the_states_in_the_log():
    handover = HandoverFactory(offered=True)
    move(handover, "withdraw", by=None, data={"from": "nowhere", "to": "anywhere"})
    assert entries(handover)[-1].data == {"from": "offered", "to": "withdrawn"}


def test_a_step_from_another_state_is_refused_and_leaves_no_trace():
    handover = HandoverFactory(declined=True)
    before, log = stored(handover), len(entries(handover))
    with pytest.raises(TransitionError) as refused:
        move(handover, "accept", by=UserFactory(), facts={"reason": "changed"})
    assert refused.value.code == "not_from_here"
    assert stored(handover) == before
    assert len(entries(handover)) == log


@pytest.mark.parametrize(("language", "state"), [("en", "Declined"), ("nb", None)])
def test_the_refusal_names_the_state_in_the_language_of_the_reader(language, state):
    handover = HandoverFactory(declined=True)
    with translation.override(language):
        with pytest.raises(TransitionError) as refused:
            move(handover, "accept", by=UserFactory())
        assert f"“{state or handover.get_status_display()}”" in refused.value.message.replace("«", "“").replace(
            "»", "”"
        )
    if language == "en":
        assert refused.value.message == "This can no longer be done: it now stands at “Declined”."


def test_of_two_copies_the_second_is_overtaken_and_then_knows_what_is_stored():
    handover = HandoverFactory(offered=True)
    stale = Handover.objects.get(pk=handover.pk)
    move(handover, "decline", by=UserFactory(), facts={"reason": "Nei."})
    before, log = stored(handover), len(entries(handover))
    with pytest.raises(TransitionError) as refused:
        move(stale, "accept", by=UserFactory(), facts={"reason": "overwritten"})
    assert refused.value.code == "overtaken"
    assert (stale.status, stale.reason) == ("declined", "Nei.")
    assert stored(handover) == before
    assert len(entries(handover)) == log


def test_conditions_that_must_hold_at_that_moment_are_asked_of_the_database():
    handover = HandoverFactory(offered=True)
    Handover.objects.filter(pk=handover.pk).update(answer_due_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(TransitionError) as refused:
        move(handover, "accept", by=UserFactory())
    assert refused.value.code == "overtaken"
    assert stored(handover)["status"] == "offered"


def test_the_conditions_are_those_of_the_moment_told():
    handover = HandoverFactory(overdue=True)
    move(handover, "accept", by=UserFactory(), at=handover.answer_due_at - timedelta(seconds=1))
    assert stored(handover)["status"] == "accepted"


def test_a_guard_refuses_before_anything_is_written():
    def no(one):
        raise TransitionError(f"Not today, {one.status}.", code="guarded")

    handover = HandoverFactory(offered=True)
    handover.TRANSITIONS = {"accept": replace(Handover.TRANSITIONS["accept"], guard=no)}
    before = stored(handover)
    with pytest.raises(TransitionError, match="Not today, offered"):
        move(handover, "accept", by=UserFactory())
    assert stored(handover) == before


def test_a_step_whose_log_cannot_be_written_is_not_taken():
    handover = HandoverFactory(offered=True)
    handover.TRANSITIONS = {"accept": replace(Handover.TRANSITIONS["accept"], action="prospects.nobody_registered_it")}
    with pytest.raises(Exception, match="nobody_registered_it"):
        move(handover, "accept", by=UserFactory())
    assert stored(handover)["status"] == "offered"


def test_every_transition_is_a_verb_with_a_name_in_the_log():
    from wagtail.log_actions import registry

    from accounts.models import Invitation
    from partners.models import Membership
    from prospects.models import Prospect

    known = {name for name, _label in registry.get_choices()}
    for model in (Handover, Prospect, Membership, Invitation):
        for verb, step in model.TRANSITIONS.items():
            assert callable(getattr(model, verb)), (model, verb)
            assert step.action in known, (model, verb)
            states = set(dict(model._meta.get_field(step.field).choices))
            assert {*step.sources, step.target} <= states, (model, verb)
            assert step.target not in step.sources, (model, verb)
