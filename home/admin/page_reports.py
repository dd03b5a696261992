"""The rows of the reports on pages: worked out from what is stored, in a handful of queries whatever there is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.coreutils import get_content_type_label
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from home.models.links import LinkCheck
from home.page_links import Link, published_links

# How long a page may stand untouched, in months; types of their day (news, stories, events) are not here.
BEARS = {
    "home.frontpage": 6,
    "home.contactpage": 6,
    "home.premisespage": 6,
    "home.vacancypage": 3,
    "home.industrypage": 9,
    "home.guidepage": 9,
    "home.accessibilitypage": 12,
    "home.privacypage": 12,
    "home.standardpage": 12,
    "home.programmepage": 12,
    "home.strengthpage": 12,
    "home.triagepage": 12,
}
MONTH = timedelta(days=30.44)


def _pages() -> Iterable[Page]:
    return Page.objects.filter(depth__gt=1, alias_of=None).select_related("content_type", "locale")


# --- Translations ---------------------------------------------------------------------------------------------------
class TranslationState(TextChoices):
    """How a page stands in another language."""

    CURRENT = "current", gettext_lazy("in order")
    MISSING = "missing", gettext_lazy("missing")
    DRAFT = "draft", gettext_lazy("draft")
    OUTDATED = "outdated", gettext_lazy("outdated")


@dataclass(frozen=True)
class TranslationRow:
    """A published page, and how it stands in one other language; `translation` is the key of its page there."""

    pk: int
    title: str
    source_language: str
    kind: str
    language: str
    state: TranslationState
    source_published: datetime | None
    published: datetime | None
    translation: int | None


def translations(language: str = "", state: str = "") -> list[TranslationRow]:
    """Every published page and each language it is not written in, what needs work first.

    `language` keeps the rows about that language, `state` those that stand so. The source of a page is the one that
    was published first; a page that exists only as a draft is nobody's source.
    """
    groups: dict[object, dict[int, Page]] = defaultdict(dict)
    for page in _pages():
        groups[page.translation_key][page.locale_id] = page
    locales = list(Locale.objects.all())
    rows = []
    for group in groups.values():
        published = [page for page in group.values() if page.live]
        if not published:
            continue
        source = min(published, key=_born)
        for locale in locales:
            if locale.pk == source.locale_id or (language and locale.language_code != language):
                continue
            found = group.get(locale.pk)
            how = _state_of(source, found)
            if state and how != state:
                continue
            rows.append(
                TranslationRow(
                    source.pk,
                    source.title,
                    str(source.locale),
                    get_content_type_label(source.content_type),
                    str(locale),
                    how,
                    source.last_published_at,
                    found.last_published_at if found else None,
                    found.pk if found else None,
                )
            )
    urgency = [TranslationState.MISSING, TranslationState.OUTDATED, TranslationState.DRAFT, TranslationState.CURRENT]
    return sorted(rows, key=lambda row: (urgency.index(row.state), row.title.casefold()))


def _born(page: Page) -> tuple[datetime, int]:
    return page.first_published_at or page.last_published_at or timezone.now(), page.pk


# Both languages are often published in one go, one a moment after the other.
TOGETHER = timedelta(minutes=10)


def _state_of(source: Page, translation: Page | None) -> TranslationState:
    if translation is None:
        return TranslationState.MISSING
    if not translation.live:
        return TranslationState.DRAFT
    mine, theirs = translation.last_published_at, source.last_published_at
    if mine and theirs and mine + TOGETHER < theirs:
        return TranslationState.OUTDATED
    return TranslationState.CURRENT


# --- Links ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class LinkRow:
    """A link of a published page that leads nowhere: what it is, what is wrong, and since when (None: not known)."""

    pk: int
    title: str
    link: str
    what: str
    since: datetime | None


_WRONG = {
    "dns": gettext_lazy("there is no such site"),
    "private": gettext_lazy("an address of a closed network, which readers do not reach"),
    "timeout": gettext_lazy("no answer in time"),
    "refused": gettext_lazy("the site takes no calls"),
    "tls": gettext_lazy("the site's certificate is not in order"),
    "redirects": gettext_lazy("it is sent on and on"),
    "address": gettext_lazy("not an address"),
    "connection": gettext_lazy("the connection broke off"),
}


def broken_links(kind: str = "") -> list[LinkRow]:
    """Links that lead nowhere: all, or those "inside" or "outside"; in the order of the tree."""
    found = list(published_links())
    wrong: dict[tuple[str, str], tuple[str, str, datetime | None]] = {}
    if kind != "outside":
        wrong |= _wrong_inside(found)
    if kind != "inside":
        wrong |= {
            ("url", check.url): (check.url, _what(check), check.first_failed_at) for check in LinkCheck.objects.broken()
        }
    bad = [link for link in found if (link.kind, link.target[:1000]) in wrong]
    titles = dict(Page.objects.filter(pk__in={link.page for link in bad}).values_list("pk", "title"))
    return [LinkRow(link.page, titles.get(link.page, ""), *wrong[link.kind, link.target[:1000]]) for link in bad]


def _what(check: LinkCheck) -> str:
    if check.error == "http":
        return _("it answers %(code)s") % {"code": check.code}
    return str(_WRONG.get(check.error, check.error))


def _wrong_inside(links: list[Link]) -> dict[tuple[str, str], tuple[str, str, datetime | None]]:
    keys = {kind: {int(link.target) for link in links if link.kind == kind} for kind in ("page", "document")}
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys["page"])}
    documents = set(get_document_model().objects.filter(pk__in=keys["document"]).values_list("pk", flat=True))
    wrong: dict[tuple[str, str], tuple[str, str, datetime | None]] = {}
    for key in keys["page"]:
        page = pages.get(key)
        if page is None:
            wrong["page", str(key)] = (_("page %(number)s") % {"number": key}, _("the page is deleted"), None)
        elif not page.live:
            wrong["page", str(key)] = (page.title, _("the page is not published"), None)
    for key in keys["document"] - documents:
        wrong["document", str(key)] = (
            _("document %(number)s") % {"number": key},
            _("the document is deleted"),
            None,
        )
    return wrong


# --- Stale content --------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class StaleRow:
    """A published page that nobody has touched for long, and how many months its type bears."""

    pk: int
    title: str
    kind: str
    language: str
    touched_at: datetime
    owner: str
    months: int


def stale(months: int | None = None, now: datetime | None = None) -> list[StaleRow]:
    """Published pages untouched for longer than their type bears, or than `months`; the longest untouched first.

    To publish a page again as it is counts: somebody has read it.
    """
    moment = now or timezone.now()
    labels = {key.pk: f"{key.app_label}.{key.model}" for key in ContentType.objects.filter(app_label="home")}
    rows = []
    pages: Any = _pages()
    for page in pages.filter(live=True).select_related("owner", "live_revision__user"):
        bears = BEARS.get(labels.get(page.content_type_id, ""))
        touched = max(filter(None, (page.last_published_at, page.latest_revision_created_at)), default=None)
        if bears is None or touched is None or touched > moment - (months or bears) * MONTH:
            continue
        person = (page.live_revision.user if page.live_revision else None) or page.owner
        kind = get_content_type_label(page.content_type)
        rows.append(StaleRow(page.pk, page.title, kind, str(page.locale), touched, str(person or ""), bears))
    return sorted(rows, key=lambda row: row.touched_at)
