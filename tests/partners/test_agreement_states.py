"""What may become of an agreement: every method from every status, and its edges in time."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.clock import OSLO
from common.workflow import TransitionError
from partners.models import Agreement, BenefitYear, Contribution, Duty, Notification, NumberSeries, PartnerFirm
from partners.services import (
    decline_offer,
    discard_draft,
    draft_agreement,
    offer_agreement,
    open_benefits_early,
    renew_agreement,
    sign_agreement,
    start_and_end_agreements,
    terminate_agreement,
)
from tests.factories import (
    AgreementFactory,
    ClauseVersionFactory,
    ContributionTierFactory,
    MembershipFactory,
    PartnerFirmFactory,
    UserFactory,
)

from . import agreeing
from .agreeing import A_DAY, clauses, draft, offered, sign, signed, signer

pytestmark = pytest.mark.django_db

STATES = Agreement.Status.values
ALLOWED = {
    "offer": {"draft": "offered"},
    "sign": {"offered": "signed"},
    "start": {"signed": "running"},
    "end": {"running": "ended"},
    "terminate": {"offered": "terminated", "signed": "terminated", "running": "terminated"},
    "decline": {"offered": "terminated"},
    "lapse": {"offered": "terminated"},
}
DO = {
    "offer": lambda one, by: one.offer(by=by, facts={"number": "DS-1"}),
    "sign": lambda one, by: one.sign(by=by, name="Signe", title="", address=None),
    "start": lambda one, by: one.start(),
    "end": lambda one, by: one.end(),
    "terminate": lambda one, by: one.terminate(on=timezone.localdate(), reason="Enige om det.", by=by),
    "decline": lambda one, by: one.decline(on=timezone.localdate(), reason="Ikke nå.", by=by),
    "lapse": lambda one, by: one.lapse(on=timezone.localdate(), reason="For sent."),
}


def agreement_that_is(status: str) -> Agreement:
    """An agreement in that state, all of whose days are over, so that only the state decides."""
    over = {"starts_on": date(2020, 1, 1), "ends_on": date(2020, 12, 31)}
    if status in ("draft", "offered"):
        return AgreementFactory(**{status: True}, offer_until=date(2020, 6, 1), **over)
    more = {"terminated_on": date(2020, 6, 1), "reason": "Nei."} if status == "terminated" else {}
    return AgreementFactory(status=status, **over, **more)


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_method_from_every_status(verb, status):
    agreement, by = agreement_that_is(status), UserFactory()
    target = ALLOWED[verb].get(status)
    if target is None:
        with pytest.raises(TransitionError):
            DO[verb](agreement, by)
        assert Agreement.objects.get().status == status
        assert not ModelLogEntry.objects.filter(action__startswith="partners.agreement").exists()
    else:
        DO[verb](agreement, by)
        assert Agreement.objects.get().status == agreement.status == target
        assert ModelLogEntry.objects.filter(action=Agreement.TRANSITIONS[verb].action).count() == 1


SERVICES = {
    "offer": ({"draft"}, lambda one, by: offer_agreement(one, by=by)),
    "discard": ({"draft"}, lambda one, by: discard_draft(one, by=by)),
    "sign": ({"offered"}, lambda one, by: sign(one, by=by)),
    "decline": ({"offered"}, lambda one, by: decline_offer(one, reason="Ikke nå.", by=by)),
    "early": ({"offered", "signed"}, lambda one, by: open_benefits_early(one, by=by)),
    "renew": (
        {"signed", "running", "ended"},
        lambda one, by: renew_agreement(one, tier=one.tier, ends_on=one.ends_on + 365 * A_DAY, by=by),
    ),
    "terminate": (
        {"offered", "signed", "running"},
        lambda one, by: terminate_agreement(one, on=timezone.localdate(), reason="Enige.", by=by),
    ),
}


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("name", SERVICES)
def test_every_service_from_every_status(name, status):
    clauses()
    days = {"starts_on": timezone.localdate() - A_DAY, "ends_on": timezone.localdate() + 300 * A_DAY}
    if status in ("draft", "offered"):
        agreement = AgreementFactory(**{status: True}, **days)
    else:
        more = {"terminated_on": timezone.localdate(), "reason": "Nei."} if status == "terminated" else {}
        agreement = AgreementFactory(status=status, **days, **more)
    allowed, do = SERVICES[name]
    by = signer(agreement.firm)
    if status in allowed:
        do(agreement, by)
    else:
        with pytest.raises(TransitionError):
            do(agreement, by)
        assert Agreement.objects.get().status == status


@contextmanager
def refused(code: str):
    """What is done inside is refused, in words, for this reason."""
    with pytest.raises(ValidationError) as caught:
        yield
    assert caught.value.code == code
    assert caught.value.messages[0]


# --- drafting and offering --------------------------------------------------------------------------------------------
def test_a_draft_takes_the_tier_s_amount_and_nobody_is_told():
    firm = PartnerFirmFactory(without_agreement=True)
    signer(firm)
    made = draft(firm)
    assert (made.status, made.number, made.yearly_amount) == ("draft", None, made.tier.yearly_amount)
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"starts_on": date(2027, 1, 1), "ends_on": date(2026, 12, 31)},
        {"starts_on": date(2027, 1, 1), "ends_on": date(2037, 1, 1)},
        {"starts_on": date(2027, 1, 1), "ends_on": date(2028, 1, 1), "instalments": 13},
        {"starts_on": date(2027, 1, 1), "ends_on": date(2028, 1, 1), "instalments": 0},
    ],
)
def test_a_draft_with_days_or_instalments_that_make_no_sense_is_refused(facts):
    with pytest.raises(ValidationError):
        draft_agreement(PartnerFirmFactory(without_agreement=True), ContributionTierFactory(), by=None, **facts)
    assert not Agreement.objects.exists()


def test_a_retired_tier_is_not_drafted():
    with refused("retired"):
        draft(tier=ContributionTierFactory(retired=True))


def test_an_offer_copies_the_tier_its_benefits_and_the_clauses_that_apply():
    one, two, _three, _four = clauses()
    ClauseVersionFactory(clause=one, version=2, title_nb="Punkt 1, nytt", title_en="Point 1, new")
    made = offered()
    assert made.number == f"DS-{timezone.localdate().year}-001"
    assert (made.tier_name_nb, made.tier_name_en) == ("Hovedpartner", "Principal partner")
    assert [(clause.number, clause.title_nb) for clause in made.clauses.all()] == [(1, "Punkt 1, nytt"), (2, "Punkt 2")]
    assert [clause.source.clause for clause in made.clauses.all()] == [one, two]
    assert [(one.name_nb, one.quantity) for one in made.benefits.all()] == [
        ("Innlegg på scenen", 2),
        ("Logo på forsiden", None),
    ]


def test_a_clause_for_one_use_stands_in_place_of_the_general_one_with_its_number():
    from tests.factories import ClauseFactory

    general, special = ClauseFactory(number=1), ClauseFactory(number=1, use="new")
    for clause in (general, special):
        ClauseVersionFactory(clause=clause)
    assert [clause.source.clause for clause in offered().clauses.all()] == [special]


def test_later_changes_of_tier_benefits_and_clauses_rewrite_nothing_agreed():
    clauses()
    made = offered()
    before = agreed_words(made)
    tier = made.tier
    type(tier).objects.update(name_nb="Omdøpt", name_en="Renamed", response_days=1, yearly_amount=1)
    tier.benefits.update(name_nb="Omdøpt", quantity=9, is_retired=True)
    from partners.models import Clause
    from partners.services import write_clause

    for clause in Clause.objects.all():
        write_clause(clause, by=None, title_nb="Nytt", title_en="New", text_nb="Ny tekst.", text_en="New text.")
        assert clause.versions.count() == (2 if clause.number in (1, 2) else 1)  # only what is cited gets a new one
    assert agreed_words(Agreement.objects.get()) == before


def agreed_words(agreement: Agreement) -> tuple:
    """Everything an agreement says."""
    from partners.services import agreement_aloud

    return (
        agreement.yearly_amount,
        agreement.response_days,
        agreement.tier_name_nb,
        list(agreement.benefits.values_list("name_nb", "quantity")),
        list(agreement.clauses.values_list("number", "title_nb", "text_nb", "text_en")),
        agreement_aloud(agreement, "nb"),
        agreement_aloud(agreement, "en"),
    )


def test_without_clauses_nothing_is_offered_and_no_number_is_spent():
    made = draft()
    with refused("clauses"):
        offer_agreement(made, by=None)
    assert Agreement.objects.get().status == "draft"
    assert not NumberSeries.objects.exists()


def test_an_offer_whose_last_day_is_over_is_refused():
    clauses()
    made = draft(starts_on=date(2020, 1, 1), ends_on=timezone.localdate() - A_DAY)
    with refused("over"):
        offer_agreement(made, by=None)


def test_two_drafts_may_not_overlap_but_one_put_there_by_other_means_is_not_offered():
    clauses()
    made = offered()
    AgreementFactory(firm=made.firm, draft=True, starts_on=made.starts_on + A_DAY, ends_on=made.ends_on + A_DAY)
    second = Agreement.objects.get(status="draft")
    with refused("overlap"):
        offer_agreement(second, by=None)


def test_numbers_have_no_gaps_by_year_even_when_an_offer_fails():
    clauses()
    with time_machine.travel("2026-12-31T12:00:00+01:00", tick=False):
        first = offered()
        failing = draft()
        Agreement.objects.filter(pk=failing.pk).update(ends_on=date(2026, 12, 30), starts_on=date(2026, 1, 1))
        with pytest.raises(TransitionError):
            offer_agreement(failing, by=None)
        second = offered()
    with time_machine.travel("2026-12-31T23:30:00Z", tick=False):  # 2027 in Oslo
        third = offered()
    assert [one.number for one in (first, second, third)] == ["DS-2026-001", "DS-2026-002", "DS-2027-001"]


# --- signing ----------------------------------------------------------------------------------------------------------
def test_signing_keeps_who_when_and_from_where_and_plans_what_follows():
    clauses()
    made = offered()
    by = signer(made.firm)
    sign(made, by=by, name="  Signe Signator ")
    made.refresh_from_db()
    assert (made.signed_name, made.signed_title, made.signed_from) == ("Signe Signator", "Daglig leder", "192.0.2.7")
    assert (made.signed_by, made.status) == (by, "running")  # its first day is today
    assert made.signed_at is not None
    assert Contribution.objects.filter(agreement=made).count() == len(made.paid_years) == 2
    assert Duty.objects.filter(agreement=made).exists()
    assert BenefitYear.objects.filter(benefit__agreement=made).count() == 2 * len(made.years)
    assert Notification.objects.filter(user=by, kind="agreement_signed").count() == 1


def test_one_signed_before_its_first_day_begins_by_the_clock():
    clauses()
    made = signed(starts_on=timezone.localdate() + A_DAY)
    assert (made.status, made.is_in_force()) == ("signed", False)
    assert not BenefitYear.objects.exists()
    assert start_and_end_agreements() == 0
    with time_machine.travel(timezone.now() + A_DAY, tick=False):
        assert start_and_end_agreements() == 1
        assert start_and_end_agreements() == 0
    made.refresh_from_db()
    assert made.status == "running"
    assert BenefitYear.objects.exists()


@pytest.mark.parametrize(
    "seat",
    [
        {"administrator": True},
        {"role": "member"},
        {"liaison": True},
        {"administrator": True, "may_sign": True, "ended": True},
        {"administrator": True, "may_sign": True, "user__is_active": False},
        None,
    ],
)
def test_only_an_active_administrator_who_may_sign_for_that_firm_signs(seat):
    clauses()
    made = offered()
    if seat is None:
        by = signer(PartnerFirmFactory(without_agreement=True))  # of another firm
    else:
        by = MembershipFactory(firm=made.firm, **seat).user
    with refused("seat"):
        sign(made, by=by)
    made.refresh_from_db()
    assert (made.status, made.signed_name, made.document_nb.name) == ("offered", "", "")
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("name", ["", "   "])
def test_nobody_signs_without_a_name(name):
    clauses()
    made = offered()
    with refused("name"):
        sign(made, by=signer(made.firm), name=name)
    assert Agreement.objects.get().status == "offered"


def test_an_offer_can_be_signed_on_its_last_day_and_not_later():
    clauses()
    one, other = (draft() for _number in range(2))
    for each in (one, other):
        offer_agreement(each, until=each.ends_on, by=None)
    last = datetime.combine(one.ends_on, datetime.min.time(), UTC) + timedelta(hours=12)
    with time_machine.travel(last + A_DAY, tick=False), refused("over"):
        sign(other, by=signer(other.firm))
    with time_machine.travel(last, tick=False):
        sign(one, by=signer(one.firm))
        assert one.is_in_force()


# --- ending -----------------------------------------------------------------------------------------------------------
def test_a_firm_whose_agreement_lapses_is_gone_the_next_day_though_no_clock_ran():
    clauses()
    made = signed()
    with time_machine.travel(datetime.combine(made.ends_on, datetime.max.time(), OSLO), tick=False):
        assert list(PartnerFirm.objects.with_running_agreement()) == [made.firm]
    with time_machine.travel(datetime.combine(made.ends_on + A_DAY, datetime.min.time(), OSLO), tick=False):
        assert not PartnerFirm.objects.with_running_agreement().exists()
        assert Agreement.objects.get().status == "running"  # the clock has not said so yet
        assert start_and_end_agreements() == 1
        assert Agreement.objects.get().status == "ended"


def test_a_clock_that_slept_for_years_ends_the_old_one_and_starts_and_ends_what_it_slept_through():
    clauses()
    firm = PartnerFirmFactory(without_agreement=True)
    by = signer(firm)
    first = signed(firm, by=by, ends_on=timezone.localdate() + 9 * A_DAY)
    second = renew_agreement(first, tier=first.tier, ends_on=first.ends_on + 10 * A_DAY, by=None)
    offer_agreement(second, by=None)
    sign(second, by=by)
    third = renew_agreement(second, tier=first.tier, ends_on=second.ends_on + 900 * A_DAY, by=None)
    offer_agreement(third, by=None)
    sign(third, by=by)
    with time_machine.travel(timezone.now() + timedelta(days=60), tick=False):
        assert start_and_end_agreements() == 3
        states = [Agreement.objects.get(pk=one.pk).status for one in (first, second, third)]
        assert states == ["ended", "ended", "running"]


def test_whoever_signs_before_the_clock_has_ended_the_old_one_is_not_in_its_way():
    clauses()
    firm = PartnerFirmFactory(without_agreement=True)
    old = AgreementFactory(firm=firm, ends_on=timezone.localdate() - A_DAY)
    made = signed(firm)
    old.refresh_from_db()
    assert (old.status, made.status) == ("ended", "running")


def test_a_firm_is_told_once_that_its_agreement_ends_unless_the_next_one_is_offered():
    clauses()
    made = signed(ends_on=timezone.localdate() + timedelta(days=91))
    assert start_and_end_agreements() == 0
    with time_machine.travel(timezone.now() + A_DAY, tick=False):
        assert start_and_end_agreements() == 1
        assert start_and_end_agreements() == 0
    assert Notification.objects.filter(kind="agreement_ending").count() == 1
    other = signed(ends_on=timezone.localdate() + timedelta(days=30))
    offer_agreement(renew_agreement(other, tier=other.tier, ends_on=other.ends_on + 99 * A_DAY, by=None), by=None)
    assert start_and_end_agreements() == 0
    assert made.firm != other.firm


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (1, True), (729, True), (730, False)])
def test_an_agreement_is_terminated_from_today_on_up_to_its_last_day(days, fits):
    clauses()
    made = signed()
    on = made.starts_on + timedelta(days=days)
    if not fits:
        with pytest.raises(TransitionError):
            terminate_agreement(made, on=on, reason="Enige.", by=None)
        assert Agreement.objects.get().status == "running"
        return
    terminate_agreement(made, on=on, reason=" Enige. ", by=None)
    made.refresh_from_db()
    assert (made.status, made.terminated_on, made.reason) == ("terminated", on, "Enige.")
    assert made.is_in_force(on - A_DAY) is (days > 0)
    assert not made.is_in_force(on)
    planned = Contribution.objects.filter(agreement=made, status="planned")
    assert not planned.filter(due_on__gte=on).exists()
    assert Contribution.objects.filter(agreement=made, due_on__gte=on).count() == (
        Contribution.objects.filter(agreement=made, status="waived").count()
    )


def test_without_a_reason_nothing_is_terminated():
    clauses()
    made = signed()
    with refused("reason"):
        terminate_agreement(made, on=made.starts_on, reason="  ", by=None)
    assert Agreement.objects.get().status == "running"


def test_an_offer_taken_back_never_bound_and_makes_way_for_another():
    clauses()
    made = offered(starts_on=timezone.localdate() - timedelta(days=100))
    terminate_agreement(made, on=made.ends_on, reason="Feil nivå.", by=None)
    made.refresh_from_db()
    assert made.terminated_on == made.starts_on
    assert not any(made.is_in_force(made.starts_on + timedelta(days=days)) for days in (-1, 0, 50, 100))
    assert not Agreement.objects.running().exists()
    assert offered(made.firm).status == "offered"


def test_an_offer_taken_back_binds_on_no_day_whatever_day_was_written_down():
    today = timezone.localdate()
    made = AgreementFactory(
        status="terminated",
        signed_at=None,
        signed_name="",
        starts_on=today - A_DAY,
        terminated_on=today + 9 * A_DAY,
        reason="Feil nivå.",
    )
    assert not made.is_in_force() and not Agreement.objects.running().exists()
    other = AgreementFactory.build(firm=made.firm, tier=made.tier, starts_on=made.starts_on, ends_on=made.ends_on)
    assert not other.overlapping().exists()


def test_an_agreement_terminated_before_it_began_never_runs():
    clauses()
    made = signed(starts_on=timezone.localdate() + timedelta(days=10))
    terminate_agreement(made, on=made.starts_on, reason="Ombestemt.", by=None)
    with time_machine.travel(timezone.now() + timedelta(days=20), tick=False):
        assert start_and_end_agreements() == 1  # its seat falls free
        assert start_and_end_agreements() == 0
        assert not Agreement.objects.running().exists()


# --- renewing ---------------------------------------------------------------------------------------------------------
def test_a_renewal_begins_the_day_after_with_its_own_clauses():
    clauses()
    made = signed()
    dearer = agreeing.tier(yearly_amount=99_000)
    after = renew_agreement(made, tier=dearer, ends_on=made.ends_on + 365 * A_DAY, by=None)
    assert (after.starts_on, after.renews, after.status) == (made.ends_on + A_DAY, made, "draft")
    assert after.yearly_amount == 99_000
    offer_agreement(after, by=None)
    assert [clause.number for clause in after.clauses.all()] == [1, 3]
    assert not after.overlapping().exists()


def test_an_agreement_is_renewed_once_unless_that_offer_is_taken_back():
    clauses()
    made = signed()
    until = made.ends_on + 365 * A_DAY
    after = renew_agreement(made, tier=made.tier, ends_on=until, by=None)
    with refused("renewed"):
        renew_agreement(made, tier=made.tier, ends_on=until, by=None)
    offer_agreement(after, by=None)
    terminate_agreement(after, on=until, reason="Feil nivå.", by=None)
    assert renew_agreement(made, tier=made.tier, ends_on=until, by=None).pk != after.pk


# --- benefits before the signature ------------------------------------------------------------------------------------
def test_the_manager_opens_benefits_early_once_and_it_stays_marked():
    clauses()
    made = offered()
    by = UserFactory(manager=True)
    assert not made.gives_benefits
    open_benefits_early(made, by=by)
    assert (made.early_benefits_by, made.gives_benefits) == (by, True)
    assert BenefitYear.objects.count() == 2 * len(made.years)
    with refused("open"):
        open_benefits_early(made, by=by)
    terminate_agreement(made, on=made.starts_on, reason="Ble ikke noe av.", by=by)
    assert not made.gives_benefits


def test_who_signs_is_asked_anew_when_the_seat_ended_meanwhile():
    clauses()
    made = offered()
    seat = MembershipFactory(firm=made.firm, administrator=True, may_sign=True)
    MembershipFactory(firm=made.firm, administrator=True)
    seat.end(by=seat.user)
    with pytest.raises(TransitionError):
        sign_agreement(made, name="Signe", title="", address=None, by=seat.user)
