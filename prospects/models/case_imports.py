"""Cases that came in a file, row by row."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, move

from .case import Prospect

KEPT_DAYS = 30


class CaseImportQuerySet(models.QuerySet):
    """Which files."""

    def visible_to(self, user) -> "CaseImportQuerySet":
        """One's own; all for those who may change cases and see persons, since a file may hold some."""
        if not user.has_perm("prospects.change_prospect"):
            return self.none()
        return self if user.has_perm("prospects.see_contact_data") else self.filter(uploaded_by=user)


class CaseImport(models.Model):
    """A file of companies that become cases.

    It is *read* when it arrives: its rows are kept as they are, and somebody says which column is what and sees what
    would happen. Started, it is *storing*, which a job does row by row, and then *done*. It may be started again: a row
    that became a case never becomes another.

    Purpose: to mend the rows that were refused. The rows, and with them any person they name, are deleted KEPT_DAYS
    days after the file arrived.
    """

    class Status(models.TextChoices):
        READ = "read", _("Read, not stored yet")
        STORING = "storing", _("Being stored")
        DONE = "done", _("Stored")

    TRANSITIONS = {
        "start": Transition("status", ("read", "done"), "storing", "prospects.import_started"),
        "finish": Transition("status", ("storing",), "done", "prospects.import_done"),
    }

    name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    encoding = models.CharField(max_length=20)
    delimiter = models.CharField(max_length=1)
    head = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    defaults = models.JSONField(default=dict)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.READ)
    total = models.PositiveIntegerField(_("rows"), default=0)
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now)

    objects = CaseImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of cases")
        verbose_name_plural = _("files of cases")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.name

    @property
    def kept_until(self):
        """When its rows are deleted."""
        return self.uploaded_at + timedelta(days=KEPT_DAYS)

    def start(self, *, by) -> None:
        """Store the rows; a job does it."""
        move(self, "start", by=by, facts={"beat_at": timezone.now()})

    def finish(self, *, data) -> None:
        """Every row was looked at."""
        move(self, "finish", by=self.uploaded_by, data=data)


class CaseImportRow(models.Model):
    """A row of a file as it came: `prospect` once it has become a case, `why` when it was refused."""

    file = models.ForeignKey(CaseImport, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    is_waiting = models.BooleanField(default=True)
    why = models.CharField(max_length=300, blank=True)
    prospect = models.ForeignKey(Prospect, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["line"]
        constraints = [models.UniqueConstraint(fields=["file", "line"], name="one_row_a_line")]
        indexes = [models.Index(fields=["file", "id"], name="import_row_waiting", condition=Q(is_waiting=True))]

    def __str__(self):
        return f"{self.file}: {self.line}"
