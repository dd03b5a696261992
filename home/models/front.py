"""The front page, and pages of plain text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page
from wagtail.search import index

from ..blocks import FrontBlocks, LeanStreamField
from .base import SEARCH_WRITTEN, SitePage, Written


class FrontPage(SitePage):
    """The front page of one language."""

    kind = _("Front page")

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
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    template = "pages/front.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "home.StrengthIndexPage",
        "home.IndustryIndexPage",
        "home.NewsIndexPage",
        "home.StoryIndexPage",
        "home.EventIndexPage",
        "home.ProgrammeIndexPage",
        "home.TimelinePage",
        "home.PartnersPage",
        "home.PremisesPage",
        "home.GuidePage",
        "home.VacancyIndexPage",
        "home.ResultsPage",
        "home.ContactPage",
        "home.TriagePage",
        "home.InterestPage",
        "home.NewsletterPage",
        "home.SearchPage",
        "home.AccessibilityPage",
        "home.PrivacyPage",
    ]
    max_count_per_parent = 4

    class Meta:
        verbose_name = _("front page")


class StandardPage(SitePage, Written):
    """Text that does not change every day."""

    kind = _("Page")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/standard.html"
    parent_page_types = ["home.FrontPage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")


class AccessibilityPage(SitePage, Written):
    """The accessibility statement that the law asks for: how far the site complies, what is missing, whom to tell.

    The duties: likestillings- og diskrimineringsloven § 18 and the regulation on universal design of ICT.
    """

    class Compliance(models.TextChoices):
        FULL = "full", _("fully in accordance with the rules")
        PARTIAL = "partial", _("partly in accordance with the rules")
        NONE = "none", _("not in accordance with the rules")

    kind = _("Accessibility statement")
    compliance = models.CharField(
        _("how far the site complies"), max_length=7, choices=Compliance.choices, default=Compliance.PARTIAL
    )
    tested_on = models.DateField(_("last tested"))
    tested_how = models.TextField(_("how it was tested"), max_length=600)
    shortcomings = models.TextField(
        _("what is not accessible yet"), max_length=2000, blank=True, help_text=_("One a line.")
    )
    statement_url = models.URLField(_("the statement at uustatus.no"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("compliance"), FieldPanel("tested_on")]),
        FieldPanel("tested_how"),
        FieldPanel("shortcomings"),
        FieldPanel("statement_url"),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/accessibility.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("accessibility statement")

    @property
    def known_shortcomings(self) -> list[str]:
        """What is not accessible yet, one a line."""
        return [line.strip() for line in self.shortcomings.splitlines() if line.strip()]


class PrivacyPage(SitePage, Written):
    """What is kept about people, why and for how long: the list follows the rules the software itself obeys."""

    kind = _("Privacy")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/privacy.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("privacy")

    def get_context(self, request, *args, **kwargs):
        """With every purpose the software keeps personal data for."""
        from common.retention import purposes

        return {**super().get_context(request, *args, **kwargs), "purposes": purposes()}
