"""The people of a case: added, changed, removed, and what they said yes or no to."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.workflow import TransitionError

from ..models import Consent, Contact, Handover, Prospect, Suppression, guess_kind
from .alike import keep_keys
from .outreach import origin_for
from .suppressing import silence

PERSON = ("name", "title", "email", "address_kind", "phone", "language", "origin")
"""The fields of a contact that staff write."""


def _whole(prospect: Prospect, values: Mapping[str, Any]) -> dict[str, Any]:
    person = {name: values[name] for name in PERSON if name in values}
    person["address_kind"] = values.get("address_kind") or guess_kind(values["email"], values["name"])
    person["origin"] = values.get("origin") or origin_for(prospect.source)
    return person


@transaction.atomic
def add_contact(prospect: Prospect, values: Mapping[str, Any], *, by: Any, is_logged: bool = True) -> Contact:
    """A person more; `values` are of PERSON. What is not said of the address and its origin is guessed."""
    contact = Contact.objects.create(prospect=prospect, **_whole(prospect, values))
    keep_keys(prospect)
    if is_logged:
        log(prospect, "prospects.contact_added", user=by, data={"contact": contact.pk})
    return contact


@transaction.atomic
def change_contact(contact: Contact, values: Mapping[str, Any], *, by: Any) -> list[str]:
    """Write `values` (of PERSON) of a person; returns the fields that changed. The log tells which, not what.

    With another address a consent to e-mail ends: it was given for the old one.
    """
    new = _whole(contact.prospect, values)
    changed = [name for name, value in new.items() if getattr(contact, name) != value]
    if not changed:
        return []
    if "email" in changed and contact.email.casefold() != new["email"].casefold():
        _end_consents(contact, Consent.Channel.EMAIL)
    Contact.objects.filter(pk=contact.pk).update(**{name: new[name] for name in changed})
    contact.refresh_from_db()
    keep_keys(contact.prospect)
    log(contact.prospect, "prospects.contact_changed", user=by, data={"contact": contact.pk, "fields": changed})
    return changed


def _end_consents(contact: Contact, channel: str) -> None:
    contact.consents.filter(channel=channel, withdrawn_at=None).update(withdrawn_at=timezone.now())


@transaction.atomic
def remove_contact(contact: Contact, *, by: Any) -> None:
    """Delete a person for good. A no that it gave us stays. Raises TransitionError while a firm counts on it."""
    prospect = contact.prospect
    if prospect.main_contact == contact and prospect.handovers.filter(status__in=Handover.LIVE).exists():
        raise TransitionError(
            _("A firm has been promised %(who)s. Finish the handover or take it back first.") % {"who": contact},
            code="promised",
        )
    pk = contact.pk
    prospect.interest_forms.filter(email__iexact=contact.email).update(name="", email="", phone="")
    contact.delete()
    keep_keys(prospect)
    log(prospect, "prospects.contact_removed", user=by, data={"contact": pk})


@transaction.atomic
def choose_main(contact: Contact, *, by: Any) -> None:
    """`contact` speaks for the company from now on.

    Raises TransitionError while a firm has been promised another person: it would learn of one who was never asked.
    """
    prospect = Prospect.with_merged.select_for_update().get(pk=contact.prospect_id)
    before = prospect.main_contact
    if before is not None and before.pk == contact.pk and contact.is_main:
        return
    promised = prospect.handovers.filter(status__in=Handover.LIVE, consented_at__isnull=False)
    if before is not None and before.pk != contact.pk and promised.exists():
        raise TransitionError(
            _("A firm has been promised %(who)s. Finish the handover or take it back first.") % {"who": before},
            code="promised",
        )
    prospect.contacts.filter(is_main=True).update(is_main=False)
    Contact.objects.filter(pk=contact.pk).update(is_main=True)
    contact.is_main = True
    log(prospect, "prospects.main_contact_chosen", user=by, data={"contact": contact.pk})


@transaction.atomic
def record_wish(contact: Contact, *, channel: str, is_yes: bool, words: str, by: Any) -> None:
    """What a person told us itself: yes to `channel`, with the words, or no, which is kept as a fingerprint.

    Raises TransitionError for a yes without its words, and for a channel that has no address.
    """
    if not is_yes:
        if silence(contact, channel=channel, reason=Suppression.Reason.TOLD, by=by) is None:
            raise TransitionError(_("No number is known to leave alone."), code="address")
        return
    if not words.strip():
        raise TransitionError(_("Write down what they said yes to, in their words."), code="words")
    standing = contact.consents.filter(channel=channel, withdrawn_at=None)
    if not standing.exists():
        Consent.objects.create(contact=contact, channel=channel, wording=words.strip()[:300])
    log(contact.prospect, "prospects.consent_recorded", user=by, data={"contact": contact.pk, "channel": channel})
