"""Offering a prospect to a firm, and what must not be said when it is offered."""

import pytest
from wagtail.models import ModelLogEntry

from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.forms import QualifyForm
from prospects.models import Handover, Prospect
from prospects.services import (
    gives_away,
    hand_over,
)
from tests.factories import (
    ContributionTierFactory,
    HandoverFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db


# --- handing over -----------------------------------------------------------------------------------------------------
def test_handing_over_asks_the_prospect_first():
    prospect, firm, adviser = ProspectFactory(qualified=True), PartnerFirmFactory(), UserFactory(adviser=True)
    MembershipFactory(firm=firm)
    handover = hand_over(prospect, to=firm, by=adviser, message=" Dere kan dette. ")
    stored = Handover.objects.get()
    assert stored == handover
    assert (stored.status, stored.message, stored.handed_over_by) == ("awaiting_consent", "Dere kan dette.", adviser)
    assert (stored.consented_at, stored.answer_due_at) == (None, None)
    assert posted("consent_request") == [{"handover": handover.pk}]
    assert posted("handover_offered") == []
    assert actions(handover) == ["prospects.handed_over"]


@pytest.mark.parametrize(("asked", "days"), [(None, 3), (7, 7)])
def test_the_firm_gets_the_days_of_its_tier_unless_the_adviser_says_otherwise(asked, days):
    firm = PartnerFirmFactory(tier=ContributionTierFactory(response_days=3))
    handover = hand_over(ProspectFactory(qualified=True), to=firm, by=None, response_days=asked)
    assert handover.response_days == days


def refused(prospect: Prospect, code: str, firm=None, **how) -> str:
    """Handing over is refused with `code` and nothing is stored; returns what is said."""
    before = Handover.objects.count(), OutgoingMail.objects.count(), ModelLogEntry.objects.count()
    firm = firm or PartnerFirmFactory()
    before_log = ModelLogEntry.objects.count()
    with pytest.raises(TransitionError) as error:
        hand_over(prospect, to=firm, by=None, **how)
    assert error.value.code == code
    assert (Handover.objects.count(), OutgoingMail.objects.count()) == before[:2]
    assert ModelLogEntry.objects.count() == before_log
    return error.value.messages[0]


def test_a_prospect_that_is_not_qualified_is_not_handed_over():
    refused(ProspectFactory(), "stage")


@pytest.mark.parametrize("standing", ["resting", "lost", "withdrawn"])
def test_a_prospect_that_is_not_under_way_is_not_handed_over(standing):
    refused(ProspectFactory(qualified=True, **{standing: True}), "stage")


@pytest.mark.parametrize("agreement", ["without_agreement", "formerly"])
def test_a_firm_without_a_running_agreement_is_not_asked(agreement):
    firm = PartnerFirmFactory(name="Gamle Venner AS", **{agreement: True})
    assert "Gamle Venner AS" in refused(ProspectFactory(qualified=True), "agreement", firm)


@pytest.mark.parametrize(
    "status", ["awaiting_consent", "offered", "overdue", "accepted", "in_progress", "done", "declined"]
)
def test_a_firm_that_was_asked_is_not_asked_again(status):
    handover = HandoverFactory(**{status: True})
    refused(handover.prospect, "asked", handover.firm)


@pytest.mark.parametrize("status", ["lapsed", "withdrawn"])
def test_a_firm_that_let_it_lapse_may_be_asked_again(status):
    handover = HandoverFactory(**{status: True})
    again = hand_over(handover.prospect, to=handover.firm, by=None)
    assert again.pk != handover.pk
    assert again.status == "awaiting_consent"


def test_without_a_contact_there_is_nobody_to_ask():
    refused(ProspectFactory(qualified=True, contact=None), "contact")


@pytest.mark.parametrize("where", ["message", "anonymous_need_nb", "anonymous_need_en"])
def test_a_text_that_gives_away_who_it_is_is_not_shared(where):
    prospect = ProspectFactory(qualified=True)
    text = f"{prospect.company_name} trenger lokaler."
    how = {}
    if where == "message":
        how["message"] = text
    else:
        Prospect.objects.filter(pk=prospect.pk).update(**{where: text})
        prospect.refresh_from_db()
    assert prospect.company_name.casefold() in refused(prospect, "names", **how)


# --- what gives away --------------------------------------------------------------------------------------------------
def secretive(**facts) -> Prospect:
    """Fjordlys Bakeri AS, whose Ingrid Solbakken is reached at the usual places."""
    contact = {"name": "Ingrid Solbakken", "email": "ingrid@fjordlys.example", "phone": "+47 22 33 44 55"}
    defaults = {"company_name": "Fjordlys Bakeri AS", "organisation_number": "923609016", "contact": contact}
    return ProspectFactory(**{**defaults, **facts})


@pytest.mark.parametrize(
    "text",
    [
        "Fjordlys Bakeri AS trenger lokaler.",
        "Det er fjordlys bakeri det gjelder",
        "FJORDLYS BAKERI!",
        "(Fjordlys Bakeri)",
        "Fjordlys Bakeris nye lokaler",
        "Fjordlys Bakeri's new premises",
        "Fjordlys  Bakeri",
        "Fjordlys\nBakeri",
        "Fjordlys\N{NO-BREAK SPACE}Bakeri",
        "Ring Ingrid Solbakken.",
        "ingrid  solbakken",
        "Ingrid Solbakkens firma",
        "Skriv til ingrid@fjordlys.example",
        "Skriv til INGRID@FJORDLYS.EXAMPLE",
        "Se www.fjordlys.example/om",
        "post@fjordlys.example",
        "Telefon 22334455",
        "Telefon 22 33 44 55",
        "Telefon +47 223 34 455",
        "Telefon 22.33.44.55",
        "Telefon 0047-22-33-44-55",
        "Org.nr. 923609016",
        "Org.nr. 923 609 016 MVA",
        "NO 923.609.016",
    ],
)
def test_a_text_that_tells_who_it_is_is_noticed(text):
    prospect = secretive()
    assert gives_away(prospect, text)
    form = QualifyForm({"anonymous_need_nb": text, "anonymous_need_en": ""}, instance=prospect)
    assert not form.is_valid()
    assert "anonymous_need_nb" in form.errors


@pytest.mark.parametrize(
    "text", ["Bærum Stål har vokst", "Bærum Stål har vokst".replace("å", "a\N{COMBINING RING ABOVE}")]
)
def test_a_name_with_norwegian_letters_is_noticed_however_it_was_typed(text):
    assert gives_away(secretive(company_name="Bærum Stål AS"), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Et bakeri som vil åpne ved elva.",
        "Trenger 300 m² og 12 plasser fra 2027, 22 ansatte.",
        "AS-et har vokst; as soon as possible.",
        "Fjordlysende utsikt",
    ],
)
def test_a_text_that_tells_nothing_is_left_alone(text):
    assert gives_away(secretive(), text) == []
    form = QualifyForm({"anonymous_need_nb": text or "x", "anonymous_need_en": text}, instance=secretive())
    assert form.is_valid(), form.errors


def test_a_prospect_without_a_number_or_a_telephone_hides_no_numbers():
    contact = {"name": "Bo", "email": "bo@x.example", "phone": ""}
    prospect = secretive(organisation_number="", contact=contact)
    assert gives_away(prospect, "12345678 og 923609016") == []


def test_every_person_of_the_prospect_is_protected():
    from tests.factories import ContactFactory

    prospect = secretive()
    ContactFactory(prospect=prospect, name="Per Annen", email="per@annet.example", phone="99887766")
    for text in ("Per Annen", "per@annet.example", "998 87 766"):
        assert gives_away(prospect, text)
