"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """Companies of the public register."""

    name = "register"
    verbose_name = _("Register")
    default_auto_field = "django.db.models.BigAutoField"
