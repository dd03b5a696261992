"""Where the few pages are that others lead to: the search, the news, the contact page."""

from dataclasses import dataclass

from django.apps import apps

from .shelves import published, shelf, url_of

KINDS = {
    "search_url": "SearchPage",
    "news_url": "NewsIndexPage",
    "contact_url": "ContactPage",
    "newsletter_url": "NewsletterPage",
}


@dataclass(frozen=True)
class Landmarks:
    """Addresses in one language; "" for a page there is not."""

    search_url: str = ""
    news_url: str = ""
    contact_url: str = ""
    newsletter_url: str = ""


@shelf
def landmarks(language: str) -> Landmarks:
    """Where they are."""
    found = {}
    for name, kind in KINDS.items():
        page = published(apps.get_model("home", kind), language).order_by("path").first()
        found[name] = url_of(page) if page is not None else ""
    return Landmarks(**found)
