"""Writes down who of a firm got to see who a prospect is, and its persons."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from ..models import Disclosure, Handover

_Stage = Disclosure.Stage


def record_disclosure(
    handovers: Iterable[Handover], *, to: Any, how: str, with_contact: bool, at: datetime | None = None
) -> int:
    """Write down that `to` sees these handovers now; returns how many lines were new.

    Only what a handover shows at this moment is written: who it is, and with `with_contact` the person to call. Once a
    day for each person, stage and way. One question, and one more when there is something new.
    """
    now = at or timezone.now()
    today = timezone.localdate(now)
    wanted: dict[tuple[int, str], int] = {}
    for handover in handovers:
        if handover.shows_identity:
            wanted[handover.pk, _Stage.IDENTITY] = handover.firm_id
        if with_contact and handover.shows_contact:
            wanted[handover.pk, _Stage.CONTACT] = handover.firm_id
    if not wanted:
        return 0
    keys = {pk for pk, _stage in wanted}
    known = Disclosure.objects.filter(person=to, how=how, seen_on=today, handover__in=keys)
    written = set(known.values_list("handover", "stage"))
    new = [
        Disclosure(handover_id=pk, firm_id=firm, person=to, stage=stage, how=how, seen_at=now, seen_on=today)
        for (pk, stage), firm in wanted.items()
        if (pk, str(stage)) not in written
    ]
    # Two pages opened at once write the same line; the second is left out.
    Disclosure.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
