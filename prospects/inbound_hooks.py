"""The way to the mail that has no case yet."""

from django.conf import settings
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .rights import CHANGE, CONTACTS, VIEW


class UnfiledItem(MenuItem):
    """For those who see cases and persons, where mail comes in at all."""

    def is_shown(self, request):
        return bool(settings.INBOUND_ADDRESS) and all(
            request.user.has_perm(right) for right in (VIEW, CHANGE, CONTACTS)
        )


@hooks.register("register_admin_menu_item")
def register_unfiled():
    """Beside the cases."""
    return UnfiledItem(
        _("Mail without a case"), reverse_lazy("prospects:unfiled"), name="unfiled-mail", icon_name="mail", order=52
    )
