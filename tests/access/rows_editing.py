"""Rows of the table for the editors' guide, the reports, the banner and the municipality's sign-off."""

from .rows import EDITORS, SEATS, Row, snippets

_LIAISON = frozenset({"liaison"})

ROWS = [
    Row(r"admin/handbok/", EDITORS),
    Row(r"admin/handbok/<str:name>", EDITORS, fill={"name": "nyhet.webp"}),
    Row(r"admin/rapporter/(oversettelser|lenker|gamle-sider)/", EDITORS),
    Row(r"admin/rapporter/lenker/sjekk/", EDITORS, post=True),
    *snippets("banner", "home/banner", "{banner_id}", read=EDITORS, change=EDITORS, delete=EDITORS),
    # Only what waits is there; other seats meet nothing.
    Row(r"portal/godkjenning/", _LIAISON, SEATS - _LIAISON),
    Row(r"portal/godkjenning/<int:pk>/(utkast/)?", frozenset(), SEATS, fill={"pk": "{absent}"}),
]

BULK = {"home/banner": (EDITORS, "{banner_id}", "delete")}
