"""What pages say to machines: the head of the page, and the page in schema.org's words as one `@graph`."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from wagtail.models import Page

from home.landmarks import Landmarks
from home.machines import share_images
from home.shelves import Programme

DESCRIPTION_LENGTH = 200
HEADLINE_LENGTH = 110
LOCALES = {"nb": "nb_NO", "en": "en_GB"}
ARTICLES = {"NewsArticle", "Article"}
# What would end the script element, or begin a comment in it, is written as an escape that JSON reads the same.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True)
class Crumb:
    """A page above this one, or this one."""

    title: str
    url: str


@dataclass(frozen=True)
class Place:
    """Where a page stands: its address without scheme, those above it, and itself in other languages by their code."""

    language: str
    url: str
    front_url: str
    trail: tuple[Crumb, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Head:
    """What stands in `<head>` about one page. Every address is absolute."""

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    kind: str
    image: share_images.Share
    locale: str
    other_locales: tuple[str, ...]
    published: str
    modified: str
    graph: SafeString


def absolute(url: str) -> str:
    """The address with scheme and host, both from the settings: what a browser says its host is decides nothing."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + "/", url)


def of(page: Any, name: str) -> Any:
    """An attribute of a page, or what a dict that stands in for one has under that name; "" when there is none."""
    found = page.get(name, "") if isinstance(page, dict) else getattr(page, name, "")
    return "" if found is None else found


def plain(text: object, length: int = DESCRIPTION_LENGTH) -> str:
    """Text without tags and line breaks, at most `length` characters."""
    return Truncator(" ".join(strip_tags(str(text or "")).split())).chars(length)


def title_of(page: Any) -> str:
    """What the page calls itself when it is shared. A title is plain text: what looks like a tag in it is meant."""
    return one_line(of(page, "seo_title") or of(page, "headline") or of(page, "title"))


def one_line(text: object) -> str:
    """Text on one line, at most HEADLINE_LENGTH characters."""
    return Truncator(" ".join(str(text).split())).chars(HEADLINE_LENGTH)


def description_of(page: Any) -> str:
    """One or two sentences, at most DESCRIPTION_LENGTH characters; may be empty."""
    return plain(of(page, "search_description") or of(page, "summary") or of(page, "intro") or of(page, "lead"))


def head(
    request: HttpRequest, page: Any, place: Place, programme: Programme, landmarks: Landmarks, image: share_images.Share
) -> Head:
    """Everything `<head>` says of a page, or of a dict with `title` and `summary` that stands in for one."""
    canonical = absolute(place.url)
    own = own_node(request, page, canonical, place.language)
    is_article = own["@type"] in ARTICLES
    codes = [code for code, _url in place.translations]
    alternates = [(code, absolute(url)) for code, url in place.translations]
    if len(alternates) > 1:
        first = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in codes else codes[0]
        alternates.append(("x-default", dict(alternates)[first]))
    nodes = [
        organisation(programme, landmarks, place),
        website(programme, landmarks, place),
        *breadcrumbs(page, place, canonical),
        filled(own, canonical, image, place),
    ]
    return Head(
        title=title_of(page),
        description=description_of(page),
        canonical=canonical,
        alternates=tuple(alternates) if len(alternates) > 1 else (),
        kind="article" if is_article else "website",
        image=image,
        locale=LOCALES.get(place.language, place.language),
        other_locales=tuple(LOCALES.get(code, code) for code in codes if code != place.language),
        published=own.get("datePublished") or "" if is_article else "",
        modified=own.get("dateModified") or "" if is_article else "",
        graph=script_text({"@context": "https://schema.org", "@graph": nodes}),
    )


def script_text(value: Any) -> SafeString:
    """JSON that may stand in a script element, whatever the texts in it are."""
    return mark_safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE))  # noqa: S308


# --- The nodes ------------------------------------------------------------------------------------------------------
def _home(place: Place) -> str:
    return absolute("/")


def organisation(programme: Programme, landmarks: Landmarks, place: Place) -> dict[str, Any]:
    """The programme."""
    node: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"{_home(place)}#organization",
        "name": programme.name,
        "url": absolute(place.front_url),
        "logo": {
            "@type": "ImageObject",
            "url": absolute(static("img/logo.png")),
            "width": 512,
            "height": 512,
        },
    }
    if programme.promise or programme.tagline:
        node["description"] = programme.promise or programme.tagline
    owners = [name for name in (programme.association, programme.municipality) if name]
    if owners:
        node["parentOrganization"] = [{"@type": "Organization", "name": name} for name in owners]
    contact = {
        "@type": "ContactPoint",
        "contactType": "sales",
        "email": programme.contact_email,
        "telephone": programme.contact_phone,
        "url": absolute(landmarks.contact_url) if landmarks.contact_url else "",
        "availableLanguage": [code for code, _name in settings.LANGUAGES],
    }
    if programme.contact_email or programme.contact_phone:
        node["contactPoint"] = {name: value for name, value in contact.items() if value}
    return node


def website(programme: Programme, landmarks: Landmarks, place: Place) -> dict[str, Any]:
    """The site in this language, and how it is searched, where it can be."""
    node: dict[str, Any] = {
        "@type": "WebSite",
        "@id": f"{absolute(place.front_url)}#website",
        "name": programme.name,
        "url": absolute(place.front_url),
        "inLanguage": place.language,
        "publisher": {"@id": f"{_home(place)}#organization"},
    }
    if landmarks.search_url:
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute(landmarks.search_url) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        }
    return node


def breadcrumbs(page: Any, place: Place, canonical: str) -> list[dict[str, Any]]:
    """The way from the front page to this one; nothing for the front page itself."""
    if not place.trail:
        return []
    steps = [*place.trail, Crumb(one_line(of(page, "title")), place.url)]
    items = [
        {"@type": "ListItem", "position": number, "name": step.title, "item": absolute(step.url)}
        for number, step in enumerate(steps, start=1)
    ]
    return [{"@type": "BreadcrumbList", "@id": f"{canonical}#breadcrumb", "itemListElement": items}]


def own_node(request: HttpRequest, page: Any, canonical: str, language: str) -> dict[str, Any]:
    """What the page says of itself; a WebPage where it says nothing. Empty values are left out."""
    says = of(page, "schema")
    node = says(request) if callable(says) else says
    if not node:
        node = {"@type": "WebPage", "name": title_of(page), "description": description_of(page)}
        for name, moment in (("datePublished", "first_published_at"), ("dateModified", "last_published_at")):
            value = of(page, moment)
            if isinstance(value, datetime):
                node[name] = value.isoformat()
    # Not @id: what the page is about, say a premises, may be named on several pages.
    given = {name: value for name, value in node.items() if value not in (None, "", [], {})}
    if given["@type"] == "JobPosting":
        given["description"] = _whole_text(page) or given.get("description") or title_of(page)
        # Google knows an advertisement by this from one visit to the next.
        given["identifier"] = {"@type": "PropertyValue", "name": "page", "value": str(of(page, "pk"))}
    return given


def _whole_text(page: Any) -> str:
    """Introduction and body as simple HTML: a job advertisement must be told whole."""
    body = of(page, "body")
    paragraphs = [str(of(page, "intro"))]
    if body and hasattr(body, "stream_block"):
        paragraphs += [str(text) for text in body.stream_block.get_searchable_content(body)]
    kept = [" ".join(text.split()) for text in paragraphs if text.strip()]
    return "".join(f"<p>{Truncator(text).chars(3000)}</p>" for text in kept)


def filled(own: dict[str, Any], canonical: str, image: share_images.Share, place: Place) -> dict[str, Any]:
    """The page's own node with what every kind of page has in common."""
    organization = {"@id": f"{_home(place)}#organization"}
    node = {
        "@id": f"{canonical}#page",
        "inLanguage": place.language,
        "image": image.url,
        **own,
        "url": canonical,
    }
    kind = node["@type"]
    if kind in ARTICLES:
        node.setdefault("author", organization)
        node.setdefault("publisher", organization)
        node.setdefault("mainEntityOfPage", canonical)
    elif kind == "Event":
        node.setdefault("organizer", organization)
    elif kind == "JobPosting":
        node.pop("image")
        node.pop("inLanguage")
    elif kind.endswith("Page"):
        node["isPartOf"] = {"@id": f"{absolute(place.front_url)}#website"}
        if place.trail:
            node["breadcrumb"] = {"@id": f"{canonical}#breadcrumb"}
    return node


def trail_of(above: list[dict[str, Any]], route: Any, request: HttpRequest) -> tuple[Crumb, ...]:
    """The pages above what is shown: those of the route, and the page itself where a part of it is shown."""
    crumbs = [Crumb(step["title"], step["url"]) for step in above if step["url"]]
    page: Page | None = route.page if route else None
    if page is not None and crumbs and is_part(request, page):
        crumbs.append(Crumb(page.title, page.get_url(request) or ""))
    return tuple(crumbs)


def is_part(request: HttpRequest, page: Page) -> bool:
    """Whether the address is one below the page's own."""
    url = page.get_url(request) or ""
    return bool(url) and request.path != url and request.path.startswith(url)


def translations_of(languages: list[dict[str, Any]], route: Any, request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """What is shown, in each language it is published in. A part of a page lies below it in every language."""
    found = [(entry["code"], entry["url"]) for entry in languages if entry.get("is_translated")]
    page: Page | None = route.page if route else None
    if page is not None and is_part(request, page):
        rest = request.path.removeprefix(page.get_url(request) or "")
        found = [(code, url if url.endswith(rest) else url + rest) for code, url in found]
    return tuple(found)
