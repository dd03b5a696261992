"""App configuration."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

RIGHTS_IN = (
    "accounts",
    "register",
    "partners",
    "prospects",
    "home",
    "wagtailadmin",
    "wagtailcore",
    "wagtailimages",
    "wagtaildocs",
    "wagtailredirects",
    "simple_translation",
)


class AccountsConfig(AppConfig):
    """Users, roles and invitations."""

    name = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Whoever has just set up a second factor has also just proven it."""
        from allauth.account.internal.flows.login import record_authentication
        from allauth.mfa.signals import authenticator_added

        def remember(sender, request, user, authenticator, **kwargs):
            if authenticator.type != authenticator.Type.RECOVERY_CODES:
                record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)

        authenticator_added.connect(remember, weak=False, dispatch_uid="accounts.second_factor_proven")
        post_migrate.connect(make_roles, sender=self, dispatch_uid="accounts.make_roles")


def make_roles(sender, using, **kwargs):
    """After every migration the roles have the rights the code says, also those of models that are new."""
    from django.contrib.auth.management import create_permissions

    from .setup import sync_roles

    for label in RIGHTS_IN:
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    sync_roles()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration, without its ways to raise oneself."""

    user_viewset = "accounts.viewsets.UserViewSet"
