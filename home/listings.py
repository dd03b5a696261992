"""What a shelf on a page lists: the latest stories, the next events, premises, programmes, and where the rest is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .pictures import picture
from .shelves import firms, latest_news, published, shelf, url_of

CARD_SIZES = "(min-width: 50rem) 24rem, 92vw"
ON_A_SHELF = 3
EVENTS_KEPT = 20


@dataclass(frozen=True)
class StoryCard:
    """A story in a list, with a sentence of who tells it."""

    pk: int
    title: str
    intro: str
    url: str
    company: str
    person: str
    person_title: str
    quote: str
    date: date
    industry: int | None
    picture: SafeString


@dataclass(frozen=True)
class EventCard:
    """An event that was not over when the card was made."""

    pk: int
    title: str
    intro: str
    url: str
    starts_at: datetime
    ends_at: datetime
    place: str
    is_cancelled: bool

    @property
    def is_over(self) -> bool:
        """Whether it has ended since."""
        return self.ends_at < timezone.now()


@dataclass(frozen=True)
class PremisesCard:
    """Vacant space or a plot; `price` in words, `area` in square metres."""

    pk: int
    slug: str
    title: str
    kind: str
    kind_label: str
    district: str
    area_from: int
    area_to: int
    price: str
    vacant_from: date
    walking_minutes: int
    firm: str
    is_reserved: bool
    url: str
    picture: SafeString

    @property
    def is_vacant_now(self) -> bool:
        """Whether one could move in today."""
        return self.vacant_from <= timezone.localdate()


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme or sister project."""

    pk: int
    title: str
    intro: str
    url: str
    state: str
    state_label: str
    period: str
    run_by: str


@dataclass(frozen=True)
class Shelf:
    """What one shelf shows; `more_url` and `more_label` lead to the rest, both empty where there is no page for it."""

    kind: str
    items: Sequence[Any]
    more_url: str = ""
    more_label: Any = ""


@shelf
def latest_stories(language: str, count: int) -> tuple[StoryCard, ...]:
    """The newest stories."""
    return tuple(_story_card(page) for page in _stories(language)[:count])


@shelf
def stories_of(language: str, industry: int, count: int) -> tuple[StoryCard, ...]:
    """The newest stories of a focus industry, by its key."""
    return tuple(_story_card(page) for page in _stories(language).filter(industry=industry)[:count])


def _stories(language: str) -> Any:
    found = published(apps.get_model("home", "StoryPage"), language)
    return found.select_related("image").prefetch_related("image__renditions").order_by("-told_on", "-pk")


def _story_card(page: Any) -> StoryCard:
    return StoryCard(
        page.pk,
        page.title,
        page.intro,
        url_of(page),
        page.company,
        page.person,
        page.person_title,
        page.quote,
        page.told_on,
        page.industry_id,
        picture(page.image, sizes=CARD_SIZES, shape="4x3"),
    )


@shelf
def _coming_events(language: str) -> tuple[EventCard, ...]:
    found = published(apps.get_model("home", "EventPage"), language).select_related("event")
    coming = found.filter(event__ends_at__gte=timezone.now()).order_by("event__starts_at", "pk")
    return tuple(
        EventCard(
            page.pk,
            page.title,
            page.intro,
            url_of(page),
            page.event.starts_at,
            page.event.ends_at,
            page.event.place,
            page.event.is_cancelled,
        )
        for page in coming[:EVENTS_KEPT]
    )


def coming_events(language: str, count: int) -> list[EventCard]:
    """The next events, cancelled ones among them, so that nobody travels in vain."""
    return [card for card in _coming_events(language) if not card.is_over][:count]


@shelf
def vacant_premises(language: str, count: int) -> tuple[PremisesCard, ...]:
    """What partner firms offer, what was offered last first."""
    offered = apps.get_model("partners", "Premises").objects.on_offer().select_related("firm", "image")
    index = index_urls(language).get("premises", "")
    return tuple(
        PremisesCard(
            one.pk,
            one.slug,
            one.title,
            one.kind,
            one.get_kind_display(),
            one.district,
            one.area_from,
            one.area_to,
            one.get_price_band_display(),
            one.vacant_from,
            one.walking_minutes,
            one.firm.name,
            one.status == "reserved",
            f"{index}{one.slug}/" if index else "",
            picture(one.image, sizes=CARD_SIZES, shape="4x3"),
        )
        for one in offered.prefetch_related("image__renditions").order_by("-offered_at", "pk")[:count]
    )


@shelf
def programmes(language: str) -> tuple[ProgrammeCard, ...]:
    """The programme and its sisters: what is under way first, then what is planned, then what was."""
    order = {"running": 0, "planned": 1, "ended": 2}
    found = published(apps.get_model("home", "ProgrammePage"), language).order_by("sort_order", "path")
    cards = [
        ProgrammeCard(
            page.pk,
            page.title,
            page.intro,
            url_of(page),
            page.state,
            page.get_state_display(),
            page.period,
            page.run_by,
        )
        for page in found
    ]
    return tuple(sorted(cards, key=lambda card: order[card.state]))


# --- Where the rest is -----------------------------------------------------------------------------------------------
INDEXES: dict[str, tuple[str, Any]] = {
    "news": ("NewsIndexPage", _("All news")),
    "stories": ("StoryIndexPage", _("All stories")),
    "events": ("EventIndexPage", _("All events")),
    "industries": ("IndustryIndexPage", _("All focus industries")),
    "partners": ("PartnersPage", _("All partners and what they offer")),
    "premises": ("PremisesPage", _("All vacant premises")),
    "programmes": ("ProgrammeIndexPage", _("All programmes")),
    "strengths": ("StrengthIndexPage", _("All the reasons and what proves them")),
    "contact": ("ContactPage", _("All contact people")),
}


@shelf
def index_urls(language: str) -> dict[str, str]:
    """The address of the page that lists all of a kind; only kinds that have one."""
    found = {
        kind: published(apps.get_model("home", model), language).order_by("path").first()
        for kind, (model, _label) in INDEXES.items()
    }
    return {kind: url_of(page) for kind, page in found.items() if page is not None}


def on_shelf(kind: str, language: str) -> Shelf:
    """What a shelf of that kind shows. Raises KeyError for a kind there is not."""
    url = index_urls(language).get(kind, "")
    return Shelf(kind, SHELVES[kind](language), url, INDEXES[kind][1] if url else "")


def _industries(language: str) -> Sequence[Any]:
    from .cards import industries

    return industries(language)


SHELVES: dict[str, Callable[[str], Sequence[Any]]] = {
    "news": lambda language: latest_news(language, ON_A_SHELF),
    "stories": lambda language: latest_stories(language, ON_A_SHELF),
    "events": lambda language: coming_events(language, ON_A_SHELF),
    "industries": _industries,
    "partners": firms,
    "premises": lambda language: vacant_premises(language, ON_A_SHELF),
    "programmes": programmes,
}
