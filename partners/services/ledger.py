"""The ledger: what a firm is to give, what it gave, and what was let go. `balance` is the sum of the money rows."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.money import instalments, kroner
from common.workflow import TransitionError
from partners.models import A_YEAR, Agreement, BillingSettings, Contribution, MoneyEntry

from .balances import step_of_payment
from .entries import locked, log_on, now_here, plan_instead, set_balance, write_entry


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
    for one in made:
        log_on(one, "planned", by=by, amount=one.amount, due_on=one.due_on)
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
        raise ValidationError(_("Write a sum above zero."), code="amount")
    if booked_on > timezone.localdate():
        raise ValidationError(_("That day has not come yet."), code="future")
    stored = locked(contribution)
    if stored.is_in_kind or stored.status == Contribution.Status.PLANNED:
        raise TransitionError(_("It has not been invoiced, so there is nothing to pay."), code="not_invoiced")
    entry = write_entry(
        stored, MoneyEntry.Kind.PAYMENT, -amount, booked_on=booked_on, by=by, reference=reference.strip()[:140]
    )
    balance = stored.balance - amount
    verb = step_of_payment(stored.status, balance)
    if verb is None:
        set_balance(stored, balance)
        log_on(stored, "booked", by=by, amount=amount, balance=balance)
    else:
        stored.step(verb, by=by, balance=balance, **({"settled_at": now_here()} if verb == "pay" else {}))
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
    log_on(stored, "paid_back", by=by, amount=amount, balance=stored.balance)
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


@transaction.atomic
def replan_contribution(contribution: Contribution, *, due_on: date, by: Any) -> Contribution:
    """Plan a credited contribution anew, as one more instalment of its year, so that it can be invoiced again.

    Raises TransitionError when it is not credited or was planned anew already, and ValidationError for a day that
    cannot be meant.
    """
    stored = locked(contribution)
    if stored.status != Contribution.Status.CREDITED:
        raise TransitionError(_("Only what was credited is planned anew."), code="not_credited")
    return plan_instead(stored, due_on=due_on, by=by)
