"""Which expressions of a text name a time, and which days they mean: the one pass over it.

Own rules rather than a date parser, because a parser reads "$24 billion" as a date and "may" as a month, and because
what is wanted is an interval: a year alone stays a year.

The table of expressions is `rules`. What it is made of stands beside it: `words` from the lexicon, `patterns`, `spans` (EDTF and
counting), `told` and `tense` (what is counted from where; whether it was or is to come), and what the expressions
mean: `years`, `months` (with `yearly`) and `relative`.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from components.model.intervals import Interval, parse_edtf
from components.reading.dates.rules import RULES, Rule
from components.reading.dates.spans import part_of
from components.reading.dates.told import Told


class DateMention(NamedTuple):
    """An expression that names a time. `edtf` is what it means; `how` is `stated` or `relative`."""

    start: int
    end: int
    edtf: str
    how: str


Pattern = tuple[Rule, re.Pattern[str]]

_PATTERNS: Sequence[Pattern] = [(rule, re.compile(rule.pattern)) for rule in RULES]
_BEGINNING = re.compile(r"(?<!\w)(?:['’](?=\d)|\w+)")
_NO_WORD = re.compile(r"\\.|[?]P<[a-z_]+>|[?][a-z]*:")
"""What has letters in a pattern and is no word of the text."""


def _by_word() -> Mapping[str, Sequence[Pattern]]:
    """The rules by the words in their patterns: an expression that begins with a word is of a rule that has it.

    Most words of a text are in none of them and need not be tried.
    """
    found: dict[str, list[Pattern]] = {}
    for rule, pattern in _PATTERNS:
        for word in {each.casefold() for each in re.findall(r"[^\W\d_]+", _NO_WORD.sub(" ", rule.pattern))}:
            found.setdefault(word, []).append((rule, pattern))
    return {word: rules for word, rules in found.items() if word not in _INSIDE}


_INSIDE = ("and", "in", "of", "on", "or", "to")
"""Words of the rules with which no expression begins."""

_BY_WORD = _by_word()
_SINCE_BEFORE = re.compile(r"\bsince\s+(?:(?:about|around|at least|the)\s+)?$", re.IGNORECASE)
_ONWARDS_AFTER = re.compile(r"\s+onwards?\b|\s*(?:[-–—]|\bto\b)\s*(?:the\s+)?present\b")
_ABOUT_BEFORE = re.compile(r"(?:\b(?:circa|around|approximately|roughly)\s|\bca?\.\s?)$", re.IGNORECASE)
_BC_AFTER = re.compile(r"(?:\s?(?:[-–]|to)\s?\d+)?\s?B\.?C\b")
_BEHIND_ARTICLE = re.compile(r"(?i:the)\s+(?P<word>[^\W\d_]+)")
_FIRST_WORD = re.compile(r"['’]?\w+")


def find_dates(text: str, *, reference: dt.date) -> list[DateMention]:
    """The expressions of a text that name a time, in order, none overlapping another.

    Relative ones are resolved against the last date before them in the text, or against `reference` (the article's
    date) where there is none, or where the words are said from the day of writing (yesterday, last week). A month or a
    day without a year is near the last date of its paragraph, or the article's, on the side that the tense tells. An
    expression that means no day of the calendar, or a day before Christ, is left out. `from 1914 to 1918` is two
    mentions, `1914-18` one.
    """
    return list(_mentions(text, reference))


def _mentions(text: str, published: dt.date) -> Iterator[DateMention]:
    last: Interval | None = None
    position = last_end = 0
    while found := _next(text, position):
        rule, match = found
        near = last if text.find("\n", last_end, match.start()) < 0 else None
        try:
            edtf = _edtf(rule, match, Told(published, last, near))
            days = parse_edtf(edtf) if edtf and edtf.isascii() else None  # figures of other scripts are figures to `re`
        except (ValueError, OverflowError):  # a 30 February, a year 0, the week after the last one
            position = match.end()
            continue
        if edtf is None or days is None:  # something within may still name a time
            position = next(_FIRST_WORD.finditer(text, match.start())).end()
            continue
        last = days
        mention = _widened(text, DateMention(match.start(), match.end(), edtf, _how(rule, match)), last_end)
        position = last_end = mention.end
        yield mention


def _next(text: str, position: int) -> tuple[Rule, re.Match[str]] | None:
    """The first expression at or behind a place, and its rule.

    Each rule is tried at the beginning of a word, and the first that fits wins: so nothing found can overlap.
    """
    for word in _BEGINNING.finditer(text, position):
        for rule, pattern in _rules_at(text, word):
            if match := pattern.match(text, word.start()):
                return rule, match
    return None


def _rules_at(text: str, word: re.Match[str]) -> Sequence[Pattern]:
    """The rules of which an expression may begin with a word: with an article only where the word behind it is of one, too."""
    if not word.group().isalpha():
        return _PATTERNS
    behind = _BEHIND_ARTICLE.match(text, word.start())
    return () if behind and behind["word"].casefold() not in _BY_WORD else _BY_WORD.get(word.group().casefold(), ())


def _edtf(rule: Rule, match: re.Match[str], told: Told) -> str | None:
    if _BC_AFTER.match(match.string, match.end()):
        raise ValueError("before Christ: outside the dates that Readout knows")
    edtf = rule.meaning(match, told)
    part = match.groupdict().get("part")
    return part_of(edtf, part) if edtf and part else edtf


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
