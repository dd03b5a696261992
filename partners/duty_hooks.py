"""What firms owe us, in the admin's menu with how much is overdue, and the way there from a firm."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from .duty_admin import VIEW
from .models import Duty, PartnerFirm


class DutiesMenuItem(MenuItem):
    """For those who may see what firms owe us; the label says how much is overdue."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the reader may."""
        return request.user.has_perm(VIEW)

    def render_component(self, request: HttpRequest) -> Any:
        """The item, with the number behind its words."""
        component = super().render_component(request)
        if number := Duty.objects.owed().filter(due_on__lt=timezone.localdate()).count():
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_partners_menu_item")
def duties_menu_item() -> MenuItem:
    """What firms owe us, among the partners."""
    return DutiesMenuItem(
        gettext_lazy("What firms owe us"), reverse_lazy("duties:list"), name="duties", icon_name="tasks", order=19
    )


@hooks.register("register_admin_urls")
def duty_urls() -> list[Any]:
    """The list and its steps."""
    return [path("oppgaver/", include("partners.duty_urls"))]


@hooks.register("register_snippet_listing_buttons")
def duties_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """From a firm to what it owes us."""
    if isinstance(snippet, PartnerFirm) and user.has_perm(VIEW):
        url = f"{reverse('duties:list')}?firm={snippet.pk}"
        yield Button(_("What it owes us"), url=url, icon_name="tasks", priority=16)
