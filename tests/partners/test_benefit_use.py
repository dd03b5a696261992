"""What is used of a benefit is said in one place: under two agreements of a year, and where it counts itself."""

from datetime import date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from common.clock import OSLO
from partners.models import Benefit, BenefitDelivery, BenefitPool, BenefitYear, Duty
from partners.services import (
    deliver_benefit,
    offer_agreement,
    open_benefits_early,
    renew_agreement,
    terminate_agreement,
    uses_of,
)
from partners.services.duties import open_duties
from prospects.services import hand_over
from tests.factories import (
    BenefitFactory,
    BenefitPoolFactory,
    ContributionTierFactory,
    HandoverFactory,
    PartnerFirmFactory,
    ProspectFactory,
    UserFactory,
)

from .agreeing import clauses, draft, offered, sign, signed, signer

pytestmark = pytest.mark.django_db

JUNE = "2026-06-15T12:00:00+02:00"
SEPTEMBER = "2026-09-15T12:00:00+02:00"


@pytest.fixture(autouse=True)
def _there_are_clauses():
    clauses()


def tier_with(slug="scene", **facts):
    made = ContributionTierFactory()
    BenefitFactory(tier=made, slug=slug, **facts)
    return made


def account(agreement, year=2026) -> BenefitYear:
    return BenefitYear.objects.select_related("benefit__agreement").get(benefit__agreement=agreement, year=year)


def use(one: BenefitYear) -> tuple:
    found = uses_of([one])[one.pk]
    return found.used, found.quantity, found.left


def refused(code, do):
    with pytest.raises(ValidationError) as caught:
        do()
    found = getattr(caught.value, "code", None) or next(iter(caught.value.error_dict.values()))[0].code
    assert found == code


# --- two agreements in a year -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "second", "has"), [(2, 4, 4), (4, 2, 4), (None, 2, None), (2, None, None), (3, 3, 3)]
)
def test_renewed_within_a_year_the_firm_has_the_better_of_the_two_and_what_it_used_counts(first, second, has):
    firm = PartnerFirmFactory(without_agreement=True)
    by = signer(firm)
    with time_machine.travel(JUNE, tick=False):
        days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 7, 31)}
        old = draft(firm, tier=tier_with(quantity=first), **days)
        offer_agreement(old, by=None)
        sign(old, by=by, at=datetime(2026, 1, 1, tzinfo=OSLO))
        deliver_benefit(account(old), by=None)
        new = renew_agreement(old, tier=tier_with(quantity=second), ends_on=date(2027, 7, 31), by=None)
        offer_agreement(new, by=None)
        sign(new, by=by)
    with time_machine.travel(SEPTEMBER, tick=False):
        from partners.services import start_and_end_agreements

        start_and_end_agreements()
        mine = account(new)
        assert use(mine) == use(account(old)) == (1, has, None if has is None else has - 1)
        if has is None:
            deliver_benefit(mine, quantity=50, by=None)
            return
        deliver_benefit(mine, quantity=has - 1, by=None)
        refused("used_up", lambda: deliver_benefit(mine, by=None))
        refused("used_up", lambda: deliver_benefit(account(old), delivered_on=date(2026, 7, 1), by=None))
        assert use(mine) == (has, has, 0)
    assert use(account(new, 2027)) == (0, second, second)


# --- what was agreed stands -------------------------------------------------------------------------------------------
def test_a_benefit_edited_later_changes_nothing_agreed():
    pool, person = BenefitPoolFactory(slug="scene", year=2026, capacity=1), UserFactory()
    with time_machine.travel(JUNE, tick=False):
        tier = tier_with(slug="innlegg", quantity=5, pool=pool, delivered_by=person)
        stand = BenefitFactory(tier=tier, slug="stand", quantity=1)
        Benefit.objects.get(slug="innlegg").conflicts_with.add(stand)
        made = signed(tier=tier)
        copy = made.benefits.get(slug="innlegg")
        assert (copy.pool_slug, copy.conflicts, copy.delivered_by) == ("scene", ["stand"], person)
        benefit = Benefit.objects.get(slug="innlegg")
        benefit.conflicts_with.clear()
        BenefitPoolFactory(slug="annen", year=2027, capacity=99)
        Benefit.objects.filter(pk=benefit.pk).update(pool=None, delivered_by=None)
        mine = {one.benefit.slug: one for one in BenefitYear.objects.filter(benefit__agreement=made, year=2026)}
        deliver_benefit(mine["innlegg"], by=None)
        refused("pool_empty", lambda: deliver_benefit(mine["innlegg"], by=None))
        refused("conflict", lambda: deliver_benefit(mine["stand"], by=None))
    with time_machine.travel("2027-03-01T12:00:00+01:00", tick=False):
        later = BenefitYear.objects.get(benefit=copy, year=2027)
        refused("no_pool", lambda: deliver_benefit(later, by=None))
    assert BenefitPool.objects.get(pk=pool.pk).taken == 1


# --- from when, and until when ----------------------------------------------------------------------------------------
def test_before_the_signature_nothing_is_delivered_though_the_first_day_has_come():
    with time_machine.travel(JUNE, tick=False):
        made = draft(starts_on=date(2026, 6, 1), tier=tier_with(quantity=3))
        offer_agreement(made, by=None)
        sign(made, by=signer(made.firm))
        assert made.is_in_force() and not made.is_in_force(date(2026, 6, 14))
        running = type(made).objects.running
        assert running(date(2026, 6, 15)).exists() and not running(date(2026, 6, 14)).exists()
        refused("outside", lambda: deliver_benefit(account(made), delivered_on=date(2026, 6, 14), by=None))
        deliver_benefit(account(made), by=None)


def test_signed_and_terminated_from_a_later_day_it_gives_benefits_and_has_duties_until_then():
    with time_machine.travel(JUNE, tick=False):
        made = signed(starts_on=date(2026, 7, 1), tier=tier_with(quantity=3))
        terminate_agreement(made, on=date(2026, 9, 1), reason="Enige.", by=None)
        assert open_duties(made.firm).exists()
    with time_machine.travel("2026-08-15T12:00:00+02:00", tick=False):
        assert made.is_in_force() and open_duties(made.firm).exists()
        deliver_benefit(account(made), by=None)
    with time_machine.travel(SEPTEMBER, tick=False):
        refused("outside", lambda: deliver_benefit(account(made), by=None))
        assert not open_duties(made.firm).exists() and Duty.objects.exists()


# --- counted where it happens -----------------------------------------------------------------------------------------
def test_handovers_are_counted_where_they_are_and_not_delivered_by_hand():
    made = signed(tier=tier_with(slug="overleveringer", quantity=3))
    mine = BenefitYear.objects.filter(benefit__agreement=made).order_by("year").select_related("benefit__agreement")[0]
    for facts in ({"offered": True}, {"offered": True}, {}, {"withdrawn": True}):
        HandoverFactory(firm=made.firm, **facts)
    HandoverFactory(offered=True)
    assert use(mine) == (2, 3, 1)
    refused("counted", lambda: deliver_benefit(mine, by=None))
    assert not BenefitDelivery.objects.exists()


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    for _number in range(3):
        signed(tier=tier_with(slug="overleveringer", quantity=3))
    accounts = list(BenefitYear.objects.select_related("benefit__agreement"))
    with django_assert_num_queries(2):
        assert len(uses_of(accounts)) == len(accounts) > 3


def test_benefits_opened_early_open_handovers_too_when_they_are_among_them():
    from prospects.handed_over import firms_for_handovers

    with_them, without = offered(tier=tier_with(slug="overleveringer", quantity=3)), offered(tier=tier_with())
    assert not firms_for_handovers().exists()
    for one in (with_them, without):
        with pytest.raises(ValidationError):
            hand_over(ProspectFactory(qualified=True), to=one.firm, by=None)
        open_benefits_early(one, by=None)
    assert list(firms_for_handovers()) == [with_them.firm]
    assert hand_over(ProspectFactory(qualified=True), to=with_them.firm, by=None).response_days
    refused("agreement", lambda: hand_over(ProspectFactory(qualified=True), to=without.firm, by=None))
