"""Premises as the pages show them: in the list, with a numbered pin on the drawn map, and beside a firm."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from django.apps import apps
from django.utils.safestring import SafeString, mark_safe
from wagtail.images import get_image_model

from home.pictures import picture
from home.premises.words import price_words, square_metres, vacant_words, walk_words
from home.shelves import published, shelf, url_of
from partners.models import Premises

CARD_SIZES = "(min-width: 62rem) 14rem, (min-width: 40rem) 12rem, 92vw"
MAP_SIDE = 1000
PIN = 84  # the side of a pin's target in the map's units: 24 pixels where the map is 286 pixels wide
ROUNDS = 60


@dataclass(frozen=True)
class Place:
    """Premises on a page; `number` is that of its pin."""

    pk: int
    number: int
    slug: str
    title: str
    url: str
    kind: str
    kind_label: str
    area: str
    price: str
    vacant: str
    is_vacant_now: bool
    is_reserved: bool
    walk: str
    district: str
    address: str
    firm_name: str
    firm_url: str
    picture: SafeString


@dataclass(frozen=True)
class Pin:
    """A numbered pin on the map, in its units."""

    number: int
    x: int
    y: int
    url: str
    label: str
    is_reserved: bool


@shelf
def pictures(
    language: str, wanted: tuple[tuple[int, str], ...], sizes: str, shape: str, eager: bool = False
) -> dict[int, SafeString]:
    """The pictures of some images, each with what it shows (image key, words), by key."""
    images = get_image_model().objects.filter(pk__in=[pk for pk, _alt in wanted]).prefetch_related("renditions")
    found = {image.pk: image for image in images}
    return {pk: picture(found[pk], alt=alt, sizes=sizes, shape=shape, eager=eager) for pk, alt in wanted if pk in found}


@shelf
def list_url(language: str, model: str) -> str:
    """Where the page of all premises ("PremisesPage") or of all partners ("PartnersPage") is; empty without one."""
    page = published(apps.get_model("home", model), language).order_by("path").first()
    return url_of(page) if page else ""


def places(found: Collection[Premises], language: str, *, start: int = 1) -> list[Place]:
    """Cards of premises, numbered from `start`. Their firms must have been fetched with them."""
    images = tuple(sorted({(one.image_id, "") for one in found if one.image_id}))
    shown = pictures(language, images, CARD_SIZES, "4x3") if images else {}
    premises_url, firms_url = list_url(language, "PremisesPage"), list_url(language, "PartnersPage")
    return [
        _place(one, number, premises_url, firms_url, shown.get(one.image_id or 0))
        for number, one in enumerate(found, start)
    ]


def _place(one: Premises, number: int, premises_url: str, firms_url: str, shown: SafeString | None) -> Place:
    return Place(
        pk=one.pk,
        number=number,
        slug=one.slug,
        title=one.title,
        url=f"{premises_url}{one.slug}/" if premises_url else "",
        kind=one.kind,
        kind_label=one.get_kind_display(),
        area=square_metres(one.area_from, one.area_to),
        price=price_words(one),
        vacant=vacant_words(one),
        is_vacant_now=one.is_vacant_now,
        is_reserved=one.status == Premises.Status.RESERVED,
        walk=walk_words(one),
        district=one.district,
        address=one.address,
        firm_name=one.firm.name,
        firm_url=f"{firms_url}{one.firm.slug}/" if firms_url else "",
        picture=shown or mark_safe(""),
    )


def pins(found: Iterable[Premises], cards: Iterable[Place]) -> list[Pin]:
    """A pin for each card; those that would lie on one another are moved apart."""
    pairs = list(zip(found, cards, strict=True))
    spots = apart([(one.map_x, one.map_y) for one, _card in pairs])
    return [
        Pin(card.number, x, y, card.url, f"{card.number}. {card.title}, {card.area}", card.is_reserved)
        for (_one, card), (x, y) in zip(pairs, spots, strict=True)
    ]


def apart(spots: Sequence[tuple[int, int]], least: int = PIN) -> list[tuple[int, int]]:
    """The same spots, pushed from one another until a finger can tell them apart, and kept on the map.

    The map is not to scale, so a pin may stand beside its place.
    """
    edge = least / 2
    moved = [(float(x), float(y)) for x, y in spots]
    for _round in range(ROUNDS):
        is_settled = True
        for here in range(len(moved)):
            for there in range(here + 1, len(moved)):
                (x1, y1), (x2, y2) = moved[here], moved[there]
                gap = hypot(x2 - x1, y2 - y1)
                if gap >= least:
                    continue
                is_settled = False
                turn = 2 * pi * there / len(moved)
                dx, dy = ((x2 - x1) / gap, (y2 - y1) / gap) if gap else (cos(turn), sin(turn))
                push = (least - gap) / 2 + 1
                moved[here] = (x1 - dx * push, y1 - dy * push)
                moved[there] = (x2 + dx * push, y2 + dy * push)
        moved = [(min(max(x, edge), MAP_SIDE - edge), min(max(y, edge), MAP_SIDE - edge)) for x, y in moved]
        if is_settled:
            break
    return [(round(x), round(y)) for x, y in moved]
