"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Public pages."""

    name = "home"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen for what empties the shelves, and tell what is kept about people."""
        from prospects.services import show_portraits_from

        from .portraits import portrait_of
        from .purging import watch
        from .retention import register
        from .signoff import listen

        watch()
        register()
        listen(self)
        show_portraits_from(portrait_of)
