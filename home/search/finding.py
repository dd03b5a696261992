"""The public search: from what somebody asks to pages, the best first, with the words marked.

A question is cut into words; each word becomes a group of stems that answer it (the word, its synonyms, compounds with
it, its spelling variants). One query adds up, per page, the best answer to each group, weighed by how rare the word is;
a second reads the ten pages shown. Both databases do the same sum. What a visitor types never reaches the database:
only stems that stand on public pages do. Other things than pages can be found by adding their hits in `search`.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import Case, F, FloatField, Max, Value, When
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from home.models.search import SearchEntry, SearchWord
from home.search.known import Known, Promotion, known
from home.search.snippets import marked, snippet
from home.search.words import WORD, fold, forms, is_stop_word, loosen, stem, stems_of
from home.shelves import url_of

LONGEST_QUESTION = 200
MOST_GROUPS = 12
MOST_RESULTS = 200
MOST_PROMOTED = 3
A_PAGE = 10
# What an answer is worth that is not the very word.
VARIANT, SYNONYM, PART, BEGINNING, COMPOUND = 0.9, 0.8, 0.6, 0.55, 0.5
# Pages that answer far worse than the best one are noise, not results.
WORTH_SHOWING = 0.2


@dataclass
class Group:
    """One word of the question and the stems that answer it, each with what it is worth."""

    word: str
    stem: str = ""
    stems: dict[str, float] = field(default_factory=dict)

    def add(self, stem: str, worth: float) -> None:
        """One more answer; the higher worth stays."""
        self.stems[stem] = max(worth, self.stems.get(stem, 0))


@dataclass
class Hit:
    """One result. `title` and `snippet` are safe HTML with the words marked; `reason` only when recommended."""

    url: str
    kind: str
    title: SafeString
    snippet: SafeString
    is_promoted: bool = False
    reason: str = ""
    page: Any = None


@dataclass
class Found:
    """The answer to a question. `shown_for` is the question as corrected, empty when nothing was."""

    question: str
    shown_for: str
    promoted: list[Hit]
    items: Leaf
    total: int
    page_query: str
    literal_query: str

    @property
    def hits(self) -> list[Hit]:
        """What stands on this page, recommended ones first."""
        return [*self.promoted, *self.items.object_list]


def asked(raw: str) -> str:
    """What was typed, as a question: one line without control characters, at most 200 characters."""
    text = unicodedata.normalize("NFC", raw[: 4 * LONGEST_QUESTION])
    plain = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in text)
    return " ".join(plain.split())[:LONGEST_QUESTION].strip()


def search(question: str, language: str, *, number: Any = 1, is_literal: bool = False) -> Found:
    """Ten results of page `number` for `question`, of which `asked` gives the form; two queries with a warm shelf."""
    at_hand = known(language)
    groups, shown_for = understand(question, at_hand, is_literal=is_literal)
    promotions = recommended(shown_for or question, at_hand)
    first = [promotion.page_id for promotion in promotions]
    scores = rank(groups, at_hand)
    items: Any = Paginator([pk for pk, _score in scores if pk not in first], A_PAGE).get_page(number)
    entries = _entries([*first, *items.object_list], language)
    telling = {stem: at_hand.rarity(stem) for group in groups for stem in group.stems}
    literally = QueryDict(mutable=True)
    literally.update({"q": question, "ordrett": "1"})
    turning = QueryDict(mutable=True)
    turning.update({"q": question, **({"ordrett": "1"} if is_literal else {})})
    promoted = [
        _hit(entries[promotion.page_id], telling, promotion) for promotion in promotions if promotion.page_id in entries
    ]
    items.object_list = [_hit(entries[pk], telling) for pk in items.object_list if pk in entries]
    return Found(
        question=question,
        shown_for=shown_for,
        promoted=promoted if items.number == 1 else [],
        items=items,
        total=items.paginator.count + len(promoted),
        page_query=turning.urlencode() + "&",
        literal_query=literally.urlencode(),
    )


def understand(question: str, at_hand: Known, *, is_literal: bool = False) -> tuple[list[Group], str]:
    """The groups of a question, and the question as corrected; empty when nothing had to be."""
    words = list(WORD.finditer(question))
    telling = [match for match in words if not is_stop_word(match[0], at_hand.language)] or words
    groups: list[Group] = []
    corrections: list[tuple[int, int, str]] = []
    for match in telling[:MOST_GROUPS]:
        word = match[0]
        found = _answers(word, at_hand, is_last=match is words[-1])
        if not any(group.stems for group in found) and not is_literal:
            better = at_hand.nearest(word)
            if better:
                corrections.append((*match.span(), better))
                found = _answers(better, at_hand)
        groups += found
    _add_synonyms(groups, at_hand)
    shown_for = question
    for start, end, better in reversed(corrections):
        shown_for = shown_for[:start] + better + shown_for[end:]
    return groups[:MOST_GROUPS], shown_for if corrections else ""


def _answers(word: str, at_hand: Known, *, is_last: bool = False) -> list[Group]:
    """The groups of one word: mostly one; two for a compound that stands nowhere, but whose parts do."""
    whole, *parts = [stem(form, at_hand.language) for form in forms(word)]
    group = Group(word, whole)
    named = [(part, PART) for part in parts if len(part) > 1 and not is_stop_word(part, at_hand.language)]
    for known_stem, worth in [(whole, 1.0), *named]:
        if known_stem in at_hand.counts:
            group.add(known_stem, worth)
        for variant in at_hand.loose.get(loosen(known_stem), ()):
            group.add(variant, worth * VARIANT)
    if at_hand.language == "nb" and len(word) > 3:
        for compound in at_hand.built_with(whole, most=12):
            group.add(compound, COMPOUND)
    if not group.stems and is_last and len(word) > 2:
        for longer in at_hand.beginning_with(fold(word), most=12):
            group.add(longer, BEGINNING)
    if not group.stems and at_hand.language == "nb" and (whole,) not in at_hand.synonyms:
        halves = at_hand.split(whole)
        if halves:
            return [Group(word, half, {half: PART}) for half in halves]
    return [group]


def _add_synonyms(groups: list[Group], at_hand: Known) -> None:
    """Words that editors say mean the same: of single words, and of phrases that stand in the question as a whole."""
    asked_stems = [group.stem for group in groups]
    for start, group in enumerate(groups):
        for length in range(1, len(groups) - start + 1):
            for other in at_hand.synonyms.get(tuple(asked_stems[start : start + length]), ()):
                for one in other:
                    if one in at_hand.counts:
                        group.add(one, SYNONYM / len(other))


def recommended(question: str, at_hand: Known) -> list[Promotion]:
    """The recommendations of which a whole phrase is in the question, in any form and order."""
    stems = set(stems_of(question, at_hand.language))
    return [row for row in at_hand.promotions if any(phrase <= stems for phrase in row.phrases)][:MOST_PROMOTED]


def rank(groups: list[Group], at_hand: Known) -> list[tuple[int, float]]:
    """The best pages for the groups: their numbers and scores, at most 200, in one query."""
    groups = [group for group in groups if group.stems]
    if not groups:
        return []
    score: Any = None
    for group in groups:
        rarity = at_hand.rarity(group.stem) if group.stem in at_hand.counts else 99.0
        whens = [
            When(stem=one, then=F("weight") * Value(worth * min(rarity, at_hand.rarity(one))))
            for one, worth in group.stems.items()
        ]
        best = Max(Case(*whens, default=Value(0.0), output_field=FloatField()))
        score = best if score is None else score + best
    rows = list(
        SearchWord.objects.seen_by_all(at_hand.language)
        .filter(stem__in={one for group in groups for one in group.stems})
        .values("entry_id")
        .annotate(score=score)
        .order_by("-score", "entry_id")
        .values_list("entry_id", "score")[:MOST_RESULTS]
    )
    return [row for row in rows if row[1] >= rows[0][1] * WORTH_SHOWING]


def _entries(pages: list[int], language: str) -> dict[int, SearchEntry]:
    if not pages:
        return {}
    found = SearchEntry.objects.seen_by_all(language).filter(pk__in=pages)
    return {entry.pk: entry for entry in found.select_related("page__locale")}


def _hit(entry: SearchEntry, telling: dict[str, float], promotion: Promotion | None = None) -> Hit:
    return Hit(
        url=url_of(entry.page),
        kind=kind_of(entry.kind),
        title=marked(entry.page.title, telling, entry.language),
        snippet=snippet(entry.text, telling, entry.language),
        is_promoted=promotion is not None,
        reason=promotion.reason if promotion else "",
        page=entry.page,
    )


def kind_of(label: str) -> str:
    """What readers call a page type, given as "home.newspage"; nothing where a page is just a page."""
    try:
        model = apps.get_model(label)
    except LookupError:  # a page type that is gone
        return ""
    return capfirst(str(getattr(model, "kind", model._meta.verbose_name)))
