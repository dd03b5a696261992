"""Reads the mails that the demo wrote into its folder instead of sending them."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

SHOWN = 100
_SEPARATOR = "-" * 79
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Mail:
    """One mail as the mailbox shows it; `parts` is the text cut into words and addresses."""

    name: str
    to: str
    subject: str
    at: datetime
    text: str

    @property
    def parts(self) -> list[tuple[bool, str]]:
        """The text in pieces: (is an address, piece)."""
        pieces, last = [], 0
        for match in _ADDRESS.finditer(self.text):
            pieces += [(False, self.text[last : match.start()]), (True, match.group())]
            last = match.end()
        return [*pieces, (False, self.text[last:])]


def _read(path: Path) -> list[Mail]:
    raw = path.read_bytes().split(b"\n" + _SEPARATOR.encode() + b"\n")
    mails = []
    for number, part in enumerate(raw):
        if not part.strip():
            continue
        parsed = email.message_from_bytes(part.strip(), policy=email.policy.default)
        if not isinstance(parsed, EmailMessage):
            continue
        body = parsed.get_body(preferencelist=("plain",))
        mails.append(
            Mail(
                name=f"{path.stem}.{number}",
                to=str(parsed["to"]),
                subject=str(parsed["subject"]),
                at=datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
                text=body.get_content() if body else "",
            )
        )
    return mails


def _all() -> list[Mail]:
    folder = Path(settings.EMAIL_FILE_PATH)
    paths = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.is_dir() else []
    return [mail for path in paths[:SHOWN] for mail in reversed(_read(path))][:SHOWN]


@require_safe
@never_cache
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest mails."""
    return render(request, "home/mailbox.html", {"mails": _all()})


@require_safe
@never_cache
def show(request: HttpRequest, name: str) -> HttpResponse:
    """One mail."""
    for mail in _all():
        if mail.name == name:
            return render(request, "home/mail.html", {"mail": mail})
    raise Http404
