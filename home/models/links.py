"""What became of the links to other sites when they were last tried."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LinkCheckQuerySet(models.QuerySet):
    """Which links."""

    def broken(self) -> "LinkCheckQuerySet":
        """Those that did not answer, or with an error, when they were last tried."""
        return self.filter(first_failed_at__isnull=False)

    def untried_since(self, moment: datetime) -> "LinkCheckQuerySet":
        """Those that were not tried since `moment`, the never tried first."""
        return self.filter(models.Q(checked_at=None) | models.Q(checked_at__lt=moment)).order_by(
            models.F("checked_at").asc(nulls_first=True), "pk"
        )


class LinkCheck(models.Model):
    """One address of another site that our pages link to, and what it answered.

    `code` is the answer of the last try (0 when there was none), `error` says in a word what went wrong ("timeout",
    "refused", "dns", "tls", "private", "redirects", "http"). `first_failed_at` stands from the first failure until it
    works again.
    """

    url = models.CharField(_("address"), max_length=1000, unique=True)
    checked_at = models.DateTimeField(_("tried"), null=True, blank=True)
    code = models.PositiveSmallIntegerField(_("answer"), default=0)
    error = models.CharField(_("error"), max_length=20, blank=True)
    first_failed_at = models.DateTimeField(_("broken since"), null=True, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to another site")
        verbose_name_plural = _("links to other sites")
        ordering = ["url"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(error="", first_failed_at__isnull=True)
                | (~models.Q(error="") & models.Q(first_failed_at__isnull=False)),
                name="link_fails_with_an_error_since_a_moment",
            )
        ]

    def __str__(self) -> str:
        return self.url

    def note(self, code: int, error: str, at: datetime | None = None) -> None:
        """Write down the answer of a try; `error` is empty when it works."""
        now = at or timezone.now()
        self.checked_at, self.code, self.error = now, code, error
        self.first_failed_at = (self.first_failed_at or now) if error else None
        self.save(update_fields=["checked_at", "code", "error", "first_failed_at"])
