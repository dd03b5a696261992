"""Keys to a prospect's private page."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .case import Prospect

RENEWABLE_DAYS = 90  # for so long after its end a key may still ask for a new one


class PrivateLink(models.Model):
    """A key to a prospect's private page: 128 random bits, of which only a hash is kept. Expires; can be revoked."""

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="private_links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("private link")
        verbose_name_plural = _("private links")

    def __str__(self):
        return f"{self.prospect_id}"

    @staticmethod
    def hash(token: str) -> str:
        """What is kept of a token."""
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def issue(cls, prospect: Prospect) -> str:
        """A new key to the private page of `prospect`; the only moment at which it exists in clear."""
        token = secrets.token_urlsafe(16)
        now = timezone.now()
        cls.objects.create(
            prospect=prospect,
            token_hash=cls.hash(token),
            created_at=now,
            expires_at=now + timedelta(days=settings.PRIVATE_LINK_DAYS),
        )
        return token

    @classmethod
    def open(cls, token: str) -> "PrivateLink | None":
        """The link this key opens now, None when it is unknown, expired or revoked: all three look alike."""
        return (
            cls.objects.select_related("prospect", "prospect__industry", "prospect__adviser")
            .filter(token_hash=cls.hash(token), expires_at__gt=timezone.now(), revoked_at=None)
            .first()
        )

    @classmethod
    def known(cls, token: str) -> "PrivateLink | None":
        """The link of this key, also after its end as long as it may ask for a new one; never a revoked one."""
        return cls.objects.select_related("prospect").filter(token_hash=cls.hash(token), revoked_at=None).first()
