"""What must agree between the files of an article: ids that are known, numbers in order, offsets that fit.

Each function takes rows with their lines and returns all the faults it finds, ready to be read.
"""

import math
from collections.abc import Sequence
from typing import Any

from components.model.codebook import Actor, Codebook
from components.model.intervals import parse_edtf
from components.model.limits import MOST_FAULTS
from components.model.rows import Fault, Placed, doubled_ids, found, too_many_faults
from components.model.statements import Evidence, MachineAnswer, Statement


def actor_faults(actors: Sequence[Placed[Actor]], codebook: Codebook) -> list[Fault]:
    """Ids that stand twice, and sides that are no country, body or group of the codebook."""
    file = "actors.csv"
    faults = doubled_ids(file, actors, "id")
    faults += [
        Fault(file, codebook.side_fault(row.side), line, "side")
        for line, row in actors
        if not codebook.has_side(row.side)
    ]
    return faults


def statement_faults(
    rows: Sequence[Placed[Statement]], actors: set[str], codebook: Codebook, sections: int | None
) -> list[Fault]:
    """Numbers out of order, unknown actors and topics, answers to no turn, offsets outside the sentence.

    `sections` is their number, None where it could not be read.
    """
    file = "statements.csv"
    topics = [topic.id for topic in codebook.topics]
    turns = {row.turn for _, row in rows}
    faults: list[Fault] = []

    def fault(line: int, column: str, value: object, allowed: str, advice: str = "") -> None:
        faults.append(Fault(file, found(value, allowed, advice), line, column))

    before: Statement | None = None
    for line, row in rows:
        if len(faults) >= MOST_FAULTS:
            return [*faults, too_many_faults(file)]
        if row.sentence != (before.sentence + 1 if before else 1):
            fault(
                line,
                "sentence",
                row.sentence,
                str(before.sentence + 1 if before else 1),
                "Sentences stand in order, each once",
            )
        if before and (row.section, row.paragraph) < (before.section, before.paragraph):
            fault(line, "section", row.section, f"{before.section} or more", "Sections and paragraphs stand in order")
        if sections is not None and row.section >= sections:
            fault(
                line,
                "section",
                row.section,
                f"0 to {sections - 1}",
                "Add its title to readout.sections of datapackage.json",
            )
        for speaker in row.speakers:
            if speaker not in actors:
                fault(
                    line,
                    "speakers",
                    speaker,
                    ", ".join(sorted(actors)),
                    "Add the actor to actors.csv, or correct the id",
                )
        if row.via and row.via not in actors:
            fault(line, "via", row.via, ", ".join(sorted(actors)), "Add the actor to actors.csv, or correct the id")
        for topic in row.topics:
            if topic not in topics:
                fault(line, "topics", topic, ", ".join(topics), "Add the topic to codebook.toml, or correct the id")
        if row.answers is not None and (row.answers >= row.turn or row.answers not in turns):
            fault(line, "answers", row.answers, "a turn before this one, or nothing")
        if row.end < row.start:
            fault(line, "end", row.end, f"{row.start} or more")
        for name in ("cue", "content"):
            _check_stretch(row, name, line, fault)
        before = row
    return faults


def _check_stretch(row: Statement, name: str, line: int, fault: Any) -> None:
    start, end = getattr(row, f"{name}_start"), getattr(row, f"{name}_end")
    if (start is None) != (end is None):
        fault(line, f"{name}_end", end, "both offsets, or neither")
    elif start is not None and start >= end:
        fault(line, f"{name}_end", end, f"more than {start}")
    elif start is not None and row.end and not row.start <= start < end <= row.end:
        fault(line, f"{name}_start", start, f"offsets inside the sentence, {row.start} to {row.end}")


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
    topics = [topic.id for topic in codebook.topics]
    faults: list[Fault] = []
    for line, row in rows:
        if len(faults) >= MOST_FAULTS:
            return [*faults, too_many_faults(file)]
        if row.statement not in statements:
            faults.append(Fault(file, found(row.statement, "a statement of statements.csv"), line, "statement"))
        values = row.value.split(";")[:MOST_FAULTS]
        if row.kind in ("speaker", "cue", "content"):
            unknown = [value for value in values if value not in actors]
            faults += [Fault(file, found(value, ", ".join(sorted(actors))), line, "value") for value in unknown]
        elif row.kind == "topic" and row.value not in topics:
            faults.append(Fault(file, found(row.value, ", ".join(topics)), line, "value"))
        elif row.kind == "tone" and not _is_number(row.value):
            faults.append(Fault(file, found(row.value, "a number"), line, "value"))
        elif row.kind in ("date", "event"):
            try:
                parse_edtf(row.value)
            except ValueError as error:
                faults.append(Fault(file, str(error), line, "value"))
        if row.kind == "event" and events is not None and row.label not in events:
            faults.append(Fault(file, found(row.label, "an entry of the record"), line, "label"))
        if (row.start is None) != (row.end is None):
            faults.append(Fault(file, found(row.end, "both offsets, or neither"), line, "end"))
        elif row.start is not None and row.end is not None and row.start >= row.end:
            faults.append(Fault(file, found(row.end, f"more than {row.start}"), line, "end"))
    return faults


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def machine_faults(rows: Sequence[Placed[MachineAnswer]], statements: set[str], codebook: Codebook) -> list[Fault]:
    """Its actors are the machine's own, so any may stand there."""
    file = "machine.csv"
    topics = [topic.id for topic in codebook.topics]
    faults = doubled_ids(file, rows, "statement")
    for line, row in rows:
        if len(faults) >= MOST_FAULTS:
            return [*faults, too_many_faults(file)]
        if row.statement not in statements:
            faults.append(Fault(file, found(row.statement, "a statement of statements.csv"), line, "statement"))
        faults += [
            Fault(file, found(each, ", ".join(topics)), line, "topics") for each in row.topics if each not in topics
        ]
    return faults
