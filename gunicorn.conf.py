"""gunicorn, for the demo and for production. What differs between installations comes from the environment."""

import logging
import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(_ROOT))

from gunicorn.glogging import Logger  # noqa: E402

from common.logs import HideSecrets, hide_secrets  # noqa: E402

chdir = str(_ROOT)
pythonpath = str(_ROOT / "site")  # a folder on the path, never a package
wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")

# Threads wait for the database and for mail servers; processes use the cores.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", min(4, (os.cpu_count() or 1) + 1)))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # Django is imported once, before the workers are forked
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a heartbeat must not wait for a disk
control_socket_disable = True  # it would lie in the home folder, shared by every site of one account

timeout = 60  # a worker that is silent for so long is replaced
graceful_timeout = 30  # what is being answered at a restart may be finished
keepalive = 5
max_requests, max_requests_jitter = 5_000, 500
limit_request_line = 8_190
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")

accesslog = "-"
errorlog = "-"
loglevel = os.environ.get("LOG_LEVEL", "info")
# No address of a person, no query string, no referrer: the proxy in front keeps what the law lets it keep.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s B %(M)s ms'


def when_ready(server):
    """Read the table of addresses before the workers are forked: once, and before the first visitor waits for it."""
    from django.db import connections
    from django.urls import get_resolver

    len(get_resolver().url_patterns)
    connections.close_all()  # a connection must never be shared by two processes


class DiscreetLogger(Logger):
    """Paths such as /mitt/… open somebody's private page, so the secret part is never written down."""

    def setup(self, cfg):
        """Send everything to standard output, through the filter that blackens secrets."""
        super().setup(cfg)
        for logger in (self.error_log, self.access_log):
            for handler in logger.handlers:
                handler.addFilter(HideSecrets())
                if type(handler) is logging.StreamHandler:
                    handler.setStream(sys.stdout)

    def atoms(self, resp, req, environ, request_time):
        """What the access log may use, without secrets whatever the format asks for."""
        found = super().atoms(resp, req, environ, request_time)
        path = hide_secrets(found["U"] or "")
        plain = {name: value for name, value in found.items() if not name.startswith("{")}  # no headers, no variables
        return {**plain, "U": path, "r": f"{found['m']} {path} {found['H']}", "q": "-", "f": "-"}


logger_class = DiscreetLogger
