"""Pages that editors write."""

from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page

from partners.models import Agreement
from register.models import FocusIndustry

from ..blocks import FrontBlocks, LeanStreamField, TextBlocks

NEWS_ON_FRONT = 3
NEWS_A_PAGE = 9


class FrontPage(Page):
    """The front page of one language."""

    eyebrow = models.CharField(_("above the headline"), max_length=80, blank=True)
    headline = models.CharField(_("headline"), max_length=80)
    lead = models.TextField(_("lead"), max_length=400)
    cta_label = models.CharField(_("on the button to the interest form"), max_length=40)
    secondary_label = models.CharField(_("on the second button"), max_length=40, blank=True)
    secondary_page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("where the second button leads"),
    )
    body = LeanStreamField(FrontBlocks(max_num=14), verbose_name=_("content"), blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("eyebrow"),
                FieldPanel("headline"),
                FieldPanel("lead"),
                FieldPanel("cta_label"),
                FieldRowPanel([FieldPanel("secondary_label"), PageChooserPanel("secondary_page")]),
            ],
            heading=_("First screen"),
        ),
        FieldPanel("body"),
    ]
    template = "pages/front.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.StandardPage", "home.NewsIndexPage", "home.PartnersPage", "home.InterestPage"]
    max_count_per_parent = 4

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request, *args, **kwargs):
        """The lists that blocks show."""
        return {
            **super().get_context(request, *args, **kwargs),
            "news": NewsPage.latest(self)[:NEWS_ON_FRONT],
            "firms": [agreement.firm for agreement in partner_agreements()],
            "industries": FocusIndustry.objects.filter(is_retired=False).exclude(slug="other"),
        }


class StandardPage(Page):
    """Text that does not change every day."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)
    body = LeanStreamField(TextBlocks(), verbose_name=_("content"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    template = "pages/standard.html"
    parent_page_types = ["home.FrontPage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")


class NewsIndexPage(Page):
    """All news, the newest first."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/news_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("news list")

    def get_context(self, request, *args, **kwargs):
        """One page of news; a page number that does not exist shows the nearest."""
        paginator = Paginator(NewsPage.latest(self), NEWS_A_PAGE)
        items = paginator.get_page(request.GET.get("side"))
        return {**super().get_context(request, *args, **kwargs), "items": items, "page_param": "side"}


class NewsPage(Page):
    """One piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    intro = models.TextField(_("introduction"), max_length=400)
    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("Read aloud to those who do not see it."),
    )
    body = LeanStreamField(TextBlocks(), verbose_name=_("content"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("image"), FieldPanel("image_alt")]),
        FieldPanel("body"),
    ]
    template = "pages/news.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news item")

    @classmethod
    def latest(cls, page: Page):
        """Published news in the language of `page`, the newest first."""
        return (
            cls.objects.live()
            .public()
            .filter(locale_id=page.locale_id)
            .select_related("image")
            .prefetch_related("image__renditions")
            .defer("body")
            .order_by("-date", "-pk")
        )

    def get_context(self, request, *args, **kwargs):
        """Three other pieces of news to go on with."""
        return {
            **super().get_context(request, *args, **kwargs),
            "more": NewsPage.latest(self).exclude(pk=self.pk)[:3],
        }


class PartnersPage(Page):
    """Who takes part, by tier. It follows the agreements by itself."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)
    body = LeanStreamField(TextBlocks(), verbose_name=_("content"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    template = "pages/partners.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("partners")

    def get_context(self, request, *args, **kwargs):
        """Firms with a running agreement, grouped by its tier."""
        groups: dict = {}
        for agreement in partner_agreements():
            groups.setdefault(agreement.tier, []).append(agreement.firm)
        tiers = [{"tier": tier, "firms": firms} for tier, firms in groups.items()]
        return {**super().get_context(request, *args, **kwargs), "tiers": tiers}


def partner_agreements():
    """Running agreements with their firms, by rank of the tier and then by name, in one query."""
    return Agreement.objects.running().select_related("firm", "tier").order_by("tier__rank", "firm__name")
