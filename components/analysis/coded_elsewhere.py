"""A project of another program as second codings of an article: its sentences are found in the project's texts.

A code says who speaks, who relays, how it is reported or what it is about, by its name: in one of our own categories, where it
lies under one of these, else wherever exactly that name stands. All that a coder gave no such code is missing, not empty.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

import pandas as pd

from components.analysis.reliability import Answer
from components.model.read_codes import ReadCode, ReadProject
from components.model.refi import FORM, LEVEL, SPEAKERS, TOPICS, VIA, relaying
from components.model.safe import xml_text
from components.model.statements import each_row

LONGEST = 12
"""Statements under one selection, a long paragraph: what covers more, as a whole text, says nothing of each of them."""

_FIELDS = {TOPICS: "topics", SPEAKERS: "speakers", VIA: "via", FORM: "form"}
Known = Mapping[str, Mapping[str, str]]
"""The values of each field with their labels."""


class CodedElsewhere(NamedTuple):
    """The answers of each coder by statement, and how many statements stand in the project's texts.

    `unknown` are the names of codes that were given and say nothing here; `too_long` counts the codings of more than `LONGEST`
    statements, which are left out.
    """

    answers: Mapping[str, Mapping[str, Answer]]
    found: int
    unknown: tuple[str, ...]
    too_long: int


class _Stretch(NamedTuple):
    """Where a statement stands in a text, the end exclusive."""

    start: int
    end: int
    statement: str


def coded_elsewhere(project: ReadProject, statements: pd.DataFrame, known: Known) -> CodedElsewhere:
    """What each coder of a project says of an article's statements. A coder who says nothing of any is not there."""
    values = _values(known)
    meanings = [_meaning(code, values) for code in project.codes]
    given: dict[str, dict[str, set[tuple[str, str]]]] = {}
    found: set[str] = set()
    unknown: dict[str, None] = {}
    too_long = 0
    said = [
        (row.statement, tuple(filter(None, (_plain(row.wording), _plain(row.gloss))))) for row in each_row(statements)
    ]
    for each in project.texts:
        stretches = _stretches(each.text, said)
        found |= {stretch.statement for stretch in stretches}
        under_one = lru_cache(maxsize=None)(partial(_under, stretches))  # coders and codes share selections
        for coding in each.codings:
            meaning = meanings[coding.code]
            under = under_one(coding.start, coding.end)
            if len(under) > LONGEST:
                too_long += 1
            elif meaning:
                for statement in under:
                    given.setdefault(coding.coder, {}).setdefault(statement, set()).add(meaning)
            elif under and project.codes[coding.code].above[:1] != (LEVEL,):
                unknown[project.codes[coding.code].name] = None
    answers = {coder: _answers(of, statements["statement"]) for coder, of in given.items()}
    return CodedElsewhere(answers, len(found), tuple(unknown), too_long)


# --- Which statement ----------------------------------------------------------------------------


def _stretches(text: str, statements: Iterable[tuple[str, tuple[str, ...]]]) -> list[_Stretch]:
    """The statements that stand in a text, each after the one before; white space does not matter.

    `statements` are ids with what is looked for: the wording, then our paraphrase, which stands in a project that was made
    without the text.
    """
    words = list(re.finditer(r"\S+", text))
    plain = " ".join(word.group() for word in words)
    at, places = 0, list[int]()
    for word in words:
        places.append(at)
        at += len(word.group()) + 1
    stretches, after = list[_Stretch](), 0
    for statement, wordings in statements:
        for wording in wordings:
            if (start := plain.find(wording, after)) >= 0:
                after = start + len(wording)
                first, last = bisect_right(places, start) - 1, bisect_right(places, after - 1) - 1
                begins = words[first].start() + start - places[first]
                stretches.append(_Stretch(begins, words[last].start() + after - places[last], statement))
                break
    return stretches


def _plain(text: str) -> str:
    return " ".join(xml_text(text).split())


def _under(stretches: list[_Stretch], start: int, end: int) -> list[str]:
    """The statements that a selection is of, at most one more than `LONGEST`: it covers half of one, or half of it lies there."""
    first = bisect_right(stretches, start, key=lambda each: each.end)
    under = []
    for stretch in stretches[first : first + LONGEST + 1]:
        if stretch.start >= end:
            break
        both = min(end, stretch.end) - max(start, stretch.start)
        if both > 0 and 2 * both >= min(stretch.end - stretch.start, end - start):
            under.append(stretch.statement)
    return under


# --- What it says -------------------------------------------------------------------------------


def _values(known: Known) -> dict[str, dict[str, str]]:
    """The values of each field by the names of their codes; of two with one name, the first."""
    names = {
        field: [(_same(relaying(label) if field == "via" else label), value) for value, label in known[field].items()]
        for field in _FIELDS.values()
    }
    return {field: dict(reversed(each)) for field, each in names.items()}


def _meaning(code: ReadCode, values: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """The field and the value that a code stands for; None where it stands for none."""
    category = code.above[0] if code.above else ""
    if category == LEVEL:
        return None
    for field in [_FIELDS[category]] if category in _FIELDS else _FIELDS.values():
        if value := values[field].get(_same(code.name)):
            return field, value
    return None


def _same(name: str) -> str:
    return _plain(name).casefold()


def _answers(of: Mapping[str, set[tuple[str, str]]], order: Iterable[str]) -> dict[str, Answer]:
    """In the article's order. A coder who gave topics at all gave none where none is given in a statement that was coded."""
    has_topics = any(field == "topics" for each in of.values() for field, _ in each)
    return {id: _answer(of[id], has_topics=has_topics) for id in order if id in of}


def _answer(given: set[tuple[str, str]], *, has_topics: bool) -> Answer:
    """Several forms, or several who relay, are no answer."""
    values = {field: frozenset(value for of, value in given if of == field) for field in _FIELDS.values()}
    via, form = values["via"], values["form"]
    return Answer(
        speakers=values["speakers"] or None,
        via=via if values["speakers"] and len(via) < 2 else None,
        form=form if len(form) == 1 else None,
        topics=values["topics"] if has_topics else None,
    )
