"""Rewriting for tests what the database keeps as it was offered and signed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from partners import agreement_triggers


@contextmanager
def rewriting() -> Iterator[None]:
    """Inside, agreements may be changed past the rules: to see what follows from their days."""
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    agreement_triggers.remove(connection)
    try:
        yield
    finally:
        agreement_triggers.install(connection)
