"""Agreements and benefits in the admin's menu."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .agreement_admin import SEE_SUMS
from .agreement_register import AgreementAdmin
from .benefit_admin import VIEW as VIEW_ACCOUNTS
from .registers import SUBMENU

agreements = AgreementAdmin()
agreements.register_with_wagtail()


@hooks.register("register_admin_urls")
def register_agreement_urls():
    """Agreements, their steps and sums, and the delivery of benefits."""
    return [
        path("avtaler/", include("partners.agreement_urls")),
        path("fordelsbruk/", include("partners.benefit_urls")),
    ]


@hooks.register(SUBMENU)
def agreements_menu_item():
    """Agreements, among the partners."""
    return agreements.get_menu_item()


class _For(MenuItem):
    """An item for those who hold `permission`."""

    permission = ""

    def is_shown(self, request):
        """Whether the reader holds it."""
        return request.user.has_perm(self.permission)


class SumsMenuItem(_For):
    """For those who may see the sums of agreements."""

    permission = SEE_SUMS


class AccountsMenuItem(_For):
    """For those who may see what firms have used."""

    permission = VIEW_ACCOUNTS


@hooks.register(SUBMENU)
def accounts_menu_item():
    """Delivering benefits, among the partners."""
    url = reverse_lazy("benefits:accounts")
    return AccountsMenuItem(gettext_lazy("Deliver benefits"), url, name="benefit-accounts", icon_name="check", order=11)


@hooks.register(SUBMENU)
def sums_menu_item():
    """Agreements in sums, among the partners."""
    url = reverse_lazy("agreements:sums")
    return SumsMenuItem(gettext_lazy("Agreements in sums"), url, name="agreement-sums", icon_name="order", order=12)
