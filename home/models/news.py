"""News and stories."""

import logging
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from partners.models import PartnerFirm

from .base import IMAGE_PANEL, SEARCH_WRITTEN, Illustrated, Introduced, SitePage, Written, iso
from .signoff import JointlySigned

logger = logging.getLogger(__name__)

A_PAGE = 9
PAGE_PARAM = "side"


class Listing(SitePage, Introduced):
    """A page that lists its children, some at a time. A number that does not exist shows the nearest."""

    listed: Any  # a method of each list: what is on it, in order

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        """One page of the list."""
        items = Paginator(self.listed(), A_PAGE).get_page(request.GET.get(PAGE_PARAM))
        return {**super().get_context(request, *args, **kwargs), "items": items, "page_param": PAGE_PARAM}


class NewsIndexPage(Listing):
    """All news, the newest first."""

    kind = _("News")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/news_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("news list")

    def listed(self):
        """Published news of this language."""
        from ..shelves import all_news

        return all_news(self.language)


class NewsPage(JointlySigned, SitePage, Illustrated, Written):
    """One piece of news.

    An *embargoed* one is an announcement that association and municipality make together: both sign it off, and it
    never comes out before the moment of the embargo, whenever somebody publishes it.
    """

    kind = _("News")
    date = models.DateField(_("date"), default=timezone.localdate)
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Set for joint announcements: the municipality signs it off too, and it comes out at this moment."),
    )

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("embargo_until")]),
        FieldPanel("intro"),
        IMAGE_PANEL,
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN, index.FilterField("date")]
    template = "pages/news.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news item")

    def clean(self):
        """Nothing under embargo comes out too early."""
        super().clean()
        if self.embargo_until:
            planned: datetime | None = self.go_live_at  # type: ignore[has-type]
            self.go_live_at = max(filter(None, (planned, self.embargo_until)))

    @classmethod
    def latest(cls, locale_id: int):
        """Published news of one language, the newest first."""
        return _latest(cls, locale_id).order_by("-date", "-pk")

    def get_context(self, request, *args, **kwargs):
        """Three other pieces of news to go on with."""
        from ..cards import latest_news

        others = [card for card in latest_news(self.language, 4) if card.pk != self.pk]
        return {**super().get_context(request, *args, **kwargs), "more": others[:3]}

    def schema(self, request):
        """A NewsArticle."""
        return {
            "@type": "NewsArticle",
            "headline": self.title[:110],
            "description": self.summary,
            "datePublished": iso(self.date),
            "dateModified": iso(self.last_published_at),
            "inLanguage": self.language,
        }


class StoryIndexPage(Listing):
    """Stories of companies that came, and of people who helped them."""

    kind = _("Stories")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/story_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.StoryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("story list")

    def listed(self):
        """Published stories of this language."""
        from ..stories import all_stories

        return all_stories(self.language)


class StoryPage(SitePage, Illustrated, Written):
    """What one company or person experienced. Nobody is quoted without having said yes, and that is written down."""

    kind = _("Story")
    company = models.CharField(_("company"), max_length=120)
    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("partner firm")
    )
    industry = models.ForeignKey(
        "register.FocusIndustry",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("focus industry"),
    )
    person = models.CharField(_("who tells"), max_length=120)
    person_title = models.CharField(_("the person's title"), max_length=120, blank=True)
    quote = models.TextField(_("quote"), max_length=300)
    told_on = models.DateField(_("date"), default=timezone.localdate)
    # Purpose: proof that the person agreed to be quoted and shown (GDPR art. 7.1). Kept as long as the story is.
    permission_from = models.CharField(_("permission given by"), max_length=120)
    permission_on = models.DateField(_("permission given on"), null=True)
    permission_how = models.CharField(
        _("how"), max_length=200, help_text=_("E-mail of the day, signed form … so that it can be found again.")
    )

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("company"), FieldPanel("told_on")]),
        FieldRowPanel([FieldPanel("firm"), FieldPanel("industry")]),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("person"), FieldPanel("person_title")]), FieldPanel("quote")],
            heading=_("Who tells"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("permission_from"), FieldPanel("permission_on")]), FieldPanel("permission_how")],
            heading=_("Permission to quote"),
            help_text=_("Seen in the admin only. Without it the story cannot be published."),
        ),
        IMAGE_PANEL,
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        *SEARCH_WRITTEN,
        index.SearchField("company"),
        index.SearchField("person"),
        index.SearchField("quote"),
    ]
    template = "pages/story.html"
    parent_page_types = ["home.StoryIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("story")

    @classmethod
    def latest(cls, locale_id: int):
        """Published stories of one language, the newest first."""
        return _latest(cls, locale_id).order_by("-told_on", "-pk")

    @property
    def may_be_quoted(self) -> bool:
        """Whether it is written down who gave permission, when and how."""
        return bool(self.permission_from.strip() and self.permission_on and self.permission_how.strip())

    def publish(self, revision, user=None, log_action=True, **kwargs):
        """Publish, or schedule, `revision`. Raises PublishPermissionError when nobody wrote down the permission.

        The form asks for it, but approvals, bulk actions and the clock come here without a form. The clock is not
        stopped by it: the story stays a draft, and what is due after it comes out.
        """
        if not revision.as_object().may_be_quoted:
            if log_action == "wagtail.publish.scheduled":
                self.revisions.update(approved_go_live_at=None)
                logger.warning("Story %s was due, but the permission to quote is not written down.", self.pk)
                return None
            raise PublishPermissionError(gettext("Write down first who gave permission to quote, when and how."))
        return super().publish(revision, user=user, log_action=log_action, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """With what the firm who tells is found under, and three other stories to go on with."""
        from ..listings import latest_stories
        from ..stories import firm_address

        others = [card for card in latest_stories(self.language, 4) if card.pk != self.pk]
        where = firm_address(self.language, self.firm.slug) if self.firm else ""
        return {**super().get_context(request, *args, **kwargs), "more": others[:3], "firm_url": where}

    def schema(self, request):
        """An Article."""
        return {
            "@type": "Article",
            "headline": self.title[:110],
            "description": self.summary,
            "datePublished": iso(self.told_on),
            "dateModified": iso(self.last_published_at),
            "inLanguage": self.language,
        }


def _latest(model: type[Page], locale_id: int):
    return (
        model.objects.live()
        .public()
        .filter(locale_id=locale_id)
        .select_related("image")
        .prefetch_related("image__renditions")
        .defer("body")
    )
