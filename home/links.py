"""Links in rich text, from what was fetched for the whole page at once."""

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from . import bodies


class _FromStore:
    """A link whose target is gone or unpublished becomes text without a link. Without a store, Wagtail's own way."""

    identifier: str

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """The opening tag for each."""
        store = bodies.current()
        keys = [bodies.key_of(attributes) for attributes in attrs_list]
        if store is None or not store.has_links(cls.identifier, (key for key in keys if key is not None)):
            return super().expand_db_attributes_many(attrs_list)  # type: ignore[misc]
        urls = [store.links.get((cls.identifier, key), "") if key is not None else "" for key in keys]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


class PageLink(_FromStore, PageLinkHandler):
    """Links to pages."""


class DocumentLink(_FromStore, DocumentLinkHandler):
    """Links to documents."""
