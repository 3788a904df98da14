"""How numbers are written."""

import math

import pytest

from components.model.numbers import percent, signed


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.4, "+0.40"), (-0.171, "−0.17"), (0.0, "0.00"), (-0.004, "0.00"), (1, "+1.00"), (None, ""), (math.nan, "")],
)
def test_a_score_has_a_sign_two_decimals_and_a_true_minus(value: float | None, words: str) -> None:
    assert signed(value) == words


@pytest.mark.parametrize(("value", "words"), [(0, "0%"), (0.907, "91%"), (1, "100%"), (0.001, "under 1%")])
def test_a_share_is_whole_percent(value: float, words: str) -> None:
    assert percent(value) == words
