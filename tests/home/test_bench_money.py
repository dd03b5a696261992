"""The measurement of many contributions tells when a ceiling or a sum is broken."""

import pytest
from django.core.management.base import CommandError

from home.management import bench_money
from tests.conftest import load_demo

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_bench_measures_and_says_aloud_what_is_not_as_it_must_be(monkeypatch):
    for name, size in {"FEW": 55, "HOW_MANY": 200, "AT_ONCE": 100, "FILE_SIZE": 70, "RUN_SIZE": 150}.items():
        monkeypatch.setattr(bench_money, name, size)
    load_demo()
    told: list[str] = []
    bench_money.measure_contributions(told.append)
    text = "\n".join(told)
    assert all(name in text for name in (*bench_money.PAGES, "file of 70, matched", "invoicing, gone on"))

    # A ceiling that does not hold ends the measurement with an error.
    bench = bench_money.Bench(told.append, *bench_money.people())
    bench.asked_of_few = dict.fromkeys(bench_money.PAGES, 1)
    monkeypatch.setattr(bench_money, "ASKED_PER_CHUNK", 0)
    bench_money._pages(bench, is_few=False)
    assert len(bench.wrong) == len(bench_money.PAGES)


def test_the_bench_wants_the_demo_first():
    with pytest.raises(CommandError):
        bench_money.measure_contributions(print)
