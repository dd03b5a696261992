"""Who does not want to hear from us: kept as a fingerprint, asked before every letter."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Activity, Consent, Contact, Prospect, Suppression
from ..models.suppression import fingerprints


def suppression_of(channel: str, address: str) -> Suppression | None:
    """The no that was given for this address, None without any. It outlives the person it came from."""
    return Suppression.objects.filter(channel=channel, fingerprint__in=fingerprints(channel, address)).first()


def is_silenced(contact: Contact, channel: str = Consent.Channel.EMAIL) -> bool:
    """Whether we must leave `contact` alone through `channel`.

    A no counts until they themselves turn to us again: who sends a form, writes or says yes after it may be answered.
    """
    found = suppression_of(channel, contact.email if channel == Consent.Channel.EMAIL else contact.phone)
    return found is not None and not _turned_to_us(contact, channel, found.since)


def _turned_to_us(contact: Contact, channel: str, since: datetime) -> bool:
    return (
        contact.prospect.interest_forms.filter(email__iexact=contact.email, received_at__gt=since).exists()
        or contact.consents.filter(channel=channel, withdrawn_at=None, given_at__gt=since).exists()
        or Activity.objects.filed()
        .filter(contact=contact, way=Activity.Way.IN, happened_at__gt=since)
        .exclude(kind=Activity.Kind.NOTE)
        .exists()
    )


@transaction.atomic
def silence(contact: Contact, *, channel: str, reason: str, by: Any, at: datetime | None = None) -> Suppression | None:
    """`contact` does not want to hear from us through `channel`: its consents to it end, and the no is kept.

    Returns None when there is no address to keep it for. Saying it again renews it.
    """
    now = at or timezone.now()
    address = contact.email if channel == Consent.Channel.EMAIL else contact.phone
    prints = fingerprints(channel, address)
    if not prints:
        return None
    contact.consents.filter(channel=channel, withdrawn_at=None).update(withdrawn_at=now)
    Suppression.objects.filter(channel=channel, fingerprint__in=prints[1:]).delete()
    found, _created = Suppression.objects.update_or_create(
        channel=channel, fingerprint=prints[0], defaults={"reason": reason, "since": now}
    )
    data = {"channel": channel, **({"by": "prospect"} if by is None else {})}
    log(contact.prospect, "prospects.silenced", user=by, timestamp=now, data=data)
    return found


@transaction.atomic
def silence_page(prospect: Prospect) -> int:
    """The prospect says on its page that we shall not write again: for everybody of the case. Returns for how many."""
    people = list(prospect.contacts.all())
    for contact in people:
        silence(contact, channel=Consent.Channel.EMAIL, reason=Suppression.Reason.PAGE, by=None)
    return len(people)


@transaction.atomic
def hear_again(prospect: Prospect, *, by: Any = None, channels: tuple[str, ...] = ("email",)) -> int:
    """The no is taken back: by the prospect on its page (`by` None), or by staff for what staff wrote down.

    Returns how many. What a prospect said on its page only the prospect takes back.
    """
    count = 0
    for contact in prospect.contacts.all():
        for channel in channels:
            address = contact.email if channel == Consent.Channel.EMAIL else contact.phone
            found = Suppression.objects.filter(channel=channel, fingerprint__in=fingerprints(channel, address))
            if by is not None:
                found = found.filter(reason=Suppression.Reason.TOLD)
            count += found.delete()[0]
    if count:
        log(prospect, "prospects.heard_again", user=by, data={} if by else {"by": "prospect"})
    return count
