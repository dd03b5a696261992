"""Users and invitations."""

import hashlib
import secrets
from datetime import timedelta
from functools import cached_property

from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, move

from .roles import Role


class UserManager(BaseUserManager["User"]):
    """Users are found by their e-mail address, whatever its letter case."""

    use_in_migrations = True

    def get_by_natural_key(self, username):
        """The user with this e-mail address."""
        return self.get(email__iexact=username)

    def create_user(self, email, password=None, **fields):
        """A user who can log in with `email`; without a password only by passkey or after a reset."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """A user who may everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Somebody who logs in. The e-mail address is the name; `is_active` off locks the person out at once."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")
    title = models.CharField(_("title"), max_length=100, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self):
        return self.get_full_name() or self.email

    def clean(self):
        """The address is kept in lower case."""
        super().clean()
        self.email = self.email.strip().lower()

    @cached_property
    def role_names(self) -> set[str]:
        """The names of the user's groups, read once a request."""
        return set(self.groups.values_list("name", flat=True))


class Invitation(models.Model):
    """The way in, since nobody can sign up.

    Somebody entitled to it invites an address: the invitation is *pending* and its link works until `expires_at`. The
    invited person opens the link and chooses how to log in: it is *accepted*, once. Whoever invited may take it back
    while it is pending: *revoked*. Only a hash of the link's secret is kept.
    """

    class Status(models.TextChoices):
        PENDING = "pending", _("waiting for an answer")
        ACCEPTED = "accepted", _("accepted")
        REVOKED = "revoked", _("taken back")

    TRANSITIONS = {
        "accept": Transition(
            "status",
            ("pending",),
            "accepted",
            "accounts.invitation_accepted",
            where=lambda now: {"expires_at__gt": now},
        ),
        "revoke": Transition("status", ("pending",), "revoked", "accounts.invitation_revoked"),
    }

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=40, choices=Role.choices, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PENDING)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("invited"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"), condition=models.Q(status="pending"), name="one_pending_invitation_per_email"
            )
        ]

    def __str__(self):
        return self.email

    @property
    def is_open(self) -> bool:
        """Whether the link still works."""
        return self.status == self.Status.PENDING and self.expires_at > timezone.now()

    def new_token(self) -> str:
        """A fresh secret for the link; the one before stops working. Not saved."""
        token = secrets.token_urlsafe(24)
        self.token_hash = hash_token(token)
        self.expires_at = timezone.now() + timedelta(days=settings.INVITATION_DAYS)
        return token

    def accept(self, *, by: User) -> None:
        """The invited person has chosen how to log in. Raises TransitionError when it was used, revoked or is old."""
        move(self, "accept", by=by, facts={"accepted_at": timezone.now(), "accepted_by": by})

    def revoke(self, *, by: User) -> None:
        """Take the invitation back. Raises TransitionError when it was already answered."""
        move(self, "revoke", by=by)


def hash_token(token: str) -> str:
    """What is kept of a link's secret: enough to know it again, not to make it."""
    return hashlib.sha256(token.encode()).hexdigest()
