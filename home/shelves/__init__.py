"""Shelves: what public pages share, kept ready until something they show changes (docs/decisions/0010)."""

from .cards import (
    FirmCard,
    IndustryCard,
    Listed,
    NewsCard,
    TierCard,
    all_news,
    firms,
    industries,
    latest_news,
    news_between,
    published,
    url_of,
)
from .engine import purge, shelf
from .frame import Frame, MenuEntry, Programme, chrome
from .sites import Sites, is_unsealed, sealing, site_of, sites

__all__ = [
    "FirmCard",
    "Frame",
    "IndustryCard",
    "Listed",
    "MenuEntry",
    "NewsCard",
    "Programme",
    "Sites",
    "TierCard",
    "all_news",
    "chrome",
    "firms",
    "industries",
    "is_unsealed",
    "latest_news",
    "news_between",
    "published",
    "purge",
    "sealing",
    "shelf",
    "site_of",
    "sites",
    "url_of",
]
