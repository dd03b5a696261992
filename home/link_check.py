"""Whether the links to other sites still work: tried by the background worker, a few at a time, once a week.

Editors write the addresses, and our server asks: so it asks nobody inside our own network. The name is looked up once,
every address it has must be a public one, and the connection goes to just that address.
"""

import http.client
import ipaddress
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .models.links import LinkCheck
from .page_links import published_links

AT_ONCE = 4
TIMEOUT = 5.0  # seconds for each step: to connect, and to answer
REDIRECTS = 5
EVERY = timedelta(days=7)
GIVEN_UP_AFTER = timedelta(hours=2)  # a run the worker never finished holds up no other
AGENT = "Mozilla/5.0 (compatible; Doropner link check)"
# Not the answer to a question with HEAD, or for robots only: asked again with GET.
ASK_AGAIN = {400, 401, 403, 404, 405, 406, 409, 429, 500, 501, 502, 503}
# The site is there and wants a login, or fewer questions: no broken link.
ALIVE = {401, 403, 429, 451, 999}


class _Refused(Exception):
    """Why an address is not asked, or what went wrong: one of the words of `LinkCheck.error`."""


class _Http(http.client.HTTPConnection):
    def __init__(self, host: str, port: int, address: str):
        super().__init__(host, port, timeout=TIMEOUT)
        self.address = address

    def connect(self) -> None:
        """To the address that was looked at, not to whatever the name means by now."""
        self.sock = socket.create_connection((self.address, self.port), self.timeout)


class _Https(_Http):
    def connect(self) -> None:
        """The same, with TLS for the name."""
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def address_of(host: str, port: int) -> str:
    """The address to connect to. Raises _Refused for a name without one, or with one that is not public."""
    try:
        found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise _Refused("dns") from None
    if not getattr(settings, "LINK_CHECK_ASKS_PRIVATE_ADDRESSES", False):
        for one in found:
            address = ipaddress.ip_address(one.split("%")[0])
            mapped = getattr(address, "ipv4_mapped", None)
            if not (mapped or address).is_global or address.is_multicast:
                raise _Refused("private")
    return found[0]


def ask(url: str) -> tuple[int, str]:
    """What the address answers: the code (0 without an answer) and what is wrong ("" when it works)."""
    try:
        code = _follow(url, "HEAD")
        if code in ASK_AGAIN:
            code = _follow(url, "GET")
    except _Refused as refused:
        return 0, str(refused)
    except ssl.SSLError:
        return 0, "tls"
    except TimeoutError:
        return 0, "timeout"
    except ConnectionRefusedError:
        return 0, "refused"
    except (OSError, http.client.HTTPException, ValueError):
        return 0, "connection"
    return code, "" if code < 400 or code in ALIVE else "http"


def _follow(url: str, method: str) -> int:
    for _step in range(REDIRECTS + 1):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _Refused("address")
        is_tls = parts.scheme == "https"
        port = parts.port or (443 if is_tls else 80)
        host = parts.hostname.encode("idna").decode()
        connection = (_Https if is_tls else _Http)(host, port, address_of(host, port))
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
        try:
            connection.request(method, path + query, headers={"User-Agent": AGENT, "Accept": "*/*"})
            answer = connection.getresponse()
            target = answer.getheader("Location")
        finally:
            connection.close()
        if answer.status not in (301, 302, 303, 307, 308) or not target:
            return answer.status
        url = urljoin(url, target)
    raise _Refused("redirects")


# --- All of them ----------------------------------------------------------------------------------------------------
def collect() -> int:
    """Write down every address that published pages link to, forget those that none links to; returns how many."""
    urls = {link.target[:1000] for link in published_links() if link.kind == "url"}
    known = set(LinkCheck.objects.values_list("url", flat=True))
    gone = known - urls
    LinkCheck.objects.filter(url__in=gone).delete()
    LinkCheck.objects.bulk_create([LinkCheck(url=url) for url in sorted(urls - known)], ignore_conflicts=True)
    return len(urls)


def check_all(began: datetime) -> int:
    """Try every link not tried since `began`; returns how many. Interrupted and run again, it goes on where it was."""
    collect()
    waiting = list(LinkCheck.objects.untried_since(began))
    with ThreadPoolExecutor(AT_ONCE) as crew:
        # Only the asking is done side by side; what they answer is stored here, on one connection.
        for check, (code, error) in zip(waiting, crew.map(lambda one: ask(one.url), waiting), strict=True):
            check.note(code, error)
    return len(waiting)


@task(backend="jobs")
def check_links(began: str) -> int:
    """All links, in the background."""
    return check_all(datetime.fromisoformat(began))


@dataclass(frozen=True)
class Progress:
    """How far the newest run has come."""

    began: datetime | None
    is_running: bool
    done: int
    total: int

    @property
    def percent(self) -> int:
        """Whole per cent."""
        return 100 * self.done // self.total if self.total else 0


def _newest_run() -> DBTaskResult | None:
    path = check_links.module_path
    return DBTaskResult.objects.filter(task_path=path).order_by("-enqueued_at").first()


def progress(now: datetime | None = None) -> Progress:
    """How far the newest run has come; one the worker never took or finished counts for two hours."""
    run = _newest_run()
    total = LinkCheck.objects.count()
    if run is None:
        return Progress(None, False, 0, total)
    waits = run.status in (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    is_running = waits and run.enqueued_at > (now or timezone.now()) - GIVEN_UP_AFTER
    return Progress(
        run.enqueued_at, is_running, LinkCheck.objects.filter(checked_at__gte=run.enqueued_at).count(), total
    )


def start_check() -> bool:
    """Have the worker try all links; False when it is at it already."""
    if progress().is_running:
        return False
    check_links.enqueue(timezone.now().isoformat())
    return True


def check_when_due(now: datetime | None = None) -> int:
    """Start the weekly run when it is due; returns 1 when it did. A demo asks nobody by itself."""
    if settings.DEMO:
        return 0
    moment = now or timezone.now()
    began = progress(moment).began
    if began is not None and began > moment - EVERY:
        return 0
    return int(start_check())
