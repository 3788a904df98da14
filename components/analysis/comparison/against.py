"""By what two accounts of one thing may stand against each other: a candidate to look at, never a verdict.

Four signs are looked for, in this order: another figure for the same thing, a pair of opposite words, a no on one side alone,
and "will" on one side where the other says "may".
"""

import re
from collections.abc import Sequence
from functools import cache

from components.analysis.comparison.words import ComparisonWords, stem, tokens
from components.model.names import index_of

_FIGURE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s+(?:per\s+)?([^\W\d_]+)")
_MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2,8})\s+(\d{1,2})\b(?!\s*[,.]?\d)")


def against(a: Sequence[str], b: Sequence[str]) -> str:
    """Why the sentences of a point may stand against each other, such as "figures: 90 days | 60 days"; else nothing."""
    first, second = " ".join(a), " ".join(b)
    return _figures(first, second) or _opposite(first, second) or _no(first, second) or _modal(first, second)


def in_words(why: str) -> str:
    """The sign as a sentence says it.

    >>> in_words("figures: 90 days | 60 days"), in_words("no: – | nothing")
    ('one says “90 days”, the other “60 days”', 'a no stands in one alone: “nothing”')
    """
    kind, _, pair = why.partition(": ")
    first, _, second = pair.partition(" | ")
    if kind == "no":
        return f"a no stands in one alone: “{second if first == '–' else first}”"
    return f"one says “{first}”, the other “{second}”"


def _counted(text: str) -> dict[str, dict[str, str]]:
    """What is counted (by its stem) to the figures, each with how it stands there."""
    found: dict[str, dict[str, str]] = {}
    for match in _FIGURE.finditer(text):
        found.setdefault(stem(match[2]), {})[match[1].replace(",", "")] = " ".join(match.group().split())
    for match in _MONTH_FIRST.finditer(text):
        found.setdefault(stem(match[1]), {})[match[2]] = match.group()
    return found


def _figures(a: str, b: str) -> str:
    in_a, in_b = _counted(a), _counted(b)
    for thing, figures in in_a.items():
        others = in_b.get(thing, {})
        if others and not figures.keys() & others.keys():
            return f"figures: {next(iter(figures.values()))} | {next(iter(others.values()))}"
    return ""


def _opposite(a: str, b: str) -> str:
    stems_a, stems_b = ({stem(each) for each in tokens(text)} for text in (a, b))
    for first, second in _pairs():
        for one, other in ((first, second), (second, first)):
            if one[0] in stems_a and other[0] in stems_b and other[0] not in stems_a and one[0] not in stems_b:
                return f"words: {one[1]} | {other[1]}"
    return ""


@cache
def _pairs() -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """The pairs of opposite words, each with its stem."""
    listed = ([word.strip() for word in pair.split("|")] for pair in ComparisonWords.read().opposite)
    return tuple(((stem(one), one), (stem(other), other)) for one, other in listed)


def _no(a: str, b: str) -> str:
    said = [_first_of("no", text) for text in (a, b)]
    return f"no: {said[0] or '–'} | {said[1] or '–'}" if bool(said[0]) != bool(said[1]) else ""


def _modal(a: str, b: str) -> str:
    for one, other, flipped in ((a, b, False), (b, a, True)):
        will, may = _first_of("will", one), _first_of("may", other)
        if will and may and not _first_of("may", one) and not _first_of("will", other):
            return f"will or may: {may} | {will}" if flipped else f"will or may: {will} | {may}"
    return ""


def _first_of(words: str, text: str) -> str:
    """The first of some words that stands in a text, as it stands there. A month is no "may"."""
    found = index_of({words: getattr(ComparisonWords.read(), words)}).find(text)
    return next((text[each.start : each.end] for each in found if text[each.start : each.end] != "May"), "")
