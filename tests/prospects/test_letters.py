"""The letters of a case, as they arrive, in both languages."""

import pytest
from django.utils import translation

from common.mail import _builders, message
from prospects.models import Handover
from prospects.services import record_activity
from tests.factories import (
    HandoverFactory,
    HandoverRoundFactory,
    InterestFormFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LANGUAGES = ("nb", "en")
COMPANY = "Hemmelig Havbruk AS"
CONTACT = {"name": "Ingrid Solbakken", "email": "ingrid@havbruk.example", "phone": "+47 22 33 44 55"}
SECRETS = (
    "Hemmelig",
    "Havbruk",
    "havbruk.example",
    "Ingrid",
    "Solbakken",
    "22 33 44 55",
    "22334455",
    "923609016",
    "923 609 016",
    "kailegge",  # of the need in its own words
)


def case(language: str, **facts):
    """A qualified prospect whose person reads `language`."""
    return ProspectFactory(
        qualified=True,
        company_name=COMPANY,
        organisation_number="923609016",
        need="Trenger kailegge nå.",
        contact={**CONTACT, "language": language},
        **facts,
    )


def build(kind: str, **arguments):
    """The letter as the outbox makes it, whatever language the worker itself runs in."""
    with translation.override("en" if kind < "m" else "nb"):
        return _builders[kind](**arguments)


def whole(built) -> str:
    """Everything a reader can see of a letter: subject, plain text, HTML."""
    sent = message(built)
    return "\n".join([sent.subject, sent.body, sent.alternatives[0].content, *sent.to])


def letter_of(kind: str, language: str):
    """A letter of that kind to somebody who reads `language`."""
    prospect = case(language)
    if kind == "interest_receipt":
        return build(kind, interest_form=InterestFormFactory(prospect=prospect).pk)
    if kind == "message_to_prospect":
        activity = record_activity(prospect, kind="mail", text="Kom på besøk.", by=UserFactory(first_name="Åse"))
        return build(kind, activity=activity.pk)
    reader = UserFactory(adviser=True, language=language)
    if kind == "new_prospect":
        return build(kind, prospect=prospect.pk, reader=reader.pk)
    status = {
        "consent_request": "awaiting_consent",
        "handover_offered": "offered",
        "handover_accepted_prospect": "accepted",
        "handover_accepted": "accepted",
        "handover_declined": "declined",
        "handover_done": "done",
        "handover_lapsed": "lapsed",
        "consent_refused": "withdrawn",
        "handover_interested": "interested",
        "round_passed_on": "offered",
        "round_exhausted": "declined",
        "round_consent_request": "awaiting_consent",
    }[kind]
    handover = HandoverFactory(
        prospect=prospect, firm=PartnerFirmFactory(name="Elvebredden Eiendom AS"), **{status: True}
    )
    if kind == "round_consent_request":
        found = HandoverRoundFactory(prospect=prospect)
        HandoverFactory(prospect=prospect, round=found, firm=PartnerFirmFactory(name="Brohode & Co AS"))
        Handover.objects.filter(pk=handover.pk).update(round=found)
        return build(kind, round=found.pk)
    if kind in ("consent_request", "handover_accepted_prospect"):
        return build(kind, handover=handover.pk)
    if kind == "handover_offered":
        reader = MembershipFactory(firm=handover.firm, user=UserFactory(language=language)).user
    return build(kind, handover=handover.pk, reader=reader.pk)


# kind: to whom, and what must stand in it
KINDS = {
    "interest_receipt": ("prospect", [COMPANY]),
    "message_to_prospect": ("prospect", ["Åse", "Kom på besøk."]),
    "consent_request": ("prospect", ["Elvebredden Eiendom AS"]),
    "handover_accepted_prospect": ("prospect", ["Elvebredden Eiendom AS", "Prøve"]),
    "new_prospect": ("adviser", [COMPANY]),
    "handover_offered": ("firm", ["Elvebredden Eiendom AS"]),
    "handover_accepted": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "handover_declined": ("adviser", ["Elvebredden Eiendom AS", COMPANY, "Vi har ikke plass."]),
    "handover_done": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "handover_lapsed": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "consent_refused": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "handover_interested": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "round_passed_on": ("adviser", ["Elvebredden Eiendom AS", COMPANY]),
    "round_exhausted": ("adviser", [COMPANY]),
    "round_consent_request": ("prospect", ["Elvebredden Eiendom AS", "Brohode &"]),
}


def test_every_letter_of_a_case_is_in_the_table():
    ours = {kind for kind, builder in _builders.items() if builder.__module__ == "prospects.mail"}
    assert ours == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_says_its_thing_in_the_language_of_its_reader(kind, language):
    built = letter_of(kind, language)
    to, said = KINDS[kind]
    text = whole(built)
    assert built.language == language
    for words in said:
        assert words in text.replace("&#x27;", "'")
    label, address = built.action
    assert address.startswith("http://127.0.0.1:8000/")
    assert label
    assert "%(" not in text
    assert (built.to == CONTACT["email"]) is (to == "prospect")
    expected = {"prospect": "/mitt/", "adviser": "/admin/", "firm": "/portal/"}[to]
    assert expected in address
    if to == "prospect":
        assert ("/en/" in address) is (language == "en")


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_is_the_same_in_both_languages(kind):
    nb, en = (letter_of(kind, language) for language in LANGUAGES)
    assert nb.subject.replace("P-", "") != en.subject
    assert nb.action[0] != en.action[0]
    if kind != "message_to_prospect":  # what the adviser wrote is sent as it was written
        assert nb.paragraphs != en.paragraphs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offer_to_a_firm_says_nothing_of_who_it_is(language):
    text = whole(letter_of("handover_offered", language)).casefold()
    assert not [secret for secret in SECRETS if secret.casefold() in text]
    need = {"nb": "trenger lokaler med god adkomst.", "en": "needs premises with good access."}[language]
    assert need in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_request_for_consent_tells_the_firm_nothing(language):
    assert letter_of("consent_request", language).to == CONTACT["email"]


@pytest.mark.parametrize(("language", "day"), [("nb", "mandag"), ("en", "Monday")])
def test_a_promise_names_the_day_and_the_time_in_oslo(language, day):
    from datetime import UTC, datetime

    prospect = case(language, answer_due_at=datetime(2026, 11, 30, 13, 5, tzinfo=UTC))
    built = build("interest_receipt", interest_form=InterestFormFactory(prospect=prospect).pk)
    assert f"{day} 30" in built.paragraphs[0]
    assert "14:05" in built.paragraphs[0].replace("14.05", "14:05")


# --- what no longer makes sense is not written ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "statuses"),
    [
        ("consent_request", ["draft", "queued", "offered", "seen", "accepted", "withdrawn", "declined", "lapsed"]),
        ("handover_accepted_prospect", ["awaiting_consent", "offered", "withdrawn", "declined", "lapsed"]),
        ("handover_offered", ["awaiting_consent", "accepted", "withdrawn", "declined", "lapsed"]),
    ],
)
def test_a_letter_whose_time_has_passed_is_not_written(kind, statuses):
    for status in statuses:
        handover = HandoverFactory(**{status: True})
        reader = MembershipFactory(firm=handover.firm).user
        extra = {"reader": reader.pk} if kind == "handover_offered" else {}
        assert build(kind, handover=handover.pk, **extra) is None, status


@pytest.mark.parametrize(
    "reader",
    [
        lambda firm: UserFactory(),
        lambda firm: MembershipFactory().user,
        lambda firm: MembershipFactory(firm=firm, ended=True, user=UserFactory()).user or UserFactory(),
        lambda firm: MembershipFactory(firm=firm, user=UserFactory(locked_out=True)).user,
        lambda firm: UserFactory(adviser=True),
    ],
    ids=["nobody", "another firm", "former member", "locked out", "adviser"],
)
def test_an_offer_goes_only_to_people_who_still_have_a_seat_in_that_firm(reader):
    handover = HandoverFactory(offered=True)
    assert build("handover_offered", handover=handover.pk, reader=reader(handover.firm).pk) is None


@pytest.mark.parametrize(
    "kind",
    [
        *("handover_accepted", "handover_declined", "handover_done", "handover_lapsed", "handover_interested"),
        *("consent_refused", "new_prospect", "round_passed_on", "round_exhausted"),
    ],
)
@pytest.mark.parametrize("who", [{}, {"adviser": True, "locked_out": True}], ids=["not staff", "locked out"])
def test_what_names_the_company_goes_only_to_staff(kind, who):
    handover = HandoverFactory(accepted=True)
    about = {"prospect": handover.prospect_id} if kind == "new_prospect" else {"handover": handover.pk}
    assert build(kind, reader=UserFactory(**who).pk, **about) is None
    assert build(kind, reader=UserFactory(adviser=True).pk, **about) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_about_something_that_is_gone_is_not_written(kind):
    arguments = {
        "interest_receipt": {"interest_form": 0},
        "message_to_prospect": {"activity": 0},
        "round_consent_request": {"round": 0},
        "new_prospect": {"prospect": 0, "reader": UserFactory(adviser=True).pk},
    }.get(kind, {"handover": 0})
    to_staff = kind in ("consent_refused", "round_passed_on", "round_exhausted")
    if (kind.startswith("handover_") and kind != "handover_accepted_prospect") or to_staff:
        arguments["reader"] = UserFactory(adviser=True).pk
    assert build(kind, **arguments) is None


def test_a_letter_to_a_person_who_was_forgotten_is_not_written():
    handover = HandoverFactory()
    handover.prospect.contacts.all().delete()
    assert build("consent_request", handover=handover.pk) is None
    activity = record_activity(handover.prospect, kind="mail", text="Hei", by=None)
    assert build("message_to_prospect", activity=activity.pk) is None
