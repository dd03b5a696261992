"""Demo news: twelve stories, newest last. Every image is a cut-paper illustration used once."""

from typing import Any

from .beginnings import BEGINNINGS
from .craft import CRAFT
from .lately import LATELY
from .lessons import LESSONS

NEWS: list[dict[str, Any]] = [*BEGINNINGS, *LESSONS, *CRAFT, *LATELY]
