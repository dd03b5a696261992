"""A case that ends takes its open handovers along."""

from datetime import date

import pytest

from prospects.models import Handover
from prospects.services import stop_case
from tests.factories import HandoverFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("how", ["lose", "withdraw"])
def test_a_case_that_ends_withdraws_what_no_firm_has_finished(how):
    handover = HandoverFactory(accepted=True)
    stop_case(handover.prospect, how, reason="De ble der de var.", by=UserFactory())
    handover.refresh_from_db()
    assert (handover.status, handover.reason) == (Handover.Status.WITHDRAWN, "De ble der de var.")


def test_a_case_that_rests_keeps_its_handovers():
    handover = HandoverFactory(offered=True)
    stop_case(handover.prospect, "rest", reason="Etter ferien.", until=date(2030, 8, 1), by=UserFactory())
    handover.refresh_from_db()
    assert handover.status == Handover.Status.OFFERED


def test_what_a_firm_has_finished_stays_finished():
    handover = HandoverFactory(done=True)
    stop_case(handover.prospect, "lose", reason="De ble der de var.", by=UserFactory())
    handover.refresh_from_db()
    assert handover.status == Handover.Status.DONE
