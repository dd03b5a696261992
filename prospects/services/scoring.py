"""The value score: what a case is worth to the region, by weights that can be changed and explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.log_actions import log

from ..models import AreaBand, Establishment, Prospect, Readiness, ScoreWeight, SizeBand, TimeFrame

Quality = ScoreWeight.Quality
DEFAULT_WEIGHT = 5
UNKNOWN = 30
"""The points of what is not known: less than the middle, so that asking pays, and never nothing."""

# Points from 0 to 100 for each answer.
_POINTS: dict[str, dict[str, int]] = {
    Quality.SIZE: {
        SizeBand.TO_4: 15,
        SizeBand.TO_9: 30,
        SizeBand.TO_19: 50,
        SizeBand.TO_49: 70,
        SizeBand.TO_99: 85,
        SizeBand.OVER_100: 100,
    },
    Quality.READINESS: {
        Readiness.CURIOUS: 20,
        Readiness.EXPLORING: 45,
        Readiness.COMPARING: 75,
        Readiness.DECIDED: 100,
    },
    Quality.TIME_FRAME: {TimeFrame.NOW: 100, TimeFrame.YEAR: 75, TimeFrame.TWO_YEARS: 45, TimeFrame.LATER: 15},
    Quality.KIND: {
        Establishment.NEW: 100,
        Establishment.EXPANSION: 80,
        Establishment.MOVE_REGION: 30,
        Establishment.MOVE_MUNICIPALITY: 0,
    },
    Quality.AREA: {
        AreaBand.NONE: 10,
        AreaBand.UNDER_100: 30,
        AreaBand.TO_300: 50,
        AreaBand.TO_1000: 70,
        AreaBand.TO_5000: 90,
        AreaBand.OVER_5000: 100,
        AreaBand.PLOT: 100,
    },
}
_FIELDS = {
    Quality.SIZE: "employees",
    Quality.READINESS: "readiness",
    Quality.TIME_FRAME: "time_frame",
    Quality.KIND: "kind",
    Quality.AREA: "area",
}


@dataclass(frozen=True)
class Part:
    """What one quality gives: `answer` in words, `points` of 100, how much it counts, and whether it is a guess."""

    quality: str
    answer: str
    points: int
    weight: int
    is_unknown: bool


def weights() -> dict[str, int]:
    """How much each quality counts, from 0 to 10."""
    stored = dict(ScoreWeight.objects.values_list("quality", "weight"))
    return {quality: stored.get(quality, DEFAULT_WEIGHT) for quality in Quality.values}


def explain(prospect: Prospect, counting: Mapping[str, int] | None = None) -> list[Part]:
    """Quality by quality, why the score is what it is; those that count most first."""
    counts = weights() if counting is None else counting
    parts = []
    for quality, field in _FIELDS.items():
        answer = getattr(prospect, field)
        points = _POINTS[quality].get(answer)
        label = str(getattr(prospect, f"get_{field}_display")())
        known = UNKNOWN if points is None else points
        parts.append(Part(str(quality.label), label, known, counts.get(quality, 0), points is None))
    return sorted(parts, key=lambda part: -part.weight)


def score_of(prospect: Prospect, counting: Mapping[str, int] | None = None) -> int | None:
    """From 0 to 100, the weighted mean of the points, rounded down; None when nothing counts."""
    parts = explain(prospect, counting)
    total = sum(part.weight for part in parts)
    return sum(part.weight * part.points for part in parts) // total if total else None


def rescore(prospect: Prospect, counting: Mapping[str, int] | None = None) -> None:
    """Store the score of a case as its facts now give it."""
    score = score_of(prospect, counting)
    if score != prospect.value_score:
        Prospect.objects.filter(pk=prospect.pk).update(value_score=score)
        prospect.value_score = score


@transaction.atomic
def set_weights(values: Mapping[str, int], *, by: Any) -> None:
    """Change how much each quality counts; all cases are scored again in the background.

    Raises ValueError for a weight below 0 or above 10.
    """
    for quality in Quality.values:
        weight = values[quality]
        if not 0 <= weight <= 10:
            raise ValueError(f"{quality}: {weight}")
        ScoreWeight.objects.update_or_create(quality=quality, defaults={"weight": weight})
    log(by, "prospects.weights_changed", user=by, data=dict(values))
    score_all.enqueue()


@task(backend="jobs")
def score_all() -> int:
    """Score every case again, a thousand at a time; returns how many changed. May be run again at any time."""
    counting, changed, last = weights(), 0, 0
    while batch := list(Prospect.objects.filter(pk__gt=last).order_by("pk")[:1000]):
        last = batch[-1].pk
        wrong = []
        for prospect in batch:
            if (score := score_of(prospect, counting)) != prospect.value_score:
                prospect.value_score = score
                wrong.append(prospect)
        Prospect.objects.bulk_update(wrong, ["value_score"], batch_size=200)
        changed += len(wrong)
    return changed
