"""An offer does not stand for ever: the firm says no, is reminded, or its time runs out. And when seats fall free."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.clock import OSLO
from partners.models import Agreement, Notification, RoundTier
from partners.services import (
    OFFER_DAYS,
    decline_offer,
    follow_up_offers,
    offer_agreement,
    start_and_end_agreements,
    terminate_agreement,
)
from partners.services.agreement_notices import offer_ended
from tests.factories import (
    ApplicationFactory,
    MembershipFactory,
    PartnerFirmFactory,
    PartnershipRoundFactory,
    RoundTierFactory,
    UserFactory,
)
from tests.prospects.looking import posted

from .agreeing import A_DAY, clauses, draft, offered, sign, signed, signer, tier

pytestmark = pytest.mark.django_db


def on(day) -> datetime:
    return datetime.combine(day, time(9), OSLO)


def with_seat(make=offered, **facts) -> tuple[Agreement, RoundTier]:
    """An agreement that came with a seat of its round."""
    chosen = tier()
    round = PartnershipRoundFactory(association_only=True)
    row = RoundTierFactory(round=round, tier=chosen, seats=1)
    RoundTier.objects.filter(pk=row.pk).update(taken=1)
    firm = PartnerFirmFactory(without_agreement=True)
    application = ApplicationFactory(
        round=round, tier=chosen, firm=firm, status="approved", submitted_at=timezone.now(), decided_at=timezone.now()
    )
    return make(firm, tier=chosen, round=round, application=application, **facts), row


def taken(row: RoundTier) -> int:
    row.refresh_from_db()
    return row.taken


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (729, True), (730, False), (None, True)])
def test_the_manager_says_until_when(days, fits):
    clauses()
    made = draft()
    until = None if days is None else timezone.localdate() + days * A_DAY
    if fits:
        offer_agreement(made, until=until, by=None)
        assert made.offer_until == (until or timezone.localdate() + OFFER_DAYS * A_DAY)
    else:
        with pytest.raises(ValidationError) as caught:
            offer_agreement(made, until=until, by=None)
        assert caught.value.code == "until"


def test_after_that_day_nobody_signs_though_no_clock_ran():
    clauses()
    made = offered()
    by = signer(made.firm)
    with pytest.raises(ValidationError) as caught:
        sign(made, by=by, at=on(made.offer_until + A_DAY))
    assert caught.value.code == "over"
    sign(made, by=by, at=on(made.offer_until))


def test_the_firm_is_reminded_once_a_week_before():
    clauses()
    made = offered()
    signer(made.firm)
    told = Notification.objects.filter(kind="offer_reminder")
    assert follow_up_offers(on(made.offer_until - 8 * A_DAY)) == 0
    assert follow_up_offers(on(made.offer_until - 6 * A_DAY)) == 1  # a missed day loses nothing
    assert follow_up_offers(on(made.offer_until)) == 0
    assert told.count() == 1


def test_an_offer_of_a_few_days_is_not_reminded_of_on_the_day_it_is_made():
    clauses()
    made = draft()
    offer_agreement(made, until=timezone.localdate() + 3 * A_DAY, by=None)
    assert follow_up_offers(on(timezone.localdate()) + timedelta(hours=10)) == 0
    assert follow_up_offers(on(timezone.localdate() + A_DAY)) == 1


def test_when_the_time_is_over_the_clock_takes_it_back_frees_the_seat_and_tells():
    clauses()
    made, row = with_seat()
    signer(made.firm)
    manager = UserFactory(manager=True)
    assert follow_up_offers(on(made.offer_until)) == 1  # the reminder
    assert taken(row) == 1
    assert follow_up_offers(on(made.offer_until + 40 * A_DAY)) == 1
    assert follow_up_offers(on(made.offer_until + 41 * A_DAY)) == 0
    assert start_and_end_agreements(on(made.offer_until + 42 * A_DAY)) == 0
    made.refresh_from_db()
    assert (made.status, made.offer_ended, taken(row)) == ("terminated", "lapsed", 0)
    assert Notification.objects.filter(kind="offer_lapsed").count() == 1
    assert posted("offer_ended") == [{"agreement": made.pk, "reader": manager.pk}]
    assert "DS-" in str(offer_ended(made.pk, manager.pk))


def test_whoever_may_sign_may_say_no_and_the_seat_is_free():
    clauses()
    made, row = with_seat()
    by, manager = signer(made.firm), UserFactory(manager=True)
    with pytest.raises(ValidationError) as caught:
        decline_offer(made, reason="Nei", by=MembershipFactory(firm=made.firm, administrator=True).user)
    assert caught.value.code == "seat"
    with pytest.raises(ValidationError):
        decline_offer(made, reason="  ", by=by)
    assert taken(row) == 1
    decline_offer(made, reason=" Ikke i år. ", by=by)
    made.refresh_from_db()
    assert (made.status, made.offer_ended, made.reason, taken(row)) == ("terminated", "declined", "Ikke i år.", 0)
    assert not made.is_in_force() and made.signed_at is None
    assert posted("offer_ended") == [{"agreement": made.pk, "reader": manager.pk}]
    assert "Ikke i år." in str(offer_ended(made.pk, manager.pk))
    assert offered(made.firm).status == "offered"


# --- seats of terminated agreements -----------------------------------------------------------------------------------
def test_the_seat_falls_free_on_the_day_from_which_it_no_longer_binds_once_also_after_a_missed_run():
    clauses()
    made, row = with_seat(signed)
    day = timezone.localdate() + 20 * A_DAY
    terminate_agreement(made, on=day, reason="Enige.", by=None)
    assert (taken(row), made.is_in_force()) == (1, True)
    start_and_end_agreements(on(day - A_DAY))
    assert taken(row) == 1
    assert start_and_end_agreements(on(day + 5 * A_DAY)) == 1
    assert taken(row) == 0
    RoundTier.objects.filter(pk=row.pk).update(taken=1)  # somebody else took it
    assert start_and_end_agreements(on(day + 6 * A_DAY)) == 0
    assert taken(row) == 1


def test_terminated_from_today_the_seat_is_free_at_once():
    clauses()
    made, row = with_seat(signed)
    terminate_agreement(made, on=timezone.localdate(), reason="Enige.", by=None)
    assert taken(row) == 0
    assert start_and_end_agreements() == 0


def test_who_waits_gets_the_seat_of_a_terminated_agreement_only_when_it_is_free():
    clauses()
    made, row = with_seat(signed)
    waits = ApplicationFactory(round=row.round, tier=row.tier, waiting=True, association_agreed_at=timezone.now())
    day = timezone.localdate() + 20 * A_DAY
    terminate_agreement(made, on=day, reason="Enige.", by=None)
    waits.refresh_from_db()
    assert waits.status == "waiting"
    start_and_end_agreements(on(day))
    waits.refresh_from_db()
    assert waits.status == "approved"
