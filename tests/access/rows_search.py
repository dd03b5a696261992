"""Rows for the search's synonyms and recommended results."""

from .rows import EDITORS, ROOT, snippets

ROWS = [
    *snippets(*("sok/synonymer", "home/searchsynonym", "{synonym_id}"), read=EDITORS, change=EDITORS),
    *snippets(*("sok/anbefalt", "home/promotedresult", "{promoted_id}"), read=EDITORS, change=EDITORS),
]

BULK = {
    "home/searchsynonym": (ROOT, "{synonym_id}", "delete"),
    "home/promotedresult": (ROOT, "{promoted_id}", "delete"),
}
