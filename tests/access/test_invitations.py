"""Who lets whom in: an invitation works once, for whom it was meant, and for no more than it says."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation, User
from accounts.roles import Role
from partners.models import Membership, PartnerFirm
from partners.services import invite_to_firm

from .test_login import ADVISER, MANAGER, MEMBER, words

pytestmark = pytest.mark.django_db

NAMES = {"first_name": "Nora", "last_name": "Nykomling", "password": "hold-alle-dører-åpne"}


@pytest.fixture
def invited(loaded):
    """An address invited to firm A by its administrator, and the link's secret."""
    firm = PartnerFirm.objects.get(slug="elvebris")
    seat = invite_to_firm("nora@elvebris.example", firm, by=User.objects.get(email="admin@elvebris.example"))
    token = seat.invitation.new_token()
    seat.invitation.save()
    return seat, f"/portal/invitasjon/{token}/"


def test_an_invitation_is_accepted_once_and_the_seat_works_from_the_next_request(invited):
    seat, link = invited
    client = Client()
    assert client.get(link).status_code == 200
    response = client.post(link, NAMES, follow=True)
    assert response.request["PATH_INFO"] == "/portal/"
    assert response.status_code == 200
    seat.refresh_from_db()
    assert (seat.status, seat.user.email) == ("active", "nora@elvebris.example")
    assert not seat.user.is_staff and not seat.user.is_superuser and not seat.user.groups.exists()
    for other in (client, Client()):
        assert other.get(link).status_code == 404
        assert other.post(link, NAMES).status_code == 404
    assert User.objects.filter(email="nora@elvebris.example").count() == 1


def test_what_else_is_posted_with_an_invitation_gives_no_role(invited):
    seat, link = invited
    extra = {
        "is_superuser": "on",
        "is_staff": "on",
        "role": "administrator",
        "email": "root@example.org",
        "groups": "1",
    }
    Client().post(link, {**NAMES, **extra})
    seat.refresh_from_db()
    assert (seat.role, seat.user.email) == ("member", "nora@elvebris.example")
    assert not seat.user.is_superuser and not seat.user.groups.exists()


@pytest.mark.parametrize("what", ["expired", "revoked", "accepted", "unknown", "renewed"])
def test_an_invitation_that_no_longer_works_is_404_alike(what, invited):
    seat, link = invited
    invitation, manager = seat.invitation, User.objects.get(email=MANAGER)
    if what == "expired":
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    elif what == "revoked":
        invitation.revoke(by=manager)
    elif what == "accepted":
        Client().post(link, NAMES)
    elif what == "renewed":
        invitation.new_token()
        invitation.save()
    else:
        link = "/portal/invitasjon/finnes-ikke/"
    response = Client().get(link)
    nothing = Client().get("/portal/invitasjon/" + "A" * 32 + "/")
    assert response.status_code == nothing.status_code == 404
    assert words(response) == words(nothing)
    posted = Client().post(link, NAMES)
    assert posted.status_code == 404
    if what != "accepted":
        assert not User.objects.filter(email="nora@elvebris.example").exists()


def test_a_seat_that_was_ended_meanwhile_stays_ended(invited):
    seat, link = invited
    seat.end(by=User.objects.get(email="admin@elvebris.example"))
    client = Client()
    client.post(link, NAMES)
    assert client.get("/portal/").status_code == 403
    assert not Membership.objects.active().filter(user__email="nora@elvebris.example").exists()


def test_a_weak_password_is_refused_and_nothing_is_used_up(invited):
    _seat, link = invited
    for password in ("kort", "qwerty123456", "123456789012", "nora@elvebris.example"):
        assert Client().post(link, {**NAMES, "password": password}).status_code == 422, password
    assert Client().get(link).status_code == 200


def test_invited_staff_must_set_up_a_second_factor_before_the_admin_opens(loaded):
    invitation = Invitation(email="ny.analytiker@drammen.example", role=Role.ANALYST)
    token = invitation.new_token()
    invitation.save()
    response = Client().post(f"/portal/invitasjon/{token}/", NAMES, follow=True)
    assert response.request["PATH_INFO"] == "/konto/to-steg/"


def test_a_member_invites_nobody_and_an_administrator_not_to_another_firm(loaded):
    from django.core.exceptions import ValidationError

    mine, other = (PartnerFirm.objects.get(slug=slug) for slug in ("elvebris", "brohode"))
    for by, firm in ((MEMBER, mine), ("admin@elvebris.example", other), (ADVISER, mine)):
        with pytest.raises(ValidationError):
            invite_to_firm("x@example.org", firm, by=User.objects.get(email=by))
