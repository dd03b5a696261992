"""The content API tells what is public and nothing else, whoever asks and however."""

import json

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from home.demo.building import IMAGES
from tests.conftest import login
from tests.factories import UserFactory

from .machine_site import PERMISSION, SECRET, MachineSite
from .settling import settle

PAGES, PICTURES = "/api/v2/pages/", "/api/v2/images/"
TYPES = ["NewsPage", "StoryPage", "EventPage", "VacancyPage", "StandardPage", "FrontPage", "ContactPage", "SearchPage"]
NEVER = [
    SECRET,
    PERMISSION,
    "permission",
    "E-post",
    "owner",
    "applications",
    "registrations",
    "latest_revision",
    "embargo",
]


@pytest.fixture
def site(db):
    return MachineSite()


def told(url: str, client: Client | None = None) -> dict:
    response = (client or Client()).get(url)
    assert response.status_code == 200, (url, response.content)
    return json.loads(response.content)


def test_the_list_holds_every_public_page_and_no_other(site):
    hidden = {"sealed", "below", "draft"}
    wanted = {page.pk for key, pages in site.pages.items() if key not in hidden for page in pages.values()}
    found = told(f"{PAGES}?limit=50")
    assert {item["id"] for item in found["items"]} == wanted
    assert found["meta"]["total_count"] == len(wanted)


def test_a_page_tells_its_facts(site):
    event = told(f"{PAGES}{site.pages['event']['nb'].pk}/")
    assert event["meta"]["html_url"] == "http://127.0.0.1:8000" + site.url("event")
    assert (event["meta"]["locale"], event["title"], event["intro"]) == ("nb", "Frokost", "Brød og naboer.")
    assert (event["place"], event["address"], event["is_cancelled"]) == ("Brygga", "Kaia 1", False)
    assert event["starts_at"] and event["ends_at"]
    news = told(f"{PAGES}?type=home.NewsPage&fields=date,intro&locale=nb&order=-date")
    assert [item["date"] for item in news["items"]] == ["2026-03-02", "2026-03-01"]


@pytest.mark.parametrize("kind", TYPES)
def test_all_fields_of_every_type_tell_nothing_private(site, kind):
    for url in (f"{PAGES}?type=home.{kind}&fields=*&limit=50", f"{PAGES}?fields=*&limit=50"):
        text = json.dumps(told(url), ensure_ascii=False)
        assert not [word for word in NEVER if word in text]
    for item in told(f"{PAGES}?type=home.{kind}&limit=50")["items"]:
        text = json.dumps(told(f"{PAGES}{item['id']}/?fields=*"), ensure_ascii=False)
        assert not [word for word in NEVER if word in text]


@pytest.mark.parametrize(
    "query",
    [
        "type=home.StoryPage&fields=permission_from",
        "type=home.StoryPage&permission_from=Kari",
        "type=home.StoryPage&order=permission_from",
        "type=home.EventPage&fields=event(*)",
        "type=home.EventPage&fields=event(registrations(*))",
        "type=home.VacancyPage&fields=vacancy(applications(*))",
        "fields=owner(*)",
        "fields=parent(*)",
        "fields=locked_by(email)",
        "fields=alias_of",
        "owner=1",
        "owner__email=x",
        "live=false",
        "draft_title=x",
        "search=hemmelig",
        "site=localhost",
        "type=accounts.User",
        "type=home.EventRegistration",
        "type=home.JobApplication",
        "type=home.Subscription",
        "type=prospects.Prospect",
        "type=partners.Application",
        "type=home.SitePage",
        "type=x",
        "limit=1000",
        "limit=-1",
        "offset=99999999999999999999",
        "child_of=x",
        "child_of=99999999999999999999",
        "title=%00",
        "id=x",
        "rich_text_format=x",
    ],
)
def test_what_is_not_offered_is_refused(site, query):
    response = Client().get(f"{PAGES}?{query}")
    assert response.status_code == 400, response.content
    assert SECRET not in response.content.decode() and PERMISSION not in response.content.decode()


@pytest.mark.parametrize("key", ["sealed", "below", "draft"])
def test_what_is_sealed_or_a_draft_is_not_there(site, key):
    page = site.pages[key]["nb"]
    editor = login(Client(), UserFactory(communications=True))
    for client in (Client(), editor):  # a login changes nothing
        assert client.get(f"{PAGES}{page.pk}/").status_code == 404
        assert client.get(f"{PAGES}find/?id={page.pk}").status_code == 404
        assert client.get(f"{PAGES}find/?html_path=/{page.slug}/").status_code == 404
        for relation in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
            assert client.get(f"{PAGES}?{relation}={page.pk}").status_code == 400
        assert told(f"{PAGES}?id={page.pk}", client)["items"] == []
        assert told(f"{PAGES}?slug={page.slug}", client)["items"] == []


def test_a_page_is_found_by_its_path_in_both_languages(site):
    for code in ("nb", "en"):
        url = site.url("first", code)
        response = Client().get(f"{PAGES}find/", {"html_path": url})
        assert (response.status_code, response["Location"].split("?")[0]) == (
            302,
            f"http://127.0.0.1:8000{PAGES}{site.pages['first'][code].pk}/",
        )
    assert Client().get(f"{PAGES}find/?html_path=/").status_code == 302
    for odd in ("id=abc", "html_path=/finnes-ikke/", "html_path=" + "a/" * 2000, ""):
        assert Client().get(f"{PAGES}find/?{odd}").status_code == 404


def test_nothing_can_be_written(site):
    for method in ("post", "put", "patch", "delete"):
        for url in (PAGES, f"{PAGES}{site.pages['first']['nb'].pk}/", PICTURES):
            assert getattr(Client(enforce_csrf_checks=True), method)(url).status_code == 405, (method, url)
    assert Client().get("/api/v2/documents/").status_code == 404


def test_answers_may_be_cached_and_are_alike_for_everybody(site):
    response = Client().get(PAGES)
    assert response["Cache-Control"] == "public, max-age=300"
    assert not response.cookies
    editor = login(Client(), UserFactory(communications=True))
    assert editor.get(PAGES).content == response.content


def test_only_pictures_on_public_pages_are_told_of(site):
    def picture(name: str, on: str | None):
        image = site.builder.image(name, f"Bilde {name}")
        if on:
            for page in site.pages[on].values():
                page.image, page.image_alt = image, "Noe"
                page.save_revision(log_action=False).publish(log_action=False)
        return image

    assert (IMAGES / "door.webp").exists()
    shown, library = picture("door", "first"), picture("lab", None)
    on_draft, sealed = picture("map", "nasty"), picture("port", "event")
    for page in site.pages["nasty"].values():
        page.unpublish()
    closed = Collection.get_first_root_node().add_child(name="Lukket")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    sealed.collection = closed
    sealed.save()
    settle()
    found = told(f"{PICTURES}?fields=*")
    assert [item["id"] for item in found["items"]] == [shown.pk]
    for image in (library, on_draft, sealed):
        assert Client().get(f"{PICTURES}{image.pk}/").status_code == 404
    assert told(f"{PAGES}{site.pages['event']['nb'].pk}/")["picture"] is None
    renditions = told(f"{PAGES}{site.pages['first']['nb'].pk}/")["picture"]["renditions"]
    assert renditions and all(one["url"].startswith("http://127.0.0.1:8000/media/images/") for one in renditions)
    assert "original_images" not in json.dumps(found)
