"""Parts of the patterns by which dates are found: each a piece of a regular expression with its named group."""

from components.model.lexicons import any_of
from components.reading.dates.words import (
    CALENDAR,
    FROM_PUBLISHED,
    FROM_TEXT,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
)

NO_FIGURE = r"(?<![$€£#+/,])(?<!\d[.–-])"  # not inside a longer figure, an amount or a reference
YEAR = r"(?P<year>(?:1\d|2[01])\d\d)\b(?!,\d)"
_SHORT_MONTHS = [name for month, names in CALENDAR.months.items() for name in names if name != month]
POINT = "(?:(?:" + "|".join(rf"(?<=\b{name})" for name in _SHORT_MONTHS) + r")\.)?"
"""The stop of a short name: "Feb. 13", not "in May. 13 came"."""
MONTH = rf"(?P<month>{any_of(MONTHS)})\b{POINT}"
TO_MONTH = rf"(?P<to_month>{any_of(MONTHS)})\b{POINT}"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
TO_DAY = r"(?P<to_day>[0-3]?\d)(?:st|nd|rd|th)?\b"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})\b"
WEEKDAY_BEFORE = rf"(?:(?:{any_of(WEEKDAYS)}|{any_of(CALENDAR.short_weekdays)}\b\.?),?\s+(?:the\s+)?)?"
SEASON = rf"(?P<season>(?i:{any_of(SEASONS)}))\b"
TIME_OF_DAY = r"(?:\s+(?i:morning|afternoon|evening|night)\b)?"
UP_TO = r"(?:\s?[-–—]\s?|\s+(?:to|through|until|till)\s+)"
_FROM_PUBLISHED = any_of(FROM_PUBLISHED.keys() - {"this", "next"})
_FROM_TEXT = any_of(FROM_TEXT.keys() - {"that"})
WHICH = (
    rf"(?P<which>(?i:this\s+(?:past|coming)|the\s+(?:very\s+)?next|(?:the\s+)?{_FROM_PUBLISHED}|this|next"
    rf"|(?:(?:the|that|this)\s+)?{_FROM_TEXT}|that))"
)
UNIT = r"(?P<unit>(?i:day|week|month|year|decade|century))"
UNIT_OR_HALF_DAY = r"(?P<unit>(?i:day|week|weekend|month|year|decade|century|morning|afternoon|evening|night))\b"
KIND_OF_YEAR = r"(?i:(?:the\s+)?(?:fiscal|financial|academic|school|calendar)\s+year\s+|FY\s?)"
ERA = r"(?P<era>\s(?:AD|CE)\b)?"
NUMBER = rf"(?P<number>\d{{1,3}}|(?i:{any_of(NUMBERS)}))"
PART = (
    r"(?:(?P<part>(?i:(?:by\s+)?(?:the\s+)?(?:very\s+)?(?:early|mid|middle|late|end|beginning|start|(?:first|second|latter)\s+half)))"
    r"(?:\s+(?:in|of))?[\s-]+(?:the\s+)?)"
)
NTH = rf"(?P<nth>\d\d?(?=st|nd|rd|th)|(?i:{any_of(ORDINALS)}))(?:st|nd|rd|th)?"
TO_NTH = NTH.replace("nth", "to_nth", 1)
# Beside a month a year may have three figures, where nothing can be counted by them ("on 5 May 300 people came").
YEAR_BESIDE = rf"(?:{YEAR}|(?P<old_year>[1-9]\d\d)\b(?=\s*[).;:–-]|,\s|\s*$|\s+(?:AD|CE)\b))"
SAME_YEAR = r"(?P<of_year>(?i:(?:(?:the|that)\s+)?(?:same|previous|preceding|following|last|this|that|next)\s+year))\b"
YEAR_AFTER = rf"(?:,?\s+(?:(?:of|in)\s+)?{YEAR_BESIDE}|(?:,|\s[–-])?\s+(?:of\s+)?{SAME_YEAR})?"
