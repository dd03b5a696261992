"""Nobody raises their own role, and nobody but a superuser touches a superuser."""

import pytest
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role

from .test_login import ADVISER, LOGIN, MANAGER, MEMBER

pytestmark = pytest.mark.django_db


def form_data(user: User, **changes) -> dict:
    """What Wagtail's user form sends for `user`."""
    data = {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "language": user.language,
        "title": user.title,
        "phone": user.phone,
        "is_active": "on",
        "groups": [str(pk) for pk in user.groups.values_list("pk", flat=True)],
    }
    return {**data, **changes}


@pytest.fixture
def manager(loaded):
    return User.objects.get(email=MANAGER)


@pytest.fixture
def root(loaded):
    return User.objects.create_superuser("root@drammen.example", "x" * 20)


def groups_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_the_manager_cannot_give_herself_another_role(manager, enter):
    every = [str(pk) for pk in Group.objects.values_list("pk", flat=True)]
    client = enter(MANAGER)
    response = client.post(f"/admin/users/edit/{manager.pk}/", form_data(manager, groups=every, first_name="Sjef"))
    assert response.status_code == 302
    manager.refresh_from_db()
    assert manager.first_name == "Sjef", "the form was stored"
    assert groups_of(manager) == {Role.PROGRAMME_MANAGER}


def test_the_manager_makes_nobody_a_superuser(manager, enter):
    client = enter(MANAGER)
    other = User.objects.get(email=ADVISER)
    for user in (manager, other):
        client.post(f"/admin/users/edit/{user.pk}/", form_data(user, is_superuser="on", is_staff="on"))
        user.refresh_from_db()
        assert not user.is_superuser
    new = {"email": "x@example.org", "first_name": "X", "last_name": "Y", "is_superuser": "on", "is_active": "on"}
    client.post("/admin/users/new/", {**new, "password1": "en-lang-dør-på-gløtt", "password2": "en-lang-dør-på-gløtt"})
    assert not User.objects.filter(email="x@example.org").exists()


def test_the_manager_cannot_touch_a_superuser(root, enter):
    client = enter(MANAGER)
    client.get(f"/admin/users/edit/{root.pk}/")
    client.post(
        f"/admin/users/edit/{root.pk}/",
        form_data(root, email="stjaalet@example.org", first_name="Stjålet", last_name="Y"),
    )
    client.post(f"/admin/users/delete/{root.pk}/")
    root.refresh_from_db()
    assert (root.email, root.first_name) == ("root@drammen.example", "")


def test_the_manager_gives_others_a_role(manager, enter):
    other = User.objects.get(email=ADVISER)
    analyst = Group.objects.get(name=Role.ANALYST)
    enter(MANAGER).post(f"/admin/users/edit/{other.pk}/", form_data(other, groups=[str(analyst.pk)]))
    assert groups_of(other) == {Role.ANALYST}


def test_the_manager_cannot_give_herself_a_role_in_bulk(manager, enter):
    role = Group.objects.get(name=Role.STEERING_GROUP)
    enter(MANAGER).post(f"/admin/bulk/accounts/user/assign_role/?id={manager.pk}", {"role": role.pk})
    assert groups_of(manager) == {Role.PROGRAMME_MANAGER}


def test_the_manager_cannot_lock_a_superuser_out_in_bulk(root, enter):
    enter(MANAGER).post(f"/admin/bulk/accounts/user/set_active_state/?id={root.pk}", {"mark_as_active": "False"})
    root.refresh_from_db()
    assert root.is_active


def test_the_manager_cannot_change_what_a_role_may(manager, enter):
    group = Group.objects.get(name=Role.PROGRAMME_MANAGER)
    before = set(group.permissions.values_list("pk", flat=True))
    client = enter(MANAGER)
    response = client.post(f"/admin/groups/edit/{group.pk}/", {"name": group.name, "permissions": ["1", "2", "3"]})
    assert response["Location"].startswith("/admin/")
    assert set(group.permissions.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("email", [ADVISER, "analytiker@drammen.example", "kommunikasjon@drammen.example", MEMBER])
def test_others_change_no_user_at_all(email, enter):
    user = User.objects.get(email=email)
    role = Group.objects.get(name=Role.PROGRAMME_MANAGER)
    client, before = enter(email), groups_of(user)
    client.post(f"/admin/users/edit/{user.pk}/", form_data(user, groups=[str(role.pk)]))
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={user.pk}", {"role": role.pk})
    client.post("/admin/account/", {"name_email-first_name": "Y", "groups": [str(role.pk)], "is_superuser": "on"})
    user = User.objects.get(pk=user.pk)
    assert groups_of(user) == before
    assert not user.is_superuser


def test_a_lock_works_from_the_next_request_on_an_open_admin(enter):
    client = enter(ADVISER)
    assert client.get("/admin/").status_code == 200
    User.objects.filter(email=ADVISER).update(is_active=False)
    assert client.get("/admin/", follow=True).request["PATH_INFO"] == LOGIN
