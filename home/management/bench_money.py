"""What 100,000 contributions cost: lists, exports, a file of payments, bulk invoicing with a stop in the middle.

Everything happens in a database and a folder of their own, which are thrown away. What a list or an export asks for
60 rows is the most it may ask for 100,000; what breaks that, or doubles an invoice or a payment, is an error.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common.kid import numbered_kid
from common.workflow import TransitionError
from partners.models import Agreement, Contribution, Invoice, InvoiceLine, InvoiceRun, MoneyEntry, PaymentRow
from partners.services import (
    carry_on,
    import_payments,
    match_waiting,
    resume_invoice_run,
    start_invoice_run,
    stop_invoice_run,
    wrong_balances,
)

FEW, HOW_MANY, AT_ONCE = 60, 100_000, 5_000
FILE_SIZE, RUN_SIZE, RUN_YEAR = 5_000, 2_000, 2099
# An export streams its rows, and asks once more for every 500 of them.
CHUNK, ASKED_PER_CHUNK = 500, 1
PATIENCE = 1_800
PAGES = {
    "register": "/admin/partnerbidrag/",
    "register, last page": "/admin/partnerbidrag/?p=2000",
    "register, filtered": "/admin/partnerbidrag/?status=invoiced&year=2031",
    "register, searched": "/admin/partnerbidrag/?q=AS",
    "register, a KID": "/admin/partnerbidrag/?q={kid}",
    "sums": "/admin/bidrag/summer/",
    "payments": "/admin/bidrag/innbetalinger/",
    "portal list": "/portal/bidrag/",
    "value ledger": "/portal/regnskap/",
    "export csv": "/admin/bidrag/eksport/?first={day}&last={day}&form=csv",
    "export xlsx": "/admin/bidrag/eksport/?first={day}&last={day}&form=xlsx",
}
Write = Callable[[str], object]


def measure_elsewhere(manage: Path, name: str = "contributions", *more: str) -> None:
    """Make a database and a folder, load the demo, measure there, and throw both away. Raises CommandError.

    SQLite, or the empty PostgreSQL database that BENCH_DATABASE_URL names.
    """
    with tempfile.TemporaryDirectory(prefix="doropner-bench-") as folder:
        url = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
        environment = {**os.environ, "DOROPNER_VAR": folder, "DATABASE_URL": url}
        for command in (["migrate", "-v0"], ["load_demo"], ["bench", name, "--in-this-database", *more]):
            told = subprocess.run([sys.executable, str(manage), *command], env=environment, check=False)  # noqa: S603
            if told.returncode:
                raise CommandError(f"It ended at: {' '.join(command)}")


@dataclass
class Cost:
    """Queries, milliseconds, and by how many MB the process grew at its peak (nothing where /proc is not)."""

    queries: int = 0
    ms: float = 0
    mb: float | None = None


@contextmanager
def cost() -> Iterator[Cost]:
    """Measures what happens inside it, on this thread's connection."""
    found = Cost()

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        found.queries += 1
        return execute(sql, params, many, context)

    before = _memory("VmRSS", reset=True)
    began = time.monotonic()
    with connection.execute_wrapper(count):
        yield found
    found.ms = (time.monotonic() - began) * 1000
    after = _memory("VmHWM")
    found.mb = None if before is None or after is None else (after - before) / 1000


def _memory(name: str, *, reset: bool = False) -> int | None:
    try:
        if reset:  # the peak so far is forgotten (proc(5), clear_refs)
            Path("/proc/self/clear_refs").write_text("5")
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), None)


@dataclass
class Bench:
    """One measurement: where its lines go, what it found wrong, and what was asked while there was little."""

    write: Write
    manager: User
    member: User
    wrong: list[str] = field(default_factory=list)
    asked_of_few: dict[str, int] = field(default_factory=dict)

    def row(self, name: str, spent: Cost, said: object = "", most: object = "") -> None:
        """A line of the table."""
        mb = "" if spent.mb is None else f"{spent.mb:.1f}"
        self.write(f"{name:<26}{said!s:>10}{spent.queries:>9}{most!s:>9}{spent.ms:>10.0f}{mb:>8}")

    def must(self, is_so: bool, what: str) -> None:
        """Note what is not as it must be."""
        if not is_so:
            self.wrong.append(what)


def people() -> tuple[User, User]:
    """A programme manager, and an administrator of a firm with a running agreement. Raises CommandError."""
    manager = User.objects.filter(groups__name=Role.PROGRAMME_MANAGER).order_by("pk").first()
    seats = User.objects.filter(memberships__status="active", memberships__role="administrator")
    member = seats.filter(memberships__firm__agreements__status="running").order_by("pk").first()
    if manager is None or member is None:
        raise CommandError("Load the demo first:  ./run manage load_demo")
    return manager, member


def measure_contributions(write: Write) -> None:
    """Fill this database and measure; a line for each thing. Raises CommandError when a ceiling or a sum is broken."""
    bench = Bench(write, *people())
    write(f"{'what':<26}{'answer':>10}{'queries':>9}{'ceiling':>9}{'ms':>10}{'MB':>8}")
    _fill(bench, 0, FEW)
    _pages(bench, is_few=True)
    few = _file(bench, 0, FEW)
    with cost() as spent:
        _fill(bench, FEW, HOW_MANY)
    bench.row("filled", spent, HOW_MANY)
    _pages(bench, is_few=False)
    many = _file(bench, FEW, FILE_SIZE)
    bench.must(many <= few + 1, f"a payment asks {many:.1f} times in a large file, {few:.1f} in a small one")
    _run(bench)
    with cost() as spent:
        wrong = wrong_balances()
    bench.row("balances checked", spent, len(wrong))
    bench.must(not wrong, f"{len(wrong)} balances are not the sum of their rows")
    if bench.wrong:
        raise CommandError("\n".join(["Not as it must be:", *bench.wrong]))


def _fill(bench: Bench, first: int, last: int) -> None:
    """Contributions `first` to `last`, each with its invoice; the first ones are of the member's own firm."""
    agreements = list(Agreement.objects.filter(status="running").order_by("pk"))
    own = next(one for one in agreements if one.firm.memberships.filter(user=bench.member).exists())
    today = timezone.localdate()
    for start in range(first, last, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, last))
        of = [own if number < FEW else agreements[number % len(agreements)] for number in numbers]
        made = Contribution.objects.bulk_create(
            Contribution(
                agreement=agreement,
                firm_id=agreement.firm_id,
                year=2030 + number % 40,
                number=1 + number // 40,
                of=1 + HOW_MANY // 40,
                amount=Decimal(1_000 + number % 50),
                balance=Decimal(1_000 + number % 50),
                due_on=date(2030, 1, 1) + timedelta(days=number % 14_600),
                status=Contribution.Status.INVOICED,
                kid=numbered_kid(5_000_000 + number),
            )
            for number, agreement in zip(numbers, of, strict=True)
        )
        entries = MoneyEntry.objects.bulk_create(
            MoneyEntry(contribution=one, kind="invoice", amount=one.amount, booked_on=today) for one in made
        )
        invoices = Invoice.objects.bulk_create(
            Invoice(
                number=5_000_000 + number,
                contribution=one,
                entry=entry,
                issued_on=today,
                due_on=one.due_on,
                kid=one.kid or "",
                account_number="99990000006",
                seller={},
                buyer={"name": "Målt AS"},
                net=one.amount,
                vat=0,
                gross=one.amount,
            )
            for number, one, entry in zip(numbers, made, entries, strict=True)
        )
        InvoiceLine.objects.bulk_create(
            InvoiceLine(invoice=one, text="Partnerbidrag", price=one.net, net=one.net, vat_category="O")
            for one in invoices
        )


def _client(person: User) -> Client:
    from .commands.shots import Command as Shots

    client = Client(headers={"host": "127.0.0.1"})
    cookie = Shots()._cookie(person.email)
    client.cookies[cookie["name"]] = cookie["value"]
    return client


def _pages(bench: Bench, *, is_few: bool) -> None:
    """Lists and exports. Asked of a few they give the ceiling, asked of many they must keep it."""
    manager, member = _client(bench.manager), _client(bench.member)
    rows = FEW if is_few else HOW_MANY
    for name, template in PAGES.items():
        path = template.format(day=timezone.localdate(), kid=numbered_kid(5_000_001))
        client = member if path.startswith("/portal") else manager
        if not name.startswith("export"):
            client.get(path)  # what is remembered from the first time on
        with cost() as spent:
            response = client.get(path)
            parts: Any = getattr(response, "streaming_content", None)
            size = sum(map(len, parts)) if parts is not None else len(response.content)
            response.close()
        bench.must(response.status_code == 200, f"{name} answers {response.status_code}")
        if is_few:
            bench.asked_of_few[name] = spent.queries
            continue
        most = bench.asked_of_few[name]
        if name.startswith("export"):
            most += ASKED_PER_CHUNK * (rows // CHUNK)
        bench.row(name, spent, f"{size / 1000:.0f} kB", most)
        bench.must(spent.queries <= most, f"{name} asks {spent.queries} times, {most} at most")


def _file(bench: Bench, first: int, count: int) -> float:
    """Read a file of so many payments and match it; returns how often a payment asks. Again, it books nothing."""
    kids = [numbered_kid(5_000_000 + number) for number in range(first, first + count)]
    sums = {kid: Decimal(1_000 + number % 50) for number, kid in enumerate(kids, start=first)}
    day = timezone.localdate().strftime("%d.%m.%Y")
    lines = [f"{day};{sums[kid]};{kid};BENCH-{kid};Betaler AS" for kid in kids]
    content = "\r\n".join(["Dato;Beløp;KID;Arkivref;Navn", *lines]).encode()
    with cost() as stored:
        file = import_payments(f"{count}.csv", content, by=bench.manager)
    with cost() as matched:
        ended = match_waiting(file.pk)
    bench.row(f"file of {count}, stored", stored)
    bench.row(f"file of {count}, matched", matched, ended)
    again = import_payments(f"{count}-again.csv", content + b"\r\n", by=bench.manager)
    match_waiting(file.pk)
    booked = PaymentRow.objects.filter(file=file, status="matched").count()
    paid = MoneyEntry.objects.filter(kind="payment", contribution__kid__in=kids[:500]).count()
    bench.must(ended == "done" and booked == count, f"{booked} of {count} payments were booked")
    bench.must(paid == len(kids[:500]), f"{paid} payments on {len(kids[:500])} contributions")
    bench.must(not again.rows.exists(), "the same payments were taken from another file")
    return matched.queries / count


def _run(bench: Bench) -> None:
    """A run that is stopped in the middle, gone on with, and run again."""
    agreement = Agreement.objects.filter(status="running").order_by("pk")[0]
    today = timezone.localdate()
    Contribution.objects.bulk_create(
        Contribution(
            agreement=agreement,
            firm_id=agreement.firm_id,
            year=RUN_YEAR,
            number=number,
            of=RUN_SIZE,
            amount=Decimal(1_000),
            due_on=today,
        )
        for number in range(1, RUN_SIZE + 1)
    )
    asked = {"year": RUN_YEAR, "until": today, "issued_on": today, "by": bench.manager}
    run = start_invoice_run(**asked)  # type: ignore[arg-type]
    with cost() as spent:
        ended = _stopped_halfway(bench, run)
    run.refresh_from_db()
    bench.row("invoicing, stopped at", spent, run.made)
    bench.must(ended == "stopped" and 0 < run.made < RUN_SIZE, f"the run was {ended} at {run.made}")
    stopped_at = run.made
    resume_invoice_run(run, by=bench.manager)
    with cost() as spent:
        ended = carry_on(run.pk)
    run.refresh_from_db()
    bench.row("invoicing, gone on", spent, run.made - stopped_at)
    rate = (RUN_SIZE - stopped_at) / spent.ms * 1000
    bench.write(f"{rate:.0f} invoices a second, {spent.queries / (RUN_SIZE - stopped_at):.1f} queries each")
    bench.must(ended == "done" and run.made == RUN_SIZE, f"the run is {ended} at {run.made}")
    bench.must(carry_on(run.pk) == "stopped", "a run that is done went on")
    try:
        start_invoice_run(**asked)  # type: ignore[arg-type]
    except ValidationError:
        pass
    else:
        bench.must(False, "there was something left to invoice")
    numbers = sorted(Invoice.objects.filter(contribution__year=RUN_YEAR).values_list("number", flat=True))
    owing = Invoice.objects.filter(contribution__year=RUN_YEAR).values("contribution").distinct().count()
    bench.must(len(numbers) == owing == RUN_SIZE, f"{len(numbers)} invoices on {owing} contributions")
    bench.must(numbers[-1] - numbers[0] + 1 == len(numbers), "the invoices' numbers have gaps")


def _stopped_halfway(bench: Bench, run: InvoiceRun) -> str:
    """Work on it in a thread, and stop it from here when a part is made; says how it ended."""
    ended: list[str] = []

    def work() -> None:
        try:
            ended.append(carry_on(run.pk))
        finally:
            connection.close()

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    until = time.monotonic() + PATIENCE
    while worker.is_alive() and time.monotonic() < until:
        if InvoiceRun.objects.values_list("made", flat=True).get(pk=run.pk) >= RUN_SIZE // 10:
            run.refresh_from_db()
            try:
                stop_invoice_run(run, by=bench.manager)
            except TransitionError:  # it was done before it could be stopped, which the caller says
                pass
            break
        time.sleep(0.005)
    worker.join(PATIENCE)
    return ended[0] if ended else "broken"
