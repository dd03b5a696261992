"""Where the site answers otherwise than the table says, and why that is borne. An entry out of use fails the build."""

from dataclasses import dataclass

from .table import EDITORS, MANAGERS, NOT_EDITORS, ROOT, STAFF


@dataclass(frozen=True)
class Borne:
    """Where the site answers otherwise than the table says, for these roles, and why that is borne."""

    route: str
    roles: frozenset[str]
    got: frozenset[str]
    why: str


_ROOT_ONLY = STAFF - ROOT
KNOWN = [
    Borne(
        r"admin/bulk/.*",
        NOT_EDITORS,
        frozenset({"A"}),
        "Wagtail says on the page that nothing may be done; proven in test_bulk_actions.py",
    ),
    Borne(r"admin/bulk/.*", frozenset({"communications", "manager"}), frozenset({"A"}), "the same"),
    Borne(
        r"admin/api/main/\^(pages|documents|images)/.*",
        NOT_EDITORS,
        frozenset({"A"}),
        "Wagtail's admin API lists to everybody in the admin: no pages without page rights, but public pictures",
    ),
    Borne(
        r"admin/pages/(create/.*|workflow/confirm_cancellation/.*|<int:page_id>/revisions/|.*/move/.*/confirm/)",
        NOT_EDITORS,
        frozenset({"A"}),
        "empty choices, bare questions (titles only) and a redirect: nothing is done",
    ),
    Borne(
        r"admin/choose-.*",
        NOT_EDITORS,
        frozenset({"A", "500"}),
        "Wagtail's link choosers are open to everybody in the admin; an empty POST breaks the external one",
    ),
    *(
        Borne(rf"admin/snippets/choose/{model}/.*", roles, frozenset({"A"}), "names to choose from, nothing else")
        for model, roles in (
            ("partners/partnerfirm", frozenset({"steering"})),
            ("partners/contributiontier", STAFF - MANAGERS - {"steering"}),
            ("partners/benefit", STAFF - MANAGERS),
            ("partners/partnershipround", STAFF - MANAGERS - {"steering"}),
            ("partners/benefitpool", STAFF - MANAGERS),
            ("partners/clause", STAFF - MANAGERS - {"steering"}),
            ("register/focusindustry", frozenset({"communications", "steering"})),
            ("home/(banner|searchsynonym|promotedresult)", NOT_EDITORS),
            ("home/contactperson", frozenset({"analyst", "steering"})),
            ("home/(event|vacancy|milestone)", frozenset({"analyst", "steering"})),
            ("(prospects/(strength|evidence)|partners/premises)", frozenset({"steering"})),
            ("partners/competence", STAFF - EDITORS),
            ("partners/inkindrate", STAFF - MANAGERS),
            ("prospects/standingreason", STAFF - MANAGERS),
        )
    ),
    Borne(r"admin/(tag-autocomplete|embeds)/.*", NOT_EDITORS, frozenset({"A"}), "the same"),
    Borne(
        r"admin/(images|documents)/chooser/.*",
        NOT_EDITORS,
        frozenset({"A"}),
        "the same; what it lists is what the role may choose",
    ),
    Borne(r"admin/workflows/task_chooser/.*", _ROOT_ONLY, frozenset({"A"}), "names of editing tasks, nothing else"),
    Borne(
        r"admin/reports/site-history/.*",
        frozenset({"communications", "adviser", "steering"}),
        frozenset({"A"}),
        "Wagtail shows everybody the log of what they may open anyway; access.md would keep them out",
    ),
    Borne(
        r"admin/settings/<slug:app_name>/<slug:model_name>/",
        STAFF - MANAGERS,
        frozenset({"A"}),
        "Wagtail leads on to the settings of invoicing, which then say no",
    ),
    Borne(
        r"admin/redirects/import/process/",
        EDITORS,
        frozenset({"500"}),
        "Wagtail breaks on an empty POST that no form of its sends",
    ),
]
