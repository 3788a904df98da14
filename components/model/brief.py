"""The brief: the statements that a reader chose, of one article or of several, in the reader's order, with headings and notes.

A value: every change gives another one, so that the one before can be taken back. It holds ids and what the reader typed,
nothing of an article.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from components.model.limits import MOST_NOTE_CHARACTERS, MOST_QUOTES, MOST_TITLE_CHARACTERS
from components.model.rows import Fault, FaultyFilesError

BRIEF_FILE = "brief.json"

ENTRIES = 2 * MOST_QUOTES
"""So many it holds at most: statements and as many headings."""


Heading = Annotated[str, Field(max_length=MOST_TITLE_CHARACTERS)]
Note = Annotated[str, Field(max_length=MOST_NOTE_CHARACTERS)]


class Key(NamedTuple):
    """A statement among those of all articles."""

    article: str
    statement: str


@dataclass(frozen=True)
class Entry:
    """A statement with the reader's note on it, or a heading; a heading has neither article nor statement."""

    article: str = ""
    statement: str = ""
    heading: Heading = ""
    note: Note = ""

    @property
    def key(self) -> Key | None:
        """The statement; None of a heading."""
        return Key(self.article, self.statement) if self.statement else None


@dataclass(frozen=True)
class Brief:
    """What the reader chose, under a title, with a note of the reader's own. No statement stands in it twice."""

    title: Heading = ""
    note: Note = ""
    entries: Annotated[tuple[Entry, ...], Field(max_length=ENTRIES)] = ()

    @property
    def keys(self) -> list[Key]:
        """The statements, in the reader's order."""
        return [each.key for each in self.entries if each.key]

    def has_all(self, article: str, statements: Iterable[str]) -> bool:
        """Whether all these statements of an article stand in it."""
        return {Key(article, id) for id in statements} <= set(self.keys)

    def with_statements(self, article: str, statements: Iterable[str]) -> "Brief":
        """With these at the end, in their order, but for those that stand in it, and for what is more than it can hold."""
        here = set(self.keys)
        wanted = [id for id in dict.fromkeys(statements) if Key(article, id) not in here]
        return replace(self, entries=(*self.entries, *(Entry(article, id) for id in wanted[: MOST_QUOTES - len(here)])))

    def without(self, keys: Collection[Key]) -> "Brief":
        """Without these statements; headings stay."""
        return replace(self, entries=tuple(each for each in self.entries if each.key not in keys))

    def toggled(self, article: str, statements: Sequence[str]) -> "Brief":
        """Without these statements where all of them stand in it, else with all of them."""
        if self.has_all(article, statements):
            return self.without({Key(article, id) for id in statements})
        return self.with_statements(article, statements)

    def moved(self, at: int, steps: int) -> "Brief":
        """With the entry at a place that many places further on, or further up where `steps` is negative; not past an end."""
        others = [*self.entries[:at], *self.entries[at + 1 :]]
        to = min(max(at + steps, 0), len(others))
        return replace(self, entries=(*others[:to], self.entries[at], *others[to:]))

    def with_heading(self, at: int, heading: str) -> "Brief":
        """With a heading before the entry at a place."""
        return replace(self, entries=(*self.entries[:at], Entry(heading=heading), *self.entries[at:])[:ENTRIES])

    def changed(self, at: int, **fields: str) -> "Brief":
        """With another `note`, or another `heading`, of the entry at a place."""
        parts: dict[str, Any] = dict(fields)
        return replace(self, entries=(*self.entries[:at], replace(self.entries[at], **parts), *self.entries[at + 1 :]))

    def without_entry(self, at: int) -> "Brief":
        """Without the entry at a place."""
        return replace(self, entries=(*self.entries[:at], *self.entries[at + 1 :]))


_FILE = TypeAdapter(Brief)


def write_brief(brief: Brief) -> bytes:
    """The brief as a file."""
    return _FILE.dump_json(brief, indent=1)


def read_brief(data: bytes) -> Brief:
    """The brief of a file. Raises FaultyFilesError where it is none."""
    try:
        return _FILE.validate_json(data)
    except ValidationError as error:
        where = ".".join(str(each) for each in error.errors()[0]["loc"])
        raise FaultyFilesError([Fault(BRIEF_FILE, f"{where or 'the file'}: {error.errors()[0]['msg']}")]) from None
