"""What somebody may have meant whose address leads nowhere: the pages whose names are like its last words."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from rapidfuzz import fuzz, process, utils
from wagtail.models import Page

from home.shelves import published, shelf, sites

MOST = 3
LONGEST = 80
CANDIDATES = 5_000
ALIKE = 72  # of 100
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass(frozen=True)
class Candidate:
    """A page and the words its address ends with."""

    title: str
    url: str
    words: str


@shelf
def candidates(language: str) -> tuple[Candidate, ...]:
    """The public pages of a language, those that changed last first."""
    root_paths = sites().paths
    found = []
    for page in published(Page, language).filter(depth__gt=2).order_by("-last_published_at", "-pk")[:CANDIDATES]:
        page._wagtail_cached_site_root_paths = root_paths
        url = page.get_url()
        if url:
            found.append(Candidate(page.title, url, words_of(page.slug)))
    return tuple(found)


def words_of(text: str) -> str:
    """Small letters, digits and single spaces: æøå as addresses have them, accents gone."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def meant_by(path: str, language: str) -> list[Candidate]:
    """At most MOST pages whose names are like the last word of the path, or the one before it; the likest first."""
    parts = [words_of(unquote(part, errors="ignore")[:LONGEST]) for part in path[-2000:].split("/")]
    asked = [part.removesuffix(" html").removesuffix(" php") for part in parts if len(part) > 2][-2:]
    pages = candidates(language)
    best: dict[str, tuple[float, Candidate]] = {}
    for weight, words in zip((1.0, 0.85), reversed(asked), strict=False):
        for _words, likeness, place in process.extract(
            words,
            [page.words for page in pages],
            scorer=_likeness,  # type: ignore[arg-type]
            processor=utils.default_process,
            score_cutoff=ALIKE,
            limit=MOST,
        ):
            page = pages[place]
            if likeness * weight > best.get(page.url, (0.0, page))[0]:
                best[page.url] = (likeness * weight, page)
    ranked = sorted(best.values(), key=lambda one: -one[0])
    return [page for likeness, page in ranked[:MOST] if likeness >= ALIKE * 0.85]


def _likeness(one: str, other: str, *, score_cutoff: float = 0, **options: object) -> float:
    """Slips of the fingers count little, and neither does the order of the words or one word more."""
    return max(
        fuzz.ratio(one, other, score_cutoff=score_cutoff),
        fuzz.token_sort_ratio(one, other, score_cutoff=score_cutoff),
        0.9 * fuzz.token_set_ratio(one, other, score_cutoff=score_cutoff) if len(one) > 4 else 0,
    )
