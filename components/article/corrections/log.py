"""Corrections of a machine-read article: a log that only grows, and its replay.

The machine's first answer stays as it is. What a person decides is an entry of `corrections.csv`: when, which statement,
which field, from what, to what. Replaying the log over the first answer gives the corrected one, always the same.
Nothing is taken out of the log: an entry is taken back by another one (`undo`), and that one in turn (redo).

    first answer ──► replay(log) ──► corrected statements, evidence, actors

| field | statement | from, to |
| --- | --- | --- |
| `speakers`, `topics` | id | ids, separated by semicolons |
| `via`, `form` | id | an id, a form |
| `level` | id | to nothing: a person accepts what the machine found |
| `kept` | id | `yes`, `no`: not a statement, so left out of the table |
| `actor` | | from nothing to `id;name;role;side` |
| `alias` | | from nothing to `id;alias`, or back |
| `name`, `role`, `side` | | from `id;old` to `id;new` |
| `merge` | | from an actor's id to another's, who takes its statements, name and aliases |
| `undo` | | from nothing to the number of the entry that is taken back; the first has number 1 |
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import ConfigDict, field_validator

from components.model.codebook import Actor
from components.model.numbers import counted
from components.model.rows import SEPARATOR, Row, column
from components.model.statements import ALLOWED_STATEMENT, STATEMENT_ID, Evidence, Statement

LOG_FILE = "corrections.csv"

CORRECTED = "corrected"
"""The label of evidence that a person gave: it decides, and stands at no place of the sentence."""

StatementField = Literal["speakers", "via", "form", "topics", "level", "kept"]
ActorField = Literal["actor", "alias", "name", "role", "side", "merge"]
Field = Literal[StatementField, ActorField, "undo"]
STATEMENT_FIELDS: tuple[StatementField, ...] = get_args(StatementField)
ACTOR_FIELDS: tuple[ActorField, ...] = get_args(ActorField)
FIELDS: tuple[Field, ...] = get_args(Field)

ALLOWED_WHEN = "a moment in UTC, such as 2026-11-24T18:05:00Z"
ALLOWED_NAME = "a name on one line, without semicolons"

_WHEN = "%Y-%m-%dT%H:%M:%SZ"
_WHEN_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class Correction(Row):
    """One decision of a person: a row of `corrections.csv`. Several values are joined with semicolons."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    when: str = column("When it was decided.", ALLOWED_WHEN)
    statement: str = column("The statement that is corrected.", f"{ALLOWED_STATEMENT}, or nothing where actors are")
    field: Field = column("What is corrected.", ", ".join(FIELDS))
    from_: str = column("What stood there before.", "what stands there at this point of the log", alias="from")
    to: str = column("What stands there now.", "what the field may hold")

    @classmethod
    def may_be_missing(cls) -> list[str]:
        """None: an entry says what it changes, from what, to what."""
        return []

    @field_validator("when")
    @classmethod
    def _is_moment(cls, value: str) -> str:
        if not _WHEN_FORM.fullmatch(value):
            raise ValueError
        dt.datetime.strptime(value, _WHEN).replace(tzinfo=dt.UTC)
        return value

    @field_validator("statement")
    @classmethod
    def _is_statement(cls, value: str) -> str:
        if value and not re.fullmatch(STATEMENT_ID, value):
            raise ValueError
        return value


@dataclass(frozen=True)
class Coding:
    """What is corrected: the rows of an article, and its actors, in order."""

    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...]
    actors: tuple[Actor, ...]


Log = tuple[Correction, ...]


def entry_of(when: dt.datetime, statement: str, field: Field, from_: str, to: str) -> Correction:
    """An entry with its moment in UTC. A moment without a time zone could be any hour, so it is refused."""
    if when.utcoffset() is None:
        raise ValueError("the moment has no time zone; take datetime.now(UTC)")
    moment = when.astimezone(dt.UTC).strftime(_WHEN)
    return Correction(when=moment, statement=statement, field=field, from_=from_, to=to)


def parts_of(cell: str) -> tuple[str, ...]:
    """The values of a cell; none of an empty one."""
    return tuple(cell.split(SEPARATOR)) if cell else ()


def cell_of(row: Statement, field: str) -> str:
    """A field of a statement as it stands in the log."""
    value = getattr(row, field)
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def renamed(ids: Sequence[str], old: str, new: str) -> tuple[str, ...]:
    """The ids with one of them in another's place, each once."""
    return tuple(dict.fromkeys(new if id == old else id for id in ids))


# --- What stands and what is taken back ---------------------------------------------------------


def standing(log: Sequence[Correction]) -> list[bool]:
    """Whether each entry stands: it does until an undo that stands takes it back."""
    return stand_and_misfits(log)[0]


def effective(log: Sequence[Correction]) -> list[tuple[int, Correction]]:
    """The entries that stand, undo among them, with their numbers; the first entry of a log has number 1."""
    return [(i, entry) for i, (entry, stands) in enumerate(zip(log, standing(log), strict=True), 1) if stands]


def undone(log: Sequence[Correction], *, when: dt.datetime) -> Correction | None:
    """The entry that takes back the last correction which stands; None where none does.

    Added again and again it walks to the start.
    """
    numbers = [number for number, entry in effective(log) if entry.field != "undo"]
    return _undo(numbers[-1], when) if numbers else None


def redone(log: Sequence[Correction], *, when: dt.datetime) -> Correction | None:
    """The entry that brings back what was taken back last; None where nothing was, or a correction was made since."""
    stand = standing(log)
    for i in reversed(range(len(log))):
        if log[i].field != "undo":
            return None
        if stand[i] and log[int(log[i].to) - 1].field != "undo":
            return _undo(i + 1, when)
    return None


def _undo(number: int, when: dt.datetime) -> Correction:
    return entry_of(when, "", "undo", "", str(number))


def stand_and_misfits(log: Sequence[Correction]) -> tuple[list[bool], set[int]]:
    """Whether each entry stands, and the places of undo entries that do not fit (which change nothing)."""
    takers = [0] * len(log)  # how many standing undo entries take an entry back
    misfits: set[int] = set()
    for i, entry in enumerate(log):
        if entry.field != "undo":
            continue
        target = _target(entry)
        if target is None or not target < i or takers[target] or target in misfits:
            misfits.add(i)
            continue
        by = 1
        while target is not None:
            stood = not takers[target]
            takers[target] += by
            switched = stood == bool(takers[target]) and log[target].field == "undo"
            target, by = (_target(log[target]), -by) if switched else (None, by)
    return [not taken and i not in misfits for i, taken in enumerate(takers)], misfits


def _target(entry: Correction) -> int | None:
    """The place in the log, from 0, of the entry that an undo takes back."""
    return int(entry.to) - 1 if re.fullmatch(r"[1-9][0-9]{0,8}", entry.to) else None


# --- Counting -----------------------------------------------------------------------------------


def changed(log: Sequence[Correction]) -> dict[str, Log]:
    """The corrections that stand, by statement, in the order of the log. Those of actors are not among them."""
    by_statement: dict[str, Log] = {}
    for _, entry in effective(log):
        if entry.statement and entry.field != "undo":
            by_statement[entry.statement] = (*by_statement.get(entry.statement, ()), entry)
    return by_statement


def decided(log: Sequence[Correction]) -> set[str]:
    """The statements of which a person said who speaks, or accepted what the machine had found of it."""
    of_speaker = ("speakers", "via", "form", "level")
    return {id for id, entries in changed(log).items() if any(entry.field in of_speaker for entry in entries)}


def summary(log: Sequence[Correction]) -> str:
    """The log in a line, such as "12 corrections on 9 statements, 3 of actors, 4 accepted, 2 taken back"."""
    stand = [entry for _, entry in effective(log) if entry.field != "undo"]
    on_statements = [entry for entry in stand if entry.statement and entry.field != "level"]
    statements = len({entry.statement for entry in on_statements})
    of_actors = sum(not entry.statement for entry in stand)
    accepted = len({entry.statement for entry in stand if entry.field == "level"})
    back = sum(entry.field != "undo" for entry in log) - len(stand)
    said = [f"{counted(len(on_statements), 'correction')} on {counted(statements, 'statement')}"] if statements else []
    if of_actors:
        said.append(f"{of_actors} of actors" if said else f"{counted(of_actors, 'correction')} of actors")
    if accepted:
        said.append(f"{accepted} accepted" if said else f"{counted(accepted, 'statement')} accepted")
    if back:
        said.append(f"{back} taken back" if said else f"{counted(back, 'correction')} taken back")
    return ", ".join(said) or "no corrections"
