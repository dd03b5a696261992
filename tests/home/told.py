"""The demo world once for a whole file of tests: each test is undone by itself, the world at the end."""

import pytest
from django.db import transaction

from tests.conftest import load_demo

from .settling import settle


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo world, rolled back after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """The same, with empty shelves that are kept."""
    settle()
