"""Which cases a list, the board or an export shows, and in what order: read from the address, and written into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from common.countries import country_codes
from register.models import FocusIndustry

from .models import Contact, Establishment, Prospect, Source
from .rights import CONTACTS
from .search_index import found as found_words
from .services.telling import workers

SORTS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "haster": (_("Most urgent first"), ("urgency", "urgent_at", "-created_at", "-pk")),
    "verdi": (_("Highest value score first"), ("-score_order", "-created_at", "-pk")),
    "ny": (_("Newest first"), ("-created_at", "-pk")),
    "snakket": (_("Spoken with most recently first"), ("-spoken_order", "-created_at", "-pk")),
}
NOBODY = "ingen"
MOST_FOUND = 1000
"""So many of the newest cases that fit the words are looked at."""
_CHOICES = {
    "stage": Prospect.Stage.values,
    "standing": Prospect.Standing.values,
    "source": Source.values,
    "kind": Establishment.values,
}


@dataclass(frozen=True)
class Chosen:
    """The filters of a request. Only what makes sense is in `values`, so that it can be stored and written anew."""

    values: Mapping[str, str] = field(default_factory=dict)
    words: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Chosen:
        """From the address; what makes no sense is left out."""
        values: dict[str, str] = {}
        for name in ("stage", "standing", "industry", "source", "kind", "adviser", "country", "score", "sort"):
            value = asked.get(name, "")
            if value and _makes_sense(name, value):
                values[name] = value
        for name in ("mine", "waiting"):
            if asked.get(name):
                values[name] = "1"
        return cls(values, asked.get("q", "").strip()[:100].replace("\x00", ""))

    @property
    def is_any(self) -> bool:
        """Whether anything is left out by it."""
        return bool(self.words or set(self.values) - {"sort"})

    @property
    def stored(self) -> str:
        """The filters without the words, as a saved view keeps them."""
        return urlencode(sorted(self.values.items()))

    @property
    def query(self) -> str:
        """All of it, as it stands in an address after the question mark."""
        return urlencode([*sorted(self.values.items()), *([("q", self.words)] if self.words else [])])

    def but(self, **changed: str | None) -> Chosen:
        """The same with some filters changed; None takes one away."""
        values = {name: value for name, value in {**self.values, **changed}.items() if value is not None}
        return Chosen(values, self.words)

    @property
    def order(self) -> tuple[str, ...]:
        """The order asked for; the most urgent first unless told otherwise."""
        return SORTS[self.values.get("sort", "haster")][1]

    def cases(self, user: Any, *, without: tuple[str, ...] = ()) -> QuerySet[Prospect]:
        """The cases `user` may see that fit, in their order. `without` names filters that do not count."""
        found = narrowed(
            Prospect.objects.visible_to(user),
            {name: value for name, value in self.values.items() if name not in without},
            user,
        )
        if self.words:
            found = found.filter(pk__in=cases_with(self.words, in_contacts=user.has_perm(CONTACTS)))
        return found.order_by(*self.order)


def _makes_sense(name: str, value: str) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "country":
        return value in country_codes()
    if name == "sort":
        return value in SORTS
    if name == "adviser" and value == NOBODY:
        return True
    return value.isascii() and value.isdecimal() and len(value) <= (3 if name == "score" else 9)


def narrowed(found: QuerySet[Prospect], values: Mapping[str, str], user: Any) -> QuerySet[Prospect]:
    """Those of `found` that fit `values`."""
    for name in (*_CHOICES, "country"):
        if name in values:
            found = found.filter(**{name: values[name]})
    if "industry" in values:
        found = found.filter(industry_id=int(values["industry"]))
    if "adviser" in values:
        found = found.filter(adviser_id=None if values["adviser"] == NOBODY else int(values["adviser"]))
    if "score" in values:
        found = found.filter(score_order__gte=int(values["score"]))
    if "mine" in values:
        found = found.filter(adviser=user)
    if "waiting" in values:
        found = found.filter(urgency=0)
    return found


def cases_with(typed: str, *, in_contacts: bool) -> set[int]:
    """The keys of the newest MOST_FOUND cases with that company, reference or number, and with `in_contacts` (for those
    who may know them) with that person."""
    keys = set(found_words("prospects_prospect", typed, MOST_FOUND))
    digits = typed.replace(" ", "")
    if digits.isascii() and digits.isdecimal() and len(digits) == 9:
        numbered = Prospect.objects.filter(organisation_number=digits)
        keys.update(numbered.order_by().values_list("pk", flat=True)[:MOST_FOUND])
    reference = typed.upper().removeprefix("P-")
    if reference.isascii() and reference.isdecimal() and len(reference) <= 8:
        keys.add(int(reference))
    if in_contacts and (people := found_words("prospects_contact", typed, MOST_FOUND)):
        keys.update(Contact.objects.filter(pk__in=people).values_list("prospect_id", flat=True))
    return keys


@dataclass(frozen=True)
class Choice:
    """A filter as it is shown: `options` are pairs of value and words."""

    name: str
    label: Any
    every: Any
    options: list[tuple[str, Any]]
    value: str


def choices(chosen: Chosen, countries: Any, *, with_stage: bool) -> list[Choice]:
    """The filters to choose from. `countries` are pairs of code and name."""
    industries = [(str(one.pk), str(one)) for one in FocusIndustry.objects.all()]
    people = [(NOBODY, _("Nobody yet")), *((str(one.pk), str(one)) for one in workers())]
    shown: list[tuple[str, Any, Any, Any]] = [
        *([("stage", _("Stage"), _("Every stage"), Prospect.Stage.choices)] if with_stage else []),
        ("standing", _("Standing"), _("Every standing"), Prospect.Standing.choices),
        ("industry", _("Industry"), _("Every industry"), industries),
        ("adviser", _("Adviser"), _("Every adviser"), people),
        ("source", _("Source"), _("Every source"), Source.choices),
        ("kind", _("Kind of establishment"), _("Every kind"), Establishment.choices),
        ("country", _("Country"), _("Every country"), list(countries)),
        ("score", _("Value score"), _("Every score"), [(str(least), f"{least} +") for least in (25, 50, 75)]),
        (
            "sort",
            _("Order"),
            SORTS["haster"][0],
            [(name, label) for name, (label, _o) in SORTS.items() if name != "haster"],
        ),
    ]
    return [
        Choice(name, label, every, list(options), chosen.values.get(name, "")) for name, label, every, options in shown
    ]


def removable(chosen: Chosen, filters: list[Choice]) -> list[tuple[str, str]]:
    """What is chosen, in words, each with the query that asks for all of it but this."""
    return [
        (f"{one.label}: {dict(one.options).get(one.value, one.value)}", chosen.but(**{one.name: None}).query)
        for one in filters
        if one.value and one.name != "sort"
    ]
