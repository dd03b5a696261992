"""Who may open what belongs to rounds and applications to become a partner."""

from .rows import EVERYBODY, MANAGERS, NOBODY, ROOT, SEATS, Row, register, snippets

_TOKEN = r"bli-partner/soknad/<str:token>/"
_ONE = r"portal/soknader/<int:pk>/"
_LIAISON = frozenset({"liaison"})
_READERS = MANAGERS | {"steering"}


def _kept(path: str, pk: str) -> list[Row]:
    """What the managers list, add, edit and delete."""
    rows = [row for row in register(path, pk, read=MANAGERS, change=MANAGERS) if "delete" not in row.route]
    rows.append(Row(rf"admin/\^{path}/delete/.*", MANAGERS, at=f"/admin/{path}/delete/{pk}/"))
    return [row for row in rows if "inspect" not in row.route]


ROWS = [
    Row(r"bli-partner/soknad/", EVERYBODY),
    *(
        Row(_TOKEN, EVERYBODY, fill={"token": f"{{joining_token_{status}}}"})
        for status in ("draft", "submitted", "waiting", "approved", "declined", "withdrawn")
    ),
    *(Row(_TOKEN, NOBODY, EVERYBODY, {"token": token}) for token in ("{no_token}", "x", "%00")),
    Row(r"portal/soknader/", _LIAISON, SEATS - _LIAISON),
    Row(_ONE, _LIAISON, SEATS - _LIAISON, {"pk": "{joining_submitted}"}),
    *(Row(_ONE, NOBODY, SEATS, {"pk": pk}) for pk in ("{joining_draft}", "{joining_alone}", "{absent}")),
    Row(r"admin/opptak/", MANAGERS),
    Row(r"admin/opptak/<int:pk>/", MANAGERS, fill={"pk": "{joining_submitted}"}),
    Row(r"admin/opptak/runde/<int:pk>/", _READERS, fill={"pk": "{round_id}"}),
    Row(r"admin/opptak/nivaer/", MANAGERS),
    Row(r"admin/opptak/tidligere-partnere/", MANAGERS),
    *_kept("tidligere-partnere", "{former_id}"),
    *_kept("tidligere-programmer", "{programme_id}"),
    *(
        row
        for row in register("partnersoknader", "{joining_submitted}", read=MANAGERS, change=NOBODY)
        if "inspect" not in row.route  # it is read on its own page
    ),
    *snippets("partnerrunder", "partners/partnershipround", "{round_id}", read=_READERS, change=MANAGERS),
    *snippets("felleskvoter", "partners/benefitpool", "{pool_id}", read=MANAGERS, change=MANAGERS),
]

BULK = {
    "partners/partnershipround": (ROOT, "{round_id}", "delete"),
    "partners/benefitpool": (ROOT, "{pool_id}", "delete"),
}
