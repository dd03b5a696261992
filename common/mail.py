"""Letters: written down with their cause, built when they are sent, tried again until they arrive.

An app says how a letter is made and then posts it by name:

    @letter("interest_receipt")
    def interest_receipt(interest_form: int) -> Letter | None: ...

    post("interest_receipt", interest_form=form.pk)
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import formataddr, make_msgid

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from .models import OutgoingMail

logger = logging.getLogger(__name__)

PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]
LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Letter:
    """One thing said to one person, and what to do about it. Texts are already in the reader's language.

    `attachments` are (file name, content, media type); `headers` are further headers of the mail.
    """

    to: str
    language: str
    subject: str
    paragraphs: list[str]
    name: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    action: tuple[str, str] | None = None  # label, absolute address
    closing: list[str] = field(default_factory=list)
    attachments: list[tuple[str, bytes, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


Builder = Callable[..., Letter | None]
_builders: dict[str, Builder] = {}


def letter(kind: str) -> Callable[[Builder], Builder]:
    """Register how letters of `kind` are made. The builder gets the arguments they were posted with."""

    def register(builder: Builder) -> Builder:
        _builders[kind] = builder
        return builder

    return register


def post(kind: str, **arguments: int | str) -> OutgoingMail:
    """Put a letter in the outbox, in the transaction under way: it goes out when, and only if, that commits.

    Raises KeyError for a kind nobody registered.
    """
    _builders[kind]
    now = timezone.now()
    mail = OutgoingMail.objects.create(kind=kind, arguments=arguments, created_at=now, next_attempt_at=now)
    deliver_mail.enqueue(mail.pk)
    return mail


@task(backend="jobs")
def deliver_mail(pk: int) -> str:
    """Send one letter now, if it still waits."""
    return deliver(pk)


def deliver(pk: int) -> str:
    """Send the letter `pk` if it is due; says what became of it: sent, later, dropped, gave up or not due."""
    now = timezone.now()
    waiting = OutgoingMail.objects.filter(pk=pk, sent_at=None, gave_up_at=None, dropped_at=None)
    if not waiting.filter(next_attempt_at__lte=now).update(next_attempt_at=now + LEASE, attempts=F("attempts") + 1):
        return "not due"
    mail = OutgoingMail.objects.get(pk=pk)
    try:
        built = _build(mail)
        if built is None:
            waiting.update(dropped_at=now)
            return "dropped"
        message(built).send()
    except Exception as error:
        logger.warning("Mail %s (%s), attempt %s failed: %s", mail.pk, mail.kind, mail.attempts, error)
        note = {"error": f"{type(error).__name__}: {error}"[:300]}
        if mail.attempts > len(PAUSES):
            waiting.update(gave_up_at=timezone.now(), **note)
            return "gave up"
        waiting.update(next_attempt_at=timezone.now() + PAUSES[mail.attempts - 1], **note)
        return "later"
    waiting.update(sent_at=timezone.now(), error="")
    return "sent"


def deliver_due() -> int:
    """Send every letter that is due; returns how many were sent. A missed run loses nothing."""
    due = OutgoingMail.objects.filter(
        sent_at=None, gave_up_at=None, dropped_at=None, next_attempt_at__lte=timezone.now()
    ).order_by("next_attempt_at")
    return sum(deliver(pk) == "sent" for pk in list(due.values_list("pk", flat=True)[:500]))


def _build(mail: OutgoingMail) -> Letter | None:
    return _builders[mail.kind](**mail.arguments)


def message(built: Letter) -> EmailMultiAlternatives:
    """The mail for a letter: plain text, and the same as HTML in the look of the house with its styles inlined."""
    with translation.override(built.language):
        context = {"letter": built, "base_url": settings.WAGTAILADMIN_BASE_URL, "site_name": sender_name()}
        text = render_to_string("mail/letter.txt", context)
        html = css_inline.inline(render_to_string("mail/letter.html", context))
    mail = EmailMultiAlternatives(
        subject=" ".join(built.subject.split()),
        body=text,
        to=[_recipient(built)],
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": make_msgid(domain="doropner.invalid"),
            **built.headers,
        },
    )
    mail.attach_alternative(html, "text/html")
    for name, content, media_type in built.attachments:
        mail.attach(name, content, media_type)
    return mail


def _recipient(built: Letter) -> str:
    """The reader's name and address, in one line and in letters that every mail server takes."""
    name, domain = built.to.rsplit("@", 1)
    address = f"{name}@{domain.encode('idna').decode()}"
    return formataddr((" ".join(built.name.split()), address)) if built.name.strip() else address


def sender_name() -> str:
    """The name in DEFAULT_FROM_EMAIL, which signs every letter."""
    return settings.DEFAULT_FROM_EMAIL.split("<")[0].strip().strip('"') or settings.WAGTAIL_SITE_NAME


def absolute(path: str) -> str:
    """The full address of a path of this site."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
