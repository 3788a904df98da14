"""EDTF text and the days it covers, against hand-worked values and against the `edtf` library."""

import datetime as dt
import time

import pytest
from edtf import parse_edtf as oracle
from hypothesis import given
from hypothesis import strategies as st

from components.model.intervals import Interval, day_in_words, in_words, parse_edtf

DAYS = [
    ("2022-02-13", "2022-02-13", "2022-02-13"),
    ("2022-02", "2022-02-01", "2022-02-28"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2019/2020", "2019-01-01", "2020-12-31"),
    ("2014-09-05/2015-02-12", "2014-09-05", "2015-02-12"),
    ("2021~", "2021-01-01", "2021-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_date_covers_the_days_it_names(text: str, first: str, last: str) -> None:
    assert parse_edtf(text) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2014/..", "2014/"])
def test_an_open_end_is_none(text: str) -> None:
    assert parse_edtf(text) == (dt.date(2014, 1, 1), None)


def test_an_open_beginning_is_none() -> None:
    assert parse_edtf("../2014") == (None, dt.date(2014, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13 February 2022",
        "2022-13",
        "2022-02-30",
        "22",
        "20222",
        "../..",
        "/",
        "2022-2-1",
        "0000",
        "X",
        "2020/2019",
    ],
)
def test_what_is_no_date_says_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no EDTF date; allowed: a day 2022-02-13|ends before it begins"):
        parse_edtf(text)


@pytest.mark.parametrize("text", [text for text, _, _ in DAYS if "X" not in text and "~" not in text])
def test_the_library_agrees(text: str) -> None:
    """The oracle reads the same first and last day."""
    theirs = oracle(text)
    first, last = (time.strftime("%Y-%m-%d", each) for each in (theirs.lower_strict(), theirs.upper_strict()))

    assert parse_edtf(text) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_is_itself(day: dt.date) -> None:
    assert parse_edtf(day.isoformat()) == Interval(day, day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-02-13", "13 February 2022"),
        ("2022-02", "February 2022"),
        ("2021", "2021"),
        ("199X", "the 1990s"),
        ("190X", "the 1900s"),
        ("199X/200X", "the 1990s – the 2000s"),
        ("199X/..", "since the 1990s"),
        ("19XX", "the 20th century"),
        ("20XX~", "about the 21st century"),
        ("10XX/12XX", "the 11th – the 13th century"),
        ("01XX", "the 2nd century"),
        ("02XX/..", "since the 3rd century"),
        ("2019/2020", "2019–20"),
        ("1999/2001", "1999–2001"),
        ("2014/..", "since 2014"),
        ("../2014-09-05", "until 5 September 2014"),
        ("2022-02-10/2022-02-20", "10–20 February 2022"),
        ("2014-09-05/2015-02-12", "5 September 2014 – 12 February 2015"),
        ("2021~", "about 2021"),
    ],
)
def test_dates_are_said_as_they_are_read(text: str, words: str) -> None:
    assert in_words(text) == words


def test_charts_have_short_months() -> None:
    assert day_in_words(dt.date(2022, 2, 10), short=True) == in_words("2022-02-10", short=True) == "10 Feb 2022"
