"""A company tells us that it is interested."""

import uuid
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from common.mail import post

from ..models import Consent, Contact, InterestForm, Prospect, Source, guess_kind
from .alike import keep_keys
from .scoring import rescore
from .telling import advisers_to_tell


def receive_interest(answers: dict[str, Any], *, submission: uuid.UUID, wordings: dict[str, str]) -> InterestForm:
    """Store an interest form and begin its case; the same `submission` sent twice is stored once.

    `answers` are the form's cleaned data, `wordings` the words of each consent channel as they stood on the page. When
    this returns, everything is stored, and the receipt and the adviser's mail are in the outbox.
    """
    if known := InterestForm.objects.filter(submission=submission).first():
        return known
    try:
        with transaction.atomic():
            return _begin_case(answers, submission, wordings)
    except IntegrityError:
        # The same form came in through another process in the same moment; anything else is no matter of ours.
        if known := InterestForm.objects.filter(submission=submission).first():
            return known
        raise


def _begin_case(answers: dict[str, Any], submission: uuid.UUID, wordings: dict[str, str]) -> InterestForm:
    shared = {
        name: answers[name]
        for name in (
            "company_name",
            "organisation_number",
            "country",
            "employees",
            "area",
            "time_frame",
            "readiness",
            "need",
        )
    }
    prospect = Prospect.objects.create(
        **shared,
        industry=answers["industry"],
        source=Source.FORM,
        **{name: answers.get(name, "") for name in ("campaign", "came_by", "first_page")},
    )
    contact = Contact.objects.create(
        prospect=prospect,
        name=answers["name"],
        email=answers["email"],
        phone=answers["phone"],
        language=answers["language"],
        address_kind=guess_kind(answers["email"], answers["name"]),
    )
    keep_keys(prospect)
    form = InterestForm.objects.create(
        submission=submission,
        prospect=prospect,
        **shared,
        industry=answers["industry"].name_nb,
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        language=contact.language,
        consents_to_email=answers["consents_to_email"],
        consents_to_phone=answers["consents_to_phone"],
        is_proven=answers.get("is_proven", False),
        received_at=prospect.created_at,
    )
    for channel in Consent.Channel.values:
        if answers[f"consents_to_{channel}"]:
            Consent.objects.create(
                contact=contact, channel=channel, wording=wordings[channel], given_at=prospect.created_at
            )
    log(prospect, "prospects.received", data={"by": "prospect", "form": form.pk})
    rescore(prospect)
    post("interest_receipt", interest_form=form.pk)
    for adviser in advisers_to_tell(prospect):
        post("new_prospect", prospect=prospect.pk, reader=adviser.pk)
    return form
