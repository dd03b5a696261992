"""A case rests, or ends."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Handover, HandoverRound, Prospect, StandingReason, Task
from .asking_several import stop_round
from .handing_over import discard_draft
from .requests import withdraw_request


@transaction.atomic
def stop_case(
    prospect: Prospect,
    how: str,
    *,
    reason: str,
    by: Any,
    until: date | None = None,
    why: StandingReason | None = None,
    lost_to: str = "",
    would_have_changed: str = "",
) -> None:
    """Let a case rest, or end it as lost or withdrawn. When it ends, its handovers, tasks and requests to the
    municipality end with it.

    `how` is rest, lose or withdraw; `until` is the day a resting one is taken up again; `why` a reason of the list,
    `reason` the same in words. Raises TransitionError.
    """
    if how == "rest":
        prospect.rest(reason=reason, until=until, why=why, by=by)
        return
    if how == "lose":
        prospect.lose(reason=reason, why=why, lost_to=lost_to, would_have_changed=would_have_changed, by=by)
    else:
        prospect.withdraw(reason=reason, why=why, by=by)
    for found in prospect.handover_rounds.filter(status=HandoverRound.Status.OPEN):
        stop_round(found, reason=reason, by=by)
    for draft in prospect.handovers.filter(status=Handover.Status.DRAFT):
        discard_draft(draft, by=by)
    for handover in prospect.handovers.filter(status__in=Handover.LIVE):
        handover.withdraw(reason=reason, by=by)
    for task in prospect.tasks.filter(status=Task.Status.OPEN):
        task.drop(reason=reason, by=by)
    for request in prospect.municipal_requests.filter(status__in=("asked", "returned")).select_related("municipality"):
        # Why it ended is the prospect's own matter, and may name it.
        withdraw_request(request, reason=_("The case has ended."), by=by)
