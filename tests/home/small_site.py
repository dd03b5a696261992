"""A small site in both languages, for tests that need pages and not the whole demo."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from home.demo.building import Builder, stream
from home.models import (
    ContactPage,
    ContactPerson,
    FrontPage,
    IndustryIndexPage,
    IndustryPage,
    InterestPage,
    StrengthIndexPage,
    StrengthPage,
)
from prospects.models import Evidence, Strength
from tests.conftest import plant_root
from tests.factories import FocusIndustryFactory, PartnerFirmFactory


def evidence(strength: Strength, claim: str, *, due_in: int = 100, industries: tuple = (), **more: Any) -> Evidence:
    """Evidence that is to be checked in `due_in` days; overdue when that is less than none."""
    made = Evidence.objects.create(
        **{
            "strength": strength,
            "figure": "42",
            "unit_nb": "steder",
            "unit_en": "places",
            "claim_nb": claim,
            "claim_en": f"{claim} in English",
            "source_nb": "Kilden",
            "source_en": "The source",
            "dated_on": date(2020, 1, 2),
            "review_on": timezone.localdate() + timedelta(days=due_in),
            **more,
        }
    )
    made.industries.set(industries)
    return made


class SmallSite:
    """Two strengths, two industries, a person, a firm with a mentor; `pages[key][code]` are the pages."""

    def __init__(self) -> None:
        plant_root()
        self.port = FocusIndustryFactory(slug="havn", name_nb="Havn", name_en="Port")
        self.trade = FocusIndustryFactory(slug="handel", name_nb="Handel", name_en="Trade")
        self.hub = self._strength("knutepunkt", "Knutepunkt", "Hub")
        self.compact = self._strength("kompakt", "Kompakt", "Compact")
        self.person = ContactPerson.objects.create(
            name="Kari Ås", title_nb="Rådgiver", title_en="Adviser", phone="+47 40 00 00 99", speaks_nb="norsk"
        )
        self.person.industries.set([self.port])
        self.firm = PartnerFirmFactory(name="Kaia AS", mentor_name="Ola Trosse", offers_nb="En kai", offers_en="A quay")
        self.firm.industries.set([self.port])
        self.builder = Builder()
        self.pages = self.builder.pages
        self._build()

    @staticmethod
    def _strength(key: str, nb: str, en: str) -> Strength:
        return Strength.objects.create(
            slug=key,
            picture=key,
            name_nb=nb,
            name_en=en,
            gloss_en=f"{en} it is",
            summary_nb=f"{nb}.",
            summary_en=f"{en}.",
        )

    def _build(self) -> None:
        add = self.builder.add
        add(
            "front",
            lambda code: FrontPage(title="Forsiden", slug=f"f-{code}", headline="Hei", lead="Hei.", cta_label="Si hei"),
            under="",
        )
        add("interest", lambda code: InterestPage(title="Interesse", slug="interesse"))
        add("why", lambda code: StrengthIndexPage(title="Hvorfor her", slug="hvorfor", intro="Derfor."))
        for strength in (self.hub, self.compact):
            add(
                strength.slug,
                lambda code, strength=strength: StrengthPage(
                    title=strength.name_nb, slug=strength.slug, strength=strength
                ),
                under="why",
            )
        add("industries", lambda code: IndustryIndexPage(title="Bransjer", slug="bransjer"))
        for industry in (self.port, self.trade):
            add(
                industry.slug,
                lambda code, industry=industry: IndustryPage(
                    title=industry.name_nb,
                    slug=industry.slug,
                    industry=industry,
                    reasons="<p>Grunner.</p>",
                    skills="<p>Folk.</p>",
                ),
                under="industries",
            )
        add("contact", lambda code: ContactPage(title="Kontakt", slug="kontakt", address="Kaia 1\n3000 Byen"))
        site = Site.objects.get(is_default_site=True)
        site.root_page = self.pages["front"]["nb"]
        site.save()
        Site.clear_site_root_paths_cache()

    def write(self, key: str, rows: list[tuple[str, Any]]) -> Page:
        """Put blocks on the page of that key in Norwegian, and publish it."""
        page = self.pages[key]["nb"]
        page.body = stream(type(page), rows)
        page.save_revision(log_action=False).publish(log_action=False)
        return page
