"""How hypothesis is used here: no time limit decides, and nothing is written into the source tree."""

from hypothesis import settings


def examples(count: int = 200) -> settings:
    """Settings for a property of `count` examples."""
    return settings(max_examples=count, deadline=None, database=None)
