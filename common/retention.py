"""What is kept about people, why and until when: said once, obeyed by the clock, and shown on the privacy page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DatabaseError

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Purpose:
    """Personal data that is kept.

    `name`, `why`, `basis` and `until` are lazy texts for people: what it is, why it is kept, on which ground of
    GDPR article 6, and when it is deleted. `forget(now)` deletes what is due and returns how many; it may be run at
    any time and again. `now` is None for this moment.
    """

    key: str
    name: Any
    why: Any
    basis: Any
    until: Any
    forget: Callable[[datetime | None], int]


_purposes: dict[str, Purpose] = {}


def keep(purpose: Purpose) -> Purpose:
    """Register a purpose; an app does so when it is ready. A second one with the same key replaces the first."""
    _purposes[purpose.key] = purpose
    return purpose


def purposes() -> list[Purpose]:
    """Every purpose, in the order of registration."""
    return list(_purposes.values())


def forget_all(now: datetime | None = None) -> int:
    """Delete all personal data that is due; returns how many records. What fails is tried at the next round."""
    count = 0
    for purpose in purposes():
        try:
            count += purpose.forget(now)
        except DatabaseError:
            logger.exception("Could not forget what is due: %s", purpose.key)
    return count
