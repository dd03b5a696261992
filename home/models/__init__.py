"""Public page types and the settings of the site."""

from .interest import InterestPage
from .pages import FrontPage, NewsIndexPage, NewsPage, PartnersPage, StandardPage
from .settings import ProgrammeSettings

__all__ = [
    "FrontPage",
    "InterestPage",
    "NewsIndexPage",
    "NewsPage",
    "PartnersPage",
    "ProgrammeSettings",
    "StandardPage",
]
