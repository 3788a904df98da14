"""Which expressions name a time: what a table of cases (`cases/dates.toml`) cannot say."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model.intervals import parse_edtf
from components.reading.dates.find import find_dates
from components.reading.dates.rules import RULES, Rule

REFERENCE = dt.date(2022, 2, 13)  # a Sunday


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.edtf, m.how) for m in find_dates(text, reference=REFERENCE)]


def test_a_stated_date_is_told_from_a_relative_one() -> None:
    found = _found("In 2018 it fell; the previous year it grew.")

    assert found == [("2018", "2018", "stated"), ("the previous year", "2017", "relative")]


def test_a_day_without_a_year_follows_the_date_of_its_own_paragraph_only() -> None:
    same, other = "In 2018 they met. On 3 February he left.", "In 2018 they met.\n\nOn 3 February he left."

    assert [edtf for _, edtf, _ in _found(same)] == ["2018", "2018-02-03"]
    assert [edtf for _, edtf, _ in _found(other)] == ["2018", "2022-02-03"]


def test_where_the_reference_is_far_a_day_without_a_year_follows_the_last_day_of_the_text() -> None:
    assert [edtf for _, edtf, _ in _found("He came on 1 September 2012.\n\nOn 4 September he left.")] == [
        "2012-09-01",
        "2012-09-04",
    ]


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_at_the_ends_of_the_calendar_what_lies_beyond_is_left_out(day: dt.date) -> None:
    beyond = {1: "last week, yesterday, two years ago", 9999: "next week, tomorrow, next year"}

    assert find_dates(beyond[day.year], reference=day) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_name_of_a_rule_is_an_example_of_it(rule: Rule) -> None:
    assert len(find_dates(rule.name, reference=REFERENCE)) == 1


WORDS = st.sampled_from(
    """a the 2014 1918 314 13 31 02 May March Feb. , . - – / 's ’89 AD BC since circa early mid- late end of by year years days
    week month century 19th 1990s last next this that same previous following ago later before Friday Sunday summer Christmas
    today yesterday Q1 quarter to and between onwards present \n 0 00 99 9999""".split(" ")
)


@given(st.text() | st.text(alphabet="0123456789 -/.FebruaryMay.$'’") | st.lists(WORDS).map(" ".join))
def test_whatever_is_found_is_a_date_inside_the_text_and_after_the_one_before(text: str) -> None:
    found = find_dates(text, reference=REFERENCE)

    for mention in found:
        assert parse_edtf(mention.edtf)
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.how in ("stated", "relative")
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


@given(st.lists(WORDS).map(" ".join), st.dates())
def test_any_date_may_be_the_reference(text: str, reference: dt.date) -> None:
    for mention in find_dates(text, reference=reference):
        assert parse_edtf(mention.edtf)
