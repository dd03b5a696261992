"""Invoicing in bulk: watched, stopped, gone on with, and never doubled, whoever does it at the same time."""

import threading
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from common.workflow import TransitionError
from partners.models import Contribution, Invoice, InvoiceRun
from partners.services import (
    book_payment,
    carry_on,
    invoice_contribution,
    invoice_runs,
    resume_invoice_run,
    start_invoice_run,
    stop_invoice_run,
    wake_lost_runs,
)
from tests.factories import AgreementFactory, ContributionFactory, InvoiceRunFactory, UserFactory

from .money import billing, days, invoiced, sums_are_right, today

pytestmark = pytest.mark.django_db(transaction=True)

STATES = ("running", "stopped", "done")
ALLOWED = {"stop": {"running"}, "resume": {"stopped"}, "finish": {"running"}}


def planned(count: int, **more) -> list[Contribution]:
    billing()
    agreement = AgreementFactory()
    return [ContributionFactory(agreement=agreement, number=number, of=count, **more) for number in range(1, count + 1)]


def start(**more) -> InvoiceRun:
    return start_invoice_run(year=today().year, until=days(60), issued_on=today(), by=UserFactory(), **more)


def numbers() -> list[int]:
    return sorted(Invoice.objects.values_list("number", flat=True))


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_state_of_a_run(verb, status):
    assert (set(STATES), set(ALLOWED)) == (set(InvoiceRun.Status.values), set(InvoiceRun.TRANSITIONS))
    billing()
    run = InvoiceRunFactory(status=status)
    do = {
        "stop": lambda: stop_invoice_run(run, by=UserFactory()),
        "resume": lambda: resume_invoice_run(run, by=UserFactory()),
        "finish": run.finish,
    }[verb]
    if status in ALLOWED[verb]:
        do()
        assert InvoiceRun.objects.get(pk=run.pk).status == InvoiceRun.TRANSITIONS[verb].target
    else:
        with pytest.raises(TransitionError):
            do()
        assert InvoiceRun.objects.get(pk=run.pk).status == status


def test_a_run_invoices_what_is_due_and_nothing_else():
    due = planned(3)
    others = [
        ContributionFactory(year=today().year + 1),
        ContributionFactory(due_on=days(61)),
        ContributionFactory(in_kind=True),
        ContributionFactory(agreement=AgreementFactory(offered=True)),
    ]
    run = start()
    assert (carry_on(run.pk), carry_on(run.pk)) == ("done", "stopped")
    run.refresh_from_db()
    assert (run.status, run.total, run.made, run.refused) == ("done", 3, 3, 0)
    assert {invoice.contribution_id for invoice in run.invoices.all()} == {one.pk for one in due}
    assert {Contribution.objects.get(pk=one.pk).status for one in others} == {"planned"}
    assert len(numbers()) == 3 and sums_are_right()


def test_a_run_that_is_stopped_goes_on_where_it_was_and_takes_no_number_twice(monkeypatch):
    planned(6)
    run, by, real = start(), UserFactory(), invoice_runs.invoice_contribution

    def stop_after_two(*args, **kwargs):
        invoice = real(*args, **kwargs)
        if Invoice.objects.count() == 2:
            stop_invoice_run(InvoiceRun.objects.get(pk=run.pk), by=by)
        return invoice

    monkeypatch.setattr(invoice_runs, "invoice_contribution", stop_after_two)
    assert carry_on(run.pk) == "stopped"
    monkeypatch.undo()
    run.refresh_from_db()
    assert (run.status, run.made, len(numbers())) == ("stopped", 2, 2)
    resume_invoice_run(run, by=by)
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.made, run.total) == (6, 6)
    assert numbers() == list(range(numbers()[0], numbers()[0] + 6))


def test_a_worker_that_dies_between_two_acts_leaves_no_half_invoice_and_another_goes_on(monkeypatch):
    planned(4)
    run, real = start(), invoice_runs.invoice_contribution

    def die(*args, **kwargs):
        invoice = real(*args, **kwargs)
        if Invoice.objects.count() == 3:
            raise KeyboardInterrupt  # the third is made and not counted yet
        return invoice

    monkeypatch.setattr(invoice_runs, "invoice_contribution", die)
    with pytest.raises(KeyboardInterrupt):
        carry_on(run.pk)
    monkeypatch.undo()
    run.refresh_from_db()
    assert (run.status, run.made, len(numbers())) == ("running", 2, 2)
    assert wake_lost_runs() == 0
    assert wake_lost_runs(timezone.now() + timedelta(minutes=6)) == 1
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.made, len(numbers())) == (4, 4)
    assert numbers() == list(range(numbers()[0], numbers()[0] + 4))


def test_what_is_refused_is_told_and_the_rest_goes_on(monkeypatch):
    _good, bad = planned(2)
    Contribution.objects.filter(pk=bad.pk).update(amount=0)
    run = start()
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.made, run.refused) == (1, 1)
    assert run.problems[0]["contribution"] == bad.pk and run.problems[0]["why"]


def fail_on(monkeypatch, *numbers):
    """Make the service break as nobody foresaw, on contributions with those numbers."""
    real = invoice_runs.invoice_contribution

    def broken(contribution, **more):
        if contribution.number in numbers:
            raise RuntimeError("no reason anybody thought of")
        return real(contribution, **more)

    monkeypatch.setattr(invoice_runs, "invoice_contribution", broken)


def test_what_nobody_foresaw_is_told_in_plain_words_and_the_rest_goes_on(monkeypatch, caplog):
    bad, *_good = planned(3)
    fail_on(monkeypatch, 1)
    run = start()
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.status, run.made, run.refused) == ("done", 2, 1)
    assert run.problems[0]["contribution"] == bad.pk and "Runtime" not in run.problems[0]["why"]
    assert "no reason anybody thought of" in caplog.text


def test_a_run_in_which_everything_goes_wrong_stops_itself_and_can_be_gone_on_with(monkeypatch):
    planned(8)
    fail_on(monkeypatch, *range(1, 9))
    run = start()
    assert carry_on(run.pk) == "stopped"
    monkeypatch.undo()
    run.refresh_from_db()
    assert (run.status, run.made, run.refused) == ("stopped", 0, 5)
    resume_invoice_run(run, by=UserFactory())
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.made, run.refused, run.total) == (8, 0, 8)


def test_a_run_that_is_woken_does_not_count_what_was_refused_again(monkeypatch):
    bad, *_good = planned(3)
    Contribution.objects.filter(pk=bad.pk).update(amount=0)
    run, real = start(), invoice_runs.invoice_contribution

    def die(contribution, **more):
        if contribution.number == 3:
            raise KeyboardInterrupt
        return real(contribution, **more)

    monkeypatch.setattr(invoice_runs, "invoice_contribution", die)
    with pytest.raises(KeyboardInterrupt):
        carry_on(run.pk)
    monkeypatch.undo()
    assert carry_on(run.pk) == "done"
    run.refresh_from_db()
    assert (run.made, run.refused, len(run.problems)) == (2, 1, 1)


def test_one_run_at_a_time_and_none_for_nothing():
    billing()
    with pytest.raises(ValidationError) as told:
        start()
    assert told.value.code == "nothing"
    planned(1)
    start()
    with pytest.raises(ValidationError) as told:
        start()
    assert told.value.code == "running"


def test_no_run_begins_while_the_settings_lack_something():
    planned(1)
    billing(account_number="")
    with pytest.raises(ValidationError):
        start()
    assert not InvoiceRun.objects.exists()


# --- at the same moment -----------------------------------------------------------------------------------------------
def race(*steps):
    """Start every step in a thread and on a connection of its own, all at once; what each returned or raised."""
    told: list = [None] * len(steps)
    begin = threading.Barrier(len(steps))

    def run(number, step):
        try:
            connection.ensure_connection()
            begin.wait(60)
            told[number] = step()
        except Exception as error:
            told[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive(), "a step hangs"
    return told


def test_two_workers_on_one_run_double_nothing():
    planned(20)
    run = start()
    told = race(lambda: carry_on(run.pk), lambda: carry_on(run.pk), lambda: carry_on(run.pk))
    assert all(isinstance(one, str) for one in told), told
    run.refresh_from_db()
    assert (run.status, run.made, run.refused) == ("done", 20, 0)
    assert Invoice.objects.values("contribution").distinct().count() == 20
    assert numbers() == list(range(numbers()[0], numbers()[0] + 20))
    assert sums_are_right()


def test_of_two_who_invoice_the_same_contribution_one_wins():
    for contribution in planned(5):
        by = UserFactory()

        def step(pk=contribution.pk, by=by):
            return invoice_contribution(Contribution.objects.get(pk=pk), issued_on=today(), by=by)

        told = race(step, step)
        assert sorted(type(one).__name__ for one in told) == ["Invoice", "TransitionError"], told
    assert len(numbers()) == 5 and numbers() == list(range(numbers()[0], numbers()[0] + 5))


def test_two_payments_at_once_are_both_in_the_balance():
    contribution, by = invoiced(20_000).contribution, UserFactory()

    def pay(amount):
        def step():
            mine = Contribution.objects.get(pk=contribution.pk)
            return book_payment(mine, amount=Decimal(amount), booked_on=today(), by=by)

        return step

    told = race(pay(3_000), pay(4_000), pay(5_000), pay(8_000))
    assert [one for one in told if isinstance(one, Exception)] == []
    contribution.refresh_from_db()
    assert (contribution.status, contribution.balance) == ("paid", 0)
    assert sums_are_right()
