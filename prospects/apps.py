"""App configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ProspectsConfig(AppConfig):
    """Prospects, their contacts, consents and handovers."""

    name = "prospects"
    verbose_name = _("Prospects")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Letters are registered by importing them, and the handovers a firm got are counted where they are."""
        from partners.services import count_elsewhere

        from . import mail, mail_leads, mail_morning, mail_private, mail_work  # noqa: F401
        from .handed_over import HANDOVERS, handovers_by_year

        count_elsewhere(HANDOVERS, handovers_by_year)
        post_migrate.connect(plant, sender=self, dispatch_uid="prospects.plant_reasons")


def plant(sender, **kwargs):
    """A programme begins with a list of reasons, and its words can be found."""
    from django.db import connections

    from .search_index import install
    from .setup import plant_reasons

    plant_reasons()
    install(connections[kwargs.get("using", "default")])
