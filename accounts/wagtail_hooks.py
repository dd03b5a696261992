"""What the log calls what happens to accounts."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    actions.register_action("accounts.invitation_sent", _("Invite"), _("Invitation sent"))
    actions.register_action("accounts.invitation_accepted", _("Accept"), _("Invitation accepted"))
    actions.register_action("accounts.invitation_revoked", _("Revoke"), _("Invitation taken back"))
