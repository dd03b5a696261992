"""Names of countries."""

import pytest
from django.utils import translation

from common.countries import NEAR, country_choices, country_codes, country_name


def choices(language: str) -> list[tuple[str, str]]:
    """The choices as a form of that language shows them."""
    with translation.override(language):
        return list(country_choices())


@pytest.mark.parametrize("language", ["nb", "en"])
def test_norway_comes_first_then_the_near_ones_then_the_rest_once_each(language):
    codes = [code for code, _name in choices(language)]
    assert codes[0] == "NO"
    assert codes[: len(NEAR)] == list(NEAR)
    assert len(codes) == len(set(codes)) == len(country_codes())
    assert set(codes) == country_codes()


def test_norwegian_names_sort_with_ae_oe_and_aa_last():
    names = [name for _code, name in choices("nb")[len(NEAR) :]]
    for earlier, later in [
        ("Albania", "Zimbabwe"),
        ("Zambia", "Zimbabwe"),
        ("Zimbabwe", "Østerrike"),
        ("Zimbabwe", "Øst-Timor"),
        ("Østerrike", "Åland"),
        ("Færøyene", "Georgia"),
    ]:
        assert names.index(earlier) < names.index(later), (earlier, later)
    assert names[-1] == "Åland"


def test_english_names_sort_by_the_english_alphabet():
    names = [name for _code, name in choices("en")[len(NEAR) :]]
    assert names.index("Albania") < names.index("Austria") < names.index("Zimbabwe")


@pytest.mark.parametrize(
    ("code", "nb", "en"), [("NO", "Norge", "Norway"), ("SE", "Sverige", "Sweden"), ("AT", "Østerrike", "Austria")]
)
def test_a_country_is_named_in_the_language_of_the_page(code, nb, en):
    with translation.override("nb"):
        assert country_name(code) == nb
    with translation.override("en"):
        assert country_name(code) == en
    with translation.override(None):
        assert country_name(code) == nb


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "001", "150", "no", ""])
def test_what_is_no_country_cannot_be_chosen(code):
    assert code not in country_codes()
    assert country_name(code) == code
