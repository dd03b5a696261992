"""The pages of suggestions, rounds and drafts in a case, and what the prospect and the firm press."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prospects.models import Handover, HandoverRound, MatchWeight, PrivateLink
from prospects.services import give_consent
from tests.factories import (
    CompetenceFactory,
    DisclosureFactory,
    HandoverFactory,
    HandoverRoundFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
)
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser():
    """An adviser who is logged in."""
    return as_(adviser=True)


@pytest.fixture
def prospect():
    """A qualified case, and three firms that may be asked."""
    for name in ("Anker AS", "Bolt AS", "Clips AS"):
        MembershipFactory(firm=PartnerFirmFactory(name=name))
    return ProspectFactory(qualified=True)


def page(name: str, prospect, **more) -> str:
    """The address of what is done in a case."""
    return reverse(f"prospects:{name}", kwargs={"pk": prospect.pk, **more})


def chosen(prospect, *names: str, **typed) -> dict:
    """What is typed to ask these firms in this order."""
    from partners.models import PartnerFirm

    places = {f"place_{PartnerFirm.objects.get(name=name).pk}": place for place, name in enumerate(names, 1)}
    return {"mode": "in_turn", **places, **typed}


# --- the case --------------------------------------------------------------------------------------------------------
def test_the_case_shows_who_suits_best_and_why(adviser, prospect):
    text = adviser.get(page("case", prospect)).content.decode()
    for name in ("Anker AS", "Bolt AS", "Clips AS"):
        assert name in text
    assert page("several", prospect) in text


def test_the_analyst_sees_the_suggestions_and_asks_nobody(prospect):
    analyst = as_(analyst=True)
    text = analyst.get(page("case", prospect)).content.decode()
    assert "Anker AS" in text
    assert page("several", prospect) not in text
    assert analyst.post(page("several", prospect), chosen(prospect, "Anker AS", "Bolt AS")).status_code == 403


def test_a_new_case_suggests_nobody(adviser, prospect):
    response = adviser.get(page("case", ProspectFactory()))
    assert "suggestions" not in response.context


def test_the_case_costs_the_same_with_many_firms_and_handovers(adviser, prospect):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert adviser.get(page("case", prospect)).status_code == 200
        return len(asked)

    def more(number: int) -> None:
        for _each in range(number):
            firm = PartnerFirmFactory()
            firm.competences.set([CompetenceFactory()])
            DisclosureFactory(handover=HandoverFactory(prospect=prospect, accepted=True))

    more(1)
    few = cost()
    more(5)
    assert cost() == few


# --- asking several --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("mode", HandoverRound.Mode.values)
def test_several_are_asked_in_the_order_that_was_typed(mode, adviser, prospect):
    typed = chosen(prospect, "Clips AS", "Anker AS", mode=mode, message="Dere kan dette.", response_days="4")
    assert adviser.post(page("several", prospect), typed).status_code == 302
    made = list(Handover.objects.order_by("position"))
    assert [one.firm.name for one in made] == ["Clips AS", "Anker AS"]
    assert {(one.message, one.response_days, one.handed_over_by) for one in made} == {
        ("Dere kan dette.", 4, adviser.user)
    }
    assert HandoverRound.objects.get().mode == mode
    assert "prospects.round_started" in actions(prospect)


@pytest.mark.parametrize(
    "change",
    [
        {"mode": ""},
        {"mode": "roulette"},
        {"response_days": "0"},
        {"response_days": "x"},
        {"message": "Bare mellom oss: {company}"},
        {"message": "x" * 1001},
        {"places": "0"},
        {"places": "\x00"},
        {"places": "9" * 40},
        {"places": ""},
    ],
)
def test_what_is_not_right_keeps_what_was_typed_and_asks_nobody(change, adviser, prospect):
    typed = chosen(prospect, "Clips AS", "Anker AS", message="Dere kan dette.")
    if "places" in change:
        typed |= {name: change["places"] for name in typed if name.startswith("place_")}
    typed |= {name: value.format(company=prospect.company_name) for name, value in change.items() if name != "places"}
    response = adviser.post(page("several", prospect), typed)
    assert response.status_code == 422
    assert typed["message"][:40] in response.content.decode()
    assert not Handover.objects.exists()
    assert not HandoverRound.objects.exists()


def test_while_several_are_asked_the_case_says_so_and_lets_stop(adviser, prospect):
    adviser.post(page("several", prospect), chosen(prospect, "Clips AS", "Anker AS"))
    found = HandoverRound.objects.get()
    stop = page("stop_round", prospect, round_pk=found.pk)
    assert stop in adviser.get(page("case", prospect)).content.decode()
    assert adviser.post(stop, {"reason": " "}).status_code == 422
    assert adviser.post(stop, {"reason": "Nok."}).status_code == 302
    found.refresh_from_db()
    assert (found.status, found.reason) == ("stopped", "Nok.")
    assert adviser.post(stop, {"reason": "Nok en gang."}).status_code == 302  # refused in words


def test_a_round_of_another_case_is_not_there(adviser, prospect):
    other = HandoverRoundFactory()
    assert adviser.post(page("stop_round", prospect, round_pk=other.pk), {"reason": "x"}).status_code == 404


def test_one_of_those_who_say_yes_is_chosen(adviser, prospect):
    one = HandoverFactory(interested=True, prospect=prospect)
    choose = page("choose_firm", prospect, handover_pk=one.pk)
    assert choose in adviser.get(page("case", prospect)).content.decode()
    assert adviser.post(choose).status_code == 302
    one.refresh_from_db()
    assert (one.status, one.round.status) == ("accepted", "settled")


# --- drafts ----------------------------------------------------------------------------------------------------------
def test_a_draft_tells_nobody_until_the_prospect_is_asked(adviser, prospect):
    firm = PartnerFirmFactory(name="Dorull AS")
    seat = MembershipFactory(firm=firm)
    adviser.post(page("hand_over", prospect), {"firm": firm.pk, "message": "Dere kan dette.", "draft": "1"})
    draft = Handover.objects.get()
    assert (draft.status, posted("consent_request")) == ("draft", [])
    assert not Handover.objects.visible_to(seat.user).exists()
    private = Client().get(f"/en/mitt/{PrivateLink.issue(prospect)}/").content.decode()
    assert "Dorull AS" not in private
    adviser.post(page("ask_prospect", prospect, handover_pk=draft.pk))
    draft.refresh_from_db()
    assert (draft.status, posted("consent_request")) == ("awaiting_consent", [{"handover": draft.pk}])


def test_a_draft_is_thrown_away_only_while_it_is_one(adviser, prospect):
    draft, asked = HandoverFactory(prospect=prospect, draft=True), HandoverFactory(prospect=prospect)
    for one in (draft, asked):
        adviser.post(page("discard_draft", prospect, handover_pk=one.pk))
    assert list(Handover.objects.all()) == [asked]
    assert "prospects.handover_discarded" in actions(prospect)


@pytest.mark.parametrize("name", ["choose_firm", "ask_prospect", "discard_draft"])
def test_a_handover_of_another_case_is_not_there(name, adviser, prospect):
    other = HandoverFactory(draft=True)
    assert adviser.post(page(name, prospect, handover_pk=other.pk)).status_code == 404


# --- what they need help with, and the weights -----------------------------------------------------------------------
def test_what_they_need_help_with_is_written_down(adviser, prospect):
    wanted, retired = CompetenceFactory(), CompetenceFactory(is_retired=True)
    assert adviser.post(page("help_wanted", prospect), {"wants_help_with": [retired.pk]}).status_code == 422
    assert adviser.post(page("help_wanted", prospect), {"wants_help_with": ["x"]}).status_code == 422
    assert adviser.post(page("help_wanted", prospect), {"wants_help_with": [wanted.pk]}).status_code == 302
    assert list(prospect.wants_help_with.all()) == [wanted]
    assert "prospects.help_changed" in actions(prospect)


def test_a_suggestion_leads_to_the_form_for_one(adviser, prospect):
    firm = PartnerFirmFactory()
    response = adviser.get(page("case", prospect), {"firma": str(firm.pk)})
    assert response.context["hand_over_form"].initial["firm"] == str(firm.pk)
    for nonsense in ("x", "9" * 30, "%00"):
        assert adviser.get(page("case", prospect), {"firma": nonsense}).status_code == 200


def test_the_weights_are_the_managers_and_everybody_sees_them(adviser):
    weights = reverse("prospects:match_weights")
    typed = dict.fromkeys(MatchWeight.Quality.values, 0)
    assert adviser.get(weights).status_code == 200
    assert adviser.post(weights, {**typed, "tier": 3}).status_code == 403
    manager = as_(manager=True)
    for wrong in ({}, {"tier": 11}, {"tier": "x"}):
        assert manager.post(weights, {**typed, **wrong}).status_code == 422
    assert manager.post(weights, {**typed, "tier": 3}).status_code == 302
    assert MatchWeight.objects.get(quality="tier").weight == 3


# --- the prospect's page ---------------------------------------------------------------------------------------------
def say(handover: Handover, answer: str):
    """The prospect presses a button of its page."""
    token = PrivateLink.issue(handover.prospect)
    response = Client().post(f"/en/mitt/{token}/samtykke/{handover.pk}/", {"svar": answer}, follow=True)
    handover.refresh_from_db()
    return response


@pytest.mark.parametrize(("answer", "contact"), [("ja", True), ("navn", False)])
def test_the_prospect_says_yes_to_one_stage_or_both(answer, contact):
    handover = HandoverFactory()
    say(handover, answer)
    assert (handover.status, handover.allows_contact) == ("offered", contact)


def test_the_prospect_lets_them_call_later_and_takes_that_back():
    handover = HandoverFactory(accepted=True, nobody_to_call=True)
    for answer, contact in (("kontakt", True), ("ikke-kontakt", False), ("kontakt", True)):
        assert say(handover, answer).status_code == 200
        assert (handover.shows_identity, handover.shows_contact) == (True, contact)
    assert len(posted("handover_contact_open") or handover.firm.notifications.all()) >= 1


@pytest.mark.parametrize("answer", ["", "x", "kontakt", "ikke-kontakt"])
def test_an_answer_that_does_not_fit_is_refused_in_words(answer):
    handover = HandoverFactory()
    assert say(handover, answer).status_code == 200
    assert handover.status == "awaiting_consent"


def test_in_turn_the_prospect_reads_that_a_firm_waits_for_its_turn():
    found = HandoverRoundFactory()
    first, second = (HandoverFactory(round=found, prospect=found.prospect, position=place) for place in (1, 2))
    give_consent(first)
    response = say(second, "ja")
    assert (second.status, second.firm.name in response.content.decode()) == ("queued", True)


# --- the firm's page -------------------------------------------------------------------------------------------------
def as_firm(handover: Handover) -> Client:
    """Somebody of the firm, logged in."""
    client = Client()
    client.force_login(handover.firm.memberships.first().user)
    return client


def test_opening_an_offer_marks_it_seen_once_and_answers_go_on_working():
    handover = HandoverFactory(offered=True, firm=MembershipFactory().firm)
    client, address = as_firm(handover), f"/portal/prospekter/{handover.pk}/"
    client.head(address)
    handover.refresh_from_db()
    assert handover.status == "offered"
    for _time in range(2):
        assert client.get(address).status_code == 200
    handover.refresh_from_db()
    first = handover.seen_at
    assert (handover.status, actions(handover).count("prospects.handover_seen")) == ("seen", 1)
    client.post(address + "ta-imot/")
    handover.refresh_from_db()
    assert (handover.status, handover.seen_at) == ("accepted", first)


@pytest.mark.parametrize("status", ["awaiting_consent", "accepted", "in_progress", "done", "declined"])
def test_opening_anything_else_changes_nothing(status):
    handover = HandoverFactory(**{status: True}, firm=MembershipFactory().firm)
    as_firm(handover).get(f"/portal/prospekter/{handover.pk}/")
    handover.refresh_from_db()
    assert handover.status == status


def test_where_several_are_asked_the_firm_says_that_it_would_like_to():
    found = HandoverRoundFactory(mode="at_once")
    handover = HandoverFactory(offered=True, round=found, prospect=found.prospect, firm=MembershipFactory().firm)
    client, address = as_firm(handover), f"/portal/prospekter/{handover.pk}/"
    client.post(address + "ta-imot/")
    handover.refresh_from_db()
    assert handover.status == "interested"
    assert client.get(address).status_code == 200
    assert client.get("/portal/").status_code == 200
    client.post(address + "avsla/", {"reason": "Syk."})
    handover.refresh_from_db()
    assert handover.status == "declined"
