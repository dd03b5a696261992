"""Premises to approve, in the admin's menu with how many wait."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .services import may_approve_premises, premises_to_approve


class PremisesMenuItem(MenuItem):
    """For those who approve; the label says how many wait."""

    def is_shown(self, request):
        return may_approve_premises(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if number := premises_to_approve().count():
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_partners_menu_item")
def premises_menu_item():
    """Premises to approve, among the partners."""
    return PremisesMenuItem(
        gettext_lazy("Premises to approve"),
        reverse_lazy("premises:queue"),
        name="premises-to-approve",
        icon_name="home",
        order=16,
    )
