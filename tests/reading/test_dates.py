"""Which expressions name a time, and which only look like it."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model.intervals import parse_edtf
from components.reading.dates import RULES, find_dates

REFERENCE = dt.date(2022, 2, 13)  # a Sunday

DATES = [
    # days
    ("on 13 February 2022", "13 February 2022", "2022-02-13"),
    ("on February 13, 2022", "February 13, 2022", "2022-02-13"),
    ("MARCH 3, 2021. Remarks", "MARCH 3, 2021", "2021-03-03"),
    ("the 5th of May 2014", "5th of May 2014", "2014-05-05"),
    ("on Monday, 14 February 2022", "Monday, 14 February 2022", "2022-02-14"),
    ("on Mon., Feb. 14, 2022", "Mon., Feb. 14, 2022", "2022-02-14"),
    ("dated 2022-02-13.", "2022-02-13", "2022-02-13"),
    ("dated 2022/02/13.", "2022/02/13", "2022-02-13"),
    ("sent 2022-02-13T10:00Z", "2022-02-13", "2022-02-13"),
    ("of 13.02.2022", "13.02.2022", "2022-02-13"),
    ("of 13/2/22", "13/2/22", "2022-02-13"),
    ("of 2/13/2022, as Americans write", "2/13/2022", "2022-02-13"),
    ("of 2/3/2022, the day first", "2/3/2022", "2022-03-02"),
    ("from 12-15 May 2014", "12-15 May 2014", "2014-05-12/2014-05-15"),
    ("May 12 to 15, 2014", "May 12 to 15, 2014", "2014-05-12/2014-05-15"),
    ("he died on 30 September 420.", "30 September 420", "0420-09-30"),
    ("on Christmas Eve 1914", "Christmas Eve 1914", "1914-12-24"),
    # months, seasons, quarters
    ("in February 2022", "February 2022", "2022-02"),
    ("in May, 1750 he", "May, 1750", "1750-05"),
    ("between May and June 1981", "between May and June 1981", "1981-05/1981-06"),
    ("from November 2019 to", "November 2019", "2019-11"),
    ("from November to January 2020", "from November to January 2020", "2020-11/2021-01"),
    ("in the summer of 2014", "the summer of 2014", "2014-06/2014-08"),
    ("in winter 2010-11", "winter 2010-11", "2010-12/2011-02"),
    ("in Q1 2020", "Q1 2020", "2020-01/2020-03"),
    ("in the second quarter of 2020", "the second quarter of 2020", "2020-04/2020-06"),
    ("in early February 2021", "early February 2021", "2021-02-01/2021-02-14"),
    # years and more
    ("In 2021, trade grew", "2021", "2021"),
    ("In 2014 people fled", "2014", "2014"),
    ("In 1066, he sailed", "1066", "1066"),
    ("his 1796 essay", "1796", "1796"),
    ("(Brook 2009)", "2009", "2009"),
    ("resolution 1325 (2000)", "2000", "2000"),
    ("by the year 2030", "the year 2030", "2030"),
    ("the summer of ’69", "’69", "1969"),
    ("the class of '04", "'04", "2004"),
    ("around 347 AD", "347 AD", "0347~"),
    ("born circa 1818", "1818", "1818~"),
    ("the Year (2019-20)", "2019-20", "2019/2020"),
    ("from 1999–2001", "1999–2001", "1999/2001"),
    ("in fiscal year 2019", "fiscal year 2019", "2019"),
    ("FY2019-20", "FY2019-20", "2019/2020"),
    ("in the 1990s", "the 1990s", "199X"),
    ("in the 1800s", "the 1800s", "18XX"),
    ("in the early 2000s", "the early 2000s", "2000/2004"),
    ("in the mid-1990s", "the mid-1990s", "1994/1996"),
    ("in the sixties", "the sixties", "196X"),
    ("of the 19th century", "the 19th century", "18XX"),
    ("the eighteenth and nineteenth centuries", "the eighteenth and nineteenth centuries", "17XX/18XX"),
    ("late 2021", "late 2021", "2021-07/2021-12"),
    ("by the end of 2022", "by the end of 2022", "2022-12-31"),
    ("at the end of 2022", "the end of 2022", "2022-11/2022-12"),
    ("in the first half of 2020", "the first half of 2020", "2020-01/2020-06"),
    # open spans
    ("since 2014", "since 2014", "2014/.."),
    ("since the 1990s", "since the 1990s", "199X/.."),
    ("from 1928 onwards", "1928 onwards", "1928/.."),
    ("the club (2013 – present)", "2013 – present", "2013/.."),
]

RELATIVE = [
    # the article's date
    ("he said yesterday", "yesterday", "2022-02-12"),
    ("we meet tonight", "tonight", "2022-02-13"),
    ("they met last night", "last night", "2022-02-12"),
    ("the day before yesterday", "the day before yesterday", "2022-02-11"),
    ("said on Thursday", "Thursday", "2022-02-10"),
    ("said on Sunday", "Sunday", "2022-02-13"),
    ("will speak on Thursday", "Thursday", "2022-02-17"),
    ("last Sunday", "last Sunday", "2022-02-06"),
    ("next Friday", "next Friday", "2022-02-18"),
    ("last week", "last week", "2022-01-31/2022-02-06"),
    ("this week", "this week", "2022-02-07/2022-02-13"),
    ("over the weekend", "the weekend", "2022-02-12/2022-02-13"),
    ("last month", "last month", "2022-01"),
    ("late last year", "late last year", "2021-07/2021-12"),
    ("two years ago", "two years ago", "2020"),
    ("six months ago", "six months ago", "2021-08"),
    ("ten days ago", "ten days ago", "2022-02-03"),
    ("the past five years", "the past five years", "2017/2022"),
    ("the next ten years", "the next ten years", "2023/2032"),
    ("this century", "this century", "20XX"),
    ("last summer", "last summer", "2021-06/2021-08"),
    ("last May", "last May", "2021-05"),
    ("by year end", "by year end", "2022-12-31"),
    # a year that is not said
    ("on 3 January", "3 January", "2022-01-03"),
    ("on 3 November", "3 November", "2021-11-03"),
    ("will meet on 3 November", "3 November", "2022-11-03"),
    ("on 29 February", "29 February", "2024-02-29"),
    ("before Christmas.", "Christmas", "2021-12-25"),
    ("in May", "May", "2021-05"),
    ("12 May last year", "12 May last year", "2021-05-12"),
    ("since 3 February", "since 3 February", "2022-02-03/.."),
    # no date before them: the article's
    ("than the previous year", "the previous year", "2021"),
    ("a year earlier", "a year earlier", "2021"),
]

AFTER_A_DATE = [
    ("In 2018 it fell; the previous year it grew.", ["2018", "2017"]),
    ("In 2018 it fell; three years later it grew.", ["2018", "2021"]),
    ("In 2018 he came, and in March of that year he left.", ["2018", "2018-03"]),
    ("In 2018 he came, and left on 5 May.", ["2018", "2018-05-05"]),
    ("They met on 5 May 2014 and parted two days later.", ["2014-05-05", "2014-05-07"]),
    ("They met on 5 May 2014 and again the following week.", ["2014-05-05", "2014-05-12/2014-05-18"]),
    ("They met on 5 May 2014 and again the following Friday.", ["2014-05-05", "2014-05-09"]),
    ("In November 2019 they met; in January they parted.", ["2019-11", "2020-01"]),
    ("After the pact of March 2021 came the talks of June 5.", ["2021-03", "2021-06-05"]),
    ("They met on 6 May. 12 came.", ["2021-05-06"]),
    ("In 2018 he wrote. Two days later he rested.", ["2018"]),
    ("It ran from 1914 to 1918.", ["1914", "1918"]),
    ("It ran from 1914 – 18.", ["1914", "1918"]),
    ("Abbot (c. 314 – 368) came in 328.", ["0314~", "0368", "0328"]),
    ("From 1 January to 31 March 2020.", ["2020-01-01", "2020-03-31"]),
    ("From 28 December to 3 January 2021.", ["2020-12-28", "2021-01-03"]),
]

NO_DATES = [
    # words that are also months, days or numbers
    "it may rain",
    "May I come in?",
    "Secretary May spoke",
    "a proposal of May",
    "the march on the capital",
    "The March on the Capital",
    "April Brook said",
    "an august body",
    "the Sun rose",
    "for a second",
    "every Wednesday",
    "Friday the 13th",
    "Ruritania Today reported",
    "still used today",
    "in his late sixties",
    "a Christmas tree",
    "the last day of the talks",
    "the day after the talks",
    # figures
    "$2021 million",
    "$2021",
    "2021 percent",
    "resolution 2202",
    "resolution 2022",
    "resolutions 1325, 1820 and 2022",
    "12,2021 items",
    "the number 20215",
    "1,999 people",
    "1325 people",
    "of 1709 pupils",
    "a 2000 year old tradition",
    "page 1999",
    "pp. 1990-1995",
    "+44 20 7946 2014",
    "24/7",
    "it ended 2-1",
    "at 10:30",
    "version 1.2.22",
    "in 348 cases",
    "ten years",
    "a 14-year-old",
    # no such day, or none that can be written
    "on 31 February",
    "on 30 February 2021",
    "in 300 BC",
    "the 5th century BC",
    "of ٢٠٢١-٠٢-١٣",
]


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.edtf, m.how) for m in find_dates(text, reference=REFERENCE)]


@pytest.mark.parametrize(("text", "words", "edtf"), DATES)
def test_an_expression_is_found_with_the_days_it_means(text: str, words: str, edtf: str) -> None:
    (mention,) = find_dates(text, reference=REFERENCE)

    assert (text[mention.start : mention.end], mention.edtf) == (words, edtf)


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_a_relative_expression_is_counted_from_the_date_of_the_article(text: str, words: str, edtf: str) -> None:
    assert _found(text) == [(words, edtf, "relative")]


@pytest.mark.parametrize(("text", "dates"), AFTER_A_DATE)
def test_what_refers_to_a_date_before_it_is_counted_from_that(text: str, dates: list[str]) -> None:
    assert [edtf for _, edtf, _ in _found(text)] == dates


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert _found(text) == []


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
def test_the_name_of_a_rule_is_an_example_of_it(rule: object) -> None:
    assert len(find_dates(rule.name, reference=REFERENCE)) == 1  # type: ignore[attr-defined]


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
