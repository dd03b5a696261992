"""The register of contributions in the admin."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper

from common.admin import Register, RegisterIndexView
from common.money import display

from .models import Contribution, InKindRate, Invoice
from .money_exports import contribution_heading, contribution_rows
from .money_files import sheet_response
from .money_steps import steps_of

VIEW, CHANGE = "partners.view_contribution", "partners.change_contribution"
# What stands beside a row; the rest stands on its own page.
BESIDE = ("fakturer", "innbetaling", "ettergi", "krediter", "mottatt")


class LedgerOnly(PermissionHelper):
    """Nobody adds, edits or deletes a contribution: agreements plan them, and the ledger's steps change them."""

    def user_can_list(self, user: Any) -> bool:
        """Who may view."""
        return user.has_perm(VIEW)

    def user_can_create(self, user: Any) -> bool:
        """Nobody."""
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        """Nobody."""
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        """Nobody."""
        return False


class ContributionButtons(ButtonHelper):
    """Beside each row: open it, its EHF, and what is done with it most."""

    def get_buttons_for_obj(self, obj: Any, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """Open, and the steps of the day."""
        buttons = [self._button(reverse("money:detail", args=[obj.pk]), _("Open"))]
        if self.request.user.has_perm(CHANGE):
            for word, step in steps_of(obj):
                if word in BESIDE:
                    buttons.append(self._button(reverse("money:step", args=[obj.pk, word]), str(step.label)))
        if obj.kid:
            buttons.append(self._button(reverse("money:ehf_of", args=[obj.pk]), "EHF"))
        for note in getattr(obj, "credit_notes", []):
            buttons.append(self._button(reverse("money:ehf", args=[note.pk]), _("EHF, credit note")))
        return buttons

    def _button(self, url: str, label: str) -> dict[str, Any]:
        classes = self.finalise_classname(["button-small", "button-secondary"])
        return {"url": url, "label": label, "classname": classes, "title": label}


class ContributionIndexView(RegisterIndexView):
    """The list, what is filtered in it as CSV or XLSX, and the choice of what is credited at one go."""

    @property
    def may_choose(self) -> bool:
        """Whether rows can be chosen: by who may change them."""
        return self.request.user.has_perm(CHANGE)

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponseBase:
        """What the filters and the search leave, streamed row by row; who takes it out is written in the log."""
        user = self.request.user
        log(user, "partners.exported", user=user, data={"what": "contributions", "rows": queryset.count()})
        return sheet_response(
            self.get_filename(), spreadsheet_format, contribution_heading(), contribution_rows(queryset)
        )


def _language() -> str:
    return (get_language() or "nb")[:2]


class ContributionAdmin(Register):
    """What every firm gives, and how it stands."""

    model = Contribution
    menu_label = gettext_lazy("Contributions")
    menu_icon = "clipboard-list"
    menu_order = 13
    add_to_admin_menu = False
    base_url_path = "partnerbidrag"
    list_display = ("firm", "status", "owed", "due", "money", "year", "part", "kind")
    list_filter = ("status", "year", "kind")
    unbroken = ("money", "owed", "status", "due")
    ordering = ("-balance", "-due_on", "-pk")  # what is owed now comes first
    list_select_related = ("firm",)
    search_fields = ("firm__name", "firm__organisation_number", "kid", "agreement__number")
    inspect_view_enabled = False
    list_display_add_buttons = "firm"
    # What stands in the file is `contribution_rows`; here it only says that there is one.
    list_export = ("firm",)
    export_filename = "partnerbidrag"
    index_view_class = ContributionIndexView
    index_template_name = "partners/admin/contributions.html"
    permission_helper_class = LedgerOnly
    button_helper_class = ContributionButtons

    def get_queryset(self, request: HttpRequest) -> Any:
        """With their firms, their credit notes, and what was planned instead of them."""
        notes = Invoice.objects.filter(kind=Invoice.Kind.CREDIT_NOTE).only("contribution")
        return Contribution.objects.select_related("firm", "replaced_by").prefetch_related(
            Prefetch("invoices", notes, to_attr="credit_notes")
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        """A box to choose with, for who may credit."""
        return ("chosen", *self.list_display) if request.user.has_perm(CHANGE) else self.list_display

    @staticmethod
    def chosen(obj: Contribution) -> Any:
        """A box, where there is an invoice that can be credited."""
        if obj.is_in_kind or obj.status not in Contribution.TRANSITIONS["credit"].sources:
            return ""
        return format_html('<input type="checkbox" name="id" value="{}" aria-label="{}">', obj.pk, obj)

    @staticmethod
    def part(obj: Contribution) -> str:
        """Which instalment of how many; nothing when there is one."""
        return f"{obj.number}/{obj.of}" if obj.of > 1 else ""

    @staticmethod
    def money(obj: Contribution) -> str:
        """The sum without VAT, as it is written."""
        return display(obj.amount, _language())

    @staticmethod
    def owed(obj: Contribution) -> str:
        """What is owed now; what we owe them stands with a minus."""
        return display(obj.balance, _language()) if obj.balance else ""

    @staticmethod
    def due(obj: Contribution) -> str:
        """The last day, written short, so that a row stays one line."""
        return date_format(obj.due_on, "SHORT_DATE_FORMAT")


ContributionAdmin.chosen.short_description = gettext_lazy("Chosen")  # type: ignore[attr-defined]
ContributionAdmin.due.short_description = gettext_lazy("Due")  # type: ignore[attr-defined]
ContributionAdmin.due.admin_order_field = "due_on"  # type: ignore[attr-defined]
ContributionAdmin.part.short_description = gettext_lazy("Instalment")  # type: ignore[attr-defined]
ContributionAdmin.money.short_description = gettext_lazy("Sum")  # type: ignore[attr-defined]
ContributionAdmin.money.admin_order_field = "amount"  # type: ignore[attr-defined]
ContributionAdmin.owed.short_description = gettext_lazy("Owed now")  # type: ignore[attr-defined]
ContributionAdmin.owed.admin_order_field = "balance"  # type: ignore[attr-defined]


class InKindRateViewSet(SnippetViewSet):
    """What an hour or a square metre is worth; one no longer used is retired."""

    model = InKindRate
    icon = "pick"
    menu_label = gettext_lazy("Rates in kind")
    base_url_path = "naturalsatser"
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "name",
        Column("unit", label=gettext_lazy("Unit")),
        Column("worth", label=gettext_lazy("Worth"), accessor=lambda rate: display(rate.amount, _language())),
        "is_retired",
    ]
    panels = [
        FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("unit_nb"), FieldPanel("unit_en")]),
        FieldPanel("amount"),
        FieldPanel("is_retired"),
    ]
