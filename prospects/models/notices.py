"""Which clocks somebody has been told of, and who wants to hear of the day in the morning."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .case import Prospect


class ClockNotice(models.Model):
    """That people were told of a promise before it breaks, or after it broke. Once for each deadline and level.

    `subject` is the key of what the clock belongs to: the prospect itself, a task, a handover or a request to the
    municipality, by `kind`. A deadline that is moved is another one, so people are told of it anew.
    """

    class Kind(models.TextChoices):
        ANSWER = "answer", _("First answer")
        PROMISE = "promise", _("Promise")
        HANDOVER = "handover", _("Answer from a firm")
        MUNICIPAL = "municipal", _("Answer from the municipality")

    class Level(models.TextChoices):
        WARNED = "warned", _("Soon due")
        ESCALATED = "escalated", _("Broken")

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="clock_notices")
    kind = models.CharField(_("clock"), max_length=10, choices=Kind.choices)
    subject = models.PositiveBigIntegerField()
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    due_at = models.DateTimeField(_("due"))
    at = models.DateTimeField(_("told"), default=timezone.now)

    class Meta:
        verbose_name = _("notice of a clock")
        verbose_name_plural = _("notices of clocks")
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject", "level", "due_at"], name="told_of_a_clock_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_level_display()}"


class MorningLetter(models.Model):
    """That somebody of the programme wants a letter each working morning with what the day asks of them.

    `last_on` is the last day whose letter was put in the outbox: once a day, whatever runs twice.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="morning_letter", verbose_name=_("to whom")
    )
    is_wanted = models.BooleanField(_("a letter each working morning with my day"), default=False)
    last_on = models.DateField(_("last sent"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("morning letter")
        verbose_name_plural = _("morning letters")

    def __str__(self):
        return str(self.user)
