"""The lines under a result: the place on the page that answers best, with the words marked."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from home.search.words import PART, WORD, forms, stem

LENGTH = 220
SHORT = 60
SENTENCE_END = re.compile(r"(?<=[.!?:])\s")


def marked(text: str, telling: dict[str, float], language: str) -> SafeString:
    """`text` escaped, with the words whose stem is in `telling` inside <mark>."""
    pieces: list[tuple[str, str]] = []
    done = 0
    for word in WORD.finditer(text):
        whole = stem(forms(word[0])[0], language) in telling
        for match in [word] if whole else PART.finditer(text, *word.span()):
            if whole or stem(match[0], language) in telling:
                pieces.append((text[done : match.start()], match[0]))
                done = match.end()
    body = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", body, text[done:])


def snippet(text: str, telling: dict[str, float], language: str) -> SafeString:
    """About 220 characters of `text` (paragraphs on lines of their own) around the most telling words, marked."""
    lines = [line for line in text.split("\n") if line]
    if not lines:
        return SafeString("")
    worths = [_worth(line, telling, language) for line in lines]
    best = worths.index(max(worths))
    line = lines[best]
    # A heading answers with what stands below it.
    while len(line) < SHORT and best + 1 < len(lines):
        best += 1
        line = f"{line.rstrip('.')} – {lines[best]}" if line[-1:] not in "?!:" else f"{line} {lines[best]}"
    return marked(_cut(line, telling, language), telling, language)


def _worth(text: str, telling: dict[str, float], language: str) -> float:
    stems = {stem(word, language) for word in PART.findall(text)}
    return sum(worth for known, worth in telling.items() if known in stems)


def _cut(line: str, telling: dict[str, float], language: str) -> str:
    if len(line) <= LENGTH:
        return line
    places = [match.start() for match in PART.finditer(line) if stem(match[0], language) in telling] or [0]
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(line))]
    best, best_worth = 0, -1.0
    for place in places:
        start = max((start for start in starts if place - LENGTH // 2 <= start <= place), default=-1)
        if start < 0:
            start = line.rfind(" ", 0, max(place - 40, 0)) + 1
        worth = _worth(line[start : start + LENGTH], telling, language)
        if worth > best_worth:
            best, best_worth = start, worth
    end = len(line) if best + LENGTH >= len(line) else max(line.rfind(" ", best, best + LENGTH), best + LENGTH // 2)
    return f"{'… ' if best else ''}{line[best:end].rstrip(' ,;:')}{' …' if end < len(line) else ''}"
