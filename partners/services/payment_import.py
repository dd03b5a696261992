"""Files of payments: stored at once, matched by their KID bit by bit, and kept in sight where nothing fits."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from common.kid import is_kid
from common.workflow import TransitionError
from partners.models import Contribution, PaymentFile, PaymentRow
from partners.payment_files import Paid, Reading, read_payments

from .payments import book_row

PROBLEMS_KEPT = 500
# So many payments are matched while the person waits; more are a job.
AT_ONCE = 50
BATCH = 200
# A file that has shown no sign of life for so long has lost its worker.
LOST_AFTER = timedelta(minutes=5)
TRIES = 3


def import_payments(name: str, content: bytes, *, by: Any) -> PaymentFile:
    """Read a file of payments: book those whose KID fits something owed, keep the others with the reason.

    All of them are stored before this returns; when there are more than AT_ONCE, a job matches them. A row that cannot
    be read, and a payment that another file told of in the very same words, is told of in the file's problems. Raises
    ValidationError when the file was read before, or cannot be read at all.
    """
    digest = hashlib.sha256(content).hexdigest()
    reading = read_payments(content)
    for _try in range(TRIES):
        try:
            file = _store(name, digest, reading, by)
            break
        except IntegrityError:  # another file with the same payments, or the same file, was stored in this moment
            if PaymentFile.objects.filter(sha256=digest).exists():
                raise ValidationError(_("This file has been read already."), code="again") from None
    else:
        raise ValidationError(_("Other files are being read just now. Try again in a moment."), code="busy")
    if file.total <= AT_ONCE:
        match_waiting(file.pk)
        file.refresh_from_db()
    return file


@transaction.atomic
def _store(name: str, digest: str, reading: Reading, by: Any) -> PaymentFile:
    known = _known([row.fingerprint for row in reading.rows])
    fresh = [row for row in reading.rows if row.fingerprint not in known]
    problems = [
        *reading.problems,
        *(
            (row.line, _("The payment with the reference %(it)s is known already.") % {"it": row.reference})
            for row in reading.rows
            if row.fingerprint in known
        ),
    ]
    file = PaymentFile.objects.create(
        name=name[-200:],
        format=reading.format,
        sha256=digest,
        uploaded_by=by,
        status=PaymentFile.Status.READING,
        total=len(fresh),
        problems=[{"row": line, "why": why} for line, why in sorted(problems)[:PROBLEMS_KEPT]],
    )
    PaymentRow.objects.bulk_create((_row(file, paid) for paid in fresh), batch_size=500)
    if len(fresh) > AT_ONCE:
        match_payments_of.enqueue(file.pk)
    return file


def _known(fingerprints: list[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(fingerprints), 500):
        part = fingerprints[start : start + 500]
        found = PaymentRow.objects.filter(fingerprint__in=part).values_list("fingerprint", flat=True)
        known |= {str(one) for one in found}
    return known


def _row(file: PaymentFile, paid: Paid) -> PaymentRow:
    if paid.is_reversal:
        paid = replace(paid, doubt=(_("Reversal of %(reference)s.") % {"reference": paid.reference})[:200])
    return PaymentRow(
        file=file,
        line=paid.line,
        booked_on=paid.booked_on,
        amount=paid.amount,
        kid=paid.kid,
        reference=paid.reference,
        payer=paid.payer,
        account=paid.account,
        text=paid.text,
        fingerprint=paid.fingerprint,
        is_reversal=paid.is_reversal,
        is_waiting=not paid.doubt,
        why=paid.doubt,
    )


# --- matching ---------------------------------------------------------------------------------------------------------
@task(backend="jobs")
def match_payments_of(pk: int) -> str:
    """The job: see `match_waiting`."""
    return match_waiting(pk)


def wake_lost_files(now: datetime | None = None) -> int:
    """Give files whose worker died to another one; returns how many. Two workers on one file do no harm."""
    moment = now or timezone.now()
    lost = PaymentFile.objects.filter(status=PaymentFile.Status.READING, beat_at__lt=moment - LOST_AFTER)
    found = list(lost.values_list("pk", flat=True))
    for pk in found:
        if lost.filter(pk=pk).update(beat_at=moment):
            match_payments_of.enqueue(pk)
    return len(found)


def match_waiting(pk: int) -> str:
    """Look at the payments of a file that nobody has looked at yet, one after the other; says how it ended.

    Each of them is a transaction, whose first act takes it from those that wait: whoever comes second, another worker
    or the same after a crash, finds it taken. So nothing is booked twice, however often this runs.
    """
    file = PaymentFile.objects.select_related("uploaded_by").filter(pk=pk).first()
    if file is None or file.status != PaymentFile.Status.READING:
        return "stopped"
    waiting = PaymentRow.objects.filter(file=file, is_waiting=True).order_by("pk")
    reached = 0
    while rows := list(waiting.filter(pk__gt=reached)[:BATCH]):
        owed, doubtful = _contributions(rows), _doubtful(rows)
        for row in rows:
            _look_at(row, owed.get(row.kid), row.pk in doubtful, file.uploaded_by)
        reached = rows[-1].pk
        PaymentFile.objects.filter(pk=pk).update(beat_at=timezone.now())
    try:
        file.finish(data=_counts(file))
    except TransitionError:  # finished by another worker in this very moment
        return "stopped"
    return "done"


def _contributions(rows: Iterable[PaymentRow]) -> dict[str, Contribution]:
    found = Contribution.objects.filter(kid__in={row.kid for row in rows if row.kid}).select_related("firm")
    return {str(one.kid): one for one in found}


def _doubtful(rows: list[PaymentRow]) -> set[int]:
    """Those whose reference an earlier payment has, or one that was looked at already: they may be told of twice."""
    references = {row.reference for row in rows}
    others = PaymentRow.objects.filter(reference__in=references, is_reversal=False)
    by_reference: dict[str, list[tuple[int, bool]]] = {}
    for reference, pk, waits in others.values_list("reference", "pk", "is_waiting"):
        by_reference.setdefault(reference, []).append((pk, waits))
    return {
        row.pk
        for row in rows
        if any(pk < row.pk or (pk != row.pk and not waits) for pk, waits in by_reference.get(row.reference, ()))
    }


@transaction.atomic
def _look_at(row: PaymentRow, contribution: Contribution | None, is_doubtful: bool, by: Any) -> None:
    """Book a waiting payment if that is safe, else say why not. Does nothing when somebody else has taken it."""
    taken = PaymentRow.objects.filter(pk=row.pk, is_waiting=True, status=PaymentRow.Status.UNMATCHED)
    if not taken.update(is_waiting=False):
        return
    why = _("The reference is known with other facts: it may be a duplicate.") if is_doubtful else ""
    why = why or _why_not(row, contribution)
    if not why and contribution is not None:
        try:
            with transaction.atomic():
                book_row(row, contribution, by=by)
            return
        except ValidationError as error:
            why = " ".join(error.messages)
    PaymentRow.objects.filter(pk=row.pk).update(why=why[:200])


def _why_not(row: PaymentRow, contribution: Contribution | None) -> str:
    """Why nothing is booked by itself; nothing when it can be."""
    if not row.kid:
        return _("It has no KID.")
    if not is_kid(row.kid):
        return _("The KID is mistyped: its check digit does not fit.")
    if contribution is None:
        return _("Nothing has this KID.")
    if row.booked_on > timezone.localdate():
        return _("Its day has not come yet.")
    # Asked anew: somebody may have settled it since the batch was begun.
    found = Contribution.objects.select_for_update().filter(pk=contribution.pk)
    status = found.values_list("status", flat=True).get()
    if status not in Contribution.OPEN:
        return _("%(what)s owes nothing now: it stands at “%(state)s”.") % {
            "what": contribution,
            "state": Contribution.Status(status).label,
        }
    return ""


def _counts(file: PaymentFile) -> dict[str, int]:
    matched = PaymentRow.objects.filter(file=file, status=PaymentRow.Status.MATCHED).count()
    return {"rows": file.total, "matched": matched, "problems": len(file.problems)}
