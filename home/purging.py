"""When the shelves are emptied: whenever something that the public sees is saved, deleted, moved or published.

The list below is the whole rule. It hears what Django and Wagtail tell; what they do not tell of (`update()`,
`bulk_create()`) says `home.shelves.purge()` itself.
"""

import logging
from typing import Any
from urllib.request import Request, urlopen

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.contrib.frontend_cache.backends.http import HTTPBackend
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import ModelLogEntry, Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .shelves import purge

logger = logging.getLogger(__name__)

# Saved, changed or deleted: new shelves. Add a model here when a public page shows it.
WATCHED = [
    "wagtailcore.Site",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailimages.Image",
    "wagtaildocs.Document",
    "wagtailredirects.Redirect",
    "home.ProgrammeSettings",
    "home.Banner",
    "register.FocusIndustry",
    "partners.PartnerFirm",
    "partners.PartnerFirm.industries",
    "partners.PartnerFirm.competences",
    "partners.PartnerFirm.industry_codes",
    "partners.Agreement",
    "partners.ContributionTier",
    "partners.Benefit",
    "partners.Premises",
    "prospects.Strength",
    "prospects.Evidence",
    "prospects.Evidence.industries",
    "home.ContactPerson",
    "home.ContactPerson.industries",
    "home.Event",
    "home.Vacancy",
    "home.Milestone",
    "home.GuideStep",
    "home.SearchSynonym",
    "home.PromotedResult",
]
# Deleted only: a picture that is made when a page first shows it changes nothing on the shelves.
WATCHED_WHEN_DELETED = ["wagtailimages.Rendition"]
# Steps of a workflow (their names in the log) that change what the public sees.
WATCHED_STEPS = ("partners.premises_", "partners.agreement_", "partners.profile_approved")
# What Wagtail writes on a page when a draft is saved; nobody outside sees it.
DRAFT_FIELDS = {"draft_title", "latest_revision", "latest_revision_created_at", "has_unpublished_changes"}


def watch() -> None:
    """Listen; called once, when the apps are ready."""
    for label in WATCHED:
        app, model, *field = label.split(".")
        sender = apps.get_model(app, model)
        if field:
            m2m_changed.connect(_on_change, sender=getattr(sender, field[0]).through, dispatch_uid=f"shelves-{label}")
        else:
            post_save.connect(_on_change, sender=sender, dispatch_uid=f"shelves-save-{label}")
            post_delete.connect(_on_change, sender=sender, dispatch_uid=f"shelves-delete-{label}")
    for label in WATCHED_WHEN_DELETED:
        post_delete.connect(_on_change, sender=apps.get_model(label), dispatch_uid=f"shelves-delete-{label}")
    for kind in apps.get_models():
        if issubclass(kind, Page):
            post_save.connect(_on_page_save, sender=kind, dispatch_uid=f"shelves-page-save-{kind._meta.label}")
            post_delete.connect(_on_page_change, sender=kind, dispatch_uid=f"shelves-page-delete-{kind._meta.label}")
    post_save.connect(_on_log, sender=ModelLogEntry, dispatch_uid="shelves-log")
    post_migrate.connect(_on_change, sender=apps.get_app_config("home"), dispatch_uid="shelves-migrated")
    page_published.connect(_on_page_change, dispatch_uid="shelves-published")
    page_unpublished.connect(_on_page_change, dispatch_uid="shelves-unpublished")
    page_slug_changed.connect(_on_page_change, dispatch_uid="shelves-slug")
    post_page_move.connect(_on_page_change, dispatch_uid="shelves-moved")


def _on_change(**kwargs: Any) -> None:
    purge()


def _on_log(instance: ModelLogEntry, **kwargs: Any) -> None:
    """A transition writes with `update()`, which no signal tells of, and then to the log."""
    if instance.action.startswith(WATCHED_STEPS):
        purge()


def _on_page_save(instance: Page, created: bool, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    is_draft = (created and not instance.live) or (update_fields is not None and DRAFT_FIELDS.issuperset(update_fields))
    if not is_draft:
        purge()


def _on_page_change(instance: Page, **kwargs: Any) -> None:
    purge()
    _purge_front(instance, kwargs.get("instance_before"), kwargs.get("url_path_before"))


# --- A cache in front -----------------------------------------------------------------------------------------------
class FrontCache(HTTPBackend):
    """Wagtail's PURGE over HTTP, that waits three seconds and not for ever when the cache does not answer."""

    def purge(self, url: str) -> None:
        """Ask the cache to forget one address; what fails is logged."""
        _scheme, _, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        request = Request(  # noqa: S310 - the operator's own address
            f"{self.cache_scheme}://{self.cache_netloc}{slash}{path}", headers={"Host": host}, method="PURGE"
        )
        try:
            with urlopen(request, timeout=3):  # noqa: S310
                pass
        except OSError as error:
            logger.error("The cache in front did not forget %s: %s", url, error)


def _purge_front(page: Page, before: Page | None, url_path_before: str | None) -> None:
    """Have the cache in front forget the page, where it was before, and the pages above it, which list it."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    batch = PurgeBatch()
    pages = [page, *page.get_ancestors().filter(depth__gt=1)]
    if before is not None:
        pages.append(before)
    batch.add_pages(pages)
    if url_path_before is not None and url_path_before != page.url_path:
        old = Page(url_path=url_path_before, content_type_id=page.content_type_id).get_full_url()
        batch.add_urls([old] if old else [])
    transaction.on_commit(batch.purge, robust=True)
