"""A step: the lines that say where, when, by whom and how a text was published. They head nothing; a day is told.

Oval Room                   a place, above a day or a time
Lakeside, 4 May 2020        a day, with or without a place
1:19 P.M. EDT, END 2:05     a time
Via Teleconference          how it was held or handed out
By Ana Brook and Carl Dale  who wrote it; an agency: (Reuters), /TASS/
Ministry of Fisheries       who handed it out, at the head of the text
Published: 4 May 2020       the day of publication, with its label
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from components.model.countries import code_of
from components.model.lexicons import CalendarWords, WordLists, Words, any_of
from components.reading.datelines import behind_dateline
from components.reading.genres import said_by_title
from components.reading.offices import last_office

HEAD_LINES = 6
"""Blocks at the head of a text in which a place or a byline may stand alone."""

PLACE_WORDS = 8
"""Words of a place that stands alone: "Grand Palace of the Republic, Lakeside"."""

_MONTH = any_of(name for names in CalendarWords.read().months.values() for name in names) + r"\.?"
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{4}-\d{2}-\d{2})"
)
"""A whole day as it is printed beside a text: "4 May 2020", "May 4th, 2020", "2020-05-04"."""

_WEEKDAY = r"(?:[A-Z][a-z]+day,?\s+)?"
_CLOCK = r"\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?(?:\s+local time)?"
_PLACE = r"[^\W\d_][\w .'’-]{1,40}"
_WHEN = re.compile(
    rf"\W*(?:(?P<place>{_PLACE}(?:,\s{_PLACE})?),\s+)?{_WEEKDAY}(?P<day>{DAY})(?:,?\s+(?:at\s+)?{_CLOCK})?"
    rf"(?:(?:,|(?<=[.m]))\s+(?P<behind>{_PLACE}))?\W*"
)
_WITHOUT_YEAR = re.compile(rf"\W*(?P<place>{_PLACE}),\s+{_WEEKDAY}(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})\W*")
"""A place and a day whose year goes without saying: "Lakeside, May 4"."""

_TIME = re.compile(rf"\W*(?:(?:END|End)\s+)?{_CLOCK}\W*")
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*|of|the|and|de|la|al),?"
_CAPITALISED = re.compile(rf"{_NAME}(?:\s+{_NAME})*")
_IN_COUNTRY = re.compile(rf"(?P<town>{_PLACE}),\s+(?P<country>{_PLACE})")

Kind = Literal["place", "when", "how", "by", "from"]


class ImprintWords(WordLists):
    """`imprints.toml`."""

    FILE = "imprints"
    how: Words
    published: Words
    same_day: Words
    by: Words
    publishers: Words
    unfinished: Words


class Imprint(NamedTuple):
    """What a line says of the publication of its text; `place`, `day` and `publisher` where it names one, in its own words.

    A day stands for the one of publication at the head of a text, or behind words that say so.
    """

    kind: Kind
    place: str = ""
    day: str = ""
    publisher: str = ""


def find_imprints(text: str, blocks: Sequence[tuple[int, int]]) -> dict[int, Imprint]:
    """The blocks that are imprints, by their number. The last line of a text that is nothing else is none."""
    lines = [text[start:end] for start, end in blocks]
    found = {i: imprint for i, line in enumerate(lines) if (imprint := _alone(line, head=i < HEAD_LINES))}
    for i in range(min(HEAD_LINES, len(lines) - 1)):
        if i not in found and _stands_for_a_place(lines, i, found):
            found[i] = Imprint("place", lines[i].strip(" *()"))
    return found if len(found) < len(lines) else {}


def is_day(line: str) -> bool:
    """Whether a line is a whole day, with or without place and time. The reporter tells it; it heads nothing."""
    return _WHEN.fullmatch(line) is not None


def _alone(line: str, *, head: bool) -> Imprint | None:
    """What a line is by its own words."""
    if "\n" in line or len(line) > 120:
        return None
    if when := _WHEN.fullmatch(line):
        return Imprint("when", _readable(when["place"] or when["behind"] or ""), when["day"] if head else "")
    if head and (short := _WITHOUT_YEAR.fullmatch(line)):
        return Imprint("when", _readable(short["place"]))
    if labelled := _labelled_day().fullmatch(line):
        return Imprint("when", day=labelled["day"])
    if _TIME.fullmatch(line):
        return Imprint("when")
    if line.strip(" *().:-–—").casefold() in ImprintWords.read().how:
        return Imprint("how")
    if head and len(line.split()) <= PLACE_WORDS and _publishing().fullmatch(line):
        return Imprint("from", publisher=line.strip(" *"))
    if behind_dateline(line, 0, len(line)) == len(line) or (head and _byline().fullmatch(line)):
        return Imprint("by")
    return None


def _stands_for_a_place(lines: Sequence[str], i: int, found: dict[int, Imprint]) -> bool:
    """Whether a line of names is a place: it stands above a time, or under the title and above a day, or names a country."""
    line = lines[i].strip(" *()")
    words = line.split()
    holder = (last := last_office(words)) is not None and last + 1 < len(words)  # "Foreign Minister Ana Brook"
    if len(words) > PLACE_WORDS or not _CAPITALISED.fullmatch(line) or said_by_title(line) or holder:
        return False
    above = next((k for k in range(i + 1, len(lines)) if k not in found or found[k].kind == "when"), None)
    if above is not None and above in found and (_TIME.fullmatch(lines[above]) or i > 0):
        return True
    inside = _IN_COUNTRY.fullmatch(line)
    return i > 0 and inside is not None and code_of(inside["country"]) != ""


def _readable(place: str) -> str:
    """A place as it stands in a sentence, where a dateline prints it in capitals."""
    return place.title() if place.isupper() else place


@cache
def _labelled_day() -> re.Pattern[str]:
    """A day behind words that say that something was published on it."""
    return re.compile(
        rf"\W*{any_of(ImprintWords.read().published)}\s*:?\s+{_WEEKDAY}(?P<day>{DAY})(?:,?\s+(?:at\s+)?{_CLOCK})?\W*",
        re.IGNORECASE,
    )


@cache
def said_of_its_day() -> re.Pattern[str]:
    """A day that a sentence says is its own: "issued this statement today (4 May 2020)"."""
    return re.compile(rf"\b{any_of(ImprintWords.read().same_day)},?\s+\(?{_WEEKDAY}(?P<day>{DAY})", re.IGNORECASE)


@cache
def _publishing() -> re.Pattern[str]:
    """A line with the name of a house that hands out texts: "The Ministry of Fisheries", "Lakeside Department of State"."""
    house = rf"(?i:{any_of(ImprintWords.read().publishers)})"
    return re.compile(
        rf"\W*(?:{house}(?:\s+(?:of|for)\b\s+{_CAPITALISED.pattern})?|(?:{_NAME}\s+){{1,4}}{house}(?:\s+of\s+{_CAPITALISED.pattern})?)\W*"
    )


@cache
def _byline() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][\w.'’-]*"
    names = rf"{name}(?:\s+{name}){{1,3}}"
    return re.compile(
        rf"(?i:{any_of(ImprintWords.read().by)})\s+{names}(?:(?:,|\s+and|,\s+and)\s+{names})*(?:,\s+{name})?"
    )


@cache
def _going_on() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{any_of(ImprintWords.read().unfinished)}|[-–—(\[“‘«])\s*", re.IGNORECASE)


def is_unfinished(line: str) -> bool:
    """Whether a line lost its end: it stops at a small word, a dash, or inside a quotation or brackets."""
    last = line.rsplit(maxsplit=1)[-1] if line.split() else ""
    open_marks = any(line.count(left) > line.count(right) for left, right in ("“”", "«»", "()", "[]"))
    return open_marks or bool(_going_on().fullmatch(last)) or line.endswith(("-", "–", "—"))
