"""Cards that several pages show. A new kind is a frozen dataclass and a function under `@shelf`, as here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.pictures import picture

from .engine import shelf
from .frame import chrome
from .sites import is_unsealed, sites

CARD_SIZES = "(min-width: 50rem) 20rem, 90vw"
LATEST = 12
Card = TypeVar("Card")


@dataclass(frozen=True)
class NewsCard:
    """A piece of news in a list."""

    pk: int
    title: str
    intro: str
    date: date
    url: str
    picture: SafeString


@dataclass(frozen=True)
class IndustryCard:
    """A focus industry."""

    pk: int
    slug: str
    name: str
    summary: str


@dataclass(frozen=True)
class TierCard:
    """A partner level."""

    pk: int
    slug: str
    name: str
    description: str
    rank: int


@dataclass(frozen=True)
class FirmCard:
    """A firm that takes part today."""

    pk: int
    slug: str
    name: str
    tagline: str
    profile: str
    offers: tuple[str, ...]
    website: str
    logo_initials: str
    industries: tuple[str, ...]  # slugs
    tier: TierCard


def published(model: type[Page], language: str) -> PageQuerySet:
    """The public pages of a type in one language, without their bodies: what a shelf of pages starts from."""
    here = sites().locales.get(language, 0)
    return model.objects.live().filter(is_unsealed(), locale_id=here).defer_streamfields()


def url_of(page: Page) -> str:
    """The address of a page, without asking the database; empty when it has none."""
    page._wagtail_cached_site_root_paths = sites().paths
    return page.get_url() or ""


@shelf
def _news(language: str, start: int, stop: int) -> tuple[NewsCard, ...]:
    pages = (
        published(apps.get_model("home", "NewsPage"), language)
        .select_related("image")
        .prefetch_related("image__renditions")
        .order_by("-date", "-pk")[start:stop]
    )
    return tuple(
        NewsCard(
            page.pk,
            page.title,
            page.intro,
            page.date,
            url_of(page),
            picture(page.image, sizes=CARD_SIZES, shape="4x3"),
        )
        for page in pages
    )


def news_between(language: str, start: int, stop: int) -> tuple[NewsCard, ...]:
    """The news from place `start` up to `stop`, the newest first."""
    if stop <= LATEST:  # one shelf for all who want the newest
        return _news(language, 0, LATEST)[start:stop]
    return _news(language, start, stop)


def latest_news(language: str, count: int) -> tuple[NewsCard, ...]:
    """The newest pieces of news."""
    return news_between(language, 0, count)


class Listed(Generic[Card]):
    """What Django's Paginator cuts pages from: the number comes from the frame, each page from its own shelf."""

    def __init__(self, total: int, between: Callable[[int, int], Sequence[Card]]) -> None:
        self.total = total
        self.between = between

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, place: Any) -> Sequence[Card]:
        if not isinstance(place, slice):
            raise TypeError("A list from the shelves is read a page at a time.")
        return self.between(place.start or 0, self.total if place.stop is None else place.stop)


def all_news(language: str) -> Listed[NewsCard]:
    """All news, the newest first, for a Paginator."""
    total = (chrome(language).counts or {}).get("newspage", 0)
    return Listed(total, lambda start, stop: news_between(language, start, stop))


@shelf
def industries(language: str) -> tuple[IndustryCard, ...]:
    """The focus industries the programme goes after, in their order."""
    found = apps.get_model("register", "FocusIndustry").objects.filter(is_retired=False).exclude(slug="other")
    return tuple(IndustryCard(one.pk, one.slug, one.name, one.summary) for one in found)


@shelf
def firms(language: str) -> tuple[FirmCard, ...]:
    """Firms with a running agreement, by rank of the tier and then by name."""
    running = (
        apps.get_model("partners", "Agreement")
        .objects.running()
        .select_related("firm", "tier")
        .prefetch_related("firm__industries")
        .order_by("tier__rank", "firm__name")
    )
    return tuple(_firm_card(agreement.firm, agreement.tier) for agreement in running)


def _firm_card(firm: Any, tier: Any) -> FirmCard:
    return FirmCard(
        firm.pk,
        firm.slug,
        firm.name,
        firm.tagline,
        firm.profile,
        tuple(firm.offers),
        firm.website,
        firm.logo_initials,
        tuple(industry.slug for industry in firm.industries.all()),
        TierCard(tier.pk, tier.slug, tier.name, tier.description, tier.rank),
    )
