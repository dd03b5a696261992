"""Contribution tiers, year by year, and the benefits they entitle to."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.money import KronerField


class ContributionTierQuerySet(models.QuerySet):
    """Which tiers."""

    def offered(self, year: int) -> "ContributionTierQuerySet":
        """What a firm may choose among in `year`, the first rank first."""
        return self.filter(year=year, is_retired=False).order_by("rank")


class ContributionTier(models.Model):
    """A level of partnership in one year: what it costs and what it gives.

    The next year's tiers are made by cloning this year's; they keep their short name, by which a reader of several
    years knows them again. Retired when no longer offered, never deleted.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    slug = models.SlugField(_("short name"), help_text=_("The same from year to year."))
    name_nb = models.CharField(_("name in Norwegian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    description_nb = models.TextField(_("description in Norwegian"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), help_text=_("1 is shown first."))
    yearly_amount = KronerField(_("yearly contribution, NOK"), help_text=_("Without VAT."))
    capacity = models.PositiveSmallIntegerField(
        _("room for firms"), null=True, blank=True, help_text=_("Empty: as many as want to.")
    )
    response_days = models.PositiveSmallIntegerField(
        _("working days to answer a handover"),
        default=5,
        help_text=_("The deadline a handover gets unless the adviser says otherwise."),
    )
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    objects = ContributionTierQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution tier")
        verbose_name_plural = _("contribution tiers")
        ordering = ["-year", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["year", "slug"], name="one_tier_per_year_and_name"),
            models.UniqueConstraint(fields=["year", "rank"], name="one_tier_per_year_and_rank"),
            models.CheckConstraint(condition=Q(yearly_amount__gte=0), name="tier_amount_not_negative"),
            models.CheckConstraint(condition=Q(response_days__gte=1), name="tier_response_at_least_a_day"),
        ]

    def __str__(self):
        return f"{self.name} {self.year}"

    def clean(self):
        """There is room for the seats that its rounds have."""
        from .rounds import RoundTier

        super().clean()
        if self.pk is None or self.capacity is None:
            return
        seats = RoundTier.objects.filter(tier=self.pk).aggregate(total=models.Sum("seats"))["total"] or 0
        if self.capacity < seats:
            raise ValidationError({"capacity": _("Its rounds have %(seats)s seats already.") % {"seats": seats}})

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def description(self) -> str:
        """The description in the reader's language."""
        return in_language(self, "description")


class BenefitPool(models.Model):
    """Something there is only so much of in a year, whoever takes it: places on a stage, seats at a table.

    `taken` counts what deliveries took, in the same conditional UPDATE that checks the room; it never passes
    `capacity`.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    slug = models.SlugField(_("short name"))
    name_nb = models.CharField(_("name in Norwegian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    capacity = models.PositiveIntegerField(_("how many there are"))
    taken = models.PositiveIntegerField(_("taken"), default=0, editable=False)

    class Meta:
        verbose_name = _("shared capacity")
        verbose_name_plural = _("shared capacities")
        ordering = ["-year", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["year", "slug"], name="one_pool_per_year_and_name"),
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="pool_never_overdrawn"),
        ]

    def __str__(self):
        return f"{self.name} {self.year}"

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    def clean(self):
        """There cannot be fewer than are taken."""
        super().clean()
        if self.pk and self.capacity is not None and self.capacity < self.taken:
            raise ValidationError({"capacity": _("%(taken)s are taken already.") % {"taken": self.taken}})

    @property
    def left(self) -> int:
        """How many are still to be had."""
        return self.capacity - self.taken


class Benefit(models.Model):
    """Something a tier entitles to: so many a year, or as many as one likes. Retired when given up, never deleted."""

    tier = models.ForeignKey(
        ContributionTier, on_delete=models.PROTECT, related_name="benefits", verbose_name=_("tier")
    )
    slug = models.SlugField(_("short name"), help_text=_("The same from year to year."))
    name_nb = models.CharField(_("name in Norwegian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    quantity = models.PositiveSmallIntegerField(
        _("how many a year"), null=True, blank=True, help_text=_("Empty: as many as one likes.")
    )
    pool = models.ForeignKey(
        BenefitPool,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="benefits",
        verbose_name=_("shared capacity"),
        help_text=_("What all tiers take from together."),
    )
    conflicts_with = models.ManyToManyField(
        "self",
        blank=True,
        verbose_name=_("not together with"),
        help_text=_("A firm that has used one of them in a year cannot use the other."),
    )
    delivered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who delivers it"),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        ordering = ["tier", "sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["tier", "slug"], name="one_benefit_per_tier_and_name")]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")
