"""Requests to the municipality: every step from every status, the clock, who reads what, and the prospect's yes."""

from contextlib import contextmanager
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from common.clock import OSLO, add_working_days, add_working_hours
from common.mail import _builders
from common.workflow import TransitionError
from partners.models import Notification
from partners.services import say, still_meant
from prospects.clocks import record, running
from prospects.models import ClockNotice, MunicipalRequest, Prospect, RequestWord
from prospects.services import (
    answer_identity,
    answer_request,
    ask_back,
    ask_municipality,
    explain_request,
    request_tone,
    stop_case,
    tell_of_clocks,
    withdraw_request,
)
from tests.common.properties import examples
from tests.factories import (
    MembershipFactory,
    MunicipalRequestFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)  # a Tuesday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
VERBS = {
    "answer": (("asked",), lambda one, by: answer_request(one, text="Åtte uker.", by=by)),
    "ask_back": (("asked",), lambda one, by: ask_back(one, text="Hvor stort?", by=by)),
    "explain": (("returned",), lambda one, by: explain_request(one, text="400 kvadratmeter.", by=by)),
    "withdraw": (("asked", "returned"), lambda one, by: withdraw_request(one, reason="Ikke nå.", by=by)),
}


@contextmanager
def refused(code: str):
    """What is done inside is refused, for that reason."""
    with pytest.raises(TransitionError) as caught:
        yield
    assert caught.value.code == code


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def town():
    """The municipality with a liaison, and two who are none."""
    firm = PartnerFirmFactory(owner=True)
    MembershipFactory(firm=firm)
    MembershipFactory(firm=firm, administrator=True)
    firm.liaison = MembershipFactory(firm=firm, liaison=True).user
    return firm


@pytest.fixture
def adviser():
    return UserFactory(adviser=True)


@pytest.fixture
def case(adviser):
    return ProspectFactory(qualified=True, adviser=adviser, company_name="Måkeskrik Seil AS", answer_due_at=None)


def ask(case, town, adviser, **more) -> MunicipalRequest:
    asked = {"kind": "permit", "question": "Hvor lang tid tar en tillatelse?", **more}
    return ask_municipality(case, to=town, by=adviser, **asked)


@pytest.mark.parametrize("status", MunicipalRequest.Status.values)
@pytest.mark.parametrize("verb", VERBS)
def test_each_step_is_taken_from_where_it_may_and_nowhere_else(verb, status, adviser):
    one = MunicipalRequestFactory(**({} if status == "asked" else {status: True}))
    sources, act = VERBS[verb]
    if status in sources:
        act(one, adviser)
        stored = MunicipalRequest.objects.get(pk=one.pk)
        assert stored.status == MunicipalRequest.TRANSITIONS[verb].target
        assert actions(one)[-1] == MunicipalRequest.TRANSITIONS[verb].action
    else:
        with pytest.raises(TransitionError):
            act(one, adviser)
        assert MunicipalRequest.objects.get(pk=one.pk).status == status


def test_of_two_liaisons_one_answers(adviser):
    one = MunicipalRequestFactory()
    again = MunicipalRequest.objects.get(pk=one.pk)
    answer_request(one, text="Ja.", by=adviser)
    with pytest.raises(TransitionError):
        answer_request(again, text="Nei.", by=adviser)
    assert MunicipalRequest.objects.get(pk=one.pk).answer_text == "Ja."


# --- asking -----------------------------------------------------------------------------------------------------------
def test_only_the_liaisons_are_told_and_no_name_is_in_it(case, town, adviser):
    one = ask(case, town, adviser)
    told = Notification.objects.get()
    assert told.user == town.liaison
    said = say(told)
    assert case.reference in said.subject
    assert "Måkeskrik" not in str(said)
    assert said.path == f"/portal/henvendelser/{one.pk}/"
    assert one.due_at == add_working_days(NOON, 5)


@pytest.mark.parametrize(
    "text", ["Når kan Måkeskrik Seil bygge?", "Ring Ingrid Solbakken.", "måkeskrik seil as", "{number}"]
)
def test_a_question_that_tells_who_it_is_is_refused(text, case, town, adviser):
    with refused("names"):
        ask(case, town, adviser, question=text.format(number=case.organisation_number))
    one = MunicipalRequestFactory(prospect=case, returned=True)
    with refused("names"):
        explain_request(one, text=text.format(number=case.organisation_number), by=adviser)
    assert MunicipalRequest.objects.get(pk=one.pk).status == "returned"


def test_who_has_nobody_to_answer_is_not_asked(case, adviser):
    for firm in (PartnerFirmFactory(public=True), MembershipFactory().firm):
        with refused("liaison"):
            ask(case, firm, adviser)
    with pytest.raises(TransitionError):
        ask(ProspectFactory(lost=True), MembershipFactory(firm__public=True, liaison=True).firm, adviser)
    assert not MunicipalRequest.objects.exists()


@pytest.mark.parametrize("how", ["lose", "withdraw"])
def test_with_the_case_its_requests_end(how, case, town, adviser):
    one, done = ask(case, town, adviser), MunicipalRequestFactory(prospect=case, answered=True)
    stop_case(case, how, reason="Måkeskrik Seil valgte Moss.", by=adviser)
    one.refresh_from_db()
    done.refresh_from_db()
    assert (one.status, done.status) == ("withdrawn", "answered")
    assert "Måkeskrik" not in one.reason


# --- the thread -------------------------------------------------------------------------------------------------------
def test_asked_back_the_time_stands_still_and_begins_anew_with_the_explanation(case, town, adviser):
    one = ask(case, town, adviser)
    ask_back(one, text="Hvor stort?", by=town.liaison)
    assert request_tone(one, NOON + 99 * DAY) == ""
    assert posted("request_returned") == [{"request": one.pk, "reader": adviser.pk}]
    assert running(adviser) == []
    with time_machine.travel(NOON + 2 * DAY, tick=False):
        explain_request(one, text="400 kvadratmeter.", by=adviser)
    assert one.due_at == add_working_days(NOON + 2 * DAY, 5)
    assert [(word.side, word.text) for word in one.words.all()] == [
        ("municipality", "Hvor stort?"),
        ("programme", "400 kvadratmeter."),
    ]


def test_who_asks_back_too_late_stays_late(case, town, adviser):
    one = ask(case, town, adviser)
    due = one.due_at
    with time_machine.travel(due + DAY, tick=False):
        ask_back(one, text="Hvor stort?", by=town.liaison)
        explain_request(one, text="400 kvadratmeter.", by=adviser)
    assert one.due_at == due


def test_the_adviser_is_told_of_the_answer(case, town, adviser):
    one = ask(case, town, adviser)
    answer_request(one, text="Åtte uker.", shared="Regn med åtte uker.", by=town.liaison)
    assert posted("request_answered") == [{"request": one.pk, "reader": adviser.pk}]
    built = _builders["request_answered"](request=one.pk, reader=adviser.pk)
    assert built.to == adviser.email
    assert built.action[1].endswith(f"/{case.pk}/#requests")
    assert (one.ended_by, one.ended_at) == (town.liaison, NOON)


# --- the clock --------------------------------------------------------------------------------------------------------
def test_it_runs_among_the_clocks_of_the_case(case, town, adviser):
    one = ask(case, town, adviser)
    (clock,) = running(adviser, mine=True)
    assert (clock.kind, clock.subject, clock.due_at, clock.who) == ("municipal", one.pk, one.due_at, (town,))
    assert running(UserFactory(adviser=True), mine=True) == []
    assert running(UserFactory(communications=True)) == []


def test_the_liaison_is_reminded_and_the_adviser_and_the_manager_hear_when_it_breaks(case, town, adviser):
    manager = UserFactory(manager=True)
    one = ask(case, town, adviser)
    before = Notification.objects.count()
    with time_machine.travel(one.due_at - 3 * HOUR, tick=False):
        assert tell_of_clocks() == 1
        assert tell_of_clocks() == 0
        assert posted("clocks_due") == []
    assert Notification.objects.latest("pk").kind == "request_reminder"
    with time_machine.travel(add_working_hours(one.due_at, 1), tick=False):
        assert tell_of_clocks() == 1
        assert tell_of_clocks() == 0
        letters = posted("clocks_due")
        assert {mail["reader"] for mail in letters} == {adviser.pk, manager.pk}
        built = _builders["clocks_due"](**letters[0])
        assert built.facts[0][0] == str(case)
        answer_request(one, text="Nå.", by=town.liaison)
        assert _builders["clocks_due"](**letters[0]) is None
    assert Notification.objects.count() == before + 2
    assert set(ClockNotice.objects.values_list("kind", "level")) == {
        ("municipal", "warned"),
        ("municipal", "escalated"),
    }


def test_what_was_answered_is_told_of_no_more(case, town, adviser):
    one = ask(case, town, adviser)
    told = list(Notification.objects.all())
    assert still_meant(told) == told
    answer_request(one, text="Ja.", by=town.liaison)
    assert still_meant(told) == []


def test_how_requests_were_kept():
    week_ago = NOON - 7 * DAY
    made = {"asked_at": week_ago, "due_at": NOON - DAY}

    def ended(at, **more):
        one = MunicipalRequestFactory(**made)
        with time_machine.travel(at, tick=False):
            VERBS[more.pop("verb", "answer")][1](one, None)

    ended(week_ago + 8 * HOUR)  # in time: eight hours on the clock, of which the office is open four
    ended(NOON - HOUR)  # too late
    MunicipalRequestFactory(**made)  # not at all
    ended(week_ago + DAY, verb="withdraw")  # broke nothing
    ended(NOON - HOUR, verb="withdraw")  # was late before that
    ended(week_ago + DAY, verb="ask_back")  # waits for us
    ended(NOON - HOUR, verb="ask_back")  # was late before that
    MunicipalRequestFactory(asked_at=week_ago, due_at=NOON + DAY)  # not due yet
    kept = {one.kind: one for one in record(NOON - 30 * DAY, NOON)}["municipal"]
    assert (kept.due, kept.kept, kept.share) == (5, 1, 20)
    assert kept.median_hours == Decimal("21.5")


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 200)), max_size=8))
@examples(25)
def test_the_sums_agree_with_what_happened(rows):
    MunicipalRequest.objects.all().delete()
    case, town = ProspectFactory(), PartnerFirmFactory(public=True)
    began = NOON - 60 * DAY
    for due, took in rows:
        one = MunicipalRequestFactory(
            prospect=case, municipality=town, asked_at=began, due_at=began + due * HOUR, asked_by=None
        )
        one.answer(text="Ja.", by=None, at=began + took * HOUR)
    kept = {one.kind: one for one in record(began, NOON)}["municipal"]
    assert kept.due == len(rows)
    assert kept.kept == sum(took <= due for due, took in rows)
    assert (kept.median_hours is None) == (not rows)


# --- who reads it -----------------------------------------------------------------------------------------------------
def test_only_the_liaison_of_that_municipality_and_staff_see_it(town):
    one = MunicipalRequestFactory(municipality=town)

    def sees(who) -> bool:
        return MunicipalRequest.objects.visible_to(who).filter(pk=one.pk).exists()

    assert sees(MembershipFactory(firm=town, liaison=True))
    assert not sees(MembershipFactory(firm=town, liaison=True, ended=True))
    assert not sees(MembershipFactory(firm=town, administrator=True))
    assert not sees(MembershipFactory(firm=PartnerFirmFactory(public=True), liaison=True))
    assert not sees(MembershipFactory(liaison=True))
    assert [sees(UserFactory(**{role: True})) for role in ("adviser", "analyst", "manager")] == [True] * 3
    assert [sees(UserFactory(**{role: True})) for role in ("communications", "steering_group")] == [False] * 2


# --- the prospect's yes -----------------------------------------------------------------------------------------------
def test_the_name_is_told_on_the_prospects_own_yes_and_no_longer_when_it_is_taken_back(case, town, adviser):
    one = ask(case, town, adviser, asks_identity=True)
    assert (one.wants_yes, one.discloses) == (True, False)
    built = _builders["request_identity"](request=one.pk)
    assert built.to == case.main_contact.email
    answer_identity(one, is_yes=True)
    assert (one.wants_yes, one.discloses) == (False, True)
    assert _builders["request_identity"](request=one.pk) is None
    assert Notification.objects.latest("pk").kind == "request_identity"
    with pytest.raises(TransitionError):
        answer_identity(one, is_yes=True)
    answer_identity(one, is_yes=False)
    assert (one.wants_yes, one.discloses) == (False, False)
    for again in (True, False):
        with pytest.raises(TransitionError):
            answer_identity(one, is_yes=again)
    assert actions(one)[-2:] == ["prospects.request_identity_yes", "prospects.request_identity_no"]


def test_a_yes_nobody_asked_for_and_one_after_it_was_taken_back_count_nothing(case, town, adviser):
    with pytest.raises(TransitionError):
        answer_identity(ask(case, town, adviser), is_yes=True)
    one = ask(case, town, adviser, asks_identity=True)
    answer_identity(one, is_yes=True)
    withdraw_request(one, reason="Ikke nå.", by=adviser)
    assert not one.discloses
    assert not MunicipalRequest.objects.filter(prospect=case).for_prospect().exists()


def test_without_a_person_there_is_nobody_to_ask(town, adviser):
    case = ProspectFactory(contact=None)
    with refused("contact"):
        ask(case, town, adviser, asks_identity=True)


def test_a_case_that_is_forgotten_leaves_no_words_of_it(case, town, adviser):
    from prospects.services import forget_due

    one = MunicipalRequestFactory(prospect=case, returned=True)
    with time_machine.travel(NOON + 900 * DAY, tick=False):
        assert forget_due() == 1
    assert MunicipalRequest.objects.get(pk=one.pk).question == ""
    assert not RequestWord.objects.exists()
    assert Prospect.objects.filter(pk=case.pk).exists()
