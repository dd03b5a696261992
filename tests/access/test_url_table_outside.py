"""Every address of the site against every role that is not staff; the staff are in test_url_table.py."""

import pytest

from .asking import check
from .table import STAFF
from .world import ROLES


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(set(ROLES) - STAFF))
def test_every_address_answers_as_the_table_says(role, world, caplog):
    caplog.set_level("CRITICAL")
    check(role, world)
