"""Who may open the board, the search, exports and imports of cases, and saved views."""

from .rows import CASE_WORKERS, NOBODY, Row

_MAY = CASE_WORKERS
_FILE = r"admin/prospekter/import/<int:pk>/(avvist/)?"

ROWS = [
    Row(r"admin/prospekter/(tavle|sok|eksport|import)/", _MAY),
    Row(r"admin/prospekter/visninger/", _MAY, post=True),
    # A view belongs to whoever saved it: the adviser of the world.
    Row(
        r"admin/prospekter/visninger/<int:pk>/",
        frozenset({"adviser"}),
        _MAY - {"adviser"},
        {"pk": "{saved_view_id}"},
        post=True,
    ),
    # A file may hold persons: who may not see them finds only what they brought themselves.
    Row(_FILE, _MAY - {"analyst"}, frozenset({"analyst"}), {"pk": "{case_file_id}"}),
    Row(_FILE, NOBODY, _MAY, {"pk": "{absent}"}),
    Row(r"admin/prospekter/<int:pk>/flytt/", _MAY, fill={"pk": "{prospect_id}"}, post=True),
]
