"""For working on the code: debug pages, mail in a folder that the demo's mailbox shows, one machine only."""

import os

from .base import *
from .base import STATIC_ROOT, STORAGES, VAR
from .local import local_secret

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a folder that is not there

DEBUG = True
DEMO = True
# The demo's firms and people are invented: no search engine should tell of them.
SEARCH_ENGINES_WELCOME = os.environ.get("SEARCH_ENGINES_WELCOME") == "1"
SECRET_KEY = local_secret(VAR)
ALTCHA_HMAC_KEY = SECRET_KEY
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
