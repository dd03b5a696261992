"""Many invoices at one go: a job that can be watched, stopped, gone on with, and run again without doubling."""

import logging
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import log

from accounts.models import User
from common.workflow import TransitionError
from partners.models import Contribution, InvoiceRun

from .invoicing import check_invoice_day, check_settings, invoice_contribution

# A run that has shown no sign of life for so long has lost its worker.
LOST_AFTER = timedelta(minutes=5)
PROBLEMS_KEPT = 200
# So many in a row that go wrong for no reason we know: something is wrong with us, not with them.
FAILURES_IN_A_ROW = 5
logger = logging.getLogger(__name__)


@transaction.atomic
def start_invoice_run(*, year: int, until: date, issued_on: date, by: User) -> InvoiceRun:
    """Begin to invoice what is planned for `year` and due by `until`; the worker does it.

    Raises ValidationError when the settings lack something, when the day cannot be meant, when nothing waits, or when
    a run is under way.
    """
    check_settings()
    check_invoice_day(issued_on)
    total = _waiting(year, until).count()
    if not total:
        raise ValidationError(_("Nothing waits to be invoiced there."), code="nothing")
    try:
        with transaction.atomic():
            run = InvoiceRun.objects.create(year=year, until=until, issued_on=issued_on, total=total, started_by=by)
    except IntegrityError:
        raise ValidationError(_("Another run is under way; wait for it or stop it."), code="running") from None
    log(run, "partners.invoice_run_started", user=by, data={"total": total})
    work_on_run.enqueue(run.pk)
    return run


def stop_invoice_run(run: InvoiceRun, *, by: User) -> None:
    """Let it end after the invoice it is making. Raises TransitionError when it does not run."""
    run.stop(by=by)


@transaction.atomic
def resume_invoice_run(run: InvoiceRun, *, by: User) -> None:
    """Go on where it was stopped; what was refused is tried again.

    Raises TransitionError when it is not stopped, and ValidationError when another run is under way.
    """
    check_settings()
    try:
        with transaction.atomic():
            run.resume(by=by)
    except IntegrityError:
        raise ValidationError(_("Another run is under way; wait for it or stop it."), code="running") from None
    left = _waiting(run.year, run.until).count()
    InvoiceRun.objects.filter(pk=run.pk).update(
        total=F("made") + left, refused=0, problems=[], reached=0, beat_at=timezone.now()
    )
    work_on_run.enqueue(run.pk)


def wake_lost_runs(now: datetime | None = None) -> int:
    """Give runs whose worker died to another one; returns how many. Two workers on one run do no harm."""
    moment = now or timezone.now()
    lost = InvoiceRun.objects.filter(status=InvoiceRun.Status.RUNNING, beat_at__lt=moment - LOST_AFTER)
    found = list(lost.values_list("pk", flat=True))
    for pk in found:
        if lost.filter(pk=pk).update(beat_at=moment):
            work_on_run.enqueue(pk)
    return len(found)


@task(backend="jobs")
def work_on_run(pk: int) -> str:
    """The job: see `carry_on`."""
    return carry_on(pk)


def carry_on(pk: int) -> str:
    """Invoice one contribution after the other until none is left or somebody stops it; says how it ended.

    Each invoice, its number, its money row and the count are one transaction, whose first act is the step from
    planned to invoiced: whoever comes second, another worker or the same after a crash, finds the step taken. What
    was refused before a crash is not tried again until the run is stopped and gone on with. After FAILURES_IN_A_ROW
    errors that nobody foresaw the run stops itself; the settings of logging say where their details are.
    """
    reached, failures = 0, 0
    while True:
        run = InvoiceRun.objects.select_related("started_by").filter(pk=pk).first()
        if run is None or run.status != InvoiceRun.Status.RUNNING:
            return "stopped"
        reached = max(reached, run.reached)
        contribution = _waiting(run.year, run.until).filter(pk__gt=reached).order_by("pk").first()
        if contribution is None:
            try:
                run.finish()
            except TransitionError:  # stopped, or finished by another worker, in this very moment
                return "stopped"
            return "done"
        reached = contribution.pk
        failures = failures + 1 if _invoice_one(run, contribution) == "failed" else 0
        if failures >= FAILURES_IN_A_ROW:
            try:
                run.stop(by=None)
            except TransitionError:  # somebody else stopped it in this very moment
                pass
            return "stopped"


def _invoice_one(run: InvoiceRun, contribution: Contribution) -> str:
    """Returns how it went: made, taken (by somebody else), refused, or failed for no reason we know."""
    counted = InvoiceRun.objects.filter(pk=run.pk)
    try:
        with transaction.atomic():
            invoice_contribution(contribution, issued_on=run.issued_on, by=run.started_by, run=run)
            counted.update(made=F("made") + 1, beat_at=timezone.now())
    except TransitionError:
        return "taken"
    except ValidationError as error:
        _note_refusal(run, contribution, " ".join(error.messages))
        return "refused"
    except Exception:
        logger.exception("invoice run %s: contribution %s", run.pk, contribution.pk)
        _note_refusal(run, contribution, _("Something went wrong that nobody foresaw; the system's log says what."))
        return "failed"
    return "made"


def _note_refusal(run: InvoiceRun, contribution: Contribution, why: str) -> None:
    """Count it and say why, once, whoever meets it: of two workers the second finds it passed already."""
    with transaction.atomic():
        fresh = InvoiceRun.objects.select_for_update().get(pk=run.pk)
        if fresh.reached >= contribution.pk:
            return
        problems = [*fresh.problems, {"contribution": contribution.pk, "why": why}]
        InvoiceRun.objects.filter(pk=run.pk).update(
            refused=F("refused") + 1,
            problems=problems[:PROBLEMS_KEPT],
            reached=contribution.pk,
            beat_at=timezone.now(),
        )


def _waiting(year: int, until: date) -> Any:
    return Contribution.objects.to_invoice(until).filter(year=year)
