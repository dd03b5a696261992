"""Pages about the strengths and the focus industries."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from prospects.models import Strength
from register.models import FocusIndustry

from ..blocks import PLAIN_RICH_TEXT
from .base import IMAGE_PANEL, SEARCH_WRITTEN, Illustrated, Introduced, SitePage, Written

INDUSTRY_PARAM = "bransje"
STORIES = 3
FIGURES = 8


def _chosen_industry(request, language: str) -> dict:
    """What a filter by industry needs: all of them, the one in the address ("" for none or an unknown one)."""
    from ..cards import industries

    found = industries(language)
    slug = request.GET.get(INDUSTRY_PARAM, "")
    chosen = next((one for one in found if one.slug == slug), None)
    return {"industries": found, "chosen": chosen, "industry_param": INDUSTRY_PARAM}


class StrengthIndexPage(SitePage, Written):
    """Why come here: the strengths, side by side."""

    kind = _("Why here")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/strength_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.StrengthPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("strengths")

    def get_context(self, request, *args, **kwargs):
        """Each strength with its evidence, of one industry where the reader asks for that."""
        from ..cards import proof, strengths

        choice = _chosen_industry(request, self.language)
        slug = choice["chosen"].slug if choice["chosen"] else ""
        groups = [(one, proof(self.language, strength=one.slug, industry=slug)) for one in strengths(self.language)]
        return {**super().get_context(request, *args, **kwargs), **choice, "groups": groups}


class StrengthPage(SitePage, Written):
    """One strength with everything that proves it."""

    kind = _("Why here")
    strength = models.ForeignKey(Strength, on_delete=models.PROTECT, related_name="+", verbose_name=_("strength"))

    content_panels = [*Page.content_panels, FieldPanel("strength"), FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/strength.html"
    parent_page_types = ["home.StrengthIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("strength page")

    def get_context(self, request, *args, **kwargs):
        """With the evidence, of one industry where the reader asks for that, and the other strengths."""
        from ..cards import proof, strengths

        choice = _chosen_industry(request, self.language)
        slug = choice["chosen"].slug if choice["chosen"] else ""
        return {
            **super().get_context(request, *args, **kwargs),
            **choice,
            "evidence": proof(self.language, strength=self.strength.slug, industry=slug),
            "others": [one for one in strengths(self.language) if one.slug != self.strength.slug],
        }


class IndustryIndexPage(SitePage, Introduced):
    """The industries the programme goes after."""

    kind = _("Industries")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/industry_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.IndustryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("industry list")

    def get_context(self, request, *args, **kwargs):
        """Each industry with the firms that are here."""
        from ..cards import firms, industries

        here = firms(self.language)
        found = [(one, [firm for firm in here if one.slug in firm.industries]) for one in industries(self.language)]
        return {**super().get_context(request, *args, **kwargs), "industries": found}


class IndustryPage(SitePage, Illustrated, Written):
    """One focus industry: who is here, whom one can hire, who delivers, and why here. Firms and mentors follow by
    themselves from the partner firms, figures from the evidence.
    """

    kind = _("Industry")
    industry = models.ForeignKey(
        FocusIndustry, on_delete=models.PROTECT, related_name="+", verbose_name=_("focus industry")
    )
    who_is_here = RichTextField(_("who is here"), features=PLAIN_RICH_TEXT, blank=True)
    skills = RichTextField(_("whom one can hire"), features=PLAIN_RICH_TEXT, blank=True)
    suppliers = RichTextField(_("who delivers"), features=PLAIN_RICH_TEXT, blank=True)
    reasons = RichTextField(_("why here"), features=PLAIN_RICH_TEXT, blank=True)
    contact = models.ForeignKey(
        "home.ContactPerson",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whom to talk to"),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("industry"),
        FieldPanel("intro"),
        IMAGE_PANEL,
        MultiFieldPanel(
            [FieldPanel("reasons"), FieldPanel("who_is_here"), FieldPanel("skills"), FieldPanel("suppliers")],
            heading=_("The industry here"),
        ),
        FieldPanel("contact"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        *SEARCH_WRITTEN,
        index.SearchField("who_is_here"),
        index.SearchField("skills"),
        index.SearchField("suppliers"),
        index.SearchField("reasons"),
    ]
    template = "pages/industry.html"
    parent_page_types = ["home.IndustryIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("industry page")

    def get_context(self, request, *args, **kwargs):
        """With firms, mentors, figures, stories and a person of the industry."""
        from ..cards import firms, index_urls, industries, mentors, person_for, proof, stories_of

        slug, language = self.industry.slug, self.language
        return {
            **super().get_context(request, *args, **kwargs),
            "firms": [firm for firm in firms(language) if slug in firm.industries],
            "mentors": [mentor for mentor in mentors(language) if slug in mentor.industries],
            "evidence": proof(language, industry=slug)[:FIGURES],
            "stories": stories_of(language, self.industry_id, STORIES),
            "person": person_for(language, self.contact_id, slug),
            "others": [one for one in industries(language) if one.slug != slug],
            "premises_url": index_urls(language).get("premises", ""),
            "strengths_url": index_urls(language).get("strengths", ""),
            "industry_param": INDUSTRY_PARAM,
        }
