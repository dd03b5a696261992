"""The engine of the shelves: what is asked for once, what a purge does, and what happens when the cache is away."""

import pickle
import threading

import pytest
import time_machine
from django.core.cache import caches
from django.db import transaction

from home.shelves import engine, purge, shelf

calls: list = []


@shelf
def counted(language: str, number: int = 0) -> dict:
    calls.append((language, number))
    return {"language": language, "number": number, "call": len(calls)}


@pytest.fixture(autouse=True)
def _no_calls():
    calls.clear()
    engine._store.away_until = 0.0
    engine._store.owes_a_version = False


@pytest.fixture
def pages_in(settings, tmp_path):
    """`pages_in(folder)`: the page cache in files of that folder, as on a machine without Redis."""

    def move(folder):
        settings.CACHES = {
            **settings.CACHES,
            "pages": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(folder)},
        }

    return move


# --- The engine -----------------------------------------------------------------------------------------------------
def test_a_shelf_is_asked_for_once_for_each_language_and_argument(db):
    assert counted("nb", 1) == counted("nb", 1)
    counted("en", 1)
    counted("nb", 2)
    assert calls == [("nb", 1), ("en", 1), ("nb", 2)]


def test_a_shelf_is_asked_for_anew_each_day(db):
    for moment, asked in [("2026-11-01T10:00:00Z", 1), ("2026-11-01T10:30:00Z", 1), ("2026-11-01T23:30:00Z", 2)]:
        with time_machine.travel(moment, tick=False):
            counted("nb")
        assert len(calls) == asked


def test_the_function_runs_in_the_language_asked_for(db):
    from django.utils.translation import get_language, override

    @shelf
    def spoken(language: str) -> str | None:
        return get_language()

    with override("nb"):
        assert spoken("en") == "en"


def test_a_purge_counts_from_the_commit(transactional_db):
    counted("nb")
    with transaction.atomic():
        purge()
        assert counted("nb")["call"] == 2  # what is written here is not for others
        assert counted("nb")["call"] == 3
    assert counted("nb")["call"] == 4
    assert counted("nb")["call"] == 4


def test_a_purge_that_is_rolled_back_changes_nothing(transactional_db):
    counted("nb")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        purge()
        counted("nb")
        raise ZeroDivisionError
    assert counted("nb")["call"] == 1


def test_who_computed_before_a_purge_does_not_fill_the_shelf_after_it(transactional_db):
    truth = ["old"]

    @shelf
    def slow(language: str) -> str:
        seen = truth[0]
        if seen == "old":
            truth[0] = "new"
            purge()
        return seen

    assert slow("nb") == "old"
    assert slow("nb") == "new"


def test_while_another_computes_one_waits_a_little_and_takes_what_it_made(db):
    began, finish = threading.Event(), threading.Event()
    made: list = []

    @shelf
    def slow(language: str) -> int:
        made.append(1)
        began.set()
        finish.wait(5)
        return len(made)

    first = threading.Thread(target=slow, args=("nb",))
    first.start()
    began.wait(5)
    threading.Timer(0.05, finish.set).start()
    assert slow("nb") == 1
    first.join()
    assert made == [1]


def test_a_cache_that_cannot_be_used_only_costs_time(db, pages_in, tmp_path):
    blocked = tmp_path / "a file where a folder should be"
    blocked.write_text("")
    pages_in(blocked / "pages")
    assert counted("nb")["call"] == 1
    assert counted("nb")["call"] == 2
    purge()


def test_an_unreadable_entry_is_made_anew(db, pages_in, tmp_path):
    pages_in(tmp_path)
    counted("nb")
    for file in tmp_path.glob("*.djcache"):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(pickle.dumps(9e9)) + 4] + b"garbage")
    assert counted("nb")["call"] == 2


def test_a_purge_that_the_cache_did_not_hear_is_repeated_before_anything_is_read(transactional_db, pages_in, tmp_path):
    folder = tmp_path / "pages"
    pages_in(folder)
    counted("nb")
    folder.rename(tmp_path / "away")
    folder.write_text("a file where a folder should be")
    purge()
    folder.unlink()
    (tmp_path / "away").rename(folder)
    assert counted("nb")["call"] == 2


def test_two_processes_share_what_lies_in_files(db, pages_in, tmp_path):
    pages_in(tmp_path)
    counted("nb")
    caches["pages"].close()
    assert counted("nb")["call"] == 1
