"""Contributions in every state, reached the way people reach it."""

from datetime import timedelta
from decimal import Decimal

from django.db import connection
from django.utils import timezone

from partners.models import BillingSettings, Contribution, Invoice
from partners.services import (
    book_payment,
    credit_invoice,
    invoice_contribution,
    mark_overdue,
    receive_in_kind,
    waive,
    wrong_balances,
)
from tests.factories import BillingSettingsFactory, ContributionFactory, UserFactory

STATES = ("planned", "invoiced", "partly_paid", "paid", "overdue", "waived", "credited")
ACCOUNT = "15030000002"


def today():
    """Today in Norway."""
    return timezone.localdate()


def days(number: int):
    """So many days from today."""
    return today() + timedelta(days=number)


def billing(**more) -> BillingSettings:
    """The settings of invoicing, complete."""
    found = BillingSettings.objects.first()
    if found is None:
        return BillingSettingsFactory(**more)
    for name, value in more.items():
        setattr(found, name, value)
    found.save()
    return found


def invoiced(amount=20_000, *, by=None, issued_on=None, **more) -> Invoice:
    """An invoice that was just made."""
    billing()
    contribution = ContributionFactory(amount=Decimal(amount), **more)
    return invoice_contribution(contribution, issued_on=issued_on or today(), by=by or UserFactory())


def contribution_that_is(status: str, *, in_kind: bool = False, **more) -> Contribution:
    """A contribution in that state."""
    by = UserFactory()
    if in_kind:
        found = ContributionFactory(in_kind=True, **more)
        if status == "paid":
            receive_in_kind(found, received_on=today(), by=by)
        return found
    if status == "planned":
        return ContributionFactory(**more)
    if status == "overdue":
        found = invoiced(due_on=days(-5), issued_on=days(-60), **more).contribution
        mark_overdue()
    else:
        invoice = invoiced(**more)
        found = invoice.contribution
        if status == "partly_paid":
            book_payment(found, amount=Decimal(5_000), booked_on=today(), by=by)
        if status == "paid":
            book_payment(found, amount=Decimal(20_000), booked_on=today(), by=by)
        if status == "waived":
            waive(found, reason="Det gikk ikke.", by=by)
        if status == "credited":
            credit_invoice(invoice, reason="Feil sum.", by=by)
    found.refresh_from_db()
    assert found.status == status
    return found


def sums_are_right() -> bool:
    """Whether every balance is the sum of its money rows."""
    return wrong_balances() == {}


def know_the_tables() -> None:
    """Let PostgreSQL count what was just written; inside a test's transaction it never gets to it by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
