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
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from pydantic import ConfigDict, field_validator

from components.model.codebook import ALLOWED_ID, ID, REPORTER, UNKNOWN, Actor, Codebook
from components.model.ids import first_free, slug
from components.model.numbers import counted
from components.model.rows import SEPARATOR, Fault, FaultyFilesError, Placed, Row, column, found
from components.model.statements import (
    ALLOWED_STATEMENT,
    FORMS,
    KINDS,
    SCORES,
    STATEMENT_ID,
    Evidence,
    Form,
    Statement,
)

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
_STAND_INS = (REPORTER, UNKNOWN)
_OTHER_LOG = "The log belongs to another reading of the article, or an entry is missing"


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

Measure = Callable[[Statement], tuple[Statement, Sequence[Evidence]]]
"""Takes a statement whose content is new; returns it with its words and scores, and its rows of tone. What cannot be
measured comes back without content.
"""


# --- Replaying ----------------------------------------------------------------------------------


def replay(first: Coding, log: Sequence[Correction], *, codebook: Codebook, measure: Measure | None = None) -> Coding:
    """The coding after all entries that stand, in their order. The same log gives the same coding; `first` stays.

    A person who corrects speakers, via or form has coded the statement: its level becomes empty. Evidence follows from
    the outcome, not from the way to it: what was corrected and corrected back has its first evidence again. A statement
    that had no content and gets a speaker has the whole sentence as content, where `measure` can measure it; one that
    becomes narration has neither cue nor content, and so no words and no tone.

    Raises FaultyFilesError with every entry that does not fit; lines are those of the written log.
    """
    placed = [Placed(line, entry) for line, entry in enumerate(log, 2)]
    state, faults = _play(first, placed, codebook, LOG_FILE)
    if faults:
        raise FaultyFilesError(faults)
    return state.finish(measure) if any(entry.field != "undo" for _, entry in effective(log)) else first


def log_faults(
    first: Coding, log: Sequence[Placed[Correction]], *, codebook: Codebook, file: str = LOG_FILE
) -> list[Fault]:
    """Every entry that does not fit the coding at its point of the log, by line. An entry taken back needs not fit."""
    return _play(first, log, codebook, file)[1]


def _play(
    first: Coding, log: Sequence[Placed[Correction]], codebook: Codebook, file: str
) -> tuple["_State", list[Fault]]:
    """Apply every entry that stands. One that does not fit is told and passed over."""
    stand, misfits = _stand([entry for _, entry in log])
    state = _State(first, codebook)
    faults: list[Fault] = []
    for i, (line, entry) in enumerate(log):
        if entry.field == "undo":
            told = list(_undo_misfits(entry, fits=i not in misfits))
        elif stand[i]:
            told = list(state.misfits(entry))
            if not told:
                state.apply(entry)
        else:
            continue
        faults += [Fault(file, misfit.what, line, misfit.column) for misfit in told]
    return state, faults


# --- What stands and what is taken back ---------------------------------------------------------


def standing(log: Sequence[Correction]) -> list[bool]:
    """Whether each entry stands: it does until an undo that stands takes it back."""
    return _stand(log)[0]


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
    return _entry(when, "", "undo", "", str(number))


def _stand(log: Sequence[Correction]) -> tuple[list[bool], set[int]]:
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


# --- What fits ----------------------------------------------------------------------------------


class _Misfit(NamedTuple):
    column: str
    what: str


def _undo_misfits(entry: Correction, *, fits: bool) -> Iterator[_Misfit]:
    if entry.statement:
        yield _Misfit("statement", found(entry.statement, "nothing, where the field is undo"))
    if entry.from_:
        yield _Misfit("from", found(entry.from_, "nothing, where the field is undo"))
    if not fits:
        yield _Misfit("to", found(entry.to, "the number of an earlier entry that is not taken back yet"))


def _differs(entry: Correction, stands: str) -> Iterator[_Misfit]:
    """Whether `from` is what stands there, and `to` is something else."""
    if entry.from_ != stands:
        allowed = f"“{stands}”, which stands there" if stands else "nothing, as nothing stands there"
        yield _Misfit("from", found(entry.from_, allowed, _OTHER_LOG))
    elif entry.to == stands and entry.field != "level":  # what has no level may be accepted, too: narration
        yield _Misfit("to", found(entry.to, "another value than the one that stands there"))


def _is_name(text: str) -> bool:
    """Whether it goes into a cell of names: one line without semicolons, and no white space around it."""
    strange = any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)
    return bool(text) and text == text.strip() and SEPARATOR not in text and not strange


class _State:
    """The coding while the log is replayed."""

    def __init__(self, first: Coding, codebook: Codebook) -> None:
        self.first = first
        self.statements = {row.statement: row for row in first.statements}
        self.left_out: set[str] = set()
        self.actors = {actor.id: actor for actor in first.actors}
        self.merges: list[tuple[str, str]] = []
        self.topics = [topic.id for topic in codebook.topics]
        self.codebook = codebook
        self.in_codebook = {actor.id: actor for actor in codebook.actors}

    @property
    def known(self) -> str:
        """The ids that a statement may name: actors of the article, then others of the codebook."""
        return ", ".join(sorted({*self.actors, *self.in_codebook}))

    def knows(self, id: str) -> bool:
        return id in self.actors or id in self.in_codebook

    # --- Checking an entry ---

    def misfits(self, entry: Correction) -> Iterator[_Misfit]:
        """What of an entry does not fit at this point."""
        if entry.field in STATEMENT_FIELDS:
            yield from self._statement_misfits(entry)
        elif entry.statement:
            yield _Misfit("statement", found(entry.statement, f"nothing, where the field is {entry.field}"))
        elif entry.field == "actor":
            yield from self._new_actor_misfits(entry)
        elif entry.field == "alias":
            yield from self._alias_misfits(entry)
        elif entry.field == "merge":
            yield from self._merge_misfits(entry)
        else:
            yield from self._detail_misfits(entry)

    def _statement_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        row = self.statements.get(entry.statement)
        if row is None:
            yield _Misfit("statement", found(entry.statement, "a statement of the article", _OTHER_LOG))
            return
        if entry.statement in self.left_out and entry.field != "kept":
            advice = "Put it back first: kept, from no to yes"
            yield _Misfit("statement", found(entry.statement, "a statement that is not left out", advice))
            return
        kept = "no" if entry.statement in self.left_out else "yes"
        yield from _differs(entry, kept if entry.field == "kept" else _cell(row, entry.field))
        yield from self._value_misfits(entry)

    def _value_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        """Whether a field of a statement may hold the new value."""
        values = _parts(entry.to)
        advice = "Add the actor by an entry before this one, or correct the id"
        wrong: list[str] = []
        if entry.field == "speakers":
            wrong = [found(value, self.known, advice) for value in values or ("",) if not self.knows(value)]
        elif entry.field == "via" and entry.to and not self.knows(entry.to):
            wrong = [found(entry.to, f"{self.known}, or nothing", advice)]
        elif entry.field == "topics":
            topics = ", ".join(self.topics)
            wrong = [found(value, f"{topics}, or nothing") for value in values if value not in self.topics]
        elif entry.field == "form" and entry.to not in FORMS:
            wrong = [found(entry.to, ", ".join(FORMS))]
        elif entry.field == "level" and entry.to:
            wrong = [found(entry.to, "nothing, which says that a person accepts it")]
        elif entry.field == "kept" and entry.to not in ("yes", "no"):
            wrong = [found(entry.to, "yes, no")]
        if not wrong and len(set(values)) < len(values):
            wrong = [found(entry.to, "each value once")]
        yield from (_Misfit("to", what) for what in wrong)

    def _new_actor_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        yield from _differs(entry, "")
        parts = entry.to.split(SEPARATOR)
        if len(parts) != 4:
            yield _Misfit("to", found(entry.to, "id;name;role;side of the new actor"))
            return
        id, name, role, side = parts
        if not re.fullmatch(ID, id):
            yield _Misfit("to", found(id, ALLOWED_ID))
        elif self.knows(id):
            yield _Misfit("to", found(id, "an id that no actor has", f"Taken are {self.known}"))
        yield from self._detail_value("name", name)
        yield from self._detail_value("role", role)
        yield from self._detail_value("side", side)

    def _detail_value(self, field: str, value: str) -> Iterator[_Misfit]:
        if field == "side" and not self.codebook.has_side(value):
            yield _Misfit("to", self.codebook.side_fault(value))
        elif field == "name" and not _is_name(value):
            yield _Misfit("to", found(value, ALLOWED_NAME))
        elif field == "role" and value and not _is_name(value):
            yield _Misfit("to", found(value, "an office on one line, without semicolons, or nothing"))

    def _alias_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        if bool(entry.from_) == bool(entry.to):
            allowed = "id;alias in one of from and to" if entry.to else "id;alias, here or in from"
            yield _Misfit("to", found(entry.to, allowed))
            return
        column = "to" if entry.to else "from"
        id, _, alias = (entry.to or entry.from_).partition(SEPARATOR)
        actor = self.actors.get(id)
        if actor is None:
            yield _Misfit(column, self._no_actor(id))
        elif entry.from_ and alias not in actor.aliases:
            yield _Misfit(column, found(alias, f"an alias of {id}: {', '.join(actor.aliases) or 'it has none'}"))
        elif entry.to and not _is_name(alias):
            yield _Misfit(column, found(alias, ALLOWED_NAME))
        elif entry.to and alias in (actor.name, *actor.aliases):
            yield _Misfit(column, found(alias, f"a name that {id} does not have yet"))

    def _merge_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        if entry.from_ in _STAND_INS or entry.from_ not in self.actors:
            yield _Misfit("from", self._no_actor(entry.from_, stand_ins=False))
        if entry.to in _STAND_INS or not self.knows(entry.to):
            named = ", ".join(sorted({*self.actors, *self.in_codebook} - {*_STAND_INS, entry.from_}))
            yield _Misfit("to", found(entry.to, named))
        elif entry.to == entry.from_:
            yield _Misfit("to", found(entry.to, "another actor than the one that is merged"))

    def _detail_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        """An actor's name, role or side."""
        id, _, value = entry.to.partition(SEPARATOR)
        actor = self.actors.get(id)
        if actor is None:
            yield _Misfit("to", self._no_actor(id, f"id;{entry.field} of an actor of the article: "))
            return
        yield from _differs(entry, f"{id}{SEPARATOR}{getattr(actor, entry.field)}")
        yield from self._detail_value(entry.field, value)

    def _no_actor(self, id: str, prefix: str = "", *, stand_ins: bool = True) -> str:
        return found(id, prefix + ", ".join(sorted(id for id in self.actors if stand_ins or id not in _STAND_INS)))

    # --- Applying an entry that fits ---

    def apply(self, entry: Correction) -> None:
        if entry.field == "kept":
            (self.left_out.discard if entry.to == "yes" else self.left_out.add)(entry.statement)
        elif entry.field in STATEMENT_FIELDS:
            self._correct(entry)
        elif entry.field == "actor":
            id, name, role, side = entry.to.split(SEPARATOR)
            self.actors[id] = Actor(id=id, name=name, role=role, side=side, aliases=())
        elif entry.field == "alias":
            self._change_aliases(entry)
        elif entry.field == "merge":
            self._merge(entry.from_, entry.to)
        else:
            id, _, value = entry.to.partition(SEPARATOR)
            self.actors[id] = self.actors[id].model_copy(update={entry.field: value})

    def _correct(self, entry: Correction) -> None:
        several = entry.field in ("speakers", "topics")
        update: dict[str, Any] = {entry.field: _parts(entry.to) if several else entry.to}
        if entry.field in ("speakers", "via", "form"):
            update["level"] = ""
        if entry.field in ("speakers", "via"):
            self._list_actors(_parts(entry.to))
        self.statements[entry.statement] = self.statements[entry.statement].model_copy(update=update)

    def _list_actors(self, ids: Sequence[str]) -> None:
        """An actor of the codebook who is named for the first time joins those of the article."""
        for id in ids:
            if id not in self.actors:
                self.actors[id] = self.in_codebook[id]

    def _change_aliases(self, entry: Correction) -> None:
        id, _, alias = (entry.to or entry.from_).partition(SEPARATOR)
        actor = self.actors[id]
        aliases = (*actor.aliases, alias) if entry.to else tuple(each for each in actor.aliases if each != alias)
        self.actors[id] = actor.model_copy(update={"aliases": aliases})

    def _merge(self, old: str, new: str) -> None:
        self._list_actors((new,))
        gone, stays = self.actors.pop(old), self.actors[new]
        aliases = dict.fromkeys((*stays.aliases, gone.name, *gone.aliases))
        update = {"aliases": tuple(each for each in aliases if each != stays.name)}
        self.actors[new] = stays.model_copy(update=update)
        self.statements = {id: _merged(row, old, new) for id, row in self.statements.items()}
        self.merges.append((old, new))

    # --- The outcome ---

    def finish(self, measure: Measure | None) -> Coding:
        """The statements that are kept, with the evidence that follows from what was corrected."""
        first_rows: dict[str, list[Evidence]] = {id: [] for id in self.statements}
        for row in self.first.evidence:
            first_rows[row.statement].append(row)
        statements: list[Statement] = []
        evidence: list[Evidence] = []
        for before in self.first.statements:
            if before.statement in self.left_out:
                continue
            after, rows = self._outcome(before, first_rows[before.statement], measure)
            statements.append(after)
            evidence += rows
        return Coding(tuple(statements), tuple(evidence), tuple(self.actors.values()))

    def _outcome(
        self, before: Statement, rows: list[Evidence], measure: Measure | None
    ) -> tuple[Statement, list[Evidence]]:
        after = self.statements[before.statement]
        for old, new in self.merges:
            before, rows = _merged(before, old, new), _merged_rows(rows, old, new)
        if _coded(before) == _coded(after):
            return after, rows
        rows = [*_speaker_rows(before, after, rows), *_topic_rows(before, after, rows)]
        if after.form == NARRATION != before.form:
            after, rows = after.model_copy(update=_NOTHING_SAID), [row for row in rows if row.kind not in _OF_CONTENT]
        if measure and _gets_content(before, after):
            whole = {"content_start": after.start, "content_end": after.end}
            after, tone = measure(after.model_copy(update=whole))
            rows += [*_content_rows(after), *tone]
        return after, sorted(rows, key=lambda row: KINDS.index(row.kind))


# --- The evidence of what was corrected ---------------------------------------------------------

NARRATION: Form = "narration"
_OF_CONTENT = ("cue", "content", "tone")
_NOTHING_SAID: dict[str, int | None] = {
    "words": 0,
    **dict.fromkeys(("cue_start", "cue_end", "content_start", "content_end", *SCORES)),
}
"""What a statement has of which nothing is somebody's words."""


def _coded(row: Statement) -> tuple[object, ...]:
    """What the evidence of a statement depends on."""
    return row.speakers, row.via, row.form, row.topics


def _speaker_rows(before: Statement, after: Statement, rows: Sequence[Evidence]) -> Iterator[Evidence]:
    """All rows but those of topics. Mentions of those who neither speak nor relay go; new speakers have a row each."""
    staying = {*after.speakers, after.via}
    moved = (before.speakers, before.via) != (after.speakers, after.via)
    for row in rows:
        if row.kind in ("cue", "content") and before.speakers != after.speakers:
            yield row.model_copy(update={"value": SEPARATOR.join(after.speakers)})
        elif row.kind != "topic" and not (moved and row.kind == "speaker" and row.value not in staying):
            yield row
    mentioned = {row.value for row in rows if row.kind == "speaker"}
    for speaker in after.speakers:
        if speaker not in before.speakers and speaker not in mentioned:
            yield _corrected(after, "speaker", speaker)


def _topic_rows(before: Statement, after: Statement, rows: Sequence[Evidence]) -> Iterator[Evidence]:
    gone = {topic for topic in before.topics if topic not in after.topics}
    yield from (row for row in rows if row.kind == "topic" and row.value not in gone)
    yield from (_corrected(after, "topic", topic) for topic in after.topics if topic not in before.topics)


def _gets_content(before: Statement, after: Statement) -> bool:
    """Whether a sentence in which nothing was said now says something."""
    corrected = (before.speakers, before.form) != (after.speakers, after.form)
    return corrected and after.form != NARRATION and after.stretch("content") is None


def _content_rows(row: Statement) -> Iterator[Evidence]:
    if content := row.stretch("content"):
        yield _corrected(row, "content", SEPARATOR.join(row.speakers), content)


def _corrected(row: Statement, kind: str, value: str, place: tuple[int, int] | None = None) -> Evidence:
    start, end = place or (None, None)
    return Evidence.model_validate({
        "statement": row.statement, "kind": kind, "label": CORRECTED, "value": value, "start": start, "end": end,
        "phrase": "",
    })  # fmt: skip


def _merged(row: Statement, old: str, new: str) -> Statement:
    """The statement with one actor in another's place. Nobody relays what they alone say."""
    if old not in row.speakers and old != row.via:
        return row
    speakers = _renamed(row.speakers, old, new)
    via = new if row.via == old else row.via
    return row.model_copy(update={"speakers": speakers, "via": "" if speakers == (via,) else via})


def _merged_rows(rows: list[Evidence], old: str, new: str) -> list[Evidence]:
    """The evidence with one actor in another's place; two mentions at one place become one."""
    merged = [_merged_row(row, old, new) for row in rows]
    return rows if merged == rows else list(dict.fromkeys(merged))


def _merged_row(row: Evidence, old: str, new: str) -> Evidence:
    values = _parts(row.value)
    if row.kind not in ("speaker", "cue", "content") or old not in values:
        return row
    return row.model_copy(update={"value": SEPARATOR.join(_renamed(values, old, new))})


def _renamed(ids: Sequence[str], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if id == old else id for id in ids))


# --- Making entries -----------------------------------------------------------------------------


def correct(
    coding: Coding, statement: str, field: StatementField, to: str | Sequence[str], *, when: dt.datetime
) -> Correction:
    """The entry that gives a field of a statement another value; `coding` is the one that stands now.

    A statement that `coding` has not is one left out, whose only field is `kept`; else KeyError is raised.
    """
    row = next((row for row in coding.statements if row.statement == statement), None)
    value = to if isinstance(to, str) else SEPARATOR.join(to)
    if field == "kept":
        return _entry(when, statement, field, "yes" if row else "no", value)
    if row is None:
        raise KeyError(f"“{statement}” is no statement of this coding")
    return _entry(when, statement, field, _cell(row, field), value)


def accept(coding: Coding, statement: str, *, when: dt.datetime) -> Correction:
    """A person accepts what the machine found of a statement."""
    return correct(coding, statement, "level", "", when=when)


def not_a_statement(coding: Coding, statement: str, *, when: dt.datetime) -> Correction:
    """The sentence is none (a caption, an advertisement): it is left out of the table."""
    return correct(coding, statement, "kept", "no", when=when)


def put_back(coding: Coding, statement: str, *, when: dt.datetime) -> Correction:
    """A sentence that was left out stands in the table again."""
    return correct(coding, statement, "kept", "yes", when=when)


def new_actor(id: str, name: str, role: str, side: str, *, when: dt.datetime) -> Correction:
    """Somebody whom the machine did not find; `new_id` makes the id. Semicolons become commas."""
    plain = (part.replace(SEPARATOR, ",").strip() for part in (name, role))
    return _entry(when, "", "actor", "", SEPARATOR.join((id, *plain, side)))


def new_id(name: str, coding: Coding, codebook: Codebook) -> str:
    """An id that no actor of the article or of the codebook has: the name in small letters, with a number if need be."""
    return first_free(slug(name) or "actor", {actor.id for actor in (*coding.actors, *codebook.actors)})


def correct_actor(
    coding: Coding, actor: str, field: Literal["name", "role", "side"], to: str, *, when: dt.datetime
) -> Correction:
    """The entry that gives an actor another name, role or side. Raises KeyError where the coding has no such actor."""
    row = next((each for each in coding.actors if each.id == actor), None)
    if row is None:
        raise KeyError(f"“{actor}” is no actor of this coding")
    return _entry(when, "", field, f"{actor}{SEPARATOR}{getattr(row, field)}", f"{actor}{SEPARATOR}{to.strip()}")


def add_alias(actor: str, alias: str, *, when: dt.datetime) -> Correction:
    """Another way in which the article names the actor."""
    return _entry(when, "", "alias", "", f"{actor}{SEPARATOR}{alias.strip()}")


def remove_alias(actor: str, alias: str, *, when: dt.datetime) -> Correction:
    """A name that is not the actor's."""
    return _entry(when, "", "alias", f"{actor}{SEPARATOR}{alias}", "")


def merge_actors(old: str, new: str, *, when: dt.datetime) -> Correction:
    """Two actors are one: `new` takes the statements, the name and the aliases of `old`, who leaves the list."""
    return _entry(when, "", "merge", old, new)


def split_actor(
    coding: Coding, old: str, new: Actor, statements: Sequence[str], *, codebook: Codebook, when: dt.datetime
) -> Log:
    """One actor is two: `new` takes the given statements of `old`, as speaker and as the one who relays.

    An entry for `new` and each of its aliases, unless the coding or the codebook has that actor, and one for each place
    in a statement. Raises KeyError where a statement is not in the coding or has nothing to do with `old`.
    """
    entries: list[Correction] = []
    if new.id not in {actor.id for actor in (*coding.actors, *codebook.actors)}:
        entries.append(new_actor(new.id, new.name, new.role, new.side, when=when))
        entries += [add_alias(new.id, alias, when=when) for alias in new.aliases]
    rows = {row.statement: row for row in coding.statements}
    for id in statements:
        row = rows.get(id)
        if row is None or old not in (*row.speakers, row.via):
            raise KeyError(f"“{id}” is no statement of “{old}”")
        if old in row.speakers:
            entries.append(correct(coding, id, "speakers", _renamed(row.speakers, old, new.id), when=when))
        if row.via == old:
            entries.append(correct(coding, id, "via", new.id, when=when))
    return tuple(entries)


def _entry(when: dt.datetime, statement: str, field: Field, from_: str, to: str) -> Correction:
    """An entry with its moment in UTC. A moment without a time zone could be any hour, so it is refused."""
    if when.utcoffset() is None:
        raise ValueError("the moment has no time zone; take datetime.now(UTC)")
    moment = when.astimezone(dt.UTC).strftime(_WHEN)
    return Correction(when=moment, statement=statement, field=field, from_=from_, to=to)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _cell(row: Statement, field: str) -> str:
    value = getattr(row, field)
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


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
