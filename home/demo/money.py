"""The demo's money: invoices, payments, hours in kind and a file from the bank, all by the services that people use."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F
from django.utils import timezone

from accounts.models import User
from common.models import OutgoingMail
from partners.models import BillingSettings, Contribution, InKindRate, Notification, PartnerFirm
from partners.services import (
    agree_in_kind,
    book_payment,
    import_payments,
    invoice_contribution,
    mark_overdue,
    pay_back,
    propose_correction,
    receive_in_kind,
)

from .people import STAFF

SELLER = {
    "seller_name": "Døråpner Drammen (demo)",
    "seller_organisation_number": "319402659",
    "seller_street": "Bragernes torg 0",
    "seller_postcode": "3017",
    "seller_city": "Drammen",
    "seller_email": "faktura@drammen.example",
    "account_number": "99990000006",
    "vat_reason": "Kontingent, utenfor merverdiavgiftsloven",
}
RATES = [
    ("Rådgivertime", "Adviser's hour", "timer", "hours", 950),
    ("Møterom en halv dag", "Meeting room, half a day", "halve dager", "half days", 1500),
]
# What became of the latest sum that is due; all other firms have paid what was due.
PARTLY, LATE, OVERPAID, NOT_FOUND = "tautrekk", "brohode", "stromkanten", "morkebrent"
GIVES_HOURS, IS_TOLD_EARLY, PAYS_BY_FILE = "loddrett", "elvebris", "ordbro"
ACCOUNTED_IN = timedelta(days=3)


def load_money() -> None:
    """Everything that is due so far is invoiced and mostly paid; a file of payments has rows that fit nothing."""
    manager = User.objects.get(email=next(row["email"] for row in STAFF if row["role"] == "programme_manager"))
    BillingSettings.objects.update_or_create(pk=BillingSettings.load().pk, defaults=SELLER)
    for name_nb, name_en, unit_nb, unit_en, amount in RATES:
        InKindRate.objects.create(
            name_nb=name_nb, name_en=name_en, unit_nb=unit_nb, unit_en=unit_en, amount=Decimal(amount)
        )
    for firm in PartnerFirm.objects.order_by("pk"):
        _load_firm(firm, manager)
    _load_file(manager)
    mark_overdue()
    OutgoingMail.objects.filter(kind="invoice_made", sent_at=None).update(dropped_at=timezone.now())
    Notification.objects.filter(kind="invoice_made", read_at=None).update(read_at=F("created_at"))


def _load_firm(firm: PartnerFirm, manager: User) -> None:
    today = timezone.localdate()
    planned = list(
        Contribution.objects.filter(firm=firm, status="planned", agreement__status__in=("running", "ended")).order_by(
            "due_on", "pk"
        )
    )
    due = [one for one in planned if one.due_on <= today]
    for place, contribution in enumerate(due):
        is_latest = place == len(due) - 1
        if is_latest and firm.slug == GIVES_HOURS:
            contribution = _give_hours(contribution, manager)
        invoice_contribution(contribution, issued_on=contribution.due_on - timedelta(days=30), by=manager)
        _pay(contribution, firm.slug if is_latest else "", manager)
    coming = [one for one in planned if one.due_on > today]
    if firm.slug == IS_TOLD_EARLY and coming:
        invoice_contribution(coming[0], issued_on=today - ACCOUNTED_IN, by=manager)


def _pay(contribution: Contribution, slug: str, manager: User) -> None:
    """What the firm did about its invoice."""
    if slug in (LATE, NOT_FOUND, PAYS_BY_FILE):
        return
    day = contribution.due_on - ACCOUNTED_IN
    amount = contribution.balance
    if slug == PARTLY:
        amount = amount / 2
    elif slug == OVERPAID:
        amount += 500
    book_payment(contribution, amount=amount, booked_on=day, reference=f"DEMO-{contribution.pk}", by=manager)
    if slug == OVERPAID:
        back = pay_back(contribution, amount=Decimal(300), booked_on=day + ACCOUNTED_IN, by=manager)
        propose_correction(back, reason="Skulle vært 500 kr. Før på nytt.", by=manager)


def _give_hours(contribution: Contribution, manager: User) -> Contribution:
    """Ten hours of drawing instead of a part of the sum."""
    rate = InKindRate.objects.order_by("pk")[0]
    gift = agree_in_kind(contribution, kind="hours", rate=rate, quantity=Decimal(10), by=manager)
    receive_in_kind(gift, received_on=contribution.due_on, note="Skisser til veiviseren på stasjonen", by=manager)
    return contribution


def _load_file(manager: User) -> None:
    """A file from the bank: one payment that fits, and four that somebody must look at."""
    owed = Contribution.objects.unpaid()
    fits = owed.filter(firm__slug=PAYS_BY_FILE).first()
    lost = owed.filter(firm__slug=NOT_FOUND).first()
    day = (timezone.localdate() - ACCOUNTED_IN).strftime("%d.%m.%Y")
    rows = [
        ("Dato", "Beløp", "KID", "Arkivref", "Navn", "Melding"),
        (day, "2 500,00", "", "B-1002", "Ukjent AS", "Kontingent?"),
        (day, "149,00", "", "B-1003", "Banken", "Renter 3. kvartal"),
        (day, "20 000,00", "123456789", "B-1004", "Prøve og Feile AS", ""),
    ]
    if fits is not None:
        rows.append((day, _written(fits.balance), str(fits.kid), "B-1001", fits.firm.name, ""))
    if lost is not None:
        mistyped = str(lost.kid)[:-1] + str((int(str(lost.kid)[-1]) + 1) % 10)
        rows.append((day, _written(lost.balance), mistyped, "B-1005", lost.firm.name, "Partnerbidrag"))
    content = "\r\n".join(";".join(row) for row in rows).encode("cp1252")
    import_payments(f"innbetalinger-{date.today():%Y-%m}.csv", content, by=manager)


def _written(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")
