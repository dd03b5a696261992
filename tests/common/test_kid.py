"""KID: made, checked, and never the same for two things."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from common.kid import LONGEST, check_digit, is_kid, make_kid, numbered_kid
from tests.common.properties import examples

METHODS = ("mod10", "mod11")
PAYLOADS = st.text("0123456789", min_size=1, max_size=LONGEST - 1)
NUMBERS = st.integers(min_value=1, max_value=10**12)


@pytest.mark.parametrize(
    ("payload", "method", "last"),
    [
        ("7992739871", "mod10", "3"),  # Luhn's patent's own example
        ("1234567", "mod10", "4"),
        ("0", "mod10", "0"),
        ("1234567", "mod11", "4"),  # 7*2 + 6*3 + 5*4 + 4*5 + 3*6 + 2*7 + 1*2 = 106, 7 over: 11 - 7
        ("0", "mod11", "0"),
        ("6", "mod11", "-"),  # 6*2 = 12, rest 1
    ],
)
def test_check_digits_that_were_counted_by_hand(payload, method, last):
    assert check_digit(payload, method) == last


@examples(10_000)
@given(PAYLOADS, st.sampled_from(METHODS))
def test_a_kid_round_trips(payload, method):
    assume(check_digit(payload, method) != "-")
    kid = make_kid(payload, method)
    assert kid.startswith(payload) and len(kid) == len(payload) + 1
    assert is_kid(kid, method) and is_kid(kid)


@examples(10_000)
@given(PAYLOADS, st.sampled_from(METHODS), st.data())
def test_one_wrong_digit_is_always_seen(payload, method, data):
    assume(check_digit(payload, method) != "-")
    kid = make_kid(payload, method)
    place = data.draw(st.integers(min_value=0, max_value=len(kid) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != kid[place]]))
    assert not is_kid(kid[:place] + other + kid[place + 1 :], method)


@examples(10_000)
@given(NUMBERS, NUMBERS, st.sampled_from(METHODS), st.sampled_from(METHODS))
def test_two_numbers_never_share_a_kid_whichever_method_made_them(one, other, method, other_method):
    kid = numbered_kid(one, method)
    assert kid.isdigit() and kid[0] == "1" and is_kid(kid, method) and len(kid) <= LONGEST
    assert (kid == numbered_kid(other, other_method)) <= (one == other)


@pytest.mark.parametrize("text", ["", "1", "12a", "1" * 26, "１２", "-", "1-2", " 18", "²3"])
def test_what_is_no_kid(text):
    assert not is_kid(text)


def test_a_kid_that_ends_with_a_dash_is_known_but_never_made():
    assert is_kid("6-", "mod11")
    assert not is_kid("6-", "mod10")
    with pytest.raises(ValueError):
        make_kid("6", "mod11")


@pytest.mark.parametrize("number", [0, -1, 10**30])
def test_a_serial_number_has_bounds(number):
    with pytest.raises(ValueError):
        numbered_kid(number)
