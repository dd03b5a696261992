"""Several firms asked for one prospect: who is next, who gets it, and when nobody is left.

Whoever changes a handover of a round takes the round first (`locked_round`), so that of two workers one waits.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common import clock
from common.mail import post
from common.workflow import TransitionError
from partners.models import Topic
from partners.services import notify

from ..handed_over import agreement_for_handovers
from ..models import Handover, HandoverRound, Prospect
from .telling import tell_advisers

_Status = Handover.Status


def locked_round(pk: int) -> HandoverRound:
    """The round, held until the transaction ends. Raises HandoverRound.DoesNotExist."""
    return HandoverRound.objects.select_for_update().get(pk=pk)


def hold_round_of(handover: Handover) -> HandoverRound | None:
    """The round of a handover, held until the transaction ends; None when only this firm is asked."""
    return None if handover.round_id is None else locked_round(handover.round_id)


def tell_firm(handover: Handover) -> None:
    """Tell the people of the firm that they are asked."""
    notify(handover.firm, topic=Topic.HANDOVER, kind="handover_offered", handover=handover.pk)


@transaction.atomic
def advance(pk: int, *, now: datetime | None = None) -> str:
    """Do what is due in one round: ask the next, choose, or end it. Returns "asked", "settled", "exhausted" or "".

    May be called at any time and again: what was done is not done twice, and what was missed is made up for. While the
    case rests nothing happens.
    """
    found = locked_round(pk)
    if found.status != HandoverRound.Status.OPEN or found.prospect.standing != Prospect.Standing.ONGOING:
        return ""
    at = now or timezone.now()
    members = list(found.handovers.select_related("firm", "prospect__adviser").order_by("position", "pk"))
    if any(one.status in Handover.UNANSWERED for one in members):
        return ""
    if found.mode == HandoverRound.Mode.IN_TURN:
        if _ask_next(members, at):
            return "asked"
    elif _choose_first(found, members, at):
        return "settled"
    if any(one.status in Handover.LIVE for one in members):
        return ""
    found.exhaust(at=at)
    if members:
        tell_advisers("round_exhausted", members[-1])
    return "exhausted"


def _ask_next(members: list[Handover], at: datetime) -> bool:
    for one in members:
        if one.status != _Status.QUEUED:
            continue
        if agreement_for_handovers(one.firm) is None:
            one.withdraw(reason=_("%(firm)s has no running agreement.") % {"firm": one.firm}, at=at)
            continue
        one.offer(answer_due_at=clock.add_working_days(at, one.response_days), at=at)
        tell_firm(one)
        if any(other.status in (_Status.DECLINED, *Handover.OVER) for other in members):
            tell_advisers("round_passed_on", one)
        return True
    return False


def _choose_first(found: HandoverRound, members: list[Handover], at: datetime) -> bool:
    """After the last deadline, of those who would like to the one the adviser put first."""
    willing = [one for one in members if one.status == _Status.INTERESTED]
    deadlines = [one.answer_due_at for one in willing if one.answer_due_at is not None]
    if not willing or max(deadlines, default=at) > at:
        return False
    give_to(found, willing[0], by=None, at=at)
    return True


def give_to(found: HandoverRound, chosen: Handover, *, by: Any, at: datetime | None = None) -> None:
    """Of a held round, `chosen` gets it; the prospect, the firm and the adviser are told. Raises TransitionError."""
    chosen.choose(by=by, at=at)
    post("handover_accepted_prospect", handover=chosen.pk)
    notify(chosen.firm, topic=Topic.HANDOVER, kind="handover_chosen", handover=chosen.pk)
    tell_advisers("handover_accepted", chosen)
    settle(found, chosen, at=at)


def settle(found: HandoverRound, taker: Handover, *, at: datetime | None = None) -> None:
    """A firm has it: a held round ends, and the other firms are told kindly if they knew of it."""
    for other in found.handovers.exclude(pk=taker.pk).filter(status__in=Handover.LIVE).select_related("firm"):
        knew = other.status in (*Handover.UNANSWERED, _Status.INTERESTED)
        other.withdraw(reason=_("Another firm has taken it on."), at=at)
        if knew:
            notify(other.firm, topic=Topic.HANDOVER, kind="handover_not_chosen", reference=found.prospect.reference)
    if found.status == HandoverRound.Status.OPEN:
        found.settle(at=at)


def advance_rounds(now: datetime | None = None) -> int:
    """Do what is due in all rounds; returns in how many something was. A missed run loses nothing."""
    count = 0
    for pk in list(HandoverRound.objects.to_advance().values_list("pk", flat=True)):
        try:
            count += bool(advance(pk, now=now))
        except (TransitionError, HandoverRound.DoesNotExist):
            continue  # somebody was faster; what is left is due at the next run
    return count
