"""The cache behind the shelves: read by version, thrown away as a whole, and never missed when it is not there."""

import hashlib
import logging
import time
import uuid
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone, translation
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

AN_HOUR = 3600
AWAY = 5.0  # seconds to leave a cache alone that does not answer
BUSY = 5  # seconds one process may work on a shelf before others do the same
LOOKS, PAUSE = 10, 0.02  # how often and how long another process looks whether it is there

_FAILED = object()
# What other code has put away does not fit this code: a card may have got a field since.
CODE = max(file.stat().st_mtime_ns for file in Path(__file__).parents[1].rglob("*.py"))
P = ParamSpec("P")
T = TypeVar("T")
Shelf = Callable[Concatenate[str, P], T]


class _Store:
    """`caches["pages"]`, which may be away, full or hold something unreadable: then there is simply nothing in it."""

    def __init__(self) -> None:
        self.away_until = 0.0
        self.owes_a_version = False

    def ask(self, method: str, *args: Any, default: Any = None) -> Any:
        """What the cache answers; `default` when it cannot."""
        if time.monotonic() < self.away_until:
            return default
        try:
            return getattr(caches["pages"], method)(*args)
        except (OSError, RedisError) as error:
            self.away_until = time.monotonic() + AWAY
            logger.warning("The page cache is away: %s", error)
        except Exception as error:  # a pickle of another version, half a file
            logger.warning("The page cache holds something unreadable: %r", error)
        return default

    def version(self) -> str | None:
        """Which version the shelves have now; None while nobody knows."""
        if self.owes_a_version and not self.start_new_version():
            return None
        found = self.ask("get", "version")
        if found is None:
            self.ask("add", "version", uuid.uuid4().hex, None)
            found = self.ask("get", "version")
        return found

    def start_new_version(self) -> bool:
        """Forget every shelf. What cannot be forgotten now is forgotten before anything is read again."""
        self.away_until = 0.0
        self.owes_a_version = self.ask("set", "version", uuid.uuid4().hex, None, default=_FAILED) is _FAILED
        return not self.owes_a_version


_store = _Store()


def _start_new_version() -> None:
    _store.start_new_version()


def _is_unsettled() -> bool:
    """Whether this transaction has changed what shelves show, and nobody knows yet if it will be committed."""
    return any(entry[1] is _start_new_version for entry in transaction.get_connection().run_on_commit)


def purge() -> None:
    """Start with empty shelves once the transaction is committed.

    Call it after `queryset.update()`, `bulk_create()` and the like, which tell nobody what they did.
    """
    if not _is_unsettled():
        transaction.on_commit(_start_new_version, robust=True)


@overload
def shelf(function: Callable[Concatenate[str, P], T]) -> Shelf[P, T]: ...
@overload
def shelf(*, seconds: int) -> Callable[[Callable[Concatenate[str, P], T]], Shelf[P, T]]: ...
def shelf(function: Any = None, *, seconds: int = AN_HOUR) -> Any:
    """Keep what `function(language, *args)` returns until something that pages show changes, at most `seconds`.

    The function runs with that language active. It returns plain things: dataclasses, dicts, tuples, texts; never
    model instances or querysets. It is asked anew each day, so what depends on the date is right.
    """
    if function is None:
        return lambda wanted: _on_shelf(wanted, seconds)
    return _on_shelf(function, seconds)


def _on_shelf(function: Callable[Concatenate[str, P], T], seconds: int) -> Shelf[P, T]:
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def read(language: str, *args: P.args, **kwargs: P.kwargs) -> T:
        def compute() -> T:
            with translation.override(language):
                return function(language, *args, **kwargs)

        # What an open transaction has written may yet be undone: not for others' eyes.
        if _is_unsettled():
            return compute()
        # Read before computing: who starts before a purge writes where nobody looks after it.
        version = _store.version()
        if version is None:
            return compute()
        asked = repr((name, language, args, sorted(kwargs.items()), timezone.localdate(), CODE, version))
        key = "shelf-" + hashlib.sha256(asked.encode()).hexdigest()
        found = _store.ask("get", key)
        if _is_entry(found):
            return found[0]
        if not _store.ask("add", f"{key}-busy", 1, BUSY, default=True):
            for _look in range(LOOKS):
                time.sleep(PAUSE)
                found = _store.ask("get", key)
                if _is_entry(found):
                    return found[0]
        try:
            value = compute()
            _store.ask("set", key, (value,), seconds)
        finally:
            _store.ask("delete", f"{key}-busy")
        return value

    return read


def _is_entry(found: Any) -> bool:
    return isinstance(found, tuple) and len(found) == 1
