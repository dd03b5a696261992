"""Who of a partner firm saw what of a prospect."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models import PartnerFirm

from .handover import Handover


class DisclosureQuerySet(models.QuerySet):
    """Which disclosures."""

    def visible_to(self, user) -> "DisclosureQuerySet":
        """Staff who see handovers see them all. The prospect reads its own on its private page."""
        return self.all() if user.has_perm("prospects.view_handover") else self.none()


class Disclosure(models.Model):
    """A person of a firm got to see who a prospect is, or its persons: written when it happens, once a day and way.

    Purpose: the prospect can read who has seen its data. Kept as long as the prospect's persons are.
    """

    class Stage(models.TextChoices):
        IDENTITY = "identity", _("who you are")
        CONTACT = "contact", _("your name and how to reach you")

    class How(models.TextChoices):
        PAGE = "page", _("on the page")
        MAIL = "mail", _("by e-mail")
        EXPORT = "export", _("in a file")
        PDF = "pdf", _("as a PDF")

    handover = models.ForeignKey(
        Handover, on_delete=models.CASCADE, related_name="disclosures", verbose_name=_("handover")
    )
    firm = models.ForeignKey(PartnerFirm, on_delete=models.PROTECT, related_name="+", verbose_name=_("partner firm"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    stage = models.CharField(_("what was seen"), max_length=10, choices=Stage.choices)
    how = models.CharField(_("how"), max_length=10, choices=How.choices)
    seen_at = models.DateTimeField(_("first that day"), default=timezone.now)
    seen_on = models.DateField(_("day"), default=timezone.localdate)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ["-seen_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "person", "stage", "how", "seen_on"], name="seen_once_a_day_and_way"
            )
        ]

    def __str__(self):
        return f"{self.firm}: {self.get_stage_display()}"
