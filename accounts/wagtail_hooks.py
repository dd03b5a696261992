"""What the log calls what happens to accounts; the look of the admin, and what each role's menu leaves out."""

from django.core.exceptions import PermissionDenied
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission

from .models import User
from .roles import Role, has_role


@hooks.register("before_bulk_action")
def no_bulk_work_on_people(request, action_type, objects, action_class_instance):
    """Roles and locks are given one by one, where it is checked that nobody raises themselves or locks a superuser."""
    if any(isinstance(one, User) for one in objects) and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    actions.register_action("accounts.invitation_sent", _("Invite"), _("Invitation sent"))
    actions.register_action("accounts.invitation_accepted", _("Accept"), _("Invitation accepted"))
    actions.register_action("accounts.invitation_revoked", _("Revoke"), _("Invitation taken back"))


# What every role sees is its own work; the rest of Wagtail's menu stands aside.
NEEDLESS_HELP = ("whats-new", "editor-guide")
WITHOUT_PAGES = ("site-history", "evidence")


@hooks.register("insert_global_admin_css")
def admin_css():
    """Our colours, and the pages of the case work."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_help_menu")
def calm_help(request, items):
    """Nobody needs to hear of Wagtail's versions here."""
    items[:] = [item for item in items if not item.name.startswith(NEEDLESS_HELP)]


@hooks.register("construct_reports_menu")
def calm_reports(request, items):
    """Reports on pages are for those who edit pages; the log and the evidence are also for the analyst."""
    if not user_has_any_page_permission(request.user):
        items[:] = [item for item in items if item.name in WITHOUT_PAGES]


@hooks.register("construct_main_menu")
def calm_menu(request, items):
    """Without reports for roles that have no use of them, and without the help of an empty help menu."""
    if not user_has_any_page_permission(request.user) and not has_role(request.user, Role.ANALYST):
        items[:] = [item for item in items if item.name != "reports"]
