"""Ways to look at the cases that somebody wants again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.text import on_one_line


class SavedViewQuerySet(models.QuerySet):
    """Which views."""

    def visible_to(self, user) -> "SavedViewQuerySet":
        """One's own and those shared with everybody who works with cases."""
        if not user.has_perm("prospects.view_prospect"):
            return self.none()
        return self.filter(Q(owner=user) | Q(is_shared=True))


class SavedView(models.Model):
    """Filters of the list or the board under a name, of one person, perhaps shared with the others.

    It holds the filters only (`prospects.case_filters`), never words that were searched for: those may be a person's
    name. It goes with its owner.
    """

    class Face(models.TextChoices):
        LIST = "list", _("List")
        BOARD = "board", _("Board")

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60, validators=[on_one_line])
    face = models.CharField(_("shown as"), max_length=5, choices=Face.choices, default=Face.LIST)
    query = models.CharField(max_length=400, blank=True, editable=False)
    is_shared = models.BooleanField(_("shared with everybody who works with cases"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_view_of_a_name_each")]

    def __str__(self):
        return self.name
