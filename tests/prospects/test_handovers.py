"""Handovers: every verb in every status, what the database refuses, who sees which."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from prospects.models import Handover
from tests.factories import (
    HandoverFactory,
    HandoverRoundFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

STATUSES = (
    "draft",
    "awaiting_consent",
    "queued",
    "offered",
    "seen",
    "interested",
    "overdue",  # offered, and the deadline has passed
    "accepted",
    "in_progress",
    "done",
    "declined",
    "lapsed",
    "withdrawn",
)
# verb: the states from which it is possible, and what it becomes
ALLOWED = {
    "ask": (("draft",), "awaiting_consent"),
    "consent": (("awaiting_consent",), "offered"),
    "queue": (("awaiting_consent",), "queued"),
    "offer": (("queued",), "offered"),
    "see": (("offered", "overdue"), "seen"),
    "accept": (("offered", "seen"), "accepted"),
    "show_interest": (("offered", "seen"), "interested"),
    "choose": (("interested",), "accepted"),
    "decline": (("offered", "seen", "overdue", "interested"), "declined"),
    "report_contacted": (("accepted",), "in_progress"),
    "finish": (("in_progress",), "done"),
    "lapse": (("overdue",), "lapsed"),
    "withdraw": (
        ("awaiting_consent", "queued", "offered", "seen", "overdue", "interested", "accepted", "in_progress"),
        "withdrawn",
    ),
}


def call(handover: Handover, verb: str, by):
    """Do `verb` as the person does who may."""
    due = timezone.now() + timedelta(days=5)
    {
        "ask": lambda: handover.ask(by=by),
        "consent": lambda: handover.consent(answer_due_at=due),
        "queue": lambda: handover.queue(contact=False),
        "offer": lambda: handover.offer(answer_due_at=due),
        "see": lambda: handover.see(by=by),
        "show_interest": lambda: handover.show_interest(by=by),
        "choose": lambda: handover.choose(by=by),
        "accept": lambda: handover.accept(by=by),
        "decline": lambda: handover.decline(reason=" Ikke for oss. ", by=by),
        "report_contacted": lambda: handover.report_contacted(by=by),
        "finish": lambda: handover.finish(outcome="helped", reason=" Fant lokaler. ", by=by),
        "lapse": lambda: handover.lapse(),
        "withdraw": lambda: handover.withdraw(reason=" Ombestemte seg. ", by=by),
    }[verb]()


def stored(handover: Handover) -> dict:
    """What the database holds."""
    return Handover.objects.filter(pk=handover.pk).values().get()


def log_of(handover: Handover):
    """What the log holds, the oldest first."""
    return ModelLogEntry.objects.for_instance(handover).order_by("pk")


def test_the_table_has_every_verb_and_every_status():
    assert set(ALLOWED) == set(Handover.TRANSITIONS)
    assert set(STATUSES) - {"overdue"} == set(Handover.Status.values)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_status(verb, status):
    handover = HandoverFactory(**{status: True})
    by = UserFactory()
    before, entries = stored(handover), log_of(handover).count()
    sources, target = ALLOWED[verb]
    if status not in sources:
        with pytest.raises(TransitionError) as refused:
            call(handover, verb, by)
        assert refused.value.messages[0]
        assert stored(handover) == before
        assert log_of(handover).count() == entries
        return

    call(handover, verb, by)
    after = stored(handover)
    changed = {name: after[name] for name in after if after[name] != before[name]}
    assert changed.pop("status") == target
    moments = {name: changed.pop(name) for name in list(changed) if name.endswith("_at")}
    expected_moments, expected = {
        "ask": ({"handed_over_at"}, {}),
        "consent": ({"consented_at", "contact_consented_at", "answer_due_at"}, {}),
        "queue": ({"consented_at"}, {}),
        "offer": ({"answer_due_at"}, {}),
        "see": ({"seen_at"}, {}),
        "show_interest": ({"interested_at"}, {"accepted_by_id": by.pk}),
        "choose": ({"accepted_at"}, {}),
        "accept": ({"accepted_at"}, {"accepted_by_id": by.pk}),
        "decline": ({"finished_at"}, {"reason": "Ikke for oss."}),
        "report_contacted": ({"contacted_at"}, {}),
        "finish": ({"finished_at"}, {"outcome": "helped", "reason": "Fant lokaler."}),
        "lapse": (set(), {}),
        "withdraw": ({"finished_at"}, {"reason": "Ombestemte seg."}),
    }[verb]
    assert set(moments) == expected_moments
    assert changed == expected
    assert all(abs(moment - timezone.now()) < timedelta(days=6) for moment in moments.values())
    entry = log_of(handover).last()
    assert log_of(handover).count() == entries + 1
    assert (entry.data["from"], entry.data["to"]) == (before["status"], target)
    by_nobody = {"consent": "prospect", "queue": "prospect", "offer": "clock", "lapse": "clock"}
    assert (entry.user, entry.data.get("by")) == ((None, by_nobody[verb]) if verb in by_nobody else (by, None))


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
@pytest.mark.parametrize("verb", ["decline", "withdraw"])
def test_no_refusal_without_a_reason(verb, reason):
    handover = HandoverFactory(offered=True)
    with pytest.raises(TransitionError) as refused:
        getattr(handover, verb)(reason=reason, by=UserFactory())
    assert refused.value.code == "reason"
    assert stored(handover)["status"] == "offered"


@pytest.mark.parametrize("outcome", ["", "great", None])
def test_no_end_without_an_outcome(outcome):
    handover = HandoverFactory(in_progress=True)
    with pytest.raises(TransitionError) as refused:
        handover.finish(outcome=outcome, by=UserFactory())
    assert refused.value.code == "outcome"
    assert stored(handover)["status"] == "in_progress"


@pytest.mark.parametrize("status", Handover.LIVE)
def test_the_prospect_takes_its_yes_back_until_the_firm_is_done(status):
    handover = HandoverFactory(**{status: True})
    handover.withdraw(reason="Nei takk.", by_prospect=True)
    handover.refresh_from_db()
    assert handover.status == "withdrawn"
    assert handover.consent_withdrawn_at is not None
    assert not handover.shows_identity
    entry = log_of(handover).last()
    assert (entry.user, entry.data["by"]) == (None, "prospect")


def test_the_one_who_was_slower_learns_who_was_faster():
    handover = HandoverFactory(offered=True)
    first = MembershipFactory(firm=handover.firm, user=UserFactory(first_name="Åse", last_name="Rask")).user
    stale = Handover.objects.get(pk=handover.pk)
    handover.accept(by=first)
    for late in (stale, handover):
        with pytest.raises(TransitionError, match="Åse Rask") as refused:
            late.accept(by=UserFactory())
        assert refused.value.code == "overtaken"


def test_who_presses_twice_is_not_told_of_a_colleague():
    member = UserFactory(first_name="Åse", last_name="Rask")
    handover = HandoverFactory(accepted=True, member=member)
    with pytest.raises(TransitionError) as refused:
        handover.accept(by=member)
    assert "Åse" not in refused.value.message


def test_too_late_is_said_to_be_too_late():
    handover = HandoverFactory(overdue=True)
    with translation.override("en"), pytest.raises(TransitionError, match="The deadline has passed") as refused:
        handover.accept(by=UserFactory())
    assert refused.value.code == "too_late"
    assert handover.is_overdue


def test_at_the_very_deadline_it_is_too_late_to_accept_and_time_to_lapse():
    handover = HandoverFactory(offered=True)
    due = handover.answer_due_at
    with pytest.raises(TransitionError):
        handover.accept(by=UserFactory(), at=due)
    with pytest.raises(TransitionError):
        handover.lapse(at=due - timedelta(microseconds=1))
    handover.lapse(at=due)
    assert stored(handover)["status"] == "lapsed"


def test_a_yes_taken_back_stops_the_acceptance_in_the_database_too():
    handover = HandoverFactory(offered=True)
    Handover.objects.filter(pk=handover.pk).update(consent_withdrawn_at=timezone.now())
    with pytest.raises(TransitionError):
        handover.accept(by=UserFactory())


@pytest.mark.parametrize("status", STATUSES)
def test_only_after_both_said_yes_the_firm_sees_who_it_is(status):
    handover = HandoverFactory(**{status: True})
    assert handover.shows_identity is handover.shows_contact is (status in ("accepted", "in_progress", "done"))
    handover.consent_withdrawn_at = timezone.now()
    assert not handover.shows_identity
    assert not handover.shows_contact


@pytest.mark.parametrize("status", STATUSES)
def test_a_yes_to_who_it_is_names_nobody_to_call(status):
    handover = HandoverFactory(**{status: True}, nobody_to_call=True)
    assert handover.shows_identity is (status in ("accepted", "in_progress", "done"))
    assert not handover.shows_contact


@pytest.mark.parametrize("status", ["accepted", "in_progress", "done"])
def test_being_called_is_taken_back_alone(status):
    handover = HandoverFactory(**{status: True})
    handover.contact_withdrawn_at = timezone.now()
    assert handover.shows_identity
    assert not handover.shows_contact


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_a_colleague_who_opens_it_stops_nobody(verb):
    handover = HandoverFactory(offered=True)
    stale = Handover.objects.get(pk=handover.pk)
    handover.see(by=UserFactory())
    call(stale, verb, UserFactory())
    assert stored(stale)["status"] == ALLOWED[verb][1]
    assert stored(stale)["seen_at"] is not None


def test_where_several_are_asked_at_once_nobody_takes_it_alone():
    handover = HandoverFactory(offered=True, round=HandoverRoundFactory(mode="at_once"))
    with pytest.raises(TransitionError) as refused:
        handover.accept(by=UserFactory())
    assert refused.value.code == "one_of_many"


# --- what the database refuses ----------------------------------------------------------------------------------------
def refused_by(name: str, columns: str = ""):
    """SQLite names a broken check and the columns of a broken index; PostgreSQL names both."""
    on_sqlite = f"UNIQUE constraint failed: {columns}" if columns else name
    return pytest.raises(IntegrityError, match=on_sqlite if connection.vendor == "sqlite" else name)


@pytest.mark.parametrize(
    ("status", "changes", "name"),
    [
        *(
            (status, {"consented_at": None, "contact_consented_at": None}, "nothing_offered_without_consent")
            for status in sorted(set(Handover.Status.values) - {"draft", "awaiting_consent", "withdrawn"})
        ),
        ("awaiting_consent", {"status": "offered"}, "nothing_offered_without_consent"),
        ("awaiting_consent", {"contact_consented_at": timezone.now()}, "nobody_to_call_without_who_it_is"),
        ("declined", {"reason": ""}, "decline_has_reason"),
        ("offered", {"status": "declined"}, "decline_has_reason"),
        ("done", {"outcome": ""}, "done_has_outcome"),
        ("in_progress", {"status": "done"}, "done_has_outcome"),
    ],
)
def test_the_database_refuses_what_must_never_be_true(status, changes, name):
    handover = HandoverFactory(**{status: True})
    with refused_by(name), transaction.atomic():
        Handover.objects.filter(pk=handover.pk).update(**changes)


ASKED = "prospects_handover.prospect_id, prospects_handover.firm_id"


@pytest.mark.parametrize("status", sorted(set(Handover.Status.values) - {"lapsed", "withdrawn"}))
def test_the_database_refuses_to_ask_a_firm_again(status):
    handover = HandoverFactory(**{status: True})
    with refused_by("never_asked_again", ASKED), transaction.atomic():
        HandoverFactory(prospect=handover.prospect, firm=handover.firm)


@pytest.mark.parametrize("status", ["lapsed", "withdrawn"])
def test_a_firm_that_never_answered_may_be_asked_again(status):
    handover = HandoverFactory(**{status: True})
    HandoverFactory(prospect=handover.prospect, firm=handover.firm)
    with refused_by("never_asked_again", ASKED), transaction.atomic():
        HandoverFactory(prospect=handover.prospect, firm=handover.firm)


def test_another_firm_and_another_prospect_may_be_asked():
    handover = HandoverFactory(declined=True)
    HandoverFactory(prospect=handover.prospect, firm=PartnerFirmFactory())
    HandoverFactory(prospect=ProspectFactory(qualified=True), firm=handover.firm)


# --- who sees which ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["adviser", "analyst", "manager"])
def test_staff_who_work_with_prospects_see_every_handover(who):
    for status in STATUSES:
        HandoverFactory(**{status: True})
    assert Handover.objects.visible_to(UserFactory(**{who: True})).count() == len(STATUSES)


@pytest.mark.parametrize("who", [{"communications": True}, {"steering_group": True}, {}])
def test_other_people_see_none(who):
    HandoverFactory(accepted=True)
    assert not Handover.objects.visible_to(UserFactory(**who)).exists()
    assert not Handover.objects.visible_to(AnonymousUser()).exists()


@pytest.mark.parametrize("seat", [{}, {"administrator": True}])
def test_people_of_a_firm_see_its_own_that_still_stand(seat):
    firm = PartnerFirmFactory(public=True)
    user = MembershipFactory(firm=firm, **seat).user
    mine = [HandoverFactory(firm=firm, **{status: True}) for status in STATUSES]
    HandoverFactory(accepted=True)
    standing = {one for one in mine if one.status not in ("draft", "queued", "lapsed", "withdrawn")}
    assert set(Handover.objects.visible_to(user)) == set(Handover.objects.of_firm(firm)) == standing
    assert Handover.objects.visible_to(user).count() == len(standing)


@pytest.mark.parametrize("seat", [{"liaison": True}, {"ended": True}, {"invited": True}])
def test_a_liaison_and_people_without_a_seat_see_none(seat):
    handover = HandoverFactory(accepted=True, firm=PartnerFirmFactory(public=True))
    user = UserFactory()
    MembershipFactory(firm=handover.firm, user=user, **seat)
    assert not Handover.objects.visible_to(user).exists()


def test_two_halves_of_a_right_in_different_seats_are_no_right():
    handover = HandoverFactory(accepted=True, firm=PartnerFirmFactory(public=True))
    user = UserFactory()
    MembershipFactory(firm=handover.firm, user=user, administrator=True, ended=True)
    MembershipFactory(firm=handover.firm, user=user, liaison=True)
    MembershipFactory(user=user, administrator=True)
    assert not Handover.objects.visible_to(user).exists()


@pytest.mark.parametrize("who", [{}, {"adviser": True}])
def test_who_is_locked_out_sees_none(who):
    handover = HandoverFactory(accepted=True)
    user = MembershipFactory(firm=handover.firm, user=UserFactory(locked_out=True, **who)).user
    assert not Handover.objects.visible_to(user).exists()


def test_what_waits_for_an_answer_comes_with_the_first_deadline_first():
    later = HandoverFactory(offered=True, response_days=9)
    soon = HandoverFactory(offered=True, response_days=2)
    overdue = HandoverFactory(overdue=True)
    soon.see(by=UserFactory())
    for status in ("awaiting_consent", "accepted", "declined", "lapsed"):
        HandoverFactory(**{status: True})
    assert list(Handover.objects.awaiting_answer()) == [overdue, soon, later]
    assert list(Handover.objects.overdue()) == [overdue]
    assert set(Handover.objects.overdue(later.answer_due_at)) == {overdue, soon, later}
    assert set(Handover.objects.overdue(soon.answer_due_at - timedelta(microseconds=1))) == {overdue}


def test_of_several_a_firm_sees_nothing_before_it_is_asked():
    handover = HandoverFactory(round=HandoverRoundFactory(), firm=PartnerFirmFactory())
    user = MembershipFactory(firm=handover.firm).user
    assert not Handover.objects.visible_to(user).exists()
    handover.queue()
    assert not Handover.objects.of_firm(handover.firm).exists()
    handover.offer(answer_due_at=timezone.now() + timedelta(days=3))
    assert Handover.objects.visible_to(user).get() == handover


def test_the_database_lets_one_firm_take_what_several_were_asked():
    found = HandoverRoundFactory()
    HandoverFactory(accepted=True, round=found, prospect=found.prospect)
    other = HandoverFactory(offered=True, round=found, prospect=found.prospect)
    with refused_by("one_firm_takes_a_round", "prospects_handover.round_id"), transaction.atomic():
        other.accept(by=UserFactory())
