"""What tests of the shelves share. Inside a test's transaction nothing is ever committed, so the shelves are bypassed
from the first change on; `settle()` makes as if it were committed."""

from django.core.cache import caches
from django.db import connection


def settle() -> None:
    """Forget what waits for the commit, and begin with empty shelves."""
    connection.run_on_commit = []
    caches["pages"].clear()
