"""Several firms asked and several at work at the same moment: one wins. With a control that shows a race is seen."""

import threading

import pytest
from django.utils import timezone

from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.models import Handover, HandoverRound
from prospects.services import accept_handover, choose_firm, give_consent, refuse_consent, see_handover, start_round
from prospects.services.rounds import advance
from tests.factories import MembershipFactory, PartnerFirmFactory, ProspectFactory, UserFactory
from tests.prospects.test_races import PATIENCE, offers, race, winners

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 10


def firms(number: int = 3) -> list:
    """So many firms, each with one person."""
    made = [PartnerFirmFactory() for _each in range(number)]
    for firm in made:
        MembershipFactory(firm=firm)
    return made


def begin(mode: str, asked: list, says_yes: bool = True) -> list[Handover]:
    """A round; the prospect said yes to all."""
    found = start_round(ProspectFactory(qualified=True), to=asked, mode=mode, by=None)
    handovers = list(found.handovers.order_by("position"))
    for one in handovers if says_yes else ():
        give_consent(one)
    return [Handover.objects.get(pk=one.pk) for one in handovers]


def statuses(handovers: list[Handover]) -> list[str]:
    """How they stand now."""
    return [Handover.objects.get(pk=one.pk).status for one in handovers]


def stuck(asked: list) -> list[Handover]:
    """A round in turn whose first has declined, and nobody has moved it on yet."""
    handovers = begin("in_turn", asked)
    handovers[0].decline(reason="Fullt.", by=asked[0].memberships.get().user)
    return handovers


def test_two_workers_who_move_one_round_on_ask_one_firm():
    asked = firms()
    for _round in range(ROUNDS):
        handovers = stuck(asked)
        pk = handovers[0].round_id
        told = race(lambda pk=pk: advance(pk), lambda pk=pk: advance(pk))
        assert sorted(told) == ["", "asked"]
        assert statuses(handovers) == ["declined", "offered", "queued"]
        assert OutgoingMail.objects.filter(kind="handover_offered", arguments__handover=handovers[1].pk).count() == 1


def test_the_harness_sees_two_workers_where_nothing_holds_the_round():
    """The control: look who is next, then ask; without taking the round first a yes in between makes it two."""
    asked, both = firms(), 0
    for _round in range(3):
        handovers = begin("in_turn", asked, says_yes=False)
        handovers[1].queue()
        looked = threading.Barrier(2)

        def naive(first: Handover, looked=looked):
            mine = list(Handover.objects.filter(round=first.round_id).order_by("position"))
            if any(one.status in Handover.UNANSWERED for one in mine):
                raise TransitionError("somebody is asked")
            looked.wait(PATIENCE)
            Handover.objects.get(pk=first.pk).offer(answer_due_at=timezone.now())
            return "done"

        handovers[0].queue()
        told = race(*(lambda one=one: naive(one) for one in handovers[:2]))
        both += len(winners(told)) == 2
    assert both >= 1


def test_two_yeses_of_the_prospect_at_once_ask_one_firm():
    asked = firms(2)
    for _round in range(ROUNDS):
        handovers = begin("in_turn", asked, says_yes=False)

        def consenting(one: Handover):
            mine = Handover.objects.get(pk=one.pk)

            def step():
                give_consent(mine)
                return "done"

            return step

        assert len(winners(race(*map(consenting, handovers)))) == 2
        assert sorted(statuses(handovers)) == ["offered", "queued"]


def test_of_two_who_choose_at_once_one_wins_and_one_firm_has_it():
    asked = firms()
    for _round in range(ROUNDS):
        handovers = begin("at_once", asked)
        for one in handovers:
            accept_handover(one, by=one.firm.memberships.get().user)

        def choosing(one: Handover):
            mine, by = Handover.objects.get(pk=one.pk), UserFactory(adviser=True)

            def step():
                choose_firm(mine, by=by)
                return "done"

            return step

        told = race(*map(choosing, handovers[:2]))
        [winner] = winners(told)
        assert statuses(handovers)[winner] == "accepted"
        assert sorted(statuses(handovers)) == ["accepted", "withdrawn", "withdrawn"]
        assert HandoverRound.objects.get(pk=handovers[0].round_id).status == "settled"


def test_in_a_round_accepting_and_the_prospect_s_no_never_both_happen():
    asked = firms(2)
    for _round in range(ROUNDS):
        handovers = begin("in_turn", asked)
        person = asked[0].memberships.get().user
        one, other = (Handover.objects.get(pk=handovers[0].pk) for _each in range(2))

        def accepting(one=one, person=person):
            accept_handover(one, by=person)
            return "done"

        def refusing(other=other):
            refuse_consent(other)
            return "done"

        [winner] = winners(race(accepting, refusing))
        assert statuses(handovers) == [["accepted", "withdrawn"], ["withdrawn", "offered"]][winner]


def test_a_colleague_who_opens_it_at_that_moment_stops_no_yes():
    handovers, people = offers(ROUNDS)
    for handover in handovers:
        mine, theirs = (Handover.objects.get(pk=handover.pk) for _each in range(2))

        def accepting(mine=mine):
            accept_handover(mine, by=people[0])
            return "done"

        def opening(theirs=theirs):
            see_handover(theirs, by=people[1])
            return "done"

        assert len(winners(race(accepting, opening))) == 2
        assert statuses([handover]) == ["accepted"]
