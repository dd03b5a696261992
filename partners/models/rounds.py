"""Partnership rounds: when firms may join, how many, and who comes first."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.languages import in_language

from .tiers import ContributionTier


class PartnershipRoundQuerySet(models.QuerySet):
    """Which rounds."""

    def open(self, now: datetime | None = None) -> "PartnershipRoundQuerySet":
        """Those that take applications at that moment (now unless told otherwise)."""
        moment = now or timezone.now()
        return self.filter(opens_at__lte=moment, closes_at__gt=moment)

    def to_release(self, now: datetime | None = None) -> "PartnershipRoundQuerySet":
        """Those whose window for former partners is over while seats are still kept for them."""
        return self.filter(priority_ends_at__lte=now or timezone.now(), released_at=None)


class PartnershipRound(models.Model):
    """A period in which firms may join, for agreements that run from `starts_on` to `ends_on`.

    From `opens_at` anybody may apply. Until `priority_ends_at` some seats of each tier are kept for partners of
    earlier programmes; then what is left of them is released to everybody, once (`released_at`), and those who wait
    get it in the order in which they came. After `closes_at` nobody can apply, but those who wait go on waiting.
    """

    name_nb = models.CharField(_("name in Norwegian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    opens_at = models.DateTimeField(_("opens"))
    priority_ends_at = models.DateTimeField(_("former partners first until"))
    closes_at = models.DateTimeField(_("closes"))
    starts_on = models.DateField(_("agreements run from"))
    ends_on = models.DateField(_("agreements run to and including"))
    instalments = models.PositiveSmallIntegerField(_("instalments a year"), default=1)
    needs_both_owners = models.BooleanField(
        _("both owners must agree"),
        default=True,
        help_text=_("The association and the municipality. Otherwise the association alone decides."),
    )
    released_at = models.DateTimeField(_("released"), null=True, blank=True, editable=False)

    objects = PartnershipRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership round")
        verbose_name_plural = _("partnership rounds")
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(priority_ends_at__gte=F("opens_at"), closes_at__gt=F("priority_ends_at")),
                name="round_moments_in_order",
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="round_agreements_end_after_start"),
            models.CheckConstraint(
                condition=Q(instalments__gte=1, instalments__lte=12), name="round_instalments_within_a_year"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether one can apply at that moment (now unless told otherwise)."""
        return self.opens_at <= (now or timezone.now()) < self.closes_at

    def is_in_priority_window(self, now: datetime | None = None) -> bool:
        """Whether seats are kept for former partners at that moment: its window is on, and it was not released."""
        return self.released_at is None and self.opens_at <= (now or timezone.now()) < self.priority_ends_at

    def clean(self):
        """The moments follow each other, and a window that is over does not begin again."""
        super().clean()
        released_at = PartnershipRound.objects.filter(pk=self.pk).values_list("released_at", flat=True).first()
        if released_at and self.priority_ends_at and self.priority_ends_at > released_at:
            said = _("The seats kept for former partners have been released already, so the window stays over.")
            raise ValidationError({"priority_ends_at": said})
        if self.opens_at and self.priority_ends_at and self.priority_ends_at < self.opens_at:
            raise ValidationError({"priority_ends_at": _("The window ends before the round opens.")})
        if self.closes_at and self.priority_ends_at and self.closes_at <= self.priority_ends_at:
            raise ValidationError({"closes_at": _("The round must stay open after the window for former partners.")})
        if self.starts_on and self.ends_on and self.ends_on <= self.starts_on:
            raise ValidationError({"ends_on": _("The agreements end before they begin.")})
        if self.instalments is not None and not 1 <= self.instalments <= 12:
            raise ValidationError({"instalments": _("From one to twelve a year.")})


class RoundTier(models.Model):
    """The seats of one tier in one round. They are counted here, by conditional UPDATEs, and nowhere else.

    `reserved` are kept for former partners and not yet taken, `taken` belong to a firm. The rest is free to anybody.
    """

    round = models.ForeignKey(
        PartnershipRound, on_delete=models.CASCADE, related_name="tiers", verbose_name=_("partnership round")
    )
    tier = models.ForeignKey(ContributionTier, on_delete=models.PROTECT, related_name="+", verbose_name=_("tier"))
    seats = models.PositiveSmallIntegerField(_("seats"))
    reserved = models.PositiveSmallIntegerField(_("kept for former partners"), default=0)
    taken = models.PositiveSmallIntegerField(_("taken"), default=0, editable=False)

    class Meta:
        verbose_name = _("seats of a tier")
        verbose_name_plural = _("seats of the tiers")
        ordering = ["round", "tier__rank"]
        constraints = [
            models.UniqueConstraint(fields=["round", "tier"], name="one_row_per_round_and_tier"),
            models.CheckConstraint(
                condition=Q(seats__gte=F("reserved") + F("taken")), name="round_seats_never_overdrawn"
            ),
        ]

    def __str__(self):
        return f"{self.round}: {self.tier.name}"

    @property
    def free(self) -> int:
        """Seats anybody may have now."""
        return self.seats - self.reserved - self.taken
