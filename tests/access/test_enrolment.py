"""A second factor is set up once, and counts at once. Committed, since allauth tells of it after the commit."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.test import Client

from accounts.models import User
from accounts.roles import Role, give_role
from accounts.setup import sync_roles
from home.demo.loader import PASSWORD
from tests.conftest import plant_root

from .test_login import LOGIN, code_of


@pytest.mark.django_db(transaction=True)
def test_new_staff_set_up_an_authenticator_and_are_in_the_admin():
    plant_root()
    sync_roles()
    user = User.objects.create_user("fersk@drammen.example", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    give_role(user, Role.ADVISER)
    client = Client()
    landed = client.post(LOGIN, {"login": user.email, "password": PASSWORD}, follow=True)
    assert landed.request["PATH_INFO"] == "/konto/to-steg/"
    again = client.get("/konto/to-steg/totp/activate/")
    assert again["Location"].startswith("/konto/reauthenticate/"), "the password once more, before a secret is shown"
    page = client.post(again["Location"], {"password": PASSWORD}, follow=True)
    assert page.request["PATH_INFO"] == "/konto/to-steg/totp/activate/"
    secret = client.session[SECRET_SESSION_KEY]
    assert client.post("/konto/to-steg/totp/activate/", {"code": "000000"}).status_code == 200
    assert not user.authenticator_set.exists()
    done = client.post("/konto/to-steg/totp/activate/", {"code": code_of(secret)}, follow=True)
    assert done.request["PATH_INFO"] == "/konto/to-steg/recovery-codes/"
    assert done.status_code == 200
    assert client.get("/admin/").status_code == 200
    assert secret not in user.authenticator_set.get(type="totp").data["secret"], "it is encrypted at rest"
