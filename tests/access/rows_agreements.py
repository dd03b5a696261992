"""Who may open what belongs to agreements, clauses and benefits."""

from .rows import FIRM_A, FIRM_B, MANAGERS, NOBODY, ROOT, SEATS, Row, register, snippets

_PARTNERS = SEATS - {"liaison"}
_SIGNERS = frozenset({"admin_a"})
_SUMS = MANAGERS | {"analyst", "steering"}
_ONE, _PDF = r"portal/avtale/<int:pk>/", r"portal/avtale/<int:pk>/<str:language>\.pdf"
_SIGN = r"portal/avtale/<int:pk>/signer/"
_DECLINE = r"portal/avtale/<int:pk>/takk-nei/"
_EVIDENCE = r"portal/fordeler/bevis/<int:pk>/"
_ADMIN, _BENEFITS = r"admin/avtaler/<int:pk>/", r"admin/fordelsbruk/"
_WHOSE = (
    ("{agreement_a}", FIRM_A),
    ("{agreement_a_offered}", FIRM_A),
    ("{agreement_a_draft}", NOBODY),
    ("{agreement_b}", FIRM_B),
    ("{agreement_ended}", NOBODY),
    ("{absent}", NOBODY),
)

PORTAL = [
    Row(r"portal/(?:avtale|fordeler)/", _PARTNERS, SEATS - _PARTNERS),
    *(Row(_ONE, may, SEATS - may, {"pk": pk}) for pk, may in _WHOSE),
    *(Row(_PDF, may, SEATS - may, {"pk": pk, "language": "en"}) for pk, may in _WHOSE),
    Row(_PDF, NOBODY, SEATS, {"pk": "{agreement_a}", "language": "de"}),
    Row(_SIGN, _SIGNERS, SEATS - FIRM_A, {"pk": "{agreement_a_offered}"}, post=True),
    *(Row(_SIGN, NOBODY, SEATS, {"pk": pk}, post=True) for pk in ("{agreement_a_draft}", "{absent}")),
    Row(_DECLINE, _SIGNERS, SEATS - FIRM_A, {"pk": "{agreement_a_offered}"}, post=True),
    *(Row(_DECLINE, NOBODY, SEATS, {"pk": pk}, post=True) for pk in ("{agreement_a_draft}", "{absent}")),
    *(
        Row(_EVIDENCE, may, SEATS - may, {"pk": pk})
        for pk, may in (("{delivery_a}", FIRM_A), ("{delivery_b}", FIRM_B), ("{absent}", NOBODY))
    ),
]

ROWS = [
    *PORTAL,
    *(
        row
        for row in register("partneravtaler", "{agreement_a_draft}", read=MANAGERS, change=MANAGERS)
        if "inspect" not in row.route  # it is read on its own page
    ),
    Row(
        r"admin/\^partneravtaler/edit/.*",
        NOBODY,
        at="/admin/partneravtaler/edit/{agreement_a}/",
        why="what was offered stays as it was",
    ),
    *snippets(*("avtalepunkter", "partners/clause", "{clause_id}"), read=MANAGERS | {"steering"}, change=MANAGERS),
    Row(r"admin/avtaler/summer/", _SUMS),
    Row(_ADMIN, MANAGERS, fill={"pk": "{agreement_a}"}),
    Row(_ADMIN + r"<str:language>\.pdf", MANAGERS, fill={"pk": "{agreement_a}", "language": "nb"}),
    *(
        Row(_ADMIN + r"<str:word>/", MANAGERS, fill={"pk": pk, "word": word}, post=True)
        for pk, word in (
            ("{agreement_a_draft}", "tilby"),
            ("{agreement_a_draft}", "forkast"),
            ("{agreement_a_offered}", "apne-fordeler"),
            ("{agreement_b}", "forny"),
            ("{agreement_a}", "avslutt"),
        )
    ),
    Row(_BENEFITS, MANAGERS),
    Row(_BENEFITS + r"<int:pk>/", MANAGERS, fill={"pk": "{account_a}"}),
    Row(_BENEFITS + r"levering/<int:pk>/angre/", MANAGERS, fill={"pk": "{delivery_a}"}, post=True),
    Row(_BENEFITS + r"levering/<int:pk>/bevis/", MANAGERS, fill={"pk": "{delivery_a}"}),
]

BULK = {"partners/clause": (ROOT, "{clause_id}", "delete")}
