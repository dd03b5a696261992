"""What the frame of every page shows: the programme, the menus, where the interest form is."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, Q
from wagtail.models import Page

from common.languages import in_language

from .engine import shelf
from .sites import Root, SiteRow, is_unsealed, sites


@dataclass(frozen=True)
class Programme:
    """The programme in one language; empty texts where nobody has written any."""

    name: str = ""
    tagline: str = ""
    promise: str = ""
    association: str = ""
    municipality: str = ""
    notice: str = ""
    contact_email: str = ""
    contact_phone: str = ""

    @property
    def demo_notice(self) -> str:
        """What the notice strip says."""
        return self.notice


@dataclass(frozen=True)
class MenuEntry:
    """A page in a menu, with those of its children that stand in menus."""

    pk: int
    title: str
    url: str
    children: tuple["MenuEntry", ...] = ()
    is_current: bool = False


@dataclass(frozen=True)
class Frame:
    """The frame in one language. `counts` says how many public pages there are of each type ("newspage": 24)."""

    site_id: int
    locale_id: int
    locales: dict[str, int]
    root_paths: tuple[tuple[int, str, str, str], ...]
    front_url: str
    programme: Programme
    menu: tuple[MenuEntry, ...] = ()
    footer_menu: tuple[MenuEntry, ...] = ()
    interest_url: str = ""
    counts: dict[str, int] | None = None
    # Campaign banners belong here, each with its start and end; whoever shows them picks by the clock.


def chrome(language: str, site_id: int = 0) -> Frame:
    """The frame of pages in `language`, on the default site unless told otherwise."""
    known = sites()
    default = known.default()
    return _chrome(language, site_id or (default.pk if default else 0))


@shelf
def _chrome(language: str, site_id: int) -> Frame:
    known = sites()
    row = next((row for row in known.rows if row.pk == site_id), None)
    if row is None:
        return Frame(0, 0, known.locales, (), "/", Programme())
    root = next((root for root in row.roots if root.language == language), None)
    menus: dict[str, tuple[MenuEntry, ...]] = {}
    interest_url = ""
    if root is not None and root.live:
        menus, interest_url = _menus(root, row)
    return Frame(
        site_id=row.pk,
        locale_id=known.locales.get(language, 0),
        locales=known.locales,
        root_paths=known.root_paths,
        front_url="/en/" if language == "en" else "/",
        programme=_programme(row.pk),
        menu=menus.get("menu", ()),
        footer_menu=menus.get("footer", ()),
        interest_url=interest_url,
        counts=_counts(known.locales.get(language, 0)),
    )


def _programme(site_id: int) -> Programme:
    found = apps.get_model("home", "ProgrammeSettings").objects.filter(site_id=site_id).first()
    if found is None:
        return Programme()
    translated = ("name", "tagline", "promise", "association", "municipality", "notice")
    return Programme(
        **{name: in_language(found, name) for name in translated},
        contact_email=found.contact_email,
        contact_phone=found.contact_phone,
    )


def _menus(root: Root, row: SiteRow) -> tuple[dict[str, tuple[MenuEntry, ...]], str]:
    """Both menus and the address of the interest form, from the two levels below the front page."""
    interest = apps.get_model("home", "InterestPage")
    site = row.as_site()
    pages = (
        Page.objects.live()
        .filter(is_unsealed(), path__startswith=root.path)
        .filter(Q(depth=root.depth + 1) | Q(depth=root.depth + 2, show_in_menus=True))
        .order_by("path")
    )
    tops: list[Page] = []
    below: dict[str, list[MenuEntry]] = {}
    root_paths = sites().paths
    urls: dict[int, str] = {}
    for page in pages:
        page._wagtail_cached_site_root_paths = root_paths
        urls[page.pk] = page.get_url(current_site=site) or ""
        if page.depth == root.depth + 1:
            tops.append(page)
        else:
            below.setdefault(page.path[: -page.steplen], []).append(MenuEntry(page.pk, page.title, urls[page.pk]))
    menus: dict[str, list[MenuEntry]] = {"menu": [], "footer": []}
    interest_url = ""
    for page in tops:
        if page.specific_class is interest:
            interest_url = urls[page.pk]
            continue
        entry = MenuEntry(page.pk, page.title, urls[page.pk], tuple(below.get(page.path, ())))
        menus["menu" if page.show_in_menus else "footer"].append(entry)
    return {name: tuple(entries) for name, entries in menus.items()}, interest_url


def _counts(locale_id: int) -> dict[str, int]:
    rows = (
        Page.objects.live()
        .filter(is_unsealed(), locale_id=locale_id)
        .order_by()
        .values("content_type__model")
        .annotate(count=Count("pk"))
    )
    return {row["content_type__model"]: row["count"] for row in rows}
