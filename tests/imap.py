"""A mailbox for tests: speaks as much IMAP (RFC 3501) as a client that fetches mail needs, and can fail.

`Mailbox(mails)` keeps (flags, content) by UID. `password` is what it lets in; `breaks_on` is a word of the command at
which it drops the connection, the first time it hears it; `claims` is a size it claims for every mail; `context` makes
it speak TLS from the first byte.
"""

import re
import socketserver
import ssl
import threading


def wire(content: bytes) -> bytes:
    """A mail as it is sent: every line ends with CR LF."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


class Mailbox:
    """One folder, INBOX."""

    def __init__(self, *contents: bytes, password: str = "sesam", context: ssl.SSLContext | None = None):
        self.mails: dict[int, tuple[set[str], bytes]] = {
            uid: (set(), wire(content)) for uid, content in enumerate(contents, 1)
        }
        self.password = password
        self.breaks_on = ""
        self.claims = 0
        self.said: list[str] = []
        self._context = context
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.box = self
        self.port: int = self._server.server_address[1]

    def put(self, content: bytes) -> int:
        """One more mail; returns its UID."""
        uid = max(self.mails, default=0) + 1
        self.mails[uid] = (set(), wire(content))
        return uid

    def flags(self, uid: int) -> set[str]:
        """What the mail is marked as."""
        return self.mails[uid][0]

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_args):
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    box: Mailbox

    def handle_error(self, request, client_address):
        """A client that hangs up is no news."""


class _Session(socketserver.StreamRequestHandler):
    def setup(self):
        if self.server.box._context is not None:
            self.request = self.server.box._context.wrap_socket(self.request, server_side=True)
        super().setup()

    def say(self, text: bytes | str) -> None:
        self.wfile.write(text.encode() if isinstance(text, str) else text)

    def handle(self):
        box = self.server.box
        self.logged_in = self.selected = False
        self.say("* OK IMAP4rev1 ready\r\n")
        while line := self.rfile.readline().decode("utf-8", "replace").strip():
            tag, _space, rest = line.partition(" ")
            box.said.append(rest.split(" ")[0] if rest.upper().startswith("LOGIN") else rest)
            if box.breaks_on and box.breaks_on in rest.upper():
                box.breaks_on = ""
                return
            if not self.answer(box, tag, rest):
                return

    def answer(self, box: Mailbox, tag: str, rest: str) -> bool:
        """Answer one command; False ends the connection."""
        verb = rest.split(" ")[0].upper()
        if verb == "CAPABILITY":
            self.say(f"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n")
        elif verb == "LOGOUT":
            self.say(f"* BYE bye\r\n{tag} OK done\r\n")
            return False
        elif verb == "LOGIN":
            self.logged_in = rest.endswith(f'"{box.password}"')
            self.say(f"{tag} OK in\r\n" if self.logged_in else f"{tag} NO [AUTHENTICATIONFAILED] not {rest}\r\n")
        elif not self.logged_in:
            self.say(f"{tag} BAD log in first\r\n")
        elif verb == "SELECT":
            self.selected = '"INBOX"' in rest
            self.say(
                f"* {len(box.mails)} EXISTS\r\n{tag} OK [READ-WRITE] done\r\n"
                if self.selected
                else f"{tag} NO none\r\n"
            )
        elif not self.selected:
            self.say(f"{tag} BAD select first\r\n")
        elif verb == "EXPUNGE":
            box.mails = {uid: mail for uid, mail in box.mails.items() if "\\Deleted" not in mail[0]}
            self.say(f"{tag} OK done\r\n")
        elif verb == "UID":
            self.uid(box, tag, rest[4:])
        else:
            self.say(f"{tag} BAD what\r\n")
        return True

    def uid(self, box: Mailbox, tag: str, rest: str) -> None:
        verb = rest.split(" ")[0].upper()
        if verb == "SEARCH":
            assert rest == "SEARCH UNSEEN UNDELETED", rest
            found = [uid for uid, (flags, _c) in box.mails.items() if not flags & {"\\Seen", "\\Deleted"}]
            self.say(f"* SEARCH {' '.join(map(str, found))}\r\n{tag} OK done\r\n")
            return
        number = int(rest.split(" ")[1])
        if number in box.mails and verb == "STORE":
            box.mails[number][0].update(re.findall(r"\\\w+", rest))
        elif number in box.mails and verb == "FETCH":
            content = box.mails[number][1]
            if "RFC822.SIZE" in rest:
                self.say(f"* {number} FETCH (UID {number} RFC822.SIZE {box.claims or len(content)})\r\n")
            else:
                part = "BODY[HEADER]" if "HEADER" in rest else "BODY[]"
                if part == "BODY[HEADER]":
                    content = content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
                self.say(f"* {number} FETCH (UID {number} {part} {{{len(content)}}}\r\n")
                self.say(content)
                self.say(")\r\n")
        self.say(f"{tag} OK done\r\n")
