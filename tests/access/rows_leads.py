"""Who may tell of a company, who answers, and who reads what the municipality is asked."""

from .rows import CASE_WORKERS, EVERYBODY, FIRM_A, MANAGERS, NOBODY, SEATS, Row

_OWN = frozenset({"prospect"})
_FIRMS = SEATS - {"liaison"}
_LIAISON = frozenset({"liaison"})
_ADVISERS = CASE_WORKERS - {"analyst"}
_TIP, _ASKED = r"portal/tips/<int:pk>/", r"portal/henvendelser/<int:pk>/"
_ADMIN = r"admin/prospekter/tips/"
_CASE = r"admin/prospekter/<int:pk>/kommunen/"
_MINE, _GONE = {"pk": "{lead_a}"}, {"pk": "{absent}"}
_REQUEST = {"pk": "{request_id}"}
_IN_CASE = {"pk": "{prospect_id}", "request_pk": "{request_id}"}
_PRIVATE = r"mitt/<str:token>/kommunen/<int:pk>/"

ROWS = [
    # The prospect's private page.
    Row(
        _PRIVATE,
        frozenset({"prospect"}),
        EVERYBODY - frozenset({"prospect"}),
        {"token": "{own_token}", **_REQUEST},
        post=True,
    ),
    *(
        Row(_PRIVATE, NOBODY, EVERYBODY, {"token": token, "pk": pk}, post=True)
        for token, pk in (
            ("{own_token}", "{absent}"),
            ("{token_revoked}", "{request_id}"),
            ("{token_b}", "{request_id}"),
        )
    ),
    # The portal.
    Row(r"portal/tips/(nytt/)?", _FIRMS, {"liaison"}),
    Row(_TIP, FIRM_A, SEATS - FIRM_A, _MINE),
    Row(_TIP, NOBODY, SEATS, _GONE),
    Row(_TIP + r"trekk/", FIRM_A, SEATS - FIRM_A, _MINE, post=True),
    Row(r"portal/henvendelser/", _LIAISON, _FIRMS),
    Row(_ASKED, _LIAISON, _FIRMS, _REQUEST),
    Row(_ASKED, NOBODY, SEATS, _GONE),
    Row(_ASKED, NOBODY, SEATS, {"pk": "{request_elsewhere}"}),
    Row(_ASKED + r"(svar|spor)/", _LIAISON, _FIRMS, _REQUEST, post=True),
    # The admin.
    Row(_ADMIN, CASE_WORKERS),
    Row(_ADMIN + r"<int:pk>/", CASE_WORKERS, fill=_MINE),
    Row(_ADMIN + r"<int:pk>/", NOBODY, CASE_WORKERS, _GONE),
    Row(_ADMIN + r"<int:pk>/(godkjenn|avslaa|kjent)/", _ADVISERS, fill=_MINE, post=True),
    Row(_ADMIN + r"<int:pk>/avslutt-vern/", MANAGERS, fill=_MINE, post=True),
    Row(_CASE, _ADVISERS, fill={"pk": "{prospect_id}"}, post=True),
    Row(_CASE + r"<int:request_pk>/(forklar|trekk)/", _ADVISERS, fill=_IN_CASE, post=True),
]
