"""The demo, sent over the wire as production sends it: files compressed and named by their content, pages compressed.

For measuring (`./run pages`). In production nginx compresses pages; here Django does, which a site with secrets in its
pages should not do by itself.
"""

from .base import STORAGES as _PRODUCTION
from .demo import *
from .demo import MIDDLEWARE, STORAGES

STORAGES = {**STORAGES, "staticfiles": _PRODUCTION["staticfiles"]}
WHITENOISE_USE_FINDERS = False
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
SEARCH_ENGINES_WELCOME = True
