"""The index of the public search: a search backend of Wagtail's kind, so that whatever saves a page keeps it in step.

Wagtail's own database backend stays for the admin. It ranks by two different formulas on PostgreSQL and SQLite, stems
in one language for all pages, and keeps no text to quote; this one gives the same answer on both databases.

Every public page is found, by its title, introduction, StreamFields and description, and by what its type names in
`search_fields` as always in Wagtail. A type with `is_searchable = False` is not; `search_weight` makes its pages count
for less or more than 1.
"""

import hashlib
import re
from collections import Counter
from typing import Any

from django.db import models, transaction
from django.utils.functional import Promise
from modelsearch.backends.base import BaseIndex, BaseSearchBackend, EmptySearchResults
from modelsearch.index import RelatedFields, SearchField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText, get_text_for_indexing

from home.search.words import stem, words_of

# How much one mention counts, by where it stands.
TITLE, HEADING, LEAD, DESCRIPTION, BODY = 9, 5, 4, 3, 1
LEADS = ("headline", "lead", "intro")
HEADING_FIELDS = ("heading", "title", "question")
USUAL_LENGTH = 300
LONGEST_TEXT = 60_000
# The front page mentions everything and answers little; what was news is seldom what is looked for.
WEIGHTS = {"home.frontpage": 0.75, "home.newspage": 0.85}
VERSION = "1"  # part of what tells whether a page must be indexed anew; raise it when the weights change


def parts_of(page: Page) -> list[tuple[int, str]]:
    """The texts of a page as readers see them, each with what a mention in it counts, in reading order."""
    parts = [(TITLE, page.title)]
    parts += [(LEAD, str(getattr(page, name, "") or "")) for name in LEADS]
    fields = {field.name: field for field in page._meta.get_fields() if isinstance(field, models.Field)}
    done = {"title", *LEADS}
    for name, field in fields.items():
        if isinstance(field, StreamField) and name not in done:
            done.add(name)
            parts += _blocks(field.stream_block, getattr(page, name))
    for field in page.get_search_fields():
        if isinstance(field, RelatedFields):
            parts += _related(field, page)
        elif isinstance(field, SearchField) and field.field_name not in done:
            done.add(field.field_name)
            parts += [(BODY, text) for text in _texts(field.get_value(page))]
    if page.search_description not in {text for _weight, text in parts}:
        parts.append((DESCRIPTION, page.search_description))
    return [(weight, _plain(text)) for weight, text in parts if text and text.strip()]


def _blocks(block: blocks.Block, value: Any, weight: int = BODY) -> list[tuple[int, str]]:
    """The texts of one block and what it is made of."""
    if isinstance(value, RichText):
        return _rich(value.source)
    if isinstance(block, blocks.StreamBlock):
        return [part for child in value or () for part in _blocks(child.block, child.value, _weight(child.block_type))]
    if isinstance(block, blocks.ListBlock):
        return [part for child in value or () for part in _blocks(block.child_block, child, weight)]
    if isinstance(block, blocks.StructBlock):
        named = block.child_blocks.items()
        return [part for name, child in named for part in _blocks(child, (value or {}).get(name), _weight(name))]
    # What is picked from a list is the name of a drawing or a colour, not text.
    if value is None or isinstance(block, (blocks.ChoiceBlock, blocks.MultipleChoiceBlock)):
        return []
    return [(weight, str(text)) for text in block.get_searchable_content(value)]


def _weight(name: str) -> int:
    return HEADING if name in HEADING_FIELDS else BODY


def _rich(source: str) -> list[tuple[int, str]]:
    parts = re.split(r"(<h[2-6].*?</h[2-6]>)|</p>|</[uo]l>", source, flags=re.IGNORECASE | re.DOTALL)
    return [(HEADING if part.lower().startswith("<h") else BODY, part) for part in parts if part]


def _related(relation: RelatedFields, page: Page) -> list[tuple[int, str]]:
    """What `search_fields` names of the things that belong to the page: its steps, the person it is about."""
    value = relation.get_value(page)
    others = value.all() if hasattr(value, "all") else [value]
    return [
        (HEADING if field.field_name in HEADING_FIELDS else BODY, text)
        for other in others
        if other is not None
        for field in relation.fields
        if isinstance(field, SearchField)
        for text in _texts(field.get_value(other))
    ]


def _texts(value: Any) -> list[str]:
    if isinstance(value, (str, Promise)):
        return [str(value)]
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in _texts(item)]
    return [] if value is None else [str(value)]


def _plain(text: str) -> str:
    plain = get_text_for_indexing(text) if "<" in text else text
    return " ".join(plain.replace("\x00", "").split())


def is_found(page: Page) -> bool:
    """Whether the page may stand in the index at all; who may see it is asked again at every search."""
    return page.live and page.depth > 1 and type(page) is not Page and getattr(page, "is_searchable", True)


def index_page(page: Page) -> None:
    """Bring what the search knows about one specific page in step with it; a page that is not live is forgotten."""
    from home.models.search import SearchEntry, SearchWord

    if not is_found(page):
        SearchEntry.objects.filter(page_id=page.pk).delete()
        return
    language = page.locale.language_code
    parts = parts_of(page)
    weight = getattr(page, "search_weight", None) or WEIGHTS.get(page._meta.label_lower, 1.0)
    digest = hashlib.sha256(repr((VERSION, language, weight, parts)).encode()).hexdigest()
    if SearchEntry.objects.filter(page_id=page.pk, digest=digest).exists():
        return
    text = "\n".join(text for part_weight, text in parts if part_weight != TITLE)[:LONGEST_TEXT]
    values = {"language": language, "kind": page._meta.label_lower, "text": text, "digest": digest}
    with transaction.atomic():
        entry, _created = SearchEntry.objects.update_or_create(page_id=page.pk, defaults=values)
        entry.words.all().delete()
        SearchWord.objects.bulk_create(_words(entry, language, parts, weight), batch_size=500, ignore_conflicts=True)


def _words(entry, language: str, parts: list[tuple[int, str]], page_weight: float) -> list:
    from home.models.search import SearchWord

    counts: Counter[str] = Counter()
    shapes: dict[str, Counter[str]] = {}
    length = 0
    for weight, text in parts:
        for word in words_of(text[:LONGEST_TEXT]):
            found = stem(word, language)
            if found:
                length += 1
                counts[found] += weight
                shapes.setdefault(found, Counter())[word.lower()] += 1
    # BM25's shape: each further mention counts less, and a mention in a long page counts less than in a short one.
    half = 4 * (0.4 + 0.6 * length / USUAL_LENGTH)
    return [
        SearchWord(
            entry=entry,
            language=language,
            stem=found,
            word=shapes[found].most_common(1)[0][0][:60],
            weight=page_weight * (0.15 + 0.85 * count / (count + half)),
        )
        for found, count in counts.items()
    ]


class PageIndex(BaseIndex):
    """What Wagtail tells the search about; all but pages is none of its business."""

    def add_items(self, model: type[models.Model], items: list) -> None:
        """Index the pages among `items`."""
        for item in items:
            if isinstance(item, Page):
                index_page(item.specific)

    def delete_item(self, item: models.Model) -> None:
        """Forget a deleted page."""
        from home.models.search import SearchEntry

        if isinstance(item, Page):
            SearchEntry.objects.filter(page_id=item.pk).delete()

    def reset(self) -> None:
        """Forget every page."""
        from home.models.search import SearchEntry

        SearchEntry.objects.all().delete()


class Rebuilder:
    """`manage.py update_index` indexes every page; what is unchanged is left alone."""

    def __init__(self, index: PageIndex) -> None:
        self.index = index

    def start(self) -> PageIndex:
        """Nothing is thrown away first: the site stays searchable while it is indexed."""
        return self.index

    def finish(self) -> None:
        """Forget what is not live any more."""
        from home.models.search import SearchEntry

        SearchEntry.objects.exclude(page__live=True).delete()


class SearchBackend(BaseSearchBackend):
    """Indexes only; the public search asks in its own way (`home.search.finding`)."""

    index_class = PageIndex
    results_class = EmptySearchResults
    rebuilder_class = Rebuilder

    def search(self, query: Any, model_or_queryset: Any, **kwargs: Any) -> EmptySearchResults:
        """Nothing: lists in the admin use Wagtail's own backend."""
        return EmptySearchResults()

    autocomplete = search
