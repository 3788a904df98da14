"""What must agree between the files of an article: ids that are known, numbers in order, offsets that fit.

Each function takes rows with their lines and returns all the faults it finds, ready to be read.
"""

import math
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from components.model.acts import acts
from components.model.codebook import Actor, Codebook
from components.model.intervals import parse_edtf
from components.model.rows import Fault, Placed, doubled_ids, first_faults, found
from components.model.statements import Evidence, MachineAnswer, Statement


def actor_faults(actors: Sequence[Placed[Actor]], codebook: Codebook) -> list[Fault]:
    """Ids that stand twice, and sides that are no country, body or group of the codebook."""
    file = "actors.csv"
    strange = (
        Fault(file, codebook.side_fault(row.side), line, "side")
        for line, row in actors
        if not codebook.has_side(row.side)
    )
    return [*doubled_ids(file, actors, "id"), *first_faults(file, strange)]


def statement_faults(
    rows: Sequence[Placed[Statement]], actors: set[str], codebook: Codebook, sections: int | None
) -> list[Fault]:
    """Numbers out of order, unknown actors, topics and acts, answers to no turn, offsets outside the sentence.

    `sections` is their number, None where it could not be read.
    """
    file = "statements.csv"
    topics = [topic.id for topic in codebook.topics]
    known, turns = dict.fromkeys(sorted(actors)), {row.turn for _, row in rows}
    before: list[Statement | None] = [None, *(row for _, row in rows)]
    found_in = (
        Fault(file, found(each.value, each.allowed, each.advice), line, each.column)
        for (line, row), earlier in zip(rows, before[:-1], strict=True)
        for each in (
            *_out_of_order(row, earlier, sections),
            *_unknown(row, known, topics, turns),
            *_outside_the_sentence(row),
        )
    )
    return first_faults(file, found_in)


class _Cell(NamedTuple):
    """A cell with a fault: its column, what stands there, what is allowed, and what to do."""

    column: str
    value: object
    allowed: str
    advice: str = ""


def _out_of_order(row: Statement, before: Statement | None, sections: int | None) -> Iterator[_Cell]:
    number = before.sentence + 1 if before else 1
    if row.sentence != number:
        yield _Cell("sentence", row.sentence, str(number), "Sentences stand in order, each once")
    if before and (row.section, row.paragraph) < (before.section, before.paragraph):
        yield _Cell("section", row.section, f"{before.section} or more", "Sections and paragraphs stand in order")
    if sections is not None and row.section >= sections:
        advice = "Add its title to readout.sections of datapackage.json"
        yield _Cell("section", row.section, f"0 to {sections - 1}", advice)


def _unknown(row: Statement, actors: Collection[str], topics: Sequence[str], turns: Collection[int]) -> Iterator[_Cell]:
    people = [*(("speakers", speaker) for speaker in row.speakers), *([("via", row.via)] if row.via else [])]
    for column, who in people:
        if who not in actors:
            yield _Cell(column, who, ", ".join(actors), "Add the actor to actors.csv, or correct the id")
    for topic in row.topics:
        if topic not in topics:
            yield _Cell("topics", topic, ", ".join(topics), "Add the topic to codebook.toml, or correct the id")
    for act in row.acts:
        if act not in acts():
            yield _Cell("acts", act, ", ".join(acts()))
    if row.answers is not None and (row.answers >= row.turn or row.answers not in turns):
        yield _Cell("answers", row.answers, "a turn before this one, or nothing")


def _outside_the_sentence(row: Statement) -> Iterator[_Cell]:
    if row.end < row.start:
        yield _Cell("end", row.end, f"{row.start} or more")
    for name in ("cue", "content"):
        start, end = getattr(row, f"{name}_start"), getattr(row, f"{name}_end")
        if (start is None) != (end is None):
            yield _Cell(f"{name}_end", end, "both offsets, or neither")
        elif start is not None and start >= end:
            yield _Cell(f"{name}_end", end, f"more than {start}")
        elif start is not None and row.end and not row.start <= start < end <= row.end:
            yield _Cell(f"{name}_start", start, f"offsets inside the sentence, {row.start} to {row.end}")


def evidence_faults(
    rows: Sequence[Placed[Evidence]],
    statements: set[str],
    actors: set[str],
    codebook: Codebook,
    events: set[str] | None,
) -> list[Fault]:
    """Evidence of statements that are not there, and values that are no actor, topic or date.

    `events` are the entries of its record, None where that is not at hand.
    """
    file = "evidence.csv"
    topics, known = [topic.id for topic in codebook.topics], dict.fromkeys(sorted(actors))

    def faults() -> Iterator[Fault]:
        for line, row in rows:
            if row.statement not in statements:
                yield Fault(file, found(row.statement, "a statement of statements.csv"), line, "statement")
            for said in _wrong_values(row, known, topics):
                yield Fault(file, said, line, "value")
            if row.kind == "event" and events is not None and row.label not in events:
                yield Fault(file, found(row.label, "an entry of the record"), line, "label")
            if (row.start is None) != (row.end is None):
                yield Fault(file, found(row.end, "both offsets, or neither"), line, "end")
            elif row.start is not None and row.end is not None and row.start >= row.end:
                yield Fault(file, found(row.end, f"more than {row.start}"), line, "end")

    return first_faults(file, faults())


def _wrong_values(row: Evidence, actors: Collection[str], topics: Sequence[str]) -> Iterator[str]:
    """What is wrong with the value of a row, in words, by its kind."""
    if row.kind in ("speaker", "cue", "content"):
        yield from (found(value, ", ".join(actors)) for value in row.value.split(";") if value not in actors)
    elif row.kind == "topic" and row.value not in topics:
        yield found(row.value, ", ".join(topics))
    elif row.kind == "tone" and not _is_number(row.value):
        yield found(row.value, "a number")
    elif row.kind in ("date", "event"):
        try:
            parse_edtf(row.value)
        except ValueError as error:
            yield str(error)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def machine_faults(rows: Sequence[Placed[MachineAnswer]], statements: set[str], codebook: Codebook) -> list[Fault]:
    """Its actors are the machine's own, so any may stand there."""
    file = "machine.csv"
    topics = [topic.id for topic in codebook.topics]
    strange = (
        Fault(file, said, line, column)
        for line, row in rows
        for column, said in (
            *(
                [("statement", found(row.statement, "a statement of statements.csv"))]
                * (row.statement not in statements)
            ),
            *(("topics", found(each, ", ".join(topics))) for each in row.topics if each not in topics),
        )
    )
    return [*doubled_ids(file, rows, "statement"), *first_faults(file, strange)]
