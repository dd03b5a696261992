"""What a visitor wants of premises, as it stands in the address, and the premises that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, Window
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.premises.words import metres_words, square_metres
from partners.models import Premises

A_PAGE = 12
PAGE_PARAM = "side"
LARGEST_AREA = 1_000_000  # square metres; nobody wants more
KINDS: dict[str, Any] = {
    "kontor": Premises.Kind.OFFICE,
    "laboratorium": Premises.Kind.LABORATORY,
    "verksted": Premises.Kind.WORKSHOP,
    "lager": Premises.Kind.WAREHOUSE,
    "butikk": Premises.Kind.SHOP,
    "tomt": Premises.Kind.PLOT,
}
PRICES: dict[str, Any] = {
    "under-1500": Premises.PriceBand.LOW,
    "1500-2200": Premises.PriceBand.MIDDLE,
    "2200-3000": Premises.PriceBand.HIGH,
    "over-3000": Premises.PriceBand.TOP,
    "avtale": Premises.PriceBand.ASK,
}
DISTANCES = (300, 500, 1000, 2000, 4000)  # metres
ORDERS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "ledig": (gettext_lazy("Vacant first"), ("vacant_from", "pk")),
    "naermest": (gettext_lazy("Nearest the train"), ("metres_to_station", "pk")),
    "storst": (gettext_lazy("Largest first"), ("-area_to", "pk")),
}
FIRST_ORDER = "ledig"


@dataclass(frozen=True)
class Wish:
    """What is wanted, its fields named as in the address. What makes no sense there is as good as unsaid."""

    type: tuple[str, ...] = ()
    areal: int | None = None
    pris: str = ""
    ledig: date | None = None
    avstand: int | None = None
    sorter: str = FIRST_ORDER

    @classmethod
    def read(cls, query: QueryDict) -> Wish:
        """The wish in an address."""
        area = _number(query.get("areal", ""))
        metres = _number(query.get("avstand", ""))
        order = query.get("sorter", "")
        price = query.get("pris", "")
        chosen = set(query.getlist("type"))
        return cls(
            type=tuple(kind for kind in KINDS if kind in chosen),
            areal=area if area and area <= LARGEST_AREA else None,
            pris=price if price in PRICES else "",
            ledig=_day(query.get("ledig", "")),
            avstand=metres if metres in DISTANCES else None,
            sorter=order if order in ORDERS else FIRST_ORDER,
        )

    @property
    def conditions(self) -> dict[str, Q]:
        """What each active filter asks, by its name."""
        asked = {
            "type": Q(kind__in=[KINDS[kind] for kind in self.type]) if self.type else None,
            "areal": Q(area_to__gte=self.areal) if self.areal else None,
            "pris": Q(price_band=PRICES[self.pris]) if self.pris else None,
            "ledig": Q(vacant_from__lte=self.ledig) if self.ledig else None,
            "avstand": Q(metres_to_station__lte=self.avstand) if self.avstand else None,
        }
        return {name: condition for name, condition in asked.items() if condition is not None}

    def address(self) -> str:
        """The wish as an address has it, "?…", and empty for no wish at all."""
        said: list[tuple[str, Any]] = [("type", kind) for kind in self.type]
        said += [(name, value) for name in ("areal", "pris", "ledig", "avstand") if (value := getattr(self, name))]
        if self.sorter != FIRST_ORDER:
            said.append(("sorter", self.sorter))
        return f"?{urlencode(said)}" if said else ""

    def without(self, name: str) -> Wish:
        """The same wish but for one filter."""
        default: Any = next(field.default for field in fields(self) if field.name == name)
        return replace(self, **{name: default})

    def without_kind(self, kind: str) -> Wish:
        """The same wish but for one kind."""
        return replace(self, type=tuple(one for one in self.type if one != kind))


@dataclass(frozen=True)
class Chip:
    """An active filter: how it reads, where it is gone, and (in an empty list) how many there were without it."""

    name: str
    label: str
    href: str
    hits: int | None = None


@dataclass(frozen=True)
class Found:
    """One page of the premises that fit. `loosen` says which filter to let go when there are none."""

    page: Page
    total: int
    chips: tuple[Chip, ...]
    loosen: tuple[Chip, ...] = ()


def chips(wish: Wish) -> tuple[Chip, ...]:
    """One for each filter in use, and one for each kind."""
    labels = words(wish)
    kinds = [Chip("type", KINDS[kind].label, wish.without_kind(kind).address()) for kind in wish.type]
    rest = [Chip(name, labels[name], wish.without(name).address()) for name in wish.conditions if name != "type"]
    return tuple(kinds + rest)


def words(wish: Wish) -> dict[str, str]:
    """How each active filter reads."""
    said: dict[str, Callable[[], str]] = {
        "type": lambda: ", ".join(str(KINDS[kind].label) for kind in wish.type),
        "areal": lambda: _("at least %(area)s") % {"area": square_metres(wish.areal or 0)},
        "pris": lambda: str(PRICES[wish.pris].label),
        "ledig": lambda: _("vacant by %(day)s") % {"day": date_format(wish.ledig, "DATE_FORMAT") if wish.ledig else ""},
        "avstand": lambda: _("at most %(metres)s to the station") % {"metres": metres_words(wish.avstand or 0)},
    }
    return {name: said[name]() for name in wish.conditions}


def find(wish: Wish, number: int) -> Found:
    """Page `number` of the premises that fit `wish`, the last one where there are fewer; at most two queries."""
    conditions = wish.conditions
    fitting = Premises.objects.on_offer().filter(*conditions.values()).order_by(*ORDERS[wish.sorter][1])
    counted = fitting.select_related("firm").annotate(total=Window(Count("pk")))
    rows = list(counted[(number - 1) * A_PAGE : number * A_PAGE])
    if not rows and number > 1:
        rows = list(counted.reverse()[:A_PAGE])
        if rows:
            rows = rows[: (rows[0].total - 1) % A_PAGE + 1][::-1]
            number = -(-rows[0].total // A_PAGE)
        else:
            return Found(_page([], 1, 0), 0, chips(wish), _loosened(wish, {}))
    if not rows:
        return Found(_page([], 1, 0), 0, chips(wish), _loosened(wish, _hits_without(conditions)))
    return Found(_page(rows, number, rows[0].total), rows[0].total, chips(wish))


def page_number(query: QueryDict) -> int:
    """The page asked for, 1 where that makes no sense."""
    return min(_number(query.get(PAGE_PARAM, "")) or 1, 100_000)


def _page(rows: list[Premises], number: int, total: int) -> Page:
    return Page(rows, number, Paginator(range(total), A_PAGE))


def _hits_without(conditions: dict[str, Q]) -> dict[str, int]:
    """How many there would be without each one of them, in one query."""
    if not conditions:
        return {}
    counts = {
        name: Count("pk", filter=Q(*[other for key, other in conditions.items() if key != name])) for name in conditions
    }
    return Premises.objects.on_offer().order_by().aggregate(**{f"without_{name}": one for name, one in counts.items()})


def _loosened(wish: Wish, hits: dict[str, int]) -> tuple[Chip, ...]:
    """The filters to let go, the most rewarding first; those that would help nothing are left out."""
    labels = words(wish)
    loose = [Chip(name, labels[name], wish.without(name).address(), hits.get(f"without_{name}")) for name in labels]
    useful = [chip for chip in loose if chip.hits is None or chip.hits > 0]
    return tuple(sorted(useful, key=lambda chip: -(chip.hits or 0)))


def _number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
