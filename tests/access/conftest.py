"""The demo world, loaded once a module and rolled back afterwards; what a test marked django_db stores goes with it."""

import pytest
from django.test import Client


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


@pytest.fixture
def link(loaded):
    """A prospect's private page, with a question on it."""
    from prospects.models import Handover, PrivateLink

    handover = Handover.objects.filter(status="awaiting_consent").select_related("prospect").first()
    return f"/mitt/{PrivateLink.issue(handover.prospect)}/", handover


@pytest.fixture
def invitation(loaded):
    """The address of an invitation that works."""
    from accounts.models import Invitation

    made = Invitation(email="ny@elvebris.example")
    token = made.new_token()
    made.save()
    return f"/portal/invitasjon/{token}/"
