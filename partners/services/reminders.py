"""What is due and not paid: marked by the clock, and reminded of as often as the settings say."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from accounts.models import User
from common.mail import post
from common.workflow import TransitionError
from partners.models import BillingSettings, Contribution, Membership, PartnerFirm, Topic

from .notice_kinds import tell

AT_A_TIME = 500

tell(
    "invoice_made",
    Topic.INVOICE,
    subject=_("Invoice %(number)s from the programme"),
    sentence=_("%(amount)s, to be paid by %(due_on)s."),
    to="portal:contributions",
    button=_("See the invoice"),
    letter="invoice_made",
)
tell(
    "invoice_credited",
    Topic.INVOICE,
    subject=_("Invoice %(number)s is credited"),
    sentence=_("You need not pay it. What you have paid on it, we owe you."),
    to="portal:contributions",
    button=_("See where you stand"),
)


def mark_overdue(now: datetime | None = None) -> int:
    """Mark what is invoiced, or to be given in kind, and past its day; returns how much.

    A missed run loses nothing, a second finds nothing.
    """
    today = timezone.localdate(now)
    done = 0
    for contribution in Contribution.objects.to_mark_overdue(today).order_by("due_on", "pk")[:AT_A_TIME]:
        try:
            contribution.step("fall_due", by=None, at=now)
        except TransitionError:  # paid in this very moment
            continue
        done += 1
    return done


def remind_overdue(now: datetime | None = None) -> int:
    """Write to the firms whose contributions are overdue and not reminded of lately; returns how many contributions.

    The first letter goes `reminder_days` after the due day, the next as many days after the one before, at most
    `most_reminders`. After a pause of months one letter goes, not one for each missed turn.
    """
    settings, today = BillingSettings.load(), timezone.localdate(now)
    due = Contribution.objects.to_remind(
        today, after_days=settings.reminder_days, at_most=settings.most_reminders
    ).select_related("firm")
    return sum(_remind(one, settings, now or timezone.now()) for one in due.order_by("due_on", "pk")[:AT_A_TIME])


@transaction.atomic
def _remind(contribution: Contribution, settings: BillingSettings, now: datetime) -> bool:
    """One letter to each who is told of invoices. Of two clocks one gets the row; the other finds nothing to do."""
    today = timezone.localdate(now)
    found = Contribution.objects.to_remind(
        today, after_days=settings.reminder_days, at_most=settings.most_reminders
    ).filter(pk=contribution.pk, reminders=contribution.reminders)
    if not found.update(reminded_on=today, reminders=F("reminders") + 1):
        return False
    people = invoice_readers(contribution.firm)
    for person in people:
        post("contribution_reminder", contribution=contribution.pk, reader=person.pk)
    log(
        contribution,
        "partners.contribution_reminded",
        timestamp=now,
        data={"by": "clock", "number": contribution.reminders + 1, "to": len(people)},
    )
    return True


def invoice_readers(firm: PartnerFirm) -> list[User]:
    """Whom we write to about money: the firm's contacts for invoices, else its main contact, else administrators."""
    seats = Membership.objects.active().filter(firm=firm).exclude(role=Membership.Role.LIAISON).select_related("user")
    for chosen in (
        seats.filter(is_invoice_contact=True),
        seats.filter(is_primary_contact=True),
        seats.filter(role=Membership.Role.ADMINISTRATOR),
    ):
        if found := [seat.user for seat in chosen.order_by("pk") if seat.user is not None]:
            return found
    return []
