"""Cases from a file: kept as it came, judged before anything is stored, stored by a job, never twice."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from ..case_files import read_cases
from ..case_rows import FIELDS, PERSON, Judge, Verdict, suggestion
from ..models import CaseImport, CaseImportRow, Prospect
from ..models.case_imports import KEPT_DAYS
from ..rights import CONTACTS
from .facts import open_case

BATCH = 200
# A file that has shown no sign of life for so long has lost its worker.
LOST_AFTER = timedelta(minutes=5)


@transaction.atomic
def receive_cases(name: str, content: bytes, *, by: Any) -> CaseImport:
    """Keep a file of cases as it came; nothing becomes a case yet. The same file of the same person is not kept twice.

    Raises ValidationError, in words, for a file that cannot be read.
    """
    digest = hashlib.sha256(content).hexdigest()
    if known := CaseImport.objects.filter(sha256=digest, uploaded_by=by).first():
        return known
    reading = read_cases(content)
    file = CaseImport.objects.create(
        name=name[-200:],
        sha256=digest,
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        head=reading.head,
        mapping=suggestion(reading.head, with_people=by.has_perm(CONTACTS)),
        total=len(reading.rows),
        uploaded_by=by,
    )
    CaseImportRow.objects.bulk_create(
        (CaseImportRow(file=file, line=line, cells=cells) for line, cells in reading.rows), batch_size=500
    )
    return file


def map_columns(file: CaseImport, mapping: Mapping[str, int], defaults: Mapping[str, Any], *, by: Any) -> None:
    """Say which column is what (field to number of the column), and what holds where a cell is empty.

    Raises ValidationError when no column is the company, or for persons without the right to them.
    """
    allowed = {*FIELDS, *(PERSON if by.has_perm(CONTACTS) else {})}
    if set(mapping) - allowed:
        raise ValidationError(_("You cannot bring in persons."), code="people")
    if "company_name" not in mapping:
        raise ValidationError(_("Say which column is the name of the company."), code="company")
    changed = CaseImport.objects.filter(pk=file.pk).exclude(status=CaseImport.Status.STORING)
    if not changed.update(mapping=dict(mapping), defaults=dict(defaults)):
        raise ValidationError(_("The file is being stored just now."), code="storing")
    file.mapping, file.defaults = dict(mapping), dict(defaults)


def dry_run(file: CaseImport) -> Iterator[Verdict]:
    """What would become of each row that is no case yet; nothing is stored."""
    judge = Judge(file.mapping, file.defaults)
    rows = file.rows.filter(prospect=None).order_by("line")
    reached = 0
    while batch := list(rows.filter(line__gt=reached)[:1000]):
        judge.prepare(row.cells for row in batch)
        for row in batch:
            yield judge.judge(row.line, row.cells)
        reached = batch[-1].line


@transaction.atomic
def start_case_import(file: CaseImport, *, by: Any) -> None:
    """Let a job store the rows that are no cases yet. Raises TransitionError while that is under way."""
    file.start(by=by)
    file.rows.filter(prospect=None).update(is_waiting=True, why="")
    transaction.on_commit(lambda: store_cases_of.enqueue(file.pk))


@task(backend="jobs")
def store_cases_of(pk: int) -> str:
    """The job: see `store_waiting`."""
    return store_waiting(pk)


def store_waiting(pk: int) -> str:
    """Make a case of each good row that waits, and note of the others why not; says how it ended.

    Each row is a transaction, whose first act takes it from those that wait: whoever comes second, another worker or
    the same after a crash, finds it taken. So no row becomes two cases, however often this runs.
    """
    file = CaseImport.objects.select_related("uploaded_by").filter(pk=pk).first()
    if file is None or file.status != CaseImport.Status.STORING:
        return "stopped"
    with override("nb"):
        judge = Judge(file.mapping, file.defaults)
        waiting = CaseImportRow.objects.filter(file=file, is_waiting=True).order_by("pk")
        reached = 0
        while rows := list(waiting.filter(pk__gt=reached)[:BATCH]):
            judge.prepare(row.cells for row in rows)
            for row in rows:
                _store(row, judge.judge(row.line, row.cells), file)
            reached = rows[-1].pk
            CaseImport.objects.filter(pk=pk).update(beat_at=timezone.now())
    stored = file.rows.filter(prospect__isnull=False).count()
    file.refresh_from_db()
    if file.status == CaseImport.Status.STORING:
        file.finish(data={"stored": stored, "refused": file.rows.filter(prospect=None).count()})
    return "done"


@transaction.atomic
def _store(row: CaseImportRow, verdict: Verdict, file: CaseImport) -> None:
    if not CaseImportRow.objects.filter(pk=row.pk, is_waiting=True).update(is_waiting=False):
        return
    values = verdict.values
    number = values.get("organisation_number")
    if not verdict.why and number:  # somebody may have opened it since the batch was looked up
        known = Prospect.objects.filter(organisation_number=number).order_by("pk").first()
        if known:
            verdict.why.append(_("There is a case of that company already: %(case)s.") % {"case": known.reference})
    if verdict.why:
        CaseImportRow.objects.filter(pk=row.pk).update(why=" ".join(verdict.why)[:300])
        return
    prospect = open_case(
        values, contact=verdict.person, by=file.uploaded_by, is_answered_for=bool(file.defaults.get("mine"))
    )
    CaseImportRow.objects.filter(pk=row.pk).update(prospect=prospect)


def wake_lost_imports(now: datetime | None = None) -> int:
    """Give files whose worker died to another one; returns how many. Two workers on one file do no harm."""
    moment = now or timezone.now()
    lost = CaseImport.objects.filter(status=CaseImport.Status.STORING, beat_at__lt=moment - LOST_AFTER)
    found = list(lost.values_list("pk", flat=True))
    for pk in found:
        if lost.filter(pk=pk).update(beat_at=moment):
            store_cases_of.enqueue(pk)
    return len(found)


def forget_imports(now: datetime | None = None) -> int:
    """Delete files, with the rows and persons in them, that came KEPT_DAYS days ago; returns how many."""
    before = (now or timezone.now()) - timedelta(days=KEPT_DAYS)
    due = CaseImport.objects.filter(uploaded_at__lte=before)
    count = due.count()
    if count:
        due.delete()
    return count
