"""The face of an adviser on a prospect's page. Pictures lie in an app above this one, which says how one is found."""

from collections.abc import Callable
from typing import Any

from accounts.models import User

Finder = Callable[[User], Any]
_finders: list[Finder] = []


def show_portraits_from(finder: Finder) -> None:
    """Register how the portrait (an image of Wagtail's, or None) of a user is found; the last one counts."""
    _finders[:] = [finder]


def portrait_of(user: User | None) -> Any:
    """The portrait of `user`, None when there is none."""
    return _finders[0](user) if user is not None and _finders else None
