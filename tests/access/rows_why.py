"""Strengths, evidence and contact people in the admin."""

from .rows import CASE_WORKERS, EDITORS, ROOT, Row, snippets

READERS = EDITORS | CASE_WORKERS
PEOPLE = EDITORS | {"adviser"}

ROWS = [
    # Somebody who has left is deleted when no page names the person.
    *snippets(*("styrker", "prospects/strength", "{strength_id}"), read=READERS, change=EDITORS),
    *snippets(*("bevis", "prospects/evidence", "{evidence_id}"), read=READERS, change=EDITORS | {"analyst"}),
    *snippets(
        *("kontaktpersoner", "home/contactperson", "{contact_person_id}"), read=PEOPLE, change=EDITORS, delete=EDITORS
    ),
    Row(r"admin/rapporter/bevis/(liste/)?", READERS),
]

BULK = {
    "prospects/strength": (ROOT, "{strength_id}", "delete"),
    "prospects/evidence": (ROOT, "{evidence_id}", "delete"),
    "home/contactperson": (EDITORS, "{contact_person_id}", "delete"),
}
