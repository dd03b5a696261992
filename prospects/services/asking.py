"""What a prospect does on its private page: writes, sends files, corrects what is wrong, asks for a new link."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.mail import post
from common.workflow import TransitionError

from ..files import Checked
from ..models import Activity, Attachment, Contact, PrivateLink, Prospect
from .files import attach
from .telling import advisers_to_tell

MOST_DRAFTS = 100
"""So many mails nobody has read a case can have; more than that is no conversation."""

OWN_DATA = ("name", "title", "email", "phone", "language")
"""The fields of its contact that a prospect corrects itself."""


@transaction.atomic
def write_to_us(prospect: Prospect, *, text: str, files: Iterable[Checked] = ()) -> Activity:
    """Keep what the prospect wrote or sent on its page as a draft for the adviser, who is told by mail.

    Raises TransitionError when there is nothing in it, or more waits unread than MOST_DRAFTS.
    """
    sent = list(files)
    words = text.strip() or (_("Here is a file.") if sent else "")
    if not words:
        raise TransitionError(_("Write something, or choose a file."), code="text")
    draft = draft_from_prospect(prospect, text=words, contact=prospect.main_contact)
    for checked in sent:
        attach(prospect, checked, by=None, came_from=Attachment.Origin.PROSPECT, activity=draft, shared=True)
    tell_that_prospect_wrote(draft)
    return draft


def has_too_many_drafts(prospect: Prospect) -> bool:
    """Whether MOST_DRAFTS mails of the case wait to be read."""
    return prospect.activities.filter(status=Activity.Status.DRAFT).count() >= MOST_DRAFTS


def draft_from_prospect(
    prospect: Prospect, *, text: str, contact: Contact | None, quoted: str = "", by_mail: bool = False, at: Any = None
) -> Activity:
    """A mail from the prospect that nobody has read yet. Raises TransitionError when MOST_DRAFTS wait already."""
    if has_too_many_drafts(prospect):
        raise TransitionError(_("We have not read all you wrote yet. Call us instead."), code="many")
    draft = Activity.objects.create(
        prospect=prospect,
        kind=Activity.Kind.MAIL,
        way=Activity.Way.IN,
        status=Activity.Status.DRAFT,
        contact=contact,
        text=text,
        quoted=quoted,
        by_mail=by_mail,
        happened_at=at or timezone.now(),
    )
    log(prospect, "prospects.mail_came_in", data={"by": "prospect", "activity": draft.pk})
    return draft


def tell_that_prospect_wrote(draft: Activity) -> None:
    """Mail to the adviser: there is something to read."""
    for adviser in advisers_to_tell(draft.prospect):
        post("prospect_wrote", activity=draft.pk, reader=adviser.pk)


@transaction.atomic
def correct_own_data(contact: Contact, values: Mapping[str, str]) -> list[str]:
    """Write what the prospect says of itself (OWN_DATA), at once; returns the names of what changed.

    The log says what changed, not from what to what.
    """
    changed = [name for name in OWN_DATA if name in values and getattr(contact, name) != values[name]]
    if not changed:
        return []
    Contact.objects.filter(pk=contact.pk).update(**{name: values[name] for name in changed})
    contact.refresh_from_db()
    log(contact.prospect, "prospects.contact_corrected", data={"by": "prospect", "fields": changed})
    for adviser in advisers_to_tell(contact.prospect):
        post("prospect_corrected", prospect=contact.prospect_id, reader=adviser.pk)
    return changed


@transaction.atomic
def suggest_facts(prospect: Prospect, changes: Iterable[tuple[str, str, str]]) -> Activity | None:
    """The prospect says that facts of its company are wrong: (name, as we have it, as it should be), in words.

    They become a draft for the adviser, who changes them; None when there are none.
    """
    lines = [f"{name}: {old or '–'} → {new or '–'}" for name, old, new in changes]
    if not lines:
        return None
    return write_to_us(prospect, text="\n".join([_("This is not right about us:"), *lines]))


@transaction.atomic
def send_new_link(token: str) -> bool:
    """Mail a new link to the address we have, if `token` is or was the key to a page; returns whether it was.

    Whoever asks must not be told which.
    """
    link = PrivateLink.known(token)
    if link is None or not link.prospect.contacts.exists():
        return False
    post("private_link", prospect=link.prospect_id)
    log(link.prospect, "prospects.link_asked", data={"by": "prospect"})
    return True
