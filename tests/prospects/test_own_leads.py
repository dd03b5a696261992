"""Companies that firms tell of: every step from every status, who comes first, what is forgotten."""

from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from common.clock import OSLO
from common.mail import _builders
from common.workflow import TransitionError
from partners.models import Notification
from prospects.forms import HandOverForm
from prospects.models import OwnLead, Prospect, Source
from prospects.services import (
    accept_handover,
    alike_to,
    approve_lead,
    comes_first,
    decline_handover,
    decline_lead,
    end_protections,
    forget_leads,
    give_consent,
    hand_over,
    lift_protection,
    mark_lead_known,
    refuse_consent,
    take_back_lead,
    tell_of_lead,
)
from prospects.services.own_leads import PERSONAL, _core
from tests.common.properties import examples
from tests.factories import (
    FocusIndustryFactory,
    HandoverFactory,
    MembershipFactory,
    OwnLeadFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
    organisation_number,
)
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=OSLO)
DAY = timedelta(days=1)
STATUSES = ["submitted", "approved", "declined", "known", "withdrawn"]
VERBS = {
    "approve": lambda lead, by: lead.approve(prospect=ProspectFactory(), until=(NOON + DAY).date(), by=by),
    "decline": lambda lead, by: lead.decline(reason="For langt unna.", by=by),
    "mark_known": lambda lead, by: lead.mark_known(by=by),
    "withdraw": lambda lead, by: lead.withdraw(by=by),
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
def adviser():
    return UserFactory(adviser=True)


def typed(**more) -> dict:
    return {
        "company_name": "Fjordbris Optikk AS",
        "organisation_number": organisation_number(77_001),
        "country": "NO",
        "industry": more.pop("industry", None) or FocusIndustryFactory(),
        "need": "Et lokale med lite støv.",
        "how_known": "Vi kjøper linser av dem.",
        "contact_name": "Sunniva Lysne",
        "contact_email": "sunniva@fjordbris.example",
        "contact_phone": "+47 22 00 11 22",
        "contact_language": "nb",
        "contact_wording": "Hun vet om det",
        **more,
    }


def in_status(status: str) -> OwnLead:
    return OwnLeadFactory(**({} if status == "submitted" else {status: True}))


# --- every step from every status -------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("verb", VERBS)
def test_only_what_waits_is_answered_and_only_once(verb, status, adviser):
    lead = in_status(status)
    if status == "submitted":
        VERBS[verb](lead, adviser)
        assert OwnLead.objects.get(pk=lead.pk).status == OwnLead.TRANSITIONS[verb].target
        assert actions(lead)[-1] == OwnLead.TRANSITIONS[verb].action
    else:
        with pytest.raises(TransitionError):
            VERBS[verb](lead, adviser)
        assert OwnLead.objects.get(pk=lead.pk).status == status


@pytest.mark.parametrize("state", ["none", "running", "ended", "lifted"])
@pytest.mark.parametrize("verb", ["end_protection", "lift_protection"])
def test_only_a_running_protection_ends(verb, state, adviser):
    lead = OwnLeadFactory(**({"approved": True} if state == "running" else {state: True} if state != "none" else {}))
    later = NOON + 200 * DAY

    def act():
        if verb == "end_protection":
            lead.end_protection(at=later)
        else:
            lead.lift_protection(reason="De ba om det.", by=adviser)

    if state == "running":
        act()
        assert lead.protection == {"end_protection": "ended", "lift_protection": "lifted"}[verb]
    else:
        with pytest.raises(TransitionError):
            act()
        assert OwnLead.objects.get(pk=lead.pk).protection == state


def test_of_two_advisers_one_opens_the_case(adviser):
    lead = OwnLeadFactory()
    again = OwnLead.objects.get(pk=lead.pk)
    approve_lead(lead, by=adviser)
    with pytest.raises(TransitionError):
        approve_lead(again, by=adviser)
    assert Prospect.objects.count() == 1


# --- telling ----------------------------------------------------------------------------------------------------------
def test_a_person_of_the_firm_tells_and_the_advisers_hear_of_it(adviser):
    seat = MembershipFactory()
    lead = tell_of_lead(seat.firm, typed(), by=seat.user)
    assert (lead.status, lead.told_by, lead.contact_wording) == ("submitted", seat.user, "Hun vet om det")
    assert posted("lead_told") == [{"lead": lead.pk, "reader": adviser.pk}]
    built = _builders["lead_told"](lead=lead.pk, reader=adviser.pk)
    assert "Fjordbris Optikk AS" in built.subject
    assert "Sunniva" not in str(built)  # persons stay in the admin
    lead.withdraw(by=seat.user)
    assert _builders["lead_told"](lead=lead.pk, reader=adviser.pk) is None


@pytest.mark.parametrize("seat", [{"liaison": True, "firm__public": True}, {"ended": True}, {"invited": True}])
def test_nobody_else_tells_for_the_firm(seat):
    made = MembershipFactory(**seat)
    user = made.user or UserFactory()
    with refused("seat"):
        tell_of_lead(made.firm, typed(), by=user)
    with pytest.raises(TransitionError):
        tell_of_lead(MembershipFactory().firm, typed(), by=user)
    assert not OwnLead.objects.exists()


def test_a_firm_that_takes_no_part_and_a_partner_firm_are_refused():
    seat = MembershipFactory(firm=PartnerFirmFactory(without_agreement=True))
    with refused("agreement"):
        tell_of_lead(seat.firm, typed(), by=seat.user)
    known, seat = PartnerFirmFactory(), MembershipFactory()
    with refused("partner"):
        tell_of_lead(seat.firm, typed(organisation_number=known.organisation_number), by=seat.user)


@pytest.mark.parametrize("number", ["", organisation_number(77_002)])
def test_the_same_is_told_once_until_it_is_answered(number, adviser):
    seat = MembershipFactory()
    said = typed(organisation_number=number, country="NO" if number else "SE")
    first = tell_of_lead(seat.firm, said, by=seat.user)
    with refused("told"):
        tell_of_lead(seat.firm, said | {"company_name": "FJORDBRIS  OPTIKK as"}, by=seat.user)
    decline_lead(first, reason="Ikke nå.", by=adviser)
    assert tell_of_lead(seat.firm, said, by=seat.user).pk != first.pk


def test_whether_there_is_a_case_is_not_to_be_found_out_by_telling():
    """The answer at once is the same for a company we work with and for one nobody knows."""
    case, seat = ProspectFactory(), MembershipFactory()
    one = tell_of_lead(seat.firm, typed(organisation_number=case.organisation_number), by=seat.user)
    other = tell_of_lead(seat.firm, typed(organisation_number=organisation_number(77_009)), by=seat.user)
    assert one.status == other.status == "submitted"


# --- what looks alike -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "number", "is_found", "is_certain"),
    [
        ("Helt Annet AS", "same", True, True),
        ("Ørnefjell Maskin AS", "", True, False),
        ("ørnefjell maskin", "", True, False),
        ("ØRNEFJELL MASKIN ASA", "", True, False),
        ("Ørnefjell Maskin AS", "other", False, False),
        ("Ørnefjell", "", False, False),
        ("Ørnefjell Maskinutleie AS", "", False, False),
    ],
)
def test_staff_see_what_looks_like_the_same_company(name, number, is_found, is_certain):
    case = ProspectFactory(company_name="Ørnefjell Maskin AS")
    numbers = {"same": case.organisation_number, "other": organisation_number(77_010), "": ""}
    found = alike_to(OwnLeadFactory(company_name=name, organisation_number=numbers[number]))
    assert (bool(found.cases), found.is_certain) == (is_found, is_certain)


def test_a_case_without_a_number_is_found_by_its_name_and_another_firms_tip_too():
    case = ProspectFactory(company_name="Ørnefjell Maskin AS", organisation_number="")
    other = OwnLeadFactory(company_name="Ørnefjell Maskin", organisation_number="")
    lead = OwnLeadFactory(company_name="Ørnefjell Maskin AS")
    found = alike_to(lead)
    assert (found.cases, found.leads, found.is_certain) == ([case], [other], False)


@given(st.text(alphabet="abcæøå ", min_size=1, max_size=30), st.sampled_from(["AS", "ASA", "as", "GmbH", "Ltd.", "AB"]))
@examples(300)
def test_the_form_of_a_company_is_no_part_of_its_name(name, form):
    assert _core(f"{name} {form}") == _core(name)
    assert _core(_core(name)) == _core(name)


# --- answering --------------------------------------------------------------------------------------------------------
def test_an_approved_tip_becomes_a_case_with_the_person_in_it_and_no_longer_here(adviser):
    seat = MembershipFactory()
    lead = tell_of_lead(seat.firm, typed(), by=seat.user)
    prospect = approve_lead(lead, by=adviser)
    assert (prospect.source, prospect.adviser, prospect.answer_due_at) == (Source.PARTNER, adviser, None)
    contact = prospect.main_contact
    assert (contact.name, contact.email, contact.phone) == (
        *("Sunniva Lysne", "sunniva@fjordbris.example", "+47 22 00 11 22"),
    )
    lead.refresh_from_db()
    assert (lead.contact_name, lead.contact_email, lead.contact_phone) == ("", "", "")
    assert lead.protected_until == (NOON + 90 * DAY).date()
    assert "Hun vet om det" in prospect.activities.get().text
    told = Notification.objects.get(user=seat.user)
    assert (told.kind, told.arguments["company"]) == ("lead_approved", "Fjordbris Optikk AS")


def test_what_we_know_by_its_number_is_not_approved_and_the_firm_hears_only_that(adviser):
    case, seat = ProspectFactory(company_name="Hemmelig Havn AS"), MembershipFactory()
    lead = tell_of_lead(seat.firm, typed(organisation_number=case.organisation_number), by=seat.user)
    with refused("known"):
        approve_lead(lead, by=adviser)
    assert Prospect.objects.count() == 1
    mark_lead_known(lead, by=adviser)
    told = Notification.objects.get(user=seat.user)
    assert told.kind == "lead_known"
    assert "Hemmelig" not in str(told.arguments)
    assert case.reference not in str(told.arguments)


def test_of_two_firms_that_tell_of_the_same_the_second_is_known(adviser):
    one, two = (OwnLeadFactory(organisation_number=organisation_number(77_020)) for _time in range(2))
    approve_lead(one, by=adviser)
    with pytest.raises(TransitionError):
        approve_lead(two, by=adviser)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_nobody_comes_first_for_no_time_or_for_ever(days, adviser):
    with pytest.raises(TransitionError):
        approve_lead(OwnLeadFactory(), days=days, by=adviser)
    assert not Prospect.objects.exists()


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_no_goes_with_a_reason(reason, adviser):
    with pytest.raises(TransitionError):
        decline_lead(OwnLeadFactory(), reason=reason, by=adviser)
    with pytest.raises(TransitionError):
        lift_protection(OwnLeadFactory(approved=True), reason=reason, by=adviser)


def test_what_is_taken_back_forgets_the_person():
    seat = MembershipFactory()
    lead = tell_of_lead(seat.firm, typed(), by=seat.user)
    take_back_lead(lead, by=seat.user)
    lead.refresh_from_db()
    assert {getattr(lead, name) for name in PERSONAL} == {""}


# --- who comes first --------------------------------------------------------------------------------------------------
@pytest.fixture
def brought(adviser):
    """A lead whose case is qualified."""
    lead = OwnLeadFactory(approved=True, by=adviser)
    Prospect.objects.filter(pk=lead.prospect.pk).update(anonymous_need_nb="Trenger et verksted.")
    lead.prospect.refresh_from_db()
    lead.prospect.qualify(by=adviser)
    return lead


def test_nobody_is_offered_it_before_the_firm_that_told_of_it(brought, adviser):
    other = PartnerFirmFactory()
    with refused("protected"):
        hand_over(brought.prospect, to=other, by=adviser)
    assert list(HandOverForm(prospect=brought.prospect).fields["firm"].queryset) == [brought.firm]
    handover = hand_over(brought.prospect, to=brought.firm, by=adviser)
    assert handover.status == "awaiting_consent"  # the company still decides itself


@pytest.mark.parametrize(
    ("turn", "is_over"),
    [
        ("awaiting", False),
        ("offered", False),
        ("accepted", False),
        ("adviser took it back", False),
        ("declined", True),
        ("lapsed", True),
        ("prospect said no", True),
    ],
)
def test_others_are_asked_when_the_firm_has_had_its_turn(turn, is_over, brought, adviser):
    handover = hand_over(brought.prospect, to=brought.firm, by=adviser)
    member = MembershipFactory(firm=brought.firm).user
    if turn in ("offered", "accepted", "declined", "lapsed"):
        give_consent(handover)
    if turn == "accepted":
        accept_handover(handover, by=member)
    elif turn == "declined":
        decline_handover(handover, reason="Ikke nå.", by=member)
    elif turn == "lapsed":
        handover.lapse(at=NOON + 30 * DAY)
    elif turn == "prospect said no":
        refuse_consent(handover)
    elif turn == "adviser took it back":
        handover.withdraw(reason="Feil tekst.", by=adviser)
    assert (comes_first(brought.prospect) is None) == is_over


def test_the_protection_ends_by_itself_once_and_is_logged(brought, adviser):
    seat = MembershipFactory(firm=brought.firm)
    last = datetime.combine(brought.protected_until, datetime.min.time(), OSLO)
    with time_machine.travel(last + timedelta(hours=23, minutes=59), tick=False):
        assert end_protections() == 0
        assert comes_first(brought.prospect) == brought
    with time_machine.travel(last + 4 * DAY, tick=False):  # nothing ran for three days
        assert comes_first(brought.prospect) is None
        assert end_protections() == 1
        assert end_protections() == 0
    brought.refresh_from_db()
    assert brought.protection == "ended"
    assert actions(brought).count("prospects.lead_protection_ended") == 1
    assert Notification.objects.filter(user=seat.user, kind="lead_protection_ended").count() == 1


def test_the_manager_ends_it_before_its_day_with_a_reason_the_firm_reads(brought, adviser):
    seat = MembershipFactory(firm=brought.firm)
    lift_protection(brought, reason="Bedriften ba om det.", by=adviser)
    assert comes_first(brought.prospect) is None
    assert Notification.objects.get(user=seat.user).arguments["reason"] == "Bedriften ba om det."
    assert hand_over(brought.prospect, to=PartnerFirmFactory(), by=adviser).pk


def test_a_case_nobody_brought_is_free():
    assert comes_first(HandoverFactory().prospect) is None


# --- who sees it, and how it went -------------------------------------------------------------------------------------
def test_each_sees_its_own_and_staff_see_all():
    lead = OwnLeadFactory()
    OwnLeadFactory()

    def seen(who):
        return list(OwnLead.objects.visible_to(who).filter(pk=lead.pk))

    assert seen(MembershipFactory(firm=lead.firm)) == [lead]
    assert seen(MembershipFactory(firm=lead.firm, administrator=True)) == [lead]
    assert seen(MembershipFactory(firm=lead.firm, ended=True)) == []
    assert seen(MembershipFactory(firm=lead.firm, liaison=True)) == []
    assert seen(MembershipFactory()) == []
    for role, sees in (("adviser", True), ("analyst", True), ("manager", True), ("communications", False)):
        assert bool(seen(UserFactory(**{role: True}))) == sees, role


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, "under_way"),
        ({"stage": "deciding"}, "under_way"),
        ({"standing": "resting", "rests_until": NOON.date(), "standing_reason": "x"}, "under_way"),
        ({"standing": "lost", "standing_reason": "x"}, "over"),
        ({"standing": "withdrawn", "standing_reason": "x"}, "over"),
        ({"stage": "established"}, "came"),
        ({"stage": "verified"}, "came"),
    ],
)
def test_the_firm_learns_how_it_went_and_no_more(facts, outcome):
    lead = OwnLeadFactory(approved=True)
    Prospect.objects.filter(pk=lead.prospect.pk).update(**facts)
    assert OwnLead.objects.get(pk=lead.pk).outcome == outcome
    assert OwnLeadFactory().outcome == ""


# --- forgetting -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("state", "days", "is_forgotten"),
    [
        ("submitted", 179, False),
        ("submitted", 181, True),
        ("declined", 89, False),
        ("declined", 91, True),
        ("known", 91, True),
        ("approved", 91, False),  # its protected time is not ended yet
        ("lifted", 89, False),
        ("lifted", 91, True),
    ],
)
def test_the_person_is_forgotten_when_the_answer_is_old(state, days, is_forgotten):
    lead = OwnLeadFactory(**({} if state == "submitted" else {state: True}))
    later = NOON + days * DAY
    assert forget_leads(later) == int(is_forgotten)
    assert forget_leads(later) == 0
    lead.refresh_from_db()
    assert (lead.how_known == "") == is_forgotten
    assert lead.company_name
