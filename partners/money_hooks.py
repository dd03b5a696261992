"""Money in the admin's menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .models import Correction, PaymentRow
from .money_admin import SEE_SUMS
from .money_register import CHANGE, VIEW, ContributionAdmin
from .registers import MONEY_SUBMENU

contributions = ContributionAdmin()
contributions.register_with_wagtail()


@hooks.register("register_admin_urls")
def register_money_urls() -> list[Any]:
    """Contributions, payments, invoices."""
    return [path("bidrag/", include("partners.money_urls"))]


@hooks.register(MONEY_SUBMENU)
def contributions_menu_item() -> MenuItem:
    """Contributions in the menu of money."""
    return contributions.get_menu_item()


class _For(MenuItem):
    """An item for those who hold `permission`, with how many wait behind it."""

    permission = CHANGE

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the reader holds it."""
        return request.user.has_perm(self.permission)

    def waiting(self) -> int:
        """How many wait; nought is not shown."""
        return 0

    def render_component(self, request: HttpRequest) -> Any:
        """The item, with the number behind its words."""
        item = super().render_component(request)
        if count := self.waiting():
            item.label = f"{self.label} ({count})"
        return item


class PaymentsMenuItem(_For):
    """The inbox of payments."""

    def waiting(self) -> int:
        """Payments nobody has matched."""
        return PaymentRow.objects.filter(status=PaymentRow.Status.UNMATCHED, is_waiting=False).count()


class CorrectionsMenuItem(_For):
    """What waits for a second person."""

    permission = VIEW

    def waiting(self) -> int:
        """Corrections nobody has decided on."""
        return Correction.objects.filter(status=Correction.Status.PROPOSED).count()


class SumsMenuItem(_For):
    """For those who may see the sums of contributions."""

    permission = SEE_SUMS


@hooks.register(MONEY_SUBMENU)
def payments_menu_item() -> MenuItem:
    """Payments in the menu of money."""
    return PaymentsMenuItem(
        _("Payments"), reverse_lazy("money:payments"), name="payments", icon_name="download", order=14
    )


@hooks.register(MONEY_SUBMENU)
def runs_menu_item() -> MenuItem:
    """Bulk invoicing in the menu of money."""
    return _For(_("Invoice many"), reverse_lazy("money:runs"), name="invoice-runs", icon_name="copy", order=15)


@hooks.register(MONEY_SUBMENU)
def corrections_menu_item() -> MenuItem:
    """Corrections in the menu of money."""
    return CorrectionsMenuItem(
        _("Corrections"), reverse_lazy("money:corrections"), name="corrections", icon_name="rotate", order=16
    )


@hooks.register(MONEY_SUBMENU)
def export_menu_item() -> MenuItem:
    """What goes to accounting in the menu of money."""
    return _For(_("Accounting"), reverse_lazy("money:export"), name="invoice-export", icon_name="table", order=17)


@hooks.register(MONEY_SUBMENU)
def contribution_sums_menu_item() -> MenuItem:
    """Contributions in sums in the menu of money."""
    return SumsMenuItem(
        _("Contributions in sums"), reverse_lazy("money:sums"), name="contribution-sums", icon_name="order", order=18
    )
