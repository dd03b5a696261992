"""Logs a machine can read and a stranger may see: no tokens, no bodies."""

import logging
import re
from typing import Any

import structlog

_SECRET_PATH = re.compile(r"(/(?:mitt|portal/invitasjon|konto/password/reset/key|konto/confirm-email)/)[^/\s\"?]+")

# A key in quotes, as an error message cites it: 22 letters for a private link, 32 for an invitation.
_QUOTED_KEY = re.compile(r"(['\"])(?:[\w-]{22}|[\w-]{32})\1")


class HideSecrets(logging.Filter):
    """Blackens the secret part of private addresses in whatever is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message in place; always lets it through."""
        text = record.getMessage()
        hidden = hide_secrets(text)
        if hidden != text:
            record.msg, record.args = hidden, ()
        return True


def hide_secrets(text: str) -> str:
    """`text` with the tokens of private links, invitations and password resets replaced by three dots."""
    return _QUOTED_KEY.sub(r"\1…\1", _SECRET_PATH.sub(r"\1…", text))


def formatter() -> logging.Formatter:
    """One JSON object a line: time, level, logger, event."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
            lambda _logger, _name, line: hide_secrets(str(line)),
        ],
    )
