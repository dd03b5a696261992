"""How hypothesis is used here: no time limit decides, and nothing is written into the source tree."""

import os

from hypothesis import settings

MOST = int(os.environ.get("DOROPNER_EXAMPLES", "1000000"))
"""More examples than this are not tried; for a second run of what was tried in full already."""


def examples(count: int = 200) -> settings:
    """Settings for a property of `count` examples."""
    return settings(max_examples=min(count, MOST), deadline=None, database=None)
