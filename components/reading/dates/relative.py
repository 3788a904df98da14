"""What is counted from the article's date or from the last date of the text: yesterday, last week, three years later."""

import datetime as dt
import re

from components.model.lexicons import any_of
from components.reading.dates.spans import edtf_year, length, part_of, span, unit_from
from components.reading.dates.tense import is_ahead
from components.reading.dates.told import Told, base_of, count_on, steps_of, text_before
from components.reading.dates.words import DAYS_NEAR, NUMBERS, WEEKDAYS, WORDS

_NOWADAYS_BEFORE = re.compile(rf"\b{any_of(WORDS.nowadays)}\b[^.;,]{{0,25}}$")
_NOWADAYS_AFTER = re.compile(r"\s+(?:than|as)\b")
_EVERY_BEFORE = re.compile(rf"\b(?i:{any_of(WORDS.not_these_weeks)})\s$|/$")
_NAME_OF_A_PAPER = re.compile(rf"/|\s+(?:the\s+\d|{any_of(WORDS.papers)}\b)")
_AROUND_EVENT = re.compile(r"\s+(?!(?:the\s+)?(?:when|that|and|but|with|it|he|she|they|we|in|at|on)\b)\w")


def near_days(match: re.Match[str], told: Told) -> str | None:
    """Yesterday, today, tomorrow; not "still used today", nor a paper's name."""
    word, before = re.sub(r"\s+", " ", match["near"].lower()), text_before(match)
    nowadays = _NOWADAYS_BEFORE.search(before) or _NOWADAYS_AFTER.match(match.string, match.end())
    paper = match["near"] == "Today" and re.search(r"[A-Z]\w+\s$", before)
    return None if word == "today" and (nowadays or paper) else unit_from("day", told.published, DAYS_NEAR[word])


def weekdays(match: re.Match[str], told: Told) -> str | None:
    """The latest such day until the article's date; where the clause looks ahead, the next one."""
    if _EVERY_BEFORE.search(text_before(match)) or _NAME_OF_A_PAPER.match(match.string, match.end()):
        return None
    return _weekday(WEEKDAYS[match["weekday"]], 1 if is_ahead(match) else -1, told.published)


def _weekday(weekday: int, direction: int, base: dt.date) -> str:
    """The nearest such day in one direction, the base itself included."""
    days = (weekday - base.weekday()) % 7 if direction > 0 else -((base.weekday() - weekday) % 7)
    return (base + dt.timedelta(days)).isoformat()


def which_weekday(match: re.Match[str], told: Told) -> str | None:
    """Last Friday, next Friday; the following Friday after the last day of the text."""
    steps, from_text = steps_of(match["which"])
    weekday = WEEKDAYS[match["weekday"]]
    if not from_text:
        return _weekday(weekday, -1 if steps < 0 else 1, told.published + dt.timedelta(steps))
    if told.last is None or length(told.last) > 7:
        return None
    return _weekday(weekday, 1 if steps > 0 else -1, base_of(told, from_text=True) + dt.timedelta(steps))


def which_units(match: re.Match[str], told: Told) -> str | None:
    """Last week, next year, that same day."""
    unit, which = match["unit"].lower(), match["which"]
    steps, from_text = steps_of(which)
    if unit == "day" and steps and not from_text:
        return None  # the last day of the talks
    if unit in ("month", "year", "decade") and re.match(r"the\s+(?:last|past|coming)", which, re.IGNORECASE):
        return _stretch(unit, 1, steps, told)
    if unit == "weekend":
        steps -= told.published.weekday() < 3 and which.lower() == "this" and not is_ahead(match)
    return count_on(unit, steps, told, from_text=from_text)


def weekends(match: re.Match[str], told: Told) -> str:
    """The weekend: the one that has begun, unless the clause looks ahead."""
    return unit_from("weekend", told.published, -(told.published.weekday() < 5 and not is_ahead(match)))


def the_unit(match: re.Match[str], told: Told) -> str:
    """The end of the year, later in the year: the year of the paragraph, else of the article."""
    base = told.near.closed()[1] if told.near else told.published
    return unit_from(match["unit"].lower(), base, 0)


def year_end(match: re.Match[str], told: Told) -> str:
    """The end of the year in which the article was published."""
    return part_of(edtf_year(told.published.year), "by the end" if match["by"] else "end")


def distances(match: re.Match[str], told: Told) -> str | None:
    """Two years ago, three days later, a year before; not "a year before the war"."""
    side = match["side"].lower().split()[0]
    if side in ("before", "after") and _AROUND_EVENT.match(match.string, match.end()):
        return None
    steps = _number(match) * (-1 if side in ("ago", "earlier", "before", "prior", "previously") else 1)
    return count_on(match["unit"].lower(), steps, told, from_text=side not in ("ago", "from", "hence"))


def _number(match: re.Match[str]) -> int:
    number = match["number"].lower()
    return int(number) if number.isdigit() else NUMBERS.get(number, 1)


def stretches(match: re.Match[str], told: Told) -> str | None:
    """The past five years, the next ten days."""
    steps, _ = steps_of(match["which"])
    return _stretch(match["unit"].lower(), _number(match), -1 if steps < 0 else 1, told)


def _stretch(unit: str, number: int, direction: int, told: Told) -> str:
    """So many units until the article's date, or from the next one on."""
    if unit == "decade":
        unit, number = "year", number * 10
    if unit == "week":
        unit, number = "day", number * 7
    here, there = (
        unit_from(unit, told.published, max(direction, 0)),
        unit_from(unit, told.published, direction * number),
    )
    return span(here, there) if direction > 0 else span(there, here)
