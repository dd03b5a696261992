"""The page of vacant premises: the filter, the numbering of list and map, the page of one place, and what it costs."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale, Page, Site

from home.machines.structured import absolute
from home.models import FrontPage, PremisesPage
from home.premises.cards import PIN, apart
from home.premises.list import Wish
from home.premises.words import metres_words, price_words, square_metres, vacant_words, walk_words
from partners.models import Agreement, Premises
from tests.factories import PartnerFirmFactory
from tests.partners.premises import premises
from tests.rewriting import rewriting

from .settling import settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    """Front and premises page in both languages."""
    made: dict[str, Page] = {}
    for code, slug in (("nb", "lokaler"), ("en", "premises")):
        locale = Locale.objects.get_or_create(language_code=code)[0]
        front = FrontPage(
            title=code, slug=f"front-{code}", locale=locale, headline="Front", lead="Hit", cta_label="Inn"
        )
        page = PremisesPage(title=slug.title(), slug=slug, locale=locale)
        if made:
            front.translation_key, page.translation_key = made["front"].translation_key, made["page"].translation_key
        Page.get_first_root_node().add_child(instance=front)
        front.add_child(instance=page)
        made = made or {"front": front, "page": page}
    Site.objects.filter(is_default_site=True).update(root_page=made["front"])
    Site.clear_site_root_paths_cache()
    settle()


def get(address: str, status: int = 200):
    settle()
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer


def shown(address: str) -> list[str]:
    """The short names of the premises listed, in their order."""
    return [place.slug for place in get(address).context["places"]]


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def three():
    premises(slug="kontor", kind="office", area_from=50, area_to=300, price_band="high", days=10, metres_to_station=900)
    premises(slug="lager", kind="warehouse", area_to=4000, price_band="low", days=90, metres_to_station=2000)
    premises(slug="tomt", kind="plot", area_to=9000, price_band="ask", days=-30, metres_to_station=3500)


# What is asked, and who remains in the standing order: vacant first.
ALL = "tomt kontor lager"
FILTERS = {
    "": ALL,
    "?type=kontor": "kontor",
    "?type=kontor&type=lager": "kontor lager",
    "?areal=300": ALL,
    "?areal=301": "tomt lager",
    "?pris=under-1500": "lager",
    "?pris=avtale": "tomt",
    f"?ledig={in_days(10)}": "tomt kontor",
    f"?ledig={in_days(9)}": "tomt",
    "?avstand=1000": "kontor",
    "?avstand=2000": "kontor lager",
    "?type=lager&type=tomt&areal=5000&avstand=4000": "tomt",
    "?sorter=naermest": "kontor lager tomt",
    "?sorter=storst": "tomt lager kontor",
    "?sorter=ledig": ALL,
}
ODD = [
    "type=slott", "type=office", "areal=-5", "areal=0", "areal=2000000", "areal=mye",
    "areal=1e9", "areal=99999999999999999999",
    "areal=12.5", "areal=%00", "areal=%D9%A3", "areal=²", "pris=gratis", "pris=low", "ledig=i+morgen",
    "ledig=2026-13-40", "ledig=0000-00-00", "ledig=20261301", "ledig=9999-12-31", "avstand=0", "avstand=777",
    "avstand=-1", "sorter=pk", "sorter=-area_to", "side=0", "side=-1", "side=x", "side=99999999999999999999",
    "side=2", "side=%00", "type=%00", "sorter=%00&pris=%00", "ukjent=1", "type=",
    "areal=&pris=&ledig=&avstand=&sorter=",
]  # fmt: skip


@pytest.mark.parametrize(("query", "remain"), FILTERS.items())
def test_the_filter_leaves_what_was_asked_for(three, query, remain):
    assert shown(f"/lokaler/{query}") == remain.split()


@pytest.mark.parametrize("query", ODD)
def test_a_value_that_makes_no_sense_is_as_good_as_unsaid(three, query):
    assert shown(f"/lokaler/?{query}") == ALL.split()


def test_latin_1_and_broken_escapes_break_nothing(three):
    for query in ("type=%ff%fe", "areal=%", "ledig=%E5r", "side=%zz"):
        get(f"/lokaler/?{query}")


def test_what_was_chosen_stays_chosen_and_each_choice_can_be_taken_back(three):
    query = f"?type=kontor&type=tomt&areal=200&pris=2200-3000&ledig={in_days(30)}&avstand=1000&sorter=storst"
    text = get(f"/lokaler/{query}").content.decode()
    for kept in ('value="kontor" checked', 'value="tomt" checked', 'value="200"', f'value="{in_days(30)}"'):
        assert kept in re.sub(r"\s+", " ", text), kept
    for value in ("2200-3000", "1000", "storst"):
        assert re.search(rf'<option value="{value}"\s+selected', text), value
    chips = re.findall(r'class="chip"\s+href="([^"]*)"', text)
    assert len(chips) == 6
    assert all(len(unescape(chip).split("&")) == 6 for chip in chips)  # one less of seven, each time
    assert re.search(r'<a class="linkish" href="/lokaler/">', text)


def test_the_number_of_hits_is_told(three):
    with translation.override("nb"):
        assert get("/lokaler/?type=kontor").context["found"].total == 1
    assert get("/lokaler/").context["found"].total == 3


def test_a_wish_read_from_its_own_address_is_the_same_wish():
    wish = Wish.read(
        QueryDict(f"type=tomt&type=kontor&areal=200&ledig={in_days(3)}&avstand=500&pris=avtale&sorter=storst")
    )
    assert Wish.read(QueryDict(wish.address()[1:])) == wish


def test_an_empty_list_says_which_filter_to_let_go(three):
    found = get("/lokaler/?type=kontor&areal=5000").context["found"]
    assert [(chip.name, chip.hits) for chip in found.loosen] == [("type", 1), ("areal", 1)]
    assert [chip.name for chip in get("/lokaler/?type=verksted&areal=200").context["found"].loosen] == ["type"]
    assert get("/lokaler/?type=verksted&pris=over-3000").context["found"].loosen == ()


def test_an_empty_site_asks_what_is_needed():
    assert get("/lokaler/").context["found"].total == 0


def test_the_bare_page_is_the_one_to_index(three):
    for query in ("", "?type=kontor", "?sorter=storst&side=1"):
        text = get(f"/lokaler/{query}").content.decode()
        assert re.findall(r'rel="canonical" href="([^"]*)"', text) == [absolute("/lokaler/")]


def test_list_and_map_have_the_same_numbers_on_every_page():
    for number in range(30):
        premises(days=number, map_x=500, map_y=500)
    for page, first, last in ((1, 1, 12), (2, 13, 24), (3, 25, 30), (99, 25, 30)):
        context = get(f"/lokaler/?side={page}&type=kontor").context
        numbers = [place.number for place in context["places"]]
        assert numbers == list(range(first, last + 1))
        assert [(pin.number, pin.url) for pin in context["pins"]] == [
            (one.number, one.url) for one in context["places"]
        ]
    assert "type=kontor&amp;side=2" in get("/lokaler/?type=kontor").content.decode()


@pytest.mark.parametrize("order", ["ledig", "naermest", "storst"])
def test_every_place_is_on_one_page_and_only_one(order):
    for _number in range(26):
        premises()
    pages = [shown(f"/lokaler/?sorter={order}&side={page}") for page in (1, 2, 3)]
    assert sorted(slug for page in pages for slug in page) == sorted(Premises.objects.values_list("slug", flat=True))
    assert len(pages[2]) == 2 and shown(f"/lokaler/?sorter={order}&side=50") == pages[2]


@pytest.mark.parametrize(
    "spots", [[(500, 500)] * 12, [(0, 0)] * 5, [(1000, 1000), (990, 1000)], [(100, 100), (120, 100), (140, 100)]]
)
def test_pins_never_lie_on_one_another(spots):
    moved = apart(spots)
    for here, (x1, y1) in enumerate(moved):
        assert PIN / 2 <= x1 <= 1000 - PIN / 2 and PIN / 2 <= y1 <= 1000 - PIN / 2
        for x2, y2 in moved[here + 1 :]:
            assert (x1 - x2) ** 2 + (y1 - y2) ** 2 >= (PIN - 4) ** 2


def test_pins_with_room_around_them_stay_where_they_are():
    assert apart([(100, 100), (500, 500), (900, 130)]) == [(100, 100), (500, 500), (900, 130)]


# --- Words ----------------------------------------------------------------------------------------------------------
def test_numbers_are_written_as_the_reader_writes_them():
    made = premises("draft", area_from=600, area_to=1800, metres_to_station=1200, days=-1)
    with translation.override("nb"):
        assert square_metres(600, 1800) == "600–1\xa0800\xa0m²"
        assert square_metres(90, 90) == "90\xa0m²"
        assert metres_words(1200) == "1\xa0200\xa0m"
    with translation.override("en"):
        assert square_metres(600, 1800) == "600–1,800\xa0m²"
        assert walk_words(made) == "1,200\xa0m, 15 minutes on foot"
        assert vacant_words(made) == "now"
        assert price_words(made) == "1,500–2,200 kr per m² and year"
        assert price_words(premises("draft", price_band="ask")) == "By agreement"


# --- One place ------------------------------------------------------------------------------------------------------
def test_a_place_has_a_page_in_both_languages_that_know_of_each_other():
    made = premises()
    norwegian, english = get(f"/lokaler/{made.slug}/"), get(f"/en/premises/{made.slug}/")
    assert made.title_nb in norwegian.content.decode() and made.title_en in english.content.decode()
    assert f'href="/en/premises/{made.slug}/"' in norwegian.content.decode()
    assert f'href="/lokaler/{made.slug}/"' in english.content.decode()
    assert f'rel="canonical" href="{absolute(f"/lokaler/{made.slug}/")}"' in norwegian.content.decode()


@pytest.mark.parametrize(("status", "code"), {"draft": 404, "offered": 200, "reserved": 200, "let": 410}.items())
def test_what_is_let_is_gone_and_what_is_no_more_than_a_draft_is_unknown(status, code):
    other = premises()
    made = premises(status)
    answer = get(f"/lokaler/{made.slug}/", code)
    text = answer.content.decode()
    if code == 410:
        assert [place.slug for place in answer.context["places"]] == [other.slug]
        assert 'name="robots" content="noindex"' in text and made.title_nb not in text
    assert (made.title_nb in text) == (code == 200)


def test_what_a_firm_offers_vanishes_with_its_agreement():
    made, stays = premises(), premises()
    with rewriting():
        Agreement.objects.filter(firm=made.firm).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert shown("/lokaler/") == [stays.slug]
    get(f"/lokaler/{made.slug}/", 404)
    page = PremisesPage.objects.get(slug="lokaler")
    assert [entry["location"] for entry in page.get_sitemap_urls()][1:] == [f"http://localhost/lokaler/{stays.slug}/"]


def test_one_asks_about_a_place_and_it_is_carried_along():
    from home.models import InterestPage

    FrontPage.objects.get(slug="front-nb").add_child(instance=InterestPage(title="Interesse", slug="interesse"))
    made = premises()
    assert f'href="/interesse/?lokale={made.slug}"' in get(f"/lokaler/{made.slug}/").content.decode()


def test_texts_of_firms_are_shown_as_text():
    nasty = '<script>alert(1)</script><img src=x onerror="a()">'
    firm = PartnerFirmFactory(name=f"Firma {nasty}")
    made = premises(firm=firm, title_nb=f"Sted {nasty}", description_nb=nasty, address=nasty, district=nasty)
    for address in ("/lokaler/", f"/lokaler/{made.slug}/"):
        text = get(address).content.decode()
        assert "<script>alert" not in text and "<img src=x" not in text
        assert "&lt;script&gt;alert" in text


# --- What it costs --------------------------------------------------------------------------------------------------
def queries(address: str, status: int = 200) -> int:
    assert Client().get(address).status_code == status
    with CaptureQueriesContext(connection) as asked:
        Client().get(address)
    return len(asked)


def test_list_and_place_ask_as_little_with_two_thousand_as_with_twenty():
    firms = [PartnerFirmFactory() for _number in range(4)]
    first = premises(slug="den-forste", firm=firms[0])
    gone = premises("let", firm=firms[0])
    addresses = {
        "/lokaler/": 200,
        "/lokaler/?side=2": 200,
        "/lokaler/?side=9999": 200,
        "/lokaler/?type=kontor&areal=150&sorter=storst&side=2": 200,
        "/lokaler/?areal=999999": 200,
        "/lokaler/?areal=999999&side=4": 200,
        f"/lokaler/{first.slug}/": 200,
        f"/lokaler/{gone.slug}/": 410,
    }
    counts = []
    for number in (20, 2000):
        there = Premises.objects.count()
        plain = {field.attname: getattr(first, field.attname) for field in Premises._meta.concrete_fields}
        Premises.objects.bulk_create(
            Premises(**{**plain, "id": None, "slug": f"l-{place}", "firm_id": firms[place % 4].pk})
            for place in range(there, number)
        )
        settle()
        counts.append({address: queries(address, status) for address, status in addresses.items()})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 4, counts[0]
