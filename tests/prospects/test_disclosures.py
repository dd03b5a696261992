"""Who has seen what: written when it happens, once a day and way, and read by the prospect."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.workflow import TransitionError
from prospects.models import Disclosure, PrivateLink
from prospects.services import (
    forget_due,
    give_contact_consent,
    record_disclosure,
    refuse_consent,
    take_back_contact,
)
from tests.factories import (
    DisclosureFactory,
    HandoverFactory,
    MembershipFactory,
    PartnerFirmFactory,
    UserFactory,
)
from tests.prospects.looking import actions
from tests.prospects.test_handovers import STATUSES

pytestmark = pytest.mark.django_db
NOON = "2026-11-26T11:00:00Z"


def lines(**of) -> list[tuple[str, str]]:
    """What was written down, the first first."""
    return list(Disclosure.objects.filter(**of).order_by("pk").values_list("stage", "how"))


@pytest.fixture
def firm():
    """A firm with one person who is logged in."""
    firm = PartnerFirmFactory()
    firm.person = MembershipFactory(firm=firm).user
    firm.client = Client()
    firm.client.force_login(firm.person)
    return firm


# --- what is written -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("contact", [True, False])
@pytest.mark.parametrize("status", STATUSES)
def test_only_what_is_shown_is_written_down(status, contact, firm):
    handover = HandoverFactory(**{status: True}, firm=firm, nobody_to_call=not contact)
    firm.client.get(f"/portal/prospekter/{handover.pk}/")
    shown = ["identity", *(["contact"] if contact else [])] if status in ("accepted", "in_progress", "done") else []
    assert lines(handover=handover) == [(stage, "page") for stage in shown]


def test_a_list_tells_who_it_is_and_nobody_to_call(firm):
    handover = HandoverFactory(accepted=True, firm=firm)
    for path in ("/portal/", "/portal/prospekter/"):
        Disclosure.objects.all().delete()
        firm.client.get(path)
        assert lines(handover=handover, person=firm.person, firm=firm) == [("identity", "page")], path


def test_the_file_is_another_way(firm):
    handover = HandoverFactory(accepted=True, firm=firm)
    b"".join(firm.client.get("/portal/eksport/alt.zip").streaming_content)
    assert lines(handover=handover) == [("identity", "export"), ("contact", "export")]


def test_the_same_is_written_once_a_day():
    handover = HandoverFactory(accepted=True)
    seen = {"to": handover.accepted_by, "how": "page", "with_contact": True}
    with time_machine.travel(NOON, tick=False) as clock:
        assert record_disclosure([handover], **seen) == 2
        clock.shift(timedelta(hours=3))
        assert record_disclosure([handover], **seen) == 0
        clock.shift(timedelta(days=1))
        assert record_disclosure([handover], **seen) == 2
    assert record_disclosure([handover], **{**seen, "to": UserFactory()}) == 2
    assert Disclosure.objects.count() == 6


def test_the_day_is_the_day_in_oslo():
    handover = HandoverFactory(accepted=True)
    with time_machine.travel("2026-11-26T23:30:00Z", tick=False):
        record_disclosure([handover], to=handover.accepted_by, how="page", with_contact=False)
    assert Disclosure.objects.get().seen_on.isoformat() == "2026-11-27"


def test_many_are_written_as_cheaply_as_one():
    firm = PartnerFirmFactory()
    person = MembershipFactory(firm=firm).user
    for number in (1, 6):
        found = [HandoverFactory(accepted=True, firm=firm, member=person) for _each in range(number)]
        with CaptureQueriesContext(connection) as asked:
            record_disclosure(found, to=person, how="page", with_contact=True)
        assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) == 2
        with CaptureQueriesContext(connection) as asked:
            record_disclosure(found, to=person, how="page", with_contact=True)
        assert len(asked) == 1


# --- the stages ------------------------------------------------------------------------------------------------------
def test_to_be_called_is_given_later_and_taken_back_alone():
    handover = HandoverFactory(accepted=True, nobody_to_call=True)
    give_contact_consent(handover)
    assert handover.shows_contact
    take_back_contact(handover)
    assert (handover.shows_identity, handover.shows_contact) == (True, False)
    give_contact_consent(handover)
    assert handover.shows_contact
    wanted = ["prospects.contact_allowed", "prospects.contact_taken_back", "prospects.contact_allowed"]
    assert [one for one in actions(handover) if "contact_" in one] == wanted


@pytest.mark.parametrize("status", ["draft", "awaiting_consent", "done", "declined", "lapsed", "withdrawn"])
def test_nobody_may_be_called_without_a_yes_to_who_it_is(status):
    handover = HandoverFactory(**{status: True}, nobody_to_call=True)
    with pytest.raises(TransitionError):
        give_contact_consent(handover)
    with pytest.raises(TransitionError):
        take_back_contact(handover)
    assert not handover.shows_contact


def test_a_firm_that_is_done_sees_nothing_more_once_the_yes_is_taken_back():
    handover = HandoverFactory(done=True)
    refuse_consent(handover)
    handover.refresh_from_db()
    assert (handover.status, handover.shows_identity, handover.shows_contact) == ("done", False, False)
    with pytest.raises(TransitionError):
        refuse_consent(handover)
    with pytest.raises(TransitionError):
        give_contact_consent(handover)


# --- who reads it ----------------------------------------------------------------------------------------------------
def test_the_prospect_reads_who_has_seen_its_data_and_only_its_own():
    person = UserFactory(first_name="Åse", last_name="Kikkert")
    mine = DisclosureFactory(handover=HandoverFactory(accepted=True, member=person), stage="contact", how="export")
    other = DisclosureFactory(person=UserFactory(first_name="Per", last_name="Fremmed"))
    page = f"/en/mitt/{PrivateLink.issue(mine.handover.prospect)}/"
    text = Client().get(page).content.decode()
    assert "Åse Kikkert" in text
    assert str(mine.firm) in text
    assert "Per Fremmed" not in text
    assert str(other.firm) not in text


def test_without_any_it_says_so():
    handover = HandoverFactory(offered=True)
    response = Client().get(f"/en/mitt/{PrivateLink.issue(handover.prospect)}/")
    assert list(response.context["disclosures"]) == []


@pytest.mark.parametrize(
    ("who", "sees"),
    [({"adviser": True}, True), ({"manager": True}, True), ({"communications": True}, False), ({}, False)],
)
def test_staff_who_see_handovers_see_who_saw_them(who, sees):
    DisclosureFactory()
    assert Disclosure.objects.visible_to(UserFactory(**who)).exists() is sees


def test_it_is_kept_as_long_as_the_persons_are():
    line = DisclosureFactory()
    later = timezone.now() + timedelta(days=3000)
    assert forget_due(later) == 1
    assert not Disclosure.objects.filter(pk=line.pk).exists()
