"""Two cases of one company become one: everything moves, nothing is said twice, and a trace stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from common.workflow import TransitionError
from prospects.models import Activity, Contact, Handover, PrivateLink, Prospect, Task
from prospects.services import CHOSEN, file_activity, merge_cases
from prospects.services.merging import MOVED
from tests.factories import (
    ActivityFactory,
    ClockNoticeFactory,
    ConsentFactory,
    ContactFactory,
    HandoverFactory,
    InterestFormFactory,
    PartnerFirmFactory,
    ProspectFactory,
    TaskFactory,
    UserFactory,
)
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(db):
    return UserFactory(adviser=True)


def pair(**more) -> tuple[Prospect, Prospect]:
    """The case that stays, and the one that is merged into it; of the same person unless `contact` says otherwise."""
    kept = ProspectFactory(company_name="Nordlys AS", qualified=True)
    other = ProspectFactory(company_name="Nordlys Maskin AS", **{"qualified": True, **more})
    return kept, other


def same_person(kept: Prospect, other: Prospect) -> None:
    Contact.objects.filter(prospect=other).update(email=kept.main_contact.email.upper())


def merged(kept: Prospect, other: Prospect, by=None, **more) -> Prospect:
    merge_cases(kept, other, by=by or UserFactory(adviser=True), **more)
    return Prospect.objects.get(pk=kept.pk)


# --- everything moves -------------------------------------------------------------------------------------------------
def test_everything_moves_and_the_trace_stays(adviser):
    kept, other = pair()
    activity = ActivityFactory(prospect=other, call=True)
    task = TaskFactory(prospect=other)
    form = InterestFormFactory(prospect=other)
    consent = ConsentFactory(contact=other.main_contact)
    handover = HandoverFactory(prospect=other)
    notice = ClockNoticeFactory(prospect=other, kind="promise", subject=task.pk, due_at=task.due_at)
    helper = UserFactory(adviser=True)
    other.team.add(helper)
    person = other.main_contact
    after = merged(kept, other, by=adviser)
    for one in (activity, task, form, handover, notice, person):
        one.refresh_from_db()
        assert one.prospect == after
    assert consent.contact.prospect_id == after.pk or Contact.objects.get(consents=consent).prospect == after
    assert helper in after.team.all()
    assert actions(after)[-1] == "prospects.merged"
    assert actions(other)[-1] == "prospects.merged_away"
    stone = Prospect.with_merged.get(pk=other.pk)
    assert stone.merged_into == after
    assert stone.merged_at is not None
    assert not Prospect.objects.filter(pk=other.pk).exists()
    assert not Prospect.objects.visible_to(adviser).filter(pk=other.pk).exists()


def test_every_relation_of_a_case_was_thought_of():
    """A new one moves by itself; whoever adds it decides here that this is right."""
    moves_by_itself = {"attachments", "own_leads", "municipal_requests"}
    known = {*MOVED, *moves_by_itself, "contacts", "handovers", "handover_rounds", "clock_notices"}
    found = {one.get_accessor_name() for one in Prospect._meta.related_objects if one.get_accessor_name()}
    assert {name for name in found if not name.endswith("+")} == known
    people = {one.get_accessor_name() for one in Contact._meta.related_objects}
    assert people == {"consents", "activities"}


def test_the_main_contact_of_the_case_that_stays_still_speaks_for_it():
    other, kept = pair()  # the one merged away is older, and so is its person
    main = kept.main_contact
    after = merged(kept, other)
    assert after.main_contact == main
    assert after.contacts.count() == 2
    alone = ProspectFactory(contact=None)
    assert merged(alone, ProspectFactory()).main_contact is not None


@pytest.mark.parametrize("name", [name for name in CHOSEN if name not in ("industry", "company", "adviser")])
def test_the_value_that_was_chosen_wins(name):
    kept, other = ProspectFactory(need="A"), ProspectFactory(need="B", jobs=4, website="https://b.example")
    theirs, mine = getattr(other, name), getattr(kept, name)
    assert getattr(merged(kept, other, theirs={name: True}), name) == theirs
    kept, other = ProspectFactory(need="A"), ProspectFactory(need="B", jobs=4)
    mine = getattr(kept, name)
    assert getattr(merged(kept, other, theirs={name: False, "stage": True}), name) == mine


def test_a_case_merged_earlier_leads_to_the_last_one():
    first, second, third = ProspectFactory(), ProspectFactory(), ProspectFactory()
    merge_cases(second, first, by=None)
    merge_cases(third, second, by=None)
    assert {one.merged_into_id for one in Prospect.with_merged.exclude(pk=third.pk)} == {third.pk}


def test_links_go_on_working(client):
    kept, other = pair()
    same_person(kept, other)
    token = PrivateLink.issue(other)
    merged(kept, other)
    page = client.get(reverse("private:page", args=[token]))
    assert page.status_code == 200
    assert page.context["prospect"] == kept


# --- people -----------------------------------------------------------------------------------------------------------
def test_a_person_in_both_is_one_afterwards():
    kept, other = pair()
    same_person(kept, other)
    Contact.objects.filter(prospect=kept).update(phone="")
    activity = ActivityFactory(prospect=other, contact=other.contacts.get())
    after = merged(kept, other)
    person = after.contacts.get()
    activity.refresh_from_db()
    assert activity.contact == person
    assert person.phone


@pytest.mark.parametrize(("yes", "no", "stands"), [(1, 2, False), (2, 1, True)])
@pytest.mark.parametrize("yes_in_kept", [True, False])
def test_of_a_yes_and_a_no_the_later_counts(yes, no, stands, yes_in_kept):
    kept, other = pair()
    same_person(kept, other)
    start = timezone.now() - timedelta(days=9)
    one, two = (kept, other) if yes_in_kept else (other, kept)
    ConsentFactory(contact=one.contacts.get(), given_at=start + timedelta(days=yes))
    ConsentFactory(contact=two.contacts.get(), given_at=start, withdrawn_at=start + timedelta(days=no))
    person = merged(kept, other).contacts.get()
    assert person.consents.count() == 2
    assert person.consents.filter(withdrawn_at=None).exists() is stands


def test_of_two_standing_yeses_the_newer_stands():
    kept, other = pair()
    same_person(kept, other)
    for case, days, words in ((kept, 5, "gammelt"), (other, 1, "nytt")):
        given = timezone.now() - timedelta(days=days)
        ConsentFactory(contact=case.contacts.get(), given_at=given, wording=words)
    person = merged(kept, other).contacts.get()
    assert person.consents.get(withdrawn_at=None).wording == "nytt"


# --- handovers --------------------------------------------------------------------------------------------------------
STATUSES = ("awaiting_consent", "offered", "accepted", "in_progress", "done", "declined", "lapsed", "withdrawn")
RANK = ("awaiting_consent", "offered", "declined", "accepted", "in_progress", "done")


@pytest.mark.parametrize("mine", STATUSES)
@pytest.mark.parametrize("theirs", STATUSES)
def test_a_firm_is_never_asked_twice_for_one_case(mine, theirs):
    kept, other = pair()
    same_person(kept, other)
    firm = PartnerFirmFactory()
    handovers = [
        HandoverFactory(prospect=case, firm=firm, **{status: True}) for case, status in ((kept, mine), (other, theirs))
    ]
    if mine == "declined" and theirs in ("accepted", "in_progress", "done"):
        with pytest.raises(TransitionError) as refused:
            merge_cases(kept, other, by=None)
        assert refused.value.code == "further"
        assert Prospect.objects.get(pk=other.pk).handovers.get() == handovers[1]
        return
    after = merged(kept, other)
    stands = after.handovers.exclude(status__in=Handover.HIDDEN)
    expected = [status for status in (mine, theirs) if status in RANK]
    assert [one.status for one in stands] == sorted(expected, key=RANK.index)[-1:]
    for one, status in zip(handovers, (mine, theirs), strict=True):
        one.refresh_from_db()
        was_withdrawn = one.status == "withdrawn" != status
        assert one.status == status or was_withdrawn
        assert one.prospect_id == after.pk or status in ("done", "declined")


@pytest.mark.parametrize("status", ["offered", "accepted", "in_progress"])
def test_no_firm_comes_to_know_another_person_than_the_one_who_said_yes(status):
    kept, other = pair()
    handover = HandoverFactory(prospect=other, **{status: True})
    with pytest.raises(TransitionError) as refused:
        merge_cases(kept, other, by=None)
    assert refused.value.code == "promised"
    main = other.main_contact
    assert merged(other, kept).main_contact == main
    handover.refresh_from_db()
    assert handover.prospect_id == other.pk


def test_what_is_done_with_another_person_stays_with_the_tombstone():
    kept, other = pair()
    handover = HandoverFactory(prospect=other, done=True)
    merged(kept, other)
    handover.refresh_from_db()
    assert handover.prospect_id == other.pk
    assert handover.prospect.main_contact is None


# --- clocks -----------------------------------------------------------------------------------------------------------
def test_who_waits_goes_on_waiting_for_the_earlier_promise():
    due = timezone.now() + timedelta(hours=3)
    kept = ProspectFactory(source="own", answer_due_at=None)
    assert merged(kept, ProspectFactory(answer_due_at=due)).answer_due_at == due
    earlier = due - timedelta(hours=1)
    assert merged(ProspectFactory(answer_due_at=due), ProspectFactory(answer_due_at=earlier)).answer_due_at == earlier


def test_who_asked_again_after_an_answer_is_promised_a_new_one(adviser):
    ago = timezone.now() - timedelta(days=30)
    kept = ProspectFactory(created_at=ago, answered_at=ago, spoken_at=ago, adviser=adviser)
    other = ProspectFactory()
    merged(kept, other, by=adviser)
    task = Task.objects.get()
    assert (task.prospect_id, task.is_promise, task.due_at) == (kept.pk, True, other.answer_due_at)
    assert list(task.assignees.all()) == [adviser]


def test_an_answer_in_either_case_is_an_answer():
    kept, other = ProspectFactory(), ProspectFactory()
    at = timezone.now()
    Prospect.objects.filter(pk=other.pk).update(answered_at=at, spoken_at=at)
    after = merged(kept, other)
    assert (after.answered_at, after.spoken_at) == (at, at)
    assert not Prospect.objects.awaiting_first_answer().exists()


# --- what is refused --------------------------------------------------------------------------------------------------
def test_a_case_is_not_merged_into_itself_nor_twice():
    one, two = ProspectFactory(), ProspectFactory()
    with pytest.raises(TransitionError):
        merge_cases(one, one, by=None)
    merge_cases(one, two, by=None)
    for kept, other in ((one, two), (two, one)):
        with pytest.raises(TransitionError) as refused:
            merge_cases(kept, other, by=None)
        assert refused.value.code == "merged"


def test_what_has_come_is_not_merged_into_what_has_not():
    with pytest.raises(TransitionError) as refused:
        merge_cases(ProspectFactory(qualified=True), ProspectFactory(established=True), by=None)
    assert refused.value.code == "stage"


@pytest.mark.parametrize("standing", ["resting", "lost", "withdrawn"])
def test_what_is_under_way_is_not_merged_into_what_is_not(standing):
    kept = ProspectFactory(qualified=True, **{standing: True})
    with pytest.raises(TransitionError) as refused:
        merge_cases(kept, ProspectFactory(), by=None)
    assert refused.value.code == "standing"
    merge_cases(ProspectFactory(), kept, by=None)


# --- the page ---------------------------------------------------------------------------------------------------------
def form_of(client, kept: Prospect, other: Prospect) -> dict:
    """The form of the page as it stands, to be sent."""
    form = client.get(reverse("prospects:merge", args=[kept.pk, other.pk])).context["form"]
    return {name: form.initial.get(name, field.initial) for name, field in form.fields.items()}


def test_two_are_compared_and_merged_on_the_page():
    client = as_(adviser=True)
    kept, other = ProspectFactory(need=""), ProspectFactory(need="Verksted", jobs=12)
    typed = form_of(client, kept, other)
    assert (typed["need"], typed["jobs"], typed["company_name"]) == ("theirs", "theirs", "mine")
    response = client.post(reverse("prospects:merge", args=[kept.pk, other.pk]), typed)
    assert response["Location"] == reverse("prospects:case", args=[kept.pk])
    kept.refresh_from_db()
    assert (kept.need, kept.jobs) == ("Verksted", 12)


def test_what_changed_meanwhile_is_looked_at_again():
    client = as_(adviser=True)
    kept, other = ProspectFactory(), ProspectFactory()
    typed = form_of(client, kept, other)
    Prospect.objects.filter(pk=other.pk).update(revision=3)
    address = reverse("prospects:merge", args=[kept.pk, other.pk])
    late = client.post(address, typed)
    assert late.status_code == 409
    assert client.post(address, {**typed, "company_name": "tull"}).status_code == 422
    assert Prospect.objects.count() == 2
    typed["other_revision"] = late.context["form"]["other_revision"].value()
    assert client.post(address, typed).status_code == 302


def test_the_address_of_a_merged_case_leads_to_the_one_that_stayed():
    client = as_(adviser=True)
    kept, other = ProspectFactory(), ProspectFactory()
    merge_cases(kept, other, by=None)
    here = reverse("prospects:case", args=[kept.pk])
    for name, pks in (("case", [other.pk]), ("merge", [kept.pk, other.pk]), ("step", [other.pk])):
        assert client.get(reverse(f"prospects:{name}", args=pks))["Location"] == here
    assert client.post(reverse("prospects:stand", args=[other.pk]), {"what": "lose"})["Location"] == here
    typed = {"kind": "note", "text": "Skrevet i den gamle saken."}
    assert client.post(reverse("prospects:record", args=[other.pk]), typed).status_code == 302
    assert Activity.objects.get().prospect == kept
    assert other.reference not in client.get(reverse("prospects:index")).content.decode()
    assert as_(communications=True).get(reverse("prospects:case", args=[other.pk])).status_code == 403


def test_the_timeline_of_both_is_one():
    client = as_(adviser=True)
    kept, other = ProspectFactory(), ProspectFactory()
    draft = ActivityFactory(prospect=other, mail=True, way="in", status="draft", text="Spørsmål om tomt")
    other.qualify(by=client.user)
    merge_cases(kept, other, by=client.user)
    draft.refresh_from_db()
    file_activity(draft, by=client.user)
    titles = [event["title"] for event in client.get(reverse("prospects:case", args=[kept.pk])).context["timeline"]]
    assert len(titles) >= 4


def test_both_sides_are_shown_without_persons_to_who_may_not_see_them():
    kept, other = ProspectFactory(), ProspectFactory()
    ContactFactory(prospect=other, name="Hemmelig Person")
    page = as_(analyst=True).get(reverse("prospects:merge", args=[kept.pk, other.pk])).content.decode()
    assert "Hemmelig" not in page
    assert other.company_name in page
