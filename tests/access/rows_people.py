"""Who may open what belongs to people, profiles, notices and the portal's home."""

from .rows import EDITORS, FIRM_A, FIRM_B, HALF_IN, LOGGED_IN, MANAGERS, NOBODY, ROOT, SEATS, STAFF, Row, snippets

_FIRMS = SEATS - {"liaison"}
_PREVIEW = ROOT | {"manager", "adviser", "analyst"}
_SEAT = r"portal/bedrift/folk/<int:pk>/"

ROWS = [
    Row(r"portal/bedrift/(profil|folk|adresse)/", _FIRMS, {"liaison"}),
    Row(r"portal/(varsler/|eksport/|eksport/alt\.zip)", SEATS),
    Row(r"portal/varsler/lest/", SEATS, post=True),
    Row(r"portal/varsler/valg/", SEATS, post=True),
    Row(r"portal/bedrift/profil/(send|ta-tilbake)/", frozenset({"admin_a", "admin_b"}), {"liaison"}, post=True),
    # The logo of a profile without one is as absent as everything else a liaison asks for.
    Row(r"portal/bedrift/profil/logo/", _FIRMS, {"liaison"}, missing=True),
    Row(_SEAT, frozenset({"admin_a"}), SEATS - FIRM_A, {"pk": "{own_seat_id}"}),
    Row(_SEAT, frozenset({"admin_b"}), SEATS - FIRM_B, {"pk": "{foreign_seat_id}"}),
    Row(_SEAT, NOBODY, SEATS, {"pk": "{absent}"}),
    # A member may leave, and end nobody else's seat.
    Row(_SEAT + r"avslutt/", FIRM_A, SEATS - FIRM_A, {"pk": "{own_seat_id}"}),
    Row(_SEAT + r"avslutt/", NOBODY, SEATS, {"pk": "{absent}"}),
    Row(r"portal/plass/", LOGGED_IN - HALF_IN),
    Row(r"portal/plass/<int:pk>/", frozenset({"member_b"}), LOGGED_IN - HALF_IN, {"pk": "{offer_id}"}),
    Row(r"portal/plass/<int:pk>/", NOBODY, LOGGED_IN - HALF_IN, {"pk": "{absent}"}),
    Row(r"admin/profiler/", EDITORS),
    Row(r"admin/profiler/<int:pk>/", EDITORS, fill={"pk": "{draft_pk}"}),
    Row(r"admin/profiler/<int:pk>/logo/", EDITORS, fill={"pk": "{draft_pk}"}, missing=True),
    Row(r"admin/som-bedrift/<int:pk>/", _PREVIEW, fill={"pk": "{firm_id}"}),
    Row(r"admin/som-bedrift/slutt/", STAFF, post=True, why="it only stops what one may have begun"),
    Row(
        r"admin/invitasjoner/bedrift/<int:pk>/<int:seat_pk>/endre/",
        MANAGERS,
        fill={"pk": "{firm_id}", "seat_pk": "{own_seat_id}"},
    ),
    Row(r"admin/oppgaver/(eksport\.csv|ny/)?", MANAGERS),
    *(
        Row(r"admin/oppgaver/<int:pk>/<str:word>/", MANAGERS, fill={"pk": "{duty_id}", "word": word})
        for word in ("ferdig", "flytt", "dropp", "gjenapne")
    ),
    Row(r"admin/oppgaver/<int:pk>/<str:word>/", NOBODY, MANAGERS, {"pk": "{duty_id}", "word": "slett"}),
    *snippets("kompetanser", "partners/competence", "{competence_id}", read=EDITORS, change=EDITORS),
]

BULK = {"partners/competence": (ROOT, "{competence_id}", "delete")}
