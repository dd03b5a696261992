"""allauth, the way this house wants it: nobody signs up, mail never breaks a page, secrets are encrypted at rest."""

import base64
import hashlib
import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.template.loader import render_to_string
from django.utils import translation

from common.mail import Letter, message

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; mails in the look of the house."""

    def is_open_for_signup(self, request) -> bool:
        """Never: people are invited."""
        return False

    def get_client_ip(self, request) -> str:
        """The address the limits count by; a wrong proxy count falls back to the connection's own."""
        try:
            return super().get_client_ip(request)
        except (ImproperlyConfigured, PermissionDenied):
            return request.META.get("REMOTE_ADDR") or "unknown"

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        """The account alone: allauth also counts by host, and a forged one would begin a new count."""
        return str(credentials.get("email") or credentials.get("username") or "").casefold().strip()

    def send_mail(self, template_prefix, email, context):
        """Send allauth's own mails as our letters. A mail server that is away is logged, never shown as an error."""
        language = translation.get_language() or settings.LANGUAGE_CODE
        context = {**context, "email": email, "current_site": {"name": settings.WAGTAIL_SITE_NAME}}
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        text = render_to_string(f"{template_prefix}_message.txt", context)
        paragraphs = [part.strip() for part in text.strip().split("\n\n") if part.strip()]
        try:
            message(Letter(to=email, language=language, subject=subject, paragraphs=paragraphs)).send()
        except Exception:
            logger.exception("Mail %s could not be sent", template_prefix)


class MfaAdapter(DefaultMFAAdapter):
    """Authenticator secrets are encrypted with a key made from SECRET_KEY: a copy of the database is not enough."""

    @staticmethod
    def _fernet() -> MultiFernet:
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return MultiFernet(
            [Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"mfa:" + str(key).encode()).digest())) for key in keys]
        )

    def encrypt(self, text: str) -> str:
        """Called by allauth before it stores a secret."""
        return self._fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Called by allauth when it needs a secret. Raises InvalidToken when SECRET_KEY changed without fallback."""
        return self._fernet().decrypt(encrypted_text.encode()).decode()
