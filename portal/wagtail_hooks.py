"""The way from a firm in the admin to the portal as that firm sees it."""

from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

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


class PreviewItem(ActionMenuItem):
    """On a firm's edit page, beside saving it."""

    name = "action-preview-as-firm"
    label = gettext_lazy("See the portal as this firm")
    icon_name = "view"

    def is_shown(self, context):
        """For a firm that is kept, and roles that may look."""
        return context.get("instance") is not None and may_preview(context["request"].user)

    def get_url(self, parent_context):
        return reverse("portal_preview:begin", args=[parent_context["instance"].pk])


@hooks.register("register_snippet_action_menu_item")
def preview_item(model):
    """From a firm's edit page to the portal as it sees it."""
    return PreviewItem(order=90) if model is PartnerFirm else None
