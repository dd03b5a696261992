"""Milestones in the admin, and the file of the results page."""

from .rows import EDITORS, EVERYBODY, SERVE, each, snippets

# The world needs `milestone_id`, a Milestone, and `results_nb` and `results_en`, the addresses of the results page.
ROWS = [
    *each(SERVE, "{results_nb} {results_en} {results_nb}csv/ {results_en}csv/", EVERYBODY),
    *snippets(
        *("milepaeler", "home/milestone", "{milestone_id}"), read=EDITORS | {"adviser"}, change=EDITORS, delete=EDITORS
    ),
]

BULK = {"home/milestone": (EDITORS, "{milestone_id}", "delete")}
