"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """Partner firms, their agreements and their people."""

    name = "partners"
    verbose_name = _("Partners")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Letters are registered by importing them."""
        from . import application_letters, money_letters, services  # noqa: F401
