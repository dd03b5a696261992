"""The adviser asks several firms for one prospect, chooses among them, or stops."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.mail import post
from common.workflow import TransitionError
from partners.models import PartnerFirm

from ..models import Handover, HandoverRound, Prospect
from .handing_over import check_and_create
from .rounds import give_to, hold_round_of, locked_round

MOST = 12
"""Firms that can be asked together: the prospect answers for each of them."""


@transaction.atomic
def start_round(
    prospect: Prospect,
    *,
    to: Sequence[PartnerFirm],
    mode: str,
    by: Any,
    message: str = "",
    response_days: int | None = None,
    at: datetime | None = None,
) -> HandoverRound:
    """Ask several firms, in the order of `to`: in turn or all at once. The prospect is asked for all in one mail.

    Raises TransitionError for fewer than two or more than MOST firms, while others are being asked, and as `hand_over`
    does; then nobody is asked.
    """
    if not 2 <= len(to) <= MOST or len({firm.pk for firm in to}) != len(to):
        raise TransitionError(_("Choose from two to %(most)s firms.") % {"most": MOST}, code="firms")
    if mode not in HandoverRound.Mode.values:
        raise TransitionError(_("Choose how they are asked."), code="mode")
    busy = TransitionError(_("Several firms are being asked already. Stop that first."), code="busy")
    if prospect.handover_rounds.filter(status=HandoverRound.Status.OPEN).exists():
        raise busy
    try:
        with transaction.atomic():
            found = HandoverRound.objects.create(
                prospect=prospect, mode=mode, started_by=by, started_at=at or timezone.now()
            )
    except IntegrityError as error:
        raise busy from error
    for place, firm in enumerate(to, 1):
        check_and_create(
            prospect,
            to=firm,
            by=by,
            message=message,
            response_days=response_days,
            at=found.started_at,
            round=found,
            position=place,
        )
    log(prospect, "prospects.round_started", user=by, data={"mode": mode, "firms": [firm.name for firm in to]})
    if at is None:
        post("round_consent_request", round=found.pk)
    return found


@transaction.atomic
def choose_firm(handover: Handover, *, by: Any) -> None:
    """Of those who would like to, this firm gets it, and the others are told kindly. Raises TransitionError."""
    found = hold_round_of(handover)
    if found is None or found.status != HandoverRound.Status.OPEN:
        raise TransitionError(_("It has been decided already. This is how it stands now."), code="overtaken")
    handover.refresh_from_db()
    give_to(found, handover, by=by)


@transaction.atomic
def stop_round(found: HandoverRound, *, reason: str, by: Any) -> None:
    """Ask nobody any more: all that is under way in it is withdrawn. Raises TransitionError without a reason."""
    held = locked_round(found.pk)
    held.stop(reason=reason, by=by)
    for handover in held.handovers.filter(status__in=Handover.LIVE):
        handover.withdraw(reason=reason, by=by)
