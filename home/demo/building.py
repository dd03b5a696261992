"""How the demo builds its pages: each in both languages, the two tied together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils.html import escape
from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

LANGUAGES = ("nb", "en")
IMAGES = Path(__file__).parent / "images"


class Builder:
    """Adds pages under the fronts of both languages.

    `fronts[code]` is the front page of a language, `pages[key][code]` every page made so far under its key.
    """

    def __init__(self) -> None:
        self.locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
        self.pages: dict[str, dict[str, Page]] = {}
        self.images: dict[str, Any] = {}

    @property
    def fronts(self) -> dict[str, Page]:
        """The front page of each language."""
        return self.pages["front"]

    def add(self, key: str, make: Callable[[str], Page], *, under: str = "front") -> dict[str, Page]:
        """Make and publish the page `key` in each language below the page `under` ("" for the root of the tree).

        `make(code)` gives the unsaved page of a language.
        """
        made: dict[str, Page] = {}
        for code in LANGUAGES:
            page = make(code)
            page.locale = self.locales[code]
            if made:
                page.translation_key = next(iter(made.values())).translation_key
            parent = self.pages[under][code] if under else Page.get_first_root_node()
            parent.add_child(instance=page)
            page.save_revision(log_action=False).publish(log_action=False)
            made[code] = page
        self.pages[key] = made
        # Treebeard counts children on the instance in hand, which must know of the new ones.
        if under:
            for code in LANGUAGES:
                self.pages[under][code].refresh_from_db()
        return made

    def image(self, name: str, title: str, description: str = "") -> Any:
        """The drawn picture `name` (a file in demo/images), stored once; described for editors in Norwegian."""
        if name not in self.images:
            with (IMAGES / f"{name}.webp").open("rb") as file:
                self.images[name] = get_image_model().objects.create(
                    title=title, description=description[:255], file=File(file, name=f"{name}.webp")
                )
        return self.images[name]


def blocks(rows: list) -> list:
    """Demo rows as blocks of a page: a heading begins the text that follows it, quotes and steps are written short."""
    made: list = []
    for kind, value in rows:
        if kind == "heading":
            made.append(("paragraph", f"<h2>{escape(value)}</h2>"))
        elif kind == "paragraph" and made and made[-1][0] == "paragraph":
            made[-1] = ("paragraph", made[-1][1] + value)
        elif kind == "quote" and not isinstance(value, dict):
            made.append(("quote", {"text": value[0], "attribution": value[1]}))
        elif kind == "steps" and not isinstance(value, dict):
            made.append(("steps", {"heading": "", "steps": [{"title": title, "text": text} for title, text in value]}))
        else:
            made.append((kind, value))
    return made


def stream(page_class: type[Page], rows: list) -> Any:
    """Blocks as the value of the `body` of `page_class`. Paragraphs are given as HTML."""
    block = page_class._meta.get_field("body").stream_block
    return block.normalize([(kind, RichText(value) if kind == "paragraph" else value) for kind, value in rows])
