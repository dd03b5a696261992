"""Hours and premises instead of money: agreed on, given, or turned back into money."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.money import kroner
from common.workflow import TransitionError
from partners.models import Contribution, InKindRate, MoneyEntry

from .entries import locked, log_on, next_number, now_here, plan_instead, write_entry


@transaction.atomic
def agree_in_kind(
    contribution: Contribution, *, kind: str, rate: InKindRate, quantity: Decimal, by: Any
) -> Contribution:
    """Let the firm give hours or premises instead of a planned sum, or of a part of it; returns what it is to give.

    Its value is `quantity` times the rate of today, which is kept with it; the sum in money shrinks by it, and is
    waived when nothing is left. Raises TransitionError when the sum is not planned any more, and ValidationError when
    the quantity has no room in its field, or the gift is worth nothing or more than the sum.
    """
    stored = locked(contribution)
    if stored.is_in_kind or stored.status != Contribution.Status.PLANNED:
        raise TransitionError(_("Only a planned sum in money can be given in kind instead."), code="not_planned")
    try:
        quantity = Contribution._meta.get_field("quantity").clean(quantity, None)
    except ValidationError:
        raise ValidationError(
            _("Write a number above nought and below a million, with at most two decimals."), code="quantity"
        ) from None
    value = kroner(rate.amount * quantity)
    if kind == Contribution.Kind.CASH or not 0 < value <= stored.amount:
        raise ValidationError(_("Its value must be above nought and at most the sum it stands for."), code="value")
    number = next_number(stored, kind)
    gift = Contribution.objects.create(
        agreement=stored.agreement,
        firm=stored.firm,
        year=stored.year,
        number=number,
        of=number,
        kind=kind,
        rate=rate,
        rate_amount=rate.amount,
        quantity=quantity,
        amount=value,
        due_on=stored.due_on,
    )
    log_on(stored, "in_kind", by=by, gift=gift.pk, value=value, left=stored.amount - value)
    if value == stored.amount:
        stored.step("waive", by=by, reason=_("Given in kind instead."), settled_at=now_here())
    else:
        Contribution.objects.filter(pk=stored.pk).update(amount=stored.amount - value)
    log_on(gift, "planned", by=by, amount=value, quantity=quantity, rate=rate.amount, contribution=stored.pk)
    contribution.refresh_from_db()
    return gift


@transaction.atomic
def receive_in_kind(contribution: Contribution, *, received_on: date, note: str = "", by: Any) -> MoneyEntry:
    """The firm has given what was agreed in kind: its value is written as owed and as given, and it is paid.

    Raises TransitionError when it is owed in money, or settled already, and ValidationError for a day to come.
    """
    if received_on > timezone.localdate():
        raise ValidationError(_("That day has not come yet."), code="future")
    stored = locked(contribution)
    if not stored.is_in_kind:
        raise TransitionError(_("It is owed in money."), code="kind")
    stored.step("pay", by=by, settled_at=now_here())
    shared = {"booked_on": received_on, "by": by, "reason": note.strip()[:300]}
    write_entry(stored, MoneyEntry.Kind.IN_KIND, stored.amount, **shared)
    entry = write_entry(stored, MoneyEntry.Kind.IN_KIND, -stored.amount, **shared)
    contribution.refresh_from_db()
    return entry


@transaction.atomic
def turn_into_money(contribution: Contribution, *, due_on: date, by: Any) -> Contribution:
    """The firm never gave what was agreed in kind: its value is planned in money again. Returns what it owes.

    Raises TransitionError when it is owed in money, or settled already, and ValidationError for a day that cannot be
    meant.
    """
    stored = locked(contribution)
    if not stored.is_in_kind:
        raise TransitionError(_("It is owed in money."), code="kind")
    stored.step("waive", by=by, reason=_("Owed in money after all."), settled_at=now_here())
    made = plan_instead(stored, due_on=due_on, by=by)
    contribution.refresh_from_db()
    return made
