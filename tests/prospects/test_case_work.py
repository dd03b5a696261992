"""The case work in the admin: what is typed is kept, what is refused says why, the day shows what waits."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from common.clock import OSLO
from prospects.models import Activity, Prospect, StandingReason, Task
from prospects.services import FACTS
from tests.factories import (
    ActivityFactory,
    HandoverFactory,
    ProspectFactory,
    TaskFactory,
    UserFactory,
)
from tests.partners.test_agreement_admin import as_

pytestmark = pytest.mark.django_db

TOMORROW = timedelta(days=1)


@pytest.fixture
def adviser(db):
    return as_(adviser=True)


def at(name: str, prospect: Prospect, **more) -> str:
    """The address of a change."""
    return reverse(f"prospects:{name}", kwargs={"pk": prospect.pk, **more})


def in_days(days: int) -> str:
    """As a browser sends a day."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def typed_facts(prospect: Prospect, **changes) -> dict:
    """The facts of a case as its form sends them."""
    found = {name: getattr(prospect, name) for name in FACTS}
    found["industry"] = prospect.industry_id
    return {
        name: "" if value is None else value
        for name, value in (found | {"revision": prospect.revision} | changes).items()
    }


# --- writing down -----------------------------------------------------------------------------------------------------
def test_a_talk_is_written_down_with_what_was_promised(adviser):
    prospect = ProspectFactory()
    typed = {"kind": "call", "way": "in", "text": "Ringte om tomta.", "promise": "Sende kart", "promise_by": in_days(2)}
    assert adviser.post(at("record", prospect), typed).status_code == 302
    activity, task = Activity.objects.get(), Task.objects.get()
    assert (activity.kind, activity.way, activity.contact) == ("call", "in", None)
    assert (task.text, task.is_promise, task.activity) == ("Sende kart", True, activity)
    assert timezone.localtime(task.due_at, OSLO).strftime("%H:%M") == "16:00"
    prospect.refresh_from_db()
    assert prospect.answered_at is not None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": ""}, "text"),
        ({"promise": "Kart"}, "promise_by"),
        ({"promise_by": "2050-01-01"}, "promise"),
        ({"promise": "Kart", "promise_by": "2020-01-01"}, "promise_by"),
        ({"happened_at": "2050-01-01T10:00"}, "happened_at"),
        ({"kind": "mail", "happened_at": "2020-01-01T10:00"}, "happened_at"),
        ({"kind": "mail", "way": "out"}, "kind"),
        ({"kind": "tull"}, "kind"),
        ({"contact": "99999"}, "contact"),
    ],
)
def test_what_cannot_be_written_down_says_why_and_keeps_what_was_typed(adviser, changes, field):
    prospect = ProspectFactory(contact=None if changes.get("way") == "out" else {})
    response = adviser.post(at("record", prospect), {"kind": "note", "text": "Lang tekst om saken.", **changes})
    assert response.status_code == 422
    assert field in response.context["activity_form"].errors
    if "text" not in changes:
        assert "Lang tekst om saken." in response.content.decode()
    assert not Activity.objects.exists()
    assert not Task.objects.exists()


def test_from_my_day_one_comes_back_to_my_day_and_never_to_another_site(adviser):
    task = TaskFactory()
    day = reverse("prospects:my_day")
    address = at("end_task", task.prospect, task_pk=task.pk)
    assert adviser.post(address, {"verb": "finish", "next": day})["Location"] == day
    away = adviser.post(address, {"verb": "reopen", "next": "https://ondt.example/"})
    assert away["Location"].startswith(at("case", task.prospect))


# --- two who write ----------------------------------------------------------------------------------------------------
def test_the_second_of_two_sees_what_the_other_wrote_and_loses_nothing(adviser):
    prospect = ProspectFactory()
    assert (
        adviser.post(at("write_facts".replace("write_", ""), prospect), typed_facts(prospect, jobs=40)).status_code
        == 302
    )
    late = adviser.post(at("facts", prospect), typed_facts(prospect, jobs=12, need="Mer plass til alt."))
    page = late.content.decode()
    assert late.status_code == 409
    assert "Mer plass til alt." in page
    assert ("40", "12") in [(stored, typed) for _label, stored, typed in late.context["theirs"]]
    again = typed_facts(prospect, jobs=12, revision=late.context["facts_form"]["revision"].value())
    assert adviser.post(at("facts", prospect), again).status_code == 302
    prospect.refresh_from_db()
    assert prospect.jobs == 12


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"company_name": ""}, "company_name"),
        ({"organisation_number": "123456789"}, "organisation_number"),
        ({"jobs": "-1"}, "jobs"),
        ({"jobs": "9" * 30}, "jobs"),
        ({"established_on": "2050-01-01"}, "established_on"),
        ({"decision_on": "tull"}, "decision_on"),
        ({"source": ""}, "source"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"revision": ""}, "revision"),
    ],
)
def test_facts_that_are_not_right_are_refused_in_words(adviser, changes, field):
    prospect = ProspectFactory()
    response = adviser.post(at("facts", prospect), typed_facts(prospect, **changes))
    assert response.status_code == 422
    assert field in response.context["facts_form"].errors
    assert Prospect.objects.get(pk=prospect.pk).revision == 0


# --- tasks ------------------------------------------------------------------------------------------------------------
def test_a_task_is_given_changed_done_and_opened_again(adviser):
    prospect, other = ProspectFactory(), UserFactory(adviser=True)
    typed = {"text": "Ringe", "due_on": in_days(3), "remind_on": in_days(2), "assignees": [other.pk]}
    assert adviser.post(at("give_task", prospect), typed).status_code == 302
    task = Task.objects.get()
    assert timezone.localtime(task.remind_at, OSLO).hour == 8
    changed = {**typed, "text": "Ringe igjen", "remind_on": ""}
    adviser.post(at("change_task", prospect, task_pk=task.pk), changed)
    task.refresh_from_db()
    assert (task.text, task.remind_at) == ("Ringe igjen", None)
    for verb, status in (("finish", "done"), ("reopen", "open"), ("drop", "open"), ("tull", "open")):
        adviser.post(at("end_task", prospect, task_pk=task.pk), {"verb": verb})
        task.refresh_from_db()
        assert task.status == status
    adviser.post(at("end_task", prospect, task_pk=task.pk), {"verb": "drop", "reason": "Nei."})
    task.refresh_from_db()
    assert (task.status, task.reason) == ("dropped", "Nei.")


def test_a_late_task_is_changed_without_moving_its_deadline(adviser):
    due = timezone.now() - 3 * TOMORROW
    task = TaskFactory(due_at=due, assignees=[UserFactory(adviser=True)])
    typed = {
        "text": "Nå!",
        "due_on": timezone.localtime(due, OSLO).date().isoformat(),
        "assignees": [person.pk for person in task.assignees.all()],
    }
    assert adviser.post(at("change_task", task.prospect, task_pk=task.pk), typed).status_code == 302
    task.refresh_from_db()
    assert (task.text, task.due_at) == ("Nå!", due)


def test_a_task_of_another_case_is_not_reached_through_this_one(adviser):
    task, other = TaskFactory(), ProspectFactory()
    assert adviser.post(at("end_task", other, task_pk=task.pk), {"verb": "finish"}).status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": ""}, "text"),
        ({"due_on": ""}, "due_on"),
        ({"due_on": "2020-01-01"}, "due_on"),
        ({"assignees": []}, "assignees"),
        ({"assignees": ["99999"]}, "assignees"),
        ({"remind_on": "2050-01-01"}, "remind_on"),
    ],
)
def test_a_task_that_is_not_right_is_refused_in_words(adviser, changes, field):
    person = UserFactory(adviser=True)
    typed = {"text": "Ringe", "due_on": in_days(3), "assignees": [person.pk], **changes}
    response = adviser.post(at("give_task", ProspectFactory()), typed)
    assert response.status_code == 422
    assert field in response.context["task_form"].errors
    assert not Task.objects.exists()


# --- ends and checks --------------------------------------------------------------------------------------------------
def test_a_lost_case_says_why_to_whom_and_what_would_have_changed_it(adviser):
    prospect = ProspectFactory()
    why = StandingReason.objects.offered("lost").first()
    wrong = StandingReason.objects.offered("resting").first()
    typed = {"what": "lose", "why": why.pk, "reason": "Leia.", "lost_to": "Nabobyen", "would_have_changed": "Pris"}
    for changes, field in (({"why": ""}, "why"), ({"why": wrong.pk}, "why"), ({"lost_to": ""}, "lost_to")):
        response = adviser.post(at("stand", prospect), {**typed, **changes})
        assert (response.status_code, field in response.context["standing_form"].errors) == (422, True)
    assert adviser.post(at("stand", prospect), typed).status_code == 302
    prospect.refresh_from_db()
    assert (prospect.standing, prospect.reason, prospect.lost_to) == ("lost", why, "Nabobyen")


def test_an_establishment_is_verified_by_somebody_else_with_a_word_on_how():
    client = as_(manager=True)
    prospect = ProspectFactory(established=True)
    assert client.post(at("verify", prospect), {"how": ""}).status_code == 422
    assert client.post(at("step", prospect), {"verb": "verify"}).status_code == 302
    prospect.refresh_from_db()
    assert prospect.stage == "established"
    client.post(at("verify", prospect), {"how": "Besøkte dem."})
    prospect.refresh_from_db()
    assert (prospect.stage, prospect.verified_how) == ("verified", "Besøkte dem.")


def test_what_a_stage_lacks_leads_to_the_field(adviser):
    prospect = ProspectFactory(contacted=True)
    page = adviser.get(at("case", prospect)).content.decode()
    for one in prospect.missing_for_next_stage:
        assert f'href="#{one.field}"' in page
        assert f'id="{one.field}"' in page


@pytest.mark.parametrize("stage", ["new", "qualified", "contacted", "shown", "deciding"])
def test_every_need_of_every_stage_leads_to_a_field_of_the_page(adviser, stage):
    from prospects.models.needs import NEEDS

    prospect = ProspectFactory(**({} if stage == "new" else {stage: True}))
    page = adviser.get(at("case", prospect)).content.decode()
    assert [need.field for need in NEEDS[stage] if f'id="{need.field}"' not in page] == []


# --- by hand, and from anywhere ---------------------------------------------------------------------------------------
def test_a_case_is_opened_by_hand_and_bad_input_keeps_what_was_typed(adviser):
    made = ProspectFactory()
    typed = typed_facts(made, company_name="Helt Ny AS", organisation_number="", source="phone")
    typed |= {"contact_name": "Siv", "contact_email": "siv@helt-ny.example", "contact_language": "nb"}
    bad = adviser.post(reverse("prospects:open"), {**typed, "contact_email": ""})
    assert bad.status_code == 422
    assert "Helt Ny AS" in bad.content.decode()
    assert adviser.post(reverse("prospects:open"), typed).status_code == 302
    opened = Prospect.objects.get(company_name="Helt Ny AS")
    assert (opened.main_contact.email, opened.adviser.email) == ("siv@helt-ny.example", adviser.user.email)


def test_the_analyst_opens_cases_without_persons():
    client = as_(analyst=True)
    assert "contact_name" not in client.get(reverse("prospects:open")).context["form"].fields


def test_a_word_from_anywhere_finds_the_case_and_the_form(adviser):
    prospect = ProspectFactory(company_name="Ørn & Åkerø AS")
    ProspectFactory()
    quick = reverse("prospects:quick_log")
    assert adviser.get(quick, {"q": "ørn"}).context["found"] == [prospect]
    page = adviser.get(quick, {"sak": prospect.pk})
    assert page.context["prospect"] == prospect
    for nonsense in ("x", "0", "9" * 40, "%00"):
        assert adviser.get(quick, {"sak": nonsense}).context["prospect"] is None


# --- the day ----------------------------------------------------------------------------------------------------------
def test_the_day_shows_what_breaks_what_is_promised_and_what_may_be_taken_up_again(adviser):
    me = adviser.user
    late = ProspectFactory(adviser=me, answer_due_at=timezone.now() - TOMORROW)
    task = TaskFactory(prospect=ProspectFactory(adviser=me, contacted=True), assignees=[me], text="Sende kart")
    rested = ProspectFactory(adviser=me, resting=True)
    Prospect.objects.filter(pk=rested.pk).update(rests_until=timezone.localdate())
    draft = ActivityFactory(mail=True, way="in", status="draft", text="Har dere svart?", prospect=rested)
    other = UserFactory(adviser=True)
    others = TaskFactory(assignees=[other], text="Ikke mitt", prospect=ProspectFactory(adviser=other))
    day = adviser.get(reverse("prospects:my_day"))
    page = day.content.decode()
    assert [line.prospect for line in day.context["breaking"]] == [late]
    assert [line.task for line in day.context["tasks_later"]] == [task]
    assert day.context["resting"] == [rested]
    assert draft.text in page
    assert others.text not in page
    assert others.text in adviser.get(reverse("prospects:my_day"), {"alle": "1"}).content.decode()


def test_the_day_does_not_cost_more_with_more_cases(adviser):
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert adviser.get(reverse("prospects:my_day"), {"alle": "1"}).status_code == 200
        return len(queries)

    def more(count: int) -> None:
        for _number in range(count):
            TaskFactory(
                assignees=[adviser.user, UserFactory(adviser=True)], prospect=ProspectFactory(), is_promise=True
            )
            HandoverFactory(offered=True)
            ActivityFactory(mail=True, way="in", status="draft")

    more(1)
    few = cost()
    more(5)
    assert cost() == few


def test_the_weights_are_the_managers_and_everybody_sees_them(adviser):
    page = reverse("prospects:weights")
    assert adviser.get(page).status_code == 200
    typed = dict.fromkeys(("size", "readiness", "time_frame", "kind", "area"), 0)
    assert adviser.post(page, {**typed, "size": 3}).status_code == 403
    manager = as_(manager=True)
    assert manager.post(page, typed).status_code == 422
    assert manager.post(page, {**typed, "size": 11}).status_code == 422
    assert manager.post(page, {**typed, "size": 3}).status_code == 302


def test_how_promises_were_kept_is_told_year_by_year(adviser):
    ProspectFactory(answer_due_at=timezone.now() - TOMORROW)
    page = reverse("prospects:promises")
    assert len(adviser.get(page).context["late"]) == 1
    for nonsense in ("x", "1999", "99999", "%00"):
        assert adviser.get(page, {"aar": nonsense}).status_code == 200
