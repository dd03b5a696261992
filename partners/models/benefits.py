"""What a firm has of its benefits under an agreement, and what it got."""

import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.languages import in_language

from .agreements import Agreement, private_storage
from .people import Membership
from .tiers import Benefit, BenefitPool


class AgreementBenefit(models.Model):
    """A benefit as it stands in one agreement: a copy, made when it was offered."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="benefits")
    source = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="+")
    name_nb = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    quantity = models.PositiveSmallIntegerField(_("how many a year"), null=True, blank=True)
    slug = models.SlugField(_("short name"), blank=True)
    pool_slug = models.SlugField(_("shared capacity, short name"), blank=True)
    conflicts = models.JSONField(_("not together with, short names"), default=list, blank=True)
    delivered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who delivers it"),
    )
    sort_order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        verbose_name = _("benefit of an agreement")
        verbose_name_plural = _("benefits of agreements")
        ordering = ["agreement", "sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "source"], name="one_copy_per_benefit")]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")


class BenefitYearQuerySet(models.QuerySet):
    """Which accounts of benefits."""

    def visible_to(self, seat: "Membership") -> "BenefitYearQuerySet":
        """What is read from `seat` in the portal: under agreements that are."""
        return self.filter(benefit__agreement__in=Agreement.objects.visible_to(seat))

    def waiting(self, on: date | None = None) -> "BenefitYearQuerySet":
        """What is left to give in the year of that day (today), of agreements in force; what has no number never is."""
        day = on or timezone.localdate()
        running = Agreement.objects.running(day)
        return self.filter(year=day.year, quantity__gt=F("used"), benefit__agreement__in=running)

    def delivered_by(self, whom: str, user: Any) -> "BenefitYearQuerySet":
        """Those that `user` delivers ("mine"), that a liaison does ("municipality"), or the rest ("association").

        What nobody is named for is the association's. Raises KeyError for another word.
        """
        liaisons = Membership.objects.active().filter(role="liaison", firm__is_public_body=True)
        is_municipal = Q(benefit__source__delivered_by__in=liaisons.values("user"))
        chosen = {
            "mine": Q(benefit__source__delivered_by=user),
            "municipality": is_municipal,
            "association": Q(benefit__source__delivered_by=None) | ~is_municipal,
        }
        return self.filter(chosen[whom])


class BenefitYear(models.Model):
    """What a firm has of a benefit in one year, and what it used. Counted by conditional UPDATEs only."""

    benefit = models.ForeignKey(AgreementBenefit, on_delete=models.CASCADE, related_name="by_year")
    year = models.PositiveSmallIntegerField(_("year"))
    quantity = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    used = models.PositiveSmallIntegerField(_("used"), default=0)
    pool = models.ForeignKey(BenefitPool, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = BenefitYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("benefit in a year")
        verbose_name_plural = _("benefits by year")
        ordering = ["year", "benefit"]
        constraints = [
            models.UniqueConstraint(fields=["benefit", "year"], name="one_account_per_benefit_and_year"),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(used__lte=F("quantity")), name="benefit_never_overdrawn"
            ),
        ]

    def __str__(self):
        return f"{self.benefit} {self.year}"

    @property
    def left(self) -> int | None:
        """How many are left, None for as many as one likes."""
        return None if self.quantity is None else self.quantity - self.used


def evidence_path(_delivery: "BenefitDelivery", name: str) -> str:
    """A random name with the ending of the file."""
    ending = name.rpartition(".")[2].lower() if "." in name else "bin"
    return f"deliveries/{secrets.token_hex(16)}.{ending[:5]}"


class BenefitDeliveryQuerySet(models.QuerySet):
    """Which deliveries."""

    def visible_to(self, seat: "Membership") -> "BenefitDeliveryQuerySet":
        """What is read from `seat` in the portal: on accounts that are, and not undone."""
        return self.filter(account__in=BenefitYear.objects.visible_to(seat), undone_at=None)


class BenefitDelivery(models.Model):
    """Something a firm got, with the evidence of it. Entered by mistake, it is undone, not deleted."""

    account = models.ForeignKey(BenefitYear, on_delete=models.PROTECT, related_name="deliveries")
    quantity = models.PositiveSmallIntegerField(_("how many"), default=1)
    delivered_on = models.DateField(_("delivered"), default=timezone.localdate)
    note = models.CharField(_("what it was"), max_length=300, blank=True)
    evidence_url = models.URLField(_("where it can be seen"), blank=True)
    evidence = models.FileField(
        pgettext_lazy("benefit", "evidence"),
        storage=private_storage,
        upload_to=evidence_path,
        blank=True,
        max_length=120,
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    objects = BenefitDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivered benefit")
        verbose_name_plural = _("delivered benefits")
        ordering = ["-delivered_on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(quantity__gte=1), name="delivery_at_least_one")]

    def __str__(self):
        return f"{self.account.benefit} {self.delivered_on:%d.%m.%Y}"
