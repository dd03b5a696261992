"""Profiles to approve, in the admin's menu with how many wait, and the way there from a firm."""

from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from .models import PartnerFirm, ProfileDraft
from .services import may_approve_profiles, profiles_to_approve


class ProfilesMenuItem(MenuItem):
    """For those who approve; the label says how many wait."""

    def is_shown(self, request):
        return may_approve_profiles(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if number := profiles_to_approve().count():
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_partners_menu_item")
def profiles_menu_item():
    """Profiles to approve, among the partners."""
    return ProfilesMenuItem(
        gettext_lazy("Profiles to approve"),
        reverse_lazy("profiles:queue"),
        name="profiles",
        icon_name="doc-full",
        order=15,
    )


@hooks.register("register_admin_urls")
def profile_urls():
    """The queue and its answers."""
    return [path("profiler/", include("partners.profile_urls"))]


@hooks.register("register_snippet_listing_buttons")
def profile_button(snippet, user, next_url=None):
    """From a firm to what it is writing."""
    if isinstance(snippet, PartnerFirm) and may_approve_profiles(user):
        draft = getattr(snippet, "profile_draft", None)  # fetched with the list
        if draft is not None and draft.status != ProfileDraft.Status.APPROVED:
            label = _("Profile: %(status)s") % {"status": draft.get_status_display()}
            url = reverse("profiles:answer", args=[draft.pk])
            yield Button(label, url=url, icon_name="doc-full", priority=17)
