"""The head of a page, and where the reader stands."""

import logging
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import get_language
from wagtail.models import Page

from home.landmarks import landmarks
from home.machines import structured
from home.machines.share_images import Share, share_of
from home.search.suggestions import meant_by
from home.shelves import Programme

logger = logging.getLogger(__name__)
register = template.Library()
PAGE_PARAM = "side"


@register.simple_tag(takes_context=True)
def house_head(context: template.Context, page: Any) -> structured.Head | None:
    """`{% house_head page as head %}`: all that `<head>` says of a page, or of a dict that stands in for one.

    A dict has `title`, and may have `summary`, `schema` (a dict or a function of the request) and `full_url`.
    """
    request = context.get("request")
    if request is None or not page:
        return None
    language = get_language() or settings.LANGUAGE_CODE
    programme = context.get("programme") or Programme()
    front_url = context.get("front_url") or "/"
    route = getattr(request, "_house_route", None)
    place = structured.Place(
        language=language,
        url=_url(request, page),
        front_url=front_url,
        trail=structured.trail_of(list(context.get("trail") or []), route, request),
        translations=structured.translations_of(list(context.get("languages") or []), route, request),
    )
    return structured.head(request, page, place, programme, landmarks(language), _share(page, route, programme))


def _share(page: Any, route: Any, programme: Programme) -> Share:
    """A part of a page is shared with the image of the whole."""
    drawn = page if isinstance(page, Page) else route.page if route else None
    return share_of(drawn, programme.name)


def _url(request: Any, page: Any) -> str:
    """The address without what a query may add, but for the number of a list's page."""
    is_page = isinstance(page, Page) and page.pk
    url = (page.get_url(request) or "") if is_page else str(structured.of(page, "full_url"))
    url = urlsplit(url)._replace(scheme="", netloc="").geturl() or request.path
    number = request.GET.get(PAGE_PARAM, "")
    if number.isascii() and number.isdigit() and len(number) < 6 and int(number) > 1 and "?" not in url:
        url = f"{url}?{PAGE_PARAM}={int(number)}"
    return url


@register.simple_tag(takes_context=True)
def house_trail(context: template.Context, crumbs: Any = None) -> list[Any]:
    """`{% house_trail crumbs as steps %}`: those given, or the pages above what is shown, the outermost first."""
    request = context.get("request")
    if crumbs or request is None:
        return list(crumbs or [])
    route = getattr(request, "_house_route", None)
    return list(structured.trail_of(list(context.get("trail") or []), route, request))


@register.simple_tag
def search_engines_welcome() -> bool:
    """Whether this installation wants to be found by search engines; a demo does not."""
    return settings.SEARCH_ENGINES_WELCOME


@register.simple_tag(takes_context=True)
def house_lost(context: template.Context) -> dict[str, Any]:
    """`{% house_lost as lost %}` on a 404: `meant`, pages (title, url) that may have been meant, and `search_url`."""
    request = context.get("request")
    language = get_language() or settings.LANGUAGE_CODE
    try:
        meant = meant_by(request.path_info, language) if request else []
        return {"meant": meant, "search_url": landmarks(language).search_url}
    except DatabaseError:  # what cannot be looked up is left out; nothing may turn a 404 into a 500
        logger.exception("No suggestions for a page that was not found")
        return {"meant": [], "search_url": ""}


@register.simple_tag
def house_landmarks() -> Any:
    """`{% house_landmarks as places %}`: `search_url`, `news_url` and `contact_url` in the reader's language."""
    return landmarks(get_language() or settings.LANGUAGE_CODE)
