"""Wagtail answers a bulk action by somebody who may not with a page that says so. This proves that nothing is done."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core import serializers
from taggit.models import TaggedItem
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role

from .table import BULK, STAFF
from .world import client_of

CASES = [
    (role, what.strip(), action, pk)
    for what, (may, pk, actions) in BULK.items()
    for action in actions.split()
    for role in sorted(STAFF - may)
]


def state(label: str, pk: int) -> tuple:
    """Everything a bulk action could change of the object."""
    found = apps.get_model(label.replace("/", ".")).objects.filter(pk=pk)
    page = list(Page.objects.filter(pk=pk).values("live", "path")) if label == "wagtailcore/page" else []
    groups = list(User.groups.through.objects.order_by("pk").values_list()) if label == "accounts/user" else []
    return serializers.serialize("json", found), page, groups, TaggedItem.objects.count()


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "what", "action", "pk"), CASES)
def test_a_bulk_action_of_the_wrong_role_changes_nothing(role, what, action, pk, world):
    number = pk.format(**world)
    before = state(what, number)
    data = {
        "chooser": world["other_parent_id"],
        "tags": "kapret",
        "collection": world["collection_id"],
        "role": Group.objects.get(name=Role.PROGRAMME_MANAGER).pk,
        "mark_as_active": "False",
        "include_descendants": "on",
    }
    client_of(role).post(f"/admin/bulk/{what}/{action}/?id={number}", data)
    assert state(what, number) == before


@pytest.mark.django_db
def test_a_bulk_action_of_the_right_role_changes_something(world):
    number = world["document_id"]
    before = state("wagtaildocs/document", number)
    client_of("communications").post(f"/admin/bulk/wagtaildocs/document/delete/?id={number}", {})
    assert state("wagtaildocs/document", number) != before
