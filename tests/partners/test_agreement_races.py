"""Two and eight at the same moment: one gets it, the others are told. With a control that shows the race is real."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from common.workflow import TransitionError
from partners.models import Agreement, BenefitDelivery, BenefitPool, BenefitYear, Contribution
from partners.services import (
    deliver_benefit,
    offer_agreement,
    renew_agreement,
    sign_agreement,
    terminate_agreement,
    undo_delivery,
)
from tests.factories import BenefitFactory, BenefitPoolFactory, ContributionTierFactory
from tests.rewriting import rewriting

from .agreeing import clauses, draft, offered, signed, signer
from .racing import PATIENCE, race, winners

pytestmark = pytest.mark.django_db(transaction=True)

EIGHT = 8


def rivals(capacity: int, count: int = EIGHT) -> tuple[BenefitPool, list[BenefitYear]]:
    """So many firms with an account each, which take from one shared capacity."""
    clauses()
    pool = BenefitPoolFactory(capacity=capacity)
    tier = ContributionTierFactory()
    BenefitFactory(tier=tier, slug="scene", quantity=5, pool=pool)
    made = [signed(tier=tier) for _number in range(count)]
    year = timezone.localdate().year
    return pool, [BenefitYear.objects.get(benefit__agreement=one, year=year) for one in made]


def delivering(account: BenefitYear, quantity: int = 1):
    """The step of somebody who has the page of the account open."""
    mine = BenefitYear.objects.get(pk=account.pk)

    def step():
        deliver_benefit(mine, quantity=quantity, by=None)
        return "done"

    return step


def test_of_eight_firms_one_gets_the_last_seat_and_nothing_is_counted_for_the_others():
    pool, accounts = rivals(capacity=1)
    for _round in range(5):
        told = race(*(delivering(account) for account in accounts))
        [winner] = winners(told)
        assert all(one.code == "pool_empty" for one in told if one != "done")
        pool.refresh_from_db()
        assert pool.taken == 1
        assert [BenefitYear.objects.get(pk=one.pk).used for one in accounts] == [
            int(number == winner) for number in range(EIGHT)
        ]
        undo_delivery(BenefitDelivery.objects.get(undone_at=None), by=None)
    assert BenefitDelivery.objects.count() == 5


def test_of_eight_at_one_account_as_many_get_something_as_there_is():
    _pool, [account] = rivals(capacity=100, count=1)
    told = race(*(delivering(account, 2) for _number in range(EIGHT)))
    assert len(winners(told)) == 2  # of five, by twos
    account.refresh_from_db()
    assert account.used == 4


def test_the_harness_sees_a_race_where_there_is_one():
    """The control: read, check, save, as one writes it without thinking, lets several take the last seat."""
    pool, _accounts = rivals(capacity=1, count=1)
    looked = threading.Barrier(EIGHT)

    def naive():
        mine = BenefitPool.objects.get(pk=pool.pk)
        if mine.left < 1:
            raise TransitionError("too late")
        looked.wait(PATIENCE)
        mine.taken += 1
        mine.save()
        return "done"

    assert len(winners(race(*[naive] * EIGHT))) > 1


def test_a_delivery_undone_by_two_at_once_is_given_back_once():
    pool, [account] = rivals(capacity=3, count=1)
    for _round in range(5):
        delivery = deliver_benefit(account, quantity=2, by=None)

        def undoing(pk=delivery.pk):
            mine = BenefitDelivery.objects.get(pk=pk)

            def step():
                undo_delivery(mine, by=None)
                return "done"

            return step

        assert len(winners(race(undoing(), undoing()))) == 1
        pool.refresh_from_db()
        account.refresh_from_db()
        assert (pool.taken, account.used) == (0, 0)


def signing(agreement: Agreement, by):
    """The step of somebody who has the agreement open and presses Sign."""
    mine = Agreement.objects.get(pk=agreement.pk)

    def step():
        sign_agreement(mine, name=str(by), title="Daglig leder", address=None, by=by)
        return "done"

    return step


def test_of_two_who_sign_at_once_one_binds_the_firm():
    clauses()
    for _round in range(5):
        made = offered()
        people = [signer(made.firm), signer(made.firm)]
        told = race(*(signing(made, person) for person in people))
        [winner] = winners(told)
        made.refresh_from_db()
        assert (made.status, made.signed_by, made.signed_name) == ("running", people[winner], str(people[winner]))
        assert Contribution.objects.filter(agreement=made).count() == len(made.paid_years)
        with made.document_nb.open("rb") as file:
            assert file.read(5) == b"%PDF-"


def test_signing_and_taking_the_offer_back_never_both_happen():
    clauses()
    for _round in range(8):
        made = offered(starts_on=timezone.localdate() + timedelta(days=5))
        mine = Agreement.objects.get(pk=made.pk)

        def withdrawing(mine=mine):
            terminate_agreement(mine, on=timezone.localdate(), reason="Feil nivå.", by=None)
            return "done"

        told = race(signing(made, signer(made.firm)), withdrawing)
        made.refresh_from_db()
        if made.status == "signed":
            assert winners(told) == [0]
        elif made.signed_at is None:
            assert winners(told) == [1] and not Contribution.objects.filter(agreement=made).exists()
        else:  # signed first, and then terminated as a signed one: both were possible, one after the other
            assert winners(told) == [0, 1]
            assert not Contribution.objects.filter(agreement=made, status="planned").exists()


def test_numbers_of_offers_made_at_once_have_no_gap_and_no_twin():
    clauses()
    drafts = [draft() for _number in range(6)]

    def offering(pk):
        mine = Agreement.objects.get(pk=pk)

        def step():
            offer_agreement(mine, by=None)
            return "done"

        return step

    assert len(winners(race(*(offering(one.pk) for one in drafts)))) == 6
    numbers = sorted(Agreement.objects.values_list("number", flat=True))
    assert [int(one[-3:]) for one in numbers] == [1, 2, 3, 4, 5, 6]
    again = drafts[0]
    with rewriting():
        Agreement.objects.filter(pk=again.pk).delete()
    last = draft()
    assert len(winners(race(*(offering(last.pk) for _number in range(4))))) == 1
    assert sorted(Agreement.objects.values_list("number", flat=True))[-1].endswith("007")


def test_one_agreement_is_renewed_once_by_two_at_once():
    clauses()
    for _round in range(5):
        made = signed()

        def renewing(pk=made.pk):
            mine = Agreement.objects.get(pk=pk)

            def step():
                renew_agreement(mine, tier=mine.tier, ends_on=mine.ends_on + timedelta(days=365), by=None)
                return "done"

            return step

        assert len(winners(race(renewing(), renewing()))) == 1
        assert Agreement.objects.filter(renews=made).count() == 1
