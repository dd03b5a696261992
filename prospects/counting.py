"""Numbers and first pages without reading everything: what is many is told as many, not counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MOST = 1000
"""Beyond this nobody counts: a person needs to know that there are many."""


@dataclass(frozen=True)
class UpTo:
    """A number that was counted up to MOST."""

    number: int

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.number > MOST

    def __str__(self) -> str:
        return f"{MOST}+" if self.is_more else str(self.number)

    def __bool__(self) -> bool:
        return bool(self.number)


def up_to(found: Mapping[str, QuerySet]) -> dict[str, UpTo]:
    """How many there are of each, counted up to MOST, in one query that reads no more than so many of each."""
    parts: list[str] = []
    asked: list[Any] = []
    names: list[str] = []
    for name, queryset in found.items():
        try:
            sql, params = queryset.order_by().values("pk")[: MOST + 1].query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"(SELECT COUNT(*) FROM ({sql}) AS counted)")  # noqa: S608 - made by the ORM
        asked.extend(params)
        names.append(name)
    numbers: dict[str, int] = {}
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(parts)}", asked)
            numbers = dict(zip(names, cursor.fetchone(), strict=True))
    return {name: UpTo(numbers.get(name, 0)) for name in found}


def first_of_each(found: Mapping[str, QuerySet]) -> dict[str, list[int]]:
    """The keys of each, which are sliced already, in their order, in one query."""
    parts: list[str] = []
    asked: list[Any] = []
    names = list(found)
    for number, queryset in enumerate(found.values()):
        try:
            sql, params = queryset.values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"SELECT {number} AS part, found.* FROM ({sql}) AS found")  # noqa: S608 - made by the ORM
        asked.extend(params)
    keys: dict[str, list[int]] = {name: [] for name in names}
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), asked)
            for part, key in cursor.fetchall():
                keys[names[part]].append(key)
    return keys
