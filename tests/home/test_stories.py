"""Stories: nobody is quoted without a recorded yes, and the record is seen by staff only."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import Workflow, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from home.models import StoryIndexPage, StoryPage
from home.stories import all_stories, firm_address
from partners.models import Agreement, PartnerFirm
from tests.rewriting import rewriting

from .settling import settle

pytestmark = pytest.mark.django_db
MANAGER = "leder@drammen.example"
EDITOR = "kommunikasjon@drammen.example"
PERMISSION = ("permission_from", "permission_on", "permission_how")


@pytest.fixture
def story(demo):
    return StoryPage.objects.get(slug="fadder-med-hjelm")


@pytest.fixture
def index(demo):
    return StoryIndexPage.objects.get(locale__language_code="nb")


@pytest.fixture
def manager(as_user):
    return as_user(MANAGER)


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client, page) -> dict:
    shown = querydict_from_html(client.get(edit_url(page)).content.decode(), form_id="page-edit-form")
    return shown.dict() | nested_form_data({"body": streamfield([])})  # the blocks are drawn by a script


def draft_without_permission(story: StoryPage, **changes) -> StoryPage:
    """The story as a draft in which nobody wrote down the permission."""
    story.unpublish()
    story.permission_from, story.permission_on, story.permission_how = "", None, ""
    for name, value in changes.items():
        setattr(story, name, value)
    story.save_revision(clean=False)
    return StoryPage.objects.get(pk=story.pk)


# --- what the public sees ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/historier/", "Fadder med hjelm"),
        ("/en/stories/", "A mentor in a hard hat"),
        ("/historier/fadder-med-hjelm/", "Roar Fortøyvik"),
        ("/en/stories/a-mentor-in-a-hard-hat/", "Roar Fortøyvik"),
    ],
)
def test_stories_are_told_in_both_languages(client, demo, url, words):
    answer = client.get(url)
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_story_shows_quote_company_industry_and_the_way_to_the_interest_form(client, story):
    html = client.get(story.url).content.decode()
    for words in (story.quote, story.company, story.person_title, "Transport og logistikk", "/interesse/"):
        assert words in html
    assert html.count("<h1") == 1


def test_a_partner_firm_that_tells_is_a_link_to_the_directory(client, story):
    html = client.get(story.url).content.decode()
    assert 'href="/partnere/tautrekk/"' in html
    assert client.get("/partnere/tautrekk/").status_code == 200


def test_a_firm_that_no_longer_takes_part_is_no_link(client, story):
    with rewriting():
        Agreement.objects.filter(firm__slug="tautrekk").update(ends_on=timezone.localdate() - timedelta(days=1))
    settle()
    assert firm_address("nb", "tautrekk") == ""
    assert 'href="/partnere/tautrekk/"' not in client.get(story.url).content.decode()


def test_a_story_of_a_company_that_is_no_partner_is_told_all_the_same(client, demo):
    page = StoryPage.objects.get(slug="regnearket-med-43-sporsmal")
    assert page.firm is None
    assert client.get(page.url).status_code == 200


def test_a_firm_that_is_deleted_takes_no_story_along(story):
    PartnerFirm.objects.filter(pk=story.firm_id).exists()
    assert StoryPage._meta.get_field("firm").remote_field.on_delete.__name__ == "SET_NULL"


def test_the_permission_is_never_shown_to_the_public(client, story):
    mark = "hemmelig-saksmappe-77"
    story.permission_how, story.permission_from = mark, "Fullmektig Ukjent"
    story.save_revision().publish()
    places = [story.url, "/historier/", "/", "/sok/?q=saksmappe", f"/sok/?q={mark}", "/partnere/tautrekk/"]
    places += ["/sitemap.xml", "/api/v2/pages/", f"/api/v2/pages/{story.pk}/"]
    for place in places:
        html = client.get(place, follow=True).content.decode()
        assert "Fullmektig Ukjent" not in html, place
        if "q=" not in place:
            assert mark not in html, place


def test_the_permission_is_not_in_the_search_index_and_not_in_the_schema(rf, story):
    names = {field.field_name for field in StoryPage.search_fields}
    assert not names & set(PERMISSION)
    assert not set(PERMISSION) & set(str(story.schema(rf.get("/"))))


def test_the_list_is_cut_into_pages_without_more_questions(client, index, django_assert_max_num_queries):
    for number in range(12):
        index.add_child(
            instance=StoryPage(
                title=f"Historie {number}",
                slug=f"historie-{number}",
                company="Prøve AS",
                person="Liv",
                quote="Det gikk fint.",
                told_on=date(2020, 1, 1) + timedelta(days=number),
                permission_from="Liv",
                permission_on=date(2020, 1, 1),
                permission_how="E-post",
            )
        )
    settle()
    assert len(all_stories("nb")) == 16
    client.get("/historier/?side=2")
    with django_assert_max_num_queries(4):
        html = client.get("/historier/?side=2").content.decode()
    assert "Historie 0<" in html
    assert "Fadder med hjelm" not in html


@pytest.mark.parametrize(
    "url", ["/historier/", "/historier/fadder-med-hjelm/", "/en/stories/the-stool-at-the-counter/"]
)
def test_a_warm_page_asks_four_questions_at_most(client, demo, url, django_assert_max_num_queries):
    client.get(url)
    with django_assert_max_num_queries(4):
        client.get(url)


# --- the permission ---------------------------------------------------------------------------------------------------
def test_a_draft_may_lack_the_permission(manager, story):
    form = form_of(manager, story) | dict.fromkeys(PERMISSION, "")
    answer = manager.post(edit_url(story), form)
    assert answer.status_code == 302, answer.context["form"].errors
    draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert (draft.permission_from, draft.permission_on, draft.permission_how) == ("", None, "")
    story.refresh_from_db()
    assert story.live and story.permission_from, "what the public sees is as it was"


@pytest.mark.parametrize("missing", PERMISSION)
def test_nothing_is_published_while_a_part_of_the_permission_is_missing(manager, story, missing):
    form = form_of(manager, story) | {missing: "", "quote": "Noe nytt.", "action-publish": "action-publish"}
    answer = manager.post(edit_url(story), form)
    assert answer.status_code == 200
    assert missing in answer.context["form"].errors
    story.refresh_from_db()
    assert story.quote != "Noe nytt."


def test_nothing_is_submitted_for_approval_while_the_permission_is_missing(as_user, story):
    editor = as_user(EDITOR)
    form = form_of(editor, story) | dict.fromkeys(PERMISSION, "") | {"action-submit": "action-submit"}
    answer = editor.post(edit_url(story), form)
    assert answer.status_code == 200
    assert set(PERMISSION) <= set(answer.context["form"].errors)


def test_with_the_permission_it_is_published(manager, story):
    form = form_of(manager, story) | {"quote": "Noe nytt.", "action-publish": "action-publish"}
    assert manager.post(edit_url(story), form).status_code == 302
    story.refresh_from_db()
    assert story.quote == "Noe nytt."


def test_no_code_publishes_a_draft_without_it(story):
    draft = draft_without_permission(story)
    with pytest.raises(PublishPermissionError):
        draft.get_latest_revision().publish()
    draft.refresh_from_db()
    assert not draft.live


def test_spaces_are_no_permission(story):
    draft = draft_without_permission(story, permission_from="  ", permission_on=date(2026, 1, 1), permission_how="Post")
    assert not draft.get_latest_revision_as_object().may_be_quoted


def test_nothing_is_scheduled_without_it(story):
    draft = draft_without_permission(story, go_live_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(PublishPermissionError):
        draft.get_latest_revision().publish()
    assert draft.get_latest_revision().approved_go_live_at is None


def test_the_clock_holds_it_back_and_lets_the_others_out(story, index):
    draft = draft_without_permission(story)
    due = timezone.now() - timedelta(minutes=5)
    draft.revisions.filter(pk=draft.latest_revision_id).update(approved_go_live_at=due)
    other = StoryPage.objects.get(slug="krakken-ved-disken")
    other.unpublish()
    other.save_revision()
    other.revisions.filter(pk=other.latest_revision_id).update(approved_go_live_at=due + timedelta(minutes=1))
    call_command("publish_scheduled")
    draft.refresh_from_db()
    other.refresh_from_db()
    assert (draft.live, other.live) == (False, True)
    assert draft.get_latest_revision().approved_go_live_at is None
    call_command("publish_scheduled")


def test_no_approval_publishes_it_without(manager, person, story):
    workflow = story.get_workflow() or Workflow.objects.first()
    assert workflow, "the demo has a workflow, or Wagtail's own"
    draft = draft_without_permission(story)
    draft.locked = False
    state = workflow.start(draft, person(EDITOR))
    assert WorkflowTask.objects.filter(workflow=workflow).exists()
    for _step in range(5):
        state.refresh_from_db()
        task_state = state.current_task_state
        if state.status != state.STATUS_IN_PROGRESS or task_state is None:
            break
        url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task_state.pk])
        answer = manager.post(url, {"comment": ""})
        assert answer.status_code < 500
        draft.refresh_from_db()
        assert not draft.live
        if state.current_task_state == task_state:
            break
    draft.refresh_from_db()
    assert not draft.live


def test_publishing_many_at_once_leaves_it_out(manager, story):
    draft = draft_without_permission(story)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={draft.pk}"
    answer = manager.post(url, {})
    assert answer.status_code < 500
    draft.refresh_from_db()
    assert not draft.live


def test_the_edit_view_shows_the_permission(manager, story):
    html = manager.get(edit_url(story)).content.decode()
    assert story.permission_how in html


def test_the_public_client_cannot_see_a_draft(story):
    url = story.url
    draft_without_permission(story)
    assert Client().get(url).status_code == 404
