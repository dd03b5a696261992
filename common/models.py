"""The outbox: what is to be mailed, kept until it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """One letter to one person, written into the same transaction as its cause.

    It waits until `next_attempt_at`; the worker or the clock takes it by moving that moment ahead (of two that try,
    one wins), builds the letter from what is true then, and sends it: `sent_at`. A refusal by the mail server is
    tried again with growing pauses, and after the last one it is given up: `gave_up_at`. What no longer makes sense
    when its turn comes (the person was deleted, say) is dropped: `dropped_at`. The letter itself, with its private
    link, is stored nowhere.
    """

    kind = models.CharField(_("letter"), max_length=60)
    arguments = models.JSONField(_("about"), default=dict)
    created_at = models.DateTimeField(_("created"))
    next_attempt_at = models.DateTimeField(_("next attempt"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    gave_up_at = models.DateTimeField(_("given up"), null=True, blank=True)
    dropped_at = models.DateTimeField(_("dropped"), null=True, blank=True)
    error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="mail_due",
                condition=models.Q(sent_at=None, gave_up_at=None, dropped_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.pk})"
