"""What pages and shelves show of what is kept elsewhere: small cards, remembered until something changes.

Whatever depends on the moment (what is overdue, what is over) is asked of the card when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.safestring import SafeString

from .listings import Shelf, coming_events, index_urls, latest_stories, on_shelf, stories_of
from .pictures import picture
from .shelves import FirmCard, firms, latest_news, published, shelf, url_of

__all__ = [
    "FirmCard",
    "Shelf",
    "coming_events",
    "firms",
    "index_urls",
    "latest_news",
    "latest_stories",
    "on_shelf",
    "stories_of",
]

PORTRAIT_SIZES = "12rem"
TONES = 4


# --- Strengths and what proves them ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class StrengthCard:
    """A strength, and where its page is ("" while there is none). `key` names its drawing."""

    slug: str
    key: str
    title: str
    gloss: str
    text: str
    url: str


@dataclass(frozen=True)
class EvidenceCard:
    """A claim and its figure. Of no industry in particular, it matters to all."""

    pk: int
    strength: str  # slug
    industries: tuple[str, ...]  # slugs
    figure: str
    unit: str
    claim: str
    source: str
    source_url: str
    dated_on: date
    review_on: date

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been checked again before today."""
        return self.review_on < timezone.localdate()

    def matters_to(self, industry: str) -> bool:
        """Whether it says something to that industry; to everybody where `industry` is empty."""
        return not industry or not self.industries or industry in self.industries


@shelf
def strengths(language: str) -> tuple[StrengthCard, ...]:
    """The strengths in use, in their order."""
    urls = {page.strength_id: url_of(page) for page in published(apps.get_model("home", "StrengthPage"), language)}
    return tuple(
        StrengthCard(one.slug, one.picture, one.name, one.gloss, one.summary, urls.get(one.pk, ""))
        for one in apps.get_model("prospects", "Strength").objects.filter(is_retired=False)
    )


@shelf
def evidence(language: str) -> tuple[EvidenceCard, ...]:
    """All evidence in use, by strength and then the newest first."""
    found = apps.get_model("prospects", "Evidence").objects.in_use().select_related("strength")
    return tuple(
        _evidence_card(one, one.strength.slug, tuple(industry.slug for industry in one.industries.all()))
        for one in found.prefetch_related("industries")
    )


def _evidence_card(one: Any, strength: str = "", industries: tuple[str, ...] = ()) -> EvidenceCard:
    return EvidenceCard(
        one.pk,
        strength,
        industries,
        one.figure,
        one.unit,
        one.claim,
        one.source,
        one.source_url,
        one.dated_on,
        one.review_on,
    )


def proof(language: str, *, strength: str = "", industry: str = "") -> list[EvidenceCard]:
    """The evidence of a strength, of what matters to an industry, or of both.

    The industry's own comes first; where no industry is asked for, what matters to all does.
    """
    found = [
        card for card in evidence(language) if (not strength or card.strength == strength) and card.matters_to(industry)
    ]
    if industry:
        return sorted(found, key=lambda card: industry not in card.industries)
    return sorted(found, key=lambda card: bool(card.industries))


def chosen_proof(language: str, rows: Iterable[Any]) -> list[EvidenceCard]:
    """The cards of evidence that an editor chose, without what is retired or gone."""
    return _chosen(evidence(language), rows, _evidence_card)


# --- Industries ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class IndustryLink:
    """A focus industry, and where its page is ("" while there is none)."""

    pk: int
    slug: str
    name: str
    summary: str
    url: str


@dataclass(frozen=True)
class MentorCard:
    """Somebody at a partner firm who takes newcomers by the hand."""

    name: str
    title: str
    firm: str
    industries: tuple[str, ...]  # slugs
    tone: int

    @property
    def initials(self) -> str:
        """Up to two letters for the drawn portrait."""
        return initials(self.name)


@shelf
def industries(language: str) -> tuple[IndustryLink, ...]:
    """The focus industries the programme goes after, in their order."""
    urls = {page.industry_id: url_of(page) for page in published(apps.get_model("home", "IndustryPage"), language)}
    found = apps.get_model("register", "FocusIndustry").objects.filter(is_retired=False).exclude(slug="other")
    return tuple(IndustryLink(one.pk, one.slug, one.name, one.summary, urls.get(one.pk, "")) for one in found)


@shelf
def mentors(language: str) -> tuple[MentorCard, ...]:
    """The mentors of firms with a running agreement, in the order of the firms."""
    running = apps.get_model("partners", "Agreement").objects.running().exclude(firm__mentor_name="")
    found = running.select_related("firm", "tier").prefetch_related("firm__industries")
    return tuple(
        MentorCard(
            one.firm.mentor_name,
            one.firm.mentor_title,
            one.firm.name,
            tuple(industry.slug for industry in one.firm.industries.all()),
            one.firm.pk % TONES,
        )
        for one in found.order_by("tier__rank", "firm__name")
    )


# --- People ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class PersonCard:
    """Somebody who answers. Without a photo the page draws a portrait of paper, in one of four tones."""

    pk: int
    name: str
    title: str
    about: str
    speaks: str
    employer: str
    phone: str
    email: str
    industries: tuple[str, ...]  # slugs
    picture: SafeString
    tone: int

    @property
    def initials(self) -> str:
        """Up to two letters for the drawn portrait."""
        return initials(self.name)


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@shelf
def people(language: str) -> tuple[PersonCard, ...]:
    """The people one can call, in their order."""
    found = apps.get_model("home", "ContactPerson").objects.filter(is_retired=False).select_related("photo")
    return tuple(
        _person_card(one, place, tuple(industry.slug for industry in one.industries.all()))
        for place, one in enumerate(found.prefetch_related("industries", "photo__renditions"))
    )


def _person_card(one: Any, place: int = 0, industries: tuple[str, ...] = ()) -> PersonCard:
    return PersonCard(
        one.pk,
        one.name,
        one.title,
        one.about,
        one.speaks,
        one.employer,
        one.phone,
        one.email,
        industries,
        picture(one.photo, alt="", sizes=PORTRAIT_SIZES, shape="1x1"),
        place % TONES,
    )


def chosen_people(language: str, rows: Iterable[Any]) -> list[PersonCard]:
    """The cards of people that an editor chose, without those who have left."""
    return _chosen(people(language), rows, _person_card)


def person_for(language: str, pk: int | None, industry: str) -> PersonCard | None:
    """Whom to talk to about an industry: the person chosen, else one who knows it, else the first of all."""
    known = people(language)
    chosen = [one for one in known if one.pk == pk] or [one for one in known if industry in one.industries]
    return next(iter(chosen or known), None)


def _chosen(cards: Iterable[Any], rows: Iterable[Any], sample: Callable[[Any], Any]) -> list[Any]:
    """The card of each row; one that was never saved is a sample, and is shown as it is."""
    by_key = {card.pk: card for card in cards}
    found = (sample(row) if row.pk is None else by_key.get(row.pk) for row in rows if row is not None)
    return [card for card in found if card is not None]
