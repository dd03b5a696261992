"""What several things of a case do together."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import User
from common import clock
from common.models import OutgoingMail
from common.workflow import TransitionError
from prospects.forms import InterestFormForm, QualifyForm
from prospects.models import Activity, Consent, Contact, Handover, InterestForm, PrivateLink, Prospect
from prospects.services import (
    accept_handover,
    advisers_to_tell,
    decline_handover,
    finish_handover,
    forget_due,
    give_consent,
    gives_away,
    hand_over,
    lapse_overdue,
    private_path,
    receive_interest,
    record_activity,
    refuse_consent,
    withdraw_channel_consent,
)
from tests.factories import (
    ActivityFactory,
    ConsentFactory,
    ContributionTierFactory,
    HandoverFactory,
    InterestFormFactory,
    MembershipFactory,
    PartnerFirmFactory,
    PrivateLinkFactory,
    ProspectFactory,
    UserFactory,
    typed_interest,
)

pytestmark = pytest.mark.django_db


def posted(kind: str) -> list[dict]:
    """The letters of that kind in the outbox, by what they are about."""
    return [mail.arguments for mail in OutgoingMail.objects.filter(kind=kind).order_by("pk")]


def submit(**changes) -> InterestForm:
    """Fill in the form and store it, as the page does."""
    form = InterestFormForm(typed_interest(**changes))
    assert form.is_valid(), form.errors
    return receive_interest(form.cleaned_data, submission=form.cleaned_data["submission"], wordings=form.wordings())


def actions(instance) -> list[str]:
    """What the log says was done with it, the oldest first."""
    return list(ModelLogEntry.objects.for_instance(instance).order_by("pk").values_list("action", flat=True))


# --- receiving --------------------------------------------------------------------------------------------------------
def test_an_interest_form_begins_a_case():
    adviser = UserFactory(adviser=True)
    stored = submit(organisation_number="923 609 016", phone="22 33 44 55", campaign="haust")
    prospect = stored.prospect
    assert (prospect.company_name, prospect.organisation_number) == ("Fjordlys Teknikk AS", "923609016")
    assert (prospect.stage, prospect.standing, prospect.source, prospect.campaign) == (
        "new",
        "ongoing",
        "form",
        "haust",
    )
    assert prospect.answer_due_at == clock.add_working_hours(prospect.created_at, 8)
    assert prospect.answered_at is None
    contact = prospect.main_contact
    assert (contact.name, contact.email, contact.phone) == ("Kari Ås", "kari@fjordlys.example", "+47 22 33 44 55")
    assert (stored.name, stored.industry) == ("Kari Ås", prospect.industry.name_nb)
    assert stored.received_at == prospect.created_at
    assert posted("interest_receipt") == [{"interest_form": stored.pk}]
    assert posted("new_prospect") == [{"prospect": prospect.pk, "reader": adviser.pk}]
    assert actions(prospect) == ["prospects.received"]


def test_the_same_form_sent_twice_is_stored_once():
    submission = str(uuid.uuid4())
    first = submit(submission=submission)
    second = submit(submission=submission, company_name="Noe annet AS")
    assert first == second
    assert (Prospect.objects.count(), Contact.objects.count(), InterestForm.objects.count()) == (1, 1, 1)
    assert len(posted("interest_receipt")) == 1
    submit()
    assert Prospect.objects.count() == 2


def test_nothing_of_a_form_is_stored_when_the_last_of_it_cannot_be():
    form = InterestFormForm(typed_interest(consents_to_email="on"))
    assert form.is_valid()
    with pytest.raises(KeyError):
        receive_interest(form.cleaned_data, submission=uuid.uuid4(), wordings={})
    for model in (Prospect, Contact, InterestForm, Consent, OutgoingMail):
        assert not model.objects.exists()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_consent_is_kept_with_the_words_it_was_given_to(language):
    from django.utils import translation

    with translation.override(language):
        words = {name: str(InterestFormForm().fields[f"consents_to_{name}"].label) for name in ("email", "phone")}
        stored = submit(consents_to_email="on", consents_to_phone="on", phone="22334455", language=language)
    kept = {consent.channel: consent.wording for consent in Consent.objects.all()}
    assert kept == words
    assert {consent.given_at for consent in Consent.objects.all()} == {stored.received_at}
    assert (stored.consents_to_email, stored.consents_to_phone) == (True, True)


def test_without_a_tick_there_is_no_consent():
    stored = submit()
    assert not Consent.objects.exists()
    assert (stored.consents_to_email, stored.consents_to_phone) == (False, False)
    submit(consents_to_email="on")
    assert Consent.objects.get().channel == "email"


# --- who is told ------------------------------------------------------------------------------------------------------
def test_the_adviser_of_the_case_is_told_and_nobody_else():
    mine = UserFactory(adviser=True)
    UserFactory(adviser=True)
    assert advisers_to_tell(ProspectFactory(adviser=mine)) == [mine]


def test_while_a_case_has_no_adviser_all_advisers_are_told():
    both = [UserFactory(adviser=True), UserFactory(adviser=True)]
    UserFactory(adviser=True, locked_out=True)
    UserFactory(manager=True)
    UserFactory(communications=True)
    assert advisers_to_tell(ProspectFactory()) == both
    assert advisers_to_tell(ProspectFactory(adviser=UserFactory(adviser=True, locked_out=True))) == both


def test_when_there_is_no_adviser_the_managers_are_told():
    manager = UserFactory(manager=True)
    UserFactory(adviser=True, locked_out=True)
    stored = submit()
    assert posted("new_prospect") == [{"prospect": stored.prospect.pk, "reader": manager.pk}]


def test_when_there_is_nobody_else_the_owner_of_the_site_is_told():
    owner = User.objects.create_superuser("eier@example.org")
    UserFactory(communications=True)
    assert advisers_to_tell(ProspectFactory()) == [owner]


# --- the clock of the first answer ------------------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "answers"), [("note", False), ("call", True), ("mail", True), ("meeting", True)])
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
    assert set(Activity.Kind.values) == {"note", "call", "mail", "meeting"}


def test_the_first_answer_stays_the_first():
    prospect = ProspectFactory()
    stale = Prospect.objects.get(pk=prospect.pk)
    first = record_activity(prospect, kind="call", text="Ringte.", by=None)
    for case in (prospect, stale):
        record_activity(case, kind="meeting", text="Møtte.", by=None, at=timezone.now() + timedelta(hours=1))
    assert Prospect.objects.get(pk=prospect.pk).answered_at == first.happened_at
    assert actions(prospect).count("prospects.answered") == 1


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


# --- forgetting -------------------------------------------------------------------------------------------------------
def long_ago(days: int = 0):
    """So many days before (or, below nought, after) the moment at which persons are forgotten."""
    return timezone.now() - timedelta(days=round(settings.RETENTION_MONTHS * 30.44) + days)


def old_case(days: int = 1) -> Prospect:
    """A case with everything personal in it, of which nothing was heard since then."""
    then = long_ago(days)
    prospect = ProspectFactory(created_at=then, need="Ring Ingrid.")
    ConsentFactory(contact=prospect.main_contact)
    InterestFormFactory(prospect=prospect, received_at=then)
    PrivateLinkFactory(prospect=prospect)
    ActivityFactory(prospect=prospect, happened_at=then, text="Ingrid er syk.")
    return prospect


def test_the_persons_of_an_old_case_are_forgotten_and_the_figure_stays():
    prospect = old_case()
    assert forget_due() == 1
    prospect = Prospect.objects.get(pk=prospect.pk)
    for personal in (prospect.contacts, prospect.interest_forms, prospect.private_links, Consent.objects):
        assert not personal.exists()
    assert (prospect.need, prospect.activities.get().text) == ("", "")
    assert prospect.company_name
    assert actions(prospect) == ["prospects.forgotten"]
    assert forget_due() == 0


@pytest.mark.parametrize(("days", "forgotten"), [(1, 1), (-1, 0), (400, 1)])
def test_persons_are_forgotten_after_the_time_said_and_not_before(days, forgotten):
    old_case(days)
    assert forget_due() == forgotten


def test_the_moment_can_be_told():
    old_case(-10)
    assert forget_due(timezone.now() + timedelta(days=9)) == 0
    assert forget_due(timezone.now() + timedelta(days=11)) == 1


def test_a_case_in_which_something_happened_since_is_kept():
    ActivityFactory(prospect=old_case(), happened_at=long_ago(-1))
    HandoverFactory(prospect=old_case(), handed_over_at=long_ago(-1))
    assert forget_due() == 0
    assert Contact.objects.count() == 2


@pytest.mark.parametrize("moment", ["consented_at", "accepted_at", "contacted_at", "finished_at"])
def test_a_case_in_which_a_firm_did_something_since_is_kept(moment):
    handover = HandoverFactory(prospect=old_case(), handed_over_at=long_ago(30))
    Handover.objects.filter(pk=handover.pk).update(**{moment: long_ago(-1)})
    assert forget_due() == 0


def test_a_case_whose_stage_moved_since_is_kept():
    prospect = old_case()
    prospect.qualify(by=UserFactory())
    assert forget_due() == 0


def test_a_case_with_only_old_handovers_is_forgotten():
    handover = HandoverFactory(prospect=old_case(), handed_over_at=long_ago(30))
    handover.withdraw(reason="Feil.", by=None, at=long_ago(20))
    assert forget_due() == 1
