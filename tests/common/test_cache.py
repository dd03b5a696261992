"""The shared cache, with and without Redis."""

import os
import uuid

import pytest
from django.core.cache.backends.locmem import LocMemCache

from common.cache import ForgivingRedisCache


def forgiving(url: str) -> ForgivingRedisCache:
    """A cache as the settings make it, on `url`."""
    params = {
        "TIMEOUT": 300,
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
        "KEY_PREFIX": uuid.uuid4().hex,
    }
    cache = ForgivingRedisCache(url, params)
    cache._stand_in.clear()
    return cache


@pytest.fixture
def away(free_port):
    """A cache whose Redis is away."""
    return forgiving(f"redis://127.0.0.1:{free_port}/0")


def story(cache) -> list:
    """Everything a caller can ask of a cache, and what it is told."""
    told = [
        cache.get("nothing"),
        cache.get("nothing", "instead"),
        cache.set("one", {"a": 1}, timeout=60),
        cache.get("one"),
        cache.add("one", 2),
        cache.add("two", 2),
        cache.get("two"),
        cache.incr("two"),
        cache.incr("two", 5),
        cache.decr("two"),
        cache.has_key("two"),
        "two" in cache,
        "three" in cache,
        cache.set_many({"x": 1, "y": 2}),
        cache.get_many(["x", "y", "z"]),
        cache.touch("x", 60),
        cache.touch("nothing", 60),
        cache.delete("x"),
        cache.delete("x"),
        cache.get_or_set("lazy", lambda: 42),
        cache.get_or_set("lazy", 43),
        cache.delete_many(["y", "lazy"]),
        cache.get("lazy"),
        cache.set("gone", 1, timeout=0),
        cache.get("gone"),
        cache.set("none", None),
        cache.get("none", "instead"),
        cache.set("v", 1, version=2),
        cache.get("v"),
        cache.get("v", version=2),
    ]
    with pytest.raises(ValueError):
        cache.incr("nothing")
    told.append(cache.clear())
    told.append(cache.get("two"))
    cache.close()
    return [True if one == 1 and one is not None and not isinstance(one, dict) else one for one in told]


def test_while_redis_is_away_it_works_as_a_cache_in_memory_does(away):
    memory = LocMemCache(uuid.uuid4().hex, {"TIMEOUT": 300})
    told, expected = story(away), story(memory)
    # RedisCache.clear says whether it did; LocMemCache says nothing.
    assert told == expected


def test_while_redis_is_away_limits_go_on_counting(away):
    assert away.add("limit", 0, timeout=60) is True
    assert [away.incr("limit") for _number in range(3)] == [1, 2, 3]
    assert away.add("limit", 0, timeout=60) is False
    assert away.get("limit") == 3


def test_it_says_in_the_log_that_redis_is_away(away, caplog):
    away.get("anything")
    assert "Redis is away" in caplog.text


def test_a_wrong_use_is_still_an_error(away):
    with pytest.raises(TypeError):
        away.get()


@pytest.mark.redis
def test_with_redis_it_is_redis_that_answers():
    cache = forgiving(os.environ["REDIS_URL"])
    other = ForgivingRedisCache(os.environ["REDIS_URL"], {"KEY_PREFIX": cache.key_prefix})
    cache.set("shared", "yes", timeout=60)
    assert other.get("shared") == "yes"
    assert cache._stand_in.get("shared") is None
    assert [cache.add("n", 0, timeout=60), cache.incr("n"), other.incr("n")] == [True, 1, 2]
    assert cache.get_many(["shared", "n", "nothing"]) == {"shared": "yes", "n": 2}
    cache.delete_many(["shared", "n"])
    assert other.get("shared") is None
