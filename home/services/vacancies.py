"""Applications for positions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from common.mail import post

from ..models.vacancies import ATTACHMENTS, JobApplication, Vacancy


def apply_for(vacancy: Vacancy, answers: dict[str, Any], *, language: str) -> JobApplication:
    """Store an application and send the receipt; the same form sent twice is stored once.

    `answers` are the cleaned data of an ApplicationForm. Raises ValidationError when the deadline has passed.
    """
    submission = answers["submission"]
    if known := JobApplication.objects.filter(submission=submission).first():
        return known
    if not Vacancy.objects.open().filter(pk=vacancy.pk).exists():
        raise ValidationError(_("The deadline has passed."), code="closed")
    application = JobApplication(
        vacancy=vacancy,
        submission=submission,
        language=language,
        **{name: answers[name] for name in ("name", "email", "phone", "letter")},
    )
    if answers.get("attachment"):
        application.attachment = answers["attachment"]
    try:
        with transaction.atomic():
            application.save()
            post("application_receipt", application=application.pk)
    except Exception as error:
        # The file was written before the row: it does not stay behind alone.
        name = application.attachment.name or ""
        if name.startswith(ATTACHMENTS):
            application.attachment.storage.delete(name)
        known = JobApplication.objects.filter(submission=submission).first()
        if isinstance(error, IntegrityError) and known is not None:
            return known
        raise
    return application
