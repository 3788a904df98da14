"""What an expression is counted from, and how many units on."""

import datetime as dt
import re
from typing import NamedTuple

from components.model.intervals import Interval
from components.reading.dates.spans import length, unit_from
from components.reading.dates.words import FROM_PUBLISHED, FROM_TEXT


class Told(NamedTuple):
    """What an expression may be counted from: the article's date, the text's last date, the paragraph's last date."""

    published: dt.date
    last: Interval | None
    near: Interval | None


_LONGEST = {"week": 7, "weekend": 7, "month": 31}
"""How many days the last date may last, so that a unit can be counted from it: no day is two days after a year."""


def text_before(match: re.Match[str], width: int = 40) -> str:
    """What stands before an expression, so many characters of it."""
    return match.string[max(0, match.start() - width) : match.start()]


def steps_of(which: str) -> tuple[int, bool]:
    """How many units on, and whether they are counted from the text rather than from the article's date."""
    words = which.lower().split()
    if words[-1] in FROM_TEXT:
        return FROM_TEXT[words[-1]], True
    return FROM_PUBLISHED[words[-1]], words[0] == "the" and words[-1] == "next"


def base_of(told: Told, *, from_text: bool) -> dt.date:
    """The day from which is counted: the last of the last date of the text, or the article's."""
    return told.last.closed()[1] if from_text and told.last else told.published


def count_on(unit: str, steps: int, told: Told, *, from_text: bool) -> str | None:
    """The unit so many steps from the base; None where the base is too wide to count from, or there is none."""
    wide = unit in ("year", "decade", "century")
    if from_text and told.last is None and not (wide or unit == "month"):
        return None
    if from_text and told.last is not None and not wide and length(told.last) > _LONGEST.get(unit, 1):
        return None
    return unit_from(unit, base_of(told, from_text=from_text), steps)
