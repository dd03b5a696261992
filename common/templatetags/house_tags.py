"""What templates need to say things the way a reader expects them."""

from datetime import datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from common import languages
from common.countries import country_name
from common.money import display
from common.stylesheets import addresses

SOON = timedelta(hours=4)

register = template.Library()


@register.filter
def country(code: str) -> str:
    """`NO` becomes Norge or Norway."""
    return country_name(code) if code else ""


@register.filter
def in_sentence(name: str) -> str:
    """`Norsk` becomes norsk in Norwegian; in English the names of languages keep their capital letter."""
    return languages.in_sentence(str(name))


@register.filter
def kroner(amount: Decimal | int | None) -> str:
    """An amount as the reader writes it; nothing for no amount."""
    return "" if amount is None else display(amount, get_language() or "nb")


@register.filter
def minus(amount: Decimal) -> Decimal:
    """The amount with the other sign: what a row takes from a debt, as what came in."""
    return -amount


@register.filter
def clock_state(due: datetime | None) -> str:
    """How near a deadline is, in the words components/clock.html knows: calm, soon, late; nothing without one."""
    if due is None:
        return ""
    left = due - timezone.now()
    return "late" if left <= timedelta(0) else "soon" if left < SOON else "calm"


@register.simple_tag
def stylesheets(name: str) -> SafeString:
    """The links to the style sheets of a bundle in `common.stylesheets`."""
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((one,) for one in addresses(name)))
