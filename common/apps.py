"""App configuration."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Tools every app may use."""

    name = "common"
    default_auto_field = "django.db.models.BigAutoField"
