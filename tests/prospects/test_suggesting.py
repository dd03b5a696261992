"""Which firms are suggested: each quality, who is left out, and why in words."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from prospects.models import MatchWeight
from prospects.services import match_weights, set_match_weights, suggest_firms
from prospects.services.suggesting import AT_ONCE, RESTED_DAYS
from tests.factories import (
    AgreementBenefitFactory,
    BenefitYearFactory,
    CompanyFactory,
    CompetenceFactory,
    ContributionTierFactory,
    FocusIndustryFactory,
    HandoverFactory,
    IndustryCodeFactory,
    MatchWeightFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _daytime():
    with time_machine.travel("2026-11-26T11:00:00Z", tick=False), translation.override("en"):
        yield


def only(*qualities: str) -> None:
    """Let only these qualities count."""
    set_match_weights({one: 5 * (one in qualities) for one in MatchWeight.Quality.values}, by=UserFactory())


def order(prospect) -> list:
    """The firms suggested, the best first."""
    return [one.firm for one in suggest_firms(prospect).firms]


def words(prospect, firm) -> str:
    """Everything that is said of a firm."""
    [found] = [one for one in suggest_firms(prospect).firms if one.firm == firm]
    return "; ".join(reason.words for reason in found.reasons)


# --- each quality ----------------------------------------------------------------------------------------------------
def test_who_can_help_with_more_of_it_comes_first():
    only("competence")
    premises, staff = CompetenceFactory(name_en="Premises"), CompetenceFactory(name_en="Staff")
    both, one, other = PartnerFirmFactory(name="Å"), PartnerFirmFactory(name="B"), PartnerFirmFactory(name="C")
    both.competences.set([premises, staff])
    one.competences.set([staff])
    prospect = ProspectFactory(qualified=True)
    prospect.wants_help_with.set([premises, staff])
    assert order(prospect) == [both, one, other]
    assert [found.score for found in suggest_firms(prospect).firms] == [100, 70, 0]
    assert "Can help with: Staff" in words(prospect, one)


def test_who_knows_the_industry_comes_before_who_knows_none_before_who_knows_others():
    only("industry")
    prospect = ProspectFactory(qualified=True)
    knows, silent, others = (PartnerFirmFactory(name=name) for name in "CBA")
    knows.industries.set([prospect.industry])
    others.industries.set([FocusIndustryFactory()])
    assert order(prospect) == [knows, silent, others]


def test_who_speaks_their_language_comes_first():
    only("language")
    prospect = ProspectFactory(qualified=True)
    prospect.contacts.update(language="en")
    english, unknown, norwegian = (
        PartnerFirmFactory(languages=spoken, name=name) for name, spoken in (("C", ["en"]), ("B", []), ("A", ["nb"]))
    )
    assert order(prospect) == [english, unknown, norwegian]
    assert "Speaks their language: English" in words(prospect, english)


def test_a_higher_tier_comes_first():
    only("tier")
    low = PartnerFirmFactory(name="A", tier=ContributionTierFactory(rank=30_001))
    high = PartnerFirmFactory(name="B", tier=ContributionTierFactory(rank=30_000, year=2020))
    top = PartnerFirmFactory(name="C", tier=ContributionTierFactory(rank=1, year=2019))
    assert order(ProspectFactory(qualified=True))[0] == top
    assert {low, high} < set(order(ProspectFactory(qualified=True)))


def test_former_partners_come_first():
    only("former")
    new, former = PartnerFirmFactory(name="A"), PartnerFirmFactory(name="B", former=True)
    prospect = ProspectFactory(qualified=True)
    assert order(prospect) == [former, new]
    assert "Was a partner of the programme before" in words(prospect, former)


def test_who_has_waited_longest_comes_first():
    only("fairness")
    recent, long_ago, never = (PartnerFirmFactory(name=name) for name in "ABC")
    for firm, days in ((recent, 3), (long_ago, RESTED_DAYS // 2)):
        HandoverFactory(firm=firm, done=True, handed_over_at=timezone.now() - timedelta(days=days))
    prospect = ProspectFactory(qualified=True)
    assert order(prospect) == [never, long_ago, recent]
    assert "Last offered one 3 days ago" in words(prospect, recent)


@pytest.mark.parametrize("status", ["draft", "awaiting_consent", "queued"])
def test_what_a_firm_was_never_told_of_is_no_turn(status):
    only("fairness")
    firm = PartnerFirmFactory()
    HandoverFactory(firm=firm, **{status: True})
    assert "Has never been offered a prospect" in words(ProspectFactory(qualified=True), firm)


def test_who_has_less_under_way_comes_first():
    only("capacity")
    busy, free = PartnerFirmFactory(name="A"), PartnerFirmFactory(name="B")
    HandoverFactory(firm=busy, seen=True)
    HandoverFactory(firm=free, done=True)
    prospect = ProspectFactory(qualified=True)
    assert order(prospect) == [free, busy]
    assert "Has 1 prospect under way" in words(prospect, busy)


# --- who is left out -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", ["draft", "awaiting_consent", "queued", "offered", "seen", "done", "declined"])
def test_who_was_asked_is_not_suggested_again(status):
    handover = HandoverFactory(**{status: True})
    assert order(handover.prospect) == []
    assert handover.firm in order(ProspectFactory(qualified=True))


def test_who_did_not_answer_may_be_asked_again_with_a_caution():
    handover = HandoverFactory(lapsed=True)
    [found] = suggest_firms(handover.prospect).firms
    assert found.caution
    [elsewhere] = suggest_firms(ProspectFactory(qualified=True)).firms
    assert not elsewhere.caution


def left_out(prospect) -> dict:
    """Who is left out, and why."""
    return dict(suggest_firms(prospect).left_out)


def test_who_works_with_many_already_is_full():
    firm = PartnerFirmFactory()
    for _number in range(AT_ONCE - 1):
        HandoverFactory(firm=firm, accepted=True)
    prospect = ProspectFactory(qualified=True)
    assert left_out(prospect) == {}
    HandoverFactory(firm=firm, in_progress=True)
    assert left_out(prospect) == {firm: f"Works with {AT_ONCE} prospects already"}
    assert order(prospect) == []


@pytest.mark.parametrize(("quantity", "is_full"), [(1, True), (2, False), (None, False)])
def test_who_has_used_up_its_handovers_of_the_year_is_full(quantity, is_full):
    firm = PartnerFirmFactory()
    benefit = AgreementBenefitFactory(agreement=firm.agreements.get(), slug="overleveringer", quantity=quantity)
    BenefitYearFactory(benefit=benefit, year=2026, quantity=quantity)
    HandoverFactory(firm=firm, done=True)
    assert (firm in left_out(ProspectFactory(qualified=True))) is is_full


@pytest.mark.parametrize(
    ("code", "version", "competes"),
    [("62.020", "SN2007", True), ("62.021", "SN2007", True), ("62.030", "SN2007", False), ("62.020", "SN2025", False)],
)
def test_who_does_the_same_for_a_living_competes(code, version, competes):
    own = IndustryCodeFactory(code="62.020", version="SN2007")
    company = CompanyFactory(industry_code=own)
    firm = PartnerFirmFactory()
    theirs = own if (code, version) == ("62.020", "SN2007") else IndustryCodeFactory(code=code, version=version)
    firm.industry_codes.set([theirs])
    prospect = ProspectFactory(qualified=True, company=company)
    assert (firm in left_out(prospect)) is competes


def test_the_prospect_itself_is_not_suggested():
    firm = PartnerFirmFactory()
    assert firm in left_out(ProspectFactory(qualified=True, organisation_number=firm.organisation_number))


def test_who_takes_no_part_today_is_not_suggested():
    PartnerFirmFactory(formerly=True)
    found = suggest_firms(ProspectFactory(qualified=True))
    assert (found.firms, found.left_out) == ([], [])


# --- the sum ---------------------------------------------------------------------------------------------------------
def test_what_speaks_for_a_firm_is_said_first_and_what_does_not_count_is_not_said():
    only("former", "industry")
    PartnerFirmFactory(former=True)
    [found] = suggest_firms(ProspectFactory(qualified=True)).firms
    assert [one.words for one in found.why] == ["Was a partner of the programme before"]


def test_the_same_number_of_queries_for_any_number_of_firms():
    prospect = ProspectFactory(qualified=True)
    prospect.wants_help_with.set([CompetenceFactory()])

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            suggest_firms(prospect)
        return len(asked)

    def more(number: int) -> None:
        for _each in range(number):
            firm = PartnerFirmFactory()
            firm.competences.set([CompetenceFactory()])
            benefit = AgreementBenefitFactory(agreement=firm.agreements.get(), slug="overleveringer", quantity=9)
            BenefitYearFactory(benefit=benefit, year=2026, quantity=9)
            HandoverFactory(firm=firm, offered=True)

    more(1)
    few = cost()
    more(6)
    assert cost() == few
    assert few <= 20


# --- weights ---------------------------------------------------------------------------------------------------------
def test_a_weight_that_is_not_stored_counts_in_the_middle():
    MatchWeightFactory(quality="language", weight=9)
    assert match_weights() == dict.fromkeys(MatchWeight.Quality.values, 5) | {"language": 9}


@pytest.mark.parametrize("weight", [-1, 11])
def test_no_weight_outside_its_scale(weight):
    with pytest.raises(ValueError, match="language"):
        set_match_weights(match_weights() | {"language": weight}, by=UserFactory())


def test_who_changed_the_weights_is_logged():
    only("tier")
    entry = ModelLogEntry.objects.get(action="prospects.match_weights_changed")
    assert entry.data["tier"] == 5
