"""What the body of a page refers to, fetched at once before it renders: one query for pictures, one for links.

Rich text and blocks then read from the store of the request. Where there is none, in previews, mails and the admin,
everything is as Wagtail has it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet, Subquery, TextField, UUIDField, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs
from wagtail.snippets.blocks import SnippetChooserBlock

from .shelves.engine import shelf
from .shelves.sites import Sites

RENDITION_FIELDS = ("id", "filter_spec", "focal_point_key", "file", "width", "height")
# The columns of a link's target; those of a document stand in the same ones, its file where pages have `draft_title`.
FILLERS: dict[str, Any] = {
    "id": F("id"),
    "path": Value(""),
    "depth": Value(0),
    "title": F("title"),
    "draft_title": Cast("file", TextField()),
    "slug": Value(""),
    "url_path": Value(""),
    "live": Value(True),
    "locale_id": Value(0),
    "translation_key": Value(None, output_field=UUIDField()),
}


class Store:
    """What was fetched for one page: images by key, pages by key, and the addresses that links lead to."""

    def __init__(self) -> None:
        self.images: dict[int, Any] = {}
        self.pages: dict[int, Page] = {}
        self.links: dict[tuple[str, int], str] = {}
        self.asked_images: set[int] = set()
        self.asked_links: set[tuple[str, int]] = set()

    def has_images(self, keys: Iterable[int]) -> bool:
        """Whether all of them were asked for, found or not."""
        return self.asked_images.issuperset(keys)

    def has_links(self, kind: str, keys: Iterable[int]) -> bool:
        """Whether all of them were asked for, found or not."""
        return self.asked_links.issuperset((kind, key) for key in keys)


_current: ContextVar[Store | None] = ContextVar("bodies", default=None)


def current() -> Store | None:
    """The store of the page being served; None outside."""
    return _current.get()


@contextmanager
def fetched(page: Page, known: Sites) -> Iterator[Store]:
    """While this lasts, what `page` refers to is at hand; at most two queries."""
    store = Store()
    _collect(page, store)
    _fetch_images(store)
    _fetch_links(store, known)
    for field in _image_fields(type(page)):
        key = getattr(page, field.attname)
        if key is not None:
            field.set_cached_value(page, store.images.get(key))
    token = _current.set(store)
    try:
        yield store
    finally:
        _current.reset(token)


# --- What is referred to --------------------------------------------------------------------------------------------
def _image_fields(model: type[models.Model]) -> list[models.ForeignKey]:
    image = get_image_model()
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, image)
    ]


def _collect(page: Page, store: Store) -> None:
    for field in page._meta.concrete_fields:
        if field.attname in page.get_deferred_fields():
            continue
        value = getattr(page, field.attname)
        if isinstance(field, StreamField) and value is not None:
            _walk(field.stream_block, list(value.raw_data), store)
        elif isinstance(field, RichTextField):
            _read(value or "", store)
    store.asked_images.update(
        key for field in _image_fields(type(page)) if (key := getattr(page, field.attname)) is not None
    )


def _walk(block: blocks.Block, value: Any, store: Store) -> None:
    """Note what the stored `value` of a block refers to. Anything unexpected is left to Wagtail."""
    if isinstance(block, blocks.RichTextBlock):
        _read(value or "", store)
    elif isinstance(block, blocks.ChooserBlock):
        _note(block, value, store)
    elif isinstance(block, blocks.StreamBlock) and isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and item.get("type") in block.child_blocks:
                _walk(block.child_blocks[item["type"]], item.get("value"), store)
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for item in value:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            _walk(block.child_block, item["value"] if is_wrapped else item, store)
    elif isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            _walk(child, value.get(name), store)


def _note(block: blocks.ChooserBlock, key: Any, store: Store) -> None:
    if not isinstance(key, int):
        return
    model = block.model_class
    if issubclass(model, get_image_model()):
        store.asked_images.add(key)
    elif issubclass(model, Page):
        store.asked_links.add(("page", key))
    elif issubclass(model, get_document_model()):
        store.asked_links.add(("document", key))
    elif isinstance(block, KeptChooserBlock):
        row = block.kept().get(key)
        if row is not None:
            places = [field.attname for field in _image_fields(model)]
            store.asked_images.update(row[name] for name in places if row[name] is not None)


def _read(html: str, store: Store) -> None:
    for attributes in FIND_A_TAG.findall(html):
        found = extract_attrs(attributes)
        key = key_of(found)
        if found.get("linktype") in ("page", "document") and key is not None:
            store.asked_links.add((found["linktype"], key))


def key_of(attributes: dict[str, str]) -> int | None:
    """The primary key a link carries; None when what is written is no key."""
    written = attributes.get("id", "")
    return int(written) if re.fullmatch(r"[0-9]{1,18}", written) else None


# --- Fetching -------------------------------------------------------------------------------------------------------
def _fetch_images(store: Store) -> None:
    """Images with their renditions, also those that have none: one row for each rendition."""
    if not store.asked_images:
        return
    model = get_image_model()
    rendition = model.get_rendition_model()
    rows = model.objects.filter(pk__in=store.asked_images).annotate(
        **{f"rendition_{name}": F(f"renditions__{name}") for name in RENDITION_FIELDS}
    )
    for row in rows:
        image = store.images.setdefault(row.pk, row)
        if image is row:
            image.prefetched_renditions = []
        values = [getattr(row, f"rendition_{name}") for name in RENDITION_FIELDS]
        if values[0] is not None:
            image.prefetched_renditions.append(
                rendition(image=image, **dict(zip(RENDITION_FIELDS, values, strict=True)))
            )


def _fetch_links(store: Store, known: Sites) -> None:
    """Pages, with their translations in the language of the reader, and documents: one query."""
    asked: dict[str, set[int]] = {"page": set(), "document": set()}
    for kind, key in store.asked_links:
        asked[kind].add(key)
    queries = []
    locale_id = known.locales.get(get_language() or "", 0)
    if asked["page"]:
        queries.append(_page_rows(asked["page"], locale_id))
    if asked["document"]:
        queries.append(_document_rows(asked["document"]))
    if not queries:
        return
    root_paths = known.paths
    pages: list[Page] = []
    rows = queries[0] if len(queries) == 1 else queries[0].union(queries[1], all=True)
    names = _columns()
    for kind, *values in rows:
        row = dict(zip(names, values, strict=True))
        if kind == "document":
            store.links["document", row["id"]] = _document(row).url
        else:
            page = Page.from_db("default", names, values)
            page._wagtail_cached_site_root_paths = root_paths
            pages.append(page)
    here = {page.translation_key: page for page in pages if page.locale_id == locale_id and page.live}
    for page in pages:
        store.pages[page.pk] = page
        target = here.get(page.translation_key, page)
        if target.live:
            store.links["page", page.pk] = target.get_url() or ""


def _columns() -> list[str]:
    """In the order in which a page is built from them."""
    return [field.attname for field in Page._meta.concrete_fields if field.attname in FILLERS]


def _document(row: dict[str, Any]) -> Any:
    """As it comes from the database; made anew, it would ask for its collection."""
    model = get_document_model()
    held = {"id": row["id"], "title": row["title"], "file": row["draft_title"]}
    names = [field.attname for field in model._meta.concrete_fields if field.attname in held]
    return model.from_db("default", names, [held[name] for name in names])


def _page_rows(keys: set[int], locale_id: int) -> QuerySet:
    here = Page.objects.filter(pk__in=keys).order_by().values("translation_key")
    wanted = Q(pk__in=keys) | Q(locale_id=locale_id, translation_key__in=Subquery(here))
    return Page.objects.filter(wanted).order_by().values_list(Value("page"), *_columns())


def _document_rows(keys: set[int]) -> QuerySet:
    rows = get_document_model().objects.filter(pk__in=keys).order_by()
    named = {f"as_{name}": FILLERS[name] for name in _columns()}
    return rows.annotate(**named).values_list(Value("document"), *named)


# --- Blocks ---------------------------------------------------------------------------------------------------------
class PageLinkBlock(blocks.PageChooserBlock):
    """A page chooser that takes what was fetched for the whole page at once: title and address, no more."""

    def bulk_to_python(self, values):
        """The pages of `values`, None for one that is gone."""
        store = current()
        if store is None or not store.has_links("page", (value for value in values if value is not None)):
            return super().bulk_to_python(values)
        return [store.pages.get(value) for value in values]


class KeptChooserBlock(SnippetChooserBlock):
    """A chooser of one of a few dozen snippets, which stand on a shelf of their own and cost a page nothing."""

    def kept(self) -> dict[int, dict[str, Any]]:
        """All rows of the model, by key."""
        return rows_of(settings.LANGUAGE_CODE, self.model_class._meta.label)

    def bulk_to_python(self, values):
        """The snippets of `values`, None for one that is gone; their pictures with renditions."""
        if current() is None:
            return super().bulk_to_python(values)
        rows = self.kept()
        return [self._made(rows[value]) if value in rows else None for value in values]

    def _made(self, row: dict[str, Any]) -> models.Model:
        made = self.model_class.from_db("default", list(row), list(row.values()))
        store = current()
        for field in _image_fields(self.model_class):
            if store is not None and row[field.attname] in store.images:
                field.set_cached_value(made, store.images[row[field.attname]])
        return made


@shelf
def rows_of(language: str, label: str) -> dict[int, dict[str, Any]]:
    """Every row of a small model as plain values, by key."""
    model = apps.get_model(label)
    names = [field.attname for field in model._meta.concrete_fields]
    return {row[model._meta.pk.attname]: row for row in model._default_manager.values(*names)}
