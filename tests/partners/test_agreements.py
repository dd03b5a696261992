"""Agreements: which run, and that two of one firm never do."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.models import Agreement, PartnerFirm
from tests.factories import AgreementFactory, BenefitFactory, ContributionTierFactory, PartnerFirmFactory
from tests.rewriting import rewriting

pytestmark = pytest.mark.django_db

STARTS, ENDS = date(2026, 1, 1), date(2028, 12, 31)
A_DAY = timedelta(days=1)


@pytest.fixture
def agreement():
    """An agreement from STARTS to ENDS."""
    return AgreementFactory(starts_on=STARTS, ends_on=ENDS)


@pytest.mark.parametrize(
    ("day", "runs"),
    [(STARTS - A_DAY, False), (STARTS, True), (date(2027, 6, 1), True), (ENDS, True), (ENDS + A_DAY, False)],
)
def test_an_agreement_runs_from_its_first_day_to_its_last(agreement, day, runs):
    assert Agreement.objects.running(day).exists() is runs
    assert PartnerFirm.objects.with_running_agreement(day).exists() is runs


def test_today_is_the_day_in_norway(agreement):
    with time_machine.travel("2025-12-31T23:30:00Z", tick=False):  # already 2026 in Oslo
        assert Agreement.objects.running().get() == agreement
        assert agreement.firm.running_agreement == agreement
    with time_machine.travel("2028-12-31T23:30:00Z", tick=False):
        assert not Agreement.objects.running().exists()
        assert agreement.firm.running_agreement is None


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (STARTS, ENDS),
        (STARTS - A_DAY, STARTS),
        (ENDS, ENDS + A_DAY),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (STARTS - A_DAY, ENDS + A_DAY),
    ],
)
def test_a_second_agreement_of_the_firm_must_not_overlap(agreement, starts, ends):
    second = AgreementFactory.build(firm=agreement.firm, tier=agreement.tier, starts_on=starts, ends_on=ends)
    with pytest.raises(ValidationError, match="2026"):
        second.clean()


@pytest.mark.parametrize(("starts", "ends"), [(STARTS - 9 * A_DAY, STARTS - A_DAY), (ENDS + A_DAY, ENDS + 9 * A_DAY)])
def test_a_second_agreement_may_begin_the_day_after_the_first_ends(agreement, starts, ends):
    AgreementFactory.build(
        firm=agreement.firm, tier=agreement.tier, starts_on=starts, ends_on=ends, status="signed"
    ).full_clean()


def test_an_agreement_does_not_overlap_with_itself_or_with_another_firm_s(agreement):
    agreement.full_clean()
    AgreementFactory.build(
        firm=PartnerFirmFactory(without_agreement=True), tier=agreement.tier, starts_on=STARTS, ends_on=ENDS
    ).full_clean()


def test_an_empty_form_is_no_error_of_its_own():
    Agreement().clean()


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"ends_on": STARTS - A_DAY}, "agreement_ends_after_start"),
        ({"yearly_amount": -1}, "agreement_amount_not_negative"),
    ],
)
def test_the_database_refuses_an_impossible_agreement(agreement, changes, name):
    with rewriting(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        Agreement.objects.update(**changes)


def test_the_database_refuses_two_agreements_of_a_firm_that_start_on_one_day(agreement):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementFactory(firm=agreement.firm, starts_on=STARTS, ends_on=STARTS)


@pytest.mark.parametrize(
    ("changes", "name"),
    [({"yearly_amount": -1}, "tier_amount_not_negative"), ({"response_days": 0}, "tier_response_at_least_a_day")],
)
def test_the_database_refuses_an_impossible_tier(changes, name):
    tier = ContributionTierFactory()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(tier).objects.update(**changes)


def test_a_later_price_of_the_tier_changes_nothing_agreed(agreement):
    agreed = agreement.yearly_amount
    type(agreement.tier).objects.update(yearly_amount=agreed + 1)
    assert Agreement.objects.get().yearly_amount == agreed


def test_a_firm_with_an_agreement_that_ended_or_is_still_to_come_takes_no_part():
    PartnerFirmFactory(formerly=True)
    AgreementFactory(coming=True)
    running = PartnerFirmFactory()
    assert list(PartnerFirm.objects.with_running_agreement()) == [running]
    assert running.running_agreement.starts_on < timezone.localdate()


def test_a_tier_with_benefits_or_agreements_is_never_deleted(agreement):
    from django.db.models import ProtectedError

    for tier in (agreement.tier, BenefitFactory().tier):
        with pytest.raises(ProtectedError):
            tier.delete()
