"""Telling a firm's people: who hears of what, as often as they want, once each, and nothing that is gone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisCase

from common.clock import OSLO, is_working_day
from common.mail import _builders
from common.models import OutgoingMail
from partners.models import Frequency, Membership, Notification, Topic
from partners.services import (
    choose_frequency,
    forget_notifications,
    kinds,
    mark_read,
    notices_for,
    notify,
    send_digests,
)
from partners.services.notices import KEPT_DAYS, mail_due
from tests.common.properties import examples
from tests.factories import (
    MembershipFactory,
    NotificationChoiceFactory,
    NotificationFactory,
    PartnerFirmFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

MONDAY = datetime(2036, 11, 24, 9, 0, tzinfo=OSLO)  # to come, for of what is long past no mail goes


def told(firm, topic="profile", kind="profile_approved", **arguments):
    """Whom `notify` told, by e-mail."""
    return {one.user.email for one in notify(firm, topic=topic, kind=kind, **arguments)}


def lines(letter) -> str:
    return "\n".join([letter.subject, *letter.paragraphs])


def digests() -> list:
    """The digests of the outbox as they are built now."""
    return [_builders["digest"](**mail.arguments) for mail in OutgoingMail.objects.filter(kind="digest").order_by("pk")]


# --- who hears of what ------------------------------------------------------------------------------------------------
WHO = {
    "handover": {"admin", "member", "invoice", "contract"},
    "agreement": {"admin", "contract"},
    "invoice": {"admin", "invoice"},
    "benefit": {"admin", "member", "invoice", "contract"},
    "profile": {"admin", "member", "invoice", "contract"},
    "people": {"admin"},
    "duty": {"admin", "member", "invoice", "contract"},
    "lead": {"admin", "member", "invoice", "contract"},
    "request": {"liaison"},
}


@pytest.mark.parametrize("topic", WHO)
def test_each_event_is_told_to_the_seats_it_fits(topic):
    from partners.services.notices import _readers

    firm = PartnerFirmFactory(public=True)
    people = {
        "admin": {"administrator": True},
        "member": {},
        "invoice": {"is_invoice_contact": True},
        "contract": {"is_contract_contact": True},
        "liaison": {"liaison": True, "is_invoice_contact": True},
        "former": {"administrator": True, "ended": True},
        "invited": {"administrator": True, "invited": True},
    }
    for name, seat in people.items():
        MembershipFactory(firm=firm, user=UserFactory(email=f"{name}@x.example"), **seat)
    MembershipFactory(firm=firm, user=UserFactory(email="locked@x.example", locked_out=True), administrator=True)
    MembershipFactory(administrator=True)
    assert {user.email.split("@")[0] for user in _readers(firm, topic)} == WHO[topic]


def test_the_table_has_every_topic():
    assert set(WHO) == set(Topic.values)


def test_where_no_seat_fits_everybody_of_the_firm_is_told():
    seat = MembershipFactory()
    assert told(seat.firm, "people", "seat_taken", person="Ny") == {seat.user.email}


def test_who_did_it_is_not_told():
    seat = MembershipFactory(administrator=True)
    assert notify(seat.firm, topic="people", kind="seat_taken", person="Ny", but=seat.user) == []


def test_an_unknown_kind_and_a_wrong_topic_are_refused():
    firm = MembershipFactory().firm
    with pytest.raises(KeyError):
        notify(firm, topic="profile", kind="nothing_like_it")
    with pytest.raises(ValueError, match="profile"):
        notify(firm, topic="duty", kind="profile_approved")
    assert not Notification.objects.exists()


# --- how often --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("often", "at", "due"),
    [
        ("at_once", "2026-11-23 12:00", "2026-11-23 12:00"),
        ("off", "2026-11-23 12:00", None),
        ("daily", "2026-11-23 06:59", "2026-11-23 07:00"),
        ("daily", "2026-11-23 07:00", "2026-11-24 07:00"),
        ("daily", "2026-11-27 12:00", "2026-11-30 07:00"),  # over the weekend
        ("daily", "2026-12-24 12:00", "2026-12-28 07:00"),  # over Christmas
        ("weekly", "2026-11-23 06:00", "2026-11-23 07:00"),
        ("weekly", "2026-11-23 07:00", "2026-11-30 07:00"),
        ("weekly", "2026-11-29 23:00", "2026-11-30 07:00"),
        ("weekly", "2026-03-31 12:00", "2026-04-07 07:00"),  # Easter Monday is free
        ("daily", "2026-10-23 12:00", "2026-10-26 07:00"),  # summer time ends in between
    ],
)
def test_a_digest_goes_at_seven_of_a_working_day(often, at, due):
    moment = datetime.fromisoformat(at).replace(tzinfo=OSLO)
    wanted = due and datetime.fromisoformat(due).replace(tzinfo=OSLO)
    assert mail_due(often, moment.astimezone(UTC)) == wanted


def test_without_a_choice_the_mail_goes_at_once_and_only_once():
    seat = MembershipFactory(user=UserFactory(english=True))
    [made] = notify(seat.firm, topic="profile", kind="profile_approved")
    mail = OutgoingMail.objects.get(kind="notification")
    letter = _builders["notification"](**mail.arguments)
    assert letter.to == seat.user.email
    assert "public pages" in letter.subject
    assert send_digests(made.created_at + timedelta(days=9)) == 0


@pytest.mark.parametrize(("frequency", "mails"), [("at_once", 1), ("daily", 0), ("weekly", 0), ("off", 0)])
def test_a_choice_is_obeyed_and_the_portal_shows_it_all_the_same(frequency, mails):
    seat = MembershipFactory()
    NotificationChoiceFactory(user=seat.user, topic="profile", frequency=frequency)
    NotificationChoiceFactory(user=seat.user, topic="duty", frequency="off")
    notify(seat.firm, topic="profile", kind="profile_approved", at=MONDAY)
    assert OutgoingMail.objects.count() == mails
    assert notices_for(seat.user, seat.firm).count() == 1
    sent = send_digests(MONDAY + timedelta(days=8))
    assert sent == (frequency in ("daily", "weekly"))


def test_what_is_entered_long_after_it_happened_is_no_news():
    seat = MembershipFactory()
    notify(seat.firm, topic="profile", kind="profile_approved", at=timezone.now() - timedelta(days=2))
    assert not OutgoingMail.objects.exists()
    assert send_digests() == 0
    assert notices_for(seat.user, seat.firm).count() == 1


def test_a_new_choice_holds_for_what_waits():
    seat = MembershipFactory()
    NotificationChoiceFactory(user=seat.user, topic="profile", frequency="weekly")
    notify(seat.firm, topic="profile", kind="profile_approved", at=MONDAY)
    choose_frequency(seat.user, topic="profile", frequency="off", at=MONDAY)
    assert send_digests(MONDAY + timedelta(days=30)) == 0
    choose_frequency(seat.user, topic="profile", frequency="daily", at=MONDAY)
    notify(seat.firm, topic="profile", kind="profile_approved", at=MONDAY)
    assert send_digests(MONDAY + timedelta(days=1)) == 1
    assert len(digests()) == 1


def test_three_days_of_absence_lose_nothing_and_double_nothing():
    """The clock stands still from Monday noon to Thursday; everything of these days is in one letter."""
    seat = MembershipFactory(user=UserFactory(english=True))
    NotificationChoiceFactory(user=seat.user, topic="people", frequency="daily")
    seat.role = "administrator"
    seat.save()
    for hour in range(0, 72, 6):
        at = MONDAY + timedelta(hours=hour)
        notify(seat.firm, topic="people", kind="seat_taken", person=f"Person {hour}", at=at)
    thursday = MONDAY.replace(hour=7) + timedelta(days=3)
    assert send_digests(thursday) == 1
    assert send_digests(thursday) == 0
    assert send_digests(thursday + timedelta(hours=20)) == 0
    [letter] = digests()
    assert [f"Person {hour} " in lines(letter) for hour in range(0, 72, 6)] == [True] * 11 + [True]
    assert Notification.objects.filter(mailed_at=None).count() == 0


def test_a_digest_names_the_firms_where_there_are_several():
    user = UserFactory()
    first, second = (MembershipFactory(user=user, firm=PartnerFirmFactory(name=name)).firm for name in ("Alfa", "Beta"))
    NotificationChoiceFactory(user=user, topic="profile", frequency="daily")
    for firm in (first, second):
        notify(firm, topic="profile", kind="profile_approved", at=MONDAY)
    assert send_digests(MONDAY + timedelta(days=2)) == 1
    assert [line.split(":")[0] for line in digests()[0].paragraphs] == ["Alfa", "Beta"]


# --- nothing to who no longer belongs there ---------------------------------------------------------------------------
@pytest.mark.parametrize("gone", ["ended", "locked", "liaison"])
def test_whoever_lost_the_seat_gets_no_letter(gone):
    seat = MembershipFactory()
    NotificationChoiceFactory(user=seat.user, topic="duty", frequency="daily")
    notify(seat.firm, topic="profile", kind="profile_approved", at=MONDAY)
    notify(seat.firm, topic="duty", kind="duties_due", duties=["logo"], first_on=date(2026, 12, 1), at=MONDAY)
    send_digests(MONDAY + timedelta(days=2))
    if gone == "ended":
        seat.end(by=seat.user)
    elif gone == "locked":
        seat.user.is_active = False
        seat.user.save()
    else:
        Membership.objects.filter(pk=seat.pk).update(role="liaison")
    built = [_builders[mail.kind](**mail.arguments) for mail in OutgoingMail.objects.all()]
    assert built == [None, None]


def test_a_person_reads_only_what_is_told_to_them_in_this_firm():
    mine = MembershipFactory()
    for other in (MembershipFactory(firm=mine.firm), MembershipFactory(user=mine.user)):
        NotificationFactory(user=other.user, firm=other.firm)
    own = NotificationFactory(user=mine.user, firm=mine.firm)
    assert list(notices_for(mine.user, mine.firm)) == [own]
    assert mark_read(mine.user, mine.firm) == 1
    assert mark_read(mine.user, mine.firm) == 0
    assert Notification.objects.filter(read_at=None).count() == 2


def test_after_a_year_it_is_forgotten():
    old = NotificationFactory(created_at=timezone.now() - timedelta(days=KEPT_DAYS, minutes=1))
    new = NotificationFactory(created_at=timezone.now() - timedelta(days=KEPT_DAYS - 1))
    assert forget_notifications() == 1
    assert list(Notification.objects.all()) == [new]
    assert not Notification.objects.filter(pk=old.pk).exists()
    assert forget_notifications() == 0


# --- how it is said ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_kind_is_said_without_a_hole_and_leads_somewhere(language):
    from django.urls import reverse
    from django.utils import translation

    from partners.services import say

    for kind in kinds():
        arguments = dict.fromkeys(kind.at, 7)
        one = NotificationFactory.build(
            user=UserFactory(),
            firm=PartnerFirmFactory(name="Elv AS"),
            topic=kind.topic,
            kind=kind.name,
            arguments=arguments,
        )
        with translation.override(language):
            said = say(one)
            assert said.subject and said.sentence and said.button, kind.name
            assert "%(" not in said.subject + said.sentence, kind.name
            assert reverse(kind.to, args=[7 for _name in kind.at]) == said.path, kind.name


def test_the_arguments_are_put_into_words_where_it_is_read():
    from django.utils import translation

    from partners.services import say

    seat = MembershipFactory()
    [made] = notify(
        seat.firm, topic="duty", kind="duties_due", duties=["logo", "contact"], first_on=date(2026, 12, 1), at=MONDAY
    )
    made.refresh_from_db()
    with translation.override("en"):
        assert "logo, contact people" in say(made).sentence
        assert "1 December 2026" in say(made).sentence


# --- the property -----------------------------------------------------------------------------------------------------
class TestDigests(HypothesisCase):
    """However often the clock runs and however long it stands still, each notification is mailed exactly once."""

    @examples(40)
    @given(
        choices=st.lists(st.sampled_from(Frequency.values), min_size=1, max_size=3),
        events=st.lists(st.integers(0, 14 * 24), max_size=12),
        runs=st.lists(st.integers(0, 21 * 24), max_size=12),
    )
    def test_each_is_mailed_once(self, choices, events, runs):
        firm = PartnerFirmFactory()
        for frequency in choices:
            person = MembershipFactory(firm=firm).user
            NotificationChoiceFactory(user=person, topic="profile", frequency=frequency)
        happenings = sorted([(hour, "event") for hour in events] + [(hour, "run") for hour in runs])
        for hour, what in happenings:
            at = MONDAY + timedelta(hours=hour)
            if what == "event":
                notify(firm, topic="profile", kind="profile_approved", at=at)
            else:
                send_digests(at)
        send_digests(MONDAY + timedelta(days=40))
        in_digests = [
            int(key)
            for mail in OutgoingMail.objects.filter(kind="digest")
            for key in mail.arguments["notifications"].split(",")
        ]
        at_once = [mail.arguments["notification"] for mail in OutgoingMail.objects.filter(kind="notification")]
        wanted = Notification.objects.exclude(mail_due_at=None).values_list("pk", flat=True)
        assert sorted(in_digests + at_once) == sorted(wanted)
        for one in Notification.objects.exclude(mail_due_at=None):
            assert one.mailed_at >= one.mail_due_at
            due = one.mail_due_at.astimezone(OSLO)
            assert one.mail_due_at == one.created_at or (due.hour == 7 and is_working_day(due.date()))
