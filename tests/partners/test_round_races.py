"""Many firms, owners and clocks at the same moment: no seat is given twice, and none is lost. With a control."""

import subprocess
import sys
import threading

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from partners.models import Agreement, Application, PartnerFirm, RoundTier
from partners.services import (
    agree,
    clone_tiers,
    give_back_seat,
    release_due_rounds,
    submit_application,
    take_seat,
    withdraw_application,
)
from tests.conftest import ROOT, env_of_this_database, plant_root
from tests.factories import ApplicationFactory, BenefitFactory, ContributionTierFactory, FormerPartnerFactory

from .applying import DAY, a_round, admit, apply, just_over, liaison, manager, seats_of
from .racing import PATIENCE, race

pytestmark = pytest.mark.django_db(transaction=True)

FIRMS = 8
TIMES = 6


@pytest.fixture(autouse=True)
def roles(transactional_db):
    """A flushed database has lost its roles."""
    plant_root()


def fresh(made: Application) -> Application:
    """The application as another process reads it."""
    return Application.objects.select_related("round", "tier").get(pk=made.pk)


def agreeing(made: Application, by, owner: str = "association"):
    """The step of an owner who has the page open and presses yes."""
    mine = fresh(made)

    def step():
        agree(mine, owner=owner, by=by)
        return "done"

    return step


def statuses(row: RoundTier) -> dict[str, int]:
    found = list(Application.objects.filter(round=row.round).values_list("status", flat=True))
    return {status: found.count(status) for status in set(found)}


class Takers:
    """Processes that want a seat."""

    def __init__(self):
        command = [sys.executable, "-m", "tests.partners.taker"]
        how = {"cwd": ROOT, "env": env_of_this_database() | {"PYTHONPATH": str(ROOT / "site")}, "text": True}
        self.all = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **how) for _firm in range(FIRMS)
        ]
        assert [self._read(one) for one in self.all] == ["ready"] * FIRMS

    @staticmethod
    def _read(process) -> str:
        return process.stdout.readline().strip()

    def all_at_once(self, step: str, row: RoundTier, *, former: bool = False) -> list[str]:
        """Ask every process for `step` before the first has answered."""
        for one in self.all:
            one.stdin.write(f"{step} {row.pk} {int(former)}\n")
            one.stdin.flush()
        return sorted(self._read(one) for one in self.all)

    def close(self) -> None:
        for one in self.all:
            one.stdin.close()
            one.wait(PATIENCE)
            one.stdout.close()


@pytest.fixture
def takers(transactional_db):
    """Eight processes, each with a connection of its own to this test's database."""
    running = Takers()
    yield running
    running.close()


def test_of_eight_processes_that_want_the_last_seat_one_gets_it(takers):
    """The decisive one, with its control: read and then write, and every one of them believes that it has it."""
    for former in (False, True) * TIMES:
        row = a_round(seats=1, reserved=int(former))
        assert takers.all_at_once("take", row, former=former) == ["no"] * (FIRMS - 1) + ["yes"]
        assert seats_of(row) == (0, 1, 0)
    row = a_round(seats=1)
    assert takers.all_at_once("look", row) == ["yes"] * FIRMS
    assert takers.all_at_once("grab", row).count("yes") > 1, "the harness sees two in one seat where they can be"


@pytest.mark.parametrize("former", [False, True])
def test_of_eight_threads_that_want_the_last_seat_one_gets_it(former):
    for _time in range(TIMES):
        row = a_round(seats=1, reserved=int(former))
        told = race(*[lambda row=row: take_seat(row.round, row.tier, is_former_partner=former)] * FIRMS)
        assert sorted(told) == [False] * (FIRMS - 1) + [True]
        assert seats_of(row) == (0, 1, 0)


def test_the_harness_sees_two_in_one_seat_where_they_can_be():
    """The control: read, check, write, as one writes it without thinking, lets several believe that they have it."""
    row = a_round(seats=1)
    looked = threading.Barrier(FIRMS)

    def naive():
        mine = RoundTier.objects.get(pk=row.pk)
        if mine.free < 1:
            return False
        looked.wait(PATIENCE)
        mine.taken += 1
        mine.save()
        return True

    told = race(*[naive] * FIRMS)
    assert told.count(True) > 1


def test_kept_and_free_seats_are_counted_apart_while_everybody_grabs():
    row = a_round(seats=6, reserved=3)

    def wanting(former):
        return lambda: take_seat(row.round, row.tier, is_former_partner=former)

    told = race(*(wanting(number % 2 == 0) for number in range(12)))
    reserved, taken, free = seats_of(row)
    assert (taken, reserved + free) == (told.count(True), 6 - told.count(True))
    assert told[1::2].count(True) <= 3, "others never take what is kept"
    assert min(reserved, free) >= 0


def test_eight_firms_approved_at_once_share_three_seats_and_the_others_wait_in_line():
    row, by = a_round(seats=3), manager()
    firms = [apply(row) for _firm in range(FIRMS)]
    assert race(*(agreeing(made, by) for made in firms)) == ["done"] * FIRMS
    assert statuses(row) == {"approved": 3, "waiting": 5}
    assert seats_of(row) == (0, 3, 0)
    assert Agreement.objects.filter(round=row.round).count() == 3
    line = [made for made in map(fresh, firms) if made.status == "waiting"]
    assert sorted(made.place_in_line for made in line) == [1, 2, 3, 4, 5]


def test_both_owners_at_once_approve_it_once():
    by, other = manager(), liaison()
    for _time in range(TIMES):
        row = a_round(seats=2, needs_both_owners=True)
        made = apply(row)
        assert race(agreeing(made, by), agreeing(made, other, "municipality")) == ["done", "done"]
        assert (statuses(row), seats_of(row)) == ({"approved": 1}, (0, 1, 1))


def test_the_yes_and_the_firm_s_own_no_never_both_happen():
    by = manager()
    for _time in range(TIMES):
        row = a_round(seats=1)
        made = apply(row)
        mine = fresh(made)

        def taking_back(mine=mine):
            withdraw_application(mine)
            return "done"

        told = race(agreeing(made, by), taking_back)
        status = fresh(made).status
        assert told.count("done") == 1, told
        assert all(one == "done" or isinstance(one, TransitionError) for one in told), told
        assert status == ("approved", "withdrawn")[told.index("done")]
        assert seats_of(row) == ((0, 1, 0) if status == "approved" else (0, 0, 1))
        known = PartnerFirm.objects.filter(organisation_number=made.organisation_number)
        assert known.exists() is (status == "approved")


def test_several_clocks_release_a_round_once():
    for _time in range(3):
        row = a_round(seats=3, reserved=3)
        thinking = apply(row, former=True)
        waiting = [admit(row) for _firm in range(4)]
        now = just_over(row.round)
        Application.objects.filter(pk=thinking.pk).update(submitted_at=now - DAY)
        told = race(*[lambda now=now: release_due_rounds(now)] * 4)
        assert sorted(told) == [0, 0, 0, 1], told
        assert ModelLogEntry.objects.for_instance(row.round).filter(action="partners.round_released").count() == 1
        assert [fresh(made).status for made in waiting] == ["approved", "approved", "waiting", "waiting"]
        assert (seats_of(row), fresh(thinking).holds_seat) == ((0, 3, 0), True)


def test_a_release_and_an_owner_at_the_same_moment_neither_lose_nor_double_a_seat():
    by = manager()
    for _time in range(TIMES):
        row = a_round(seats=1, reserved=1)
        thinking = apply(row, former=True)
        waiting = admit(row)
        now = just_over(row.round)
        Application.objects.filter(pk=thinking.pk).update(submitted_at=now - DAY)
        told = race(agreeing(thinking, by), lambda now=now: release_due_rounds(now))
        assert told == ["done", 1]
        assert (fresh(thinking).status, fresh(waiting).status) == ("approved", "waiting")
        assert seats_of(row) == (0, 1, 0)


def test_seats_that_fall_free_while_the_clock_runs_are_each_given_once():
    row = a_round(seats=4)
    for _firm in range(10):
        admit(row)

    def giving():
        return give_back_seat(row.round, row.tier) and release_due_rounds()

    assert all(isinstance(one, int) for one in race(*[giving] * 4))
    release_due_rounds()
    assert statuses(row) == {"approved": 8, "waiting": 2}
    assert seats_of(row) == (0, 4, 0)


def test_the_same_firm_from_eight_desks_applies_once():
    row = a_round()
    first = ApplicationFactory(round=row.round, tier=row.tier)
    number = first.organisation_number
    FormerPartnerFactory(organisation_number=number)
    more = [
        ApplicationFactory(round=row.round, tier=row.tier, organisation_number=number) for _desk in range(FIRMS - 1)
    ]

    def sending(made):
        mine = fresh(made)

        def step():
            submit_application(mine)
            return "done"

        return step

    told = race(*(sending(made) for made in (first, *more)))
    assert told.count("done") == 1
    for one in told:
        assert one == "done" or isinstance(one, ValidationError), repr(one)
        assert one == "done" or one.error_dict["organisation_number"][0].code == "duplicate"
    assert statuses(row) == {"submitted": 1, "draft": FIRMS - 1}


def test_tiers_cloned_by_two_at_once_are_there_once():
    by = manager()
    BenefitFactory(tier=ContributionTierFactory(year=2030))
    told = race(*[lambda: len(clone_tiers(2031, by=by))] * 4)
    assert sorted(told) == [0, 0, 0, 1]
