"""Who may open what belongs to suggesting firms and asking several of them."""

from .rows import CASE_WORKERS, NOBODY, Row

_CASE = r"admin/prospekter/<int:pk>/"
_PK = {"pk": "{prospect_id}"}
_HANDS_OVER = CASE_WORKERS - {"analyst"}
_ONE = _CASE + r"overlevering/<int:handover_pk>/(velg|spor|forkast)/"

ROWS = [
    Row(r"admin/prospekter/forslagsvekter/", CASE_WORKERS),
    Row(_CASE + r"hjelp/", CASE_WORKERS, fill=_PK, post=True),
    Row(_CASE + r"overlever-flere/", _HANDS_OVER, fill=_PK, post=True),
    Row(
        _CASE + r"flere/<int:round_pk>/stans/", _HANDS_OVER, fill={**_PK, "round_pk": "{handover_round_id}"}, post=True
    ),
    Row(_CASE + r"flere/<int:round_pk>/stans/", NOBODY, _HANDS_OVER, {**_PK, "round_pk": "{absent}"}, post=True),
    Row(_ONE, _HANDS_OVER, fill={**_PK, "handover_pk": "{handover_awaiting_consent}"}, post=True),
    Row(_ONE, NOBODY, _HANDS_OVER, {**_PK, "handover_pk": "{handover_foreign}"}, post=True),
]
