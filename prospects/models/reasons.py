"""Why cases rest or end, and what a case is worth: lists and weights the programme manager may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.languages import in_language


class StandingReasonQuerySet(models.QuerySet):
    """Which reasons."""

    def offered(self, how: str = "") -> "StandingReasonQuerySet":
        """What may be chosen now, for `how` a case rests or ends when given."""
        found = self.filter(is_retired=False)
        return found.filter(how=how) if how else found


class StandingReason(models.Model):
    """A reason for which a case rests, was lost or withdrawn. Retired when no longer used, never deleted."""

    class How(models.TextChoices):
        """The standing it explains."""

        RESTING = "resting", _("It rests")
        LOST = "lost", _("It was lost")
        WITHDRAWN = "withdrawn", _("They withdrew")

    how = models.CharField(_("for which end"), max_length=10, choices=How.choices)
    slug = models.SlugField(_("short name"), unique=True)
    name_nb = models.CharField(_("name in Norwegian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    objects = StandingReasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")
        ordering = ["how", "sort_order", "name_nb"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")


class ScoreWeight(models.Model):
    """How much one quality counts in the value score of a case, from 0 (not at all) to 10. One row for each quality."""

    class Quality(models.TextChoices):
        SIZE = "size", _("People to employ")
        READINESS = "readiness", _("How ready they are")
        TIME_FRAME = "time_frame", _("How soon")
        KIND = "kind", _("Kind of establishment")
        AREA = "area", _("Space wanted")

    quality = models.CharField(_("quality"), max_length=12, choices=Quality.choices, unique=True, editable=False)
    weight = models.PositiveSmallIntegerField(_("weight"), default=5)

    class Meta:
        verbose_name = _("weight in the value score")
        verbose_name_plural = _("weights in the value score")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(weight__lte=10), name="score_weight_up_to_ten")]

    def __str__(self):
        return str(self.get_quality_display())
