"""Demo prospects: thirty invented companies, spread over every stage, with their notes and handovers."""

from typing import Any

from .contacted import CONTACTED
from .deciding import DECIDING
from .new import NEW
from .qualified import QUALIFIED
from .settled import SETTLED
from .shown import SHOWN

PROSPECTS: list[dict[str, Any]] = [*NEW, *QUALIFIED, *CONTACTED, *SHOWN, *DECIDING, *SETTLED]
