"""Several firms asked: in turn and at once, what the clock makes up for, and how it ends."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.models import Handover, HandoverRound
from prospects.services import (
    accept_handover,
    advance_rounds,
    choose_firm,
    decline_handover,
    give_consent,
    lapse_overdue,
    refuse_consent,
    start_round,
    stop_case,
    stop_round,
    withdraw_handover,
)
from prospects.services.rounds import advance
from tests.factories import (
    AgreementFactory,
    HandoverFactory,
    HandoverRoundFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)
from tests.prospects.looking import posted

pytestmark = pytest.mark.django_db
NOON = "2026-11-26T11:00:00Z"  # a Thursday
MODES = HandoverRound.Mode.values


@pytest.fixture(autouse=True)
def noon():
    """A fixed working day."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def begin(mode: str = "in_turn", firms: int = 3, says_yes: bool = True, second=None) -> list[Handover]:
    """A round of so many firms, each with one person; the prospect said yes to all, the last one first."""
    prospect = ProspectFactory(qualified=True)
    asked = [PartnerFirmFactory() for _number in range(firms)]
    for firm in asked:
        MembershipFactory(firm=firm)
    if second is not None:
        asked[1] = second
    found = start_round(prospect, to=asked, mode=mode, by=prospect.adviser)
    handovers = list(found.handovers.order_by("position"))
    if says_yes:
        for one in handovers:
            give_consent(one)
    return again(handovers)


def again(handovers: list[Handover]) -> list[Handover]:
    """The same as stored now."""
    return [Handover.objects.get(pk=one.pk) for one in handovers]


def statuses(handovers: list[Handover]) -> list[str]:
    """How they stand now."""
    return [one.status for one in again(handovers)]


def round_of(handovers: list[Handover]) -> HandoverRound:
    """Their round as stored now."""
    return HandoverRound.objects.get(pk=handovers[0].round_id)


def person_of(handover: Handover):
    """Somebody who acts for its firm."""
    return handover.firm.memberships.get().user


# --- verbs and states ------------------------------------------------------------------------------------------------
ROUND_STATES = {
    "open": {},
    "settled": {"settled": True},
    "exhausted": {"exhausted": True},
    "stopped": {"stopped": True},
}


@pytest.mark.parametrize("status", ROUND_STATES)
@pytest.mark.parametrize(("verb", "target"), [("settle", "settled"), ("exhaust", "exhausted"), ("stop", "stopped")])
def test_every_verb_in_every_status(verb, target, status):
    found = HandoverRoundFactory(**ROUND_STATES[status])
    by = UserFactory()
    step = {"stop": lambda: found.stop(reason=" Nok. ", by=by)}.get(verb, getattr(found, verb))
    if status != "open":
        with pytest.raises(TransitionError):
            step()
        return
    step()
    found.refresh_from_db()
    assert (found.status, found.reason) == (target, "Nok." if verb == "stop" else "")
    assert found.ended_at == timezone.now()
    assert ModelLogEntry.objects.for_instance(found).get().data["to"] == target


def test_the_table_has_every_status_and_verb():
    assert set(ROUND_STATES) == set(HandoverRound.Status.values)
    assert set(HandoverRound.TRANSITIONS) == {"settle", "exhaust", "stop"}


def test_nobody_stops_without_a_reason():
    found = HandoverRoundFactory()
    with pytest.raises(TransitionError) as refused:
        stop_round(found, reason=" ", by=found.started_by)
    assert refused.value.code == "reason"


def test_a_prospect_has_one_open_round():
    found = HandoverRoundFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        HandoverRoundFactory(prospect=found.prospect)
    found.settle()
    HandoverRoundFactory(prospect=found.prospect)


# --- to begin --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("mode", MODES)
def test_the_prospect_is_asked_for_all_in_one_mail_and_no_firm_hears_of_it(mode):
    handovers = begin(mode, says_yes=False)
    assert statuses(handovers) == ["awaiting_consent"] * 3
    assert [one.position for one in handovers] == [1, 2, 3]
    assert posted("round_consent_request") == [{"round": handovers[0].round_id}]
    assert OutgoingMail.objects.count() == 1
    for one in handovers:
        assert not Handover.objects.visible_to(person_of(one)).exists()


def test_nobody_is_asked_when_one_of_them_cannot_be():
    prospect = ProspectFactory(qualified=True)
    firms = [PartnerFirmFactory(), PartnerFirmFactory(without_agreement=True)]
    with pytest.raises(TransitionError) as refused:
        start_round(prospect, to=firms, mode="in_turn", by=None)
    assert refused.value.code == "agreement"
    assert not Handover.objects.exists()
    assert not HandoverRound.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("firms", [[], [0], [0, 0], list(range(13))])
def test_several_are_two_to_twelve_different_ones(firms):
    made = [PartnerFirmFactory() for _number in range(max(firms, default=0) + 1)]
    with pytest.raises(TransitionError) as refused:
        start_round(ProspectFactory(qualified=True), to=[made[one] for one in firms], mode="in_turn", by=None)
    assert refused.value.code == "firms"


def test_only_one_round_at_a_time_and_only_a_known_way():
    handovers = begin()
    more = [PartnerFirmFactory(), PartnerFirmFactory()]
    with pytest.raises(TransitionError) as refused:
        start_round(handovers[0].prospect, to=more, mode="in_turn", by=None)
    assert refused.value.code == "busy"
    with pytest.raises(TransitionError) as refused:
        start_round(ProspectFactory(qualified=True), to=more, mode="roulette", by=None)
    assert refused.value.code == "mode"


# --- in turn ---------------------------------------------------------------------------------------------------------
def test_in_turn_only_the_first_is_asked():
    handovers = begin()
    assert statuses(handovers) == ["offered", "queued", "queued"]
    assert {letter["handover"] for letter in posted("handover_offered")} == {handovers[0].pk}
    assert not Handover.objects.visible_to(person_of(handovers[1])).exists()


def test_the_first_the_prospect_said_yes_to_does_not_wait_for_the_others():
    handovers = begin(says_yes=False)
    give_consent(handovers[1])
    give_consent(handovers[0])
    assert statuses(handovers) == ["queued", "offered", "awaiting_consent"]


@pytest.mark.parametrize(
    "step",
    [
        lambda one: decline_handover(one, reason="Fullt.", by=person_of(one)),
        lambda one: refuse_consent(one),
        lambda one: withdraw_handover(one, reason="Feil.", by=one.prospect.adviser),
    ],
    ids=["declined", "the prospect's no", "taken back"],
)
def test_when_the_first_is_out_the_next_is_asked_by_itself(step):
    handovers = begin()
    step(handovers[0])
    assert statuses(handovers)[1:] == ["offered", "queued"]
    assert {letter["handover"] for letter in posted("handover_offered")} == {handovers[0].pk, handovers[1].pk}
    assert posted("round_passed_on") == [{"handover": handovers[1].pk, "reader": handovers[0].prospect.adviser.pk}]


def test_without_an_answer_the_next_is_asked_with_days_of_its_own(noon):
    handovers = begin()
    noon.move_to(handovers[0].answer_due_at + timedelta(days=3))
    assert lapse_overdue() == 1
    assert statuses(handovers) == ["lapsed", "offered", "queued"]
    assert again(handovers)[1].answer_due_at > timezone.now()
    assert (lapse_overdue(), advance_rounds()) == (0, 0)


def test_after_weeks_without_a_clock_nobody_is_skipped(noon):
    handovers = begin()
    for number in range(3):
        noon.move_to(again(handovers)[number].answer_due_at + timedelta(days=30))
        assert lapse_overdue() == 1
    assert statuses(handovers) == ["lapsed"] * 3
    assert round_of(handovers).status == "exhausted"
    assert len(posted("handover_offered")) == 3
    assert len(posted("round_exhausted")) == 1


def test_when_nobody_is_left_the_adviser_is_told_once():
    handovers = begin(firms=2)
    for number in range(2):
        one = again(handovers)[number]
        decline_handover(one, reason="Fullt.", by=person_of(one))
    assert round_of(handovers).status == "exhausted"
    assert advance_rounds() == 0
    assert posted("round_exhausted") == [{"handover": handovers[1].pk, "reader": handovers[0].prospect.adviser.pk}]


def test_while_the_prospect_has_not_answered_nobody_is_missing():
    handovers = begin(firms=2, says_yes=False)
    give_consent(handovers[0])
    decline_handover(again(handovers)[0], reason="Fullt.", by=person_of(handovers[0]))
    assert round_of(handovers).status == "open"
    assert advance_rounds() == 0
    give_consent(handovers[1])
    assert statuses(handovers) == ["declined", "offered"]


def test_who_accepts_has_it_and_the_others_never_hear_of_it():
    handovers = begin()
    accept_handover(handovers[0], by=person_of(handovers[0]))
    assert statuses(handovers) == ["accepted", "withdrawn", "withdrawn"]
    assert round_of(handovers).status == "settled"
    assert not OutgoingMail.objects.filter(arguments__handover__in=[one.pk for one in handovers[1:]]).exists()
    assert not any(one.firm.notifications.exists() for one in handovers[1:])


def test_a_firm_whose_agreement_ended_meanwhile_is_passed_over(noon):
    firm = PartnerFirmFactory(without_agreement=True)
    MembershipFactory(firm=firm)
    AgreementFactory(firm=firm, ends_on=timezone.localdate() + timedelta(days=1))
    handovers = begin(second=firm)
    noon.shift(timedelta(days=4))
    decline_handover(handovers[0], reason="Fullt.", by=person_of(handovers[0]))
    assert statuses(handovers) == ["declined", "withdrawn", "offered"]


def test_while_the_case_rests_nobody_is_asked_and_afterwards_it_goes_on():
    handovers = begin()
    prospect = handovers[0].prospect
    stop_case(prospect, "rest", reason="Venter.", by=prospect.adviser, until=timezone.localdate() + timedelta(days=30))
    decline_handover(handovers[0], reason="Fullt.", by=person_of(handovers[0]))
    assert (statuses(handovers), advance_rounds()) == (["declined", "queued", "queued"], 0)
    prospect.resume(by=prospect.adviser)
    assert (advance_rounds(), advance_rounds()) == (1, 0)
    assert statuses(handovers) == ["declined", "offered", "queued"]


# --- at once ---------------------------------------------------------------------------------------------------------
def test_at_once_all_are_asked_and_a_yes_is_no_acceptance_yet():
    handovers = begin("at_once")
    assert statuses(handovers) == ["offered"] * 3
    for one in handovers[1:]:
        accept_handover(one, by=person_of(one))
    assert statuses(handovers) == ["offered", "interested", "interested"]
    assert not any(one.shows_identity for one in again(handovers))
    assert len(posted("handover_interested")) == 2
    assert posted("handover_accepted_prospect") == []


def test_the_adviser_chooses_one_and_the_others_are_told_kindly():
    handovers = begin("at_once")
    for one in handovers[1:]:
        accept_handover(one, by=person_of(one))
    chosen = again(handovers)[2]
    choose_firm(chosen, by=chosen.prospect.adviser)
    assert statuses(handovers) == ["withdrawn", "withdrawn", "accepted"]
    stored = again(handovers)[2]
    assert (stored.shows_contact, stored.accepted_by) == (True, person_of(stored))
    assert round_of(handovers).status == "settled"
    assert posted("handover_accepted_prospect") == [{"handover": chosen.pk}]
    told = {one.firm: [notice.kind for notice in person_of(one).notifications.all()] for one in handovers}
    assert [kinds.count("handover_not_chosen") for kinds in told.values()] == [1, 1, 0]
    assert [kinds.count("handover_chosen") for kinds in told.values()] == [0, 0, 1]
    with pytest.raises(TransitionError):
        choose_firm(again(handovers)[1], by=None)


@pytest.mark.parametrize("status", ["offered", "declined", "withdrawn"])
def test_only_who_said_yes_can_be_chosen(status):
    handovers = begin("at_once")
    if status == "declined":
        decline_handover(handovers[0], reason="Fullt.", by=person_of(handovers[0]))
    if status == "withdrawn":
        refuse_consent(handovers[0])
    with pytest.raises(TransitionError):
        choose_firm(again(handovers)[0], by=None)
    assert round_of(handovers).status == "open"


def test_after_the_deadline_the_clock_chooses_the_first_in_order(noon):
    handovers = begin("at_once")
    for one in reversed(handovers[1:]):
        accept_handover(one, by=person_of(one))
    assert advance_rounds() == 0
    noon.move_to(handovers[0].answer_due_at + timedelta(days=3))
    assert lapse_overdue() == 1
    assert statuses(handovers) == ["lapsed", "accepted", "withdrawn"]
    assert (lapse_overdue(), advance_rounds()) == (0, 0)
    assert round_of(handovers).status == "settled"


def test_when_all_have_answered_the_adviser_has_until_the_deadline_to_choose(noon):
    handovers = begin("at_once", firms=2)
    for one in handovers:
        accept_handover(one, by=person_of(one))
    assert advance_rounds() == 0
    noon.move_to(handovers[0].answer_due_at)
    assert (advance_rounds(), advance_rounds()) == (1, 0)
    assert statuses(handovers) == ["accepted", "withdrawn"]


def test_when_all_decline_the_adviser_is_told():
    handovers = begin("at_once", firms=2)
    for one in handovers:
        decline_handover(one, reason="Fullt.", by=person_of(one))
    assert round_of(handovers).status == "exhausted"
    assert len(posted("round_exhausted")) == 1


def test_who_said_yes_may_still_say_no():
    handovers = begin("at_once", firms=2)
    accept_handover(handovers[0], by=person_of(handovers[0]))
    decline_handover(again(handovers)[0], reason="Syk.", by=person_of(handovers[0]))
    assert statuses(handovers) == ["declined", "offered"]


# --- the end ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("mode", MODES)
def test_stopping_withdraws_what_is_under_way(mode):
    handovers = begin(mode)
    decline_handover(handovers[0], reason="Fullt.", by=person_of(handovers[0]))
    stop_round(round_of(handovers), reason="Nok.", by=handovers[0].prospect.adviser)
    assert statuses(handovers) == ["declined", "withdrawn", "withdrawn"]
    assert (round_of(handovers).status, advance_rounds()) == ("stopped", 0)


@pytest.mark.parametrize("mode", MODES)
def test_a_case_that_ends_ends_its_round_and_its_drafts(mode):
    handovers = begin(mode)
    prospect = handovers[0].prospect
    draft = HandoverFactory(draft=True, prospect=prospect)
    stop_case(prospect, "lose", reason="Valgte Moss.", by=prospect.adviser)
    assert statuses(handovers) == ["withdrawn"] * 3
    assert round_of(handovers).status == "stopped"
    assert not Handover.objects.filter(pk=draft.pk).exists()


def test_a_round_that_has_ended_is_not_moved():
    for status in ("settled", "exhausted", "stopped"):
        found = HandoverRoundFactory(**{status: True})
        assert advance(found.pk) == ""
