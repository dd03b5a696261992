"""What the prospect and the firm answer, and what happens when nobody does."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.models import Activity, Handover, PrivateLink, Prospect
from prospects.services import (
    accept_handover,
    decline_handover,
    finish_handover,
    give_consent,
    lapse_overdue,
    private_path,
    record_activity,
    refuse_consent,
    withdraw_channel_consent,
)
from tests.factories import (
    ConsentFactory,
    HandoverFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db


ANSWERS = {"note": False, "call": True, "mail": True, "meeting": True, "visit": True}


# --- the clock of the first answer ------------------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "answers"), ANSWERS.items())
def test_a_call_a_mail_and_a_meeting_are_an_answer_and_a_note_is_not(kind, answers):
    prospect, adviser = ProspectFactory(), UserFactory(adviser=True)
    activity = record_activity(prospect, kind=kind, text=" Hei. ", by=adviser)
    assert activity.text == "Hei."
    stored = Prospect.objects.get(pk=prospect.pk)
    assert stored.answered_at == prospect.answered_at == (activity.happened_at if answers else None)
    assert actions(prospect) == ["prospects.activity"] + ["prospects.answered"] * answers
    assert Prospect.objects.awaiting_first_answer().exists() is not answers
    assert posted("message_to_prospect") == ([{"activity": activity.pk}] if kind == "mail" else [])


def test_every_kind_of_activity_is_in_the_table():
    assert set(Activity.Kind.values) == set(ANSWERS)


def test_the_first_answer_stays_the_first():
    prospect = ProspectFactory()
    stale = Prospect.objects.get(pk=prospect.pk)
    first = record_activity(prospect, kind="call", text="Ringte.", by=None)
    for case in (prospect, stale):
        record_activity(case, kind="meeting", text="Møtte.", by=None, at=timezone.now() + timedelta(hours=1))
    assert Prospect.objects.get(pk=prospect.pk).answered_at == first.happened_at
    assert actions(prospect).count("prospects.answered") == 1


# --- the prospect's yes and no ----------------------------------------------------------------------------------------
def test_a_yes_starts_the_firm_s_time_and_tells_its_people_but_not_the_liaison():
    handover = HandoverFactory(firm=PartnerFirmFactory(public=True), response_days=3)
    told = [MembershipFactory(firm=handover.firm), MembershipFactory(firm=handover.firm, administrator=True)]
    for seat in ({"liaison": True}, {"ended": True}, {"invited": True}, {"user": UserFactory(locked_out=True)}):
        MembershipFactory(firm=handover.firm, **seat)
    MembershipFactory()
    with time_machine.travel("2026-11-26T10:00:00Z", tick=False):
        give_consent(handover)
    handover.refresh_from_db()
    assert handover.status == "offered"
    assert handover.answer_due_at.isoformat() == "2026-12-01T15:00:00+00:00"
    assert posted("handover_offered") == [{"handover": handover.pk, "reader": seat.user.pk} for seat in told]


@pytest.mark.parametrize("status", ["offered", "accepted", "withdrawn", "declined", "lapsed"])
def test_a_second_yes_or_one_that_comes_too_late_tells_nobody(status):
    handover = HandoverFactory(**{status: True})
    MembershipFactory(firm=handover.firm)
    with pytest.raises(TransitionError):
        give_consent(handover)
    assert posted("handover_offered") == []


@pytest.mark.parametrize("status", ["awaiting_consent", "offered", "accepted", "in_progress"])
def test_a_no_hides_it_from_the_firm_and_tells_the_adviser(status):
    handover = HandoverFactory(**{status: True})
    refuse_consent(handover)
    handover.refresh_from_db()
    assert handover.status == "withdrawn"
    assert handover.consent_withdrawn_at is not None
    assert posted("consent_refused") == [{"handover": handover.pk, "reader": handover.prospect.adviser.pk}]


def test_a_no_and_a_yes_taken_back_are_told_apart():
    never, later = HandoverFactory(), HandoverFactory(offered=True)
    refuse_consent(never)
    refuse_consent(later)
    assert never.reason != later.reason


# --- the firm's answers -----------------------------------------------------------------------------------------------
def test_accepting_tells_the_prospect_and_the_adviser():
    handover = HandoverFactory(offered=True)
    accept_handover(handover, by=MembershipFactory(firm=handover.firm).user)
    assert posted("handover_accepted_prospect") == [{"handover": handover.pk}]
    assert posted("handover_accepted") == [{"handover": handover.pk, "reader": handover.prospect.adviser.pk}]


@pytest.mark.parametrize(
    ("status", "kind", "act"),
    [
        ("offered", "handover_declined", lambda one: decline_handover(one, reason="Fullt.", by=one.prospect.adviser)),
        ("in_progress", "handover_done", lambda one: finish_handover(one, outcome="deal", by=one.prospect.adviser)),
    ],
)
def test_the_adviser_is_told_how_it_went(status, kind, act):
    handover = HandoverFactory(**{status: True})
    act(handover)
    assert posted(kind) == [{"handover": handover.pk, "reader": handover.prospect.adviser.pk}]


@pytest.mark.parametrize(
    "act",
    [
        lambda one: accept_handover(one, by=one.prospect.adviser),
        lambda one: decline_handover(one, reason="Nei.", by=one.prospect.adviser),
        lambda one: finish_handover(one, outcome="deal", by=one.prospect.adviser),
    ],
)
def test_a_step_that_was_refused_tells_nobody(act):
    handover = HandoverFactory(declined=True)
    with pytest.raises(TransitionError):
        act(handover)
    assert not OutgoingMail.objects.exists()


# --- lapsing ----------------------------------------------------------------------------------------------------------
def test_after_three_days_away_everything_overdue_lapses_once():
    late = [HandoverFactory(offered=True, response_days=days) for days in (1, 2)]
    still = HandoverFactory(offered=True, response_days=30)
    for status in ("awaiting_consent", "accepted", "declined", "withdrawn"):
        HandoverFactory(**{status: True})
    assert lapse_overdue() == 0
    with time_machine.travel(late[1].answer_due_at + timedelta(days=3), tick=False):
        assert lapse_overdue() == 2
        assert lapse_overdue() == 0
    assert set(Handover.objects.filter(status="lapsed")) == set(late)
    assert {letter["handover"] for letter in posted("handover_lapsed")} == {one.pk for one in late}
    assert len(posted("handover_lapsed")) == 2
    still.refresh_from_db()
    assert still.status == "offered"


def test_what_is_overdue_is_asked_of_the_moment_told():
    handover = HandoverFactory(offered=True)
    assert lapse_overdue(handover.answer_due_at - timedelta(microseconds=1)) == 0
    assert lapse_overdue(handover.answer_due_at) == 1


# --- consent to a channel ---------------------------------------------------------------------------------------------
def test_a_withdrawn_consent_stays_with_the_day_it_ended():
    consent = ConsentFactory()
    other = ConsentFactory(contact=consent.contact, channel="phone")
    stranger = ConsentFactory()
    prospect = consent.contact.prospect
    assert withdraw_channel_consent(prospect, "email") == 1
    assert withdraw_channel_consent(prospect, "email") == 0
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    for standing in (other, stranger):
        standing.refresh_from_db()
        assert standing.withdrawn_at is None
    assert actions(prospect) == ["prospects.consent_withdrawn"]


@pytest.mark.parametrize(("language", "start"), [("nb", "/mitt/"), ("en", "/en/mitt/")])
def test_a_private_address_opens_the_prospect_in_its_language(language, start):
    prospect = ProspectFactory()
    path = private_path(prospect, language)
    assert path.startswith(start)
    assert PrivateLink.open(path.removeprefix(start).strip("/")).prospect == prospect
