"""The newsletter in the admin: who gets it, and the list to send it to."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from common.admin import Register
from home.admin.reading import LoggedExportIndexView, ReadOnly
from home.models import Subscription

ACTIONS = {
    "home.subscription_confirmed": (_("Confirm"), _("Said yes to the newsletter")),
    "home.subscription_ended": (_("End"), _("Ended the newsletter")),
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)


class SubscriptionIndexView(LoggedExportIndexView):
    """The list; only active addresses leave the house."""

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """Those who said yes, and nobody else, whatever the list was filtered by."""
        return super().as_spreadsheet(queryset.filter(status=Subscription.Status.ACTIVE), spreadsheet_format)


class SubscriptionAdmin(Register):
    """Who asked for the newsletter, and how it stands."""

    model = Subscription
    menu_label = _("Newsletter")
    menu_icon = "mail"
    menu_order = 242
    base_url_path = "abonnementer"
    permission_helper_class = ReadOnly
    index_view_class = SubscriptionIndexView
    list_display = ("email", "status", "language", "asked_at", "confirmed_at")
    list_filter = ("status", "language")
    search_fields = ("email",)
    inspect_view_fields = ("email", "status", "language", "wording", "asked_at", "confirmed_at")
    list_export = ("email", "language", "wording", "asked_at", "confirmed_at")
    export_filename = "nyhetsbrev"


SubscriptionAdmin().register_with_wagtail()
