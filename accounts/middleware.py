"""Staff need a second factor: allauth offers one, this makes it a must."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .roles import is_staff_member

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
GUARDED = ("/admin/", "/portal/", "/en/portal/", "/komponenter/", "/en/komponenter/")


class StaffMfaMiddleware:
    """Sends staff without a second factor to choose one, and staff who have not used theirs in this session to it.

    Only what lies behind the login is guarded: the public pages stay open for everybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(GUARDED) and is_staff_member(request.user):
            if not is_mfa_enabled(request.user, SECOND_FACTORS):
                messages.info(request, _("Your role needs a second step at login. Choose one to go on."))
                return redirect("mfa_index")
            if not has_used_second_factor(request):
                return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)


def has_used_second_factor(request: HttpRequest) -> bool:
    """Whether this session proved a second factor of the user it belongs to."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
