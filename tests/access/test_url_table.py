"""Every address of the site against the roles of staff; all others are in test_url_table_outside.py."""

import pytest
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from .asking import check, routes, rows_of
from .table import BULK, STAFF, TABLE

HALF = sorted(STAFF)


def test_every_address_has_a_row():
    assert [route for route, _translated in routes() if not rows_of(route)] == []


def test_every_row_has_an_address():
    used = {rows[0].route for route, _translated in routes() if (rows := rows_of(route))}
    assert [row.route for row in TABLE if row.route not in used] == []


def test_every_bulk_action_has_a_case():
    bulk_action_registry._scan_for_bulk_actions()
    known = {(what.strip(), action) for what, (_may, _pk, actions) in BULK.items() for action in actions.split()}
    found = {
        (f"{app}/{model}", action)
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
        for action in actions
    }
    assert found == known


@pytest.mark.django_db
@pytest.mark.parametrize("role", HALF)
def test_every_address_answers_as_the_table_says(role, world, caplog):
    caplog.set_level("CRITICAL")
    check(role, world)
