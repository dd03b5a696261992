"""Limits for public forms."""

import pytest
import time_machine
from django.test import RequestFactory

from common.ratelimit import is_over


def request(address: str = "192.0.2.1", **headers):
    """A request from `address`."""
    return RequestFactory().post("/", REMOTE_ADDR=address, headers=headers)


def count(times: int, *, limit: int = 3, seconds: int = 60, action: str = "form", key: str = "", **who) -> list[bool]:
    """What each of `times` tries is told."""
    return [is_over(request(**who), action, limit=limit, seconds=seconds, key=key) for _number in range(times)]


def test_the_one_after_the_limit_is_too_many():
    assert count(5) == [False, False, False, True, True]


def test_addresses_actions_and_keys_are_counted_apart():
    assert count(4)[-1]
    assert not count(1, address="192.0.2.2")[0]
    assert not count(1, action="other")[0]
    assert not count(1, key="ola@example.org")[0]


def test_a_new_window_begins_at_nought():
    with time_machine.travel("2026-11-23T10:00:10Z", tick=False) as clock:
        assert count(4) == [False, False, False, True]
        clock.move_to("2026-11-23T10:00:59Z")
        assert count(1) == [True]
        clock.move_to("2026-11-23T10:01:00Z")
        assert count(4) == [False, False, False, True]


def test_a_key_is_the_same_in_any_letter_case_and_from_anywhere():
    assert count(3, key="Ola@Example.org") == [False, False, False]
    assert count(1, key=" OLA@EXAMPLE.ORG ", address="192.0.2.99") == [True]


def test_a_forged_forwarding_header_does_not_make_another_caller():
    told = [
        is_over(request(**{"X-Forwarded-For": f"203.0.113.{number}"}), "form", limit=3, seconds=60)
        for number in range(4)
    ]
    assert told == [False, False, False, True]
    assert count(1) == [True]


def test_behind_a_proxy_the_address_it_saw_counts_not_the_one_the_caller_wrote(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def told(forged: str, seen: str) -> bool:
        return is_over(request(**{"X-Forwarded-For": f"{forged}, {seen}"}), "form", limit=1, seconds=60)

    assert not told("203.0.113.1", "198.51.100.7")
    assert told("203.0.113.2", "198.51.100.7")
    assert not told("203.0.113.2", "198.51.100.8")


@pytest.mark.parametrize("forwarded", ["", "not an address", ",,,", "x" * 5000])
def test_a_wrong_proxy_count_or_a_broken_header_is_no_error(settings, forwarded):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert is_over(request(**headers), "form", limit=1, seconds=60) is False
