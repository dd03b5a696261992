"""Offers that nobody signs: the firm says no, is reminded, or the time to sign runs out."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from common.mail import post
from common.workflow import TransitionError
from partners.models import Agreement

from .agreements import each, free_seat_once, lock_firm, tell
from .signing import managers, may_sign

REMIND_DAYS = 7


@transaction.atomic
def decline_offer(agreement: Agreement, *, reason: str, by: User, at: datetime | None = None) -> None:
    """The firm says no to the offer: its seat falls free at once, and the programme managers are told why.

    Raises TransitionError when `by` is not entitled to sign, without a reason, and when it is no offer any more.
    """
    now = at or timezone.now()
    lock_firm(agreement)
    if not may_sign(by, agreement):
        raise TransitionError(_("Only an administrator who may sign for the firm can do this."), code="seat")
    agreement.decline(on=_never_binding(agreement, now), reason=reason, by=by, at=now)
    free_seat_once(agreement, at=now)
    tell(agreement, "offer_declined", at=now, person=str(by))
    _tell_managers(agreement)


def follow_up_offers(now: datetime | None = None) -> int:
    """Remind firms of offers that run out within REMIND_DAYS, and take back those whose time is over; returns how many.

    It asks what is due and not yet done: a missed run loses nothing.
    """
    moment = now or timezone.now()
    today = timezone.localdate(moment)
    done = each(Agreement.objects.offers_over(today), lambda one: _lapse(one, moment))
    waiting = Agreement.objects.offers_to_remind_of(today, ahead_days=REMIND_DAYS)
    return done + each(waiting, lambda one: _remind(one, moment))


def _lapse(agreement: Agreement, now: datetime) -> None:
    lock_firm(agreement)
    reason = _("Nobody signed it in time.")
    agreement.lapse(on=_never_binding(agreement, now), reason=reason, at=now)
    free_seat_once(agreement, at=now)
    tell(agreement, "offer_lapsed", at=now)
    _tell_managers(agreement)


def _remind(agreement: Agreement, now: datetime) -> None:
    waiting = Agreement.objects.filter(pk=agreement.pk, status=Agreement.Status.OFFERED, offer_reminded_at=None)
    if waiting.update(offer_reminded_at=now):
        tell(agreement, "offer_reminder", at=now, until_on=agreement.offer_until)


def _never_binding(agreement: Agreement, now: datetime) -> date:
    """The day written down for an offer that comes to nothing: it never binds, not for a day."""
    return min(timezone.localdate(now), agreement.starts_on)


def _tell_managers(agreement: Agreement) -> None:
    for manager in managers():
        post("offer_ended", agreement=agreement.pk, reader=manager.pk)
