"""Who does not want to hear from us: kept as a fingerprint, asked before every letter."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.workflow import TransitionError

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
    """The prospect says on its page that we shall not write again: to nobody of the case. Returns to how many."""
    people = list(prospect.contacts.all())
    for contact in people:
        silence(contact, channel=Consent.Channel.EMAIL, reason=Suppression.Reason.PAGE, by=None)
    return len(people)


@transaction.atomic
def hear_again(contact: Contact, *, by: Any) -> int:
    """Staff take back a no that staff wrote down by mistake; returns how many.

    Raises TransitionError for what the person said on its own page: only there it is taken back.
    """
    mine = Suppression.objects.filter(_of(contact))
    count = mine.filter(reason=Suppression.Reason.TOLD).delete()[0]
    if not count:
        raise TransitionError(_("They said so on their own page, and only they take it back."), code="page")
    log(contact.prospect, "prospects.heard_again", user=by, data={"contact": contact.pk})
    return count


@transaction.atomic
def hear_again_page(prospect: Prospect) -> int:
    """The prospect says on its page that we may write again; returns how many noes ended."""
    count = 0
    for contact in prospect.contacts.all():
        prints = fingerprints(Consent.Channel.EMAIL, contact.email)
        said = Suppression.objects.filter(reason=Suppression.Reason.PAGE, channel=Consent.Channel.EMAIL)
        count += said.filter(fingerprint__in=prints).delete()[0]
    if count:
        log(prospect, "prospects.heard_again", data={"by": "prospect"})
    return count


def _of(contact: Contact) -> Q:
    return Q(channel=Consent.Channel.EMAIL, fingerprint__in=fingerprints(Consent.Channel.EMAIL, contact.email)) | Q(
        channel=Consent.Channel.PHONE, fingerprint__in=fingerprints(Consent.Channel.PHONE, contact.phone)
    )


def silenced_among(contacts: list[Contact]) -> dict[int, dict[str, Suppression]]:
    """For each of `contacts`, by key, the no it gave in each channel. One query for all of them."""
    found: dict[int, dict[str, Suppression]] = {contact.pk: {} for contact in contacts}
    whose: dict[tuple[str, str], list[int]] = {}
    for contact in contacts:
        for channel, address in ((Consent.Channel.EMAIL, contact.email), (Consent.Channel.PHONE, contact.phone)):
            for one in fingerprints(channel, address):
                whose.setdefault((channel.value, one), []).append(contact.pk)
    for kept in Suppression.objects.filter(fingerprint__in=[one for _channel, one in whose]) if whose else ():
        for pk in whose.get((kept.channel, kept.fingerprint), ()):
            found[pk][kept.channel] = kept
    return found
