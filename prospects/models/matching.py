"""What makes a firm the right one for a prospect: weights the programme manager may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchWeight(models.Model):
    """How much one quality of a firm counts when firms are suggested, from 0 (not at all) to 10. One row for each."""

    class Quality(models.TextChoices):
        COMPETENCE = "competence", _("Can help with what they need")
        INDUSTRY = "industry", _("Knows their industry")
        CAPACITY = "capacity", _("Has room for more")
        LANGUAGE = "language", _("Speaks their language")
        TIER = "tier", _("Partner tier")
        FORMER = "former", _("Was a partner before")
        FAIRNESS = "fairness", _("Has waited longest")

    quality = models.CharField(_("quality"), max_length=12, choices=Quality.choices, unique=True, editable=False)
    weight = models.PositiveSmallIntegerField(_("weight"), default=5)

    class Meta:
        verbose_name = _("weight of a suggestion")
        verbose_name_plural = _("weights of suggestions")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(weight__lte=10), name="match_weight_up_to_ten")]

    def __str__(self):
        return str(self.get_quality_display())
