"""What firms owe us: made with the agreement, done by itself, reminded of by the clock."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry

from common.clock import OSLO
from common.workflow import TransitionError
from partners.models import Duty, Notification
from partners.services import change_seat, finish_duties, make_duties, open_duties, remind_duties
from tests.conftest import plant_root
from tests.factories import AgreementFactory, DutyFactory, MembershipFactory, ProfileDraftFactory, UserFactory

pytestmark = pytest.mark.django_db

STATES = ("open", "done", "dropped")
ALLOWED = {
    "finish": {"open": "done"},
    "drop": {"open": "dropped"},
    "reopen": {"done": "open", "dropped": "open"},
}
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=OSLO)


def duty_that_is(status: str) -> Duty:
    duty, by = DutyFactory(), UserFactory()
    if status != "open":
        {"done": duty.finish, "dropped": duty.drop}[status](by=by)
    return duty


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_state(verb, status):
    duty, by = duty_that_is(status), UserFactory()
    before = Duty.objects.filter(pk=duty.pk).values().get()
    if status not in ALLOWED[verb]:
        with pytest.raises(TransitionError):
            getattr(duty, verb)(by=by)
        assert Duty.objects.filter(pk=duty.pk).values().get() == before
        return
    getattr(duty, verb)(by=by)
    duty.refresh_from_db()
    assert duty.status == ALLOWED[verb][status]
    assert (duty.done_at is not None) is (duty.status == "done")
    entry = ModelLogEntry.objects.for_instance(duty).order_by("pk").last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, status, duty.status)


def test_the_table_has_every_verb_and_every_state():
    assert set(ALLOWED) == set(Duty.TRANSITIONS)
    assert set(STATES) == set(Duty.Status.values)


def logo():
    plant_root()  # the collection that pictures lie in
    return get_image_model().objects.create(title="Logo", file=get_test_image_file())


# --- made -------------------------------------------------------------------------------------------------------------
def test_signing_makes_them_once_and_never_before_the_first_day():
    soon, later = AgreementFactory(), AgreementFactory(coming=True)
    made = make_duties(soon)
    assert {duty.kind for duty in made} == {"logo", "profile", "contact"}
    assert {duty.due_on for duty in made} == {timezone.localdate() + timedelta(days=30)}
    assert make_duties(soon) == []
    later.starts_on = timezone.localdate() + timedelta(days=90)
    assert {duty.due_on for duty in make_duties(later)} == {later.starts_on}


def test_what_the_firm_has_given_before_is_done_at_once():
    agreement = AgreementFactory()
    firm = agreement.firm
    firm.logo, firm.tagline_nb, firm.profile_nb = logo(), "Vi", "Vi er her."
    firm.save()
    make_duties(agreement)
    assert [duty.kind for duty in open_duties(firm)] == ["contact"]


# --- done by themselves -----------------------------------------------------------------------------------------------
def test_contacts_are_done_when_all_three_are_named():
    agreement = AgreementFactory()
    admin = MembershipFactory(firm=agreement.firm, administrator=True)
    member = MembershipFactory(firm=agreement.firm)
    duty = DutyFactory(agreement=agreement, kind="contact")
    change_seat(member, role="member", is_invoice_contact=True, is_primary_contact=True, by=admin.user)
    assert Duty.objects.get(pk=duty.pk).status == "open"
    change_seat(admin, role="administrator", is_contract_contact=True, by=admin.user)
    duty.refresh_from_db()
    assert duty.status == "done"
    entry = ModelLogEntry.objects.for_instance(duty).get(action="partners.duty_done")
    assert (entry.user, entry.data["by"]) == (None, "clock")


def test_something_else_is_only_ticked_off_by_hand():
    duty = DutyFactory(kind="other", text_nb="Et bilde")
    assert finish_duties(duty.agreement.firm) == 0


# --- reminded ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def owed():
    """A logo that is due in three days, and somebody to remind."""
    duty = DutyFactory(kind="logo", due_on=TUESDAY.date() + timedelta(days=3))
    MembershipFactory(firm=duty.agreement.firm)
    return duty


def reminders() -> list[list[str]]:
    return [one.arguments["duties"] for one in Notification.objects.filter(kind="duties_due").order_by("pk")]


def test_a_firm_is_reminded_once_of_all_that_is_due_soon(owed):
    DutyFactory(agreement=owed.agreement, kind="profile", due_on=owed.due_on)
    DutyFactory(agreement=owed.agreement, kind="contact", due_on=owed.due_on + timedelta(days=30))
    assert remind_duties(TUESDAY) == 2
    assert reminders() == [["logo", "profile"]]
    assert remind_duties(TUESDAY + timedelta(hours=1)) == 0
    assert remind_duties(TUESDAY + timedelta(days=13)) == 0
    assert remind_duties(TUESDAY + timedelta(days=14)) == 2


@pytest.mark.parametrize("at", ["2026-11-24 06:59", "2026-11-28 09:00", "2026-12-25 09:00"])
def test_nobody_is_reminded_at_night_or_on_free_days(owed, at):
    assert remind_duties(datetime.fromisoformat(at).replace(tzinfo=OSLO)) == 0


def test_a_missed_week_loses_nothing_and_doubles_nothing(owed):
    late = TUESDAY + timedelta(days=20)
    assert remind_duties(late) == 1
    assert remind_duties(late) == 0
    assert len(reminders()) == 1


@pytest.mark.parametrize("how", ["given", "waits with us", "dropped", "draft agreement"])
def test_whoever_has_done_it_is_not_reminded(owed, how):
    firm = owed.agreement.firm
    if how == "given":
        firm.logo = logo()
        firm.save()
    elif how == "waits with us":
        ProfileDraftFactory(firm=firm, submitted=True, logo="logos/x.png")
    elif how == "dropped":
        owed.drop(by=UserFactory())
    else:
        type(owed.agreement).objects.filter(pk=owed.agreement_id).update(
            status="terminated", terminated_on=TUESDAY.date(), reason="Slutt"
        )
    assert remind_duties(TUESDAY) == 0
    assert reminders() == []
    if how == "given":
        assert Duty.objects.get(pk=owed.pk).status == "done"
