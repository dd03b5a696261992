"""The people at a prospect."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Prospect


class Contact(models.Model):
    """A person at a prospect. Purpose: to answer and guide the company. Kept for 24 months after the last activity."""

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return self.name
