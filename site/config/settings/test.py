"""For pytest: everything it writes lands in a folder that goes away, and mail goes where a test sends it."""

import os
import tempfile
from pathlib import Path

from .base import *
from .base import CACHES, REDIS_URL, STORAGES, database

if "DOROPNER_TEST_VAR" not in os.environ:
    os.environ["DOROPNER_TEST_VAR"] = tempfile.mkdtemp(prefix="doropner-test-")
_folder = Path(os.environ["DOROPNER_TEST_VAR"])
VAR = _folder

DEMO = True
SECRET_KEY = "only-for-tests-" + "x" * 50
ALTCHA_HMAC_KEY = SECRET_KEY
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{_folder / 'test.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads that race need connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test-run.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if "TEST_SMTP_PORT" in os.environ:  # a process that a test started beside itself
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["TEST_SMTP_PORT"])
EMAIL_FILE_PATH = _folder / "mail"
STORAGES = {
    **STORAGES,
    "private": {
        **STORAGES["private"],
        "OPTIONS": {"location": VAR / f"private-{os.environ.get('PYTEST_XDIST_WORKER', '')}", "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = _folder / "media"
STATIC_ROOT = _folder / "static"
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# A memory of this process's own, gone with it; and nothing that a browser keeps between two steps of a journey.
if REDIS_URL:  # each test empties the cache, so each process of the tests has a database of its own
    _number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    CACHES["default"]["LOCATION"] = f"{REDIS_URL.rpartition('/')[0]}/{_number}"
CACHES = {**CACHES, "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}}
PAGE_CACHE_SECONDS = 0
