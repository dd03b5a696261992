"""Premises: on the site, and in the admin with their four steps."""

from .rows import CASE_WORKERS, EDITORS, EVERYBODY, MANAGERS, NOBODY, ROOT, SERVE, Row, each, snippets

# The world needs `premises_id`, `premises_slug` (Premises on offer), `premises_nb` and `partners_nb` (addresses of the
# pages) and `firm_slug`, a firm with a running agreement.
_STEPS = r"admin/lokaler/<int:pk>/<str:word>/"
ROWS = [
    *each(
        SERVE,
        "{premises_nb} {premises_nb}{premises_slug}/ {partners_nb} {partners_nb}{firm_slug}/ {premises_nb}?areal=x",
        EVERYBODY,
    ),
    *each(SERVE, "{premises_nb}finnes-ikke/ {partners_nb}finnes-ikke/", NOBODY, hidden=EVERYBODY),
    *snippets(
        *("lokaler", "partners/premises", "{premises_id}"),
        read=EDITORS | CASE_WORKERS,
        change=EDITORS,
        add=MANAGERS,
    ),
    *(Row(_STEPS, MANAGERS, fill={"pk": "{premises_id}", "word": word}) for word in ("tilby", "lei-ut")),
    Row(_STEPS, MANAGERS, fill={"pk": "{premises_id}", "word": "reserver"}, post=True),
    Row(_STEPS, MANAGERS, fill={"pk": "{absent}", "word": "trekk"}, missing=True),
]

BULK = {"partners/premises": (ROOT, "{premises_id}", "delete")}
