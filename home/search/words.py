"""Words as the search sees them: cut, folded and stemmed in the language of the page."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

ALGORITHMS = {"nb": "norwegian", "en": "english"}
LONGEST_WORD = 40
WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
# How æ, ø and å are written where the keyboard lacks them. What is decomposed otherwise (é, ü) loses its accent.
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "đ": "d", "ł": "l"})
LOOSER = (("ae", "a"), ("oe", "o"), ("aa", "a"), ("ph", "f"))

# Words that carry no question of their own. They are dropped from what is asked, never from what is indexed.
_NORWEGIAN = """
alle alt andre at av bare ble bli blir da de deg dem den denne der dere deres det dette din dine ditt du eller en er
et ett finne finner finnes for fra få får gjøre gjør går ha han har hos hun hva hvem hver hvilke hvilken hvilket
hvis hvor hvordan hvorfor i ikke ingen inn jeg kan kommer kunne litt man med meg men mer min mine mitt mot må noe
noen når og også om opp oss over på seg si sin sine sitt skal skulle som så ta tar til trenger ut var ved vi vil vår
våre være vært å
"""
_ENGLISH = """
a about all am an and any are as at be been but by can could did do does for from get had has have how i if in into
is it its me my need no not of on or our so some take takes than that the their them there these they this to up us
was we were what when where which who whom whose why will with would you your
"""
STOP_WORDS = {"nb": frozenset(_NORWEGIAN.split()), "en": frozenset(_ENGLISH.split())}
# Where the stemmer takes too much off, and two words become one that have nothing to do with each other.
OWN_STEMS = {
    "nb": {"ledig": "ledig", "ledige": "ledig", "leder": "leder", "ledere": "leder", "lederen": "leder"},
    "en": {"news": "news"},
}
_stemmers = threading.local()  # a stemmer of snowballstemmer keeps the word it works on in itself


def fold(word: str) -> str:
    """The word in small letters of the English alphabet: `Åpner` and `aapner` are both `aapner`."""
    word = unicodedata.normalize("NFKC", word).lower().translate(FOLDED)
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def loosen(stem: str) -> str:
    """A stem as somebody might write it who takes å for a and ø for o: `apn` for `aapn`."""
    for careful, careless in LOOSER:
        stem = stem.replace(careful, careless)
    return stem


@lru_cache(maxsize=60_000)
def stem(word: str, language: str) -> str:
    """The stem of one word, folded; `language` is "nb" or "en", any other is not stemmed."""
    word = unicodedata.normalize("NFKC", word).lower()[:LONGEST_WORD]
    own = OWN_STEMS.get(language[:2], {}).get(word)
    if own:
        return own
    algorithm = ALGORITHMS.get(language[:2])
    if algorithm:
        stemmer = getattr(_stemmers, algorithm, None)
        if stemmer is None:
            stemmer = snowballstemmer.stemmer(algorithm)
            vars(_stemmers)[algorithm] = stemmer
        word = stemmer.stemWord(word)
        # The m that Norwegian doubles before an ending: program, programmet.
        if algorithm == "norwegian" and word.endswith("mm"):
            word = word[:-1]
    return fold(word)[:LONGEST_WORD]


def forms(word: str) -> list[str]:
    """A word as typed, and what it is made of when it has hyphens: `e-post` gives `epost`, `e` and `post`."""
    parts = PART.findall(word)
    return parts if len(parts) < 2 else ["".join(parts), *parts]


def words_of(text: str) -> list[str]:
    """Every word of `text` in order, the joined form of hyphenated ones first."""
    return [form for word in WORD.findall(text) for form in forms(word)]


def stems_of(text: str, language: str) -> list[str]:
    """Every stem of `text`, in order."""
    return [stem(word, language) for word in words_of(text)]


def is_stop_word(word: str, language: str) -> bool:
    """Whether `word` says nothing about what is looked for."""
    return (len(word) == 1 and not word.isdigit()) or word.lower() in STOP_WORDS.get(language[:2], ())
