"""The programme and its sisters, the milestones, and the establishment guide."""

from calendar import monthrange
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from common.languages import in_language

from .base import SEARCH_WRITTEN, Introduced, SitePage, Written


class ProgrammeIndexPage(SitePage, Introduced):
    """The programme, what came before it, and its sisters."""

    kind = _("Programmes")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/programme_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.ProgrammePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("programme list")

    def get_context(self, request, *args, **kwargs):
        """With the programmes."""
        from ..listings import programmes

        return {**super().get_context(request, *args, **kwargs), "programmes": programmes(self.language)}


class ProgrammePage(SitePage, Written):
    """A programme or sister project: who runs it, from when until when, and what it is after."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Being planned")
        RUNNING = "running", _("Under way")
        ENDED = "ended", _("Ended")

    kind = _("Programme")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.RUNNING)
    period = models.CharField(_("years"), max_length=40, blank=True, help_text=_("For example 2017–2020."))
    run_by = models.CharField(_("who runs it"), max_length=160, blank=True)
    goal = models.TextField(_("goal"), max_length=400, blank=True)
    website = models.URLField(_("website"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("state"), FieldPanel("period")]),
        FieldPanel("run_by"),
        FieldPanel("intro"),
        FieldPanel("goal"),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("sort_order")]),
    ]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN, index.SearchField("goal")]
    template = "pages/programme.html"
    parent_page_types = ["home.ProgrammeIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("programme page")

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Period and owner, as far as they are known, each with its name."""
        rows = ((gettext("Years"), self.period), (gettext("Run by"), self.run_by))
        return [(label, value) for label, value in rows if value]

    def get_context(self, request, *args, **kwargs):
        """With the other programmes."""
        from ..listings import programmes

        others = [card for card in programmes(self.language) if card.pk != self.pk]
        return {**super().get_context(request, *args, **kwargs), "others": others}


class Milestone(models.Model):
    """Something that happened, or is to happen, on the way."""

    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("Programme")
        POLITICS = "politics", _("Political treatment")
        PARTNERS = "partners", _("Partners")
        RESULT = "result", _("Result")

    class Precision(models.TextChoices):
        DAY = "day", _("the day")
        MONTH = "month", _("the month")
        YEAR = "year", _("the year")

    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices, default=Kind.PROGRAMME)
    date = models.DateField(_("date"))
    precision = models.CharField(
        _("how exactly it is known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    title_nb = models.CharField(_("title in Norwegian"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    text_nb = models.TextField(_("text in Norwegian"), max_length=500, blank=True)
    text_en = models.TextField(_("text in English"), max_length=500, blank=True)
    link = models.URLField(_("address to read more"), blank=True, help_text=_("The case papers, for example."))

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["date", "pk"]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return in_language(self, "title")

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return in_language(self, "text")

    @property
    def when(self) -> str:
        """The date as exactly as it is known, in the reader's language: 22. februar 2017, februar 2017, or 2017."""
        return date_format(self.date, {"day": "DATE_FORMAT", "month": "F Y"}.get(self.precision, "Y"))

    @property
    def machine_date(self) -> str:
        """The same for machines: 2017-02-22, 2017-02, or 2017."""
        return self.date.isoformat()[: {"day": 10, "month": 7}.get(self.precision, 4)]

    @property
    def is_past(self) -> bool:
        """Whether it has come, on the last day it can mean: a month is past when it is over."""
        last = self.date
        if self.precision != self.Precision.DAY:
            month = self.date.month if self.precision == self.Precision.MONTH else 12
            last = date(last.year, month, monthrange(last.year, month)[1])
        return last <= timezone.localdate()


class TimelinePage(SitePage, Introduced):
    """The milestones, in order, political treatment included. What is to come is told apart from what was."""

    kind = _("Milestones")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/timeline.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("timeline")

    def get_context(self, request, *args, **kwargs):
        """With the milestones that were and those to come, the oldest first."""
        milestones = list(Milestone.objects.all())
        return {
            **super().get_context(request, *args, **kwargs),
            "past": [one for one in milestones if one.is_past],
            "coming": [one for one in milestones if not one.is_past],
        }


class GuidePage(SitePage, Written):
    """How to establish oneself here, step by step: who in the municipality, how long, and what to remember."""

    kind = _("Guide")
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        InlinePanel("steps", heading=_("Steps"), label=_("Step"), min_num=1, max_num=20),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        *SEARCH_WRITTEN,
        index.RelatedFields("steps", [index.SearchField("title"), index.SearchField("text")]),
    ]
    template = "pages/guide.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("establishment guide")

    def get_context(self, request, *args, **kwargs):
        """With the steps, and how many things there are to tick off."""
        steps = list(self.steps.all())
        count = sum(len(step.checks) for step in steps)
        return {**super().get_context(request, *args, **kwargs), "steps": steps, "check_count": count}


class GuideStep(Orderable):
    """One step of the guide."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("step"), max_length=120)
    text = models.TextField(_("text"), max_length=800)
    unit = models.CharField(
        _("who in the municipality"), max_length=120, blank=True, help_text=_("The unit that answers, by its own name.")
    )
    takes = models.CharField(_("how long it takes"), max_length=80, blank=True)
    checklist = models.TextField(_("checklist"), max_length=1000, blank=True, help_text=_("One a line."))

    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("takes")]),
        FieldPanel("checklist"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self):
        return self.title

    @property
    def checks(self) -> list[str]:
        """What to remember, one a line."""
        return [line.strip() for line in self.checklist.splitlines() if line.strip()]
