"""A mail that came in finds its case and becomes a draft there, or waits until somebody says where it belongs."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log

from ..case_address import case_of
from ..files import check_file, tidy_name
from ..inbound import Reading, read_mail
from ..models import Activity, Attachment, Contact, InboundMail, Prospect
from .asking import draft_from_prospect, has_too_many_drafts, tell_that_prospect_wrote
from .files import attach, delete_files, forget_content

LANGUAGE = "nb"  # of what we note in a draft, for the staff who read it
LONGEST_SHOWN = 20_000  # signs of a mail without a case that its list shows


def take_in(raw: bytes, *, note: str = "") -> InboundMail | None:
    """Take in a mail as it came over the wire: a draft in its case, or unfiled. None when it was taken in before.

    Everything of it is stored when this returns, or nothing is. `note` says what is missing of it, in words.
    """
    mail = read_mail(raw)
    known = InboundMail.objects.filter(fingerprint=mail.fingerprint)
    if known.exists():
        return None
    try:
        with transaction.atomic(), override(LANGUAGE):
            return _place(mail, raw, note)
    except IntegrityError:
        if known.exists():  # another process took it in at the same moment
            return None
        raise


def _place(mail: Reading, raw: bytes, note: str) -> InboundMail:
    prospect, contact = find_case(mail)
    if mail.machine:
        if prospect is not None:
            log(prospect, f"prospects.mail_{mail.machine}", data={"by": "clock"})
        return InboundMail.objects.create(fingerprint=mail.fingerprint, status=InboundMail.Status.NOTED)
    if prospect is None:
        return _leave_unfiled(mail, raw, note or _("We do not know which case it belongs to."))
    if has_too_many_drafts(prospect):
        return _leave_unfiled(mail, raw, _("Too many mails of its case wait to be read."))
    kept = InboundMail.objects.create(fingerprint=mail.fingerprint, status=InboundMail.Status.FILED)
    kept.activity = _draft(prospect, contact, mail, note)
    kept.save(update_fields=["activity"])
    tell_that_prospect_wrote(kept.activity)
    return kept


def _leave_unfiled(mail: Reading, raw: bytes, why: str) -> InboundMail:
    kept = InboundMail.objects.create(
        fingerprint=mail.fingerprint,
        sender=_sender(mail)[:320],
        subject=mail.subject,
        text=mail.text[:LONGEST_SHOWN],
        why=why[:300],
    )
    kept.raw.save("mail.eml", ContentFile(raw))
    return kept


def _sender(mail: Reading) -> str:
    return f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender


def find_case(mail: Reading) -> tuple[Prospect | None, Contact | None]:
    """The case a mail belongs to, and which of its people wrote it.

    By the address it was sent to, by the letter it answers, or by its sender when that is a person of one case that is
    not over; a person of several cases is for people to place.
    """
    for clue in (*mail.recipients, *mail.answers):
        if (key := case_of(clue)) and (prospect := Prospect.objects.filter(pk=key).first()):
            return prospect, prospect.contacts.filter(email__iexact=mail.sender).first()
    if not mail.sender:
        return None, None
    known = Contact.objects.filter(
        email__iexact=mail.sender, prospect__standing__in=(Prospect.Standing.ONGOING, Prospect.Standing.RESTING)
    )
    found = list(known.select_related("prospect").order_by("pk")[:20])
    return (found[0].prospect, found[0]) if len({one.prospect_id for one in found}) == 1 else (None, None)


def _draft(prospect: Prospect, contact: Contact | None, mail: Reading, note: str = "") -> Activity:
    draft = draft_from_prospect(prospect, text="", contact=contact, quoted=mail.quoted, by_mail=True, at=mail.sent_at)
    notes = [note] if note else []
    if contact is None:
        notes.append(_("Written by %(who)s, whom we do not know in this case.") % {"who": _sender(mail) or "?"})
    for name, content in mail.attachments:
        try:
            checked = check_file(content, name)
            attach(prospect, checked, by=None, came_from=Attachment.Origin.MAIL, activity=draft)
        except ValidationError as error:
            values = {"name": tidy_name(name) if name else _("without a name"), "why": " ".join(error.messages)}
            notes.append(_("The file “%(name)s” was not kept: %(why)s") % values)
    parts = [mail.subject, mail.text, "\n".join(f"[{one}]" for one in notes)]
    text = "\n\n".join(part for part in parts if part) or _("(empty)")
    Activity.objects.filter(pk=draft.pk).update(text=text)
    draft.text = text
    return draft


@transaction.atomic
def place_mail(mail: InboundMail, prospect: Prospect, *, by: Any) -> Activity:
    """Somebody says which case an unfiled mail belongs to: it is read again and becomes a draft there.

    Raises TransitionError when somebody else was faster, or the case has too many that nobody has read.
    """
    content = b""
    if mail.raw:
        try:
            with mail.raw.open("rb") as file:
                content = file.read()
        except FileNotFoundError:
            pass
    reading, raw = read_mail(content), mail.raw
    contact = prospect.contacts.filter(email__iexact=reading.sender).first() if reading.sender else None
    with override(LANGUAGE):
        activity = _draft(prospect, contact, reading)
    mail.file(activity, by=by)
    forget_content(raw)
    return activity


@transaction.atomic
def discard_mail(mail: InboundMail, *, by: Any) -> None:
    """An unfiled mail is none of ours; nothing of it is kept. Raises TransitionError when it was dealt with."""
    raw = mail.raw
    mail.discard(by=by)
    forget_content(raw)


@transaction.atomic
def discard_activity(activity: Activity, *, by: Any) -> None:
    """A mail in a case is none of ours; neither its text nor its files are kept. Raises TransitionError."""
    activity.discard(by=by)
    delete_files(activity.attachments.all())
