"""What is planned once more, hours that never came, and what the log tells of money that no step tells of."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import ModelLogEntry

from common.clock import OSLO
from common.mail import _build
from common.models import OutgoingMail
from common.workflow import TransitionError
from partners.models import Contribution
from partners.services import (
    agree_in_kind,
    book_payment,
    mark_overdue,
    pay_back,
    plan_contributions,
    receive_in_kind,
    remind_overdue,
    replan_contribution,
    turn_into_money,
    waive,
)
from tests.factories import AgreementFactory, ContributionFactory, InKindRateFactory, MembershipFactory, UserFactory

from .money import contribution_that_is, days, invoiced, sums_are_right, today
from .test_agreement_admin import as_

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return as_(manager=True)


def post(client, contribution, word, **typed):
    return client.post(reverse("money:step", args=[contribution.pk, word]), typed)


def told(contribution) -> list[str]:
    """The actions in its log, in their order."""
    found = ModelLogEntry.objects.for_instance(contribution).order_by("pk")
    return [entry.action.removeprefix("partners.contribution_") for entry in found]


# --- planned anew -----------------------------------------------------------------------------------------------------
def test_a_credited_contribution_is_planned_anew_once(manager):
    contribution = contribution_that_is("credited")
    page = reverse("money:detail", args=[contribution.pk])
    assert "planlegg-igjen" in manager.get(page).content.decode()
    assert post(manager, contribution, "planlegg-igjen", due_on=days(30).isoformat()).status_code == 302
    answer = post(manager, contribution, "planlegg-igjen", due_on=days(30).isoformat())
    assert answer.status_code == 422 and days(30).isoformat() in answer.content.decode()
    made = Contribution.objects.get(status="planned")
    assert (made.replaces, made.amount) == (contribution, contribution.amount)
    shown = manager.get(page).content.decode()
    assert "planlegg-igjen" not in shown and reverse("money:detail", args=[made.pk]) in shown
    assert page in manager.get(reverse("money:detail", args=[made.pk])).content.decode()


def test_the_database_too_wants_one_in_place_of_another():
    contribution = contribution_that_is("credited")
    replan_contribution(contribution, due_on=today(), by=UserFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        ContributionFactory(replaces=contribution)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_it_is_planned_for_a_day_that_can_be_meant(manager, day):
    contribution = contribution_that_is("credited")
    assert post(manager, contribution, "planlegg-igjen", due_on=day.isoformat()).status_code == 422
    assert Contribution.objects.count() == 1


# --- in kind ----------------------------------------------------------------------------------------------------------
def test_a_quantity_without_room_is_refused_on_the_form_and_the_register_still_opens(manager):
    contribution, rate = ContributionFactory(amount=Decimal(20_000)), InKindRateFactory(amount=Decimal("0.01"))
    answer = post(manager, contribution, "naturalytelse", kind="hours", rate=rate.pk, quantity="2000000")
    assert answer.status_code == 422 and "2000000" in answer.content.decode()
    assert manager.get("/admin/partnerbidrag/").status_code == 200


@pytest.mark.parametrize("quantity", ["2000000", "0.001", "1000000.00"])
def test_a_quantity_without_room_is_refused_by_the_service(quantity):
    contribution, rate = ContributionFactory(amount=Decimal(20_000)), InKindRateFactory(amount=Decimal("0.01"))
    with pytest.raises(ValidationError) as error:
        agree_in_kind(contribution, kind="hours", rate=rate, quantity=Decimal(quantity), by=UserFactory())
    assert error.value.code == "quantity"
    assert not Contribution.objects.exclude(kind="cash").exists()


def test_a_gift_keeps_the_rate_it_was_agreed_at(manager):
    contribution, rate = ContributionFactory(amount=Decimal(20_000)), InKindRateFactory(amount=Decimal(950))
    gift = agree_in_kind(contribution, kind="hours", rate=rate, quantity=Decimal(2), by=UserFactory())
    rate.amount = Decimal(9_999)
    rate.save()
    gift.refresh_from_db()
    assert (gift.rate_amount, gift.amount) == (950, 1_900)
    assert "950 kr" in manager.get(reverse("money:detail", args=[gift.pk])).content.decode().replace("\xa0", " ")


def late_gift(**more) -> Contribution:
    gift = ContributionFactory(in_kind=True, due_on=days(-20), **more)
    mark_overdue()
    gift.refresh_from_db()
    return gift


def test_a_gift_past_its_day_is_overdue_and_reminded_without_account_and_kid():
    gift = late_gift()
    person = MembershipFactory(firm=gift.firm, role="administrator").user
    assert gift.status == "overdue"
    assert mark_overdue() == 0
    tuesday = today() + timedelta(days=(1 - today().weekday()) % 7)
    morning = datetime.combine(tuesday, time(10), OSLO)
    assert [remind_overdue(morning + timedelta(days=day)) for day in (0, 1, 14)] == [1, 0, 1]
    posted = OutgoingMail.objects.filter(kind="contribution_reminder").first()
    letter = _build(posted)
    assert letter.to == person.email and "KID" not in str(letter.facts) and not letter.attachments
    receive_in_kind(gift, received_on=today(), by=UserFactory())
    assert _build(posted) is None


def test_a_sum_that_is_planned_is_not_overdue():
    contribution = ContributionFactory(due_on=days(-20))
    assert mark_overdue() == 0
    with pytest.raises(TransitionError):
        contribution.step("fall_due", by=None)


def test_an_overdue_gift_is_received_or_let_go_and_never_paid_in_money():
    by = UserFactory()
    one, other = late_gift(), late_gift()
    with pytest.raises(TransitionError):
        book_payment(one, amount=Decimal(1), booked_on=today(), by=by)
    receive_in_kind(one, received_on=today(), by=by)
    waive(other, reason="Konkurs.", by=by)
    assert (one.status, other.status) == ("paid", "waived") and sums_are_right()


def test_the_firm_sees_an_overdue_gift_in_the_portal():
    from django.test import Client

    from tests.conftest import login

    gift = late_gift()
    client = login(Client(), MembershipFactory(firm=gift.firm, role="administrator").user)
    page = client.get(reverse("portal:contributions")).content.decode().replace("\xa0", " ")
    assert "10 000 kr" in page and gift.rate.unit_nb in page


@pytest.mark.parametrize("is_late", [True, False])
def test_a_gift_that_never_came_is_owed_in_money_again(manager, is_late):
    gift = late_gift() if is_late else ContributionFactory(in_kind=True)
    assert post(manager, gift, "i-penger", due_on=days(30).isoformat()).status_code == 302
    made = Contribution.objects.get(kind="cash")
    gift.refresh_from_db()
    assert (gift.status, made.status, made.amount, made.replaces) == ("waived", "planned", gift.amount, gift)
    with pytest.raises(TransitionError):
        turn_into_money(gift, due_on=days(30), by=UserFactory())


def test_what_is_owed_in_money_or_was_given_is_not_turned_into_money():
    for one in (ContributionFactory(), contribution_that_is("paid", in_kind=True)):
        with pytest.raises(TransitionError):
            turn_into_money(one, due_on=days(30), by=UserFactory())


# --- the log ----------------------------------------------------------------------------------------------------------
def test_money_on_what_is_settled_and_money_paid_back_stand_in_the_log():
    contribution, by = invoiced(20_000).contribution, UserFactory()
    book_payment(contribution, amount=Decimal(20_000), booked_on=today(), by=by)
    book_payment(contribution, amount=Decimal(500), booked_on=today(), by=by)
    pay_back(contribution, amount=Decimal(300), booked_on=today(), by=by)
    assert told(contribution) == ["invoiced", "paid", "booked", "paid_back"]
    last = ModelLogEntry.objects.for_instance(contribution).order_by("pk").last()
    assert (last.user, last.data) == (by, {"amount": "300.00", "balance": "-200.00"})


def test_a_sum_that_shrinks_for_hours_and_one_planned_anew_stand_in_the_log():
    by = UserFactory()
    contribution = ContributionFactory(amount=Decimal(20_000))
    gift = agree_in_kind(contribution, kind="hours", rate=InKindRateFactory(), quantity=Decimal(2), by=by)
    assert (told(contribution), told(gift)) == (["in_kind"], ["planned"])
    credited = contribution_that_is("credited")
    made = replan_contribution(credited, due_on=today(), by=by)
    assert told(credited)[-1] == "replanned" and told(made) == ["planned"]


def test_what_an_agreement_plans_stands_in_the_log_with_who_signed():
    by = UserFactory()
    agreement = AgreementFactory(status="signed", yearly_amount=Decimal(10_000), instalments=2)
    planned = plan_contributions(agreement, by=by)
    assert len(planned) > 1
    for contribution in planned:
        (entry,) = ModelLogEntry.objects.for_instance(contribution)
        assert (entry.action, entry.user) == ("partners.contribution_planned", by)
        assert entry.data["amount"] == str(contribution.amount)
