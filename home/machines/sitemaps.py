"""The sitemap: an index, and one file for each language that names every page's translations.

A page type whose pages show things under addresses of their own overrides Wagtail's `get_sitemap_urls(request)`: what
that lists below the page's own address is listed here too, and taken to lie below the page's translations as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.machines.feeds import conditional
from home.machines.structured import absolute
from home.shelves import shelf, sites

MOST = 50_000  # what the protocol allows in one file
# A search has nothing to offer another search.
LEFT_OUT = ("SearchPage",)
FIELDS = ("id", "path", "depth", "url_path", "locale_id", "translation_key", "content_type_id", "last_published_at")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True)
class Entry:
    """One address, when it last changed, and the same in other languages."""

    url: str
    lastmod: str = ""
    alternates: dict[str, str] = field(default_factory=dict)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Where the sitemap of each language is."""
    rows = []
    for code, _name in settings.LANGUAGES:
        latest = max((entry.lastmod for entry in pages_of(settings.LANGUAGE_CODE).get(code, ())), default="")
        lastmod = f"<lastmod>{latest}</lastmod>" if latest else ""
        rows.append(f"<sitemap><loc>{escape(absolute(reverse('sitemap_of', args=[code])))}</loc>{lastmod}</sitemap>")
    body = f"<sitemapindex {NAMESPACES.partition(' xmlns:')[0]}>" + "".join(rows) + "</sitemapindex>"
    return _answer(request, body)


@require_safe
def of_language(request: HttpRequest, language: str) -> HttpResponse:
    """Every public page of one language."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    entries = [*pages_of(settings.LANGUAGE_CODE).get(language, ()), *_parts(request, language)]
    return _answer(request, f"<urlset {NAMESPACES}>" + "".join(map(_written, entries[:MOST])) + "</urlset>")


def _answer(request: HttpRequest, body: str) -> HttpResponse:
    response = HttpResponse(HEAD + body, content_type="application/xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=3600)
    return conditional(request, response)


def _written(entry: Entry) -> str:
    lastmod = f"<lastmod>{entry.lastmod}</lastmod>" if entry.lastmod else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(absolute(url))}/>'
        for code, url in entry.alternates.items()
    )
    return f"<url><loc>{escape(absolute(entry.url))}</loc>{lastmod}{links}</url>\n"


# --- What is listed -------------------------------------------------------------------------------------------------
@shelf
def pages_of(language: str) -> dict[str, tuple[Entry, ...]]:
    """The public pages by language, all in one query."""
    left_out = ContentType.objects.get_for_models(*(apps.get_model("home", name) for name in LEFT_OUT)).values()
    known = sites()
    codes = {pk: code for code, pk in known.locales.items()}
    root_paths = known.paths
    pages = (
        Page.objects.live()
        .public()
        .filter(locale_id__in=codes, alias_of=None)
        .exclude(content_type__in=[kind.pk for kind in left_out])
        .order_by("path")
        .only(*FIELDS)
    )
    rows = []
    groups: dict[Any, dict[str, str]] = {}
    for page in pages:
        page._wagtail_cached_site_root_paths = root_paths
        url = page.get_url()
        if not url:
            continue
        code = codes[page.locale_id]
        rows.append((code, url, day_of(page.last_published_at), page.translation_key))
        groups.setdefault(page.translation_key, {})[code] = url
    found: dict[str, list[Entry]] = {}
    for code, url, lastmod, key in rows:
        found.setdefault(code, []).append(Entry(url, lastmod, with_default(groups[key])))
    return {code: tuple(entries) for code, entries in found.items()}


def with_default(alternates: dict[str, str]) -> dict[str, str]:
    """The addresses by language, and x-default; nothing for what is there in one language only."""
    if len(alternates) < 2:
        return {}
    first = alternates.get(settings.LANGUAGE_CODE) or next(iter(alternates.values()))
    return {**alternates, "x-default": first}


def day_of(moment: date | datetime | None) -> str:
    """A moment as sitemaps have it."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.utcoffset() is not None else moment.date().isoformat()
    return moment.isoformat() if moment else ""


def _parts(request: HttpRequest, language: str) -> Iterable[Entry]:
    """What pages show under addresses of their own: one query for each type that does."""
    known = sites()
    listed = {entry.url: entry for entry in pages_of(settings.LANGUAGE_CODE).get(language, ())}
    models: list[Any] = list(apps.get_app_config("home").get_models())
    for model in models:
        if not issubclass(model, Page) or model.get_sitemap_urls is Page.get_sitemap_urls:
            continue
        pages = model.objects.live().public().filter(locale_id=known.locales.get(language, 0))
        for page in pages.select_related("locale"):
            page._wagtail_cached_site_root_paths = known.paths
            own = listed.get(page.get_url() or "")
            if own is not None:
                yield from _below(own, page.get_sitemap_urls(request))


def _below(own: Entry, rows: list[dict[str, Any]]) -> Iterable[Entry]:
    """The rows that lie below a page's address, with its translations' addresses lengthened alike."""
    for row in rows:
        path = urlsplit(row["location"]).path
        if path.startswith(own.url) and path != own.url:
            tail = path.removeprefix(own.url)
            alternates = {code: f"{url}{tail}" for code, url in own.alternates.items()}
            yield Entry(path, day_of(row.get("lastmod")), alternates)
