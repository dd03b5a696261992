"""How staff learn which evidence is to be checked: a report, a panel of the day, a word in the page editor."""

from collections import Counter
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.models import ReferenceIndex
from wagtail.permission_policies import ModelPermissionPolicy

from common.admin import safe
from home.admin.evidence import SUBMENU, EvidenceViewSet, due_day, state_of
from prospects.models import Evidence

ON_PANEL = 6


def count_uses(rows: Iterable[Model]) -> Counter:
    """How many pages and other things an editor has chosen each of `rows` into, by its key."""
    found = list(rows)
    if not found:
        return Counter()
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(found[0]), to_object_id__in=[str(one.pk) for one in found]
    )
    users = references.order_by().values_list("to_object_id", "base_content_type", "object_id").distinct()
    return Counter(int(pk) for pk, _kind, _object in users)


class EvidenceReport(ReportView):
    """Evidence that should have been checked again, the longest waiting first."""

    page_title = _("Evidence to check")
    header_icon = "order"
    model = Evidence
    permission_policy = ModelPermissionPolicy(Evidence)
    any_permission_required = ["add", "change", "view"]
    index_url_name = "evidence_report"
    index_results_url_name = "evidence_report_results"
    default_ordering = "review_on"
    no_results_message = _("Every figure is in order.")
    columns = [
        TitleColumn("evidence", label=_("Evidence"), accessor=str, url_name=EvidenceViewSet().get_url_name("inspect")),
        Column("owner", label=_("Who answers for it")),
        Column("state", label=_("How it stands"), accessor=state_of),
        Column("review_on", label=_("To be checked by"), accessor=due_day),
        Column("uses", label=_("Chosen into")),
    ]
    list_export = ["claim", "figure", "unit", "owner", "source", "source_url", "dated_on", "review_on", "uses"]
    export_headings = {"uses": _("Chosen into"), "claim": _("Claim"), "unit": _("Unit"), "source": _("Source")}

    def get_filename(self) -> str:
        """With the day, because tomorrow it is another list."""
        return f"bevis-{timezone.localdate():%Y-%m-%d}"

    def get_queryset(self):
        """What is overdue today."""
        return Evidence.objects.overdue().select_related("strength", "owner").order_by("review_on", "pk")

    def decorate_paginated_queryset(self, object_list):
        """Each with the number of places it was chosen into."""
        rows = list(object_list)
        uses = count_uses(rows)
        for row in rows:
            row.uses = uses[row.pk]
        return rows

    def preprocess_field_value(self, field, value, export_format):
        """No cell begins a formula."""
        return safe(super().preprocess_field_value(field, value, export_format))


@hooks.register("register_admin_urls")
def evidence_urls():
    """The report."""
    return [
        path("rapporter/bevis/", EvidenceReport.as_view(), name="evidence_report"),
        path("rapporter/bevis/liste/", EvidenceReport.as_view(results_only=True), name="evidence_report_results"),
    ]


class EvidenceReportMenuItem(MenuItem):
    """For those who see evidence."""

    def is_shown(self, request):
        return EvidenceReport.permission_policy.user_has_any_permission(request.user, ["add", "change", "view"])


@hooks.register("register_reports_menu_item")
@hooks.register(SUBMENU)
def evidence_report_menu_item():
    """Among the reports, and beside the evidence."""
    return EvidenceReportMenuItem(
        _("Evidence to check"), reverse_lazy("evidence_report"), name="evidence", icon_name="order", order=900
    )


class EvidencePanel(Component):
    """On the first page of the day: figures that should have been checked."""

    name = "evidence"
    template_name = "home/admin/panel_evidence.html"
    order = 30

    def __init__(self, overdue: list[Evidence]) -> None:
        self.overdue = overdue

    def get_context_data(self, parent_context):
        """The first of them, and how many they are."""
        rows = self.overdue[:ON_PANEL]
        edit = EvidenceViewSet().get_url_name("edit")
        return {
            "rows": [(row, reverse(edit, args=[row.pk]), state_of(row)) for row in rows],
            "count": len(self.overdue),
        }


@hooks.register("construct_homepage_panels")
def add_evidence_panel(request, panels):
    """For those who can mend it, and only while there is something to mend."""
    if request.user.has_perm("prospects.change_evidence"):
        overdue = list(Evidence.objects.overdue().select_related("owner").order_by("review_on", "pk"))
        if overdue:
            panels.append(EvidencePanel(overdue))


@hooks.register("before_edit_page")
def tell_of_overdue_evidence(request, page):
    """Who opens a page in the editor hears which of the figures chosen into it are overdue."""
    if request.method != "GET":
        return
    kind = ContentType.objects.get_for_model(Evidence)
    chosen = ReferenceIndex.get_references_for_object(page).filter(to_content_type=kind)
    keys = {int(key) for key in chosen.values_list("to_object_id", flat=True)}
    overdue = list(Evidence.objects.overdue().filter(pk__in=keys)) if keys else []
    if overdue:
        text = ngettext(
            "A figure on this page should have been checked again: %(what)s.",
            "%(count)s figures on this page should have been checked again: %(what)s.",
            len(overdue),
        )
        words = {"count": len(overdue), "what": "; ".join(str(one) for one in overdue)}
        button = Button(_("Evidence to check"), url=reverse("evidence_report"))
        messages.warning(
            request, text % words, buttons=[button] if request.user.has_perm("prospects.view_evidence") else []
        )
