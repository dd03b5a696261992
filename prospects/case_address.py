"""The address of a case: what is mailed there becomes a draft in the case.

    sak+p-00012.k3v7q2mzab@programme.example

The signs after the reference prove that we gave the address out: nobody can guess the address of another case.
"""

import base64
import re
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Prospect

SIGNS = 10  # of base 32: 50 bits
_KEYED = re.compile(r"\+p-(\d{1,12})\.([a-z2-7]{10})(?:\.|@|$)", re.IGNORECASE)


def is_on() -> bool:
    """Whether the programme has an address for mail that comes in."""
    return "@" in settings.INBOUND_ADDRESS


def case_address(prospect: Prospect) -> str:
    """Where mail about this case can be sent; empty when the programme has no such address."""
    if not is_on():
        return ""
    local, domain = settings.INBOUND_ADDRESS.rsplit("@", 1)
    return f"{local}+{_keyed(prospect.pk, settings.SECRET_KEY)}@{domain}"


def message_id(prospect: Prospect) -> str:
    """A new Message-ID for a letter about this case, by which an answer to it is known again."""
    local, domain = settings.INBOUND_ADDRESS.rsplit("@", 1)
    return f"<{local}+{_keyed(prospect.pk, settings.SECRET_KEY)}.{secrets.token_hex(8)}@{domain}>"


def letter_headers(prospect: Prospect) -> dict[str, str]:
    """What a letter to the prospect carries so that an answer finds its case; nothing when mail in is off."""
    return {"Reply-To": case_address(prospect), "Message-ID": message_id(prospect)} if is_on() else {}


def case_of(address: str) -> int | None:
    """The key of the case that an address or a Message-ID of ours names; None when we never gave it out."""
    found = _KEYED.search(address)
    if found is None:
        return None
    key, signs = int(found[1]), found[2].lower()
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        if constant_time_compare(_signs(key, secret), signs):
            return key
    return None


def _keyed(key: int, secret: str | bytes) -> str:
    return f"p-{key:05d}.{_signs(key, secret)}"


def _signs(key: int, secret: str | bytes) -> str:
    digest = salted_hmac("prospects.case_address", str(key), secret=secret, algorithm="sha256").digest()
    return base64.b32encode(digest).decode().lower()[:SIGNS]
