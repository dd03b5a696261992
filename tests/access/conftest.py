"""The demo world, loaded once a module and rolled back afterwards; what a test marked django_db stores goes with it."""

import io

import PIL.Image
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from wagtail.images import get_image_model


def _shrink_pictures() -> None:
    """Tiny pictures in place of the demo's: to cut them to size again after each rollback takes most of the time."""
    file = io.BytesIO()
    PIL.Image.new("RGB", (32, 18)).save(file, "PNG")
    name = default_storage.save("original_images/liten.png", ContentFile(file.getvalue()))
    get_image_model().objects.update(file=name, width=32, height=18, file_size=None, file_hash="")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo world in a transaction that is rolled back when the module is done."""
    from tests.conftest import load_demo

    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        _shrink_pictures()
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
