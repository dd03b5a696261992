"""The table: who may open which address. Derived from access.md; where the site differs, KNOWN says so and why.

A row is a regular expression over the route as it stands in urls.py (without the language), and the roles that may (A)
and from whom it is hidden (H); for all others it is denied (D). Rows with the same expression are cases of one address.
"""

from . import (
    rows_agreements,
    rows_board,
    rows_cases,
    rows_editing,
    rows_events,
    rows_handover,
    rows_leads,
    rows_machines,
    rows_mailin,
    rows_money,
    rows_outreach,
    rows_people,
    rows_places,
    rows_rooms,
    rows_rounds,
    rows_search,
    rows_stories,
    rows_why,
)
from .rows import (
    CASE_WORKERS,
    EDITORS,
    EVERYBODY,
    FIRM_A,
    FIRM_B,
    HALF_IN,
    LOGGED_IN,
    MANAGERS,
    NOBODY,
    NOT_EDITORS,
    OUTSIDE,
    ROOT,
    SEATS,
    SERVE,
    STAFF,
    Row,
    each,
    register,
    snippets,
)

__all__ = ["BULK", "OUTSIDE", "STAFF", "TABLE", "Row"]

SITE = (
    rows_agreements,
    rows_cases,
    rows_mailin,
    rows_board,
    rows_people,
    rows_cases,
    rows_editing,
    rows_events,
    rows_handover,
    rows_leads,
    rows_machines,
    rows_money,
    rows_outreach,
    rows_places,
    rows_rooms,
    rows_rounds,
    rows_search,
    rows_stories,
    rows_why,
)
_WAGTAIL_PAGES = r"admin/pages/"

PUBLIC = [
    *each(SERVE, "{url_nb} {url_en} {page_url} {interest_nb} {interest_en} {interest_nb}takk/ {sealed_url}", EVERYBODY),
    *each(SERVE, "/kladden/ /finnes-ikke/ /en/finnes-ikke/", NOBODY, hidden=EVERYBODY, why="drafts are like nothing"),
    Row(r"helse/|robots\.txt|sitemap\.xml", EVERYBODY),
    Row(r"demo/post/", EVERYBODY),
    Row(r"demo/post/<str:name>/", EVERYBODY, fill={"name": "{mail_name}"}),
    *each(r"\^media/.*", "/media/{image_path}", EVERYBODY),
    *each(
        r"\^media/.*",
        "/media/{document_path} /media/nothing.txt /media/images/nothing.webp",
        NOBODY,
        hidden=EVERYBODY,
        why="only pictures of pages",
    ),
    *each(r"dokumenter/\^.*", "/dokumenter/{document_id}/{document_name}", EVERYBODY),
    *each(r"dokumenter/\^.*", "/dokumenter/{absent}/x.pdf", NOBODY, hidden=EVERYBODY),
    Row(
        r"dokumenter/authenticate_with_password/.*",
        EVERYBODY,
        fill={"restriction_id": "{collection_restriction_id}"},
        query="return_url=/",
    ),
    Row(
        r"_util/authenticate_with_password/.*",
        EVERYBODY,
        fill={"page_view_restriction_id": "{restriction_id}", "page_id": "{sealed_id}"},
        query="return_url=/",
    ),
    Row(r"_util/login/", why="it only leads on to the one login"),
    Row(r"komponenter/", STAFF),
]

ACCOUNT = [
    Row(r"konto/(inn|email|password/change|password/set|reauthenticate)/", LOGGED_IN),
    Row(r"konto/(login|logout|inactive|signup|confirm-email|password/reset)/", EVERYBODY),
    # The second step of a login that nobody here has begun: back to the first.
    Row(r"konto/login/code/confirm/|konto/to-steg/authenticate/|konto/to-steg/webauthn/login/", LOGGED_IN),
    Row(r"konto/password/reset/(done|key/done)/", EVERYBODY),
    *each(r"konto/\^confirm-email/.*", "/konto/confirm-email/{confirm_key}/ /konto/confirm-email/x/", EVERYBODY),
    *each(r"konto/\^password/reset/key/.*", "/konto/password/reset/key/1-abc-def/", EVERYBODY),
    Row(r"konto/to-steg/(webauthn/keys/<int:pk>/(remove|edit)/)", LOGGED_IN, missing=True),
    # Recovery codes come with the second factor: whoever has none has nothing to see there.
    Row(r"konto/to-steg/(recovery-codes/(download/|generate/)?|totp/deactivate/)", LOGGED_IN, missing=True),
    Row(r"konto/to-steg/(reauthenticate/|webauthn/reauthenticate/|totp/activate/|webauthn/(add/)?)?", LOGGED_IN),
]

_NOT_OWN = {"prospect"}
PRIVATE = [
    Row(r"mitt/<str:token>/", frozenset({"prospect"}), EVERYBODY - _NOT_OWN, {"token": "{own_token}"}),
    *(
        Row(r"mitt/<str:token>/", NOBODY, EVERYBODY, {"token": token})
        for token in ("{no_token}", "{token_expired}", "{token_revoked}", "x", "%00")
    ),
    Row(
        r"mitt/<str:token>/samtykke/<int:pk>/",
        frozenset({"prospect"}),
        EVERYBODY - _NOT_OWN,
        {"token": "{own_token}", "pk": "{handover_awaiting_consent}"},
        post=True,
    ),
    *(
        Row(r"mitt/<str:token>/samtykke/<int:pk>/", NOBODY, EVERYBODY, {"token": token, "pk": pk}, post=True)
        for token, pk in (
            ("{own_token}", "{handover_foreign}"),
            ("{own_token}", "{absent}"),
            ("{token_revoked}", "{handover_awaiting_consent}"),
            ("{token_b}", "{handover_awaiting_consent}"),
        )
    ),
    Row(
        r"mitt/<str:token>/kanal/<str:channel>/",
        frozenset({"prospect"}),
        EVERYBODY - _NOT_OWN,
        {"token": "{own_token}", "channel": "email"},
        post=True,
    ),
    Row(
        r"mitt/<str:token>/kanal/<str:channel>/",
        NOBODY,
        EVERYBODY,
        {"token": "{own_token}", "channel": "pigeon"},
        post=True,
    ),
]

_HANDOVER, _ANSWERS = r"portal/prospekter/<int:pk>/", r"portal/prospekter/<int:pk>/(ta-imot|avsla|kontaktet|ferdig)/"


def _handover(may: frozenset[str], pk: str) -> list[Row]:
    """The page of a handover, and what the firm answers there."""
    return [Row(_HANDOVER, may, SEATS - may, {"pk": pk}), Row(_ANSWERS, may, SEATS - may, {"pk": pk}, post=True)]


PORTAL = [
    Row(r"portal/(?:prospekter/|bedrift/|konto/)?", SEATS),
    Row(r"portal/velg-bedrift/", SEATS, post=True),
    *(
        row
        for status in (
            *("awaiting_consent", "offered", "seen", "interested", "accepted", "in_progress", "done", "declined"),
        )
        for row in _handover(FIRM_A, "{handover_" + status + "}")
    ),
    *(
        row
        for status in ("draft", "queued", "withdrawn", "lapsed", "absent")
        for row in _handover(NOBODY, "{handover_" + status + "}")
    ),
    *_handover(FIRM_B, "{handover_foreign}"),
    Row(r"portal/invitasjon/<str:token>/", EVERYBODY - HALF_IN, fill={"token": "{invitation_token}"}),
    Row(r"portal/invitasjon/<str:token>/", NOBODY, EVERYBODY - HALF_IN, {"token": "{no_token}"}),
]

ADMIN = [
    Row(r"admin/(login/|account/|dismissibles/|modeladmin/jsi18n/|test404/)?", STAFF),
    Row(r"admin/logout/", STAFF, post=True),
    Row(r"admin/(sprite|jsi18n)/", EVERYBODY - HALF_IN, why="drawings and words of the admin, without content"),
    Row(r"admin/failwhale/", hidden=EVERYBODY - HALF_IN, why="a page that breaks on purpose is no page"),
    Row(r"admin/password_reset/.*", NOBODY, EVERYBODY - HALF_IN, {"uidb64": "MQ", "token": "x"}),
    *each(r"admin/\^\.\*/\$", "/admin/finnes/ikke/", NOBODY, hidden=STAFF),
    # Users, roles, settings, log. Groups are the roles themselves: the code writes them, see accounts.setup.
    Row(r"admin/users/(results/)?", MANAGERS),
    Row(r"admin/users/(history|history-results|usage)/<int:pk>/", MANAGERS, fill={"pk": "{user_id}"}),
    Row(r"admin/users/edit/<int:pk>/", MANAGERS, fill={"pk": "{user_id}"}),
    Row(r"admin/users/edit/<int:pk>/", ROOT, fill={"pk": "{superuser_id}"}),
    Row(r"admin/users/(new/|(delete|copy)/<int:pk>/)", ROOT, fill={"pk": "{user_id}"}),
    Row(r"admin/groups/.*", ROOT, fill={"pk": "{group_id}"}),
    Row(r"admin/sites/.*", ROOT, fill={"pk": "{site_id}"}),
    Row(r"admin/locales/new/", NOBODY, why="both languages are there"),
    Row(r"admin/locales/.*", ROOT, fill={"pk": "{locale_id}"}),
    Row(r"admin/collections/<int:pk>/delete/", ROOT, STAFF - ROOT, {"pk": "{collection_id}"}),
    Row(r"admin/collections/.*", ROOT, fill={"pk": "{collection_id}", "collection_id": "{collection_id}"}),
    Row(
        r"admin/settings/.*",
        MANAGERS,
        fill={"app_name": "home", "model_name": "programmesettings", "pk": "{settings_id}"},
        missing=True,
    ),
    Row(r"admin/reports/site-history/.*", MANAGERS | {"analyst"}),
    # Campaign pages.
    Row(r"admin/reports/.*", EDITORS),
    Row(
        r"admin/workflows/((tasks/)?enable/<int:pk>|remove/.*)/?",
        ROOT,
        fill={"pk": "{workflow_id}", "page_pk": "{page_id}", "workflow_pk": "{workflow_id}"},
        post=True,
        missing=True,
    ),
    Row(r"admin/workflows/task_chooser/.*|admin/workflows/tasks/select_type/", ROOT, fill={"task_id": "{task_id}"}),
    Row(
        r"admin/workflows/.*",
        ROOT,
        fill={
            "pk": "{workflow_id}",
            "page_pk": "{page_id}",
            "workflow_pk": "{workflow_id}",
            "app_label": "wagtailcore",
            "model_name": "groupapprovaltask",
        },
        missing=True,
    ),
    Row(
        r"admin/api/main/\^pages/<int:pk>/action/.*",
        EDITORS,
        NOT_EDITORS,
        fill={"pk": "{page_id}", "action_name": "publish"},
        post=True,
    ),
    Row(r"admin/api/main/\^\w+/find/", EDITORS, STAFF, missing=True),
    Row(r"admin/api/main/\^pages/<int:pk>/", EDITORS, NOT_EDITORS, fill={"pk": "{page_id}"}),
    Row(r"admin/api/main/\^documents/<int:pk>/", EDITORS, fill={"pk": "{document_id}"}),
    Row(r"admin/api/main/\^images/<int:pk>/", EDITORS, fill={"pk": "{image_id}"}),
    Row(r"admin/api/main/\^.*", EDITORS),
    Row(r"admin/pages/(<int:parent_page_id>/(results/)?)?", EDITORS, fill={"parent_page_id": "{parent_id}"}),
    Row(
        _WAGTAIL_PAGES + r"(add|usage|create)/.*",
        EDITORS,
        fill={
            "content_type_app_name": "home",
            "content_type_model_name": "newspage",
            "parent_page_id": "{news_parent_id}",
            "app_label": "home",
            "model_name": "newspage",
        },
    ),
    Row(_WAGTAIL_PAGES + r"search/.*", EDITORS),
    Row(
        _WAGTAIL_PAGES + r"workflow/.*|admin/pages/<int:page_id>/workflow_history/.*",
        EDITORS,
        fill={
            "page_id": "{draft_id}",
            "task_state_id": "{task_state_id}",
            "task_id": "{task_id}",
            "workflow_state_id": "{workflow_state_id}",
            "action_name": "approve",
        },
    ),
    Row(_WAGTAIL_PAGES + r"<int:page_id>/convert_alias/", EDITORS, fill={"page_id": "{alias_id}"}),
    Row(
        _WAGTAIL_PAGES + r"<int:page_id>/revisions/<int:revision_id>/unschedule/",
        EDITORS,
        fill={"page_id": "{page_id}", "revision_id": "{revision_id}"},
    ),
    Row(_WAGTAIL_PAGES + r"<int:page_id>/revisions/.*", EDITORS, fill={"page_id": "{page_id}"}),
    *each(_WAGTAIL_PAGES + r"\^\(\?P<pk>.*", "/admin/pages/{page_id}/revisions/compare/earliest...live/", EDITORS),
    Row(
        _WAGTAIL_PAGES + r"<int:page_id>/(lock|unlock)/",
        EDITORS,
        fill={"page_id": "{page_id}"},
        post=True,
    ),
    Row(
        _WAGTAIL_PAGES + r"<int:page_to_move_id>/set_position/",
        EDITORS,
        fill={"page_to_move_id": "{page_id}"},
        post=True,
    ),
    Row(
        _WAGTAIL_PAGES + r"(<int:page_id>|<int:parent_page_id>|<int:page_to_move_id>)/.*",
        EDITORS,
        fill={
            "page_id": "{page_id}",
            "parent_page_id": "{news_parent_id}",
            "page_to_move_id": "{page_id}",
            "destination_id": "{other_parent_id}",
        },
    ),
    Row(r"admin/choose-page/(<int:parent_page_id>/|search/)?", EDITORS, fill={"parent_page_id": "{parent_id}"}),
    Row(r"admin/choose-page/chosen-multiple/", EDITORS, query="id={page_id}"),
    Row(r"admin/choose-(external|email|phone|anchor)-link/", EDITORS),
    Row(r"admin/tag-autocomplete/.*", EDITORS, fill={"app_name": "taggit", "model_name": "tag"}, query="term=a"),
    Row(
        r"admin/editing-sessions/ping/.*",
        EDITORS,
        NOT_EDITORS,
        fill={"app_label": "home", "model_name": "newspage", "object_id": "{page_id}", "session_id": "999999"},
        post=True,
    ),
    Row(r"admin/editing-sessions/release/.*", STAFF, fill={"session_id": "999999"}, post=True, missing=True),
    Row(r"admin/block-preview/", EDITORS, missing=True),
    Row(r"admin/translation/submit/page/<int:page_id>/", EDITORS, fill={"page_id": "{draft_id}"}),
    Row(
        r"admin/translation/submit/snippet/.*",
        NOBODY,
        EDITORS,
        fill={"app_label": "register", "model_name": "focusindustry", "pk": "1"},
        why="no snippet of ours is translated by pages",
    ),
    Row(r"admin/redirects/import/process/", EDITORS, post=True),
    Row(r"admin/redirects/.*", EDITORS, fill={"redirect_id": "{redirect_id}"}),
    Row(r"admin/snippets/", NOBODY, why="each kind has its own place in the menu"),
    # Images and documents.
    Row(
        r"admin/(images|documents)/multiple/(create_from_uploaded_\w+/|delete_upload/)<int:uploaded_file_id>/",
        EDITORS,
        fill={"uploaded_file_id": "{upload_id}"},
        post=True,
        missing=True,
    ),
    Row(
        r"admin/(images|documents)/multiple/<int:\w+>/(delete/)?",
        EDITORS,
        fill={"image_id": "{image_id}", "doc_id": "{document_id}"},
        post=True,
    ),
    Row(r"admin/images/chooser/chosen/.*", EDITORS, fill={"pk": "{image_id}"}),
    Row(r"admin/images/chooser/chosen-multiple/", EDITORS, query="id={image_id}"),
    Row(
        r"admin/images/<int:image_id>/(generate_url/(output/)?|preview/<str:filter_spec>/)",
        EDITORS,
        fill={"image_id": "{image_id}", "filter_spec": "width-100"},
        missing=True,
    ),
    Row(r"admin/images/.*", EDITORS, fill={"image_id": "{image_id}"}),
    Row(r"admin/documents/chooser/chosen/.*", EDITORS, fill={"pk": "{document_id}"}),
    Row(r"admin/documents/chooser/chosen-multiple/", EDITORS, query="id={document_id}"),
    Row(r"admin/documents/.*", EDITORS, fill={"document_id": "{document_id}"}),
    Row(r"admin/embeds/.*", EDITORS),
]

# Bulk actions share one route; each has its own case, and one that is not here fails the build.
BULK = {
    "wagtailcore/page": (EDITORS, "{page_id}", "delete move publish unpublish"),
    "wagtailimages/image": (EDITORS, "{image_id}", "add_tags add_to_collection delete"),
    "wagtaildocs/document": (EDITORS, "{document_id}", "add_tags add_to_collection delete"),
    "partners/partnerfirm": (ROOT, "{firm_id}", "delete"),
    "partners/contributiontier": (ROOT, "{tier_id}", "delete"),
    "partners/benefit": (ROOT, "{benefit_id}", "delete"),
    "register/focusindustry": (ROOT, "{industry_id}", "delete"),
    "accounts/user": (ROOT, "{user_id}", "delete"),
    "accounts/user ": (MANAGERS, "{user_id}", "assign_role set_active_state"),
}
for part in SITE:
    BULK |= getattr(part, "BULK", {})
BULK_ROWS = [
    Row(
        r"admin/bulk/.*",
        may,
        fill=dict(zip(("app_label", "model_name", "action"), (*what.strip().split("/"), action), strict=True)),
        query=f"id={pk}",
    )
    for what, (may, pk, actions) in BULK.items()
    for action in actions.split()
]
BULK_ROWS.append(
    Row(
        r"admin/bulk/.*",
        NOBODY,
        STAFF,
        fill={"app_label": "prospects", "model_name": "prospect", "action": "delete"},
        query="id={prospect_id}",
    )
)

_INVITED = r"admin/invitasjoner/"
PARTNERS = [
    *register("interesseskjemaer", "{form_id}", read=CASE_WORKERS, change=NOBODY),
    *register("overleveringer", "{handover_done}", read=CASE_WORKERS, change=NOBODY),
    *snippets(
        *("partnerbedrifter", "partners/partnerfirm", "{firm_id}"),
        read=EDITORS | CASE_WORKERS,
        change=EDITORS,  # communications approve the profile
        add=MANAGERS,
    ),
    *snippets(
        *("partnernivaer", "partners/contributiontier", "{tier_id}"), read=MANAGERS | {"steering"}, change=MANAGERS
    ),
    *snippets(*("fordeler", "partners/benefit", "{benefit_id}"), read=MANAGERS, change=MANAGERS),
    *snippets(*("satsingsbransjer", "register/focusindustry", "{industry_id}"), read=CASE_WORKERS, change=CASE_WORKERS),
    *register("selskaper", "{company_id}", read=CASE_WORKERS, change=MANAGERS | {"analyst"}),
    Row(_INVITED, MANAGERS),
    Row(_INVITED + r"<int:pk>/trekk/", MANAGERS, fill={"pk": "{invitation_id}"}, post=True),
    Row(_INVITED + r"bedrift/<int:pk>/", MANAGERS | {"adviser"}, fill={"pk": "{firm_id}"}),
    Row(
        _INVITED + r"bedrift/<int:pk>/<int:seat_pk>/avslutt/",
        MANAGERS,
        fill={"pk": "{firm_id}", "seat_pk": "{seat_id}"},
        post=True,
    ),
]

TABLE = [
    *(row for part in SITE for row in part.ROWS),
    *PUBLIC,
    *ACCOUNT,
    *PRIVATE,
    *PORTAL,
    *PARTNERS,
    *BULK_ROWS,
    *ADMIN,
]
