"""Rounds: seats kept, taken and free; the window for former partners at its edges; the line; next year's tiers."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from common.clock import OSLO
from common.models import OutgoingMail
from partners.models import (
    AgreementClause,
    Application,
    Benefit,
    BenefitPool,
    ContributionTier,
    PartnershipRound,
    RoundTier,
)
from partners.services import (
    agree,
    clone_tiers,
    decline_application,
    draft_agreement,
    give_back_seat,
    offer_agreement,
    release_due_rounds,
    set_seats,
    submit_application,
    take_seat,
    terminate_agreement,
    withdraw_application,
)
from tests.common.properties import examples
from tests.factories import (
    AgreementFactory,
    ApplicationFactory,
    BenefitFactory,
    BenefitPoolFactory,
    ContributionTierFactory,
    PartnerFirmFactory,
    PartnershipRoundFactory,
    RoundTierFactory,
    UserFactory,
)

from .applying import DAY, a_round, admit, apply, just_over, manager, seats_of

pytestmark = pytest.mark.django_db


def status_of(*made: Application) -> list[str]:
    found = dict(Application.objects.values_list("pk", "status"))
    return [found[one.pk] for one in made]


def releases(round: PartnershipRound) -> list[dict]:
    found = ModelLogEntry.objects.for_instance(round).filter(action="partners.round_released").order_by("pk")
    return [entry.data for entry in found]


# --- seats ------------------------------------------------------------------------------------------------------------
def test_a_former_partner_takes_a_kept_seat_first_and_then_a_free_one():
    row = a_round(seats=3, reserved=1)
    assert take_seat(row.round, row.tier, is_former_partner=True)
    assert seats_of(row) == (0, 1, 2)
    assert take_seat(row.round, row.tier, is_former_partner=True)
    assert seats_of(row) == (0, 2, 1)


def test_others_only_take_free_seats():
    row = a_round(seats=3, reserved=2)
    assert take_seat(row.round, row.tier)
    assert not take_seat(row.round, row.tier)
    assert seats_of(row) == (2, 1, 0)
    assert give_back_seat(row.round, row.tier)
    assert not give_back_seat(row.round, row.tier)
    assert seats_of(row) == (2, 0, 1)


def test_a_tier_that_is_not_in_the_round_has_no_seats():
    row = a_round()
    assert not take_seat(row.round, a_round().tier, is_former_partner=True)


@examples(10_000)
@given(
    seats=st.integers(0, 6),
    reserved=st.integers(0, 6),
    steps=st.lists(st.sampled_from(["former", "other", "back", "release"]), max_size=12),
)
def test_whatever_happens_no_seat_is_given_twice(seats, reserved, steps):
    """The counting as the database does it, on one row, against a plain model of it."""
    reserved = min(reserved, seats)
    row = RoundTier.objects.first() or a_round()
    RoundTier.objects.filter(pk=row.pk).update(seats=seats, reserved=reserved, taken=0)
    kept, taken = reserved, 0
    for step in steps:
        if step in ("former", "other"):
            uses_kept = step == "former" and kept > 0
            may = uses_kept or seats - kept - taken > 0
            assert take_seat(row.round, row.tier, is_former_partner=step == "former") is may
            kept, taken = kept - uses_kept, taken + may
        elif step == "back":
            assert give_back_seat(row.round, row.tier) is (taken > 0)
            taken -= taken > 0
        else:
            RoundTier.objects.filter(pk=row.pk).update(reserved=0)
            kept = 0
    assert seats_of(row) == (kept, taken, seats - kept - taken)
    assert min(seats_of(row)) >= 0


def test_the_database_refuses_more_than_there_is():
    row = a_round(seats=2, reserved=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoundTier.objects.filter(pk=row.pk).update(taken=2)


# --- the window -------------------------------------------------------------------------------------------------------
SPRING, AUTUMN = datetime(2027, 3, 28, 3, 0, tzinfo=OSLO), datetime(2027, 10, 31, 3, 0, tzinfo=OSLO)
ENDS = {
    "an ordinary noon": datetime(2027, 5, 10, 12, 0, tzinfo=OSLO),
    "the hour that is skipped in spring": SPRING,
    "the first of the two hours alike in autumn": datetime(2027, 10, 31, 2, 30, tzinfo=OSLO),
    "the second of them": datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=OSLO),
    "midnight before winter time": datetime(2027, 10, 31, 0, 0, tzinfo=OSLO),
    "the turn of the year": datetime(2028, 1, 1, 0, 0, tzinfo=OSLO),
}
A_TICK = timedelta(microseconds=1)


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
def test_the_window_ends_at_its_moment_and_not_a_tick_before(ends):
    ends = ends.astimezone(UTC)
    row = a_round(seats=1, reserved=1, opens_at=ends - 30 * DAY, priority_ends_at=ends, closes_at=ends + 30 * DAY)
    round = row.round
    assert round.is_in_priority_window(ends - A_TICK)
    assert not round.is_in_priority_window(ends)
    new = admit(row, at=ends - timedelta(hours=1))
    assert status_of(new) == ["waiting"]
    assert release_due_rounds(ends - A_TICK) == 0
    assert (seats_of(row), status_of(new)) == ((1, 0, 0), ["waiting"])
    assert release_due_rounds(ends) == 1
    assert (seats_of(row), status_of(new)) == ((0, 1, 0), ["approved"])


@pytest.mark.parametrize("change", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_a_window_of_days_over_a_change_of_the_clock_lasts_as_long_as_it_says(change):
    """A window is a span between two moments: an hour more or less on the wall changes nothing of who comes first."""
    opens, ends = (change + days * DAY for days in (-2, 1))
    row = a_round(seats=1, reserved=1, opens_at=opens, priority_ends_at=ends, closes_at=ends + 9 * DAY)
    last, late = (apply(row, former=True, at=ends.astimezone(UTC) + off) for off in (-A_TICK, timedelta(0)))
    assert (last.came_in_priority_window, late.came_in_priority_window) == (True, False)


@pytest.mark.parametrize(("off", "is_open"), [(-A_TICK, False), (timedelta(0), True)])
def test_the_round_opens_at_its_moment(off, is_open):
    row = a_round()
    moment = row.round.opens_at + off
    made = ApplicationFactory(round=row.round, tier=row.tier)
    if is_open:
        submit_application(made, at=moment)
    else:
        with pytest.raises(ValidationError) as refused:
            submit_application(made, at=moment)
        assert refused.value.code == "closed"


@pytest.mark.parametrize(("off", "is_open"), [(-A_TICK, True), (timedelta(0), False)])
def test_the_round_closes_at_its_moment(off, is_open):
    row = a_round()
    assert row.round.is_open(row.round.closes_at + off) is is_open
    assert PartnershipRound.objects.open(row.round.closes_at + off).exists() is is_open


def test_a_release_that_is_days_late_loses_nothing_and_lets_nobody_past():
    row = a_round(seats=2, reserved=2, opens_at=timezone.now() - 30 * DAY)
    end = row.round.priority_ends_at
    first = admit(row, at=end - 2 * DAY)
    late = [admit(row, at=end + days * DAY) for days in (1, 2, 3)]
    former = admit(row, at=end + 4 * DAY, former=True)
    assert set(status_of(first, *late, former)) == {"waiting"}, "no kept seat is to be had before the release ran"
    assert seats_of(row) == (2, 0, 0)
    assert release_due_rounds(end + 5 * DAY) == 1
    assert status_of(first, *late, former) == ["approved", "approved", "waiting", "waiting", "waiting"]
    assert [one.place_in_line for one in (Application.objects.get(pk=one.pk) for one in (*late[1:], former))] == [
        1,
        2,
        3,
    ]


def test_a_round_is_released_once_and_logged_with_what_fell_free():
    row = a_round(seats=4, reserved=3)
    other = RoundTierFactory(round=row.round, seats=2, reserved=0)
    admit(row, former=True)
    now = just_over(row.round)
    assert (release_due_rounds(now), release_due_rounds(now), release_due_rounds(now + DAY)) == (1, 0, 0)
    (said,) = releases(row.round)
    assert said == {
        "by": "clock",
        "released": {row.tier.slug: 2, other.tier.slug: 0},
        "held": {row.tier.slug: 0, other.tier.slug: 0},
    }
    assert seats_of(row) == (0, 1, 3)
    row.round.refresh_from_db()
    assert row.round.released_at == now


def test_a_former_partner_who_came_in_time_keeps_a_seat_while_the_owners_think():
    row = a_round(seats=2, reserved=2)
    thinking = apply(row, former=True)
    waiting = [admit(row) for _firm in range(2)]
    now = just_over(row.round)
    Application.objects.filter(pk=thinking.pk).update(submitted_at=now - DAY)
    release_due_rounds(now)
    assert releases(row.round)[0]["held"] == {row.tier.slug: 1}
    assert status_of(thinking, *waiting) == ["submitted", "approved", "waiting"]
    thinking.refresh_from_db()
    agree(thinking, by=manager())
    assert status_of(thinking) == ["approved"]
    assert seats_of(row) == (0, 2, 0)


@pytest.mark.parametrize("ends", ["declined", "withdrawn"])
def test_a_seat_that_was_held_goes_to_the_next_when_it_is_not_wanted(ends):
    row = a_round(seats=1, reserved=1)
    thinking, waiting = apply(row, former=True), admit(row)
    now = just_over(row.round)
    Application.objects.filter(pk=thinking.pk).update(submitted_at=now - DAY)
    release_due_rounds(now)
    assert status_of(thinking, waiting) == ["submitted", "waiting"]
    if ends == "declined":
        decline_application(thinking, reason="Nei.", by=manager())
    else:
        withdraw_application(thinking)
    assert status_of(thinking, waiting) == [ends, "approved"]
    assert seats_of(row) == (0, 1, 0)


def test_more_former_partners_than_kept_seats_get_them_in_the_order_of_arrival():
    row = a_round(seats=1, reserved=1)
    late, early = (apply(row, former=True) for _firm in range(2))
    now = just_over(row.round)
    for made, days in ((late, 1), (early, 2)):
        Application.objects.filter(pk=made.pk).update(submitted_at=now - days * DAY)
    release_due_rounds(now)
    assert list(Application.objects.filter(holds_seat=True)) == [early]


def test_approved_in_the_window_a_former_partner_has_a_kept_seat_and_a_new_firm_a_free_one():
    row = a_round(seats=3, reserved=2)
    admit(row, former=True)
    assert seats_of(row) == (1, 1, 1)
    admit(row)
    assert seats_of(row) == (1, 2, 0)
    assert admit(row).status == "waiting"
    assert admit(row, former=True).status == "approved"


# --- the line ---------------------------------------------------------------------------------------------------------
def test_the_line_is_served_in_the_order_of_arrival_whoever_was_agreed_to_first():
    row = a_round(seats=1, reserved=1)
    slow, quick = apply(row), apply(row)
    agree(quick, by=manager())
    agree(slow, by=manager())
    assert [slow.place_in_line, quick.place_in_line] == [1, 2]
    release_due_rounds(just_over(row.round))
    assert status_of(slow, quick) == ["approved", "waiting"]
    told = OutgoingMail.objects.filter(kind="application_approved").values_list("arguments__application", flat=True)
    assert list(told) == [slow.pk]
    entry = ModelLogEntry.objects.for_instance(slow).get(action="partners.application_approved")
    assert (entry.user, entry.data["by"]) == (None, "clock")


def test_a_new_seat_goes_to_the_line_before_it_goes_to_a_newcomer():
    row = a_round(seats=1)
    admit(row)
    waiting = admit(row)
    RoundTier.objects.filter(pk=row.pk).update(seats=2)  # behind the service's back
    assert admit(row).status == "waiting"
    assert status_of(waiting) == ["approved"]


def test_the_clock_gives_what_is_free_to_those_who_wait():
    row = a_round(seats=1)
    admit(row)
    waiting = [admit(row) for _firm in range(3)]
    RoundTier.objects.filter(pk=row.pk).update(seats=3)
    assert release_due_rounds() == 0
    assert status_of(*waiting) == ["approved", "approved", "waiting"]
    assert release_due_rounds() == 0


def test_one_that_cannot_be_approved_does_not_block_the_line():
    row = a_round(seats=1)
    admit(row)
    stuck, next_one = admit(row), admit(row)
    firm = PartnerFirmFactory(without_agreement=True, organisation_number=stuck.organisation_number)
    AgreementFactory(firm=firm, starts_on=row.round.starts_on, ends_on=row.round.ends_on, coming=True)
    set_seats(row.round, row.tier, seats=2, reserved=0, by=manager())
    assert status_of(stuck, next_one) == ["waiting", "approved"]
    assert seats_of(row) == (0, 2, 0)


def test_an_offer_that_is_taken_back_gives_its_seat_to_the_next():
    row = a_round(seats=1)
    made, waiting = admit(row), admit(row)
    terminate_agreement(made.agreements.get(), on=timezone.localdate(), reason="Ikke signert.", by=manager())
    assert status_of(waiting) == ["approved"]
    assert seats_of(row) == (0, 1, 0)


def test_whoever_gets_a_seat_after_the_first_day_begins_that_day():
    today = timezone.localdate()
    row = a_round(seats=1, starts_on=today - 20 * DAY, ends_on=today + 700 * DAY)
    assert admit(row).agreements.get().starts_on == today
    assert AgreementClause.objects.exists()


# --- seats set by the manager -----------------------------------------------------------------------------------------
def test_the_manager_sets_the_seats_and_never_below_what_is_taken():
    row = a_round(seats=3, reserved=1)
    admit(row)
    set_seats(row.round, row.tier, seats=2, reserved=1, by=manager())
    assert seats_of(row) == (1, 1, 0)
    for seats, reserved in ((1, 1), (0, 0), (2, 3)):
        with pytest.raises(ValidationError) as refused:
            set_seats(row.round, row.tier, seats=seats, reserved=reserved, by=manager())
        assert refused.value.code == "seats"
    with pytest.raises(ValidationError) as refused:
        set_seats(row.round, row.tier, seats=9, reserved=0, by=UserFactory(adviser=True))
    assert refused.value.code == "role"
    release_due_rounds(just_over(row.round))
    row.round.refresh_from_db()
    with pytest.raises(ValidationError) as refused:
        set_seats(row.round, row.tier, seats=9, reserved=2, by=manager())
    assert refused.value.code == "released"


@pytest.mark.parametrize(
    "wrong",
    [
        {"priority_ends_at": timezone.now() - 900 * DAY},
        {"closes_at": timezone.now()},
        {"instalments": 0},
        {"instalments": 13},
    ],
)
def test_the_database_refuses_rounds_that_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnershipRoundFactory(**wrong)


# --- next year's tiers ------------------------------------------------------------------------------------------------
def test_next_year_s_tiers_come_with_benefits_pools_and_conflicts_and_without_what_is_retired():
    by = manager()
    pool = BenefitPoolFactory(year=2026, capacity=7, taken=5)
    tier = ContributionTierFactory(year=2026, capacity=4, response_days=2)
    ContributionTierFactory(year=2026, retired=True)
    stage, lunch = BenefitFactory(tier=tier, pool=pool, quantity=2), BenefitFactory(tier=tier)
    BenefitFactory(tier=tier, retired=True)
    stage.conflicts_with.add(lunch)
    (new,) = clone_tiers(2027, by=by)
    same = ("slug", "name_nb", "name_en", "rank", "yearly_amount", "capacity", "response_days")
    assert [getattr(new, name) for name in same] == [getattr(tier, name) for name in same]
    copies = {one.slug: one for one in new.benefits.all()}
    assert set(copies) == {stage.slug, lunch.slug}
    copy = copies[stage.slug]
    assert (copy.quantity, list(copy.conflicts_with.all())) == (2, [copies[lunch.slug]])
    assert (copy.pool.year, copy.pool.capacity, copy.pool.taken) == (2027, 7, 0)
    assert ModelLogEntry.objects.for_instance(new).get().data == {"from": 2026, "to": 2027}


def test_cloned_again_nothing_is_added_and_what_was_changed_stays():
    by = manager()
    tier = ContributionTierFactory(year=2026)
    benefit = BenefitFactory(tier=tier)
    (new,) = clone_tiers(2027, by=by)
    new.benefits.all().delete()
    ContributionTier.objects.filter(pk=new.pk).update(yearly_amount=1)
    before = (ContributionTier.objects.count(), Benefit.objects.count(), BenefitPool.objects.count())
    assert clone_tiers(2027, by=by) == []
    assert (ContributionTier.objects.count(), Benefit.objects.count(), BenefitPool.objects.count()) == before
    later = ContributionTierFactory(year=2027, rank=tier.rank + 1)
    assert {one.slug for one in clone_tiers(2028, by=by)} == {tier.slug, later.slug}
    assert benefit.tier == tier


def test_a_rank_that_is_taken_next_year_is_passed_over():
    by = manager()
    tier = ContributionTierFactory(year=2026, rank=3)
    for rank in (3, 4):
        ContributionTierFactory(year=2027, rank=rank)
    (new,) = clone_tiers(2027, by=by)
    assert (new.slug, new.rank) == (tier.slug, 5)


def test_only_the_manager_clones_and_only_from_what_there_is():
    ContributionTierFactory(year=2026)
    for by, year, code in ((UserFactory(adviser=True), 2027, "role"), (manager(), 2026, "nothing")):
        with pytest.raises(ValidationError) as refused:
            clone_tiers(year, by=by)
        assert refused.value.code == code


# --- a round that is released, seats by others, capacity --------------------------------------------------------------
def test_a_window_that_was_released_never_begins_again():
    row = a_round(seats=1, reserved=1)
    round = row.round
    release_due_rounds(just_over(round))
    round.refresh_from_db()
    round.clean()
    round.priority_ends_at = timezone.now() + DAY
    assert not round.is_in_priority_window(), "even where the moments say otherwise"
    with pytest.raises(ValidationError) as refused:
        round.clean()
    assert set(refused.value.message_dict) == {"priority_ends_at"}


def test_seats_set_from_a_page_that_is_out_of_date_are_refused_in_words():
    row = a_round(seats=3, reserved=2)
    admit(row, former=True)
    with pytest.raises(ValidationError) as refused:
        set_seats(row.round, row.tier, seats=3, reserved=2, seen=(3, 2), by=manager())
    assert refused.value.code == "stale"
    assert seats_of(row) == (1, 1, 1)
    set_seats(row.round, row.tier, seats=4, reserved=1, seen=(3, 1), by=manager())
    assert seats_of(row) == (1, 1, 2)


def test_all_rounds_of_a_tier_have_no_more_seats_than_it_has_room():
    row = a_round(seats=2)
    tier, by = row.tier, manager()
    ContributionTier.objects.filter(pk=tier.pk).update(capacity=5)
    other = RoundTierFactory(round=PartnershipRoundFactory(), tier=tier, seats=2)
    with pytest.raises(ValidationError) as refused:
        set_seats(row.round, tier, seats=4, reserved=0, by=by)
    assert refused.value.code == "capacity"
    set_seats(row.round, tier, seats=3, reserved=0, by=by)
    set_seats(other.round, tier, seats=1, reserved=0, by=by)
    tier.refresh_from_db()
    tier.clean()
    tier.capacity = 3
    with pytest.raises(ValidationError) as refused:
        tier.clean()
    assert "capacity" in refused.value.message_dict


def by_hand(row: RoundTier):
    days = {"starts_on": row.round.starts_on, "ends_on": row.round.ends_on}
    return draft_agreement(PartnerFirmFactory(without_agreement=True), row.tier, round=row.round, **days, by=None)


def test_an_agreement_made_by_hand_takes_a_seat_when_it_is_offered_and_gives_it_back():
    row = a_round(seats=2, reserved=1)
    first, second = by_hand(row), by_hand(row)
    assert seats_of(row) == (1, 0, 1)
    offer_agreement(first, by=manager())
    assert seats_of(row) == (1, 1, 0)
    with pytest.raises(ValidationError) as refused:
        offer_agreement(second, by=manager())
    assert refused.value.code == "full"
    second.refresh_from_db()
    assert second.status == "draft"
    terminate_agreement(first, on=timezone.localdate(), reason="Feil.", by=manager())
    assert seats_of(row) == (1, 0, 1)


def test_an_agreement_made_by_hand_does_not_go_past_those_who_wait():
    row = a_round(seats=1)
    admit(row)
    waiting = admit(row)
    RoundTier.objects.filter(pk=row.pk).update(seats=2)
    with pytest.raises(ValidationError):
        offer_agreement(by_hand(row), by=manager())
    release_due_rounds()
    assert status_of(waiting) == ["approved"]
