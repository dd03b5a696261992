"""The demo world loaded once a module, for files with many tests: import both names."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo world in a transaction that is rolled back when the module is done."""
    from tests.conftest import load_demo

    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """The demo world; what a test stores goes with it."""
