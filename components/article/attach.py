"""Finding an article's sentences in a text, so that the wording stands beside the coding.

Each sentence is found by its fingerprint, in order: what stands around the article is passed over; quotation marks,
dashes and white space do not matter.
"""

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import pandas as pd

from components.model.statements import (
    SCORES,
    Normal,
    are_ids_of,
    each_row,
    fingerprint_of_normal,
    normalise,
    statement_ids,
    statement_ids_of_format_1,
)
from components.reading.tone import score_tone


class Worded(NamedTuple):
    """The two tables with the wording of the sentences that were found, and the numbers of those that were not."""

    statements: pd.DataFrame
    evidence: pd.DataFrame
    missing: tuple[int, ...]


class _Candidate(NamedTuple):
    start: int
    end: int
    statement: str


MOST_BREAKS = 12
"""A sentence may run over this many places that look like sentence or line ends (abbreviations, hard line breaks)."""

_BREAK = re.compile(r"(?<=[.!?…:;\"'”’»)\]])\s+|\s*\n\s*")


def find_wording(
    statements: pd.DataFrame, evidence: pd.DataFrame, text: str, *, neutral: Sequence[str] | None
) -> Worded:
    """Give each sentence that is found in the text its wording and its offsets there; the tables given stay as they are.

    A sentence that is not found keeps its gloss and its recorded figures. The tone of a found one is scored live, with
    these neutral words; None keeps the recorded figures, which are equal to four decimals, and saves loading the scorers.
    """
    statements = statements.copy()
    missing: tuple[int, ...] = ()
    if found_at := _where_they_stood(statements, text):  # then no offset moves
        statements["wording"] = [text[place.start : place.end] for place in found_at.values()]
    else:
        found_at = _find_sentences(text, list(statements["statement"]))
        evidence = evidence.copy()
        places = {row.statement: row for row in each_row(statements)}
        shifts = {id: _Shift.to(text, places[id], candidate) for id, candidate in found_at.items()}
        _move_statements(statements, text, found_at, shifts)
        _move_evidence(evidence, places, shifts)
        missing = tuple(int(row.sentence) for row in places.values() if row.statement not in found_at)
    if neutral is not None:
        _score_live(statements, text, found_at, neutral)
    return Worded(statements, evidence, missing)


def _where_they_stood(statements: pd.DataFrame, text: str) -> dict[str, _Candidate]:
    """Every sentence at its recorded place, in the table's order, where the text is the recorded one; else nothing."""
    places = list(zip(statements["start"], statements["end"], statements["statement"], strict=True))
    if not are_ids_of([id for *_, id in places], [text[start:end] for start, end, _ in places]):
        return {}
    return {id: _Candidate(int(start), int(end), id) for start, end, id in places}


def _find_sentences(text: str, expected: Sequence[str]) -> dict[str, _Candidate]:
    candidates = sorted({*_by_breaks(text, set(expected)), *_by_splitter(text, set(expected))})
    matcher = SequenceMatcher(None, expected, [candidate.statement for candidate in candidates], autojunk=False)
    return {
        expected[block.a + i]: candidates[block.b + i]
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    }


def _by_breaks(text: str, expected: set[str]) -> Iterable[_Candidate]:
    """Every stretch between two breaks that is one of the sentences, however the text was split into lines."""
    breaks = list(_BREAK.finditer(text))
    starts = [len(text) - len(text.lstrip()), *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(text.rstrip())]
    normal = normalise(text)
    first = [bisect.bisect_left(normal.places, start) for start in starts]
    last = [bisect.bisect_left(normal.places, end) for end in ends]
    for i, start in enumerate(starts):
        for k in range(i, min(i + MOST_BREAKS, len(ends))):
            id = fingerprint_of_normal(normal.text[first[i] : last[k]].strip())
            if id in expected and start < ends[k]:
                yield _Candidate(start, ends[k], id)


def _by_splitter(text: str, expected: set[str]) -> Iterable[_Candidate]:
    """The sentences as the recorder counts them: only so do repeated ones, whose id needs their neighbours, get found."""
    from components.reading.places import find_places  # the rules of reading: no page of what ships needs them

    places = find_places(text)
    sentences = [text[place.start : place.end] for place in places]
    for ids in (statement_ids(sentences), statement_ids_of_format_1(sentences)):
        for place, id in zip(places, ids, strict=True):
            if id in expected:
                yield _Candidate(place.start, place.end, id)


class _Shift(NamedTuple):
    """From offsets in the recorded text to offsets in the attached one, for one sentence."""

    old_start: int
    old_end: int
    start: int
    end: int
    normal: Normal

    @classmethod
    def to(cls, text: str, place: Any, candidate: _Candidate) -> "_Shift":
        wording = text[candidate.start : candidate.end]
        return cls(int(place.start), int(place.end), candidate.start, candidate.end, normalise(wording))

    def moved(self, offset: int) -> int:
        """A sentence of the same length has its letters at the same places; else they are counted without extra space."""
        inside = offset - self.old_start
        if self.end - self.start == self.old_end - self.old_start:
            return self.start + inside
        return self.start + self.normal.places[min(inside, len(self.normal.places) - 1)]


_OFFSETS = ("cue_start", "cue_end", "content_start", "content_end")


def _move_statements(
    statements: pd.DataFrame, text: str, found_at: Mapping[str, _Candidate], shifts: Mapping[str, _Shift]
) -> None:
    """Write wording and offsets of the found sentences into the table, which is a copy."""
    columns: dict[str, list[Any]] = {name: [] for name in ("wording", "start", "end", *_OFFSETS)}
    for row in each_row(statements):
        place = found_at.get(row.statement)
        columns["wording"].append(text[place.start : place.end] if place else "")
        columns["start"].append(place.start if place else row.start)
        columns["end"].append(place.end if place else row.end)
        for name in _OFFSETS:
            old = getattr(row, name)
            columns[name].append(old if place is None or pd.isna(old) else shifts[row.statement].moved(int(old)))
    for name, values in columns.items():
        statements[name] = pd.array(values, dtype="Int64") if name in _OFFSETS else values


def _move_evidence(evidence: pd.DataFrame, places: Mapping[str, Any], shifts: Mapping[str, _Shift]) -> None:
    """Move the offsets of evidence into the attached text, by the sentence in which each stands.

    Those of a sentence that was not found point at nothing there and become empty.
    """
    order = sorted(places.values(), key=lambda place: place.start)
    begins = [int(place.start) for place in order]
    moved: dict[str, list[Any]] = {"start": [], "end": []}
    for row in each_row(evidence):
        shift = None
        if not pd.isna(row.start):
            home = order[max(bisect.bisect_right(begins, int(row.start)) - 1, 0)]
            shift = shifts.get(home.statement)
        moved["start"].append(shift.moved(int(row.start)) if shift else pd.NA)
        moved["end"].append(shift.moved(int(row.end)) if shift else pd.NA)
    for name, values in moved.items():
        evidence[name] = pd.array(values, dtype="Int64")


def _score_live(
    statements: pd.DataFrame, text: str, found_at: Mapping[str, _Candidate], neutral: Sequence[str]
) -> None:
    scores: dict[str, list[float | None]] = {name: [] for name in SCORES}
    for row in each_row(statements):
        live = row.statement in found_at and not pd.isna(row.content_start)
        tone = score_tone(text[int(row.content_start) : int(row.content_end)], neutral) if live else None
        for name, values in scores.items():
            values.append(tone.scores[name] if tone else getattr(row, name))
    for name, values in scores.items():
        statements[name] = pd.array(values, dtype="float64").to_numpy()
