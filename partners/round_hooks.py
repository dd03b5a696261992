"""Rounds and applications in the admin's menu, and the way from a round to its board."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from .former_admin import FormerPartnerAdmin, PredecessorProgrammeAdmin
from .models import PartnershipRound
from .registers import SUBMENU
from .round_registers import VIEW_APPLICATIONS, VIEW_ROUNDS, ApplicationAdmin

applications = ApplicationAdmin()
applications.register_with_wagtail()
former_partners = FormerPartnerAdmin()
former_partners.register_with_wagtail()
programmes = PredecessorProgrammeAdmin()
programmes.register_with_wagtail()


class QueueMenuItem(MenuItem):
    """For those who may read applications."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW_APPLICATIONS)


@hooks.register(SUBMENU)
def queue_menu_item():
    """Applications that want an answer, among the partners."""
    url = reverse_lazy("admissions:queue")
    return QueueMenuItem(gettext_lazy("Applications"), url, name="applications", icon_name="form", order=14)


@hooks.register(SUBMENU)
def applications_menu_item():
    """Every application, among the partners."""
    return applications.get_menu_item()


@hooks.register(SUBMENU)
def former_partners_menu_item():
    """Who comes first in a round, among the partners."""
    return former_partners.get_menu_item()


@hooks.register(SUBMENU)
def programmes_menu_item():
    """The earlier programmes, among the partners."""
    return programmes.get_menu_item()


@hooks.register("register_snippet_listing_buttons")
def board_button(snippet, user, next_url=None):
    """From a round to its seats."""
    if isinstance(snippet, PartnershipRound) and user.has_perm(VIEW_ROUNDS):
        url = reverse("admissions:board", args=[snippet.pk])
        yield Button(_("Seats"), url=url, icon_name="group", priority=15)
