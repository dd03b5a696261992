"""A mail server for tests: speaks SMTP, keeps what it gets, and can refuse."""

import email
import email.policy
import socket
import time
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class Sink:
    """Keeps every mail in `mails`; answers 451 while `refuses` is true."""

    def __init__(self):
        self.mails: list[EmailMessage] = []
        self.refuses = False
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server, session, envelope):
        """Called by the server for each mail."""
        if self.refuses:
            return "451 Try again later"
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_args):
        self._controller.stop()

    def wait_for(self, to: str, subject: str = "", seconds: float = 20) -> EmailMessage:
        """The newest mail to `to` whose subject has `subject` in it. Raises AssertionError when none comes in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for mail in reversed(self.mails):
                if to in str(mail["to"]) and subject in str(mail["subject"]):
                    return mail
            time.sleep(0.1)
        raise AssertionError(f"no mail to {to} with {subject!r}: {[(m['to'], m['subject']) for m in self.mails]}")


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    body = mail.get_body(preferencelist=("plain",))
    assert body is not None
    return body.get_content()
