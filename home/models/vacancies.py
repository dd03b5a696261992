"""Vacancies: a position is kept once, the pages about it stand in vacancy_pages.py; applications are private."""

import uuid
from datetime import datetime, timedelta
from functools import partial

from django.core.files.storage import FileSystemStorage, storages
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.languages import in_language

KEPT_DAYS = 180
ATTACHMENTS = "applications/"


def private_storage() -> FileSystemStorage:
    """Where files lie that no address reaches by itself."""
    return storages["private"]  # type: ignore[return-value]


def attachment_path(_application: "JobApplication", _filename: str) -> str:
    """A random name: neither the person nor the person's file name can be guessed from it."""
    return f"{ATTACHMENTS}{uuid.uuid4().hex}.pdf"


class VacancyQuerySet(models.QuerySet):
    """Which positions."""

    def open(self, now: datetime | None = None) -> "VacancyQuerySet":
        """Those one may apply for."""
        return self.filter(deadline_at__gt=now or timezone.now())


class Vacancy(models.Model):
    """A position: until when one may apply, where, how much."""

    class Extent(models.TextChoices):
        FULL = "FULL_TIME", _("Full time")
        PART = "PART_TIME", _("Part time")

    class Term(models.TextChoices):
        PERMANENT = "permanent", _("Permanent")
        FIXED = "fixed", _("Fixed term")

    name_nb = models.CharField(_("position in Norwegian"), max_length=120)
    name_en = models.CharField(_("position in English"), max_length=120, blank=True)
    extent = models.CharField(_("extent"), max_length=9, choices=Extent.choices, default=Extent.FULL)
    term = models.CharField(_("term"), max_length=9, choices=Term.choices, default=Term.PERMANENT)
    employer = models.CharField(_("employer"), max_length=160)
    place = models.CharField(_("place"), max_length=120)
    published_on = models.DateField(_("advertised on"), default=timezone.localdate)
    deadline_at = models.DateTimeField(_("deadline"))
    contact = models.ForeignKey(
        "home.ContactPerson",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whom to ask"),
    )

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("vacancy")
        verbose_name_plural = _("vacancies")
        ordering = ["-deadline_at"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The position in the reader's language."""
        return in_language(self, "name")

    @property
    def is_open(self) -> bool:
        """Whether one may still apply."""
        return timezone.now() < self.deadline_at

    @property
    def days_left(self) -> int:
        """In how many days the day of the deadline is; 0 on that day."""
        return max(0, (timezone.localdate(self.deadline_at) - timezone.localdate()).days)


def _delete_files(names: list[str]) -> None:
    """Delete private files once the transaction is committed: a deletion that is undone keeps them."""
    storage = private_storage()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))


class JobApplicationQuerySet(models.QuerySet):
    """Which applications."""

    def delete(self):
        """Delete the applications and their files."""
        with transaction.atomic():
            names = [name for name in self.values_list("attachment", flat=True) if name]
            deleted = super().delete()
            _delete_files(names)
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def expired(self, now: datetime | None = None) -> "JobApplicationQuerySet":
        """Those of positions whose deadline passed KEPT_DAYS ago."""
        return self.filter(vacancy__deadline_at__lt=(now or timezone.now()) - timedelta(days=KEPT_DAYS))


class JobApplication(models.Model):
    """One person's application. Only those who hire read it; its file has a random name outside the public folders."""

    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.PROTECT, related_name="applications", verbose_name=_("vacancy")
    )
    submission = models.UUIDField(unique=True, editable=False)
    # Purpose: to choose whom to employ. Deleted KEPT_DAYS after the deadline.
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    letter = models.TextField(_("application"), max_length=6000)
    attachment = models.FileField(
        _("attachment"), storage=private_storage, upload_to=attachment_path, blank=True, max_length=120
    )
    language = models.CharField(_("language"), max_length=2, default="nb")
    created_at = models.DateTimeField(_("received"), default=timezone.now)

    objects = JobApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("job application")
        verbose_name_plural = _("job applications")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        # Without the person: the log keeps this after the person is deleted.
        return gettext("Job application %(number)s") % {"number": self.pk}

    def get_attachment_display(self) -> str:
        """Whether a file came with it, in a word: its address is none of a list's business."""
        return gettext("yes") if self.attachment else gettext("no")

    def delete(self, *args, **kwargs):
        """Delete the application and its file."""
        with transaction.atomic():
            name = self.attachment.name
            deleted = super().delete(*args, **kwargs)
            _delete_files([name] if name else [])
        return deleted
