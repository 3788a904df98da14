"""The tables of the Method page say what was measured, and where that was too little to go by."""

import re

import pytest

from components.model.evaluation import FEW
from tests.test_pages import app, html

ROW = re.compile(
    r"<tr><td[^>]*>(?P<way>[^<]+)</td><td[^>]*>(?P<level>[^<]*)</td>"
    r"<td[^>]*>right (?P<right>\d+) of (?P<of>\d+) times</td><td[^>]*>(?P<n>[\d,]+)</td></tr>"
)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The rows of how often a speaker was right, of all kinds of text."""
    found = [each.groupdict() for each in ROW.finditer(html(app("method")))]
    assert len(found) > 50
    return found


def test_what_was_met_seldom_is_counted_as_it_is_and_its_level_says_what_it_goes_by(rows: list[dict[str, str]]) -> None:
    """“Likely” beside “right 0 of 100 times” would not be understood."""
    few = [row for row in rows if int(row["n"].replace(",", "")) < FEW]

    assert few
    assert all(row["of"] == row["n"] for row in few)
    assert all(row["level"].endswith(", by kind and genre") for row in few if row["level"])
    assert all(row["of"] == "100" and "," not in row["level"] for row in rows if row not in few)


def test_what_few_read_is_folded_behind_a_name_that_says_what_it_is() -> None:
    names = re.findall(r"<summary>([^<]+)</summary>", html(app("method")))

    kinds = [each.partition(":")[0] for each in names if each.endswith(" ways")]
    assert kinds == ["Report of one meeting", "News", "Transcript", "Speech", "Declaration"]
    assert any(re.search(r"\d+ sets of texts, .*: 0\.\d\d to 0\.\d\d$", each) for each in names)
