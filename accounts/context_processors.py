"""What the pages of login and second step know."""

import ipaddress

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def passkeys(request: HttpRequest) -> dict:
    """`passkey_elsewhere`: the address to use instead where the site was opened by number.

    A passkey belongs to a host name; browsers refuse one for an IP address (WebAuthn Level 2, section 5.1.3).
    """
    return {"passkey_elsewhere": SimpleLazyObject(lambda: _by_name(request))}


def _by_name(request: HttpRequest) -> str:
    name, _, port = request.get_host().rpartition(":")
    if not name or "]" in port:
        name, port = request.get_host(), ""
    try:
        address = ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return ""
    if not address.is_loopback:
        return ""
    return f"{request.scheme}://localhost{':' + port if port else ''}{request.get_full_path()}"
