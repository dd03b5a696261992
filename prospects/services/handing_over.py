"""A prospect is offered to a partner firm, and what becomes of it."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common import clock
from common.mail import post
from common.workflow import TransitionError
from partners.models import PartnerFirm, Topic
from partners.services import notify

from ..handed_over import agreement_for_handovers
from ..models import Handover, Prospect
from .sharing import gives_away
from .suppressing import is_silenced
from .telling import advisers_to_tell


@transaction.atomic
def hand_over(
    prospect: Prospect,
    *,
    to: PartnerFirm,
    by: Any,
    message: str = "",
    response_days: int | None = None,
    at: datetime | None = None,
) -> Handover:
    """Offer the prospect to a partner firm, once the prospect itself agrees; it is asked by mail.

    `response_days` are the working days the firm gets from the prospect's yes, its tier's when None. Raises
    TransitionError when the prospect is not qualified or not under way, the firm takes no part today or was asked
    before, or a text would give away who the prospect is.
    """
    if prospect.standing != Prospect.Standing.ONGOING or prospect.stage == Prospect.Stage.NEW:
        raise TransitionError(
            _("Qualify the prospect first; only one that is under way can be handed over."), code="stage"
        )
    agreement = agreement_for_handovers(to)
    if agreement is None:
        raise TransitionError(_("%(firm)s has no running agreement.") % {"firm": to}, code="agreement")
    if Handover.objects.filter(prospect=prospect, firm=to).exclude(status__in=Handover.HIDDEN).exists():
        raise TransitionError(_("%(firm)s has already been asked for this prospect.") % {"firm": to}, code="asked")
    if not prospect.main_contact:
        raise TransitionError(_("There is nobody to ask for consent: add a contact first."), code="contact")
    if is_silenced(prospect.main_contact):
        raise TransitionError(
            _("They have asked us not to write to them again, so they cannot be asked for consent. Call them."),
            code="silenced",
        )
    for text in (message, prospect.anonymous_need_nb, prospect.anonymous_need_en):
        if found := gives_away(prospect, text):
            raise TransitionError(
                _("The text for sharing gives away who it is: %(found)s.") % {"found": ", ".join(found)}, code="names"
            )
    try:
        with transaction.atomic():
            handover = Handover.objects.create(
                prospect=prospect,
                firm=to,
                message=message.strip(),
                response_days=response_days or agreement.response_days,
                handed_over_by=by,
                handed_over_at=at or timezone.now(),
            )
    except IntegrityError as error:
        raise TransitionError(
            _("%(firm)s has already been asked for this prospect.") % {"firm": to}, code="asked"
        ) from error
    log(handover, "prospects.handed_over", user=by, timestamp=handover.handed_over_at, data={"firm": to.name})
    if at is None:
        post("consent_request", handover=handover.pk)
    return handover


@transaction.atomic
def give_consent(handover: Handover, *, at: datetime | None = None) -> None:
    """The prospect says yes: the firm is told, and its time begins. Raises TransitionError when that is past."""
    now = at or timezone.now()
    handover.consent(answer_due_at=clock.add_working_days(now, handover.response_days), at=now)
    if at is None:
        notify(handover.firm, topic=Topic.HANDOVER, kind="handover_offered", handover=handover.pk)


@transaction.atomic
def refuse_consent(handover: Handover) -> None:
    """The prospect says no, or takes its yes back: the firm sees nothing of it from the next request."""
    was_offered = handover.status != Handover.Status.AWAITING_CONSENT
    reason = _("The prospect took its yes back.") if was_offered else _("The prospect said no.")
    handover.withdraw(reason=reason, by_prospect=True)
    _tell_adviser("consent_refused", handover)


@transaction.atomic
def accept_handover(handover: Handover, *, by: Any) -> None:
    """The firm accepts: the prospect and the adviser are told. Raises TransitionError."""
    handover.accept(by=by)
    post("handover_accepted_prospect", handover=handover.pk)
    _tell_adviser("handover_accepted", handover)


@transaction.atomic
def decline_handover(handover: Handover, *, reason: str, by: Any) -> None:
    """The firm declines; the adviser is told why. Raises TransitionError."""
    handover.decline(reason=reason, by=by)
    _tell_adviser("handover_declined", handover)


@transaction.atomic
def finish_handover(handover: Handover, *, outcome: str, reason: str = "", by: Any) -> None:
    """The firm says how it ended; the adviser is told. Raises TransitionError."""
    handover.finish(outcome=outcome, reason=reason, by=by)
    _tell_adviser("handover_done", handover)


def lapse_overdue(now: datetime | None = None) -> int:
    """Let lapse what no firm answered in time, and tell the advisers; returns how many. A missed run loses nothing."""
    count = 0
    for handover in Handover.objects.overdue(now).select_related("prospect__adviser", "firm"):
        try:
            with transaction.atomic():
                handover.lapse(at=now)
                _tell_adviser("handover_lapsed", handover)
        except TransitionError:
            continue
        count += 1
    return count


def _tell_adviser(kind: str, handover: Handover) -> None:
    for adviser in advisers_to_tell(handover.prospect):
        post(kind, handover=handover.pk, reader=adviser.pk)
