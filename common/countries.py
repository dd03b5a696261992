"""The countries of the world, named as each language names them (CLDR, through Babel)."""

from functools import lru_cache

from babel import Locale
from django.utils.functional import lazy
from django.utils.translation import get_language

NEAR = ("NO", "SE", "DK", "FI", "IS", "DE", "GB", "NL", "PL", "US")
# CLDR lists more than countries: regions of the world, outlying territories, codes kept for exceptions.
_NOT_A_COUNTRY = frozenset({"EU", "EZ", "UN", "XA", "XB", "QO", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
# After Z in this order; all capital, since the case of a letter decides nothing.
_NORWEGIAN_LAST = str.maketrans({"Æ": "\ue000", "Ø": "\ue001", "Å": "\ue002"})


@lru_cache(maxsize=4)
def _named(language: str) -> dict[str, str]:
    territories = Locale.parse("en_GB" if language == "en" else "nb_NO").territories
    return {
        str(code): str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_A_COUNTRY
    }


def country_name(code: str) -> str:
    """The name of a country by its ISO 3166 code, in the language of the page; the code itself when it is unknown."""
    return _named((get_language() or "nb")[:2]).get(code, code)


def country_codes() -> frozenset[str]:
    """Every ISO 3166 code a form accepts."""
    return frozenset(_named("en"))


def _choices() -> list:
    language = (get_language() or "nb")[:2]
    names = _named(language)
    rest = sorted(
        ((code, name) for code, name in names.items() if code not in NEAR),
        key=lambda pair: pair[1].upper().translate(_NORWEGIAN_LAST) if language == "nb" else pair[1],
    )
    return [*((code, names[code]) for code in NEAR), *rest]


country_choices = lazy(_choices, list)
"""Choices for a form: the near countries first, then the alphabet, with Æ Ø Å last in Norwegian."""
