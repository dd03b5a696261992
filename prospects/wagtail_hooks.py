"""What staff do with prospects in the admin."""

from . import log_actions  # noqa: F401
