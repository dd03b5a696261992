"""A small site with what machines read: news, an event, a vacancy, a story, a search, and what nobody may see."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from home.demo.building import Builder, stream
from home.models import (
    ContactPage,
    Event,
    EventIndexPage,
    EventPage,
    FrontPage,
    NewsIndexPage,
    NewsPage,
    ProgrammeSettings,
    SearchPage,
    StandardPage,
    StoryIndexPage,
    StoryPage,
    Vacancy,
    VacancyIndexPage,
    VacancyPage,
)
from tests.conftest import plant_root

from .settling import settle

NASTY = 'Æresrunde </script><script>alert(1)</script> & "hermetegn"'
SECRET = "hemmelig-innhold"
PERMISSION = "Kari Nordlie sa ja"


class MachineSite:
    """`pages[key][code]` are the pages; "sealed" needs a login, "draft" is not published."""

    def __init__(self) -> None:
        plant_root()
        self.builder = Builder()
        self.pages = self.builder.pages
        add = self.builder.add
        add(
            "front",
            lambda code: FrontPage(
                title=f"Forsiden {code}", slug=f"f-{code}", headline="Døra er åpen", lead="Kom inn.", cta_label="Si hei"
            ),
            under="",
        )
        add("newsindex", lambda code: NewsIndexPage(title="Nyheter", slug="nyheter", intro="Nytt."))
        self.news("first", "Første nyhet", date(2026, 3, 1))
        self.news("nasty", NASTY, date(2026, 3, 2))
        add("events", lambda code: EventIndexPage(title="Arrangementer", slug="arrangementer"))
        begins = timezone.now() + timedelta(days=9)
        self.event = Event.objects.create(
            name_nb="Frokost",
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            place_nb="Brygga",
            address="Kaia 1",
        )
        add(
            "event",
            lambda code: EventPage(title="Frokost", slug="frokost", event=self.event, intro="Brød og naboer."),
            under="events",
        )
        add("vacancies", lambda code: VacancyIndexPage(title="Jobb", slug="jobb"))
        self.vacancy = Vacancy.objects.create(
            name_nb="Rådgiver", employer="Foreningen", place="Drammen", deadline_at=timezone.now() + timedelta(days=20)
        )
        add("vacancy", self._vacancy_page, under="vacancies")
        add("stories", lambda code: StoryIndexPage(title="Historier", slug="historier"))
        add("story", self._story_page, under="stories")
        add("search", lambda code: SearchPage(title="Søk", slug="sok"))
        add("contact", lambda code: ContactPage(title="Kontakt", slug="kontakt", intro="Ring oss."))
        add("about", lambda code: StandardPage(title="Om oss", slug="om-oss", intro="Vi er to."))
        add("sealed", lambda code: StandardPage(title=SECRET, slug="lukket", intro=SECRET))
        add("below", lambda code: StandardPage(title=SECRET, slug="under-lukket", intro=SECRET), under="sealed")
        add("draft", lambda code: StandardPage(title=SECRET, slug="kladd", intro=SECRET))
        for code in ("nb", "en"):
            PageViewRestriction.objects.create(page=self.pages["sealed"][code], restriction_type="login")
            self.pages["draft"][code].unpublish()
        site = Site.objects.get(is_default_site=True)
        site.root_page = self.pages["front"]["nb"]
        site.save()
        Site.clear_site_root_paths_cache()
        ProgrammeSettings.objects.update_or_create(
            site=site,
            defaults={
                "name_nb": "Døråpner",
                "name_en": "Dooropener",
                "tagline_nb": "Vi åpner dører",
                "contact_email": "hei@byen.example",
                "contact_phone": "+47 40 00 00 99",
            },
        )
        settle()

    def news(self, key: str, title: str, day: date) -> None:
        """One more piece of news."""

        def make(code: str) -> NewsPage:
            text = f"<p>Les <a href='/sok/'>mer</a> om {title[:5]}.</p>"
            body = stream(NewsPage, [("paragraph", text)])
            return NewsPage(title=title, slug=f"nyhet-{key}", date=day, intro="Kort sagt.", body=body)

        self.builder.add(key, make, under="newsindex")

    def _vacancy_page(self, code: str) -> VacancyPage:
        body = stream(VacancyPage, [("paragraph", "<p>Du ringer folk.</p>")])
        return VacancyPage(title="Rådgiver", slug="radgiver", vacancy=self.vacancy, intro="Vi søker deg.", body=body)

    def _story_page(self, code: str) -> StoryPage:
        return StoryPage(
            title="Krakken",
            slug="krakken",
            intro="En krakk.",
            company="Krakk AS",
            person="Kari Nordlie",
            quote="Den er god.",
            permission_from=PERMISSION,
            permission_on=date(2026, 1, 2),
            permission_how="E-post",
        )

    def url(self, key: str, code: str = "nb") -> str:
        """The address of a page."""
        return self.pages[key][code].get_url()


def tree(document: bytes) -> Any:
    """An XML document's root element."""
    from xml.etree import ElementTree

    return ElementTree.fromstring(document)
