"""In which year something is that comes back every year: a day and month, a season, a holiday."""

import datetime as dt
import re
from collections.abc import Callable

from components.model.intervals import parse_edtf
from components.model.lexicons import any_of
from components.reading.dates.patterns import UP_TO
from components.reading.dates.spans import first_day, is_a_year, is_date, is_short
from components.reading.dates.tense import is_ahead
from components.reading.dates.told import Told, base_of, steps_of, text_before
from components.reading.dates.words import MONTHS

_RANGE_BEFORE = re.compile(r"(?:\d|[a-z]\.?)(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)$")
_RANGE_AFTER = re.compile(
    rf"(?:{UP_TO}|\s+and\s+)(?:[0-3]?\d\s+)?(?P<month>{any_of(MONTHS)})\b\.?(?:\s+[0-3]?\d\b)?,?\s+(?P<year>\d{{4}})\b"
)


def yearly(make: Callable[[int], str], match: re.Match[str], told: Told) -> str | None:
    """What comes back every year (a day and month, a season, a holiday), in the year that is said or meant."""
    groups = match.groupdict()
    if year := groups.get("year") or groups.get("old_year"):
        return make(int(year))
    if of_year := groups.get("of_year"):
        steps, from_text = steps_of(of_year.lower().removesuffix("year"))
        return make(base_of(told, from_text=from_text).year + steps)
    if later := _RANGE_AFTER.match(match.string, match.end()):
        begins_the_year_before = MONTHS[later["month"]] < first_day(make(2000)).month
        return make(int(later["year"]) - begins_the_year_before)
    if which := groups.get("which"):
        return _yearly_by_word(make, which, told)
    return _nearest(make, match, told)


def _yearly_by_word(make: Callable[[int], str], which: str, told: Told) -> str | None:
    """Last May is the latest before this month, next May the first to come, this May that of the year."""
    steps, from_text = steps_of(which)
    if from_text and told.last is None:
        return None
    base = base_of(told, from_text=from_text)
    years = _around(make, base.year)
    if steps < 0:
        return next((edtf for edtf in reversed(years) if first_day(edtf) < base.replace(day=1)), None)
    earliest = base if steps else base.replace(month=1, day=1)
    return next((edtf for edtf in years if first_day(edtf) >= earliest), None)


def _nearest(make: Callable[[int], str], match: re.Match[str], told: Told) -> str | None:
    """The one that the reader expects: in the year just named, or near the day just named or the article's date.

    From the article's date, what has been is told more often than what will be: it may lie nine months back, and less
    than three ahead. Where the clause says that it is to come, it lies one month back at most.
    """
    ahead = is_ahead(match)
    if told.near and is_a_year(told.near):
        in_that_year = make(told.near.closed()[0].year)
        if not (ahead and first_day(in_that_year) < told.published):
            return in_that_year
    goes_on = told.near is not None and bool(_RANGE_BEFORE.search(text_before(match)))
    anchor = _anchor(make, told)
    back = 0 if goes_on else 31 if ahead else 285 if anchor == told.published else 182
    earliest = anchor - dt.timedelta(back)
    return next((edtf for edtf in _around(make, anchor.year) if parse_edtf(edtf).closed()[1] >= earliest), None)


def _anchor(make: Callable[[int], str], told: Told) -> dt.date:
    """The paragraph's last day or month; else the article's date; else the text's last day, where that is far away.

    So "on March 3" in a biography belongs to the year told before it, and in the news to those weeks.
    """
    if told.near and is_short(told.near):
        return told.near.closed()[0]
    recent = any(abs((first_day(edtf) - told.published).days) < 120 for edtf in _around(make, told.published.year))
    return told.last.closed()[0] if told.last and is_short(told.last) and not recent else told.published


def _around(make: Callable[[int], str], year: int) -> list[str]:
    """What comes back, in the year and those beside it; a 29 February in the leap years around."""
    for width in (1, 8):
        years = range(max(1, year - width), min(9999, year + width) + 1)
        if there := [edtf for each in years if is_date(edtf := make(each))]:
            return there
    return []
