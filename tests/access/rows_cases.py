"""Who may open what belongs to the work in cases."""

from .rows import CASE_WORKERS, MANAGERS, NOBODY, ROOT, Row, snippets

_CASE = r"admin/prospekter/<int:pk>/"
_PK = {"pk": "{prospect_id}"}

ROWS = [
    Row(r"admin/prospekter/(min-dag/|ny/|skriv/|vekter/|loefter/)?", CASE_WORKERS),
    Row(_CASE, CASE_WORKERS, fill=_PK),
    Row(_CASE, NOBODY, CASE_WORKERS, {"pk": "{absent}"}),
    Row(
        _CASE + r"(logg|opplysninger|ansvar|kvalifiser|beskrivelse|steg|bekreft|stans|gjenoppta|oppgaver)/",
        CASE_WORKERS,
        fill=_PK,
        post=True,
    ),
    Row(_CASE + r"oppgaver/<int:task_pk>/(slutt/)?", CASE_WORKERS, fill={**_PK, "task_pk": "{task_id}"}, post=True),
    Row(_CASE + r"innkommet/<int:activity_pk>/", CASE_WORKERS, fill={**_PK, "activity_pk": "{draft_id}"}, post=True),
    Row(
        _CASE + r"(overlever|overlevering/<int:handover_pk>/trekk)/",
        CASE_WORKERS - {"analyst"},
        fill={**_PK, "handover_pk": "{handover_awaiting_consent}"},
        post=True,
    ),
    *snippets("grunner", "prospects/standingreason", "{reason_id}", read=MANAGERS, change=MANAGERS),
]

BULK = {"prospects/standingreason": (ROOT, "{reason_id}", "delete")}
