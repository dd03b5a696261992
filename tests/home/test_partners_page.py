"""The partners' wall and directory, and the page of each firm."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, Site

from home.machines.structured import absolute
from home.models import FrontPage, PartnersPage, PremisesPage, StoryIndexPage, StoryPage
from home.public_partners import BRICKS, alphabetical, profile
from partners.models import Agreement, PartnerFirm
from tests.conftest import plant_root
from tests.factories import (
    SIGNED,
    AgreementFactory,
    CompetenceFactory,
    ContributionTierFactory,
    FocusIndustryFactory,
    PartnerFirmFactory,
    organisation_number,
)
from tests.partners.premises import premises
from tests.rewriting import rewriting

from .settling import settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def front(db):
    """Front, partners and premises in Norwegian."""
    plant_root()
    locale = Locale.objects.get_or_create(language_code="nb")[0]
    page = FrontPage(title="Forside", slug="front-nb", locale=locale, headline="Front", lead="Hit", cta_label="Inn")
    Page.get_first_root_node().add_child(instance=page)
    page.add_child(instance=PartnersPage(title="Partnere", slug="partnere", locale=locale))
    page.add_child(instance=PremisesPage(title="Lokaler", slug="lokaler", locale=locale))
    Site.objects.filter(is_default_site=True).update(root_page=page)
    Site.clear_site_root_paths_cache()
    settle()
    return page


def get(address: str, status: int = 200):
    settle()
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer


def shown(query: str = "") -> list[str]:
    return [firm.slug for firm, _premises in get(f"/partnere/{query}").context["entries"]]


@pytest.fixture
def three():
    tier = ContributionTierFactory(rank=30_001)
    health = FocusIndustryFactory(slug="helse", name_nb="Helse")
    PartnerFirmFactory(slug="aare", name="Åre Bygg AS", tier=tier, mentor_name="Ola Hemmelig")
    PartnerFirmFactory(slug="bolge", name="Bølge & Bru AS", tier=tier).industries.add(health)
    elv = PartnerFirmFactory(slug="elv", name="Elv Eiendom AS", tier=tier, languages=["en", "pl"])
    elv.competences.add(CompetenceFactory(slug="flytting", name_nb="Flytting"))
    premises(firm=elv)


FILTERS = {
    "": "bolge elv aare",
    "?navn=bru": "bolge",
    "?navn=BØLGE": "bolge",
    "?navn=++as++": "bolge elv aare",
    "?navn=%26": "bolge",
    "?navn=%25": "",
    "?navn=finnes-ikke": "",
    "?navn=%00": "bolge elv aare",
    "?navn=" + "x" * 5000: "",
    "?bransje=helse": "bolge",
    "?bransje=romfart": "bolge elv aare",
    "?tilbud=fadder": "aare",
    "?tilbud=lokaler": "elv",
    "?tilbud=alt": "bolge elv aare",
    "?bransje=helse&tilbud=fadder": "",
    "?kompetanse=flytting": "elv",
    "?kompetanse=trolldom": "bolge elv aare",
    "?sprak=pl": "elv",
    "?sprak=de": "bolge elv aare",
    "?sprak=pl&bransje=helse": "",
    "?side=99": "bolge elv aare",
    "?side=-1&navn=": "bolge elv aare",
    "?navn=%ff": "",
}


@pytest.mark.parametrize(("query", "remain"), FILTERS.items())
def test_the_directory_shows_who_was_asked_for(three, query, remain):
    assert shown(query) == remain.split()


def test_what_was_asked_stays_and_can_be_taken_back(three):
    answer = get("/partnere/?navn=bru&bransje=helse")
    assert [chip["href"] for chip in answer.context["chips"]] == ["?bransje=helse", "?navn=bru"]
    assert 'value="bru"' in answer.content.decode()
    assert answer.context["items"].paginator.count == 1


def test_the_wall_stands_on_the_bare_page_only(three):
    assert "masonry" in get("/partnere/").content.decode()
    assert "masonry" not in get("/partnere/?navn=bru").content.decode()


def test_a_tier_with_very_many_firms_shows_some_on_the_wall_and_counts_the_rest():
    tier = ContributionTierFactory()
    for _number in range(BRICKS + 2):
        PartnerFirmFactory(tier=tier)
    tiers = get("/partnere/").context["wall"]
    assert [(len(one["firms"]), one["more"]) for one in tiers] == [(BRICKS, 2)]


def test_names_stand_in_norwegian_order():
    names = ["Ås", "Ørn", "Ærlig", "Zoo", "éclair", "Elv", "ås 2"]
    assert sorted(names, key=alphabetical) == ["éclair", "Elv", "Zoo", "Ærlig", "Ørn", "Ås", "ås 2"]


def test_no_firm_at_all_is_a_page_too():
    assert get("/partnere/").context["total"] == 0


def test_a_firm_has_a_page_with_what_it_offers(three, front):
    text = get("/partnere/elv/").content.decode()
    assert "Elv Eiendom AS" in text and "/lokaler/lokale-" in text
    assert f'rel="canonical" href="{absolute("/partnere/elv/")}"' in text


def test_that_there_is_a_mentor_is_public_but_not_who_it_is(three):
    for address in ("/partnere/", "/partnere/aare/"):
        text = get(address).content.decode()
        assert "Hemmelig" not in text
    assert next(firm for firm, _one in get("/partnere/").context["entries"] if firm.slug == "aare").has_mentor


def test_what_a_firm_helps_with_and_its_logo_are_shown(three):
    firm = PartnerFirm.objects.get(slug="elv")
    firm.logo = get_image_model().objects.create(title="Logo", file=get_test_image_file(filename="logo.png"))
    firm.save()
    for address in ("/partnere/", "/partnere/elv/"):
        text = get(address).content.decode()
        assert "Flytting" in text and "polsk" in text
        assert text.count("<picture>") == 1
    firm.competences.update(is_retired=True)
    assert "Flytting" not in get("/partnere/elv/").content.decode()


def test_stories_about_a_firm_stand_on_its_page_once_published(three, front):
    index = front.add_child(instance=StoryIndexPage(title="Historier", slug="historier", locale=front.locale))
    facts = {
        "company": "Kommet AS",
        "person": "Kari",
        "quote": "Ja.",
        "permission_from": "Kari",
        "permission_on": timezone.localdate(),
        "permission_how": "E-post",
        "firm": PartnerFirm.objects.get(slug="elv"),
        "locale": front.locale,
    }
    index.add_child(instance=StoryPage(title="Vi kom", slug="vi-kom", **facts))
    index.add_child(instance=StoryPage(title="Kladd", slug="kladd", live=False, **facts))
    text = get("/partnere/elv/").content.decode()
    assert "/historier/vi-kom/" in text and "Kladd" not in text
    assert "/historier/vi-kom/" not in get("/partnere/bolge/").content.decode()


@pytest.mark.parametrize("slug", ["finnes-ikke", "takk", "ELV"])
def test_an_unknown_firm_is_not_found(three, slug):
    get(f"/partnere/{slug}/", 404)


def test_a_firm_disappears_everywhere_the_day_after_its_agreement(three):
    page = PartnersPage.objects.get()
    assert "http://localhost/partnere/elv/" in [entry["location"] for entry in page.get_sitemap_urls()]
    firm = PartnerFirm.objects.get(slug="elv")
    with rewriting():
        Agreement.objects.filter(firm=firm).update(ends_on=timezone.localdate())
    get("/partnere/elv/")
    with rewriting():
        Agreement.objects.filter(firm=firm).update(ends_on=timezone.localdate() - timedelta(days=1))
    get("/partnere/elv/", 404)
    assert shown() == ["bolge", "aare"]
    assert "Elv Eiendom" not in get("/partnere/").content.decode()
    assert "http://localhost/partnere/elv/" not in [entry["location"] for entry in page.get_sitemap_urls()]


def test_texts_of_firms_are_shown_as_text():
    nasty = "<script>alert(1)</script>"
    PartnerFirmFactory(slug="slem", name=f"Slem {nasty}", tagline_nb=nasty, profile_nb=nasty, offers_nb=nasty)
    for address in ("/partnere/", "/partnere/slem/", "/partnere/?navn=%3Cscript%3Ealert"):
        text = get(address).content.decode()
        assert "<script>alert" not in text and "&lt;script&gt;alert" in text


def test_it_asks_as_little_with_two_thousand_firms_as_with_twenty():
    first = PartnerFirmFactory(slug="den-forste")
    premises(firm=first)
    tier = ContributionTierFactory()
    addresses = [
        "/partnere/",
        "/partnere/?tilbud=lokaler",
        "/partnere/?navn=firma&side=3",
        "/partnere/?side=999",
        "/partnere/den-forste/",
    ]
    counts = []
    for number in (20, 2000):
        made = PartnerFirm.objects.bulk_create(
            PartnerFirm(slug=f"f-{place}", name=f"Firma {place}", organisation_number=organisation_number(5000 + place))
            for place in range(PartnerFirm.objects.count(), number)
        )
        day = timezone.localdate()
        Agreement.objects.bulk_create(
            Agreement(firm=firm, tier=tier, yearly_amount=1, starts_on=day, ends_on=day, **SIGNED) for firm in made
        )
        settle()
        found = {}
        for address in addresses:
            Client().get(address)
            with CaptureQueriesContext(connection) as asked:
                assert Client().get(address).status_code == 200
            found[address] = len(asked)
        counts.append(found)
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 4, counts[0]


def test_a_firm_is_a_partner_since_its_first_signed_agreement():
    firm = PartnerFirmFactory()
    running = firm.running_agreement
    early = {"starts_on": date(2011, 1, 1), "ends_on": date(2011, 12, 31)}
    AgreementFactory(firm=firm, offered=True, **early)
    taken_back = {"signed_at": None, "signed_name": "", "status": "terminated", "reason": "Nei."}
    AgreementFactory(firm=firm, terminated_on=date(2012, 1, 1), **taken_back, **{"starts_on": date(2012, 1, 1)})
    assert profile("nb", firm.pk).since == running.starts_on.year
    AgreementFactory(firm=firm, status="ended", starts_on=date(2015, 1, 1), ends_on=date(2015, 12, 31))
    settle()
    assert profile("nb", firm.pk).since == 2015
