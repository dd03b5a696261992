"""Reports on pages, redirects when an address changes, what says where a thing is used, and the campaign banner."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.rich_text import RichText

from home.admin import page_reports
from home.admin.page_reports import TranslationState
from home.banners import banners_now
from home.models import Banner, NewsIndexPage, NewsPage, StandardPage
from home.shelves import purge

EDITOR = "kommunikasjon@drammen.example"


def rows_for(page):
    return [row for row in page_reports.translations() if row.pk == page.pk]


def pair():
    """A Norwegian news item and its English translation."""
    nb = NewsPage.objects.filter(locale__language_code="nb", live=True).first()
    return nb, nb.get_translations().get().specific


# --- Translations ---------------------------------------------------------------------------------------------------
def test_a_translation_is_in_order_outdated_a_draft_or_missing(demo):
    nb, en = pair()
    now = timezone.now()
    Page.objects.filter(pk=nb.pk).update(first_published_at=now - timedelta(days=9), last_published_at=now)
    Page.objects.filter(pk=en.pk).update(first_published_at=now, last_published_at=now)
    assert [row.state for row in rows_for(nb)] == [TranslationState.CURRENT]
    Page.objects.filter(pk=nb.pk).update(last_published_at=now + timedelta(days=1))
    (row,) = rows_for(nb)
    assert (row.state, row.translation) == (TranslationState.OUTDATED, en.pk)
    Page.objects.filter(pk=en.pk).update(last_published_at=now + timedelta(days=2))
    assert rows_for(nb)[0].state == TranslationState.CURRENT
    Page.objects.filter(pk=en.pk).update(live=False)
    assert rows_for(nb)[0].state == TranslationState.DRAFT
    en.delete()
    (row,) = rows_for(nb)
    assert (row.state, row.translation) == (TranslationState.MISSING, None)


def test_the_report_filters_by_language_and_state_and_links_to_both_editors(as_user):
    nb, en = pair()
    client = as_user(EDITOR)
    newer = timezone.now() + timedelta(days=1)
    Page.objects.filter(pk=nb.pk).update(last_published_at=newer)
    text = client.get("/admin/rapporter/oversettelser/", {"language": "en", "state": "outdated"}).content.decode()
    assert f"/admin/pages/{nb.pk}/edit/" in text and f"/admin/pages/{en.pk}/edit/" in text
    current = client.get("/admin/rapporter/oversettelser/", {"language": "en", "state": "current"}).content.decode()
    assert f"/admin/pages/{en.pk}/edit/" not in current
    assert client.get("/admin/rapporter/oversettelser/?state=tull").status_code == 200
    en.delete()
    rows = page_reports.translations("en", "missing")
    assert [row.pk for row in rows] == [nb.pk]
    text = client.get("/admin/rapporter/oversettelser/", {"language": "en", "state": "missing"}).content.decode()
    assert f"/admin/pages/{nb.pk}/edit/" in text and f"/admin/translation/submit/page/{nb.pk}/" in text


@pytest.mark.parametrize("name", ["oversettelser", "lenker", "gamle-sider"])
def test_reports_are_exported_and_only_for_those_who_edit_pages(as_user, name):
    client = as_user(EDITOR)
    for kind in ("csv", "xlsx"):
        assert client.get(f"/admin/rapporter/{name}/?export={kind}").status_code == 200
    assert client.get(f"/admin/rapporter/{name}/").status_code == 200
    assert as_user("radgiver@drammen.example").get(f"/admin/rapporter/{name}/").status_code in (302, 403)


def test_no_cell_of_an_export_begins_a_formula(as_user):
    nb, en = pair()
    en.delete()
    Page.objects.filter(pk=nb.pk).update(title="=1+1")
    response = as_user(EDITOR).get("/admin/rapporter/oversettelser/?export=csv&state=missing")
    text = b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()
    assert "'=1+1" in text


def test_the_translation_report_asks_no_more_with_more_pages(demo, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert len(page_reports.translations()) > 5


# --- Stale content --------------------------------------------------------------------------------------------------
def test_a_page_untouched_longer_than_its_type_bears_is_listed_until_it_is_published_again(demo):
    page = StandardPage.objects.filter(locale__language_code="nb").first()
    assert page.pk not in {row.pk for row in page_reports.stale()}
    old = timezone.now() - timedelta(days=400)
    Page.objects.filter(pk=page.pk).update(last_published_at=old, latest_revision_created_at=old)
    (row,) = [row for row in page_reports.stale() if row.pk == page.pk]
    assert (row.months, row.touched_at) == (12, old)
    assert page.pk not in {row.pk for row in page_reports.stale(24)}
    StandardPage.objects.get(pk=page.pk).save_revision().publish()
    assert page.pk not in {row.pk for row in page_reports.stale()}


def test_news_are_of_their_day_and_never_stale(demo):
    NewsPage.objects.update(last_published_at=timezone.now() - timedelta(days=4000))
    assert not {row.pk for row in page_reports.stale()} & set(NewsPage.objects.values_list("pk", flat=True))


# --- Redirects ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("code", ["nb", "en"])
def test_the_old_address_leads_to_the_new_when_a_slug_changes(demo, code, django_capture_on_commit_callbacks):
    page = NewsPage.objects.filter(locale__language_code=code, live=True).first()
    before = page.get_url()
    page.slug = "helt-ny"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    after = NewsPage.objects.get(pk=page.pk).get_url()
    assert before != after
    response = Client().get(before)
    assert response.status_code == 301 and response["Location"].endswith(after)
    assert Client().get(after).status_code == 200


@pytest.mark.parametrize("code", ["nb", "en"])
def test_children_of_a_page_that_changes_its_address_are_found_as_well(demo, code, django_capture_on_commit_callbacks):
    parent = NewsIndexPage.objects.get(locale__language_code=code)
    child = parent.get_children().live().first()
    before = child.get_url()
    parent.slug = "aktuelt"
    with django_capture_on_commit_callbacks(execute=True):
        parent.save_revision().publish()
    purge()
    after = Page.objects.get(pk=child.pk).get_url()
    response = Client().get(before)
    assert response.status_code == 301 and response["Location"].endswith(after)


def test_a_page_that_is_moved_leaves_a_redirect(demo):
    pages = StandardPage.objects.filter(locale__language_code="nb", live=True)
    moved, target = pages[0], pages[1]
    before = moved.get_url()
    moved.move(target, pos="last-child")
    after = Page.objects.get(pk=moved.pk).get_url()
    response = Client().get(before)
    assert response.status_code == 301 and response["Location"].endswith(after)


# --- Used where -----------------------------------------------------------------------------------------------------
def test_before_a_page_is_deleted_it_says_which_pages_link_to_it(as_user):
    target = StandardPage.objects.filter(locale__language_code="nb").last()
    page = NewsPage.objects.filter(locale__language_code="nb", live=True).first()
    html = f'<p><a linktype="page" id="{target.pk}">hit</a></p>'
    page.body = page.body.stream_block.normalize([("paragraph", RichText(html))])
    page.save_revision().publish()
    assert ReferenceIndex.get_grouped_references_to(target).count() >= 1
    client = as_user(EDITOR)
    text = client.get(f"/admin/pages/{target.pk}/delete/").content.decode()
    assert f"/admin/pages/{target.pk}/usage/" in text
    assert page.title in client.get(f"/admin/pages/{target.pk}/usage/").content.decode()


def test_before_a_picture_is_deleted_it_says_where_it_is_used(as_user):
    page = NewsPage.objects.filter(image__isnull=False).first()
    ReferenceIndex.create_or_update_for_object(page)
    text = as_user("leder@drammen.example").get(f"/admin/images/usage/{page.image_id}/").content.decode()
    assert page.title in text
    assert get_image_model().objects.filter(pk=page.image_id).exists()


def test_before_a_document_is_deleted_it_says_where_it_is_used(as_user):
    plan = get_document_model().objects.create(title="Reguleringsplan", file=ContentFile(b"%PDF-1.7", "plan.pdf"))
    page = NewsPage.objects.filter(locale__language_code="nb", live=True).first()
    html = f'<p><a linktype="document" id="{plan.pk}">planen</a></p>'
    page.body = page.body.stream_block.normalize([("paragraph", RichText(html))])
    page.save_revision().publish()
    client = as_user(EDITOR)
    assert f"/admin/documents/usage/{plan.pk}/" in client.get(f"/admin/documents/delete/{plan.pk}/").content.decode()
    assert page.title in client.get(f"/admin/documents/usage/{plan.pk}/").content.decode()


# --- The campaign banner --------------------------------------------------------------------------------------------
def test_a_banner_stands_from_its_first_moment_until_before_its_last(demo):
    begins = (timezone.now() + timedelta(days=2)).replace(microsecond=0)
    ends = begins + timedelta(hours=3)
    nb, _en = pair()
    Banner.objects.create(
        text_nb="Åpen dag", text_en="Open day", link_label_nb="Meld deg på", page=nb, starts_at=begins, ends_at=ends
    )
    for moment, is_there in (
        (begins - timedelta(seconds=1), False),
        (begins, True),
        (ends - timedelta(seconds=1), True),
        (ends, False),
    ):
        with time_machine.travel(moment, tick=False):
            purge()
            assert bool([line for line in banners_now() if line.text == "Åpen dag"]) is is_there, moment
            assert ("Åpen dag" in render_to_string("components/banner.html")) is is_there


def test_a_banner_speaks_the_readers_language_and_leads_to_the_translation(demo):
    now = timezone.now()
    nb, en = pair()
    Banner.objects.create(
        text_nb="Åpen dag", text_en="Open day", page=nb, starts_at=now - timedelta(1), ends_at=now + timedelta(1)
    )
    purge()
    with translation.override("en"):
        (line,) = [line for line in banners_now() if line.text == "Open day"]
        assert line.url == en.get_url() and line.page_title == en.title
    en.unpublish()
    purge()
    with translation.override("en"):
        (line,) = [line for line in banners_now() if line.text == "Open day"]
        assert line.url == nb.get_url()
    nb.unpublish()
    purge()
    with translation.override("en"):
        (line,) = [line for line in banners_now() if line.text == "Open day"]
        assert line.url == ""


def test_communications_write_banners(as_user):
    client = as_user(EDITOR)
    assert client.get("/admin/banner/add/").status_code == 200
    moment = timezone.localtime()
    data = {
        "text_nb": "Åpen dag",
        "text_en": "",
        "link_label_nb": "",
        "link_label_en": "",
        "page": "",
        "starts_at": (moment + timedelta(days=1)).strftime("%Y-%m-%d %H:%M"),
        "ends_at": moment.strftime("%Y-%m-%d %H:%M"),
    }
    assert client.post("/admin/banner/add/", data).status_code == 200
    assert not Banner.objects.exists()
    data["ends_at"] = (moment + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    assert client.post("/admin/banner/add/", data).status_code == 302
    assert Banner.objects.get().text_nb == "Åpen dag"
