"""What every page of ours knows: the programme, the menu, the other languages, where the interest form is."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from .landmarks import landmarks
from .shelves import Frame, MenuEntry, chrome, site_of


def programme(request: HttpRequest) -> dict:
    """Read only when a template asks for it; Wagtail's own admin never does.

    `trail` are the pages above this one, the outermost first; `languages` carry `is_translated`, whether the address is
    this page in that language and not its front page.
    """
    return {
        "programme": SimpleLazyObject(lambda: _frame(request).programme),
        "menu": SimpleLazyObject(lambda: _marked(_frame(request).menu, request.path)),
        "footer_menu": SimpleLazyObject(lambda: _marked(_frame(request).footer_menu, request.path)),
        "interest_url": SimpleLazyObject(lambda: _frame(request).interest_url),
        "site_search_url": SimpleLazyObject(lambda: landmarks(_language()).search_url),
        "newsletter_url": SimpleLazyObject(lambda: landmarks(_language()).newsletter_url),
        "front_url": "/en/" if get_language() == "en" else "/",
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "trail": SimpleLazyObject(lambda: _trail(request)),
        "is_demo": settings.DEMO,
    }


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _frame(request: HttpRequest) -> Frame:
    """The frame in the language of the page, read once a request."""
    language = _language()
    known = getattr(request, "_frame", None)
    if known is None or known[0] != language:
        site = site_of(request)
        known = (language, chrome(language, site.pk if site else 0))
        request._frame = known  # type: ignore[attr-defined]
    return known[1]


def _marked(entries: tuple[MenuEntry, ...], path: str) -> list[MenuEntry]:
    """The entries, with the one that leads here, or to what is above, marked."""
    return [
        replace(
            entry,
            is_current=bool(entry.url) and path.startswith(entry.url),
            children=tuple(_marked(entry.children, path)),
        )
        for entry in entries
    ]


def _languages(request: HttpRequest) -> list[dict]:
    """This page in each language; where a page is not translated, the front page of that language."""
    route = getattr(request, "_house_route", None)
    urls = {code: page.get_url(request) or "" for code, page in route.translations.items()} if route else {}
    result = []
    for code, _name in settings.LANGUAGES:
        url = urls.get(code) or ("" if route is not None else translate_url(request.path, code))
        result.append(
            {
                "code": code,
                "label": {"nb": "Norsk", "en": "English"}.get(code, code),
                "url": url or ("/" if code == settings.LANGUAGE_CODE else f"/{code}/"),
                "is_translated": bool(url),
                "is_current": code == get_language(),
            }
        )
    return result


def _trail(request: HttpRequest) -> list[dict]:
    route = getattr(request, "_house_route", None)
    return [{"title": page.title, "url": page.get_url(request) or ""} for page in route.trail] if route else []
