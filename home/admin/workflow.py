"""The review in the page editor: what is offered first, and what stops at a missing signature."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from accounts.roles import Role, has_role
from home.models.signoff import JointlySigned


@hooks.register("before_publish_page")
def wait_for_both_signatures(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A joint announcement is kept as a draft until both have signed; the editor says why."""
    if not isinstance(page, JointlySigned) or not page.is_held_back(by=request.user):
        return None
    if page.embargo_until:
        said = _(
            "“%(title)s” is saved, but not published: it is a joint announcement, and the municipality signs it off "
            "first. Submit it, and it comes out by itself at the moment of the embargo."
        )
    else:
        said = _(
            "“%(title)s” is saved, but not published: it was a joint announcement, and only the programme manager "
            "makes it an ordinary one. Submit it for approval."
        )
    messages.error(request, said % {"title": page.get_admin_display_title()})
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("construct_page_action_menu")
def review_comes_first(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Who has somebody to ask is offered that first; publishing without is one click further (decision 0011)."""
    if has_role(request.user, Role.PROGRAMME_MANAGER):
        return
    menu_items.sort(key=lambda item: item.name != "action-submit")
