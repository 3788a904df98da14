"""Making entries of the log of corrections: each decision of a person, filled from what stands now."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from components.article.corrections.log import (
    Coding,
    Correction,
    Log,
    StatementField,
    cell_of,
    entry_of,
    renamed,
)
from components.model.codebook import Actor, Codebook
from components.model.ids import first_free, slug
from components.model.rows import SEPARATOR


def correct(
    coding: Coding, statement: str, field: StatementField, to: str | Sequence[str], *, when: dt.datetime
) -> Correction:
    """The entry that gives a field of a statement another value; `coding` is the one that stands now.

    A statement that `coding` has not is one left out, whose only field is `kept`; else KeyError is raised.
    """
    row = next((row for row in coding.statements if row.statement == statement), None)
    value = to if isinstance(to, str) else SEPARATOR.join(to)
    if field == "kept":
        return entry_of(when, statement, field, "yes" if row else "no", value)
    if row is None:
        raise KeyError(f"“{statement}” is no statement of this coding")
    return entry_of(when, statement, field, cell_of(row, field), value)


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
    return entry_of(when, "", "actor", "", SEPARATOR.join((id, *plain, side)))


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
    return entry_of(when, "", field, f"{actor}{SEPARATOR}{getattr(row, field)}", f"{actor}{SEPARATOR}{to.strip()}")


def add_alias(actor: str, alias: str, *, when: dt.datetime) -> Correction:
    """Another way in which the article names the actor."""
    return entry_of(when, "", "alias", "", f"{actor}{SEPARATOR}{alias.strip()}")


def remove_alias(actor: str, alias: str, *, when: dt.datetime) -> Correction:
    """A name that is not the actor's."""
    return entry_of(when, "", "alias", f"{actor}{SEPARATOR}{alias}", "")


def merge_actors(old: str, new: str, *, when: dt.datetime) -> Correction:
    """Two actors are one: `new` takes the statements, the name and the aliases of `old`, who leaves the list."""
    return entry_of(when, "", "merge", old, new)


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
            entries.append(correct(coding, id, "speakers", renamed(row.speakers, old, new.id), when=when))
        if row.via == old:
            entries.append(correct(coding, id, "via", new.id, when=when))
    return tuple(entries)
