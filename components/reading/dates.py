"""A step: which expressions name a time, and which days they mean.

Own rules rather than a date parser, because a parser reads "$24 billion" as a date and "may" as a month, and because
what is wanted is an interval: a year alone stays a year.
"""

import datetime as dt
import re
from typing import NamedTuple

from components.intervals import parse_edtf

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
            "September Sept Sep", "October Oct", "November Nov", "December Dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

_MONTH = "(?P<month>" + "|".join(MONTHS) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NO_FIGURE = r"(?<![\d$€£.,/])(?<!\d[-–])"  # not inside a longer figure, an amount or a reference
_YEAR_ALONE = _NO_FIGURE + r"\b" + _YEAR + r"\b(?![\d/%]|[.,]\d|\s?(?:billion|million|thousand|percent|per cent)\b)"

RULES = (
    ("day", re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b")),
    ("day", re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b")),
    ("day", re.compile(rf"\b{_YEAR}-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)\b")),
    ("month", re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b")),
    ("years", re.compile(_NO_FIGURE + r"\b" + _YEAR + r"\s?[-–/]\s?(?P<to>(?:(?:19|20)\d\d|\d\d))\b(?![-\d])")),
    ("decade", re.compile(r"\b(?P<year>(?:19|20)\d0)s\b")),
    ("since", re.compile(rf"\bsince\s+{_YEAR}\b", re.IGNORECASE)),
    ("year", re.compile(_YEAR_ALONE)),
    ("previous year", re.compile(r"\bthe (?:previous|preceding|prior) year\b|\ba year (?:earlier|before)\b", re.IGNORECASE)),
)  # fmt: skip
"""Tried in this order; what one rule has taken, a later one leaves alone."""


class DateMention(NamedTuple):
    """An expression that names a time. `edtf` is what it means; `how` is `stated` or `relative`."""

    start: int
    end: int
    edtf: str
    how: str


def find_dates(text: str, *, reference: dt.date) -> list[DateMention]:
    """The expressions of a text that name a time, in order.

    Relative ones are resolved against the last date before them in the text, or against `reference` (the article's
    date) where there is none. An expression that means no day of the calendar is left out.
    """
    found: list[tuple[re.Match[str], str]] = []
    for kind, rule in RULES:
        for match in rule.finditer(text):
            if not any(match.start() < taken.end() and taken.start() < match.end() for taken, _ in found):
                found.append((match, kind))
    mentions: list[DateMention] = []
    year = reference.year
    for match, kind in sorted(found, key=lambda each: each[0].start()):
        edtf = _edtf(match, kind, year)
        if edtf is not None:
            mentions.append(
                DateMention(match.start(), match.end(), edtf, "relative" if kind == "previous year" else "stated")
            )
            year = parse_edtf(edtf).closed()[1].year
    return mentions


def _edtf(match: re.Match[str], kind: str, year_before: int) -> str | None:
    if kind == "previous year":
        return str(year_before - 1)
    year = match["year"]
    if kind == "year":
        return year
    if kind == "since":
        return f"{year}/.."
    if kind == "decade":
        return f"{year[:3]}X"
    if kind == "years":
        end = match["to"] if len(match["to"]) == 4 else year[:2] + match["to"]
        return f"{year}/{end}" if int(end) > int(year) else None
    groups = match.groupdict()
    month = int(groups["month_number"]) if groups.get("month_number") else MONTHS[groups["month"]]
    if kind == "month":
        return f"{year}-{month:02}"
    try:
        return dt.date(int(year), month, int(match["day"])).isoformat()
    except ValueError:
        return None
