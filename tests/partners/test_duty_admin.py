"""What firms owe us in the admin: the list, the steps by hand, and asking for one thing more."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from partners.models import Agreement, Duty, Notification, PartnerFirm
from partners.services import add_duty, move_duty, remind_duties, reopen_duty, say
from tests.factories import AgreementFactory, DutyFactory, MembershipFactory, PartnerFirmFactory, UserFactory
from tests.home.settling import settle

from .test_agreement_admin import as_
from .test_duties import TUESDAY, logo

pytestmark = pytest.mark.django_db

LIST, NEW = "/admin/oppgaver/", "/admin/oppgaver/ny/"
WORDS = {"text_nb": "Et bilde", "text_en": "A picture"}


@pytest.fixture
def manager():
    return as_(manager=True)


def day(number: int):
    return timezone.localdate() + timedelta(days=number)


def shown(client, query: str = "") -> list[Duty]:
    return list(client.get(LIST + query).context["items"])


# --- the list ---------------------------------------------------------------------------------------------------------
def test_what_is_owed_now_stands_first_and_the_longest_overdue_before_all(manager):
    soon, late, later = (DutyFactory(due_on=day(number)) for number in (3, -9, -2))
    done, idle = DutyFactory(), DutyFactory(due_on=day(-30))
    done.finish(by=None)
    Agreement.objects.filter(pk=idle.agreement_id).update(status="ended")
    assert shown(manager) == [late, later, soon]
    assert [one.is_late for one in shown(manager)] == [True, True, False]
    assert shown(manager, "?status=done") == [done]
    assert shown(manager, "?status=all") == [idle, late, later, soon, done]


def test_it_is_asked_by_firm_kind_and_words(manager):
    one = DutyFactory(kind="other", text_nb="Et bilde", text_en="A picture")
    two = DutyFactory(kind="logo")
    firm = one.agreement.firm
    assert shown(manager, f"?firm={firm.pk}") == [one]
    assert shown(manager, "?kind=logo") == [two]
    assert shown(manager, "?q=bilde") == [one]
    assert shown(manager, f"?q={two.agreement.firm.name}") == [two]
    for odd in ("?firm=99999999999999999999", "?firm=x", "?kind=x&status=y", "?p=x", "?q=%00"):
        assert manager.get(LIST + odd).status_code == 200, odd


def test_the_list_asks_as_little_with_much_in_it(manager):
    counts = []
    for number in (2, 60):
        agreement = AgreementFactory()
        for _number in range(number):
            DutyFactory(agreement=agreement, kind="other", text_nb="Noe")
            DutyFactory()
        settle()
        manager.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(LIST).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 30
    assert len(shown(manager)) == 50


def test_the_file_holds_what_the_list_shows_and_no_cell_begins_a_formula(manager):
    firm = PartnerFirmFactory(name="=1+1 AS")
    DutyFactory(agreement=firm.running_agreement, kind="logo")
    DutyFactory(kind="profile")
    response = manager.get(LIST + "eksport.csv?kind=logo")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "'=1+1 AS" in text
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert ModelLogEntry.objects.filter(action="partners.exported", data__what="duties").count() == 1


def test_others_do_not_see_it():
    duty = DutyFactory()
    for who in ("adviser", "analyst", "communications", "steering_group"):
        client = as_(**{who: True})
        assert client.get(LIST).status_code == client.get(NEW).status_code == 403
        assert client.post(f"{LIST}{duty.pk}/dropp/").status_code == 403
    duty.refresh_from_db()
    assert duty.status == "open"


def test_a_firm_s_page_leads_to_what_it_owes(manager):
    duty = DutyFactory()
    firm = duty.agreement.firm
    page = manager.get(f"/admin/partnerbedrifter/edit/{firm.pk}/").content.decode()
    assert f"/admin/oppgaver/?firm={firm.pk}" in page
    assert f"/admin/oppgaver/?firm={firm.pk}" in manager.get("/admin/partnerbedrifter/").content.decode()
    page = as_(communications=True).get(f"/admin/partnerbedrifter/edit/{firm.pk}/").content.decode()
    assert "/admin/oppgaver/" not in page


# --- steps ------------------------------------------------------------------------------------------------------------
def take(client, duty: Duty, word: str, **typed):
    address = reverse("duties:step", args=[duty.pk, word])
    assert client.get(address).status_code == 200
    return client.post(address, typed)


def test_each_step_is_taken_and_once_more_is_refused_in_words(manager):
    duty = DutyFactory(kind="other", due_on=day(-3), reminded_on=day(-3), **WORDS)
    assert take(manager, duty, "flytt", due_on=day(40).isoformat()).status_code == 302
    duty.refresh_from_db()
    assert (duty.due_on, duty.reminded_on) == (day(40), None)
    assert ModelLogEntry.objects.for_instance(duty).get(action="partners.duty_moved").data["to"] == str(day(40))
    for word, status in (("ferdig", "done"), ("gjenapne", "open"), ("dropp", "dropped"), ("gjenapne", "open")):
        typed = {"due_on": day(20).isoformat()} if word == "gjenapne" else {}
        assert take(manager, duty, word, **typed).status_code == 302
        duty.refresh_from_db()
        assert duty.status == status
    assert duty.due_on == day(20)
    assert take(manager, duty, "gjenapne", due_on=day(1).isoformat()).status_code == 422
    assert manager.get(f"{LIST}{duty.pk}/slett/").status_code == 404
    assert manager.get(f"{LIST}999999/dropp/").status_code == 404


@pytest.mark.parametrize("due_on", ["", "i går", "2020-01-01", "99999-01-01"])
def test_a_day_that_will_not_do_is_said(manager, due_on):
    duty = DutyFactory()
    response = take(manager, duty, "flytt", due_on=due_on)
    assert response.status_code == 422
    assert f'value="{due_on}"' in response.content.decode() or not due_on
    before = duty.due_on
    duty.refresh_from_db()
    assert duty.due_on == before


def test_what_the_firm_has_given_is_not_reopened_to_be_done_again_at_once():
    duty = DutyFactory(kind="logo")
    duty.drop(by=None)
    PartnerFirm.objects.filter(pk=duty.agreement.firm_id).update(logo=logo())
    with pytest.raises(ValidationError):
        reopen_duty(Duty.objects.get(pk=duty.pk), due_on=day(5), by=UserFactory())
    with pytest.raises(TransitionError):
        move_duty(duty, due_on=day(5), by=UserFactory())


# --- one thing more ---------------------------------------------------------------------------------------------------
def test_something_else_is_asked_for_told_and_reminded_of_in_words(manager):
    seat = MembershipFactory()
    typed = {"firm": seat.firm_id, "kind": "other", "due_on": day(2).isoformat(), **WORDS}
    assert manager.get(f"{NEW}?firm={seat.firm_id}").status_code == 200
    assert manager.get(f"{NEW}?firm=²").status_code == 200
    assert manager.post(NEW, typed).status_code == 302
    assert manager.post(NEW, typed).status_code == 302, "there may be several of these"
    duty = Duty.objects.first()
    assert (duty.kind, duty.text_nb, duty.agreement) == ("other", "Et bilde", seat.firm.running_agreement)
    told = Notification.objects.filter(kind="duty_added").first()
    assert (told.user, "Et bilde" in say(told).sentence) == (seat.user, True)
    Duty.objects.update(due_on=TUESDAY.date())
    assert remind_duties(TUESDAY) == 2
    assert "Et bilde" in say(Notification.objects.get(kind="duties_due")).sentence


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text_en": ""}, "text_en"),
        ({"text_nb": " "}, "text_nb"),
        ({"due_on": "2020-01-01"}, "due_on"),
        ({"kind": "logo"}, "kind"),
        ({"kind": "mentor"}, "kind"),
        ({"kind": "gold"}, "kind"),
        ({"firm": "999999"}, "firm"),
        ({"text_nb": "x" * 201}, "text_nb"),
    ],
    ids=str,
)
def test_what_will_not_do_is_said_beside_its_field_and_kept(manager, wrong, field):
    firm = PartnerFirmFactory(mentor_name="Ola")
    DutyFactory(agreement=firm.running_agreement, kind="logo")
    response = manager.post(NEW, {"firm": firm.pk, "kind": "other", "due_on": day(9).isoformat(), **WORDS, **wrong})
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert Duty.objects.count() == 1


def test_a_firm_without_an_agreement_that_binds_owes_nothing():
    with pytest.raises(ValidationError):
        add_duty(PartnerFirmFactory(formerly=True), kind="mentor", due_on=day(5), by=UserFactory())
    made = add_duty(AgreementFactory(coming=True).firm, kind="mentor", due_on=day(5), by=UserFactory())
    assert made.kind == "mentor"
