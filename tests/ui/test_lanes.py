"""Lanes beside which the page writes what they are."""

import pytest

from components.charts.palette import LANE
from components.ui.lanes import height_for


@pytest.mark.parametrize(
    ("name", "height"),
    [("Lead", LANE), ("n" * 30, LANE), ("n" * 31, 60), ("n" * 45, 60), ("n" * 96, 140)],
)
def test_a_lane_is_as_high_as_its_name_needs(name: str, height: int) -> None:
    assert height_for(name) == height
