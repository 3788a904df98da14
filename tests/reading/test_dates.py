"""Which expressions name a time, and which only look like it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.intervals import parse_edtf
from components.reading.dates import find_dates

REFERENCE = dt.date(2022, 2, 13)

DATES = [
    ("on 13 February 2022", "13 February 2022", "2022-02-13"),
    ("on February 13, 2022", "February 13, 2022", "2022-02-13"),
    ("the 5th of May 2014", "5th of May 2014", "2014-05-05"),
    ("dated 2022-02-13.", "2022-02-13", "2022-02-13"),
    ("in February 2022", "February 2022", "2022-02"),
    ("In 2021, trade grew", "2021", "2021"),
    ("the Year (2019-20)", "2019-20", "2019/2020"),
    ("from 1999–2001", "1999–2001", "1999/2001"),
    ("in the 1990s", "1990s", "199X"),
    ("since 2014", "since 2014", "2014/.."),
    ("than the previous year", "the previous year", "2021"),
    ("a year earlier", "a year earlier", "2021"),
]

NO_DATES = [
    "it may rain",
    "Secretary May spoke",
    "$2021 million",
    "2021 percent",
    "resolution 2202",
    "12,2021 items",
    "on 31 February",
    "the number 20215",
    "1,999 people",
]


@pytest.mark.parametrize(("text", "words", "edtf"), DATES)
def test_an_expression_is_found_with_the_days_it_means(text: str, words: str, edtf: str) -> None:
    (mention,) = find_dates(text, reference=REFERENCE)

    assert (text[mention.start : mention.end], mention.edtf) == (words, edtf)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text, reference=REFERENCE) == []


def test_a_relative_year_follows_the_last_date_before_it() -> None:
    found = find_dates("In 2018 it fell; the previous year it grew.", reference=REFERENCE)

    assert [(mention.edtf, mention.how) for mention in found] == [("2018", "stated"), ("2017", "relative")]


def test_a_day_that_no_calendar_has_is_left_out() -> None:
    assert [mention.edtf for mention in find_dates("on 30 February 2022", reference=REFERENCE)] in ([], ["2022-02"])


@given(st.text(alphabet="0123456789 -/FebruaryMay.$"))
def test_whatever_is_found_is_a_date(text: str) -> None:
    for mention in find_dates(text, reference=REFERENCE):
        assert parse_edtf(mention.edtf)
