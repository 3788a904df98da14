"""A step: which expressions name a time, and which days they mean.

Own rules rather than a date parser, because a parser reads "$24 billion" as a date and "may" as a month, and because
what is wanted is an interval: a year alone stays a year.

From top to bottom: words, their patterns, parts of a time, what is counted from where, what each kind of expression
means, the table of rules, and the one pass over the text. A new expression is a new line in `RULES`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from components.model.intervals import Interval, parse_edtf


class DateMention(NamedTuple):
    """An expression that names a time. `edtf` is what it means; `how` is `stated` or `relative`."""

    start: int
    end: int
    edtf: str
    how: str


# --- Words ---


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words in order, each with its number; `Sept|Sep` are two words for one number."""
    return {word: number for number, same in enumerate(words.split(), first) for word in same.split("|")}


_TITLED = _numbered(
    "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep October|Oct "
    "November|Nov December|Dec"
)
MONTHS = _TITLED | {word.upper(): number for word, number in _TITLED.items()}
WEEKDAYS = _numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", first=0)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each begins in the north. It lasts three."""

NUMBERS = _numbered(
    "a|an|one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", first=2)
DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
HOLIDAYS = {
    "New Year's Day": (1, 1), "Valentine's Day": (2, 14), "International Women's Day": (3, 8), "May Day": (5, 1),
    "Juneteenth": (6, 19), "Fourth of July": (7, 4), "Bastille Day": (7, 14), "Halloween": (10, 31),
    "Armistice Day": (11, 11), "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
    "Boxing Day": (12, 26), "New Year's Eve": (12, 31),
}  # fmt: skip
"""Month and day. Those that move with the moon, or mean another day in another country, are left out."""

FROM_PUBLISHED = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
FROM_TEXT = {"previous": -1, "preceding": -1, "prior": -1, "that": 0, "same": 0, "following": 1, "ensuing": 1}
"""How many units on: counted from the article's date, and from the last date of the text."""

NAMES_TOO = frozenset({"march", "april", "may", "june", "august"})
"""Months that are also names or other words: alone they need a preposition."""

# --- Patterns ---


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first, with straight or curly apostrophes and any white space."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in longest_first) + ")"


_NO_FIGURE = r"(?<![$€£#+/,])(?<!\d[.–-])"  # not inside a longer figure, an amount or a reference
_YEAR = r"(?P<year>(?:1\d|2[01])\d\d)\b(?!,\d)"
_POINT = (
    r"(?:(?:(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|(?<=\bSept))\.)?"  # Feb. 13, not "in May. 13 came"
)
_MONTH = rf"(?P<month>{_any(MONTHS)})\b{_POINT}"
_TO_MONTH = rf"(?P<to_month>{_any(MONTHS)})\b{_POINT}"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_TO_DAY = r"(?P<to_day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_WEEKDAY = rf"(?P<weekday>{_any(WEEKDAYS)})\b"
_WEEKDAY_BEFORE = rf"(?:(?:{_any(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?),?\s+(?:the\s+)?)?"
_SEASON = rf"(?P<season>(?i:{_any(SEASONS)}))\b"
_TIME_OF_DAY = r"(?:\s+(?i:morning|afternoon|evening|night)\b)?"
_UP_TO = r"(?:\s?[-–—]\s?|\s+(?:to|through|until|till)\s+)"
_WHICH = (
    r"(?P<which>(?i:this\s+(?:past|coming)|the\s+(?:very\s+)?next|(?:the\s+)?(?:last|past|current|coming)|this|next"
    r"|(?:(?:the|that|this)\s+)?(?:same|previous|preceding|prior|following|ensuing)|that))"
)
_UNIT = r"(?P<unit>(?i:day|week|month|year|decade|century))"
_UNIT_OR_HALF_DAY = r"(?P<unit>(?i:day|week|weekend|month|year|decade|century|morning|afternoon|evening|night))\b"
_KIND_OF_YEAR = r"(?i:(?:the\s+)?(?:fiscal|financial|academic|school|calendar)\s+year\s+|FY\s?)"
_ERA = r"(?P<era>\s(?:AD|CE)\b)?"
_NUMBER = rf"(?P<number>\d{{1,3}}|(?i:{_any(NUMBERS)}))"
_PART = (
    r"(?:(?P<part>(?i:(?:by\s+)?(?:the\s+)?(?:very\s+)?(?:early|mid|middle|late|end|beginning|start|(?:first|second|latter)\s+half)))"
    r"(?:\s+(?:in|of))?[\s-]+(?:the\s+)?)"
)
_NTH = rf"(?P<nth>\d\d?(?=st|nd|rd|th)|(?i:{_any(ORDINALS)}))(?:st|nd|rd|th)?"
_TO_NTH = _NTH.replace("nth", "to_nth", 1)
# Beside a month a year may have three figures, where nothing can be counted by them ("on 5 May 300 people came").
_YEAR_BESIDE = rf"(?:{_YEAR}|(?P<old_year>[1-9]\d\d)\b(?=\s*[).;:–-]|,\s|\s*$|\s+(?:AD|CE)\b))"
_SAME_YEAR = r"(?P<of_year>(?i:(?:(?:the|that)\s+)?(?:same|previous|preceding|following|last|this|that|next)\s+year))\b"
_YEAR_AFTER = rf"(?:,?\s+(?:(?:of|in)\s+)?{_YEAR_BESIDE}|(?:,|\s[–-])?\s+(?:of\s+)?{_SAME_YEAR})?"

# --- Parts of a time ---


def _year(year: int) -> str:
    return f"{year:04}"


def _month(year: int, month: int) -> str:
    """A month, 13 being the first of the next year."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def _span(first: object, last: object) -> str:
    return str(first) if first == last else f"{first}/{last}"


def _unit(unit: str, day: dt.date, steps: int) -> str:
    """The week, month, year ... so many steps after the one that holds the day."""
    match unit:
        case "week":
            monday = day + dt.timedelta(7 * steps - day.weekday())
            return _span(monday, monday + dt.timedelta(6))
        case "weekend":
            saturday = day + dt.timedelta(7 * steps + 5 - day.weekday())
            return _span(saturday, saturday + dt.timedelta(1))
        case "month":
            return _month(day.year, day.month + steps)
        case "year":
            return _year(day.year + steps)
        case "decade":
            return f"{day.year // 10 + steps:03}X"
        case "century":
            return f"{day.year // 100 + steps:02}XX"
        case _:  # a day, a morning, a night
            return (day + dt.timedelta(steps)).isoformat()


def _part(edtf: str, words: str) -> str:
    """A part of a time. Early is the first half, late the second, mid the fifth around the middle.

    The beginning and the end are a sixth: two months of a year, five days of a month. By the end is its last day.
    """
    pieces = _pieces(edtf)
    half, sixth, fifths = len(pieces) // 2, max(1, len(pieces) // 6), (len(pieces) * 2 // 5, len(pieces) * 3 // 5)
    by, name = words.lower().startswith("by"), re.sub(r"^(?:by|the|very)\s+(?:the\s+)?", "", words.lower())
    if name == "end":
        return str(parse_edtf(edtf).last) if by else _span(pieces[-sixth], pieces[-1])
    if name in ("beginning", "start"):
        return _span(pieces[0], pieces[sixth - 1])
    if name.startswith("mid"):
        return _span(pieces[fifths[0]], pieces[fifths[1]])
    if name.startswith(("early", "first")):
        return _span(pieces[0], pieces[half - 1])
    return _span(pieces[half], pieces[-1])


def _pieces(edtf: str) -> list[str]:
    """The years of a decade or more, the months of a year or season, the days of a month or less."""
    first, last = parse_edtf(edtf).closed()
    if last.year - first.year > 1:
        return [_year(year) for year in range(first.year, last.year + 1)]
    if (last - first).days > 31:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return [_month(first.year, first.month + step) for step in range(months)]
    return [str(first + dt.timedelta(step)) for step in range((last - first).days + 1)]


# --- What is counted from where ---


class _Told(NamedTuple):
    """What an expression may be counted from: the article's date, the text's last date, the paragraph's last date."""

    published: dt.date
    last: Interval | None
    near: Interval | None


_LONGEST = {"week": 7, "weekend": 7, "month": 31}
"""How many days the last date may last, so that a unit can be counted from it: no day is two days after a year."""

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|going to|(?:is|are|was|were|be) (?:due |set |scheduled |expected |planned )?to"
    r"|due to|set to|scheduled|expected|upcoming|until|plans? to)\b|['’]ll\b"
)
_CLAUSE_END = re.compile(r"[.!?;\n]")
_RANGE_BEFORE = re.compile(r"(?:\d|[a-z]\.?)(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)$")
_RANGE_AFTER = re.compile(
    rf"(?:{_UP_TO}|\s+and\s+)(?:[0-3]?\d\s+)?(?P<month>{_any(MONTHS)})\b\.?(?:\s+[0-3]?\d\b)?,?\s+(?P<year>\d{{4}})\b"
)


def _before(match: re.Match[str], width: int = 40) -> str:
    return match.string[max(0, match.start() - width) : match.start()]


def _is_ahead(match: re.Match[str]) -> bool:
    """Whether the clause around the expression speaks of what is to come."""
    before = _CLAUSE_END.split(_before(match, 80))[-1]
    after = _CLAUSE_END.split(match.string[match.end() : match.end() + 60])[0]
    return bool(_AHEAD.search(before) or _AHEAD.search(after))


def _steps(which: str) -> tuple[int, bool]:
    """How many units on, and whether they are counted from the text rather than from the article's date."""
    words = which.lower().split()
    if words[-1] in FROM_TEXT:
        return FROM_TEXT[words[-1]], True
    return FROM_PUBLISHED[words[-1]], words[0] == "the" and words[-1] == "next"


def _base(told: _Told, *, from_text: bool) -> dt.date:
    return told.last.closed()[1] if from_text and told.last else told.published


def _counted(unit: str, steps: int, told: _Told, *, from_text: bool) -> str | None:
    """The unit so many steps from the base; None where the base is too wide to count from, or there is none."""
    wide = unit in ("year", "decade", "century")
    if from_text and told.last is None and not (wide or unit == "month"):
        return None
    if from_text and told.last is not None and not wide and _length(told.last) > _LONGEST.get(unit, 1):
        return None
    return _unit(unit, _base(told, from_text=from_text), steps)


def _yearly(make: Callable[[int], str], match: re.Match[str], told: _Told) -> str | None:
    """What comes back every year (a day and month, a season, a holiday), in the year that is said or meant."""
    groups = match.groupdict()
    if year := groups.get("year") or groups.get("old_year"):
        return make(int(year))
    if of_year := groups.get("of_year"):
        steps, from_text = _steps(of_year.lower().removesuffix("year"))
        return make(_base(told, from_text=from_text).year + steps)
    if later := _RANGE_AFTER.match(match.string, match.end()):
        begins_the_year_before = MONTHS[later["month"]] < _first(make(2000)).month
        return make(int(later["year"]) - begins_the_year_before)
    if which := groups.get("which"):
        return _yearly_by_word(make, which, told)
    return _nearest(make, match, told)


def _yearly_by_word(make: Callable[[int], str], which: str, told: _Told) -> str | None:
    """Last May is the latest before this month, next May the first to come, this May that of the year."""
    steps, from_text = _steps(which)
    if from_text and told.last is None:
        return None
    base = _base(told, from_text=from_text)
    years = _around(make, base.year)
    if steps < 0:
        return next((edtf for edtf in reversed(years) if _first(edtf) < base.replace(day=1)), None)
    earliest = base if steps else base.replace(month=1, day=1)
    return next((edtf for edtf in years if _first(edtf) >= earliest), None)


def _nearest(make: Callable[[int], str], match: re.Match[str], told: _Told) -> str | None:
    """The one that the reader expects: in the year just named, or near the day just named or the article's date.

    From the article's date, what has been is told more often than what will be: it may lie nine months back, and less
    than three ahead. Where the clause says that it is to come, it lies one month back at most.
    """
    ahead = _is_ahead(match)
    if told.near and _is_a_year(told.near):
        in_that_year = make(told.near.closed()[0].year)
        if not (ahead and _first(in_that_year) < told.published):
            return in_that_year
    goes_on = told.near is not None and bool(_RANGE_BEFORE.search(_before(match)))
    anchor = _anchor(make, told)
    back = 0 if goes_on else 31 if ahead else 285 if anchor == told.published else 182
    earliest = anchor - dt.timedelta(back)
    return next((edtf for edtf in _around(make, anchor.year) if parse_edtf(edtf).closed()[1] >= earliest), None)


def _anchor(make: Callable[[int], str], told: _Told) -> dt.date:
    """The paragraph's last day or month; else the article's date; else the text's last day, where that is far away.

    So "on March 3" in a biography belongs to the year told before it, and in the news to those weeks.
    """
    if told.near and _is_short(told.near):
        return told.near.closed()[0]
    recent = any(abs((_first(edtf) - told.published).days) < 120 for edtf in _around(make, told.published.year))
    return told.last.closed()[0] if told.last and _is_short(told.last) and not recent else told.published


def _is_a_year(days: Interval) -> bool:
    return 31 < _length(days) <= 366 and days.closed()[0].year == days.closed()[1].year


def _is_short(days: Interval) -> bool:
    """A day, a week, a month."""
    return _length(days) <= 31


def _length(days: Interval) -> int:
    first, last = days.closed()
    return (last - first).days + 1


def _around(make: Callable[[int], str], year: int) -> list[str]:
    """What comes back, in the year and those beside it; a 29 February in the leap years around."""
    for width in (1, 8):
        years = range(max(1, year - width), min(9999, year + width) + 1)
        if there := [edtf for each in years if _is_date(edtf := make(each))]:
            return there
    return []


def _is_date(edtf: str) -> bool:
    try:
        return bool(parse_edtf(edtf))
    except ValueError:
        return False


def _first(edtf: str) -> dt.date:
    return parse_edtf(edtf).closed()[0]


# --- What each kind of expression means ---

_AMOUNT_AFTER = re.compile(r"\s?(?:[%+°]|(?:billion|million|thousand|hundred|percent|per\s+cent)\b)")
_COUNTED_AFTER = re.compile(
    r"\s(?:people|persons|men|women|children|soldiers|troops|civilians|refugees|members|delegates|votes|times|points|"
    r"seats|dollars|euros|pounds|rou?bles|tonn?es|tons|kilomet(?:er|re)s|met(?:er|re)s|km|kg|miles|feet|hours|minutes|"
    r"seconds|pages|words|copies|cases|deaths|dead|killed|wounded|injured)\b"
    r"|[\s–-](?:(?:year|month|week|day)s?|strong)\b"
)
_NUMBERED_BEFORE = re.compile(
    r"(?:\b(?i:resolution|res|no|nos|number|page|p|pp|room|flight|section|article|chapter|paragraph|para|line|route|highway"
    r"|channel|figure|table|item|box|ext|pin|tel|phone|fax|code|H\.\s?R)s?\.?\s?(?:\d[\d,\s]*(?:and\s)?)?"
    r"|[$€£#§+]\s?|US\$\s?|(?<!\d)(?!(?:19|20)\d\d\s)\d+\s)$"
)
_TIME_BEFORE = re.compile(r"(?:\b(?i:in|since|until|till|circa|ca?\.|born|died|reigned)\s?|[(–—]\s?|\d{3,4}\s-\s)$")
_MAYBE_TIME_BEFORE = re.compile(
    r"\b(?:by|from|between|around|about|before|after|during|late|(?<=\d\s)(?:to|and|or))\s$", re.IGNORECASE
)
_BY_ITSELF_AFTER = re.compile(r"\s*(?:[,.;:)\]–—]|\s-\s|$|['’]s\b)")
_ADJECTIVE_BEFORE = re.compile(r"\b(?i:the|an?|his|her|its|their|this|that|of)\s$")
_PLURAL_AFTER = re.compile(r"\s+(?!(?:was|is|has|as|his|its|this|thus)\b)[a-z]{2,}(?:s|ren)\b")


def _years(match: re.Match[str], told: _Told) -> str | None:
    """A year. Before 1900 and after 2100 a figure is one only where the words around it say so."""
    text, end, year, before = match.string, match.end(), int(match["year"]), _before(match)
    if _is_a_figure(match):
        return None
    sure = 1900 <= year < 2100 or match["part"] or match["named"] or match["era"]
    if not sure and _PLURAL_AFTER.match(text, end):
        return None
    of_old_times = told.last is not None and told.last.closed()[1].year < 1900
    by_itself = re.search(r"(?:\bof|,)\s$", before) and _BY_ITSELF_AFTER.match(text, end)
    adjective = _ADJECTIVE_BEFORE.search(before) and re.match(r"\s[a-z]", text[end : end + 2])
    told_by = _TIME_BEFORE.search(before) or (of_old_times and _MAYBE_TIME_BEFORE.search(before))
    return _year(year) if sure or by_itself or adjective or told_by else None


def _is_a_figure(match: re.Match[str]) -> bool:
    """Whether something is counted, or an entry is numbered: 2021 percent, 2000 people, resolution 2022.

    "In 2014 people fled" is a year all the same, if it is no round figure.
    """
    text, end, before = match.string, match.end(), _before(match)
    if _AMOUNT_AFTER.match(text, end) or _NUMBERED_BEFORE.search(before):
        return True
    when = re.search(r"\b(?:in|since|until)\s$", before, re.IGNORECASE) and not match.group().endswith("00")
    return bool(_COUNTED_AFTER.match(text, end)) and not when


def _old_years(match: re.Match[str], told: _Told) -> str | None:
    """A year of three figures: with its era or its circa, or after another of them."""
    before = _before(match)
    sure = match["era"] or re.search(r"\b(?:c\.|ca\.|circa|AD)\s?$", before)
    after_another = told.last is not None and told.last.closed()[1].year < 1000
    told_by = _TIME_BEFORE.search(before) or _MAYBE_TIME_BEFORE.search(before)
    return _year(int(match["old"])) if sure or (after_another and told_by and not _is_a_figure(match)) else None


def _short_years(match: re.Match[str], told: _Told) -> str | None:
    """Two figures, '89 or the second of 1920 – 21: the century is that of the year before, or the last one possible."""
    if match["first"]:
        return match["first"][:2] + match["short"] if match["short"] > match["first"][2:] else None
    if not re.search(r"\b(?:in|of|since|until|class|summer|from|to|and)\s$", _before(match)):
        return None
    century = told.published.year // 100
    return _year((century - (int(match["short"]) > told.published.year % 100 + 10)) * 100 + int(match["short"]))


def _year_range(match: re.Match[str], _: _Told) -> str | None:
    if _is_a_figure(match):
        return None
    year, to = match["year"], match["to"]
    last = to if len(to) == 4 else year[:2] + to
    if last > year:
        return f"{year}/{last}"
    return _month(int(year), int(to)) if match["dash"] == "-" and 1 <= int(to) <= 12 and len(to) == 2 else None


def _decades(match: re.Match[str], _: _Told) -> str | None:
    """The 1990s are ten years, the 1800s a hundred; the 2000s ten, as people speak of them."""
    if match["year"]:
        return match["year"] + "X" if match["year"][2] != "0" or match["year"] == "200" else match["year"][:2] + "XX"
    if match["named"] and not re.search(r"\bthe\b", match.group(), re.IGNORECASE):
        return None  # somebody in his late sixties
    return f"19{match['tens'] or DECADES[match['named'].lower()]}X"


def _centuries(match: re.Match[str], _: _Told) -> str:
    numbers = [int(n) if n.isdigit() else ORDINALS[n.lower()] for n in (match["nth"], match["to_nth"]) if n]
    return _span(*(f"{number - 1:02}XX" for number in (numbers[0], numbers[-1])))


def _quarters(match: re.Match[str], _: _Told) -> str:
    months = 6 if match["half"] else 3
    number = int(match["half"] or match["quarter"] or ORDINALS[match["nth"].lower()])
    return _span(_month(int(match["year"]), (number - 1) * months + 1), _month(int(match["year"]), number * months))


def _numeric_days(match: re.Match[str], told: _Told) -> str | None:
    """13/2/2022, or 2/13/2022 where the middle figure can be no month. Where both can, the day stands first."""
    first, second, year = int(match["one"]), int(match["two"]), match["numeric_year"]
    if match["mark"] != match["mark_too"] or (len(year) == 2 and match["mark"] != "/"):
        return None
    day, month = (second, first) if second > 12 else (first, second)
    full_year = int(year) if len(year) == 4 else told.published.year // 100 * 100 + int(year)
    return dt.date(full_year - 100 * (full_year > told.published.year + 10 and len(year) == 2), month, day).isoformat()


def _iso_days(match: re.Match[str], _: _Told) -> str:
    return match.group().replace("/", "-")


def _days(match: re.Match[str], told: _Told) -> str | None:
    """A day of a month, or several on end; in the year that is said or meant."""
    month, day, to_day = MONTHS[match["month"]], int(match["day"]), match.groupdict().get("to_day")
    if _AMOUNT_AFTER.match(match.string, match.end()):
        return None

    def days(year: int) -> str:
        last = int(to_day or day)
        return _span(f"{_month(year, month)}-{day:02}", f"{_month(year, month)}-{last:02}")

    dt.date(2000, month, int(to_day or day))  # no month has such a day: ValueError
    return _yearly(days, match, told)


def _months(match: re.Match[str], told: _Told) -> str | None:
    month = MONTHS[match["month"]]
    last = MONTHS[match["to_month"]]
    return _yearly(lambda year: _span(_month(year, month), _month(year + (last < month), last)), match, told)


_NAMED_BEFORE = re.compile(
    rf"\b(?:in|since|until|till|during|through|from|between|of|by|{_any(MONTHS)}\s(?:and|or))\s$", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"\s+(?:[A-Z]\w|on\b)|['’]")


def _month_alone(match: re.Match[str], told: _Told) -> str | None:
    if not any(match[said] for said in ("year", "old_year", "of_year", "which", "part")) and _is_a_name(match):
        return None
    month = MONTHS[match["month"]]
    return _yearly(lambda year: _month(year, month), match, told)


def _is_a_name(match: re.Match[str]) -> bool:
    """Whether the word may be somebody's name, or another word: Secretary May, the march, Jan."""
    word, before = match["month"].lower(), _before(match)
    if word == "may" and re.search(r"\b(?:of|by|from|through)\s$", before):
        return True  # the proposal of May
    if len(word) < 4 and word != "may":
        return True
    named = not _NAMED_BEFORE.search(before) or _NAME_AFTER.match(match.string, match.end())
    return word in NAMES_TOO and bool(named)


def _seasons(match: re.Match[str], told: _Told) -> str | None:
    month = SEASONS[match["season"].lower()]
    return _yearly(lambda year: _span(_month(year, month), _month(year, month + 2)), match, told)


_HOLIDAY_BEFORE = re.compile(r"\b(?:at|by|on|before|after|since|until|till|over|during|around|for)\s$", re.IGNORECASE)
_HOLIDAY_AFTER = re.compile(
    r"\s*(?:[^\w\s'’-]|$)|\s+(?:and|but|when|with|in|at|to|the|he|she|they|we|that|was|as|because)\b"
)


def _holidays(match: re.Match[str], told: _Told) -> str | None:
    """Christmas is a day where something happens on it, and no Christmas tree."""
    name = re.sub(r"\s+", " ", match["holiday"].replace("’", "'"))
    said = match["year"] or match["of_year"] or match["which"]
    free = _HOLIDAY_BEFORE.search(_before(match)) and _HOLIDAY_AFTER.match(match.string, match.end())
    if name in ("Christmas", "Halloween") and not said and not free:
        return None
    month, day = HOLIDAYS[name]
    return _yearly(lambda year: f"{_month(year, month)}-{day:02}", match, told)


_NOWADAYS_BEFORE = re.compile(r"\b(?:still|known|than|remains?)\b[^.;,]{0,25}$")
_NOWADAYS_AFTER = re.compile(r"\s+(?:than|as)\b")
_EVERY_BEFORE = re.compile(r"\b(?i:every|each|an?|black|good|bloody|super|easter|ash|palm)\s$|/$")
_NAME_OF_A_PAPER = re.compile(r"/|\s+(?:the\s+\d|(?:Times|Mail|Mirror|Telegraph|Post|Express|Herald|Agreement)\b)")


def _near_days(match: re.Match[str], told: _Told) -> str | None:
    """Yesterday, today, tomorrow; not "still used today", nor a paper's name."""
    word, before = re.sub(r"\s+", " ", match["near"].lower()), _before(match)
    nowadays = _NOWADAYS_BEFORE.search(before) or _NOWADAYS_AFTER.match(match.string, match.end())
    paper = match["near"] == "Today" and re.search(r"[A-Z]\w+\s$", before)
    return None if word == "today" and (nowadays or paper) else _unit("day", told.published, DAYS[word])


def _weekdays(match: re.Match[str], told: _Told) -> str | None:
    """The latest such day until the article's date; where the clause looks ahead, the next one."""
    if _EVERY_BEFORE.search(_before(match)) or _NAME_OF_A_PAPER.match(match.string, match.end()):
        return None
    return _weekday(WEEKDAYS[match["weekday"]], 1 if _is_ahead(match) else -1, told.published)


def _weekday(weekday: int, direction: int, base: dt.date) -> str:
    """The nearest such day in one direction, the base itself included."""
    days = (weekday - base.weekday()) % 7 if direction > 0 else -((base.weekday() - weekday) % 7)
    return (base + dt.timedelta(days)).isoformat()


def _which_weekday(match: re.Match[str], told: _Told) -> str | None:
    steps, from_text = _steps(match["which"])
    weekday = WEEKDAYS[match["weekday"]]
    if not from_text:
        return _weekday(weekday, -1 if steps < 0 else 1, told.published + dt.timedelta(steps))
    if told.last is None or _length(told.last) > 7:
        return None
    return _weekday(weekday, 1 if steps > 0 else -1, _base(told, from_text=True) + dt.timedelta(steps))


def _which_units(match: re.Match[str], told: _Told) -> str | None:
    """Last week, next year, that same day."""
    unit, which = match["unit"].lower(), match["which"]
    steps, from_text = _steps(which)
    if unit == "day" and steps and not from_text:
        return None  # the last day of the talks
    if unit in ("month", "year", "decade") and re.match(r"the\s+(?:last|past|coming)", which, re.IGNORECASE):
        return _stretch(unit, 1, steps, told)
    if unit == "weekend":
        steps -= told.published.weekday() < 3 and which.lower() == "this" and not _is_ahead(match)
    return _counted(unit, steps, told, from_text=from_text)


def _weekends(match: re.Match[str], told: _Told) -> str:
    """The weekend: the one that has begun, unless the clause looks ahead."""
    return _unit("weekend", told.published, -(told.published.weekday() < 5 and not _is_ahead(match)))


def _the_unit(match: re.Match[str], told: _Told) -> str:
    """The end of the year, later in the year: the year of the paragraph, else of the article."""
    base = told.near.closed()[1] if told.near else told.published
    return _unit(match["unit"].lower(), base, 0)


def _year_end(match: re.Match[str], told: _Told) -> str:
    return _part(_year(told.published.year), "by the end" if match["by"] else "end")


_AROUND_EVENT = re.compile(r"\s+(?!(?:the\s+)?(?:when|that|and|but|with|it|he|she|they|we|in|at|on)\b)\w")


def _distances(match: re.Match[str], told: _Told) -> str | None:
    """Two years ago, three days later, a year before; not "a year before the war"."""
    side = match["side"].lower().split()[0]
    if side in ("before", "after") and _AROUND_EVENT.match(match.string, match.end()):
        return None
    steps = _number(match) * (-1 if side in ("ago", "earlier", "before", "prior", "previously") else 1)
    return _counted(match["unit"].lower(), steps, told, from_text=side not in ("ago", "from", "hence"))


def _number(match: re.Match[str]) -> int:
    number = match["number"].lower()
    return int(number) if number.isdigit() else NUMBERS.get(number, 1)


def _stretches(match: re.Match[str], told: _Told) -> str | None:
    """The past five years, the next ten days."""
    steps, _ = _steps(match["which"])
    return _stretch(match["unit"].lower(), _number(match), -1 if steps < 0 else 1, told)


def _stretch(unit: str, number: int, direction: int, told: _Told) -> str:
    """So many units until the article's date, or from the next one on."""
    if unit == "decade":
        unit, number = "year", number * 10
    if unit == "week":
        unit, number = "day", number * 7
    here, there = _unit(unit, told.published, max(direction, 0)), _unit(unit, told.published, direction * number)
    return _span(here, there) if direction > 0 else _span(there, here)


# --- The rules ---

Meaning = Callable[[re.Match[str], _Told], str | None]


class Rule(NamedTuple):
    """An expression and what it means: an EDTF date, or nothing where it names no time here."""

    name: str
    pattern: str
    meaning: Meaning
    how: str = "stated"


RULES = (
    # Days
    Rule("2022-02-13", _NO_FIGURE + r"[12]\d{3}(?:-[01]\d-|/[01]\d/)[0-3]\d(?=T\d|\b)(?!-)", _iso_days),
    Rule(
        "13.02.2022",
        _NO_FIGURE + r"(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P<mark_too>[./-])"
        r"(?P<numeric_year>(?:19|20)?\d\d)\b(?![./-]?\d)",
        _numeric_days,
    ),
    Rule("12-15 May 2014", rf"{_NO_FIGURE}{_WEEKDAY_BEFORE}{_DAY}{_UP_TO}{_TO_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR_AFTER}", _days),
    Rule("13 February 2022", rf"{_NO_FIGURE}{_WEEKDAY_BEFORE}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR_AFTER}", _days),
    Rule("May 12 to 15, 2014", rf"{_WEEKDAY_BEFORE}{_MONTH}\s+{_DAY}{_UP_TO}{_TO_DAY}(?![.:,]\d){_YEAR_AFTER}", _days),
    Rule("February 13, 2022", rf"{_WEEKDAY_BEFORE}{_MONTH}\s+(?:the\s+)?{_DAY}(?![.:,]\d){_YEAR_AFTER}", _days),
    Rule("Christmas Eve 1914", rf"(?:{_WHICH}\s+)?(?P<holiday>{_any(HOLIDAYS)})\b{_YEAR_AFTER}", _holidays),
    # Months, seasons, quarters
    Rule("between May and June 1981", rf"(?i:between\s+){_MONTH}\s+and\s+{_TO_MONTH}{_YEAR_AFTER}(?!\s+\d)", _months),
    Rule("May–June 1981", rf"(?:(?i:from)\s+)?{_MONTH}{_UP_TO}{_TO_MONTH}{_YEAR_AFTER}(?!\s+\d)", _months),
    Rule("early February 2022", rf"{_PART}?(?:{_WHICH}\s+)?{_MONTH}{_YEAR_AFTER}", _month_alone),
    Rule(
        "the summer of 2014",
        rf"{_PART}?(?:(?i:the)\s+)?{_SEASON},?\s+(?:of\s+)?{_YEAR_BESIDE}(?:\s?[-–/]\s?\d{{2,4}}\b)?",
        _seasons,
    ),
    Rule("last summer", rf"{_PART}?{_WHICH}\s+{_SEASON}", _seasons, "relative"),
    Rule(
        "Q1 2020",
        r"(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?i:(?:the\s+)?(?P<nth>first|second|third|fourth)\s+quarter\s+of))"
        rf"\s+{_YEAR}",
        _quarters,
    ),
    # Centuries, decades, years
    Rule(
        "the 19th century",
        rf"{_PART}?(?:(?i:the)\s+)?{_NTH}(?:\s+(?:and|to|or)\s+(?:the\s+)?{_TO_NTH})?[\s-]+(?i:centur(?:y|ies))\b",
        _centuries,
    ),
    Rule(
        "the mid-1990s",
        rf"{_PART}?(?:(?i:the)\s+)?(?:(?P<year>(?:1\d|20)\d)0(?:s|(?<=\bthe\s\d{{4}})['’]s)\b|['’](?P<tens>\d)0s\b"
        rf"|(?P<named>(?i:{_any(DECADES)}))\b)",
        _decades,
    ),
    Rule(
        "fiscal year 2019-20",
        rf"(?:{_KIND_OF_YEAR})?{_NO_FIGURE}(?P<year>(?:1\d|20)\d\d)(?P<dash>[-–/])(?P<to>(?:1\d|20)\d\d|\d\d)\b(?![-\d])",
        _year_range,
    ),
    Rule(
        "late 2021",
        rf"{_PART}?(?P<named>{_KIND_OF_YEAR}|(?i:(?:the\s+)?year)\s+|AD\s)?{_NO_FIGURE}{_YEAR}(?![/.–-]\d){_ERA}",
        _years,
    ),
    Rule("347 AD", rf"{_NO_FIGURE}(?P<old>[1-9]\d\d)\b(?![.,]?\d){_ERA}", _old_years),
    Rule("in ’89", r"(?:['’]|(?<=(?P<first>\d{4})\s[–-]\s))(?P<short>\d\d)\b(?!\w|[.,:]\d|\s?%)", _short_years),
    # Counted from the article's date or the text's last one
    Rule("yesterday", rf"(?P<near>(?i:{_any(DAYS)}))\b{_TIME_OF_DAY}", _near_days, "relative"),
    Rule(
        "three years later",
        rf"{_NUMBER}\s+{_UNIT}s?\s+(?P<side>(?i:ago|later|earlier|before|after|prior|previously|hence|from\s+now))\b",
        _distances,
        "relative",
    ),
    Rule(
        "the year before",
        rf"(?P<number>(?i:the))\s+{_UNIT}\s+(?P<side>(?i:before|after|earlier|later|prior))\b",
        _distances,
        "relative",
    ),
    Rule(
        "the past five years",
        r"(?:(?i:the)\s+)?(?P<which>(?i:last|past|next|coming|previous|following))\s+"
        rf"{_NUMBER}\s+{_UNIT}s\b(?!\s+of\b)",
        _stretches,
        "relative",
    ),
    Rule("last Friday", rf"{_WHICH}\s+{_WEEKDAY}{_TIME_OF_DAY}", _which_weekday, "relative"),
    Rule("late last year", rf"{_PART}?{_WHICH}\s+{_UNIT_OR_HALF_DAY}(?![-\s]long|\s+of\b)", _which_units, "relative"),
    Rule("over the weekend", r"(?:(?<=over\s)|(?<=at\s)|(?<=throughout\s)|(?<=during\s))the\s+weekend\b", _weekends, "relative"),
    Rule("the end of the year", rf"{_PART}(?<=the\s)(?P<unit>(?i:year|month|week))\b", _the_unit, "relative"),
    Rule("later in the year", r"(?i:earlier|later)\s+(?:on\s+)?in\s+the\s+(?P<unit>year|month|week)\b", _the_unit, "relative"),
    Rule("by year end", r"(?P<by>(?i:by)\s+)?(?i:the\s+)?(?i:year[\s-]end|end\s+of\s+year)\b", _year_end, "relative"),
    Rule("on Friday", rf"{_WEEKDAY}{_TIME_OF_DAY}", _weekdays, "relative"),
)  # fmt: skip
"""Where several fit at one place, the first counts. The names are examples."""

# --- One pass over the text ---

_PATTERNS = tuple(re.compile(rule.pattern) for rule in RULES)
# Each rule is tried at the beginning of a word, and the first that fits wins: so nothing found can overlap.
_ANY_RULE = re.compile(
    r"(?<!\w)(?=\w|['’]\d)(?:"
    + "|".join(
        f"(?P<rule_{number}>{re.sub(r'[?]P<[a-z_]+>', '?:', rule.pattern)})" for number, rule in enumerate(RULES)
    )
    + ")"
)
_SINCE_BEFORE = re.compile(r"\bsince\s+(?:(?:about|around|at least|the)\s+)?$", re.IGNORECASE)
_ONWARDS_AFTER = re.compile(r"\s+onwards?\b|\s*(?:[-–—]|\bto\b)\s*(?:the\s+)?present\b")
_ABOUT_BEFORE = re.compile(r"(?:\b(?:circa|around|approximately|roughly)\s|\bca?\.\s?)$", re.IGNORECASE)
_BC_AFTER = re.compile(r"(?:\s?(?:[-–]|to)\s?\d+)?\s?B\.?C\b")
_FIRST_WORD = re.compile(r"['’]?\w+")


def find_dates(text: str, *, reference: dt.date) -> list[DateMention]:
    """The expressions of a text that name a time, in order, none overlapping another.

    Relative ones are resolved against the last date before them in the text, or against `reference` (the article's
    date) where there is none, or where the words are said from the day of writing (yesterday, last week). A month or a
    day without a year is near the last date of its paragraph, or the article's. An expression that means no day of the
    calendar, or a day before Christ, is left out. `from 1914 to 1918` is two mentions, `1914-18` one.
    """
    return list(_mentions(text, reference))


def _mentions(text: str, published: dt.date) -> Iterator[DateMention]:
    last: Interval | None = None
    position = last_end = 0
    while found := _ANY_RULE.search(text, position):
        number = int(str(found.lastgroup).removeprefix("rule_"))
        match = next(_PATTERNS[number].finditer(text, found.start()))  # at the same place, now with its groups
        near = last if text.find("\n", last_end, match.start()) < 0 else None
        try:
            edtf = _edtf(RULES[number], match, _Told(published, last, near))
            days = parse_edtf(edtf) if edtf and edtf.isascii() else None  # figures of other scripts are figures to `re`
        except (ValueError, OverflowError):  # a 30 February, a year 0, the week after the last one
            position = match.end()
            continue
        if edtf is None or days is None:  # something within may still name a time
            position = next(_FIRST_WORD.finditer(text, match.start())).end()
            continue
        last = days
        mention = _widened(text, DateMention(match.start(), match.end(), edtf, _how(RULES[number], match)), last_end)
        position = last_end = mention.end
        yield mention


def _edtf(rule: Rule, match: re.Match[str], told: _Told) -> str | None:
    if _BC_AFTER.match(match.string, match.end()):
        raise ValueError("before Christ: outside the dates that Readout knows")
    edtf = rule.meaning(match, told)
    part = match.groupdict().get("part")
    return _part(edtf, part) if edtf and part else edtf


def _how(rule: Rule, match: re.Match[str]) -> str:
    """Relative is also a day or month whose year is not said."""
    groups = match.groupdict()
    year_is_open = ("month" in groups or "holiday" in groups) and not (groups["year"] or groups["old_year"])
    return "relative" if year_is_open else rule.how


def _widened(text: str, mention: DateMention, earliest: int) -> DateMention:
    """With its "since" or "onwards", which leave the span open, or its "circa"."""
    start, end, edtf, how = mention
    before = text[max(earliest, start - 20) : start]
    since, onwards = _SINCE_BEFORE.search(before), _ONWARDS_AFTER.match(text, end)
    if since or onwards:
        first = edtf.partition("/")[0]
        start -= len(before) - since.start() if since else 0
        return DateMention(start, onwards.end() if onwards else end, f"{first}/..", how)
    return mention._replace(edtf=edtf + "~") if _ABOUT_BEFORE.search(before) and "/" not in edtf else mention
