"""Persons are forgotten after the time that was said."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from prospects.models import Consent, Contact, Handover, Prospect
from prospects.services import (
    forget_due,
)
from tests.factories import (
    ActivityFactory,
    ConsentFactory,
    HandoverFactory,
    InterestFormFactory,
    PrivateLinkFactory,
    ProspectFactory,
    UserFactory,
)
from tests.prospects.looking import actions

pytestmark = pytest.mark.django_db


# --- forgetting -------------------------------------------------------------------------------------------------------
def long_ago(days: int = 0):
    """So many days before (or, below nought, after) the moment at which persons are forgotten."""
    return timezone.now() - timedelta(days=round(settings.RETENTION_MONTHS * 30.44) + days)


def old_case(days: int = 1) -> Prospect:
    """A case with everything personal in it, of which nothing was heard since then."""
    then = long_ago(days)
    prospect = ProspectFactory(created_at=then, need="Ring Ingrid.")
    ConsentFactory(contact=prospect.main_contact)
    InterestFormFactory(prospect=prospect, received_at=then)
    PrivateLinkFactory(prospect=prospect)
    ActivityFactory(prospect=prospect, happened_at=then, text="Ingrid er syk.")
    return prospect


def test_the_persons_of_an_old_case_are_forgotten_and_the_figure_stays():
    prospect = old_case()
    assert forget_due() == 1
    prospect = Prospect.objects.get(pk=prospect.pk)
    for personal in (prospect.contacts, prospect.interest_forms, prospect.private_links, Consent.objects):
        assert not personal.exists()
    assert (prospect.need, prospect.activities.get().text) == ("", "")
    assert prospect.company_name
    assert actions(prospect) == ["prospects.forgotten"]
    assert forget_due() == 0


@pytest.mark.parametrize(("days", "forgotten"), [(1, 1), (-1, 0), (400, 1)])
def test_persons_are_forgotten_after_the_time_said_and_not_before(days, forgotten):
    old_case(days)
    assert forget_due() == forgotten


def test_the_moment_can_be_told():
    old_case(-10)
    assert forget_due(timezone.now() + timedelta(days=9)) == 0
    assert forget_due(timezone.now() + timedelta(days=11)) == 1


def test_a_case_in_which_something_happened_since_is_kept():
    ActivityFactory(prospect=old_case(), happened_at=long_ago(-1))
    HandoverFactory(prospect=old_case(), handed_over_at=long_ago(-1))
    assert forget_due() == 0
    assert Contact.objects.count() == 2


@pytest.mark.parametrize("moment", ["consented_at", "accepted_at", "contacted_at", "finished_at"])
def test_a_case_in_which_a_firm_did_something_since_is_kept(moment):
    handover = HandoverFactory(prospect=old_case(), handed_over_at=long_ago(30))
    Handover.objects.filter(pk=handover.pk).update(**{moment: long_ago(-1)})
    assert forget_due() == 0


def test_a_case_whose_stage_moved_since_is_kept():
    prospect = old_case()
    prospect.qualify(by=UserFactory())
    assert forget_due() == 0


def test_a_case_with_only_old_handovers_is_forgotten():
    handover = HandoverFactory(prospect=old_case(), handed_over_at=long_ago(30))
    handover.withdraw(reason="Feil.", by=None, at=long_ago(20))
    assert forget_due() == 1
