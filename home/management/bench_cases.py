"""What 100,000 cases with a million activities cost, page by page, beside Wagtail's own list of the same rows.

Everything happens in a database of its own, which is thrown away. What a page asks of a few is the most it may ask of
many. CPU is that of this process, the mean of some rounds, with the second of two first requests not counted.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from partners.models import PartnerFirm
from prospects.models import Activity, Contact, Handover, Prospect, Task
from prospects.services import SORTS, Chosen
from register.models import FocusIndustry

from .bench_money import cost

FEW, CASES, ACTIVITIES_EACH, HANDOVERS, TASKS = 60, 100_000, 10, 500, 20_000
ROUNDS, BATCH = 5, 5_000
GOAL = 10
"""The list is to cost a tenth of Wagtail's own."""
SNIPPETS = "/admin/bench-prospekter/"
_STAGES = ("new",) * 5 + ("qualified",) * 3 + ("contacted",) * 3 + ("shown", "deciding", "established")
_WORDS = (
    *("ringte", "lokaler", "møte", "styret", "leie", "østlige", "areal"),
    *("havna", "tilbud", "kommunen", "visning", "strøm", "tomt", "ansatte", "skole"),
)


@dataclass
class Bench:
    """One measurement: where its lines go, and what it found wrong."""

    write: Callable[[str], object]
    few: dict[str, int] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def add_snippet_list() -> None:
    """Wagtail's own list of the same rows, for this process only. Call it before any address is looked up."""
    from wagtail.snippets.models import register_snippet
    from wagtail.snippets.views.snippets import SnippetViewSet

    class BenchViewSet(SnippetViewSet):
        model = Prospect
        base_url_path = SNIPPETS.removeprefix("/admin/").strip("/")
        add_to_admin_menu = False
        list_per_page = 25
        list_display = ["company_name", "stage", "standing", "industry", "employees", "source", "adviser"]
        list_filter = ["stage", "standing", "source"]
        search_fields = ["company_name"]
        search_backend_name = None

        def get_queryset(self, request):
            return Prospect.objects.select_related("industry", "adviser")

    register_snippet(BenchViewSet)


def measure_cases(write: Callable[[str], object], cases: int = CASES) -> None:
    """Fill this database and measure; a line for each page. Raises CommandError when a ceiling is broken."""
    from .commands.shots import ADVISER, MEMBER

    add_snippet_list()
    bench = Bench(write)
    adviser, member = User.objects.get(email=ADVISER), User.objects.get(email=MEMBER)
    clients = {"staff": _client(adviser), "portal": _client(member)}
    case = Prospect.objects.filter(stage="qualified", standing="ongoing").order_by("pk").first()
    if case is None:
        raise CommandError("Load the demo first:  ./run manage load_demo")
    pages = _pages(case)
    write(f"{'page':<28}{'rows':>9}{'queries':>9}{'ceiling':>9}{'ms CPU':>9}{'kB':>8}")
    _fill(FEW, adviser, member, case)
    few = {name: _ask(bench, clients[who], name, path, f"{FEW}") for name, (who, path) in pages.items()}
    # Of a few, a far page is empty and asks less: what any page of its kind asks is the ceiling.
    kind = {name: name.split(",")[0] for name in pages}
    bench.few = {name: max(few[other] for other in pages if kind[other] == kind[name]) for name in pages}
    with cost() as spent:
        _fill(cases, adviser, member, case)
    write(f"filled in {spent.ms / 1000:.0f} s")
    for name, (who, path) in pages.items():
        asked = _ask(bench, clients[who], name, path, f"{cases}")
        if "Wagtail" not in name and asked > bench.few[name]:
            bench.wrong.append(f"{name} asks {asked} times, {bench.few[name]} of a few")
    ours, theirs = bench.cpu["list, page 1,900"], bench.cpu["Wagtail's list, page 1,900"]
    write(f"the list costs 1/{theirs / ours:.1f} of Wagtail's at page 1,900 (goal: 1/{GOAL})")
    ours, theirs = bench.cpu["list, page 1"], bench.cpu["Wagtail's list, page 1"]
    write(f"the list costs 1/{theirs / ours:.1f} of Wagtail's at page 1")
    for name, sql in _scans(adviser):
        bench.wrong.append(f"{name} counts or sorts everything: {sql}")
    if bench.wrong:
        raise CommandError("\n".join(["Not as it must be:", *bench.wrong]))


def _client(person: User) -> Client:
    from .commands.shots import Command as Shots

    client = Client(headers={"host": "127.0.0.1"})
    cookie = Shots()._cookie(person.email)
    client.cookies[cookie["name"]] = cookie["value"]
    return client


def _pages(case: Prospect) -> dict[str, tuple[str, str]]:
    index = reverse("prospects:index")
    return {
        "my day": ("staff", reverse("prospects:my_day")),
        "everybody's day": ("staff", reverse("prospects:my_day") + "?alle=1"),
        "board": ("staff", reverse("prospects:board")),
        "board, filtered": ("staff", reverse("prospects:board") + "?country=SE&source=event"),
        "list, page 1": ("staff", index),
        "list, page 1,900": ("staff", f"{index}?p=1900"),
        "list, three filters": ("staff", f"{index}?stage=shown&country=SE&source=event"),
        "list, by value, page 500": ("staff", f"{index}?sort=verdi&p=500"),
        "list, searched": ("staff", f"{index}?q=bedrift"),
        "case": ("staff", reverse("prospects:case", args=[case.pk])),
        "search, a common word": ("staff", reverse("prospects:find") + "?q=lokaler"),
        "search, three words": ("staff", reverse("prospects:find") + "?q=m%C3%B8te+havna+%C3%B8st"),
        "search, nothing": ("staff", reverse("prospects:find") + "?q=xyzzy"),
        "portal inbox": ("portal", reverse("portal:prospects")),
        "Wagtail's list, page 1": ("staff", SNIPPETS),
        "Wagtail's list, page 1,900": ("staff", f"{SNIPPETS}?p=1900"),
    }


def _ask(bench: Bench, client: Client, name: str, path: str, rows: str) -> int:
    """Ask for a page; a line of the table. Returns how often it asked the database."""
    client.get(path)
    with cost() as spent:
        response = client.get(path)
    if response.status_code != 200:
        bench.wrong.append(f"{name} answers {response.status_code}")
    gc.collect()
    began = time.process_time()
    for _round in range(ROUNDS):
        client.get(path)
    bench.cpu[name] = ms = (time.process_time() - began) / ROUNDS * 1000
    ceiling = bench.few.get(name, "")
    size = len(response.content) / 1000
    bench.write(f"{name:<28}{rows:>9}{spent.queries:>9}{ceiling!s:>9}{ms:>9.0f}{size:>8.0f}")
    return spent.queries


def _scans(adviser: User) -> Iterator[tuple[str, str]]:
    """Orders of the list for which the database would sort the table (SQLite tells)."""
    if connection.vendor != "sqlite":
        return
    for sort in SORTS:
        plan = Chosen.read({"sort": sort}).cases(adviser).values_list("pk", flat=True)[:25].explain()
        if "TEMP B-TREE" in plan:
            yield f"the list by {sort}", plan


def _fill(cases: int, adviser: User, member: User, case: Prospect) -> None:
    """Cases as a programme of many years would have them; the same every time."""
    chance, now = random.Random(5), timezone.now()  # noqa: S311 - a bench, not a secret
    industries = list(FocusIndustry.objects.values_list("pk", flat=True))
    advisers = [adviser.pk, *User.objects.exclude(pk=adviser.pk).order_by("pk").values_list("pk", flat=True)[:4], None]
    first = (Prospect.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1

    def one(number: int) -> Prospect:
        created = now - timedelta(minutes=30 * (cases - number))
        has_ended = chance.random() < 0.3
        waits = not has_ended and chance.random() < 0.02
        return Prospect(
            pk=first + number,
            company_name=f"Bedrift {number} {chance.choice(_WORDS).title()} AS",
            country="SE" if chance.random() < 0.1 else "NO",
            industry_id=chance.choice(industries),
            adviser_id=chance.choice(advisers),
            **{"employees": "10-19", "area": "300_999", "time_frame": "year", "readiness": "comparing"},
            source=chance.choice(("form", "event", "own", "target_list")),
            stage=chance.choice(_STAGES),
            standing="lost" if has_ended else "ongoing",
            standing_reason="Valgte et annet sted." if has_ended else "",
            created_at=created,
            answer_due_at=created + timedelta(days=1),
            answered_at=None if waits else created + timedelta(hours=3),
            spoken_at=created + timedelta(days=2),
            value_score=chance.randrange(100),
        )

    def text() -> str:
        return " ".join(chance.choices(_WORDS, k=12))

    def spoken(key: int, hours: int) -> Activity:
        return Activity(prospect_id=key, kind="call", text=text(), by=adviser, happened_at=now - timedelta(hours=hours))

    for start in range(0, cases, BATCH):
        keys = range(first + start, first + min(start + BATCH, cases))
        Prospect.objects.bulk_create(one(key - first) for key in keys)
        Contact.objects.bulk_create(
            Contact(prospect_id=key, name=f"Person {key}", email=f"p{key}@x.example") for key in keys
        )
        Activity.objects.bulk_create(
            (spoken(key, key % 9000) for key in keys for _each in range(ACTIVITIES_EACH)),
            batch_size=BATCH,
        )
    Activity.objects.bulk_create(spoken(case.pk, hours) for hours in range(300))
    tasks = Task.objects.bulk_create(
        Task(prospect_id=first + n % cases, text=text(), due_at=now + timedelta(hours=n - 50))
        for n in range(min(TASKS, cases))
    )
    through = Task.assignees.through
    through.objects.bulk_create(
        (through(task_id=one.pk, user_id=adviser.pk) for one in tasks[: len(tasks) // 4]), batch_size=BATCH
    )
    firm = PartnerFirm.objects.filter(memberships__user=member).order_by("pk")[0]
    Handover.objects.bulk_create(
        Handover(
            prospect_id=first + n,
            firm=firm,
            status="offered",
            handed_over_by=adviser,
            consented_at=now,
            answer_due_at=now + timedelta(days=3),
        )
        for n in range(min(HANDOVERS, cases))
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
