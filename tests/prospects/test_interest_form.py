"""The interest form: what may be typed, what is kept, and the guard against machines."""

import base64
import json
import time
import uuid
from datetime import timedelta

import altcha
import pytest
import time_machine
from django.core import signing
from django.utils import timezone, translation

from prospects.forms import LONGEST_SECONDS, SHORTEST_SECONDS, InterestFormForm
from tests.factories import FocusIndustryFactory, typed_interest

pytestmark = pytest.mark.django_db

VISIBLE = [name for _title, _intro, names in InterestFormForm.SECTIONS for name in names]


def started(seconds_ago: float) -> str:
    """The stamp of a form opened so many seconds ago."""
    return signing.dumps(int(time.time() - seconds_ago), salt="prospects.interest")


def filled(**changes) -> InterestFormForm:
    """The form as posted."""
    return InterestFormForm(typed_interest(**changes))


def test_a_form_filled_in_with_care_is_valid():
    form = filled()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["is_proven"] is False


def test_a_blank_form_can_be_filled_in_and_sent():
    with translation.override("en"):
        form = InterestFormForm.blank({"campaign": "spring campaign"})
    initial = form.initial
    assert initial["language"] == "en"
    with time_machine.travel(time.time() + SHORTEST_SECONDS + 1, tick=False):
        sent = filled(submission=str(initial["submission"]), started=initial["started"], campaign=initial["campaign"])
        assert sent.is_valid(), sent.errors
    assert sent.cleaned_data["submission"] == initial["submission"]
    assert sent.cleaned_data["campaign"] == "spring campaign"
    assert InterestFormForm.blank().initial["submission"] != initial["submission"]
    assert len(InterestFormForm.blank({"campaign": "x" * 500}).initial["campaign"]) == 200


# --- errors -----------------------------------------------------------------------------------------------------------
WRONG = [
    ("company_name", {"company_name": ""}),
    ("company_name", {"company_name": "   "}),
    ("company_name", {"company_name": "x" * 201}),
    ("organisation_number", {"organisation_number": "923609017"}),
    ("organisation_number", {"organisation_number": "556677-8899", "country": "SE"}),
    ("country", {"country": ""}),
    ("country", {"country": "XX"}),
    ("country", {"country": "ZZ"}),
    ("industry", {"industry": "finnes-ikke"}),
    ("employees", {"employees": ""}),
    ("employees", {"employees": "many"}),
    ("area", {"area": ""}),
    ("time_frame", {"time_frame": "yesterday"}),
    ("readiness", {"readiness": ""}),
    ("need", {"need": "x" * 3001}),
    ("name", {"name": ""}),
    ("email", {"email": "kari"}),
    ("email", {"email": "kari@fjordlys.example\nbcc: eve@example.org"}),
    ("phone", {"phone": "12"}),
    ("phone", {"phone": "ring meg"}),
    ("phone", {"phone": "", "consents_to_phone": "on"}),
    ("language", {"language": "sv"}),
    ("nettside", {"nettside": "https://spam.example"}),
    ("submission", {"submission": "1"}),
    ("submission", {"submission": ""}),
    ("started", {"started": ""}),
    ("started", {"started": "1700000000"}),
]


@pytest.mark.parametrize(("field", "changes"), WRONG)
def test_every_error_stands_at_its_field_and_keeps_what_was_typed(field, changes):
    typed = typed_interest(**changes)
    form = InterestFormForm(typed)
    assert not form.is_valid()
    assert set(form.errors) == {field}
    assert all(form.errors[field])
    for name in [*VISIBLE, "submission", "campaign"]:
        assert (form[name].value() or "") in (typed.get(name, ""), name in typed), name
    html = str(form)
    for kept in (typed["name"], typed["email"], typed["need"][:40], typed["company_name"]):
        if "\n" not in kept:
            assert kept in html


def test_all_errors_are_told_at_once():
    form = filled(company_name="", email="x", phone="12", employees="")
    assert {"company_name", "email", "phone", "employees"} <= set(form.errors)


def test_an_industry_that_was_given_up_cannot_be_chosen():
    retired = FocusIndustryFactory(retired=True)
    assert "industry" in filled(industry=retired.slug).errors
    assert retired.name not in str(InterestFormForm())


@pytest.mark.parametrize("language", ["nb", "en"])
def test_errors_are_told_in_the_language_of_the_page(language):
    with translation.override(language):
        form = filled(phone="12", nettside="x", started=started(0))
        told = [str(error) for errors in form.errors.values() for error in errors]
    with translation.override({"nb": "en", "en": "nb"}[language]):
        form = filled(phone="12", nettside="x", started=started(0))
        other = [str(error) for errors in form.errors.values() for error in errors]
    assert len(told) == len(other) == 3
    assert not set(told) & set(other)


# --- numbers ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["923 609 016", "923609016", "NO 923 609 016 MVA", "923609016mva"])
def test_an_organisation_number_is_kept_as_nine_digits(typed):
    form = filled(organisation_number=typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["organisation_number"] == "923609016"


@pytest.mark.parametrize(("country", "number"), [("SE", ""), ("NO", ""), ("SE", "923 609 016")])
def test_a_foreign_company_needs_no_number_but_may_have_a_norwegian_one(country, number):
    form = filled(country=country, organisation_number=number)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["organisation_number"] == number.replace(" ", "")


def test_a_foreign_number_is_said_to_be_foreign_and_not_wrong():
    foreign, wrong = filled(country="SE", organisation_number="5566778899"), filled(organisation_number="5566778899")
    assert list(foreign.errors["organisation_number"]) != list(wrong.errors["organisation_number"])


@pytest.mark.parametrize(
    ("country", "typed", "kept"),
    [
        ("NO", "22334455", "+47 22 33 44 55"),
        ("NO", "22 33 44 55", "+47 22 33 44 55"),
        ("NO", "+47 223 34 455", "+47 22 33 44 55"),
        ("NO", "0047 22334455", "+47 22 33 44 55"),
        ("NO", "+46 8 123 456 78", "+46 8 123 456 78"),
        ("SE", "08-123 456 78", "+46 8 123 456 78"),
        ("GB", "020 7946 0018", "+44 20 7946 0018"),
        ("NO", "(+47) 412 34 567", "+47 412 34 567"),
        ("NO", "", ""),
        ("NO", "  ", ""),
    ],
)
def test_a_telephone_number_is_kept_so_that_it_can_be_called_from_anywhere(country, typed, kept):
    form = filled(country=country, phone=typed)
    assert form.is_valid(), form.errors
    # How the digits are grouped is the business of the library and its tables.
    assert form.cleaned_data["phone"].replace(" ", "") == kept.replace(" ", "")
    assert form.cleaned_data["phone"][:3] == kept[:3]


@pytest.mark.parametrize("typed", ["1", "123", "+47", "abcdefgh", "+999 22334455", "1" * 25])
def test_what_nobody_can_call_is_refused(typed):
    assert "phone" in filled(phone=typed).errors


def test_who_wants_to_be_called_gives_a_number():
    assert "phone" in filled(consents_to_phone="on").errors
    form = filled(consents_to_phone="on", phone="22334455")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["consents_to_phone"] is True


def test_the_words_of_the_consents_are_those_on_the_page():
    for language in ("nb", "en"):
        with translation.override(language):
            words = InterestFormForm().wordings()
            html = str(InterestFormForm())
        assert set(words) == {"email", "phone"}
        assert all(text in html for text in words.values())


def test_every_visible_field_is_in_a_section_once():
    hidden = {"nettside", "submission", "started", "proof", "campaign", "came_by", "first_page"}
    assert sorted(VISIBLE) == sorted(set(InterestFormForm.base_fields) - hidden)
    assert [field.name for section in InterestFormForm().sections for field in section["fields"]] == VISIBLE


# --- machines ---------------------------------------------------------------------------------------------------------
def test_who_fills_in_what_nobody_sees_is_told_kindly():
    form = filled(nettside="x")
    assert form.errors.as_data()["nettside"][0].code == "honeypot"


def test_a_form_sent_faster_than_anybody_types_is_refused_and_the_next_try_is_not():
    typed = typed_interest(started=started(0))
    with time_machine.travel(time.time() + SHORTEST_SECONDS - 1.5, tick=False):
        form = InterestFormForm(typed)
        assert form.errors.as_data()["started"][0].code == "fast"
    with time_machine.travel(time.time() + SHORTEST_SECONDS + 1, tick=False):
        assert InterestFormForm(typed).is_valid()


@pytest.mark.parametrize(("seconds", "valid"), [(LONGEST_SECONDS - 60, True), (LONGEST_SECONDS + 60, False)])
def test_a_form_left_open_for_longer_than_a_day_is_refused(seconds, valid):
    typed = typed_interest(started=started(0))
    with time_machine.travel(time.time() + seconds, tick=False):
        form = InterestFormForm(typed)
        assert form.is_valid() is valid
    assert valid or set(form.errors) == {"started"}


FORGED = {
    "of another form": lambda: signing.dumps(0, salt="another form"),
    "changed": lambda: started(60)[:-5] + "AAAAA",
    "no number": lambda: signing.dumps("soon", salt="prospects.interest"),
    "a list": lambda: signing.dumps([1], salt="prospects.interest"),
    "empty": lambda: "",
    "nonsense": lambda: "1:2:3",
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_forged_stamp_is_refused(kind):
    assert set(filled(started=FORGED[kind]()).errors) == {"started"}


def proof(form: InterestFormForm | None = None, **changes) -> str:
    """The proof a browser sends: it solves the puzzle of the page."""
    puzzle = json.loads((form or InterestFormForm()).challenge)
    solved = altcha.v1.solve_challenge(
        puzzle["challenge"], puzzle["salt"], puzzle["algorithm"], puzzle.get("maxNumber") or puzzle.get("maxnumber")
    )
    answer = {name: puzzle[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**answer, "number": solved.number, **changes}).encode()).decode()


def is_proven(sent: str) -> bool:
    """Whether a form with that proof counts as sent by a browser; it is valid in any case."""
    form = filled(proof=sent)
    assert form.is_valid(), form.errors
    return form.cleaned_data["is_proven"]


def test_a_solved_puzzle_proves_a_browser_once():
    sent = proof()
    assert is_proven(sent)
    assert not is_proven(sent)
    assert is_proven(proof())


def test_the_same_answer_written_differently_is_no_new_proof():
    sent = proof()
    assert is_proven(sent)
    again = json.loads(base64.b64decode(sent))
    assert not is_proven(base64.b64encode(json.dumps({**again, "took": 17}, indent=1).encode()).decode())


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "x",
        "bm90IGpzb24=",
        base64.b64encode(b"[]").decode(),
        base64.b64encode(b"{}").decode(),
        base64.b64encode(b'"x"').decode(),
        base64.b64encode(b"\xff\xfe").decode(),
        "=" * 2000,
    ],
)
def test_nonsense_is_no_proof_and_no_error(sent):
    assert not is_proven(sent)


@pytest.mark.parametrize(
    "changes", [{"number": -1}, {"signature": "0" * 64}, {"challenge": "0" * 64}, {"salt": "0?expires=9"}]
)
def test_a_forged_proof_is_none(changes):
    assert not is_proven(proof(**changes))


def test_a_puzzle_somebody_else_made_is_no_proof():
    made = altcha.v1.create_challenge(
        altcha.v1.ChallengeOptions(hmac_key="another key", max_number=50, expires=timezone.now() + timedelta(hours=1))
    ).to_dict()
    solved = altcha.v1.solve_challenge(made["challenge"], made["salt"], made["algorithm"], 50)
    answer = {name: made[name] for name in ("algorithm", "challenge", "salt", "signature")}
    assert not is_proven(base64.b64encode(json.dumps({**answer, "number": solved.number}).encode()).decode())


def test_a_puzzle_from_the_day_before_yesterday_is_no_proof():
    sent = proof()
    with time_machine.travel(time.time() + LONGEST_SECONDS + 5, tick=False):
        assert not is_proven(sent)


def test_two_forms_never_get_the_same_puzzle():
    assert len({InterestFormForm().challenge for _number in range(20)}) == 20


def test_a_submission_is_a_number_nobody_guesses():
    assert InterestFormForm.blank().initial["submission"].version == 4
    assert filled(submission=str(uuid.uuid4())).is_valid()
