"""The expressions that name a time, and what each means: a new one is a new line in `RULES`."""

import re
from collections.abc import Callable
from typing import NamedTuple

from components.model.lexicons import any_of
from components.reading.dates.months import days, holidays, iso_days, month_alone, months, numeric_days, seasons
from components.reading.dates.patterns import (
    DAY,
    ERA,
    KIND_OF_YEAR,
    MONTH,
    NO_FIGURE,
    NTH,
    NUMBER,
    PART,
    SEASON,
    TIME_OF_DAY,
    TO_DAY,
    TO_MONTH,
    TO_NTH,
    UNIT,
    UNIT_OR_HALF_DAY,
    UP_TO,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WHICH,
    YEAR,
    YEAR_AFTER,
    YEAR_BESIDE,
)
from components.reading.dates.relative import (
    distances,
    near_days,
    stretches,
    the_unit,
    weekdays,
    weekends,
    which_units,
    which_weekday,
    year_end,
)
from components.reading.dates.told import Told
from components.reading.dates.words import DAYS_NEAR, DECADES, HOLIDAYS
from components.reading.dates.years import centuries, decades, old_years, quarters, short_years, year_range, years

Meaning = Callable[[re.Match[str], Told], str | None]


class Rule(NamedTuple):
    """An expression and what it means: an EDTF date, or nothing where it names no time here."""

    name: str
    pattern: str
    meaning: Meaning
    how: str = "stated"


RULES = (
    # Days
    Rule("2022-02-13", NO_FIGURE + r"[12]\d{3}(?:-[01]\d-|/[01]\d/)[0-3]\d(?=T\d|\b)(?!-)", iso_days),
    Rule(
        "13.02.2022",
        NO_FIGURE + r"(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P<mark_too>[./-])"
        r"(?P<numeric_year>(?:19|20)?\d\d)\b(?![./-]?\d)",
        numeric_days,
    ),
    Rule("12-15 May 2014", rf"{NO_FIGURE}{WEEKDAY_BEFORE}{DAY}{UP_TO}{TO_DAY}\s+(?:of\s+)?{MONTH}{YEAR_AFTER}", days),
    Rule("13 February 2022", rf"{NO_FIGURE}{WEEKDAY_BEFORE}{DAY}\s+(?:of\s+)?{MONTH}{YEAR_AFTER}", days),
    Rule("May 12 to 15, 2014", rf"{WEEKDAY_BEFORE}{MONTH}\s+{DAY}{UP_TO}{TO_DAY}(?![.:,]\d){YEAR_AFTER}", days),
    Rule("February 13, 2022", rf"{WEEKDAY_BEFORE}{MONTH}\s+(?:the\s+)?{DAY}(?![.:,]\d){YEAR_AFTER}", days),
    Rule("Christmas Eve 1914", rf"(?:{WHICH}\s+)?(?P<holiday>{any_of(HOLIDAYS)})\b{YEAR_AFTER}", holidays),
    # Months, seasons, quarters
    Rule("between May and June 1981", rf"(?i:between\s+){MONTH}\s+and\s+{TO_MONTH}{YEAR_AFTER}(?!\s+\d)", months),
    Rule("May–June 1981", rf"(?:(?i:from)\s+)?{MONTH}{UP_TO}{TO_MONTH}{YEAR_AFTER}(?!\s+\d)", months),
    Rule("early February 2022", rf"{PART}?(?:{WHICH}\s+)?{MONTH}{YEAR_AFTER}", month_alone),
    Rule(
        "the summer of 2014",
        rf"{PART}?(?:(?i:the)\s+)?{SEASON},?\s+(?:of\s+)?{YEAR_BESIDE}(?:\s?[-–/]\s?\d{{2,4}}\b)?",
        seasons,
    ),
    Rule("last summer", rf"{PART}?{WHICH}\s+{SEASON}", seasons, "relative"),
    Rule(
        "Q1 2020",
        r"(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?i:(?:the\s+)?(?P<nth>first|second|third|fourth)\s+quarter\s+of))"
        rf"\s+{YEAR}",
        quarters,
    ),
    # Centuries, decades, years
    Rule(
        "the 19th century",
        rf"{PART}?(?:(?i:the)\s+)?{NTH}(?:\s+(?:and|to|or)\s+(?:the\s+)?{TO_NTH})?[\s-]+(?i:centur(?:y|ies))\b",
        centuries,
    ),
    Rule(
        "the mid-1990s",
        rf"{PART}?(?:(?i:the)\s+)?(?:(?P<year>(?:1\d|20)\d)0(?:s|(?<=\bthe\s\d{{4}})['’]s)\b|['’](?P<tens>\d)0s\b"
        rf"|(?P<named>(?i:{any_of(DECADES)}))\b)",
        decades,
    ),
    Rule(
        "fiscal year 2019-20",
        rf"(?:{KIND_OF_YEAR})?{NO_FIGURE}(?P<year>(?:1\d|20)\d\d)(?P<dash>[-–/])(?P<to>(?:1\d|20)\d\d|\d\d)\b(?![-\d])",
        year_range,
    ),
    Rule(
        "late 2021",
        rf"{PART}?(?P<named>{KIND_OF_YEAR}|(?i:(?:the\s+)?year)\s+|AD\s)?{NO_FIGURE}{YEAR}(?![/.–-]\d){ERA}",
        years,
    ),
    Rule("347 AD", rf"{NO_FIGURE}(?P<old>[1-9]\d\d)\b(?![.,]?\d){ERA}", old_years),
    Rule("in ’89", r"(?:['’]|(?<=(?P<first>\d{4})\s[–-]\s))(?P<short>\d\d)\b(?!\w|[.,:]\d|\s?%)", short_years),
    # Counted from the article's date or the text's last one
    Rule("yesterday", rf"(?P<near>(?i:{any_of(DAYS_NEAR)}))\b{TIME_OF_DAY}", near_days, "relative"),
    Rule(
        "three years later",
        rf"{NUMBER}\s+{UNIT}s?\s+(?P<side>(?i:ago|later|earlier|before|after|prior|previously|hence|from\s+now))\b",
        distances,
        "relative",
    ),
    Rule(
        "the year before",
        rf"(?P<number>(?i:the))\s+{UNIT}\s+(?P<side>(?i:before|after|earlier|later|prior))\b",
        distances,
        "relative",
    ),
    Rule(
        "the past five years",
        r"(?:(?i:the)\s+)?(?P<which>(?i:last|past|next|coming|previous|following))\s+"
        rf"{NUMBER}\s+{UNIT}s\b(?!\s+of\b)",
        stretches,
        "relative",
    ),
    Rule("last Friday", rf"{WHICH}\s+{WEEKDAY}{TIME_OF_DAY}", which_weekday, "relative"),
    Rule("late last year", rf"{PART}?{WHICH}\s+{UNIT_OR_HALF_DAY}(?![-\s]long|\s+of\b)", which_units, "relative"),
    Rule("over the weekend", r"(?:(?<=over\s)|(?<=at\s)|(?<=throughout\s)|(?<=during\s))the\s+weekend\b", weekends, "relative"),
    Rule("the end of the year", rf"{PART}(?<=the\s)(?P<unit>(?i:year|month|week))\b", the_unit, "relative"),
    Rule("later in the year", r"(?i:earlier|later)\s+(?:on\s+)?in\s+the\s+(?P<unit>year|month|week)\b", the_unit, "relative"),
    Rule("by year end", r"(?P<by>(?i:by)\s+)?(?i:the\s+)?(?i:year[\s-]end|end\s+of\s+year)\b", year_end, "relative"),
    Rule("on Friday", rf"{WEEKDAY}{TIME_OF_DAY}", weekdays, "relative"),
)  # fmt: skip
"""Where several fit at one place, the first counts. The names are examples."""
