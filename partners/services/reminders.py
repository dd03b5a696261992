"""What is due and not paid: marked by the clock, and reminded of as often as the settings say."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from accounts.models import User
from common.mail import post
from common.workflow import TransitionError
from partners.models import BillingSettings, Contribution, Membership, Notification, PartnerFirm, Topic

from .notice_kinds import tell
from .notices import is_time_to_write, notify
from .signing import managers

AT_A_TIME = 500
UNREACHABLE = "partners.contribution_unreachable"

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
    """Remind the firms whose contributions are overdue and not reminded of lately; returns how many contributions.

    The first reminder goes `reminder_days` after the due day, the next as many days after the one before, at most
    `most_reminders`, from 7 in the morning of working days. After a pause of months one goes, not one for each missed
    turn. Where there is nobody to write to, nothing is counted, and the programme managers are told instead.
    """
    if not is_time_to_write(now):
        return 0
    settings, today = BillingSettings.load(), timezone.localdate(now)
    due = Contribution.objects.to_remind(
        today, after_days=settings.reminder_days, at_most=settings.most_reminders
    ).select_related("firm")
    return sum(_remind(one, settings, now or timezone.now()) for one in due.order_by("due_on", "pk")[:AT_A_TIME])


@transaction.atomic
def _remind(contribution: Contribution, settings: BillingSettings, now: datetime) -> bool:
    """Tell who is told of invoices, those we must reach by mail. Of two clocks one gets the row."""
    must = invoice_readers(contribution.firm)
    if not must:
        _tell_managers(contribution, settings, now)
        return False
    today = timezone.localdate(now)
    found = Contribution.objects.to_remind(
        today, after_days=settings.reminder_days, at_most=settings.most_reminders
    ).filter(pk=contribution.pk, reminders=contribution.reminders)
    if not found.update(reminded_on=today, reminders=F("reminders") + 1):
        return False
    invoice = contribution.invoices.filter(kind="invoice").first()
    told = notify(
        contribution.firm,
        topic=Topic.INVOICE,
        kind="invoice_overdue",
        at=now,
        always=must,
        contribution=contribution.pk,
        number=invoice.number if invoice else "–",
        amount=contribution.balance,
        due_on=contribution.due_on,
    )
    log(
        contribution,
        "partners.contribution_reminded",
        timestamp=now,
        data={"by": "clock", "number": contribution.reminders + 1, "to": len(told)},
    )
    return True


def _tell_managers(contribution: Contribution, settings: BillingSettings, now: datetime) -> None:
    """Nobody of the firm can be written to: the programme managers hear of it, as often as the firm would have."""
    Contribution.objects.select_for_update().filter(pk=contribution.pk).first()  # of two clocks one tells
    lately = now - timedelta(days=settings.reminder_days)
    told = ModelLogEntry.objects.for_instance(contribution).filter(action=UNREACHABLE, timestamp__gt=lately)
    if told.exists():
        return
    log(contribution, UNREACHABLE, timestamp=now, data={"by": "clock"})
    for manager in managers():
        post("contribution_unreachable", contribution=contribution.pk, reader=manager.pk)


def _still_overdue(notifications: list[Notification]) -> list[int]:
    """What was paid or let go meanwhile is not asked for any more."""
    late = Contribution.objects.filter(
        pk__in=[one.arguments.get("contribution") for one in notifications], status=Contribution.Status.OVERDUE
    )
    keys = set(late.values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("contribution") in keys]


tell(
    "invoice_overdue",
    Topic.INVOICE,
    subject=_("Invoice %(number)s is not paid"),
    sentence=_("%(amount)s was to be paid by %(due_on)s. If you have paid lately, you need do nothing."),
    to="portal:contributions",
    button=_("See how to pay"),
    letter="contribution_reminder",
    still=_still_overdue,
)


def invoice_readers(firm: PartnerFirm) -> list[User]:
    """Whom we must reach about money: the firm's contacts for invoices, else its main contact, else administrators."""
    seats = Membership.objects.active().filter(firm=firm).exclude(role=Membership.Role.LIAISON).select_related("user")
    for chosen in (
        seats.filter(is_invoice_contact=True),
        seats.filter(is_primary_contact=True),
        seats.filter(role=Membership.Role.ADMINISTRATOR),
    ):
        if found := [seat.user for seat in chosen.order_by("pk") if seat.user is not None]:
            return found
    return []
