"""Mail that came to the programme's own address."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, move

from ..rights import CONTACTS, VIEW
from .activities import Activity
from .attachments import private_storage


def mail_path(_mail: "InboundMail", _name: str) -> str:
    """A random name: a path tells nothing and cannot be guessed."""
    return f"mail/{secrets.token_hex(16)}.eml"


class InboundMailQuerySet(models.QuerySet):
    """Which mails."""

    def visible_to(self, user) -> "InboundMailQuerySet":
        """All of them for those who see cases and persons: who wrote it stands in every mail. Nobody else sees any."""
        return self.all() if user.has_perm(VIEW) and user.has_perm(CONTACTS) else self.none()

    def unfiled(self) -> "InboundMailQuerySet":
        """Those of which nobody has said yet where they belong, the oldest first."""
        return self.filter(status=InboundMail.Status.UNFILED).order_by("received_at", "pk")


class InboundMail(models.Model):
    """A mail that was fetched, remembered so that it is never taken in twice.

    When its case is known it is *filed* at once, as a draft activity there. When it is not, it is *unfiled* and kept
    whole, until staff *file* it in a case or *discard* it; then nothing of it is kept here but its fingerprint. What a
    machine sent by itself (an out-of-office note, a bounce) is *noted* and read by nobody.

    Purpose: so that no mail is lost, and none doubled. What nobody placed goes after UNFILED_DAYS, the fingerprint
    after KNOWN_DAYS.
    """

    UNFILED_DAYS = 90
    KNOWN_DAYS = 365

    class Status(models.TextChoices):
        UNFILED = "unfiled", _("No case yet")
        FILED = "filed", _("In a case")
        DISCARDED = "discarded", _("Thrown away")
        NOTED = "noted", _("Sent by a machine")

    TRANSITIONS = {
        "file": Transition("status", ("unfiled",), "filed", "prospects.inbound_filed"),
        "discard": Transition("status", ("unfiled",), "discarded", "prospects.inbound_discarded"),
    }
    _emptied = {"sender": "", "subject": "", "text": "", "raw": ""}

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.UNFILED)
    received_at = models.DateTimeField(_("came"), default=timezone.now)
    activity = models.ForeignKey(
        Activity, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    sender = models.CharField(_("from"), max_length=320, blank=True)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    text = models.TextField(_("text"), blank=True)
    why = models.CharField(_("why it has no case"), max_length=300, blank=True)
    raw = models.FileField(storage=private_storage, upload_to=mail_path, blank=True, max_length=120, editable=False)
    dealt_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = InboundMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail that came in")
        verbose_name_plural = _("mails that came in")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["received_at"], name="mail_unfiled", condition=Q(status="unfiled"))]

    def __str__(self):
        return f"{self.pk}"

    def file(self, activity: Activity, *, by) -> None:
        """Somebody said which case it belongs to; `activity` is what became of it. Raises TransitionError."""
        move(self, "file", by=by, facts={"activity": activity, "dealt_by": by, **self._emptied})

    def discard(self, *, by) -> None:
        """It is none of ours. Raises TransitionError when it was dealt with."""
        move(self, "discard", by=by, facts={"dealt_by": by, **self._emptied})
