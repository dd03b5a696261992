"""Reminders of what is overdue: when they go, to whom, how often, and what happens when there is nobody."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from common.clock import OSLO, is_working_day, next_working_day
from common.mail import _builders
from common.models import OutgoingMail
from partners.models import BillingSettings, Notification
from partners.services import book_payment, mark_overdue, remind_overdue, say, still_meant
from tests.factories import MembershipFactory, NotificationChoiceFactory, UserFactory

from .money import days, invoiced, today

pytestmark = pytest.mark.django_db


def nine(day) -> datetime:
    """Nine in the morning in Oslo."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=OSLO)


@pytest.fixture
def now():
    """A working day to come, for of what is long past no mail goes."""
    return nine(next_working_day(today()))


@pytest.fixture
def late(now):
    """A contribution that is overdue for three weeks."""
    contribution = invoiced(due_on=days(-20), issued_on=days(-60)).contribution
    mark_overdue(now)
    Notification.objects.all().delete()
    OutgoingMail.objects.all().delete()
    return contribution


def reminded() -> list[str]:
    """Who gets a reminder by mail, by key."""
    return [mail.arguments["reader"] for mail in OutgoingMail.objects.filter(kind="contribution_reminder")]


def test_they_go_with_pauses_and_come_to_an_end(late, now):
    MembershipFactory(firm=late.firm, role="administrator")
    moments = [now + timedelta(days=number) for number in range(0, 120)]
    gone = [moment.date() for moment in moments if remind_overdue(moment)]
    assert len(gone) == 3
    assert all(is_working_day(day) for day in gone)
    assert all((after - before).days >= 14 for before, after in pairwise(gone))
    assert len(reminded()) == 3


def test_after_months_without_a_clock_one_goes_and_not_one_for_each_turn(late, now):
    MembershipFactory(firm=late.firm, role="administrator")
    later = nine(next_working_day(today() + timedelta(days=200)))
    assert (remind_overdue(later), remind_overdue(later)) == (1, 0)


@pytest.mark.parametrize("at", ["2036-11-24 06:59", "2036-11-29 09:00", "2036-12-25 09:00"])
def test_nobody_is_reminded_at_night_or_on_free_days(late, at):
    MembershipFactory(firm=late.firm, role="administrator")
    moment = datetime.fromisoformat(at).replace(tzinfo=OSLO)
    assert remind_overdue(moment) == 0
    assert remind_overdue(nine(next_working_day(moment.date()))) == 1


def test_each_is_told_as_they_chose_and_the_contact_for_invoices_always_by_mail(late, now):
    contact, administrator, quiet = (
        MembershipFactory(firm=late.firm, is_invoice_contact=True).user,
        MembershipFactory(firm=late.firm, administrator=True).user,
        MembershipFactory(firm=late.firm, administrator=True).user,
    )
    outside = MembershipFactory(firm=late.firm).user
    for user in (contact, quiet):
        NotificationChoiceFactory(user=user, topic="invoice", frequency="off")
    NotificationChoiceFactory(user=administrator, topic="invoice", frequency="daily")
    assert remind_overdue(now) == 1
    told = {one.user: one for one in Notification.objects.filter(kind="invoice_overdue")}
    assert set(told) == {contact, administrator, quiet}
    assert outside not in told
    assert reminded() == [contact.pk]
    assert told[administrator].mail_due_at is not None and told[administrator].mailed_at is None
    assert (told[quiet].mail_due_at, told[quiet].mailed_at) == (None, None)
    assert str(late.invoices.get().number) in say(told[quiet]).subject
    letter = _builders["contribution_reminder"](**OutgoingMail.objects.get(kind="contribution_reminder").arguments)
    assert letter.to == contact.email


def test_the_main_contact_gets_it_where_there_is_none_for_invoices(late, now):
    main = MembershipFactory(firm=late.firm, is_primary_contact=True).user
    NotificationChoiceFactory(user=main, topic="invoice", frequency="off")
    assert remind_overdue(now) == 1
    assert reminded() == [main.pk]


def test_what_was_paid_meanwhile_is_told_of_no_more(late, now):
    MembershipFactory(firm=late.firm, administrator=True)
    remind_overdue(now)
    told = list(Notification.objects.all())
    assert still_meant(told) == told
    book_payment(late, amount=late.balance, booked_on=today(), by=UserFactory())
    assert still_meant(told) == []


def test_where_there_is_nobody_it_is_not_counted_and_the_manager_is_told_now_and_then(late, now):
    manager = UserFactory(manager=True)
    MembershipFactory(firm=late.firm, liaison=True, is_invoice_contact=True)
    assert [remind_overdue(now + timedelta(hours=hour)) for hour in range(4)] == [0, 0, 0, 0]
    late.refresh_from_db()
    assert (late.reminders, late.reminded_on) == (0, None)
    mail = OutgoingMail.objects.get(kind="contribution_unreachable")
    letter = _builders["contribution_unreachable"](**mail.arguments)
    assert letter.to == manager.email and late.firm.name in letter.subject
    assert ModelLogEntry.objects.for_instance(late).filter(action="partners.contribution_unreachable").count() == 1
    remind_overdue(nine(next_working_day(now.date() + timedelta(days=14))))
    assert OutgoingMail.objects.filter(kind="contribution_unreachable").count() == 2
    MembershipFactory(firm=late.firm, administrator=True)
    assert remind_overdue(now) == 1


def test_reminders_are_at_least_a_day_apart():
    with pytest.raises(ValidationError) as caught:
        BillingSettings(reminder_days=0).full_clean()
    assert "reminder_days" in caught.value.error_dict
