"""The register of contributions in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper

from common.admin import Register
from common.money import display

from .models import Contribution, InKindRate
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
        return buttons

    def _button(self, url: str, label: str) -> dict[str, Any]:
        classes = self.finalise_classname(["button-small", "button-secondary"])
        return {"url": url, "label": label, "classname": classes, "title": label}


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
    list_display = ("firm", "year", "part", "kind", "money", "owed", "due_on", "status")
    list_filter = ("status", "year", "kind")
    list_select_related = ("firm",)
    search_fields = ("firm__name", "firm__organisation_number", "kid", "agreement__number")
    inspect_view_enabled = False
    permission_helper_class = LedgerOnly
    button_helper_class = ContributionButtons

    def get_queryset(self, request: HttpRequest) -> Any:
        """With their firms, and what was planned instead of them."""
        return Contribution.objects.select_related("firm", "replaced_by")

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
