"""What a prospect takes back, and the way to its private page."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log

from ..models import Consent, PrivateLink, Prospect


@transaction.atomic
def withdraw_channel_consent(prospect: Prospect, channel: str) -> int:
    """The prospect no longer wants to hear from us through `channel`; returns how many consents ended."""
    ended = Consent.objects.filter(contact__prospect=prospect, channel=channel, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    if ended:
        log(prospect, "prospects.consent_withdrawn", data={"by": "prospect", "channel": channel})
    return ended


def private_path(prospect: Prospect, language: str) -> str:
    """A fresh address of the prospect's private page, in `language`."""
    with translation.override(language):
        return reverse("private:page", args=[PrivateLink.issue(prospect)])
