"""Public page types, what they show that is kept once for both languages, and the settings of the site."""

from .base import SitePage
from .event_pages import EventIndexPage, EventPage
from .events import Event, EventRegistration
from .front import AccessibilityPage, FrontPage, PrivacyPage, StandardPage
from .industries import IndustryIndexPage, IndustryPage, StrengthIndexPage, StrengthPage
from .interest import InterestPage
from .links import LinkCheck
from .news import NewsIndexPage, NewsPage, StoryIndexPage, StoryPage
from .newsletter import NewsletterPage, Subscription
from .partners import PartnersPage, PremisesPage
from .people import Banner, ContactPage, ContactPerson, ResultsPage
from .programme import GuidePage, GuideStep, Milestone, ProgrammeIndexPage, ProgrammePage, TimelinePage
from .search import PromotedResult, SearchEntry, SearchPage, SearchSynonym, SearchWord
from .settings import ProgrammeSettings
from .signoff import SignOffTask
from .triage import TriagePage
from .vacancies import JobApplication, Vacancy
from .vacancy_pages import VacancyIndexPage, VacancyPage

__all__ = [
    "AccessibilityPage",
    "Banner",
    "ContactPage",
    "ContactPerson",
    "Event",
    "EventIndexPage",
    "EventPage",
    "EventRegistration",
    "FrontPage",
    "GuidePage",
    "GuideStep",
    "IndustryIndexPage",
    "IndustryPage",
    "InterestPage",
    "JobApplication",
    "LinkCheck",
    "Milestone",
    "NewsIndexPage",
    "NewsPage",
    "NewsletterPage",
    "PartnersPage",
    "PremisesPage",
    "PrivacyPage",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ProgrammeSettings",
    "PromotedResult",
    "ResultsPage",
    "SearchEntry",
    "SearchPage",
    "SearchSynonym",
    "SearchWord",
    "SignOffTask",
    "SitePage",
    "StandardPage",
    "StoryIndexPage",
    "StoryPage",
    "StrengthIndexPage",
    "StrengthPage",
    "Subscription",
    "TimelinePage",
    "TriagePage",
    "Vacancy",
    "VacancyIndexPage",
    "VacancyPage",
]
