"""What the search keeps at hand between questions: the words of a language, synonyms and recommended pages."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import log

from django.db.models import Count, Min
from rapidfuzz import process
from rapidfuzz.distance import OSA
from wagtail.models import Page

from home.models.search import PromotedResult, SearchEntry, SearchSynonym, SearchWord
from home.search.words import fold, is_stop_word, loosen, stem, stems_of, words_of
from home.shelves import shelf

MOST_WORDS = 20_000
LONGEST_TYPO = 30


@dataclass(frozen=True)
class Promotion:
    """A recommended page of this language: the stems of each phrase, which page, why."""

    phrases: tuple[frozenset[str], ...]
    page_id: int
    reason: str


@dataclass
class Known:
    """The words on public pages of one language, and what editors have taught the search.

    `pages` how many there are; `counts` on how many a stem stands; in the same order `words`, how it is written there,
    and `shapes`, the same folded; `loose` the stems that careless spelling may mean.
    """

    language: str
    pages: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)
    loose: dict[str, list[str]] = field(default_factory=dict)
    synonyms: dict[tuple[str, ...], list[tuple[str, ...]]] = field(default_factory=dict)
    promotions: list[Promotion] = field(default_factory=list)

    def rarity(self, stem: str) -> float:
        """How much a word tells pages apart: near 0 when it is on all of them."""
        count = self.counts.get(stem, 0)
        return log(1 + (self.pages - count + 0.5) / (count + 0.5))

    def nearest(self, word: str) -> str:
        """The known word that a mistyped one most likely stands for, or nothing.

        One slip in a word of four to six letters, two up to eleven, three beyond; more than one only when the first
        letter is right.
        """
        typed = fold(word)
        if not 4 <= len(typed) <= LONGEST_TYPO or typed.isdigit():
            return ""
        # An ending of its own must not count as slips, so stems are compared as well.
        near = [*self._near(typed, self.shapes), *self._near(stem(word, self.language), list(self.counts))]
        return self.words[min(near)[-1]] if near else ""

    @staticmethod
    def _near(typed: str, known: list[str]) -> list[tuple[int, bool, int]]:
        """What is within a few slips: how many, whether the first letter is wrong, and its place (low is common)."""
        slips = 1 if len(typed) < 7 else 2 if len(typed) < 12 else 3
        if len(typed) < 4:
            return []
        found = process.extract(typed, known, scorer=OSA.distance, score_cutoff=slips, limit=30)
        return [
            (distance, shape[0] != typed[0], place)
            for shape, distance, place in found
            if distance < 2 or shape[0] == typed[0]
        ]

    def beginning_with(self, start: str, most: int) -> list[str]:
        """The most common stems that begin so."""
        return [one for one in self.counts if one.startswith(start)][:most]

    def built_with(self, part: str, most: int) -> list[str]:
        """Compounds, as Norwegian makes them, that begin or end with a stem; what is left must be a word as well."""
        found = []
        for whole in self.counts:
            rest = len(whole) - len(part)
            if rest > 2 and (
                (whole.startswith(part) and self._is_word(whole[len(part) :], len(part)))
                or (whole.endswith(part) and self._is_word(whole[:rest], len(part)))
            ):
                found.append(whole)
                if len(found) == most:
                    break
        return found

    def _is_word(self, rest: str, length: int) -> bool:
        """Whether the other half of a compound looks like one; beside a long half, a long unknown word does."""
        known = {rest, rest.removesuffix("s"), rest.removesuffix("e"), rest.removeprefix("s"), rest.removeprefix("e")}
        return any(len(word) > 2 and word in self.counts for word in known) or (length > 5 and len(rest) > 4)

    def split(self, stem: str) -> list[str]:
        """The two known stems a compound is made of, with or without an s or e between; nothing when there are none."""
        for cut in range(len(stem) - 3, 2, -1):
            last = stem[cut:]
            first = stem[:cut]
            if last in self.counts and len(last) > 2:
                for known in (first, first[:-1] if first[-1] in "se" else ""):
                    if len(known) > 2 and known in self.counts:
                        return [known, last]
        return []


@shelf
def known(language: str) -> Known:
    """What the search knows of one language; at most the 20,000 most common words."""
    at_hand = Known(language, pages=SearchEntry.objects.seen_by_all(language).count())
    rows = (
        SearchWord.objects.seen_by_all(language)
        .values_list("stem")
        .annotate(count=Count("pk"), shape=Min("word"))
        .order_by("-count", "stem")[:MOST_WORDS]
    )
    loose = defaultdict(list)
    for one, count, word in rows:
        at_hand.counts[one] = count
        at_hand.words.append(word)
        at_hand.shapes.append(fold(word))
        loose[loosen(one)].append(one)
    at_hand.loose = dict(loose)
    at_hand.synonyms = _synonyms(language)
    at_hand.promotions = _promotions(language)
    return at_hand


def _synonyms(language: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in SearchSynonym.objects.filter(language=language, is_retired=False):
        stems = [tuple(stems_of(term, language)) for term in row.terms]
        for one in filter(None, stems):
            groups.setdefault(one, []).extend(other for other in stems if other and other != one)
    return groups


def _meaning(phrase: str, language: str) -> frozenset[str]:
    words = words_of(phrase)
    telling = [word for word in words if not is_stop_word(word, language)]
    return frozenset(stems_of(" ".join(telling or words), language))


def _promotions(language: str) -> list[Promotion]:
    rows = list(PromotedResult.objects.filter(is_retired=False).select_related("page"))
    pages = Page.objects.filter(
        translation_key__in=[row.page.translation_key for row in rows], locale__language_code=language
    )
    here = dict(pages.values_list("translation_key", "pk"))
    found = []
    for row in rows:
        phrases = tuple(_meaning(phrase, language) for phrase in row.phrases(language))
        if phrases and row.page.translation_key in here:
            reason = row.reason_en if language == "en" else row.reason_nb
            found.append(Promotion(phrases, here[row.page.translation_key], reason))
    return found
