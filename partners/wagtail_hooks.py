"""What staff do with partner firms in the admin: the menu, and the way to the registers, invitations and seats."""

from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from . import (  # noqa: F401
    agreement_hooks,
    duty_hooks,
    log_actions,
    money_hooks,
    premises_hooks,
    profile_hooks,
    round_hooks,
)
from .admin_views import VIEW_INVITATIONS, VIEW_SEATS
from .models import PartnerFirm, Premises
from .premises_steps import STEPS, TAKE_STEPS
from .registers import SUBMENU, MoneyGroup, PartnersGroup

register_snippet(PartnersGroup)
register_snippet(MoneyGroup)


@hooks.register("register_snippet_listing_buttons")
def people_button(snippet, user, next_url=None):
    """From a firm to its people."""
    if isinstance(snippet, PartnerFirm) and user.has_perm(VIEW_SEATS):
        yield Button(_("People"), url=reverse("invitations:seats", args=[snippet.pk]), icon_name="user", priority=15)


@hooks.register("register_snippet_listing_buttons")
def premises_steps(snippet, user, next_url=None):
    """What the premises may become now."""
    if isinstance(snippet, Premises) and user.has_perm(TAKE_STEPS):
        for place, (word, step) in enumerate(STEPS.items()):
            if snippet.status in Premises.TRANSITIONS[step.verb].sources:
                url = reverse("premises:step", args=[snippet.pk, word])
                yield Button(step.label, url=url, icon_name=step.icon, priority=20 + place)


@hooks.register("register_admin_urls")
def register_admin_urls():
    """Invitations and seats, and the steps of premises."""
    return [
        path("invitasjoner/", include("partners.admin_urls")),
        path("opptak/", include("partners.admission_urls")),
        path("lokaler/", include("partners.premises_urls")),
    ]


class InvitationsMenuItem(MenuItem):
    """For those who may see whom we invited."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW_INVITATIONS)


@hooks.register(SUBMENU)
def invitations_menu_item():
    """Invitations, among the partners."""
    return InvitationsMenuItem(
        gettext_lazy("Invitations"), reverse_lazy("invitations:index"), name="invitations", icon_name="mail", order=20
    )
