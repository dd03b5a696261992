"""Measurements. A figure in the docs comes from here; no test depends on one."""

import gc
import resource
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.management.bench_cases import CASES as HOW_MANY_CASES
from home.management.bench_cases import measure_cases
from home.management.bench_money import measure_contributions, measure_elsewhere

ROUNDS = 30
CONTRIBUTIONS, CASES = "contributions", "cases"


def cpu_seconds() -> float:
    """Processor time of this process so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Command(BaseCommand):
    """`manage.py bench [name]`: queries, bytes and processor time of the pages people see most.

    `bench contributions` is for itself: lists, exports, payments and bulk invoicing with 100,000 contributions, in a
    database that is made for it and thrown away. So is `bench cases`: the case work with 100,000 cases and a million
    activities, beside Wagtail's own list of the same rows.
    """

    # The checks would read all addresses, before Wagtail's own list of cases has one.
    requires_system_checks = []
    help = "Queries, bytes and processor time per page, on the demo world."

    def add_arguments(self, parser):
        """Which page; all when empty."""
        parser.add_argument("name", nargs="?", default="")
        parser.add_argument(
            "--in-this-database", action="store_true", help="contributions, cases: fill this one, which is thrown away"
        )
        parser.add_argument("--cases", type=int, default=HOW_MANY_CASES, help="cases: how many, ten activities each")

    def handle(self, *args, name="", **options):
        """Prints a line a page. Raises CommandError for a name nobody measures."""
        if not settings.DEMO:
            raise CommandError("The bench measures the demo world.")
        if name == CONTRIBUTIONS:
            if options["in_this_database"]:
                measure_contributions(self.stdout.write)
            else:
                measure_elsewhere(Path(settings.ROOT) / "manage.py")
            return
        if name == CASES:
            if options["in_this_database"]:
                measure_cases(self.stdout.write, options["cases"])
            else:
                measure_elsewhere(Path(settings.ROOT) / "manage.py", CASES, "--cases", str(options["cases"]))
            return
        chosen = {key: get for key, get in self._pages().items() if name in key}
        if not chosen:
            known = ", ".join([*self._pages(), CONTRIBUTIONS, CASES])
            raise CommandError(f"Nothing is called {name!r}. There are: {known}")
        self.stdout.write(f"{'page':<22}{'status':>7}{'queries':>9}{'kB':>8}{'ms CPU':>9}")
        for key, get in chosen.items():
            get()
            with CaptureQueriesContext(connection) as queries:
                response = get()
            asked = len(queries)  # now: what comes later pushes these out of the connection's log
            gc.collect()
            began = cpu_seconds()
            for _round in range(ROUNDS):
                get()
            spent = (cpu_seconds() - began) / ROUNDS * 1000
            size = len(response.content) / 1000
            self.stdout.write(f"{key:<22}{response.status_code:>7}{asked:>9}{size:>8.1f}{spent:>9.1f}")

    def _pages(self) -> dict[str, Callable]:
        from accounts.models import User
        from prospects.models import Handover, PrivateLink, Prospect

        from .shots import ADVISER, MEMBER
        from .shots import Command as Shots

        host = {"host": "127.0.0.1"}
        anonymous = Client(headers=host)

        def as_user(email: str) -> Client:
            client = Client(headers=host)
            cookie = Shots()._cookie(User.objects.get(email=email).email)
            client.cookies[cookie["name"]] = cookie["value"]
            return client

        member, adviser = as_user(MEMBER), as_user(ADVISER)
        offered = Handover.objects.filter(firm__slug="elvebris", status="offered").first()
        case = Prospect.objects.filter(stage="qualified").first()
        if offered is None or case is None:
            raise CommandError("Load the demo first:  ./run manage load_demo")
        token = PrivateLink.issue(case)
        paths = {
            "front": (anonymous, "/"),
            "front-en": (anonymous, "/en/"),
            "news": (anonymous, "/nyheter/"),
            "partners": (anonymous, "/partnere/"),
            "interest form": (anonymous, "/interesse/"),
            "private page": (anonymous, reverse("private:page", args=[token])),
            "portal home": (member, reverse("portal:home")),
            "portal prospects": (member, reverse("portal:prospects")),
            "portal handover": (member, reverse("portal:handover", args=[offered.pk])),
            "admin prospects": (adviser, reverse("prospects:index")),
            "admin case": (adviser, reverse("prospects:case", args=[case.pk])),
        }
        return {key: (lambda client=client, path=path: client.get(path)) for key, (client, path) in paths.items()}
