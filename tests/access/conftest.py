"""The demo world, loaded once a module and rolled back afterwards; what a test marked django_db stores goes with it."""

import pytest
from django.db import transaction
from django.test import Client


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo world in a transaction that is rolled back when the module is done."""
    from tests.conftest import load_demo

    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(loaded):
    """The objects that addresses name: `world["page_id"]`."""
    from .world import make_world

    return make_world()


@pytest.fixture
def enter(loaded):
    """`enter("leder@drammen.example")`: a client logged in as somebody of the demo world."""
    from accounts.models import User

    from .world import sign_in

    return lambda email, **how: sign_in(Client(), User.objects.get(email=email), **how)
