"""What days, months, seasons and holidays mean, and which words only look like them."""

import datetime as dt
import re

from components.model.lexicons import any_of
from components.reading.dates.spans import edtf_month, span
from components.reading.dates.told import Told, text_before
from components.reading.dates.words import HOLIDAYS, MONTHS, SEASONS, WORDS
from components.reading.dates.yearly import yearly
from components.reading.dates.years import AMOUNT_AFTER

_NAMED_BEFORE = re.compile(
    rf"\b(?:in|since|until|till|during|through|from|between|of|by|{any_of(MONTHS)}\s(?:and|or))\s$", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"\s+(?:[A-Z]\w|on\b)|['’]")
_HOLIDAY_BEFORE = re.compile(rf"\b{any_of(WORDS.on_holidays)}\s$", re.IGNORECASE)
_HOLIDAY_AFTER = re.compile(
    r"\s*(?:[^\w\s'’-]|$)|\s+(?:and|but|when|with|in|at|to|the|he|she|they|we|that|was|as|because)\b"
)


def numeric_days(match: re.Match[str], told: Told) -> str | None:
    """13/2/2022, or 2/13/2022 where the middle figure can be no month. Where both can, the day stands first."""
    first, second, year = int(match["one"]), int(match["two"]), match["numeric_year"]
    if match["mark"] != match["mark_too"] or (len(year) == 2 and match["mark"] != "/"):
        return None
    day, month = (second, first) if second > 12 else (first, second)
    full_year = int(year) if len(year) == 4 else told.published.year // 100 * 100 + int(year)
    return dt.date(full_year - 100 * (full_year > told.published.year + 10 and len(year) == 2), month, day).isoformat()


def iso_days(match: re.Match[str], _: Told) -> str:
    """2022-02-13, with slashes too."""
    return match.group().replace("/", "-")


def days(match: re.Match[str], told: Told) -> str | None:
    """A day of a month, or several on end; in the year that is said or meant."""
    month, day, to_day = MONTHS[match["month"]], int(match["day"]), match.groupdict().get("to_day")
    if AMOUNT_AFTER.match(match.string, match.end()):
        return None

    def days(year: int) -> str:
        last = int(to_day or day)
        return span(f"{edtf_month(year, month)}-{day:02}", f"{edtf_month(year, month)}-{last:02}")

    dt.date(2000, month, int(to_day or day))  # no month has such a day: ValueError
    return yearly(days, match, told)


def months(match: re.Match[str], told: Told) -> str | None:
    """Several months on end."""
    month = MONTHS[match["month"]]
    last = MONTHS[match["to_month"]]
    return yearly(lambda year: span(edtf_month(year, month), edtf_month(year + (last < month), last)), match, told)


def month_alone(match: re.Match[str], told: Told) -> str | None:
    """A month, where it is no name and no other word."""
    if not any(match[said] for said in ("year", "old_year", "of_year", "which", "part")) and _is_a_name(match):
        return None
    month = MONTHS[match["month"]]
    return yearly(lambda year: edtf_month(year, month), match, told)


def _is_a_name(match: re.Match[str]) -> bool:
    """Whether the word may be somebody's name, or another word: Secretary May, the march, Jan."""
    word, before = match["month"].lower(), text_before(match)
    if word == "may" and re.search(r"\b(?:of|by|from|through)\s$", before):
        return True  # the proposal of May
    if len(word) < 4 and word != "may":
        return True
    named = not _NAMED_BEFORE.search(before) or _NAME_AFTER.match(match.string, match.end())
    return word in WORDS.names_too and bool(named)


def seasons(match: re.Match[str], told: Told) -> str | None:
    """A season: three months, the winter going on into the next year."""
    month = SEASONS[match["season"].lower()]
    return yearly(lambda year: span(edtf_month(year, month), edtf_month(year, month + 2)), match, told)


def holidays(match: re.Match[str], told: Told) -> str | None:
    """Christmas is a day where something happens on it, and no Christmas tree."""
    name = re.sub(r"\s+", " ", match["holiday"].replace("’", "'"))
    said = match["year"] or match["of_year"] or match["which"]
    free = _HOLIDAY_BEFORE.search(text_before(match)) and _HOLIDAY_AFTER.match(match.string, match.end())
    if name in WORDS.holidays_too and not said and not free:
        return None
    month, day = HOLIDAYS[name]
    return yearly(lambda year: f"{edtf_month(year, month)}-{day:02}", match, told)
