"""News as Atom and RSS, in each language."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import strip_tags
from django.utils.http import http_date
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.landmarks import landmarks
from home.machines.structured import absolute
from home.shelves import chrome, published, shelf, url_of

ENTRIES = 30
WORDS = 120


@dataclass(frozen=True)
class Entry:
    """A piece of news in a feed. `key` stays when the title and the address change."""

    key: str
    title: str
    url: str
    summary: str
    published: datetime
    updated: datetime


@shelf
def entries(language: str) -> tuple[Entry, ...]:
    """The newest news, the newest first."""
    pages = published(apps.get_model("home", "NewsPage"), language).defer(None).order_by("-date", "-pk")[:ENTRIES]
    return tuple(_entry(page, language) for page in pages)


def _entry(page: Any, language: str) -> Entry:
    # The date is what editors chose; the hour only orders two of the same day.
    first = timezone.localtime(page.first_published_at) if page.first_published_at else None
    hour = first.time() if first and first.date() == page.date else time(8)
    came = timezone.make_aware(datetime.combine(page.date, hour))
    return Entry(
        key=uuid.uuid5(page.translation_key, language).urn,
        title=page.title,
        url=url_of(page),
        summary=_summary(page),
        published=came,
        updated=max(page.last_published_at or came, came),
    )


def _summary(page: Any) -> str:
    """The introduction and the beginning of the text, WORDS words together, as plain text."""
    texts = [page.intro]
    for block in page.body.raw_data:
        if block.get("type") == "paragraph":
            # A tag ends a word only where it ends a paragraph, a heading or a list item.
            texts.append(strip_tags(str(block.get("value", "")).replace("</", " </")))
    words = " ".join(" ".join(texts).split())
    for mark in ".,;:!?":
        words = words.replace(f" {mark}", mark)
    return Truncator(words).words(WORDS)


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """Atom."""
    return _feed(request, Atom1Feed, reverse("news_atom"))


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """RSS 2.0."""
    return _feed(request, Rss201rev2Feed, reverse("news_rss"))


def _feed(request: HttpRequest, kind: type[SyndicationFeed], url: str) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    frame, found = chrome(language), entries(language)
    programme = frame.programme
    feed: Any = kind(
        title=f"{_('News')} · {programme.name}",
        link=absolute(landmarks(language).news_url or frame.front_url),
        description=programme.tagline or programme.promise or programme.name,
        language=language,
        feed_url=absolute(url),
        feed_guid=absolute(url),
        author_name=programme.name,
    )
    for entry in found:
        feed.add_item(
            title=entry.title,
            link=absolute(entry.url),
            description=entry.summary,
            unique_id=entry.key,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    response = HttpResponse(
        feed.writeString("utf-8"), content_type=f"{feed.content_type.partition(';')[0]}; charset=utf-8"
    )
    latest = max((entry.updated for entry in found), default=None)
    if latest is not None:
        response["Last-Modified"] = http_date(latest.timestamp())
    patch_cache_control(response, public=True, max_age=600)
    return conditional(request, response, latest)


def conditional(request: HttpRequest, response: HttpResponse, latest: datetime | None = None) -> HttpResponse:
    """The response with an ETag, or 304 for who has it already."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    moment = int(latest.timestamp()) if latest else None
    return get_conditional_response(request, etag=etag, last_modified=moment, response=response) or response
