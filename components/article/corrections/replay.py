"""Replaying the log of corrections over the machine's first answer: what fits, what each entry does, what comes out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from components.article.corrections.log import (
    ALLOWED_NAME,
    LOG_FILE,
    STATEMENT_FIELDS,
    Coding,
    Correction,
    cell_of,
    effective,
    parts_of,
    stand_and_misfits,
)
from components.article.corrections.outcome import Measure, merged, outcome
from components.model.codebook import ALLOWED_ID, ID, REPORTER, UNKNOWN, Actor, Codebook
from components.model.rows import SEPARATOR, Fault, FaultyFilesError, Placed, found
from components.model.statements import FORMS, Evidence, Statement

_STAND_INS = (REPORTER, UNKNOWN)
_OTHER_LOG = "The log belongs to another reading of the article, or an entry is missing"


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
    stand, misfits = stand_and_misfits([entry for _, entry in log])
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
        yield from _differs(entry, kept if entry.field == "kept" else cell_of(row, entry.field))
        yield from self._value_misfits(entry)

    def _value_misfits(self, entry: Correction) -> Iterator[_Misfit]:
        """Whether a field of a statement may hold the new value."""
        values = parts_of(entry.to)
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
        update: dict[str, Any] = {entry.field: parts_of(entry.to) if several else entry.to}
        if entry.field in ("speakers", "via", "form"):
            update |= {"level": "", "how": ""}
        if entry.field in ("speakers", "via"):
            self._list_actors(parts_of(entry.to))
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
        self.statements = {id: merged(row, old, new) for id, row in self.statements.items()}
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
            after, rows = outcome(
                before, self.statements[before.statement], first_rows[before.statement], self.merges, measure
            )
            statements.append(after)
            evidence += rows
        return Coding(tuple(statements), tuple(evidence), tuple(self.actors.values()))
