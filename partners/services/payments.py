"""Payments from the bank: read once, matched by their KID, and kept in sight where nothing fits."""

import hashlib
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.kid import is_kid
from common.money import display
from common.workflow import TransitionError
from partners.models import Contribution, PaymentFile, PaymentRow
from partners.payment_files import Paid, read_payments

from .ledger import book_payment

PROBLEMS_KEPT = 500


@transaction.atomic
def import_payments(name: str, content: bytes, *, by: Any) -> PaymentFile:
    """Read a file of payments: book those whose KID fits something owed, keep the others with the reason.

    A row that cannot be read, or whose reference is known from before, is told of in the file's problems and the
    rest goes on. Raises ValidationError when the file was read before, or cannot be read at all.
    """
    digest = hashlib.sha256(content).hexdigest()
    reading = read_payments(content)
    try:
        with transaction.atomic():
            file = PaymentFile.objects.create(name=name[-200:], format=reading.format, sha256=digest, uploaded_by=by)
    except IntegrityError:
        raise ValidationError(_("This file has been read already."), code="again") from None
    problems = list(reading.problems)
    seen = _known_references([row.reference for row in reading.rows])
    matched = 0
    for row in reading.rows:
        if row.reference in seen:
            problems.append((row.line, _("The bank's reference %(it)s is known already.") % {"it": row.reference}))
            continue
        seen.add(row.reference)
        matched += _keep(file, row, by)
    file.problems = [{"row": line, "why": why} for line, why in sorted(problems)[:PROBLEMS_KEPT]]
    file.save(update_fields=["problems"])
    data = {"rows": len(reading.rows), "matched": matched, "problems": len(problems)}
    log(file, "partners.payments_read", user=by, data=data)
    return file


def _known_references(references: list[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(references), 500):
        part = references[start : start + 500]
        known |= set(PaymentRow.objects.filter(reference__in=part).values_list("reference", flat=True))
    return known


def _keep(file: PaymentFile, paid: Paid, by: Any) -> bool:
    """Store a row and match it if it can be; returns whether it was."""
    row = PaymentRow.objects.create(
        file=file,
        line=paid.line,
        booked_on=paid.booked_on,
        amount=paid.amount,
        kid=paid.kid,
        reference=paid.reference,
        payer=paid.payer,
        text=paid.text,
    )
    contribution, why = _fitting(paid)
    if contribution is not None:
        try:
            with transaction.atomic():
                _book(row, contribution, by)
            return True
        except ValidationError as error:
            why = " ".join(error.messages)
    PaymentRow.objects.filter(pk=row.pk).update(why=why[:200])
    return False


def _fitting(paid: Paid) -> tuple[Contribution | None, str]:
    """What the KID fits, or why nothing is booked by itself."""
    if not paid.kid:
        return None, _("It has no KID.")
    if not is_kid(paid.kid):
        return None, _("The KID is mistyped: its check digit does not fit.")
    found = Contribution.objects.filter(kid=paid.kid).first()
    if found is None:
        return None, _("Nothing has this KID.")
    if paid.booked_on > timezone.localdate():
        return None, _("Its day has not come yet.")
    if found.status not in Contribution.OPEN:
        return None, _("%(what)s owes nothing now: it stands at “%(state)s”.") % {
            "what": found,
            "state": found.get_status_display(),
        }
    return found, ""


def _book(row: PaymentRow, contribution: Contribution, by: Any) -> None:
    entry = book_payment(contribution, amount=row.amount, booked_on=row.booked_on, reference=row.reference, by=by)
    row.match(entry=entry, by=by)


@transaction.atomic
def match_payment(row: PaymentRow, contribution: Contribution, *, by: Any) -> None:
    """Book a payment on the contribution somebody says it is for.

    Raises TransitionError when the row was matched meanwhile, and what `book_payment` raises.
    """
    PaymentRow.objects.select_for_update().get(pk=row.pk)
    row.refresh_from_db()
    if row.status == PaymentRow.Status.MATCHED:
        raise TransitionError(_("Somebody has matched it already."), code="matched")
    _book(row, contribution, by)


def set_payment_aside(row: PaymentRow, *, reason: str, by: Any) -> None:
    """Take it out of the inbox: it has nothing to do with contributions. Raises ValidationError without a reason."""
    if not reason.strip():
        raise ValidationError(_("Say what it is instead."), code="reason")
    row.set_aside(reason=reason.strip()[:200], by=by)


def told_of(files: list[PaymentFile]) -> dict[int, str]:
    """What became of each file, in a sentence, by its key. One query."""
    rows = PaymentRow.objects.filter(file__in=files).order_by().values_list("file", "status")
    found: dict[int, dict[str, tuple[int, Decimal]]] = {}
    for file, status, count, amount in rows.annotate(Count("pk"), Sum("amount")):
        found.setdefault(file, {})[status] = (count, amount)
    return {file.pk: _sentence(file, found.get(file.pk, {})) for file in files}


def _sentence(file: PaymentFile, sums: dict[str, tuple[int, Decimal]]) -> str:
    nothing = (0, Decimal(0))
    count, amount = sums.get(PaymentRow.Status.MATCHED, nothing)
    booked = ngettext("%(count)s payment booked", "%(count)s payments booked", count) % {"count": count}
    parts = [f"{booked} ({display(amount, (get_language() or 'nb')[:2])})"]
    if left := sums.get(PaymentRow.Status.UNMATCHED, nothing)[0]:
        parts.append(ngettext("%(count)s to look at", "%(count)s to look at", left) % {"count": left})
    if lost := len(file.problems):
        parts.append(ngettext("%(count)s row not read", "%(count)s rows not read", lost) % {"count": lost})
    return ", ".join(parts) + "."
