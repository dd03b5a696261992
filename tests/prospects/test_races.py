"""Two people at the same moment: one wins and the other is told. With a control that shows the harness sees a race."""

import threading
import uuid

import pytest
from django.db import connection
from django.utils import timezone

from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.forms import InterestFormForm
from prospects.models import Contact, Handover, InterestForm, Prospect
from prospects.services import accept_handover, give_consent, hand_over, receive_interest, refuse_consent
from tests.factories import (
    HandoverFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
    typed_interest,
)

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 30
PATIENCE = 60


def race(*steps):
    """Start every step in a thread and on a connection of its own, all at once; what each returned or raised."""
    told: list = [None] * len(steps)
    start = threading.Barrier(len(steps))

    def run(number, step):
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            told[number] = step()
        except Exception as error:
            told[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive(), "a step hangs"
    return told


def winners(told: list) -> list[int]:
    """Whose step was done; every other one must have been refused in words, not by an error of the server."""
    for one in told:
        assert one == "done" or type(one) is TransitionError, repr(one)
    return [number for number, one in enumerate(told) if one == "done"]


def offers(count: int) -> tuple[list[Handover], list]:
    """So many offers to one firm, and its two people."""
    firm = PartnerFirmFactory()
    adviser = UserFactory(adviser=True)
    prospects = [ProspectFactory(qualified=True, adviser=adviser) for _number in range(count)]
    people = [
        MembershipFactory(firm=firm, user=UserFactory(first_name=name, last_name="Rask")).user
        for name in ("Åse", "Per")
    ]
    return [HandoverFactory(prospect=prospect, firm=firm, offered=True) for prospect in prospects], people


def accepting(handover: Handover, by):
    """The step of a member who has the page open and presses Accept."""
    mine = Handover.objects.get(pk=handover.pk)

    def step():
        accept_handover(mine, by=by)
        return "done"

    return step


def test_of_two_members_who_accept_at_once_one_wins_and_the_other_learns_who():
    handovers, people = offers(ROUNDS)
    for handover in handovers:
        told = race(*(accepting(handover, person) for person in people))
        [winner] = winners(told)
        handover.refresh_from_db()
        assert handover.accepted_by == people[winner]
        assert str(people[winner]) in told[1 - winner].messages[0]
        assert told[1 - winner].code == "overtaken"
    assert OutgoingMail.objects.filter(kind="handover_accepted_prospect").count() == ROUNDS


def test_the_harness_sees_a_race_where_there_is_one():
    """The control: read, check, save, as one writes it without thinking, lets both win."""
    handovers, people = offers(3)
    both = 0
    for handover in handovers:
        looked = threading.Barrier(2)

        def naive(person, handover=handover, looked=looked):
            mine = Handover.objects.get(pk=handover.pk)
            if mine.status != "offered":
                raise TransitionError("too late")
            looked.wait(PATIENCE)
            mine.status, mine.accepted_by, mine.accepted_at = "accepted", person, timezone.now()
            mine.save()
            return "done"

        told = race(*(lambda person=person: naive(person) for person in people))
        both += len(winners(told)) == 2
    assert both >= 1


def test_accepting_and_taking_the_offer_back_never_both_happen():
    handovers, people = offers(10)

    def withdrawing(handover: Handover):
        mine = Handover.objects.get(pk=handover.pk)

        def step():
            mine.withdraw(reason="Feil firma.", by=mine.handed_over_by)
            return "done"

        return step

    for handover in handovers:
        told = race(accepting(handover, people[0]), withdrawing(handover))
        after = Handover.objects.get(pk=handover.pk)
        # The slower one had read "offered", so what it does to "accepted" is refused.
        [winner] = winners(told)
        assert after.status == ("accepted", "withdrawn")[winner]
        assert after.shows_identity is (winner == 0)


def test_accepting_and_the_prospect_s_no_never_both_happen():
    handovers, people = offers(10)

    def refusing(handover: Handover):
        mine = Handover.objects.get(pk=handover.pk)

        def step():
            refuse_consent(mine)
            return "done"

        return step

    for handover in handovers:
        told = race(accepting(handover, people[0]), refusing(handover))
        [winner] = winners(told)
        after = Handover.objects.get(pk=handover.pk)
        assert after.status == ("accepted", "withdrawn")[winner]
        assert (after.consent_withdrawn_at is None) is (winner == 0)
        assert after.shows_identity is (winner == 0)
        accepted = OutgoingMail.objects.filter(kind="handover_accepted_prospect", arguments={"handover": handover.pk})
        assert accepted.exists() is (winner == 0)


def test_a_yes_pressed_twice_tells_the_firm_once():
    firm = PartnerFirmFactory()
    MembershipFactory(firm=firm)
    for _round in range(10):
        handover = HandoverFactory(firm=firm)

        def consenting(handover=handover):
            mine = Handover.objects.get(pk=handover.pk)

            def step():
                give_consent(mine)
                return "done"

            return step

        assert len(winners(race(consenting(), consenting()))) == 1
        told = OutgoingMail.objects.filter(kind="handover_offered", arguments__handover=handover.pk)
        assert told.count() == 1


def test_one_firm_is_asked_once_by_two_advisers_at_once():
    firm = PartnerFirmFactory()
    for _round in range(10):
        prospect = ProspectFactory(qualified=True)

        def handing_over(prospect=prospect):
            mine = Prospect.objects.get(pk=prospect.pk)

            def step():
                hand_over(mine, to=firm, by=None)
                return "done"

            return step

        told = race(handing_over(), handing_over())
        [winner] = winners(told)
        assert told[1 - winner].code == "asked"
        assert Handover.objects.filter(prospect=prospect).count() == 1
    assert OutgoingMail.objects.filter(kind="consent_request").count() == 10


def test_the_same_form_through_several_processes_at_once_is_stored_once():
    UserFactory(adviser=True)
    for _round in range(5):
        submission = uuid.uuid4()
        form = InterestFormForm(typed_interest(submission=str(submission), consents_to_email="on"))
        assert form.is_valid()
        wordings = form.wordings()

        def sending(answers=form.cleaned_data, submission=submission, wordings=wordings):
            return receive_interest(answers, submission=submission, wordings=wordings).pk

        told = race(*[sending] * 4)
        stored = InterestForm.objects.get(submission=submission)
        assert told == [stored.pk] * 4
    assert InterestForm.objects.count() == Prospect.objects.count() == Contact.objects.count() == 5
    assert OutgoingMail.objects.filter(kind="interest_receipt").count() == 5
    assert OutgoingMail.objects.filter(kind="new_prospect").count() == 5
