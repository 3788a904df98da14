"""A step: which stretches of a paragraph stand in quotation marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

PAIRS = {"“": "”", "„": "“”", "«": "»", "``": "''", '"': '"', "''": "''"}
"""Marks that open a quotation, with those that close it."""

OVER_PARAGRAPHS = 20
"""Paragraphs over which a quotation may run whose next paragraphs open with no mark of their own."""

_MARK = re.compile(r"``|''|[“”„«»\"]")
_ONLY_CLOSE = ("”", "»")
"""Marks that close a quotation and open none."""
# British papers quote with single marks. One that closes is told from an apostrophe by what stands around it.
_SINGLE = re.compile(r"(?<![^\s(\[—–-])‘(?P<words>[^‘\n]*?[.,?!…])’(?!\w)")


class Quotation(NamedTuple):
    """What stands in a pair of marks, without them: code points, end exclusive.

    `closed` is False where the closing mark is missing: the quotation runs to the end of the paragraph, and the next
    paragraph may go on with it. It then opens with a mark of its own, which is how newspapers print it; or it has none, and
    a later paragraph has the mark that closes.
    """

    start: int
    end: int
    closed: bool


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]], *, running: bool = True) -> list[Quotation]:
    """The quotations of each paragraph, in order; one inside another is part of the outer one.

    `running`: whether one may run over paragraphs that have no mark. A speech that is quoted as a whole is none.
    """
    found: list[Quotation] = []
    for k, (start, end) in enumerate(paragraphs):
        outer = list(_in_pairs(text, start, end))
        goes_on = running and found[-1:] and not found[-1].closed and found[-1].end == paragraphs[k - 1][1]
        if goes_on and (closes := _closed_later(text, paragraphs[k : k + OVER_PARAGRAPHS])):
            found.append(Quotation(start, min(end, closes), closes < end))
        found += outer
        if not outer:
            singles = _SINGLE.finditer(text, start, end)
            found += [Quotation(each.start("words"), each.end("words"), True) for each in singles]
    return found


def _closed_later(text: str, paragraphs: Sequence[tuple[int, int]]) -> int:
    """Where a quotation ends that the first of some paragraphs goes on with, without a mark of its own; 0 where none does."""
    marks = (mark for start, end in paragraphs if (mark := _MARK.search(text, start, end)))
    first = next(marks, None)
    return first.start() if first and first.group() in _ONLY_CLOSE else 0


def _in_pairs(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if mark.group() in PAIRS and _may_open(text, mark, end):
                opened = mark
        elif mark.group() in PAIRS[opened.group()]:
            yield Quotation(opened.end(), mark.start(), True)
            opened = None
    if opened is not None:
        yield Quotation(opened.end(), end, False)


def _may_open(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether something follows the mark.

    The mark of inches (six foot two, typed with straight marks) and one at the end of a paragraph open nothing.
    """
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else ""
    before = text[mark.start() - 1] if mark.start() else " "
    straight = mark.group() in ('"', "''")
    return bool(after.strip()) and not (straight and before.isdigit())
