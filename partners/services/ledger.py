"""The ledger: what a firm is to give, what it gave, and what was let go. `balance` is the sum of the money rows."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from common.money import instalments, kroner
from common.workflow import TransitionError
from partners.models import A_YEAR, Agreement, BillingSettings, Contribution, InKindRate, MoneyEntry

from .entries import locked, now_here, set_balance, write_entry


@transaction.atomic
def plan_contributions(agreement: Agreement, *, by: Any) -> list[Contribution]:
    """Write down what is owed under a signed agreement, year by year; returns what was not there yet.

    It is paid by the agreement year: twelve months from its first day, each owed in full and kept under the calendar
    year in which it begins. A last year that is shorter is owed by its months, one that has begun counting whole,
    rounded to the øre. Each is cut into the agreement's instalments, spread evenly over its days; each of those is due
    as many days after its beginning as the settings give for paying. Run again it plans nothing twice: a year with
    contributions in money is left alone.
    """
    Agreement.objects.select_for_update().get(pk=agreement.pk)
    days = BillingSettings.load().payment_days
    known = set(agreement.contributions.filter(kind=Contribution.Kind.CASH).values_list("year", flat=True))
    made = []
    for part in agreement.paid_years:
        owed = kroner(agreement.yearly_amount * part.months / A_YEAR)
        if part.first.year in known or owed <= 0:
            continue
        parts = agreement.instalments
        for place, amount in enumerate(instalments(owed, parts)):
            if amount:
                begins = part.first + ((part.last - part.first) + timedelta(days=1)) * place / parts
                made.append(
                    Contribution(
                        agreement=agreement,
                        firm_id=agreement.firm_id,
                        year=part.first.year,
                        number=place + 1,
                        of=parts,
                        amount=amount,
                        due_on=begins + timedelta(days=days),
                    )
                )
    Contribution.objects.bulk_create(made)
    return list(agreement.contributions.filter(year__in={one.year for one in made}).order_by("due_on", "pk"))


@transaction.atomic
def drop_planned(agreement: Agreement, *, on: date, by: Any) -> int:
    """Let go what is planned under `agreement` and due on that day or later; returns how many. What is due before
    stays and can be invoiced."""
    reason = _("The agreement was terminated.")
    planned = agreement.contributions.filter(status=Contribution.Status.PLANNED, due_on__gte=on)
    for contribution in planned:
        contribution.step("waive", by=by, reason=reason, settled_at=now_here())
    return len(planned)


@transaction.atomic
def book_payment(
    contribution: Contribution, *, amount: Decimal, booked_on: date, reference: str = "", by: Any
) -> MoneyEntry:
    """Book money that came in, NOK. What does not cover the debt pays it in part, what does pays it.

    More than is owed leaves it paid with a balance below nought, which is owed back; so does money for what was
    settled already. Raises ValidationError for a sum that is not positive or a day to come, and TransitionError when
    no invoice was made.
    """
    amount = kroner(amount)
    if amount <= 0:
        raise ValidationError(_("Write a sum above nought."), code="amount")
    if booked_on > timezone.localdate():
        raise ValidationError(_("That day has not come yet."), code="future")
    stored = locked(contribution)
    if stored.is_in_kind or stored.status == Contribution.Status.PLANNED:
        raise TransitionError(_("It has not been invoiced, so there is nothing to pay."), code="not_invoiced")
    entry = write_entry(
        stored, MoneyEntry.Kind.PAYMENT, -amount, booked_on=booked_on, by=by, reference=reference.strip()[:140]
    )
    balance = stored.balance - amount
    if stored.status not in Contribution.OPEN:
        set_balance(stored, balance)
    elif balance > 0:
        stored.step("pay_part", by=by, balance=balance)
    else:
        stored.step("pay", by=by, balance=balance, settled_at=now_here())
    contribution.refresh_from_db()
    return entry


@transaction.atomic
def pay_back(
    contribution: Contribution, *, amount: Decimal, booked_on: date, reference: str = "", by: Any
) -> MoneyEntry:
    """Book money paid back to the firm. Raises ValidationError when it is more than we owe, or not positive."""
    amount, stored = kroner(amount), locked(contribution)
    if not 0 < amount <= -stored.balance:
        raise ValidationError(_("That is more than we owe them, or nothing."), code="amount")
    entry = write_entry(
        stored, MoneyEntry.Kind.REFUND, amount, booked_on=booked_on, by=by, reference=reference.strip()[:140]
    )
    set_balance(stored, stored.balance + amount)
    contribution.refresh_from_db()
    return entry


@transaction.atomic
def waive(contribution: Contribution, *, reason: str, by: Any) -> None:
    """Let a contribution, or what is left of it, go. Raises ValidationError without a reason."""
    if not reason.strip():
        raise ValidationError(_("Say why it is let go."), code="reason")
    stored = locked(contribution)
    owed = stored.balance
    stored.step("waive", by=by, reason=reason.strip(), balance=Decimal(0), settled_at=now_here())
    if owed:
        today = timezone.localdate()
        write_entry(stored, MoneyEntry.Kind.WAIVER, -owed, booked_on=today, by=by, reason=reason.strip()[:300])
    contribution.refresh_from_db()


# --- in kind ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def agree_in_kind(
    contribution: Contribution, *, kind: str, rate: InKindRate, quantity: Decimal, by: Any
) -> Contribution:
    """Let the firm give hours or premises instead of a planned sum, or of a part of it; returns what it is to give.

    Its value is `quantity` times the rate of today; the sum in money shrinks by it, and is waived when nothing is
    left. Raises TransitionError when the sum is not planned any more, and ValidationError when the gift is worth
    nothing or more than the sum.
    """
    stored = locked(contribution)
    if stored.is_in_kind or stored.status != Contribution.Status.PLANNED:
        raise TransitionError(_("Only a planned sum in money can be given in kind instead."), code="not_planned")
    value = kroner(rate.amount * quantity)
    if kind == Contribution.Kind.CASH or not 0 < value <= stored.amount:
        raise ValidationError(_("Its value must be above nought and at most the sum it stands for."), code="value")
    others = Contribution.objects.filter(agreement=stored.agreement_id, year=stored.year, kind=kind)
    number = (others.aggregate(most=Max("number"))["most"] or 0) + 1
    gift = Contribution.objects.create(
        agreement=stored.agreement,
        firm=stored.firm,
        year=stored.year,
        number=number,
        of=number,
        kind=kind,
        rate=rate,
        quantity=quantity,
        amount=value,
        due_on=stored.due_on,
    )
    if value == stored.amount:
        stored.step("waive", by=by, reason=_("Given in kind instead."), settled_at=now_here())
    else:
        Contribution.objects.filter(pk=stored.pk).update(amount=stored.amount - value)
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
def replan_contribution(contribution: Contribution, *, due_on: date, by: Any) -> Contribution:
    """Plan a credited contribution anew, as one more instalment of its year, so that it can be invoiced again.

    Raises TransitionError when it is not credited.
    """
    stored = locked(contribution)
    if stored.status != Contribution.Status.CREDITED:
        raise TransitionError(_("Only what was credited is planned anew."), code="not_credited")
    same_year = Contribution.objects.filter(agreement=stored.agreement_id, year=stored.year, kind=stored.kind)
    number = (same_year.aggregate(most=Max("number"))["most"] or 0) + 1
    return Contribution.objects.create(
        agreement=stored.agreement,
        firm=stored.firm,
        year=stored.year,
        number=number,
        of=number,
        amount=stored.amount,
        due_on=due_on,
    )
