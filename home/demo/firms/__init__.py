"""Demo partners: invented firms on three tiers, and the municipality."""

from typing import Any

from .addresses import ADDRESSES
from .larger import LARGER
from .smaller import SMALLER
from .tiers import TIERS

__all__ = ["ADDRESSES", "FIRMS", "TIERS"]

FIRMS: list[dict[str, Any]] = [*LARGER, *SMALLER]
