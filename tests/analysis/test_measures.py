"""Means with their intervals, worked out by hand, and the records of the measures."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from components.analysis.measures import MEASURES, MeanInterval, mean_interval
from components.model.scores import SCORES

# t(0.975) from a printed table of Student's distribution.
T = {1: 12.706, 2: 4.303, 4: 2.776, 9: 2.262}


def test_the_interval_of_two_values_is_worked_out_by_hand() -> None:
    """Mean 0.85, s = 0.2121, half width 12.706 · 0.2121 / √2 = 1.906."""
    made = mean_interval([0.7, 1.0])

    assert made == pytest.approx((2, 0.85, 0.85 - 1.906, 0.85 + 1.906), abs=1e-3)


@pytest.mark.parametrize("n", [2, 3, 5, 10])
def test_the_half_width_follows_the_table(n: int) -> None:
    values = [i / 10 for i in range(n)]
    made = mean_interval(values)

    assert made.high - made.mean == pytest.approx(T[n - 1] * statistics.stdev(values) / math.sqrt(n), rel=1e-3)


@pytest.mark.parametrize("n", [*range(2, 61), 120, 121, 1000, 1001])
def test_the_half_width_is_that_of_scipy(n: int) -> None:
    """Odd and even degrees of freedom have sums of their own."""
    values = [float(i % 7) for i in range(n)]
    made = mean_interval(values)

    half = float(stdtrit(n - 1, 0.975)) * statistics.stdev(values) / math.sqrt(n)
    assert made.high - made.mean == pytest.approx(half, rel=1e-9)


def test_an_interval_that_touches_zero_is_not_clear() -> None:
    assert MeanInterval(5, 0.5, 0.0, 1.0).clear == 0
    assert MeanInterval(5, -0.5, -1.0, 0.0).clear == 0
    assert MeanInterval(5, 0.5, 0.01, 1.0).clear == 1
    assert MeanInterval(5, -0.5, -1.0, -0.01).clear == -1
    assert MeanInterval(4, 0.5, 0.01, 1.0).clear == 0


def test_the_interval_is_cut_to_the_scale() -> None:
    assert mean_interval([0.7, 1.0], -1, 1)[2:] == (-1, 1)


def test_what_is_not_scored_is_left_out_and_not_zero() -> None:
    assert mean_interval([0.5, math.nan, 0.5])[:2] == (2, 0.5)


def test_one_value_has_no_interval_and_none_has_nothing() -> None:
    assert mean_interval([0.5])[:2] == (1, 0.5)
    assert [math.isnan(each) for each in mean_interval([0.5])] == [False, False, True, True]
    assert mean_interval([])[0] == 0
    assert all(math.isnan(each) for each in mean_interval([])[1:])
    assert mean_interval([None, 0.5])[:2] == (1, 0.5)  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("values", "clear"),
    [
        ([0.5, 0.4, 0.6, 0.5, 0.5], 1),
        ([-0.5, -0.4, -0.6, -0.5, -0.5], -1),
        ([0.5, 0.4, 0.6, 0.5], 0),  # four are not enough, whatever they say
        ([0.5, -0.4, 0.6, -0.5, 0.1], 0),
        ([0.3] * 5, 1),
        ([0.0] * 5, 0),
        ([], 0),
    ],
)
def test_clearly_is_said_only_from_five_values_on(values: list[float], clear: int) -> None:
    assert mean_interval(values).clear == clear


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=30))
def test_the_mean_lies_in_its_interval(values: list[float]) -> None:
    made = mean_interval(values, -1, 1)

    assert made.low - 1e-12 <= made.mean <= made.high + 1e-12


def test_every_measure_says_what_it_is() -> None:
    for measure in MEASURES.values():
        assert all(measure)
    labels = {key: measure.label for key, measure in MEASURES.items() if key not in SCORES}
    assert labels == {
        "statements": "Statements",
        "floor": "Share of the floor",
        "mean": "Mean of a section",
        "alpha": "Krippendorff’s alpha",
        "f1": "Micro-F1 of topics",
        "contradiction": "Contradiction",
    }
