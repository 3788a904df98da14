"""In which year something is that comes back every year: a day and month, a season, a holiday."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from components.model.intervals import parse_edtf
from components.model.lexicons import any_of
from components.reading.dates.patterns import UP_TO
from components.reading.dates.spans import days_between, first_day, is_a_year, is_date, is_short
from components.reading.dates.tense import Tense, tense_of
from components.reading.dates.told import Told, base_of, steps_of, text_before
from components.reading.dates.words import MONTHS

_RANGE_BEFORE = re.compile(r"(?:\d|[a-z]\.?)(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)$")
_RANGE_AFTER = re.compile(
    rf"(?:{UP_TO}|\s+and\s+)(?:[0-3]?\d\s+)?(?P<month>{any_of(MONTHS)})\b\.?(?:\s+[0-3]?\d\b)?,?\s+(?P<year>\d{{4}})\b"
)
_JUST_OVER, _HALF_A_YEAR = dt.timedelta(31), dt.timedelta(182)
"""How far back what was to come may lie; how far back a text goes from the last day that it told."""
_NEAR_YEAR = 366


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

    What was lies not after the article's date, and what is to come not before it; what was to come, one month before it at
    most. Without a verb it is the nearest. A text that tells of days long after its own date has them in its own order.
    """
    tense = tense_of(match)
    if told.near and is_a_year(told.near):
        in_that_year = make(told.near.closed()[0].year)
        if not _is_against(tense, first_day(in_that_year), told):
            return in_that_year
    anchor = _anchor(make, told)
    if told.near is not None and _RANGE_BEFORE.search(text_before(match)):
        return _first_from(anchor, _around(make, anchor.year))
    if tense == "ahead" and 0 < (told.published - anchor).days < _NEAR_YEAR:
        return _first_from(told.published - _JUST_OVER, _around(make, told.published.year))
    there = _around(make, anchor.year)
    if tense == "past" and (anchor - told.published).days < _NEAR_YEAR:
        there = [edtf for edtf in there if first_day(edtf) <= told.published]
    if anchor == told.published:
        return _nearest_to(anchor, there, tense)
    return _first_from(anchor - (_JUST_OVER if tense in ("due", "ahead") else _HALF_A_YEAR), there)


def _nearest_to(published: dt.date, there: Sequence[str], tense: Tense) -> str | None:
    """The one that a tense means, seen from the article's date."""
    if tense == "past":
        return there[-1] if there else None
    if tense in ("due", "ahead"):
        return _first_from(published - (_JUST_OVER if tense == "due" else dt.timedelta()), there)
    return min(there, key=lambda edtf: days_between(edtf, published), default=None)


def _is_against(tense: Tense, day: dt.date, told: Told) -> bool:
    """Whether a day of the year just named is on the other side of the article's date than the tense says."""
    if tense in ("due", "ahead"):
        return day < told.published
    year_has_begun = told.near is not None and told.near.closed()[0] <= told.published
    return tense == "past" and year_has_begun and day > told.published


def _first_from(day: dt.date, there: Sequence[str]) -> str | None:
    """The first that is not over on a day; else the last there is."""
    return next((edtf for edtf in there if parse_edtf(edtf).closed()[1] >= day), there[-1] if there else None)


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
