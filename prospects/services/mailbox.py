"""The programme's mailbox is emptied over IMAP (RFC 3501): each mail is taken in, and marked afterwards.

In that order: a crash between the two doubles nothing, because a mail is known again by its fingerprint.
"""

import imaplib
import logging
import re
import ssl
import time
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import override

from .incoming import LANGUAGE, take_in

logger = logging.getLogger(__name__)

AT_A_TIME = 50
LONGEST_SECONDS = 60  # of one round; what is left comes with the next
MOST_BYTES = 35 * 1024 * 1024  # of one mail with its attachments


def fetch_mail() -> int:
    """Take in what lies unseen in the mailbox; returns how many were new. Off while no mailbox is named.

    A mailbox that is away or refuses is said in the log and tried at the next round.
    """
    if not settings.INBOUND_IMAP_HOST:
        return 0
    try:
        box = _open()
    except (OSError, imaplib.IMAP4.error) as error:
        logger.warning("The mailbox cannot be opened: %s", _said(error))
        return 0
    try:
        return _empty(box)
    finally:
        _close(box)


def _said(error: Exception) -> str:
    """What went wrong, without the password some servers repeat."""
    text = f"{type(error).__name__}: {error}"
    secret = settings.INBOUND_IMAP_PASSWORD
    return (text.replace(secret, "***") if secret else text)[:300]


def _open() -> imaplib.IMAP4:
    host, port = settings.INBOUND_IMAP_HOST, settings.INBOUND_IMAP_PORT
    seconds = settings.INBOUND_IMAP_TIMEOUT
    box: imaplib.IMAP4
    if settings.INBOUND_IMAP_TLS:
        box = imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=seconds)
    else:
        box = imaplib.IMAP4(host, port, timeout=seconds)
    try:
        box.login(settings.INBOUND_IMAP_USER, settings.INBOUND_IMAP_PASSWORD)
        folder = settings.INBOUND_IMAP_FOLDER.replace("\\", "\\\\").replace('"', '\\"')
        _ok(box.select(f'"{folder}"'))
    except Exception:
        _close(box)
        raise
    return box


def _close(box: imaplib.IMAP4) -> None:
    try:
        box.logout()
    except (OSError, imaplib.IMAP4.error):
        box.shutdown()


def _ok(answer: tuple[str, list[Any]]) -> list[Any]:
    if answer[0] != "OK":
        raise imaplib.IMAP4.error(str(answer[1])[:200])
    return answer[1]


def _empty(box: imaplib.IMAP4) -> int:
    count, marked, stop_at = 0, 0, time.monotonic() + LONGEST_SECONDS
    try:
        wanted = "UNSEEN UNDELETED"
        for uid in (_ok(box.uid("SEARCH", wanted))[0] or b"").split()[:AT_A_TIME]:
            if time.monotonic() > stop_at:
                break
            name = uid.decode("ascii", "replace")
            if (taken := _take(box, name)) is None:
                continue
            count += taken
            _ok(box.uid("STORE", name, "+FLAGS.SILENT", _mark()))
            marked += 1
        if marked and settings.INBOUND_IMAP_DELETE:
            _ok(box.expunge())
    except (OSError, imaplib.IMAP4.error) as error:
        logger.warning("The mailbox broke off after %s mails: %s", count, _said(error))
    return count


def _mark() -> str:
    return r"(\Seen \Deleted)" if settings.INBOUND_IMAP_DELETE else r"(\Seen)"


def _take(box: imaplib.IMAP4, uid: str) -> int | None:
    """Take in one mail: 1 when it was new, 0 when it was known; None when it could not be, and must be tried again."""
    size = _size(_ok(box.uid("FETCH", uid, "(RFC822.SIZE)")))
    is_huge = size > MOST_BYTES
    part = "BODY.PEEK[HEADER]" if is_huge else "BODY.PEEK[]"
    raw = next((one[1] for one in _ok(box.uid("FETCH", uid, f"({part})")) if isinstance(one, tuple)), None)
    if raw is None:  # another reader deleted it meanwhile
        return None
    note = ""
    if is_huge:
        with override(LANGUAGE):
            note = _("It was too large to be fetched: %(size)s MB. Ask the sender to send it in parts.") % {
                "size": size // 1024 // 1024
            }
    try:
        return int(take_in(raw, note=note) is not None)
    except OperationalError:
        raise
    except Exception:
        logger.exception("A mail could not be taken in; it stays unseen: %s", uid)
        return None


def _size(answer: list[Any]) -> int:
    text = b" ".join(one[0] if isinstance(one, tuple) else one for one in answer if one)
    found = re.search(rb"RFC822\.SIZE (\d+)", text)
    return int(found[1]) if found else 0
