"""The score of a suggestion, for any points and weights."""

from hypothesis import given
from hypothesis import strategies as st

from prospects.services.suggesting import Reason, mean_of
from tests.common.properties import examples

REASONS = st.lists(
    st.builds(Reason, quality=st.just("x"), words=st.just("x"), points=st.integers(0, 100), weight=st.integers(0, 10)),
    max_size=7,
)


@examples()
@given(REASONS)
def test_the_score_lies_between_the_least_and_the_most_that_counts(found):
    counting = [one.points for one in found if one.weight]
    assert min(counting, default=0) <= mean_of(found) <= max(counting, default=0)


@examples()
@given(REASONS, st.integers(1, 5))
def test_only_the_proportion_of_weights_counts(found, times):
    more = [Reason(one.quality, one.words, one.points, one.weight * times) for one in found]
    assert mean_of(more) == mean_of(found)
