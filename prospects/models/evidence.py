"""The programme's strengths and what proves them: chosen into pages, industries and, later, proposals."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from register.models import FocusIndustry


class Strength(models.Model):
    """A reason to come: in Drammen one of the four K's. Retired when no longer used, never deleted."""

    class Picture(models.TextChoices):
        """The drawings there are; another programme may use the same ones for its own words."""

        SKILLS = "kompetanse", _("People with skills")
        HUB = "knutepunkt", _("A hub: rail, road, harbour")
        COMPLETE = "komplett", _("Everything in one place")
        COMPACT = "kompakt", _("A walkable town")

    slug = models.SlugField(_("short name"), unique=True)
    picture = models.CharField(_("picture"), max_length=12, choices=Picture.choices)
    name_nb = models.CharField(_("name in Norwegian"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60)
    gloss_nb = models.CharField(_("in other words, in Norwegian"), max_length=60, blank=True)
    gloss_en = models.CharField(_("in other words, in English"), max_length=60, blank=True)
    summary_nb = models.TextField(_("summary in Norwegian"), max_length=400)
    summary_en = models.TextField(_("summary in English"), max_length=400)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("strength")
        verbose_name_plural = _("strengths")
        ordering = ["sort_order", "name_nb"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def gloss(self) -> str:
        """The same in other words, for those who read that language; empty where the name says it."""
        return self.gloss_en if (get_language() or "nb").startswith("en") else self.gloss_nb

    @property
    def summary(self) -> str:
        """The summary in the reader's language."""
        return in_language(self, "summary")


class EvidenceQuerySet(models.QuerySet):
    """Which evidence."""

    def in_use(self) -> "EvidenceQuerySet":
        """What is not retired."""
        return self.filter(is_retired=False)

    def overdue(self, on: date | None = None) -> "EvidenceQuerySet":
        """What is in use though it should have been checked again before that day (today unless told otherwise)."""
        return self.in_use().filter(review_on__lt=on or timezone.localdate())


class Evidence(models.Model):
    """A claim with the figure that proves it, where the figure comes from, who answers for it, and until when.

    After `review_on` it is *overdue*: pages then say beside it that it is being checked, and the owner is told in the
    admin. It is retired when it no longer holds, never deleted, because pages and proposals refer to it.
    """

    strength = models.ForeignKey(
        Strength, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("strength")
    )
    industries = models.ManyToManyField(
        FocusIndustry, related_name="evidence", blank=True, verbose_name=_("industries it matters to")
    )
    figure = models.CharField(
        _("figure"),
        max_length=20,
        blank=True,
        help_text=_("As it is to be read: 714, or 1 : 2. Empty for a plain fact."),
    )
    unit_nb = models.CharField(_("unit in Norwegian"), max_length=60, blank=True)
    unit_en = models.CharField(_("unit in English"), max_length=60, blank=True)
    claim_nb = models.CharField(_("claim in Norwegian"), max_length=200)
    claim_en = models.CharField(_("claim in English"), max_length=200)
    source_nb = models.CharField(_("source in Norwegian"), max_length=200)
    source_en = models.CharField(_("source in English"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    dated_on = models.DateField(_("the figure is from"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who answers for it"),
    )
    review_on = models.DateField(_("to be checked again by"))
    is_retired = models.BooleanField(_("no longer used"), default=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["strength__sort_order", "-dated_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(review_on__gt=models.F("dated_on")), name="evidence_reviewed_after_its_date"
            )
        ]

    def __str__(self):
        return " ".join(part for part in (self.figure, self.unit, self.claim) if part)

    @property
    def claim(self) -> str:
        """The claim in the reader's language."""
        return in_language(self, "claim")

    @property
    def unit(self) -> str:
        """The unit in the reader's language; may be empty."""
        return in_language(self, "unit")

    @property
    def source(self) -> str:
        """Where it comes from, in the reader's language."""
        return in_language(self, "source")

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been checked again before today."""
        return self.review_on < timezone.localdate()
