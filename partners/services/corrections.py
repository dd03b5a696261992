"""Taking a money row back, which takes two people; nothing is rubbed out."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.workflow import TransitionError
from partners.models import Contribution, Correction, MoneyEntry, PaymentRow

from .balances import step_of_reversal
from .entries import locked, now_here, paid_on, set_balance, write_entry

_Kind, _Status = MoneyEntry.Kind, Contribution.Status


def can_be_corrected(entry: MoneyEntry) -> bool:
    """Whether a row can be taken back: a payment, money paid back, or a gift. An invoice is undone by a credit note."""
    gift = entry.kind == _Kind.IN_KIND and entry.amount < 0
    return (gift or entry.kind in (_Kind.PAYMENT, _Kind.REFUND)) and not hasattr(entry, "reversal")


@transaction.atomic
def propose_correction(entry: MoneyEntry, *, reason: str, by: Any) -> Correction:
    """Ask a second person to take `entry` back.

    Raises ValidationError without a reason, and TransitionError when the row cannot be taken back that way or
    somebody has asked already.
    """
    if not reason.strip():
        raise ValidationError(_("Say what is wrong with it."), code="reason")
    if not can_be_corrected(entry):
        raise TransitionError(_("Such an entry is not taken back; an invoice is undone by a credit note."), code="kind")
    try:
        with transaction.atomic():
            correction = Correction.objects.create(entry=entry, reason=reason.strip()[:300], proposed_by=by)
    except IntegrityError:
        raise TransitionError(_("Somebody has asked for that already."), code="asked") from None
    log(correction, "partners.correction_proposed", user=by, data={"contribution": entry.contribution_id})
    return correction


@transaction.atomic
def carry_out_correction(correction: Correction, *, by: Any) -> MoneyEntry:
    """Take the row back: the opposite row is written, and the contribution stands again where it did.

    Returns the new row. Raises TransitionError when `by` proposed it, when it was decided meanwhile,
    or when money was paid back because of it.
    """
    _second(correction, by)
    entry = correction.entry
    stored = locked(entry.contribution)
    correction.carry_out(by=by)
    row = _reverse(entry, correction, by)
    for payment in PaymentRow.objects.filter(entry=entry):
        payment.unmatch(reason=_("The booking was taken back: %(why)s") % {"why": correction.reason[:120]}, by=by)
    balance = stored.balance - entry.amount
    if balance > 0 and stored.status in (_Status.WAIVED, _Status.CREDITED) and _was_paid_back(stored):
        raise TransitionError(
            _("Money was paid back on the strength of it: take that entry back first."), code="refund"
        )
    if entry.kind == _Kind.IN_KIND:
        owed = stored.entries.filter(kind=_Kind.IN_KIND, amount=-entry.amount, reversal=None).order_by("-pk")[0]
        _reverse(owed, correction, by)
        stored.step("unreceive", by=by, settled_at=None)
    elif stored.status == _Status.WAIVED and balance > 0:
        # What is let go is whatever was not paid; so that grows with the payment that never was.
        write_entry(stored, _Kind.WAIVER, -balance, booked_on=timezone.localdate(), by=by, reason=correction.reason)
        set_balance(stored, Decimal(0))
    elif verb := step_of_reversal(stored.status, balance, paid_on(stored)):
        stored.step(verb, by=by, balance=balance, settled_at=None)
    else:
        set_balance(stored, balance)
    return row


def _was_paid_back(contribution: Contribution) -> bool:
    return contribution.entries.filter(kind=_Kind.REFUND, reversal=None).exists()


def _reverse(entry: MoneyEntry, correction: Correction, by: Any) -> MoneyEntry:
    return MoneyEntry.objects.create(
        contribution_id=entry.contribution_id,
        kind=_Kind.REVERSAL,
        amount=-entry.amount,
        booked_on=now_here().date(),
        reverses=entry,
        reason=correction.reason,
        created_by=correction.proposed_by,
        approved_by=by,
    )


def refuse_correction(correction: Correction, *, by: Any) -> None:
    """Leave the row as it is. Raises TransitionError when `by` proposed it, or when it was decided meanwhile."""
    _second(correction, by)
    correction.refuse(by=by)


def _second(correction: Correction, by: Any) -> None:
    if correction.proposed_by_id == by.pk:
        raise TransitionError(_("You asked for it yourself; a second person decides."), code="second_person")
