"""Limits for public forms, by what the caller cannot forge: the address the connection comes from."""

import hashlib
import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest


def is_over(request: HttpRequest, action: str, *, limit: int, seconds: int, key: str = "") -> bool:
    """Count one more `action` and say whether there were more than `limit` in this window of `seconds`.

    The count is kept for the caller's address, or for `key` (an e-mail, say; letter case does not matter) when given.
    """
    who = key.casefold().strip() or get_adapter().get_client_ip(request)
    window = int(time.time() // seconds)
    digest = hashlib.sha256(f"{action}:{who}".encode()).hexdigest()[:32]
    name = f"limit:{digest}:{window}"
    cache.add(name, 0, timeout=seconds)
    try:
        return cache.incr(name) > limit
    except ValueError:  # the key went out between the two lines
        return False
