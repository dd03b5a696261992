"""What 100,000 contributions cost: lists, exports, bulk invoicing. They are made in a transaction that is undone."""

import gc
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.storage import storages
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from partners.models import Agreement, Contribution, Invoice, InvoiceRun, NumberSeries
from partners.services import carry_on, invoice_contribution, wrong_balances

HOW_MANY = 100_000
AT_ONCE = 5_000
RUN_YEAR, RUN_SIZE = 2099, 500
PAGES = {
    "register": "/admin/partnerbidrag/",
    "register, last page": "/admin/partnerbidrag/?p=2000",
    "register, filtered": "/admin/partnerbidrag/?status=planned&year=2031",
    "register, searched": "/admin/partnerbidrag/?q=AS",
    "sums": "/admin/bidrag/summer/",
    "payments": "/admin/bidrag/innbetalinger/",
    "portal": "/portal/bidrag/",
    "value ledger": "/portal/regnskap/",
}


def measure_contributions(write: Callable[[str], object]) -> None:
    """Measure with `HOW_MANY` contributions and write a line for each thing measured. Nothing of it is kept."""
    kept: list[str] = []
    try:
        with transaction.atomic():
            _fill(write)
            _pages(write)
            _run(write, kept)
            transaction.set_rollback(True)
    finally:
        for name in kept:
            storages["private"].delete(name)


def _fill(write: Callable[[str], object]) -> None:
    agreements = list(Agreement.objects.filter(status="running"))
    if not agreements:
        raise CommandError("Load the demo first:  ./run manage load_demo")
    began = time.monotonic()
    for start in range(0, HOW_MANY, AT_ONCE):
        Contribution.objects.bulk_create(
            Contribution(
                agreement=agreement,
                firm_id=agreement.firm_id,
                year=2030 + number % 40,
                number=1 + number // 40,
                of=1 + HOW_MANY // 40,
                amount=Decimal(1_000 + number % 50),
                due_on=date(2030, 1, 1) + timedelta(days=number % 14_600),
            )
            for number in range(start, start + AT_ONCE)
            for agreement in [agreements[number % len(agreements)]]
        )
    write(f"{HOW_MANY} contributions made in {time.monotonic() - began:.1f} s")


def _clients() -> tuple[Client, Client]:
    from .commands.shots import Command as Shots

    manager = User.objects.filter(groups__name=Role.PROGRAMME_MANAGER).order_by("pk")[0]
    member = User.objects.filter(memberships__status="active", memberships__role="administrator").order_by("pk")[0]
    clients = []
    for person in (manager, member):
        client = Client(headers={"host": "127.0.0.1"})
        cookie = Shots()._cookie(person.email)
        client.cookies[cookie["name"]] = cookie["value"]
        clients.append(client)
    return clients[0], clients[1]


def _pages(write: Callable[[str], object]) -> None:
    manager, member = _clients()
    write(f"{'page':<24}{'status':>7}{'queries':>9}{'kB':>9}{'ms':>9}")
    for name, path in PAGES.items():
        client = member if path.startswith("/portal") else manager
        client.get(path)
        gc.collect()
        began = time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        spent = (time.monotonic() - began) * 1000
        size = len(response.content) / 1000
        write(f"{name:<24}{response.status_code:>7}{len(queries):>9}{size:>9.1f}{spent:>9.0f}")
    began = time.monotonic()
    with CaptureQueriesContext(connection) as queries:
        wrong = wrong_balances()
    write(f"{'balances checked':<24}{len(wrong):>7}{len(queries):>9}{'':>9}{(time.monotonic() - began) * 1000:>9.0f}")


def _run(write: Callable[[str], object], kept: list[str]) -> None:
    """A run over RUN_SIZE of them; then the export of what it made."""
    NumberSeries.objects.get_or_create(name="invoice")
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
    one = Contribution.objects.filter(year=RUN_YEAR).order_by("pk")[0]
    with CaptureQueriesContext(connection) as queries:
        invoice_contribution(one, issued_on=today, by=None)
    run = InvoiceRun.objects.create(year=RUN_YEAR, until=today, issued_on=today, total=RUN_SIZE)
    began = time.monotonic()
    ended = carry_on(run.pk)
    spent = time.monotonic() - began
    kept += Invoice.objects.filter(contribution__year=RUN_YEAR).values_list("document", flat=True)
    rate = RUN_SIZE / spent
    write(f"bulk invoicing: {ended}, {rate:.0f} invoices a second, {len(queries)} queries each")
    manager, _member = _clients()
    for form in ("csv", "xlsx"):
        began = time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            response = manager.get(f"/admin/bidrag/eksport/?first={today}&last={today}&form={form}")
            parts: Any = getattr(response, "streaming_content", ())
            size = sum(map(len, parts)) / 1000
        write(f"export {form}: {len(queries)} queries, {size:.0f} kB, {(time.monotonic() - began) * 1000:.0f} ms")
