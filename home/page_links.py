"""Every link that our published pages have, taken out of what is stored: inside the site and to others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db.models import ForeignKey, URLField
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs


@dataclass(frozen=True)
class Link:
    """A link on a page: `kind` is "page", "document" (with the key as `target`) or "url" (with the address)."""

    page: int
    kind: str
    target: str


def links_of(page: Page) -> Iterator[Link]:
    """The links of a page of its own type, in the order of its fields; the same one may come twice."""
    for field in page._meta.concrete_fields:
        value = getattr(page, field.attname)
        if not value:
            continue
        if isinstance(field, StreamField):
            found = _of_block(field.stream_block, list(value.raw_data))
        elif isinstance(field, RichTextField):
            found = _of_html(value)
        elif isinstance(field, URLField):
            found = iter([("url", value)])
        elif isinstance(field, ForeignKey) and issubclass(field.related_model, Page) and not _is_own(field):
            found = iter([("page", str(value))])
        else:
            continue
        for kind, target in found:
            yield Link(page.pk, kind, target)


def published_links() -> Iterator[Link]:
    """The links of every published page."""
    for page in (
        Page.objects.live().filter(depth__gt=1, alias_of=None).order_by("path").specific().iterator(chunk_size=200)
    ):
        yield from dict.fromkeys(links_of(page))


def _is_own(field: ForeignKey) -> bool:
    """Wagtail's own fields (the alias, the parent link) are no links of the author."""
    return field.model is Page or bool(field.remote_field.parent_link)


def _of_block(block: blocks.Block, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(block, blocks.RichTextBlock):
        yield from _of_html(value or "")
    elif isinstance(block, blocks.URLBlock):
        if value:
            yield "url", value
    elif isinstance(block, blocks.ChooserBlock):
        if isinstance(value, int) and issubclass(block.model_class, Page):
            yield "page", str(value)
        elif isinstance(value, int) and issubclass(block.model_class, get_document_model()):
            yield "document", str(value)
    elif isinstance(block, blocks.StreamBlock) and isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and item.get("type") in block.child_blocks:
                yield from _of_block(block.child_blocks[item["type"]], item.get("value"))
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for item in value:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield from _of_block(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, value.get(name))


def _of_html(html: str) -> Iterator[tuple[str, str]]:
    for attributes in FIND_A_TAG.findall(html):
        found = extract_attrs(attributes)
        kind, key = found.get("linktype", ""), found.get("id", "")
        if kind in ("page", "document") and re.fullmatch(r"[0-9]{1,18}", key):
            yield kind, key
        elif re.match(r"https?://", found.get("href", ""), re.IGNORECASE):
            yield "url", unescape(found["href"])
