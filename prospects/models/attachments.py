"""Files of a case: from us, from the prospect, or with a mail."""

import secrets

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..rights import CONTACTS
from .activities import Activity
from .case import Prospect


def private_storage() -> FileSystemStorage:
    """Where files lie that no address reaches by itself."""
    return storages["private"]  # type: ignore[return-value]


def attachment_path(attachment: "Attachment", _name: str) -> str:
    """A random name: a path tells nothing and cannot be guessed."""
    return f"cases/{secrets.token_hex(16)}.{attachment.ending}"


class AttachmentQuerySet(models.QuerySet):
    """Which files."""

    def visible_to(self, user) -> "AttachmentQuerySet":
        """Those of the cases `user` may see. What came from the prospect may hold anything about its persons, and is
        only for those who may see persons."""
        found = self.filter(prospect__in=Prospect.objects.visible_to(user))
        return found if user.has_perm(CONTACTS) else found.filter(came_from=Attachment.Origin.STAFF)

    def shared(self) -> "AttachmentQuerySet":
        """Those the prospect may fetch on its private page."""
        return self.filter(shared_with_prospect=True)

    def from_outside(self) -> "AttachmentQuerySet":
        """Those that we did not add ourselves."""
        return self.exclude(came_from=Attachment.Origin.STAFF)


class Attachment(models.Model):
    """A file of a case. What it is was found from its content, not from its name; `name` is what its owner called it.

    Purpose: to answer and guide the company. It goes, from the disk as well, with the persons of the case.
    """

    class Origin(models.TextChoices):
        STAFF = "staff", _("From us")
        PROSPECT = "prospect", _("From the prospect, on its page")
        MAIL = "mail", _("With a mail")

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="attachments")
    activity = models.ForeignKey(
        Activity, on_delete=models.SET_NULL, null=True, blank=True, related_name="attachments", editable=False
    )
    file = models.FileField(_("file"), storage=private_storage, upload_to=attachment_path, max_length=120)
    name = models.CharField(_("name"), max_length=150)
    size = models.PositiveIntegerField(_("size in bytes"))
    media_type = models.CharField(_("kind of file"), max_length=100)
    sha256 = models.CharField(_("checksum"), max_length=64)
    came_from = models.CharField(_("where it is from"), max_length=10, choices=Origin.choices, default=Origin.STAFF)
    shared_with_prospect = models.BooleanField(_("the prospect may fetch it"), default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a case")
        verbose_name_plural = _("files of cases")
        ordering = ["-added_at", "-pk"]
        indexes = [models.Index(fields=["prospect", "-added_at"], name="files_of_case")]

    def __str__(self):
        return f"{self.prospect.reference} {self.pk}"

    @property
    def ending(self) -> str:
        """The ending of the name, which says what the content is."""
        return self.name.rpartition(".")[2]
