"""What `./run demo` starts: no debug pages, static files served as they lie, everything under var/."""

import os

from .base import VAR, database
from .dev import *

DEBUG = False
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'demo.sqlite3'}")}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
