"""What somebody filled in, kept as it came."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.countries import country_name

from .case import Prospect
from .choices import AreaBand, Readiness, SizeBand, TimeFrame


class InterestForm(models.Model):
    """An interest form as it was sent: never edited. The case it began is its prospect.

    Purpose: to answer, and to know what was asked and consented to. It is deleted with the prospect.
    """

    submission = models.UUIDField(_("submission"), unique=True, editable=False)
    prospect = models.ForeignKey(
        Prospect, on_delete=models.CASCADE, related_name="interest_forms", verbose_name=_("prospect")
    )
    company_name = models.CharField(_("company"), max_length=200)
    organisation_number = models.CharField(_("organisation number"), max_length=9, blank=True)
    country = models.CharField(_("country"), max_length=2)
    industry = models.CharField(_("industry"), max_length=80)
    employees = models.CharField(_("people to employ"), max_length=10, choices=SizeBand.choices)
    area = models.CharField(_("area wanted"), max_length=12, choices=AreaBand.choices)
    time_frame = models.CharField(_("time frame"), max_length=12, choices=TimeFrame.choices)
    readiness = models.CharField(_("how ready"), max_length=12, choices=Readiness.choices)
    need = models.TextField(_("what they need"), blank=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    consents_to_email = models.BooleanField(_("may be mailed news"), default=False)
    consents_to_phone = models.BooleanField(_("may be telephoned"), default=False)
    is_proven = models.BooleanField(_("solved the spam puzzle"), default=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("interest form")
        verbose_name_plural = _("interest forms")
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        return f"{self.company_name}, {timezone.localtime(self.received_at):%d.%m.%Y}"

    @property
    def country_name(self) -> str:
        """The country in the reader's language."""
        return country_name(self.country)
