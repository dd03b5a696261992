"""What stands in a mail that came in (RFC 5322), read so that nothing in it can stop us: no charset, no broken form."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

from django.utils import timezone

MOST_PARTS = 100
MOST_ATTACHMENTS = 20
LONGEST_TEXT = 50_000
RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "Resent-To")
_MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|ikke-svar|bounces?)([+@-]|$)", re.IGNORECASE)
_BULK = re.compile(r"bulk|junk|list|auto", re.IGNORECASE)
# Where what is answered begins, in the words of the usual programs.
_QUOTE_BEGINS = re.compile(
    r"^\s*(On .{5,200} wrote:"
    r"|(Den|On|Am|Le|På|fre|man|tir|ons|tor|lør|søn)\b.{5,200}(skrev|wrote|schrieb|écrit).{0,120}:"
    r"|-{3,}\s*(Original Message|Opprinnelig melding|Ursprungligt meddelande|Videresendt melding)\s*-{3,}"
    r"|_{10,})\s*$",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(r"^\s*\*?(Fra|From|Från|Von):\*?\s.+", re.IGNORECASE)
_OUTLOOK_NEXT = re.compile(r"^\s*\*?(Sendt|Sent|Skickat|Gesendet|Dato|Date|Til|To):\*?\s", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A mail: who wrote it to which addresses, what it answers, its own words and those it quoted, and its files.

    `machine` is "bounce" or "automatic" for what no person wrote, else empty. `attachments` are (name, content).
    """

    fingerprint: str
    sender_name: str
    sender: str
    recipients: list[str]
    answers: list[str]
    subject: str
    sent_at: datetime
    text: str
    quoted: str
    machine: str
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


def read_mail(raw: bytes) -> Reading:
    """Read a mail as it came. What cannot be understood is left out; nothing in it raises."""
    try:
        mail = message_from_bytes(raw, policy=policy.default)
        parts = list(_parts(mail))
    except Exception:  # a form the parser does not survive, nested a thousand times, say
        return _unreadable(raw)
    name, sender = _sender(mail)
    text, quoted = split_quoted(_body(parts))
    return Reading(
        fingerprint=fingerprint(raw, _header(mail, "Message-ID")),
        sender_name=name,
        sender=sender,
        recipients=[address for header in RECIPIENTS for address in _addresses(mail, header)],
        answers=_answers(mail, parts),
        subject=_header(mail, "Subject")[:300],
        sent_at=_sent_at(mail),
        text=text,
        quoted=quoted,
        machine=_machine(mail, sender),
        attachments=_attachments(parts),
    )


def fingerprint(raw: bytes, message_id: str) -> str:
    """By what a mail is known again: its Message-ID, else all of it."""
    known = message_id.strip().encode("utf-8", "replace")
    return hashlib.sha256(b"id:" + known if known else b"raw:" + raw).hexdigest()


def _unreadable(raw: bytes) -> Reading:
    found = re.search(rb"^message-id:[ \t]*(\S{1,300})", raw[:100_000], re.IGNORECASE | re.MULTILINE)
    name = found[1].decode("ascii", "replace") if found else ""
    return Reading(fingerprint(raw, name), "", "", [], [], "", timezone.now(), "", "", "")


def clean(text: Any, longest: int = LONGEST_TEXT) -> str:
    """`text` as every database takes it: no NUL, no halves of signs, not longer than `longest`."""
    plain = str(text)[: longest * 2].encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", plain.replace("\r\n", "\n").replace("\r", "\n"))[:longest]


def _header(mail: Message, name: str) -> str:
    try:
        value = mail.get(name, "")
        return " ".join(clean(value, 2_000).split())
    except Exception:  # the parser of headers falls over some that are not well-formed
        raw = next((value for key, value in getattr(mail, "_headers", []) if key.lower() == name.lower()), "")
        return " ".join(clean(raw, 2_000).split())


def _all(mail: Message, name: str) -> list[str]:
    try:
        return [clean(value, 5_000) for value in mail.get_all(name, [])][:20]
    except Exception:
        return [_header(mail, name)]


def _addresses(mail: Message, name: str) -> list[str]:
    return [address.strip() for _name, address in getaddresses(_all(mail, name)) if "@" in address][:50]


def _sender(mail: Message) -> tuple[str, str]:
    for header in ("From", "Sender"):
        for name, address in getaddresses(_all(mail, header)):
            if "@" in address:
                return clean(name, 120).strip(), clean(address, 254).strip()
    return "", ""


def _sent_at(mail: Message) -> datetime:
    """When it was sent, as it says; now, when that cannot be: more than a month ago or in the future."""
    now = timezone.now()
    try:
        moment = parsedate_to_datetime(_header(mail, "Date"))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment if now - timedelta(days=31) < moment <= now else now
    except (TypeError, ValueError, OverflowError, IndexError):
        return now


def _machine(mail: Message, sender: str) -> str:
    """Whether a machine wrote it by itself (RFC 3834)."""
    if mail.get_content_type() == "multipart/report" or _header(mail, "Return-Path") == "<>":
        return "bounce"
    if _header(mail, "Auto-Submitted").split(";")[0].strip().lower() not in ("", "no"):
        return "automatic"
    if _BULK.search(_header(mail, "Precedence")) or _header(mail, "List-Id"):
        return "automatic"
    if any(_header(mail, name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply")):
        return "automatic"
    return "automatic" if _MACHINES.match(sender) else ""


def _parts(mail: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that are no containers; a mail within a mail is one part."""
    seen = 0
    waiting: list[Message] = [mail]
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            waiting = [one for one in part.get_payload() if isinstance(one, Message)][:MOST_PARTS] + waiting
        else:
            yield part


def _answers(mail: Message, parts: list[Message]) -> list[str]:
    """The Message-IDs it answers, the nearest first; of a bounce, the one that came back."""
    found = re.findall(r"<[^<>\s]{3,300}>", _header(mail, "In-Reply-To"))
    found += reversed(re.findall(r"<[^<>\s]{3,300}>", " ".join(_all(mail, "References"))))
    for part in parts:
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers"):
            inner = re.search(r"^message-id:\s*(<[^<>\s]{3,300}>)", _inner(part), re.IGNORECASE | re.MULTILINE)
            found += [inner[1]] if inner else []
    return found[:50]


def _inner(part: Message) -> str:
    try:
        payload: Any = part.get_payload()
        return payload[0].as_string()[:50_000] if isinstance(payload, list) else _decoded(part)
    except Exception:
        return ""


def _is_attachment(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except Exception:
        return True


def _decoded(part: Message) -> str:
    """The text of a part, whatever charset it claims."""
    try:
        if isinstance(part, EmailMessage):
            return clean(part.get_content(errors="replace"))
    except Exception:  # an unknown charset, base64 that is none
        return _decoded_anyhow(part)
    return _decoded_anyhow(part)


def _decoded_anyhow(part: Message) -> str:
    try:
        payload: Any = part.get_payload(decode=True)
        return clean((payload or b"").decode("utf-8", "replace"))
    except Exception:
        return ""


def _body(parts: list[Message]) -> str:
    """The words of the mail: its plain text, or else its HTML without the marks."""
    texts = [part for part in parts if part.get_content_type() == "text/plain" and not _is_attachment(part)]
    if texts and (said := "\n".join(_decoded(part) for part in texts).strip()):
        return clean(said)
    for part in parts:
        if part.get_content_type() == "text/html" and not _is_attachment(part):
            return clean(text_of_html(_decoded(part)))
    return ""


def _attachments(parts: list[Message]) -> list[tuple[str, bytes]]:
    found = []
    for part in parts:
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and not _is_attachment(part):
            continue
        try:
            payload: Any = part.get_payload(decode=True)
            name = part.get_filename() or ""
        except Exception:
            payload, name = None, ""
        if isinstance(payload, bytes) and payload and (name or not kind.startswith(("message/", "text/"))):
            found.append((clean(name, 300), payload))
    return found[:MOST_ATTACHMENTS]


class _Words(HTMLParser):
    """What a reader sees of HTML."""

    BREAKS = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "blockquote", "table"}
    UNSEEN = {"style", "script", "head", "title"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.hidden += tag in self.UNSEEN
        if tag in self.BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in self.UNSEEN))
        if tag in self.BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))


def text_of_html(html: str) -> str:
    """The words of some HTML, line by line."""
    reader = _Words()
    try:
        reader.feed(html)
        reader.close()
    except Exception:
        return re.sub(r"<[^>]{0,2000}>", " ", html)
    lines = (line.strip() for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def split_quoted(text: str) -> tuple[str, str]:
    """What somebody wrote, and what they quoted below it. Nothing is lost: the two together are `text`.

    A mail that is nothing but quotation is kept as it is.
    """
    lines = text.split("\n")
    begins = _first_quoted(lines)
    own = "\n".join(lines[:begins]).strip()
    return (own, "\n".join(lines[begins:]).strip()) if own else (text.strip(), "")


def _first_quoted(lines: list[str]) -> int:
    for number, line in enumerate(lines):
        two = f"{line.rstrip()} {lines[number + 1].strip()}" if number + 1 < len(lines) else line
        # Some programs break the line "On ... wrote:" in two.
        if _QUOTE_BEGINS.match(line) or (not line.startswith(">") and _QUOTE_BEGINS.match(two) and line.strip()):
            return number
        if _OUTLOOK.match(line) and any(_OUTLOOK_NEXT.match(after) for after in lines[number + 1 : number + 3]):
            return number
        if line.startswith(">") and all(not rest.strip() or rest.startswith(">") for rest in lines[number:]):
            return number
    return len(lines)
