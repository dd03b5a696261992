"""The way from a firm in the admin to the portal as that firm sees it."""

from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from partners.models import PartnerFirm

from .preview import may_preview


@hooks.register("register_admin_urls")
def register_admin_urls():
    """The preview as a firm."""
    return [path("som-bedrift/", include("portal.admin_urls"))]


@hooks.register("register_snippet_listing_buttons")
def preview_button(snippet, user, next_url=None):
    """From a firm to the portal as it sees it."""
    if isinstance(snippet, PartnerFirm) and may_preview(user):
        url = reverse("portal_preview:begin", args=[snippet.pk])
        yield Button(_("See the portal as this firm"), url=url, icon_name="view", priority=16)
