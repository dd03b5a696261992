"""Who does not want to hear from us: known again, never listed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .consent import Consent


def normalised(channel: str, address: str) -> str:
    """An address as it is compared: small letters for mail; the last eight digits for telephone."""
    if channel == Consent.Channel.PHONE:
        return "".join(sign for sign in address if sign in "0123456789")[-8:]
    return address.strip().casefold()


def fingerprints(channel: str, address: str) -> list[str]:
    """The fingerprints an address may be kept under: by today's key first, then by the keys it replaced."""
    text = normalised(channel, address)
    if not text:
        return []
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        salted_hmac(f"prospects.suppression.{channel}", text, secret=key, algorithm="sha256").hexdigest()
        for key in keys
    ]


class Suppression(models.Model):
    """An address at which somebody does not want to hear from us. Only its fingerprint is kept, by a key of the server.

    Purpose: to keep a no that somebody gave us also when all else about them is deleted. It ends when they say that we
    may write again.
    """

    class Reason(models.TextChoices):
        PAGE = "page", _("They said so on their page")
        TOLD = "told", _("They told us")

    fingerprint = models.CharField(max_length=64, editable=False)
    channel = models.CharField(_("channel"), max_length=10, choices=Consent.Channel.choices)
    reason = models.CharField(_("how we know"), max_length=10, choices=Reason.choices)
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("address not to be used")
        verbose_name_plural = _("addresses not to be used")
        constraints = [models.UniqueConstraint(fields=["fingerprint", "channel"], name="suppressed_once")]

    def __str__(self):
        return f"{self.get_channel_display()}: {self.get_reason_display()}"
