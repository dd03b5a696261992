"""Who may open files of cases, mail without a case, and what a prospect does on its private page."""

from .rows import CASE_WORKERS, EVERYBODY, NOBODY, Row

_CASE = r"admin/prospekter/<int:pk>/"
_PK = {"pk": "{prospect_id}"}
_FILE = {**_PK, "file_pk": "{file_id}"}
_THEIRS = {**_PK, "file_pk": "{file_of_prospect_id}"}
_SEES_PERSONS = CASE_WORKERS - {"analyst"}
_PROSPECT = frozenset({"prospect"})
_MINE = r"mitt/<str:token>/"
_OWN = {"token": "{own_token}"}
_CLOSED = ("{no_token}", "{token_expired}", "{token_revoked}", "x", "%00")

ROWS = [
    Row(_CASE + r"filer/", CASE_WORKERS, fill=_PK, post=True),
    Row(_CASE + r"filer/<int:file_pk>/", CASE_WORKERS, fill=_FILE),
    Row(_CASE + r"filer/<int:file_pk>/", _SEES_PERSONS, frozenset({"analyst"}), _THEIRS),
    Row(_CASE + r"filer/<int:file_pk>/", NOBODY, CASE_WORKERS, {**_PK, "file_pk": "{file_b_id}"}),
    Row(_CASE + r"filer/<int:file_pk>/endre/", CASE_WORKERS, fill=_FILE, post=True),
    Row(_CASE + r"filer/<int:file_pk>/endre/", _SEES_PERSONS, frozenset({"analyst"}), _THEIRS, post=True),
    Row(r"admin/prospekter/innkommet/", _SEES_PERSONS),
    Row(r"admin/prospekter/innkommet/<int:mail_pk>/", _SEES_PERSONS, fill={"mail_pk": "{unfiled_id}"}, post=True),
    Row(r"mitt/slettet/", EVERYBODY),
    Row(_MINE + r"(rett|slett|mine-data)/", _PROSPECT, EVERYBODY - _PROSPECT, _OWN),
    Row(_MINE + r"skriv/", _PROSPECT, EVERYBODY - _PROSPECT, _OWN, post=True),
    Row(_MINE + r"fil/<int:pk>/", _PROSPECT, EVERYBODY - _PROSPECT, {**_OWN, "pk": "{file_of_prospect_id}"}),
    *(
        Row(_MINE + r"fil/<int:pk>/", NOBODY, EVERYBODY, {"token": token, "pk": pk})
        for token, pk in (
            ("{own_token}", "{file_id}"),
            ("{own_token}", "{file_b_id}"),
            ("{own_token}", "{absent}"),
            ("{token_b}", "{file_of_prospect_id}"),
            ("{token_revoked}", "{file_of_prospect_id}"),
        )
    ),
    *(Row(_MINE + r"(rett|slett|mine-data)/", NOBODY, EVERYBODY, {"token": token}) for token in _CLOSED),
    *(Row(_MINE + r"skriv/", NOBODY, EVERYBODY, {"token": token}, post=True) for token in _CLOSED),
    # Whoever asks for a new link is told the same, whatever the key was.
    *(
        Row(_MINE + r"ny-lenke/", EVERYBODY, fill={"token": token}, post=True, why="one answer for all")
        for token in ("{own_token}", *_CLOSED[:-1])
    ),
]
