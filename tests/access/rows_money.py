"""Who may open what belongs to contributions, invoices and payments."""

from .rows import FIRM_A, FIRM_B, MANAGERS, NOBODY, ROOT, SEATS, Row, register, snippets

_PARTNERS = SEATS - {"liaison"}
_SUMS = MANAGERS | {"analyst", "steering"}
_PAPERS = (r"portal/bidrag/<int:pk>/faktura\.pdf", r"portal/bidrag/<int:pk>/ehf\.xml")
_WHOSE = (("{invoice_a}", FIRM_A), ("{invoice_b}", FIRM_B), ("{absent}", NOBODY))
_ADMIN = r"admin/bidrag/"

ROWS = [
    Row(r"portal/(?:bidrag|regnskap)/", _PARTNERS, SEATS - _PARTNERS),
    *(Row(paper, may, SEATS - may, {"pk": pk}) for paper in _PAPERS for pk, may in _WHOSE),
    *(
        Row(r"portal/regnskap/<str:language>\.pdf", _PARTNERS, SEATS - _PARTNERS, {"language": language})
        for language in ("nb", "en")
    ),
    Row(r"portal/regnskap/<str:language>\.pdf", NOBODY, SEATS, {"language": "de"}),
    *(
        row
        for row in register("partnerbidrag", "{contribution_a}", read=MANAGERS, change=NOBODY)
        if "inspect" not in row.route  # it is read on its own page
    ),
    Row(_ADMIN + r"summer/", _SUMS),
    Row(_ADMIN + r"(innbetalinger|rettelser|kjoringer)/", MANAGERS),
    Row(_ADMIN + r"eksport/", MANAGERS),
    Row(_ADMIN + r"innbetalinger/fil/<int:pk>/", MANAGERS, fill={"pk": "{payment_file_id}"}),
    *(
        Row(_ADMIN + r"eksport/", MANAGERS, query=f"first=2020-01-01&last=2030-01-01&what={what}&form={form}")
        for what, form in (("fakturaer", "xlsx"), ("posteringer", "csv"), ("fakturaer", "ehf"))
    ),
    Row(_ADMIN + r"krediter/", MANAGERS, query="id={contribution_a}"),
    Row(_ADMIN + r"krediter/", MANAGERS, post=True),
    Row(r"admin/\^partnerbidrag/\$", MANAGERS, query="export=csv"),
    Row(_ADMIN + r"innbetalinger/<int:pk>/", MANAGERS, fill={"pk": "{payment_id}"}),
    Row(
        _ADMIN + r"innbetalinger/<int:pk>/<str:word>/",
        MANAGERS,
        fill={"pk": "{payment_id}", "word": "til-side"},
        post=True,
    ),
    Row(
        _ADMIN + r"rettelser/<int:pk>/<str:word>/", MANAGERS, fill={"pk": "{correction_id}", "word": "avsla"}, post=True
    ),
    Row(_ADMIN + r"rad/<int:pk>/rett/", MANAGERS, fill={"pk": "{entry_id}"}),
    Row(_ADMIN + r"faktura/<int:pk>/(ehf\.xml|faktura\.pdf)", MANAGERS, fill={"pk": "{invoice_a}"}),
    Row(_ADMIN + r"kjoringer/<int:pk>/", MANAGERS, fill={"pk": "{run_id}"}),
    Row(
        _ADMIN + r"kjoringer/<int:pk>/ehf-<int:part>\.zip", MANAGERS, fill={"pk": "{run_id}", "part": "1"}, missing=True
    ),
    Row(_ADMIN + r"kjoringer/<int:pk>/<str:word>/", MANAGERS, fill={"pk": "{run_id}", "word": "stans"}, post=True),
    Row(_ADMIN + r"<int:pk>/(ehf\.xml)?", MANAGERS, fill={"pk": "{contribution_a}"}),
    *(
        Row(_ADMIN + r"<int:pk>/<str:word>/", MANAGERS, fill={"pk": "{contribution_planned}", "word": word})
        for word in (
            "fakturer",
            "innbetaling",
            "ettergi",
            "krediter",
            "naturalytelse",
            "mottatt",
            "planlegg-igjen",
            "i-penger",
        )
    ),
    Row(_ADMIN + r"<int:pk>/<str:word>/", NOBODY, MANAGERS, {"pk": "{contribution_planned}", "word": "slett"}),
    *snippets("naturalsatser", "partners/inkindrate", "{rate_id}", read=MANAGERS, change=MANAGERS),
    Row(
        r"admin/settings/.*",
        MANAGERS,
        fill={"app_name": "partners", "model_name": "billingsettings", "pk": "1"},
        missing=True,
    ),
]

BULK = {"partners/inkindrate": (ROOT, "{rate_id}", "delete")}
