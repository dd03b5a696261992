"""Production: every value that differs between installations comes from the environment, and a missing one is said."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import database


def required(name: str, example: str) -> str:
    """The environment variable `name`. Raises ImproperlyConfigured, with an example, when it is empty."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment, for example {name}={example}")
    return value


SECRET_KEY = required("SECRET_KEY", "'a random text of 50 characters or more'")
ALTCHA_HMAC_KEY = os.environ.get("ALTCHA_HMAC_KEY") or SECRET_KEY
DATABASES = {"default": database(required("DATABASE_URL", "postgres://user:password@host/name"))}
WAGTAILADMIN_BASE_URL = required("BASE_URL", "https://www.example.no")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS", "www.example.no").split(",")]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEFAULT_FROM_EMAIL = required("MAIL_FROM", "'Programme <no-reply@example.no>'")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = required("MAIL_HOST", "smtp.example.no")
EMAIL_PORT = int(os.environ.get("MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("MAIL_TLS", "1") == "1"

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^helse/$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if os.environ.get("TRUSTED_PROXY_COUNT", "0") != "0":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# A cache in front (nginx with a purge module, Varnish) that answers PURGE at this address.
if os.environ.get("PAGE_CACHE_PURGE_URL"):
    WAGTAILFRONTENDCACHE = {
        "front": {"BACKEND": "home.purging.FrontCache", "LOCATION": os.environ["PAGE_CACHE_PURGE_URL"]}
    }
    PAGE_CACHE_FRONT_SECONDS = 300
