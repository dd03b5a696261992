"""Areas, distances and dates of premises, as a reader writes them."""

from babel.numbers import format_decimal
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from partners.models import Premises


def number_words(number: int) -> str:
    """1 200 in Norwegian, 1,200 in English."""
    english = (get_language() or "nb").startswith("en")
    return format_decimal(number, format="#,##0", locale="en_GB" if english else "nb_NO")


def square_metres(first: int, last: int | None = None) -> str:
    """`1 200 m²`, or from the first to the last: `600–1 200 m²`. The parts never part at the end of a line."""
    if last is None or last == first:
        return f"{number_words(first)}\xa0m²"
    return f"{number_words(first)}–{number_words(last)}\xa0m²"


def metres_words(metres: int) -> str:
    """`450 m`, `1 200 m`."""
    return f"{number_words(metres)}\xa0m"


def walk_words(premises: Premises) -> str:
    """`450 m, 6 minutes on foot`."""
    minutes = ngettext("%(minutes)d minute on foot", "%(minutes)d minutes on foot", premises.walking_minutes)
    return f"{metres_words(premises.metres_to_station)}, {minutes % {'minutes': premises.walking_minutes}}"


def vacant_words(premises: Premises) -> str:
    """`now`, or the date."""
    return _("now") if premises.is_vacant_now else date_format(premises.vacant_from, "DATE_FORMAT")


def price_words(premises: Premises) -> str:
    """The price band, with what it is for."""
    band = premises.get_price_band_display()
    if premises.price_band == Premises.PriceBand.ASK:
        return band
    return _("%(band)s per m² and year") % {"band": band}
