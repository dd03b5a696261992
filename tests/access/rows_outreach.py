"""Who may open what belongs to the people of a case, to doubles, and to the no a prospect gives."""

from .rows import CASE_WORKERS, EVERYBODY, NOBODY, Row

_CASE = r"admin/prospekter/<int:pk>/"
_PK = {"pk": "{prospect_id}", "contact_pk": "{contact_id}", "other_pk": "{prospect_b_id}"}
_SEE_PERSONS = CASE_WORKERS - {"analyst"}
_NO_MAIL = r"mitt/<str:token>/ikke-skriv/"

ROWS = [
    Row(r"admin/prospekter/dubletter/", CASE_WORKERS),
    Row(_CASE + r"slaa-sammen/<int:other_pk>/", CASE_WORKERS, fill=_PK),
    Row(_CASE + r"slaa-sammen/<int:other_pk>/", NOBODY, CASE_WORKERS, {**_PK, "other_pk": "{absent}"}),
    Row(_CASE + r"personer/", _SEE_PERSONS, fill=_PK, post=True),
    Row(_CASE + r"personer/<int:contact_pk>/(gjoer/|oensker/)?", _SEE_PERSONS, fill=_PK, post=True),
    Row(
        _CASE + r"personer/<int:contact_pk>/(gjoer/|oensker/)?",
        NOBODY,
        _SEE_PERSONS,
        {**_PK, "contact_pk": "{contact_b_id}"},
        post=True,
    ),
    Row(_NO_MAIL, frozenset({"prospect"}), EVERYBODY - {"prospect"}, {"token": "{own_token}"}, post=True),
    *(
        Row(_NO_MAIL, NOBODY, EVERYBODY, {"token": token}, post=True)
        for token in ("{no_token}", "{token_expired}", "{token_revoked}")
    ),
]
