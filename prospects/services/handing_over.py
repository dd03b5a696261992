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
from ..models import Handover, HandoverRound, Prospect
from .own_leads import comes_first, comes_first_in_words
from .rounds import advance, hold_round_of, settle, tell_firm
from .sharing import gives_away
from .suppressing import is_silenced
from .telling import tell_advisers


def _check(prospect: Prospect, to: PartnerFirm, message: str) -> int:
    """The working days `to` gets by its tier. Raises TransitionError when the prospect cannot be offered to it."""
    if prospect.standing != Prospect.Standing.ONGOING or prospect.stage == Prospect.Stage.NEW:
        raise TransitionError(
            _("Qualify the prospect first; only one that is under way can be handed over."), code="stage"
        )
    agreement = agreement_for_handovers(to)
    if agreement is None:
        raise TransitionError(_("%(firm)s has no running agreement.") % {"firm": to}, code="agreement")
    if (first := comes_first(prospect)) and first.firm_id != to.pk:
        raise TransitionError(comes_first_in_words(first), code="protected")
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
    return agreement.response_days


def check_and_create(
    prospect: Prospect,
    *,
    to: PartnerFirm,
    by: Any,
    message: str,
    response_days: int | None,
    at: datetime,
    is_draft: bool = False,
    round: HandoverRound | None = None,
    position: int = 0,
) -> Handover:
    """Store and log one offer; nobody is told. Raises TransitionError as `hand_over` does."""
    asked = TransitionError(_("%(firm)s has already been asked for this prospect.") % {"firm": to}, code="asked")
    days = _check(prospect, to, message)
    if Handover.objects.filter(prospect=prospect, firm=to).exclude(status__in=Handover.OVER).exists():
        raise asked
    try:
        with transaction.atomic():
            handover = Handover.objects.create(
                prospect=prospect,
                firm=to,
                message=message.strip(),
                response_days=response_days or days,
                handed_over_by=by,
                handed_over_at=at,
                status=Handover.Status.DRAFT if is_draft else Handover.Status.AWAITING_CONSENT,
                round=round,
                position=position,
            )
    except IntegrityError as error:
        raise asked from error
    action = "prospects.handover_drafted" if is_draft else "prospects.handed_over"
    log(handover, action, user=by, timestamp=at, data={"firm": to.name})
    return handover


@transaction.atomic
def hand_over(
    prospect: Prospect,
    *,
    to: PartnerFirm,
    by: Any,
    message: str = "",
    response_days: int | None = None,
    is_draft: bool = False,
    at: datetime | None = None,
) -> Handover:
    """Offer the prospect to a partner firm, once the prospect itself agrees; it is asked by mail, unless `is_draft`.

    `response_days` are the working days the firm gets from the prospect's yes, its tier's when None. Raises
    TransitionError when the prospect is not qualified or not under way, the firm takes no part today or was asked
    before, another firm told us of it and comes first, or a text would give away who the prospect is.
    """
    handover = check_and_create(
        prospect,
        to=to,
        by=by,
        message=message,
        response_days=response_days,
        at=at or timezone.now(),
        is_draft=is_draft,
    )
    if at is None and not is_draft:
        post("consent_request", handover=handover.pk)
    return handover


@transaction.atomic
def ask_prospect(handover: Handover, *, by: Any) -> None:
    """Send what was a draft: the prospect is asked by mail. Raises TransitionError as `hand_over` does."""
    _check(handover.prospect, handover.firm, handover.message)
    handover.ask(by=by)
    post("consent_request", handover=handover.pk)


@transaction.atomic
def discard_draft(handover: Handover, *, by: Any) -> None:
    """Throw a draft away. Raises TransitionError when the prospect has been asked meanwhile."""
    # A real delete: nobody outside was ever told of it.
    gone, _rows = Handover.objects.filter(pk=handover.pk, status=Handover.Status.DRAFT).delete()
    if not gone:
        raise TransitionError(_("The prospect has been asked meanwhile."), code="overtaken")
    log(handover.prospect, "prospects.handover_discarded", user=by, data={"firm": handover.firm.name})


# --- the prospect's yes and no ---------------------------------------------------------------------------------------
@transaction.atomic
def give_consent(handover: Handover, *, contact: bool = True, at: datetime | None = None) -> None:
    """The prospect says yes: the firm is told, and its time begins. Raises TransitionError when that is past.

    Without `contact` the firm may learn who it is, and not yet whom to call. Where firms are asked in turn, the firm
    waits for its turn.
    """
    now = at or timezone.now()
    found = hold_round_of(handover)
    if found is not None and found.mode == HandoverRound.Mode.IN_TURN:
        handover.queue(contact=contact, at=now)
        advance(found.pk, now=now)
        return
    handover.consent(answer_due_at=clock.add_working_days(now, handover.response_days), contact=contact, at=now)
    if at is None:
        tell_firm(handover)


@transaction.atomic
def refuse_consent(handover: Handover) -> None:
    """The prospect says no, or takes its yes back: the firm sees nothing of it from the next request.

    Also from a firm that is done with it; there only the yes ends.
    """
    if handover.status == Handover.Status.DONE:
        facts = {"consent_withdrawn_at": timezone.now()}
        _note(handover, "prospects.identity_taken_back", facts, consent_withdrawn_at=None)
        return
    found = hold_round_of(handover)
    was_offered = handover.status != Handover.Status.AWAITING_CONSENT
    reason = _("The prospect took its yes back.") if was_offered else _("The prospect said no.")
    handover.withdraw(reason=reason, by_prospect=True)
    tell_advisers("consent_refused", handover)
    if found is not None:
        advance(found.pk)


@transaction.atomic
def give_contact_consent(handover: Handover) -> None:
    """The prospect lets the firm call, too. Raises TransitionError without its yes to who it is."""
    facts = {"contact_consented_at": timezone.now(), "contact_withdrawn_at": None}
    where = {"consented_at__isnull": False, "consent_withdrawn_at": None, "status__in": Handover.LIVE}
    _note(handover, "prospects.contact_allowed", facts, **where)
    if handover.shows_contact:
        notify(handover.firm, topic=Topic.HANDOVER, kind="handover_contact_open", handover=handover.pk)


@transaction.atomic
def take_back_contact(handover: Handover) -> None:
    """The prospect takes back being called: the firm sees no person from the next request. Raises TransitionError."""
    facts = {"contact_withdrawn_at": timezone.now()}
    where = {"contact_consented_at__isnull": False, "contact_withdrawn_at": None}
    _note(handover, "prospects.contact_taken_back", facts, **where)


def _note(handover: Handover, action: str, facts: dict[str, Any], **where: Any) -> None:
    """Store what the prospect decided beside the status, in one UPDATE with its conditions, and log it."""
    changed = Handover.objects.filter(pk=handover.pk, **where).update(**facts)
    handover.refresh_from_db()
    if not changed:
        raise TransitionError(_("This can no longer be changed. This is how it stands now."), code="overtaken")
    log(handover, action, data={"by": "prospect"})


# --- the firm's answers ----------------------------------------------------------------------------------------------
def see_handover(handover: Handover, *, by: Any) -> None:
    """A person of the firm has opened it. Says nothing when it was opened before, or has been answered."""
    if handover.status != Handover.Status.OFFERED:
        return
    try:
        handover.see(by=by)
    except TransitionError:
        return


@transaction.atomic
def accept_handover(handover: Handover, *, by: Any) -> None:
    """The firm accepts: the prospect and the adviser are told. Raises TransitionError.

    Where several are asked at once it says that it would like to, and the adviser is told.
    """
    found = hold_round_of(handover)
    if handover.is_one_of_many:
        handover.show_interest(by=by)
        tell_advisers("handover_interested", handover)
        return
    handover.accept(by=by)
    post("handover_accepted_prospect", handover=handover.pk)
    tell_advisers("handover_accepted", handover)
    if found is not None:
        settle(found, handover)


@transaction.atomic
def decline_handover(handover: Handover, *, reason: str, by: Any) -> None:
    """The firm declines; the adviser is told why, or that the next one is asked. Raises TransitionError."""
    found = hold_round_of(handover)
    handover.decline(reason=reason, by=by)
    tell_advisers("handover_declined", handover)
    if found is not None:
        advance(found.pk)


@transaction.atomic
def finish_handover(handover: Handover, *, outcome: str, reason: str = "", by: Any) -> None:
    """The firm says how it ended; the adviser is told. Raises TransitionError."""
    handover.finish(outcome=outcome, reason=reason, by=by)
    tell_advisers("handover_done", handover)


@transaction.atomic
def withdraw_handover(handover: Handover, *, reason: str, by: Any) -> None:
    """The adviser takes it back; where several are asked in turn, the next one is asked. Raises TransitionError."""
    found = hold_round_of(handover)
    handover.withdraw(reason=reason, by=by)
    if found is not None:
        advance(found.pk)


def lapse_overdue(now: datetime | None = None) -> int:
    """Let lapse what no firm answered in time, and tell the advisers; returns how many. A missed run loses nothing.

    Where several are asked in turn, the next one is asked.
    """
    count = 0
    for handover in Handover.objects.overdue(now).select_related("prospect__adviser", "firm"):
        try:
            with transaction.atomic():
                found = hold_round_of(handover)
                handover.lapse(at=now)
                tell_advisers("handover_lapsed", handover)
                if found is not None:
                    advance(found.pk, now=now)
        except TransitionError:
            continue
        count += 1
    return count
