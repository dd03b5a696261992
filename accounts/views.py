"""Where a login leads."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .roles import is_staff_member


@login_required
def after_login(request: HttpRequest) -> HttpResponse:
    """Staff go to the admin, everybody else to the portal."""
    return redirect("wagtailadmin_home" if is_staff_member(request.user) else "portal:home")


@require_POST
def admin_logout(request: HttpRequest) -> HttpResponse:
    """Log out of the admin. Wagtail's own view also takes GET, so that a link in a mail could do it."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("wagtailadmin_home"))
    if not is_staff_member(request.user):
        raise PermissionDenied
    logout(request)
    return redirect("/")


def admin_login(request: HttpRequest) -> HttpResponse:
    """The admin's login is the house's one login; whoever is logged in and may not enter gets 403, not a ring."""
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = reverse("wagtailadmin_home")
    if request.user.is_authenticated:
        if not is_staff_member(request.user):
            raise PermissionDenied
        return redirect(target)
    return redirect_to_login(target)
