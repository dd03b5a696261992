"""Five questions that lead to a guide made for the answers. The answers live in the address: nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from partners.models import Premises
from prospects.models import SizeBand, TimeFrame
from register.models import FocusIndustry

SKIPPED = "-"

NEEDS = {
    "office": _("Offices"),
    "production": _("Laboratory or workshop"),
    "warehouse": _("Warehouse"),
    "plot": _("A plot to build on"),
    "people": _("People and a network"),
}
ORIGINS = {
    "region": _("We are in the region already"),
    "norway": _("Elsewhere in Norway"),
    "nordic": _("Another Nordic country"),
    "world": _("Further away"),
}
KINDS = {
    "office": [Premises.Kind.OFFICE],
    "production": [Premises.Kind.LABORATORY, Premises.Kind.WORKSHOP],
    "warehouse": [Premises.Kind.WAREHOUSE],
    "plot": [Premises.Kind.PLOT],
    "people": [],
}
# Square metres that people of each size are likely to need: 15 a person, as offices are planned.
METRES = {
    SizeBand.TO_4: 40,
    SizeBand.TO_9: 75,
    SizeBand.TO_19: 150,
    SizeBand.TO_49: 300,
    SizeBand.TO_99: 750,
    SizeBand.OVER_100: 1500,
}


def _industries() -> dict[str, str]:
    return {one.slug: one.name for one in FocusIndustry.objects.filter(is_retired=False)}


def _sizes() -> dict[str, Any]:
    return dict(SizeBand.choices)


def _times() -> dict[str, Any]:
    return dict(TimeFrame.choices)


@dataclass(frozen=True)
class Question:
    """One question: the name of its answer in the address, its words, and what one may answer."""

    name: str
    words: Any
    hint: Any
    choices: Callable[[], Mapping[str, Any]]


QUESTIONS = (
    Question("bransje", _("What do you do?"), _("Choose what is closest."), _industries),
    Question("storrelse", _("How many will you be here?"), _("Roughly, a year after you have opened."), _sizes),
    Question("tid", _("When do you want to be here?"), _("A guess is fine."), _times),
    Question("behov", _("What do you need most?"), _("You can tell us about the rest later."), lambda: NEEDS),
    Question("fra", _("Where do you come from?"), _("It decides what you have to arrange first."), lambda: ORIGINS),
)
NAMES = tuple(question.name for question in QUESTIONS)


@dataclass
class Answers:
    """What a visitor has answered so far. What is not an answer to the question counts as not asked yet."""

    given: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Answers:
        """The answers in an address."""
        found = cls()
        for question in QUESTIONS:
            value = query.get(question.name, "")
            if value == SKIPPED:
                found.given[question.name] = SKIPPED
            elif value:
                choices = question.choices()
                if value in choices:
                    found.given[question.name] = value
                    found.labels[question.name] = str(choices[value])
        return found

    @property
    def next_question(self) -> Question | None:
        """The first question without an answer; None when all are answered or passed over."""
        return next((question for question in QUESTIONS if question.name not in self.given), None)

    def get(self, name: str) -> str:
        """The answer to a question, "" where it was passed over or not reached."""
        value = self.given.get(name, "")
        return "" if value == SKIPPED else value

    def query(self, **changed: str) -> str:
        """The answers as an address has them, with some of them changed, in the order of the questions."""
        values = {**self.given, **changed}
        return urlencode([(name, values[name]) for name in NAMES if name in values])

    def without(self, name: str) -> str:
        """The answers up to a question, so that it is asked again; later answers are kept."""
        return urlencode([(one, self.given[one]) for one in NAMES if one in self.given and one != name])

    @property
    def trail(self) -> list[dict[str, Any]]:
        """Question by question: its words, the answer, and the address that asks it again."""
        return [
            {
                "words": question.words,
                "answer": self.labels.get(question.name, ""),
                "query": self.without(question.name),
            }
            for question in QUESTIONS
            if question.name in self.given
        ]

    def options(self, question: Question) -> list[dict[str, Any]]:
        """What one may answer to `question`, each with the address it leads to."""
        return [
            {"label": label, "query": self.query(**{question.name: value})}
            for value, label in question.choices().items()
        ]


def suitable_premises(answers: Answers, most: int = 3) -> list[Premises]:
    """Premises on offer that suit: of the kind needed and large enough, the smallest that will do first."""
    need = answers.get("behov")
    if need == "people":
        return []
    found = Premises.objects.on_offer().select_related("firm")
    if need:
        found = found.filter(kind__in=KINDS[need])
    if metres := METRES.get(answers.get("storrelse")):  # type: ignore[call-overload]
        found = found.filter(area_to__gte=metres)
    return list(found.order_by("area_to", "vacant_from")[:most])
