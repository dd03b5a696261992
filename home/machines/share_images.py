"""Share images: what others see where somebody shares a page. Drawn from the page: our town, and the page's title.

The digest in the address depends on everything that is drawn, so an image may be kept for ever, and only images that
pages really have are ever drawn.
"""

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.machines.share_drawing import SIZE, Motif, draw
from home.shelves import chrome

KEPT = 2_000  # files on disk
LONGEST = 220
BY_NIGHT = frozenset({"newspage", "newsindexpage", "storypage", "storyindexpage", "eventpage", "eventindexpage"})
_drawing = threading.Lock()


@dataclass(frozen=True)
class Share:
    """The address of an image, its size in pixels, and what it says."""

    url: str
    alt: str
    width: int = SIZE[0]
    height: int = SIZE[1]


def motif_of(page: Any, name: str) -> Motif:
    """What is drawn for a page of a type of ours, in the language that is active."""
    model = type(page)._meta.model_name
    title = " ".join(str(getattr(page, "headline", "") or page.title).split())[:LONGEST]
    kind = "" if model == "frontpage" else str(getattr(page, "kind", "") or "")
    if kind.casefold() == title.casefold():
        kind = ""
    return Motif(title, kind, name, "night" if model in BY_NIGHT else "day")


def share_of(page: Any, name: str) -> Share:
    """The image of a page; the one of the whole programme for what is no page of ours."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + "/"
    if not isinstance(page, Page) or not page.pk:
        return Share(urljoin(base, static("img/share.png")), name)
    motif = motif_of(page, name)
    path = reverse("share_image", args=[page.pk, motif.digest])
    return Share(
        urljoin(base, path), _("A drawing of a town by a river, and the words “%(title)s”") % {"title": motif.title}
    )


@require_safe
def share_image(request: HttpRequest, page_id: int, digest: str) -> HttpResponse:
    """The image, drawn once. 404 for what is not public, and for any digest but the one the page has now."""
    page = Page.objects.live().public().filter(pk=page_id).select_related("locale").first()
    if page is None:
        raise Http404
    language = page.locale.language_code
    with translation.override(language):
        motif = motif_of(page.specific, chrome(language).programme.name)
        if motif.digest != digest:
            raise Http404
        data = kept(page_id, motif)
    response = HttpResponse(data, content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["ETag"] = f'"{digest}"'
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


# --- What is kept ---------------------------------------------------------------------------------------------------
def folder() -> Path:
    """Where drawn images lie."""
    return Path(settings.VAR) / "share"


def kept(page_id: int, motif: Motif) -> bytes:
    """The PNG from disk, or drawn now. A disk that is full or away costs time only."""
    path = folder() / f"{page_id}-{motif.digest}.png"
    try:
        return path.read_bytes()
    except OSError:
        pass
    with _drawing:  # one at a time in each process: many crawlers come at once when something is shared
        data = draw(motif)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
        draft.write_bytes(data)
        draft.replace(path)
        _forget_the_oldest(path.parent)
    except OSError:
        pass
    return data


def _forget_the_oldest(place: Path) -> None:
    entries = [entry for entry in os.scandir(place) if entry.is_file()]
    if len(entries) <= KEPT:
        return
    entries.sort(key=lambda entry: entry.stat().st_mtime)
    for entry in entries[: len(entries) - KEPT * 9 // 10]:
        Path(entry.path).unlink(missing_ok=True)
