"""Files of a case: added, shown to the prospect or not, deleted from the disk as well."""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.workflow import TransitionError

from ..files import Checked
from ..models import Activity, Attachment, Prospect

logger = logging.getLogger(__name__)

MOST_FILES = 200
MOST_FROM_OUTSIDE = 100


@transaction.atomic
def attach(
    prospect: Prospect,
    checked: Checked,
    *,
    by: Any,
    came_from: str = Attachment.Origin.STAFF,
    activity: Activity | None = None,
    shared: bool = False,
) -> Attachment:
    """Keep a checked file in the case. `shared` lets the prospect fetch it on its private page.

    Raises TransitionError when the case has as many files as it may: MOST_FILES, of which MOST_FROM_OUTSIDE that we did
    not add ourselves.
    """
    is_ours = came_from == Attachment.Origin.STAFF
    there = prospect.attachments.all() if is_ours else prospect.attachments.from_outside()
    if there.count() >= (MOST_FILES if is_ours else MOST_FROM_OUTSIDE):
        raise TransitionError(_("The case has as many files as it can hold. Delete some first."), code="many")
    attachment = Attachment(
        prospect=prospect,
        activity=activity,
        name=checked.name,
        size=len(checked.content),
        media_type=checked.media_type,
        sha256=checked.sha256,
        came_from=came_from,
        shared_with_prospect=shared,
        added_by=by,
    )
    attachment.file.save(checked.name, ContentFile(checked.content), save=False)
    try:
        with transaction.atomic():
            attachment.save()
            data = {"file": attachment.pk, **({} if by else {"by": "prospect"})}
            log(prospect, "prospects.file_added", user=by, data=data)
    except Exception:
        _delete_from_disk(attachment.file.storage.delete, attachment.file.name)
        raise
    return attachment


@transaction.atomic
def share_file(attachment: Attachment, *, shared: bool, by: Any) -> None:
    """Let the prospect fetch it on its private page, or no longer."""
    if (
        Attachment.objects.filter(pk=attachment.pk)
        .exclude(shared_with_prospect=shared)
        .update(shared_with_prospect=shared)
    ):
        attachment.shared_with_prospect = shared
        action = "prospects.file_shared" if shared else "prospects.file_unshared"
        log(attachment.prospect, action, user=by, data={"file": attachment.pk})


@transaction.atomic
def delete_file(attachment: Attachment, *, by: Any) -> None:
    """Delete it, from the disk as well."""
    prospect, key = attachment.prospect, attachment.pk
    delete_files([attachment])
    log(prospect, "prospects.file_deleted", user=by, data={"file": key})


def delete_files(attachments: Iterable[Attachment]) -> int:
    """Delete these, and their content once that is certain; returns how many."""
    found = list(attachments)
    for one in found:
        forget_content(one.file)
    Attachment.objects.filter(pk__in=[one.pk for one in found]).delete()
    return len(found)


def forget_content(file: FieldFile) -> None:
    """Delete what lies on the disk when the transaction under way is certain."""
    if file:
        transaction.on_commit(partial(_delete_from_disk, file.storage.delete, file.name), robust=True)


def _delete_from_disk(delete: Any, name: str | None) -> None:
    try:
        delete(name)
    except OSError:
        logger.exception("A file that was deleted is still on the disk: %s", name)
