"""Dates as people write about them: EDTF text <-> first and last day.

EDTF (Extended Date/Time Format) is part of ISO 8601-2:2019. Readout uses a small subset, because a report names days,
months, years, decades and spans, and never an hour. The `edtf` library, which knows the whole format, is the oracle
in the tests; it takes milliseconds a date, too long for a page.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

ALLOWED = "a day 2022-02-13, a month 2022-02, a year 2022, a decade 199X, a century 19XX, or a span 2019/2020, 2014/.., ../2014"

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|(\d{3})X|(\d{2})XX", re.ASCII)


class Interval(NamedTuple):
    """First and last day, both included; None where the span is open."""

    first: dt.date | None
    last: dt.date | None

    def closed(self) -> tuple[dt.date, dt.date]:
        """First and last day, an open end taken as the closed one."""
        days = [day for day in self if day is not None]
        return days[0], days[-1]

    @property
    def middle(self) -> dt.date:
        """The day halfway, for placing a mark."""
        first, last = self.closed()
        return first + (last - first) / 2


@lru_cache(maxsize=10_000)
def parse_edtf(text: str) -> Interval:
    """The first and last day that an EDTF date or interval covers.

    >>> parse_edtf("2019/2020")
    Interval(first=datetime.date(2019, 1, 1), last=datetime.date(2020, 12, 31))

    A qualifier (`?` uncertain, `~` approximate, `%` both) is accepted and does not widen the days.
    Raises ValueError, with what is allowed, for anything outside the subset, for a day that no calendar has, and for
    a span that ends before it begins.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _days(text, text)
    open_ends = ("", "..")
    if start in open_ends and end in open_ends:
        raise _no_date(text)
    first = None if start in open_ends else _days(start, text).first
    last = None if end in open_ends else _days(end, text).last
    if first and last and first > last:
        raise ValueError(f"“{text}” ends before it begins")
    return Interval(first, last)


def _days(date: str, whole: str) -> Interval:
    match = _DATE.fullmatch(date.rstrip("?~%"))
    if not match:
        raise _no_date(whole)
    year, month, day, decade, century = match.groups()
    try:
        if century:
            return Interval(dt.date(int(century) * 100, 1, 1), dt.date(int(century) * 100 + 99, 12, 31))
        if decade:
            return Interval(dt.date(int(decade) * 10, 1, 1), dt.date(int(decade) * 10 + 9, 12, 31))
        if day:
            exact = dt.date(int(year), int(month), int(day))
            return Interval(exact, exact)
        if month:
            last_day = calendar.monthrange(int(year), int(month))[1]
            return Interval(dt.date(int(year), int(month), 1), dt.date(int(year), int(month), last_day))
        return Interval(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
    except ValueError:  # a 30 February, a month 13, a year 0
        raise _no_date(whole) from None


def _no_date(text: str) -> ValueError:
    return ValueError(f"“{text}” is no EDTF date; allowed: {ALLOWED}")


def day_in_words(day: dt.date, *, short: bool = False) -> str:
    """13 February 2022, or in charts 13 Feb 2022."""
    month = calendar.month_abbr[day.month] if short else calendar.month_name[day.month]
    return f"{day.day} {month} {day.year}"


def in_words(text: str, *, short: bool = False) -> str:
    """An EDTF date as it is read aloud: `2019/2020` becomes 2019–20, `2014/..` since 2014, `199X` the 1990s.

    Raises ValueError as `parse_edtf` does.
    """
    parse_edtf(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _date_in_words(text, short=short)
    if end in ("", ".."):
        return f"since {_date_in_words(start, short=short)}"
    if start in ("", ".."):
        return f"until {_date_in_words(end, short=short)}"
    if re.fullmatch(r"\d{4}/\d{4}", text):
        same_century = start[:2] == end[:2]
        return f"{start}–{end[2:] if same_century else end}"
    return _span_in_words(_date_in_words(start, short=short), _date_in_words(end, short=short))


def _span_in_words(start: str, end: str) -> str:
    """10–20 February 2022 rather than 10 February 2022 – 20 February 2022."""
    first, last = start.split(), end.split()
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    shortened = " ".join(first[: len(first) - shared])
    return f"{shortened}–{end}" if shared and " " not in shortened else f"{shortened} – {end}"


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
    return f"{number}{ending}"


def _date_in_words(date: str, *, short: bool) -> str:
    plain = date.rstrip("?~%")
    doubt = "about " if plain != date else ""
    if plain.endswith("XX"):
        return f"{doubt}the {_nth(int(plain[:2]) + 1)} century"  # "the 1900s" are the ten years 190X
    if plain.endswith("X"):
        return f"{doubt}the {plain[:3]}0s"
    year, *rest = plain.split("-")
    if not rest:
        return doubt + year
    months = calendar.month_abbr if short else calendar.month_name
    month = months[int(rest[0])]
    return doubt + (f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}")
