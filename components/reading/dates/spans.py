"""Days, months, years and parts of them, written as EDTF and counted."""

import datetime as dt
import re

from components.model.intervals import Interval, parse_edtf


def edtf_year(year: int) -> str:
    """A year of four figures."""
    return f"{year:04}"


def edtf_month(year: int, month: int) -> str:
    """A month, 13 being the first of the next year."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def span(first: object, last: object) -> str:
    """From the first to the last, or the one where both are the same."""
    return str(first) if first == last else f"{first}/{last}"


def unit_from(unit: str, day: dt.date, steps: int) -> str:
    """The week, month, year ... so many steps after the one that holds the day."""
    match unit:
        case "week":
            monday = day + dt.timedelta(7 * steps - day.weekday())
            return span(monday, monday + dt.timedelta(6))
        case "weekend":
            saturday = day + dt.timedelta(7 * steps + 5 - day.weekday())
            return span(saturday, saturday + dt.timedelta(1))
        case "month":
            return edtf_month(day.year, day.month + steps)
        case "year":
            return edtf_year(day.year + steps)
        case "decade":
            return f"{day.year // 10 + steps:03}X"
        case "century":
            return f"{day.year // 100 + steps:02}XX"
        case _:  # a day, a morning, a night
            return (day + dt.timedelta(steps)).isoformat()


def part_of(edtf: str, words: str) -> str:
    """A part of a time. Early is the first half, late the second, mid the fifth around the middle.

    The beginning and the end are a sixth: two months of a year, five days of a month. By the end is its last day.
    """
    pieces = _pieces(edtf)
    half, sixth, fifths = len(pieces) // 2, max(1, len(pieces) // 6), (len(pieces) * 2 // 5, len(pieces) * 3 // 5)
    by, name = words.lower().startswith("by"), re.sub(r"^(?:by|the|very)\s+(?:the\s+)?", "", words.lower())
    if name == "end":
        return str(parse_edtf(edtf).last) if by else span(pieces[-sixth], pieces[-1])
    if name in ("beginning", "start"):
        return span(pieces[0], pieces[sixth - 1])
    if name.startswith("mid"):
        return span(pieces[fifths[0]], pieces[fifths[1]])
    if name.startswith(("early", "first")):
        return span(pieces[0], pieces[half - 1])
    return span(pieces[half], pieces[-1])


def _pieces(edtf: str) -> list[str]:
    """The years of a decade or more, the months of a year or season, the days of a month or less."""
    first, last = parse_edtf(edtf).closed()
    if last.year - first.year > 1:
        return [edtf_year(year) for year in range(first.year, last.year + 1)]
    if (last - first).days > 31:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return [edtf_month(first.year, first.month + step) for step in range(months)]
    return [str(first + dt.timedelta(step)) for step in range((last - first).days + 1)]


def is_a_year(days: Interval) -> bool:
    """Whether these are the days of a year or most of one, of no two years."""
    return 31 < length(days) <= 366 and days.closed()[0].year == days.closed()[1].year


def is_short(days: Interval) -> bool:
    """A day, a week, a month."""
    return length(days) <= 31


def length(days: Interval) -> int:
    """How many days they are."""
    first, last = days.closed()
    return (last - first).days + 1


def is_date(edtf: str) -> bool:
    """Whether a calendar has it."""
    try:
        return bool(parse_edtf(edtf))
    except ValueError:
        return False


def first_day(edtf: str) -> dt.date:
    """The first day of a date."""
    return parse_edtf(edtf).closed()[0]


def days_between(edtf: str, day: dt.date) -> int:
    """How many days lie between a date and a day; 0 where the day is in it."""
    first, last = parse_edtf(edtf).closed()
    return max((first - day).days, (day - last).days, 0)
