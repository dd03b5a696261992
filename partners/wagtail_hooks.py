"""What staff do with partner firms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    actions.register_action("partners.membership_activated", _("Activate"), _("Seat taken"))
    actions.register_action("partners.membership_ended", _("End"), _("Seat ended"))
