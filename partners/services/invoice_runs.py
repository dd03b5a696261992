"""Many invoices at one go: a job that can be watched, stopped, gone on with, and run again without doubling."""

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

from .invoicing import check_settings, invoice_contribution

# A run that has shown no sign of life for so long has lost its worker.
LOST_AFTER = timedelta(minutes=5)
PROBLEMS_KEPT = 200


@transaction.atomic
def start_invoice_run(*, year: int, until: date, issued_on: date, by: User) -> InvoiceRun:
    """Begin to invoice what is planned for `year` and due by `until`; the worker does it.

    Raises ValidationError when the settings lack something, when nothing waits, or when a run is under way.
    """
    check_settings()
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
    InvoiceRun.objects.filter(pk=run.pk).update(total=F("made") + left, refused=0, problems=[], beat_at=timezone.now())
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
    planned to invoiced: whoever comes second, another worker or the same after a crash, finds the step taken.
    """
    reached = 0
    while True:
        run = InvoiceRun.objects.select_related("started_by").filter(pk=pk).first()
        if run is None or run.status != InvoiceRun.Status.RUNNING:
            return "stopped"
        contribution = _waiting(run.year, run.until).filter(pk__gt=reached).order_by("pk").first()
        if contribution is None:
            try:
                run.finish()
            except TransitionError:  # stopped, or finished by another worker, in this very moment
                return "stopped"
            return "done"
        reached = contribution.pk
        _invoice_one(run, contribution)


def _invoice_one(run: InvoiceRun, contribution: Contribution) -> None:
    counted = InvoiceRun.objects.filter(pk=run.pk)
    try:
        with transaction.atomic():
            invoice_contribution(contribution, issued_on=run.issued_on, by=run.started_by, run=run)
            counted.update(made=F("made") + 1, beat_at=timezone.now())
    except TransitionError:
        return  # somebody else took it
    except ValidationError as error:
        with transaction.atomic():
            fresh = counted.select_for_update().get()
            problems = [*fresh.problems, {"contribution": contribution.pk, "why": " ".join(error.messages)}]
            counted.update(refused=F("refused") + 1, problems=problems[:PROBLEMS_KEPT], beat_at=timezone.now())


def _waiting(year: int, until: date) -> Any:
    return Contribution.objects.to_invoice(until).filter(year=year)
