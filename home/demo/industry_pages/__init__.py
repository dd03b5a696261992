"""Demo pages of the focus industries."""

from typing import Any

from .index import INDEX
from .makers import MAKERS
from .services import SERVICES

__all__ = ["INDEX", "INDUSTRY_PAGES"]

INDUSTRY_PAGES: list[dict[str, Any]] = [*SERVICES, *MAKERS]
