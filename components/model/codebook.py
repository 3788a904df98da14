"""What an article is coded with: topics, actors and their sides, words that carry no tone, and the diplomatic record.

`data/codebook.toml` holds the topics, the sides, the actors known beyond one article and the neutral words;
`data/record.csv` holds the dated record behind the topics. Both are read here, with all their faults at once.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from components.model.intervals import ALLOWED as ALLOWED_DATES
from components.model.intervals import parse_edtf
from components.model.rows import Fault, FaultyFilesError, Placed, Row, Several, column, decode, found, read_rows

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ALLOWED_ID = "small letters, digits and hyphens"

REPORTER = "reporter"
UNKNOWN = "unknown"
"""The actor of words whose source was looked for and not found."""
JOINT = "joint"
"""The side of a statement whose speakers belong to several sides."""


class _Entry(BaseModel):
    """Keys that are not known are carried along, and written again."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Topic(_Entry):
    """What an article may be about. `words` are names, as in `names.find_names`."""

    id: str = Field(pattern=ID)
    label: str = Field(min_length=1)
    definition: str = Field(min_length=1)
    counts: str
    counts_not: str
    words: tuple[str, ...] = Field(min_length=1)
    lead: bool = False


class Side(_Entry):
    """The party whose position a speaker gives.

    `voice` is the capital that newspapers name it by; `words` are names in an office that tell the side of its holder
    ("Russian Foreign Minister").
    """

    id: str = Field(pattern=ID)
    label: str = Field(min_length=1)
    voice: str = Field(min_length=1)
    words: tuple[str, ...] = ()


class Actor(Row):
    """Somebody whose statements are reported, or who relays them: a row of `actors.csv`."""

    id: str = column("The actor's id, as in the statements.", ALLOWED_ID, pattern=ID)
    name: str = column("Name as printed, given name first.", "any text", min_length=1)
    role: str = column("Office at the time of the article.", "any text, or nothing")
    side: str = column("The side whose position the actor gives.", "a side of the codebook", pattern=ID)
    aliases: Several = column(
        "Other ways in which the article names the actor.", "names separated by semicolons, or nothing"
    )

    @field_validator("name")
    @classmethod
    def _is_seen(cls, value: str) -> str:
        if not value.strip():
            raise ValueError
        return value

    @property
    def short(self) -> str:
        """The last name, for charts and narrow columns."""
        return self.name.split()[-1]


class RecordEntry(Row):
    """An event of the diplomatic record: a row of `record.csv`."""

    id: str = column("The event's id.", ALLOWED_ID, pattern=ID)
    date: str = column("When it happened, as EDTF.", ALLOWED_DATES)
    topics: Several = column(
        "Topics that it stands behind.", "topics of the codebook, separated by semicolons", min_length=1
    )
    line: str = column("What happened, in our own words.", "one sentence", min_length=1)
    names: Several = column(
        "Names by which an article speaks of the event.", "names separated by semicolons, or nothing"
    )
    source: str = column("Title of the document that shows it.", "any text", min_length=1)
    symbol: str = column("Symbol or number of that document.", "any text, or nothing")
    source_date: str = column("Date of that document, as EDTF.", ALLOWED_DATES)

    @field_validator("date", "source_date")
    @classmethod
    def _is_edtf(cls, value: str) -> str:
        parse_edtf(value)
        return value


E = TypeVar("E", Topic, Side, RecordEntry)


class _CodebookFile(_Entry):
    topics: tuple[Topic, ...] = Field(min_length=1)
    sides: tuple[Side, ...] = Field(min_length=1)
    actors: tuple[Actor, ...] = ()
    neutral: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Codebook:
    """Topics, sides, actors, neutral words and the record, in the order of the files."""

    topics: tuple[Topic, ...]
    sides: tuple[Side, ...]
    actors: tuple[Actor, ...] = ()
    neutral: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    record: tuple[RecordEntry, ...] = field(default=())
    more: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the file that this version does not know, with what stands there."""

    def topic(self, id: str) -> Topic:
        """The topic with this id. Raises KeyError with the known ids."""
        return _by_id(self.topics, id)

    def side(self, id: str) -> Side:
        """The side with this id. Raises KeyError with the known ids."""
        return _by_id(self.sides, id)

    def event(self, id: str) -> RecordEntry:
        """The entry of the record with this id. Raises KeyError with the known ids."""
        return _by_id(self.record, id)

    def with_topic(self, topic: Topic) -> "Codebook":
        """This codebook with one more topic at the end of the list; one with the same id is replaced, in its place."""
        if topic.id in self.topic_labels:
            return replace(self, topics=tuple(topic if each.id == topic.id else each for each in self.topics))
        return replace(self, topics=(*self.topics, topic))

    def without_topic(self, id: str) -> "Codebook":
        """This codebook without a topic. The last one stays: without topics nothing can be coded."""
        left = tuple(topic for topic in self.topics if topic.id != id)
        return replace(self, topics=left or self.topics)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The keys of its file that this version does not know, such as "topics.colour"."""
        listed = {"topics": self.topics, "sides": self.sides, "actors": self.actors}
        inside = (
            f"{name}.{key}" for name, entries in listed.items() for each in entries for key in each.model_extra or ()
        )
        return tuple(dict.fromkeys((*self.more, *inside)))

    @cached_property
    def neutral_words(self) -> tuple[str, ...]:
        """Words that carry no tone in this register, of all kinds."""
        return tuple(word for words in self.neutral.values() for word in words)

    @property
    def topic_labels(self) -> dict[str, str]:
        """Topic id to label, in the codebook's order."""
        return {topic.id: topic.label for topic in self.topics}

    @property
    def side_labels(self) -> dict[str, str]:
        """Side id to label, in the codebook's order, with the one for several sides at once."""
        return {**{side.id: side.label for side in self.sides}, JOINT: "several sides"}


def _by_id(entries: Sequence[E], id: str) -> E:
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(f"“{id}” is unknown; known: {', '.join(entry.id for entry in entries)}")


# --- Reading ------------------------------------------------------------------------------------


def load_codebook(folder: Path) -> Codebook:
    """Read `codebook.toml` and `record.csv` of the data folder. Raises FaultyFilesError with all their faults."""
    file = "codebook.toml"
    path = folder / file
    book, faults = _read_toml(file, path.read_bytes()) if path.is_file() else (None, [Fault(file, "is missing")])
    record, record_faults = _read_record(folder / "record.csv", {topic.id for topic in book.topics} if book else None)
    faults += record_faults
    if faults or book is None:
        raise FaultyFilesError(faults)
    return Codebook(book.topics, book.sides, book.actors, book.neutral, tuple(record), book.model_extra or {})


def read_codebook(data: bytes, *, record: Sequence[RecordEntry] = (), file: str = "codebook.toml") -> Codebook:
    """A codebook from its file alone, such as the one that an article brings along. Raises FaultyFilesError."""
    book, faults = _read_toml(file, data)
    if faults or book is None:
        raise FaultyFilesError(faults)
    return Codebook(book.topics, book.sides, book.actors, book.neutral, tuple(record), book.model_extra or {})


def write_codebook(codebook: Codebook) -> bytes:
    """The codebook as TOML, which `read_codebook` gives back. The record is a file of its own."""
    import tomli_w

    book = _CodebookFile(
        topics=codebook.topics, sides=codebook.sides, actors=codebook.actors, neutral=dict(codebook.neutral)
    )
    return tomli_w.dumps({**book.model_dump(), **codebook.more}).encode("utf-8")


def _read_toml(file: str, data: bytes) -> tuple[_CodebookFile | None, list[Fault]]:
    text, faults = decode(data, file)
    if faults:
        return None, faults
    try:
        book = _CodebookFile.model_validate(tomllib.loads(text))
    except ValidationError as error:
        return None, [_entry_fault(file, each) for each in error.errors()]
    except RecursionError:
        return None, [Fault(file, "is no readable TOML: lists or tables are nested too deeply")]
    except ValueError as error:  # a TOMLDecodeError, or a number of thousands of digits
        return None, [Fault(file, f"is no readable TOML: {error}")]
    return book, [
        *_doubled(file, "topic", book.topics),
        *_doubled(file, "side", book.sides),
        *_sideless(file, book),
    ]


def _entry_fault(file: str, error: Any) -> Fault:
    where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in error["loc"])
    return Fault(file, f"{where}: {error['msg'].lower()}")


def _doubled(file: str, kind: str, entries: Iterable[Any]) -> list[Fault]:
    ids = [entry.id for entry in entries]
    return [Fault(file, f"the {kind} {id} stands there twice") for id in dict.fromkeys(ids) if ids.count(id) > 1]


def _sideless(file: str, book: _CodebookFile) -> list[Fault]:
    sides = [side.id for side in book.sides]
    return [
        Fault(file, f"the actor {actor.id} has a side that is not listed: {found(actor.side, ', '.join(sides))}")
        for actor in book.actors
        if actor.side not in sides
    ]


def _read_record(path: Path, topics: set[str] | None) -> tuple[list[RecordEntry], list[Fault]]:
    if not path.is_file():
        return [], [Fault(path.name, "is missing")]
    placed, faults = read_rows(RecordEntry, path.read_bytes(), path.name)
    faults += doubled_ids(path.name, placed, "id")
    for line, entry in placed:
        for topic in entry.topics:
            if topics is not None and topic not in topics:
                faults.append(Fault(path.name, found(topic, ", ".join(sorted(topics))), line, "topics"))
    return [entry for _, entry in placed], faults


def doubled_ids(file: str, placed: Sequence[Placed[Any]], name: str) -> list[Fault]:
    """A fault for each row whose key stands on an earlier row too."""
    first: dict[str, int] = {}
    faults = []
    for line, row in placed:
        key = getattr(row, name)
        if key in first:
            faults.append(Fault(file, f"“{key}” stands already on line {first[key]}; each may stand once", line, name))
        first.setdefault(key, line)
    return faults
