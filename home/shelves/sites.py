"""Where the site begins in each language: Wagtail's Site, its root paths and locales, without asking the database."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.models.sites import SiteRootPath

from .engine import shelf


@dataclass(frozen=True)
class Root:
    """The front page of one language."""

    language: str
    locale_id: int
    pk: int
    path: str
    depth: int
    url_path: str
    live: bool


@dataclass(frozen=True)
class SiteRow:
    """One of Wagtail's sites, and its front pages; `root` is that of its own root page."""

    values: dict[str, Any]
    root: Root
    roots: tuple[Root, ...]

    @property
    def pk(self) -> int:
        """The site's primary key."""
        return self.values["id"]

    def as_site(self) -> Site:
        """The row as Wagtail's model."""
        return Site.from_db("default", list(self.values), list(self.values.values()))

    def root_in(self, language: str) -> Root:
        """Where the site begins for a reader of `language`: its front page if it is published, else the root page."""
        return next((root for root in self.roots if root.language == language and root.live), self.root)


@dataclass(frozen=True)
class Sites:
    """All sites; `root_paths` as `Site.get_site_root_paths()` has them; `locales` by language code."""

    rows: tuple[SiteRow, ...]
    root_paths: tuple[tuple[int, str, str, str], ...]
    locales: dict[str, int]

    @property
    def paths(self) -> list[SiteRootPath]:
        """The root paths in Wagtail's own type."""
        return [SiteRootPath(*values) for values in self.root_paths]

    def for_host(self, hostname: str, port: str | int) -> SiteRow | None:
        """The site that answers to a host, by the rules of `wagtail.models.sites.get_site_for_hostname`."""

        def rank(row: SiteRow) -> int:
            is_host = row.values["hostname"] == hostname
            if is_host and str(row.values["port"]) == str(port):
                return 0
            if row.values["is_default_site"]:
                return 1 if is_host else 2
            return 3

        fitting = [row for row in self.rows if row.values["hostname"] == hostname or row.values["is_default_site"]]
        fitting.sort(key=rank)
        if not fitting:
            return None
        if len(fitting) > 1 and rank(fitting[0]) == 2:
            return fitting[len(fitting) == 2]
        return fitting[0]

    def default(self) -> SiteRow | None:
        """The default site."""
        return next((row for row in self.rows if row.values["is_default_site"]), None)


def sites() -> Sites:
    """The sites as they are now."""
    return _sites(settings.LANGUAGE_CODE)


@shelf
def _sites(language: str) -> Sites:
    names = [field.attname for field in Site._meta.concrete_fields]
    found = list(Site.objects.select_related("root_page"))
    keys = {site.root_page.translation_key for site in found}
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    pages = [
        (page.translation_key, _root(page, codes))
        for page in Page.objects.filter(translation_key__in=keys, locale_id__in=codes).order_by("path")
    ]
    rows = tuple(
        SiteRow(
            {name: getattr(site, name) for name in names},
            _root(site.root_page, codes),
            tuple(root for key, root in pages if key == site.root_page.translation_key),
        )
        for site in found
    )
    order = sorted(rows, key=lambda row: row.values["hostname"])
    order.sort(key=lambda row: row.values["is_default_site"], reverse=True)
    order.sort(key=lambda row: row.root.url_path, reverse=True)
    urls = {site.pk: site.root_url for site in found}
    root_paths = tuple((row.pk, root.url_path, urls[row.pk], root.language) for row in order for root in row.roots)
    return Sites(rows, root_paths, {code: pk for pk, code in codes.items()})


def _root(page: Page, codes: dict[int, str]) -> Root:
    code = codes.get(page.locale_id, "")
    return Root(code, page.locale_id, page.pk, page.path, page.depth, page.url_path, page.live)


def sealing(path: str = "path") -> QuerySet:
    """The view restrictions that lie on a page of the outer query, or on one above it."""
    return PageViewRestriction.objects.filter(page__path=Substr(OuterRef(path), 1, Length("page__path")))


def is_unsealed() -> Q:
    """Wagtail's `public()` as a condition: it would ask for all restrictions first."""
    return Q(~Exists(sealing()))


def site_of(request: HttpRequest) -> SiteRow | None:
    """The site a request is for; Wagtail finds it on the request afterwards."""
    if hasattr(request, "_house_site"):
        return request._house_site
    raw = request._get_raw_host()  # type: ignore[attr-defined]  # an unknown host finds the default site, as in Wagtail
    row = sites().for_host(split_domain_port(raw)[0], request.get_port())
    request._house_site = row  # type: ignore[attr-defined]
    if row is not None and not hasattr(request, "_wagtail_site"):
        request._wagtail_site = row.as_site()  # type: ignore[attr-defined]
    return row
