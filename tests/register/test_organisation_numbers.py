"""Organisation numbers."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from register.models import Company, OrganisationNumberField, normalise_organisation_number
from tests.common.properties import examples
from tests.factories import CompanyFactory, check_digit, organisation_number

EXAMPLE = r"\d{3}\s\d{3}\s\d{3}"
EIGHT = st.integers(0, 99_999_999).map(lambda number: f"{number:08d}")


@pytest.mark.parametrize(
    "typed",
    [
        "923609016",
        "923 609 016",
        " 923609016 ",
        "923\N{NO-BREAK SPACE}609\N{NO-BREAK SPACE}016",
        "923609016MVA",
        "923 609 016 MVA",
        "923 609 016 mva",
        "NO 923 609 016 MVA",
        "NO923609016MVA",
        "no923609016",
    ],
)
def test_a_number_is_understood_however_people_write_it(typed):
    assert normalise_organisation_number(typed) == "923609016"


@pytest.mark.parametrize(
    "typed",
    [
        "923609017",  # wrong check digit
        "932609016",  # two digits swapped
        "92360901",
        "9236090160",
        "92360901X",
        "abc",
        "MVA",
        "NO",
        "",
        "  ",
        "１２３",
    ],
)
def test_what_is_no_number_is_refused_with_an_example_of_one(typed):
    with pytest.raises(ValidationError, match=EXAMPLE) as refused:
        normalise_organisation_number(typed)
    assert refused.value.code == "organisation_number"


def test_the_example_people_are_shown_is_itself_valid():
    with pytest.raises(ValidationError) as refused:
        normalise_organisation_number("abc")
    [example] = re.findall(EXAMPLE, str(refused.value.message))
    assert normalise_organisation_number(example) == re.sub(r"\s", "", example)


@examples(2000)
@given(EIGHT, st.sampled_from(["", " ", "\N{NO-BREAK SPACE}"]), st.sampled_from(["", "MVA", " MVA", "mva"]))
def test_every_valid_number_survives_the_way_it_is_written(eight, space, suffix):
    digit = check_digit(eight)
    assume(digit < 10)
    number = f"{eight}{digit}"
    written = space.join((number[:3], number[3:6], number[6:])) + suffix
    assert normalise_organisation_number(written) == number
    assert normalise_organisation_number(number) == number


@examples(2000)
@given(EIGHT, st.integers(1, 9), st.integers(0, 8))
def test_one_wrong_digit_is_always_noticed(eight, off, place):
    digit = check_digit(eight)
    assume(digit < 10)
    number = f"{eight}{digit}"
    wrong = f"{number[:place]}{(int(number[place]) + off) % 10}{number[place + 1 :]}"
    with pytest.raises(ValidationError):
        normalise_organisation_number(wrong)


@examples(500)
@given(st.integers(0, 9_999_999).map(lambda number: f"{number:07d}"))
def test_eight_digits_without_a_check_digit_begin_no_number(seven):
    # The eighth digit has weight 2, so for ten of eleven beginnings one of the ten digits has no check digit.
    without = [f"{seven}{eighth}" for eighth in range(10) if check_digit(f"{seven}{eighth}") == 10]
    assume(without)
    [eight] = without
    for last in range(10):
        with pytest.raises(ValidationError):
            normalise_organisation_number(f"{eight}{last}")


@examples(500)
@given(st.text(max_size=30))
def test_whatever_is_typed_gives_nine_digits_or_a_refusal(typed):
    try:
        number = normalise_organisation_number(typed)
    except ValidationError:
        return
    assert len(number) == 9
    assert number.isascii()
    assert number.isdigit()


def test_the_field_cleans_what_is_typed_and_leaves_room_for_spaces():
    field = OrganisationNumberField()
    assert field.to_python("923 609 016") == "923609016"
    assert field.formfield().max_length == 20
    assert field.formfield().clean("923 609 016") == "923 609 016"
    for empty in ("", None):
        assert field.to_python(empty) == empty


def test_a_company_with_a_wrong_number_is_not_clean(db):
    company = CompanyFactory.build(organisation_number="923609017", industry_code=None, municipality=None)
    with pytest.raises(ValidationError) as refused:
        company.full_clean()
    assert "organisation_number" in refused.value.message_dict


def test_a_company_keeps_its_number_without_spaces(db):
    company = CompanyFactory.build(organisation_number="923 609 016", industry_code=None, municipality=None)
    company.full_clean()
    company.save()
    assert Company.objects.get().organisation_number == "923609016"


def test_the_numbers_of_the_factories_are_valid_and_all_different():
    numbers = [organisation_number(number) for number in range(2000)]
    assert len(set(numbers)) == 2000
    assert [normalise_organisation_number(number) for number in numbers] == numbers
