"""What a prospect's person has said yes to."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .people import Contact


class Consent(models.Model):
    """One yes to being contacted through one channel, with the words it was given to. Withdrawn by a date, not deleted.

    E-mail marketing to a named person needs it (markedsføringsloven § 15).
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Telephone")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="consents")
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    wording = models.CharField(_("the words agreed to"), max_length=300)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "channel"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_consent_per_channel",
            )
        ]

    def __str__(self):
        return f"{self.contact}: {self.get_channel_display()}"
