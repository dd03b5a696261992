"""The review: who approves, what waits for both signatures, and what comes out when."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, TaskState, Workflow, WorkflowPage, WorkflowState

from accounts.models import User
from common.models import OutgoingMail
from common.workflow import TransitionError
from home.models import NewsIndexPage, NewsPage, SignOffTask
from home.publishing import publish_due
from home.signoff import WORKFLOW, review_answered, review_waiting, sync_workflows

AUTHOR, MANAGER = "kommunikasjon@drammen.example", "leder@drammen.example"
LIAISON, MEMBER = "kontakt@drammen-kommune.example", "medlem@brohode.example"


@pytest.fixture
def soon():
    return (timezone.now() + timedelta(days=3)).replace(microsecond=0)


def item(title="Ny avtale", code="nb", **fields):
    """A draft of a news item."""
    parent = NewsIndexPage.objects.get(locale__language_code=code)
    page = NewsPage(
        title=title, slug=title.lower().replace(" ", "-"), intro="Kort.", live=False, locale=parent.locale, **fields
    )
    parent.add_child(instance=page)
    page.save_revision(user=User.objects.get(email=AUTHOR))
    return page


def submit(page, by=AUTHOR):
    page.get_workflow().start(page, User.objects.get(email=by))
    return state_of(page)


def state_of(page):
    state = NewsPage.objects.get(pk=page.pk).current_workflow_task_state
    return state


def act(page, who, action, comment=""):
    state = state_of(page)
    state.task.specific.on_action(state, User.objects.get(email=who), action, comment=comment)


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def edit_form(page, **changes):
    """What the editor posts for a page."""
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield  # noqa: F401

    data = {
        "title": page.title,
        "slug": page.slug,
        "date": page.date.isoformat(),
        "embargo_until": timezone.localtime(page.embargo_until).strftime("%Y-%m-%d %H:%M")
        if page.embargo_until
        else "",
        "intro": page.intro,
        "image": "",
        "image_alt": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        **nested_form_data({"body": streamfield([]), "comments": inline_formset([])}),
        **changes,
    }
    return data


# --- The set-up -----------------------------------------------------------------------------------------------------
def test_the_review_holds_for_every_page_and_is_made_once(demo):
    sync_workflows()
    sync_workflows()
    assert Workflow.objects.filter(active=True).count() == 1
    assert SignOffTask.objects.count() == 1
    assert WorkflowPage.objects.count() == 1
    workflow = Workflow.objects.get(name=WORKFLOW)
    assert [type(task.specific).__name__ for task in workflow.tasks] == ["GroupApprovalTask", "SignOffTask"]
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_workflow() == workflow


# --- Ordinary pages -------------------------------------------------------------------------------------------------
def test_an_ordinary_item_comes_out_with_the_managers_yes(demo):
    page = item()
    submit(page)
    act(page, MANAGER, "approve")
    assert fresh(page).live
    assert WorkflowState.objects.get(object_id=str(page.pk)).status == "approved"


def test_who_has_sent_back_is_told_and_nothing_comes_out(demo):
    page = item()
    submit(page)
    act(page, MANAGER, "reject", "Tallet mangler kilde.")
    assert not fresh(page).live
    mail = OutgoingMail.objects.filter(kind="review_answered").latest("pk")
    built = review_answered(**mail.arguments)
    assert built.to == AUTHOR
    assert ("Tallet mangler kilde." in dict(built.facts).values()) and "Ny avtale" in built.subject


def test_the_manager_learns_what_waits_and_the_author_that_it_is_approved(demo, mailoutbox):
    page = item()
    submit(page)
    waiting = OutgoingMail.objects.filter(kind="review_waiting").latest("pk")
    letter = review_waiting(**waiting.arguments)
    assert letter.to == MANAGER and letter.action[1].endswith(f"/admin/pages/{page.pk}/edit/")
    assert mailoutbox == []  # Wagtail's own letters would have gone at once, in the request
    act(page, MANAGER, "approve")
    assert review_waiting(**waiting.arguments) is None
    assert review_answered(**OutgoingMail.objects.filter(kind="review_answered").latest("pk").arguments).to == AUTHOR


# --- Joint announcements: role x step -------------------------------------------------------------------------------
ROLES = {
    "author": AUTHOR,
    "manager": MANAGER,
    "liaison": LIAISON,
    "member": MEMBER,
    "adviser": "radgiver@drammen.example",
}
# Who may do what at which step: (step, role) -> is allowed
TABLE = [
    ("manager", "author", False),
    ("manager", "manager", True),
    ("manager", "liaison", False),
    ("manager", "member", False),
    ("manager", "adviser", False),
    ("municipality", "author", False),
    ("municipality", "manager", False),
    ("municipality", "liaison", True),
    ("municipality", "member", False),
    ("municipality", "adviser", False),
]


@pytest.mark.parametrize(("step", "role", "may"), TABLE)
def test_each_step_is_for_one_role(demo, soon, step, role, may):
    page = item(embargo_until=soon)
    submit(page)
    if step == "municipality":
        act(page, MANAGER, "approve")
    state = state_of(page)
    user = User.objects.get(email=ROLES[role])
    assert TaskState.objects.reviewable_by(user).filter(pk=state.pk).exists() is may
    offered = [name for name, _label, _modal in state.task.specific.get_actions(fresh(page), user)]
    assert bool(offered) is (may and step == "manager")
    if step == "municipality" and not may:
        with pytest.raises(PermissionDenied):
            act(page, ROLES[role], "approve")
        assert state_of(page).status == "in_progress"


def test_a_joint_announcement_comes_out_at_its_moment_with_both_signatures(demo, soon):
    page = item(embargo_until=soon)
    submit(page)
    act(page, MANAGER, "approve")
    assert not fresh(page).approved_schedule
    act(page, LIAISON, "approve")
    page = fresh(page)
    assert not page.live and page.approved_schedule and page.go_live_at == soon
    assert publish_due(soon - timedelta(seconds=1)) == 0
    with time_machine.travel(soon + timedelta(seconds=1), tick=False):
        assert publish_due() == 1
        assert publish_due() == 0
    assert fresh(page).live
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1
    signed = PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.approve", user__email=LIAISON)
    assert signed.count() == 1


def test_what_the_municipality_sends_back_goes_by_the_manager_again(demo, soon):
    page = item(embargo_until=soon)
    submit(page)
    act(page, MANAGER, "approve")
    act(page, LIAISON, "reject", "Feil tall.")
    mended = fresh(page).get_latest_revision_as_object()
    mended.intro = "Riktig tall."
    mended.save_revision(user=User.objects.get(email=AUTHOR))
    fresh(page).current_workflow_state.resume(User.objects.get(email=AUTHOR))
    assert type(state_of(page).task.specific).__name__ == "GroupApprovalTask"
    act(page, MANAGER, "approve")
    assert isinstance(state_of(page).task.specific, SignOffTask)
    act(page, LIAISON, "approve")
    assert fresh(page).approved_schedule
    assert fresh(page).get_latest_revision_as_object().intro == "Riktig tall."


def test_an_ordinary_page_never_waits_for_the_municipality(demo):
    page = item()
    submit(page)
    act(page, MANAGER, "approve")
    assert TaskState.objects.filter(task__in=SignOffTask.objects.all()).get().status == "skipped"


def test_two_clicks_do_not_sign_twice(demo, soon):
    page = item(embargo_until=soon)
    submit(page)
    act(page, MANAGER, "approve")
    first, second = state_of(page), state_of(page)
    liaison = User.objects.get(email=LIAISON)
    first.task.specific.on_action(first, liaison, "approve")
    with pytest.raises(TransitionError):
        second.task.specific.on_action(second, liaison, "reject", comment="Angrer")
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.approve", user=liaison).count() == 1


# --- Going round it -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", [AUTHOR, MANAGER])
def test_nobody_publishes_an_unsigned_announcement_past_the_review(as_user, soon, who):
    page = item(embargo_until=soon)
    user = User.objects.get(email=who)
    client = as_user(who)
    assert not fresh(page).permissions_for_user(user).can_publish()
    client.post(f"/admin/pages/{page.pk}/edit/", edit_form(page, **{"action-publish": "1"}))
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", {"include_descendants": "on"})
    client.post(f"/admin/api/main/pages/{page.pk}/action/publish/", "{}", content_type="application/json")
    page = fresh(page)
    assert not page.live and not page.approved_schedule
    with time_machine.travel(soon + timedelta(days=1)):
        publish_due()
    assert not fresh(page).live


def test_an_embargo_set_in_the_same_breath_stops_the_publishing(as_user, soon):
    page = item()
    client = as_user(AUTHOR)
    moment = timezone.localtime(soon).strftime("%Y-%m-%d %H:%M")
    response = client.post(
        f"/admin/pages/{page.pk}/edit/", edit_form(page, embargo_until=moment, **{"action-publish": "1"}), follow=True
    )
    assert "“Ny avtale”" in response.content.decode() or "Ny avtale" in response.content.decode()
    page = fresh(page)
    assert page.embargo_until and not page.live and not page.approved_schedule


def test_a_new_page_under_embargo_is_not_published_by_being_made(as_user, soon):
    parent = NewsIndexPage.objects.get(locale__language_code="nb")
    draft = NewsPage(title="Avtale to", slug="avtale-to", intro="Kort.", embargo_until=soon)
    data = edit_form(draft, **{"action-publish": "1"})
    as_user(AUTHOR).post(f"/admin/pages/add/home/newspage/{parent.pk}/", data)
    page = NewsPage.objects.get(slug="avtale-to")
    assert not page.live and not page.approved_schedule


def test_only_the_manager_makes_a_joint_announcement_an_ordinary_item(as_user, soon):
    page = item(embargo_until=soon)
    data = edit_form(page, embargo_until="", **{"action-publish": "1"})
    as_user(AUTHOR).post(f"/admin/pages/{page.pk}/edit/", data)
    as_user(AUTHOR).post(f"/admin/pages/{page.pk}/edit/", data)
    assert not fresh(page).live
    as_user(MANAGER).post(f"/admin/pages/{page.pk}/edit/", data)
    assert fresh(page).live


def test_a_superuser_may(demo, soon):
    page = item(embargo_until=soon)
    root = User.objects.create_superuser("rot@drammen.example")
    assert fresh(page).permissions_for_user(root).can_publish()


def test_what_is_out_is_corrected_like_any_page(demo, soon):
    page = item(embargo_until=soon)
    submit(page)
    act(page, MANAGER, "approve")
    act(page, LIAISON, "approve")
    with time_machine.travel(soon + timedelta(hours=1)):
        publish_due()
        corrected = fresh(page)
        corrected.intro = "Rettet."
        corrected.save_revision()
        author = User.objects.get(email=AUTHOR)
        fresh(page).get_latest_revision().publish(user=author)
        assert fresh(page).intro == "Rettet."


# --- The liaison's pages --------------------------------------------------------------------------------------------
def waiting(soon):
    page = item(embargo_until=soon)
    submit(page)
    act(page, MANAGER, "approve")
    return page, state_of(page)


def test_the_liaison_reads_and_signs_in_the_portal(as_user, soon):
    page, state = waiting(soon)
    client = as_user(LIAISON)
    assert "/portal/godkjenning/" in client.get("/portal/").content.decode()
    assert page.title in client.get("/portal/godkjenning/").content.decode()
    response = client.get(f"/portal/godkjenning/{state.pk}/")
    assert response["X-Robots-Tag"].startswith("noindex") and response["Cache-Control"] == "no-store"
    draft = client.get(f"/portal/godkjenning/{state.pk}/utkast/")
    assert draft.status_code == 200 and page.intro in draft.content.decode()
    assert draft["X-Frame-Options"] == "SAMEORIGIN" and "no-store" in draft["Cache-Control"]
    for _click in range(2):
        answer = client.post(f"/portal/godkjenning/{state.pk}/", {"svar": "ja"})
        assert answer.status_code == 302
    assert fresh(page).approved_schedule
    assert client.get(f"/portal/godkjenning/{state.pk}/").status_code == 404
    assert (
        PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.approve", user__email=LIAISON).count() == 1
    )


def test_the_liaison_sends_back_and_must_say_why(as_user, soon):
    page, state = waiting(soon)
    client = as_user(LIAISON)
    assert client.post(f"/portal/godkjenning/{state.pk}/", {"svar": "nei", "comment": ""}).status_code == 422
    assert state_of(page).status == "in_progress"
    client.post(f"/portal/godkjenning/{state.pk}/", {"svar": "nei", "comment": "Feil tall."})
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Feil tall.")
    assert not fresh(page).approved_schedule


@pytest.mark.parametrize("path", ["", "{pk}/", "{pk}/utkast/"])
@pytest.mark.parametrize("who", [MEMBER, "admin@elvebris.example"])
def test_nobody_else_in_the_portal_sees_what_waits(as_user, soon, who, path):
    _page, state = waiting(soon)
    client = as_user(who)
    address = "/portal/godkjenning/" + path.format(pk=state.pk)
    assert client.get(address).status_code == 404
    assert client.get("/portal/").status_code == 200
    assert client.post(f"/portal/godkjenning/{state.pk}/", {"svar": "ja"}).status_code == 404
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_an_ended_seat_signs_nothing(as_user, soon):
    _page, state = waiting(soon)
    client = as_user(LIAISON)
    seat = User.objects.get(email=LIAISON).memberships.get()
    seat.end(by=User.objects.get(email=MANAGER))
    assert client.post(f"/portal/godkjenning/{state.pk}/", {"svar": "ja"}).status_code in (403, 404)
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_the_liaison_and_nobody_else_is_written_to(demo, soon):
    _page, state = waiting(soon)
    mails = [mail.arguments for mail in OutgoingMail.objects.filter(kind="review_waiting")]
    letters = [review_waiting(**one) for one in mails if one["task_state"] == state.pk]
    assert [letter.to for letter in letters] == [LIAISON]
    assert letters[0].action[1].endswith(f"/portal/godkjenning/{state.pk}/")


# --- The clock ------------------------------------------------------------------------------------------------------
def test_a_scheduled_page_comes_out_once_and_the_front_shows_it(demo, soon, client):
    page = item("Planlagt nyhet")
    page.go_live_at = soon
    page.save_revision().publish()
    assert "Planlagt nyhet" not in client.get("/nyheter/").content.decode()
    with time_machine.travel(soon + timedelta(seconds=5)):
        call_command("clock", "--once", stdout=StringIO())
        assert fresh(page).live
        assert "Planlagt nyhet" in Client().get("/nyheter/").content.decode()
        assert publish_due() == 0


def test_a_page_goes_when_its_time_is_over(demo, soon):
    page = item("Kort glede", expire_at=soon)
    page.save_revision().publish()
    with time_machine.travel(soon + timedelta(seconds=5)):
        assert publish_due() == 1
        assert publish_due() == 0
    page = fresh(page)
    assert not page.live and page.expired


def test_one_page_that_cannot_come_out_holds_up_no_other(demo, soon):
    broken, sound = item("Brukket"), item("Hel")
    for page in (broken, sound):
        page.go_live_at = soon
        page.save_revision().publish()
    revision = fresh(broken).get_latest_revision()
    revision.content["image_alt"] = ""
    revision.content["title"] = ""
    revision.save()
    with time_machine.travel(soon + timedelta(seconds=5)):
        assert publish_due() == 1
    assert fresh(sound).live and not fresh(broken).live


# --- The editor -----------------------------------------------------------------------------------------------------
def test_communications_are_offered_the_review_first_and_may_publish(as_user):
    page = item()
    text = as_user(AUTHOR).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert text.index("action-submit") < text.index("action-publish")


def test_an_unsigned_announcement_offers_no_publish_button(as_user, soon):
    page = item(embargo_until=soon)
    assert 'name="action-publish"' not in as_user(AUTHOR).get(f"/admin/pages/{page.pk}/edit/").content.decode()
