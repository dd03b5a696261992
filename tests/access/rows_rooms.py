"""Who may open the firm's premises in the portal, and who approves them."""

from .rows import EDITORS, FIRM_A, NOBODY, SEATS, Row

_FIRMS = SEATS - {"liaison"}
_ONE = r"portal/bedrift/lokaler/<int:pk>/"
_STEP = _ONE + r"<str:word>/"
_ADMIN = r"admin/lokaler/godkjenning/"

ROWS = [
    Row(r"portal/bedrift/(dokumenter/|lokaler/(nytt/)?)", _FIRMS, {"liaison"}),
    Row(_ONE, FIRM_A, SEATS - FIRM_A, {"pk": "{room_premises_a}"}),
    Row(_ONE, NOBODY, SEATS, {"pk": "{absent}"}),
    Row(_ONE + r"bilde/", FIRM_A, SEATS - FIRM_A, {"pk": "{room_premises_a}"}, missing=True),
    *(
        Row(_STEP, frozenset({"admin_a"}), SEATS - FIRM_A, {"pk": "{room_premises_a}", "word": word}, post=True)
        for word in ("send", "ta-tilbake", "trekk", "vis-igjen")
    ),
    Row(_STEP, NOBODY, SEATS, {"pk": "{room_premises_a}", "word": "slett"}, post=True),
    Row(r"portal/angre/", SEATS, post=True),
    Row(_ADMIN, EDITORS),
    Row(_ADMIN + r"<int:pk>/", EDITORS, fill={"pk": "{room_premises_a}"}),
    Row(_ADMIN + r"<int:pk>/bilde/", EDITORS, fill={"pk": "{room_premises_a}"}, missing=True),
]
