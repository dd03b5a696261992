"""Two people who merge the same two cases at once: one does, the other is told."""

import threading

import pytest
from django.utils import timezone

from common.workflow import TransitionError
from prospects.models import Prospect
from prospects.services import merge_cases
from tests.factories import ActivityFactory, HandoverFactory, PartnerFirmFactory, ProspectFactory
from tests.prospects.test_races import PATIENCE, race, winners

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 15


def merging(kept: int, other: int):
    def step():
        merge_cases(Prospect.with_merged.get(pk=kept), Prospect.with_merged.get(pk=other), by=None)
        return "done"

    return step


def couple() -> tuple[Prospect, Prospect]:
    firm = PartnerFirmFactory()
    one, two = ProspectFactory(qualified=True), ProspectFactory(qualified=True)
    for case in (one, two):
        HandoverFactory(prospect=case, firm=firm)
        ActivityFactory(prospect=case)
    return one, two


@pytest.mark.parametrize("crosswise", [True, False])
def test_two_merges_of_the_same_pair_are_one(crosswise):
    for _round in range(ROUNDS):
        one, two = couple()
        second = merging(two.pk, one.pk) if crosswise else merging(one.pk, two.pk)
        told = race(merging(one.pk, two.pk), second)
        [winner] = winners(told)
        assert told[1 - winner].code == "merged"
        kept = Prospect.objects.get(pk__in=[one.pk, two.pk])
        assert kept.activities.filter(kind="note").count() == 2
        assert kept.handovers.filter(status="awaiting_consent").count() == 1


def test_the_harness_sees_a_merge_that_looks_before_it_locks():
    """The control: look, then write, lets both win, and both cases are gone."""
    lost = 0
    for _round in range(3):
        one, two = couple()
        looked = threading.Barrier(2)

        def naive(kept, other, looked=looked):
            if Prospect.with_merged.filter(pk__in=[kept, other], merged_into__isnull=False).exists():
                raise TransitionError("too late")
            looked.wait(PATIENCE)
            Prospect.with_merged.filter(pk=other).update(merged_into=kept, merged_at=timezone.now())
            return "done"

        told = race(lambda a=one.pk, b=two.pk, n=naive: n(a, b), lambda a=two.pk, b=one.pk, n=naive: n(a, b))
        lost += told == ["done", "done"] and not Prospect.objects.filter(pk__in=[one.pk, two.pk]).exists()
    assert lost >= 1
