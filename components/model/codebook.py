"""What an article is coded with: topics, actors and their sides, words that carry no tone, and the diplomatic record.

`data/codebook.toml` and `data/record.csv` hold the general ones, which fit any article: topics with their words, neutral
words, and the dated record behind the topics. An article may bring its own. All are read here, with all their faults at
once.
"""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator

from components.model import countries
from components.model.intervals import ALLOWED as ALLOWED_DATES
from components.model.intervals import parse_edtf
from components.model.names import NameIndex, index_of
from components.model.rows import Fault, FaultyFilesError, Row, Several, column, decode, doubled_ids, found, read_rows

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ALLOWED_ID = "small letters, digits and hyphens"

REPORTER = "reporter"
UNKNOWN = "unknown"
"""The actor of words whose source was looked for and not found."""
MODERATOR = "moderator"
"""The actor of a host without a name, who opens an event, gives the floor and closes it."""
GIVEN = "The words and names given."
"""What counts for a topic that a reader brought; by this it is known from the others of an article's codebook."""
MOST_LEAD_TOPICS = 4
OTHER = "other"
"""The side of whom nobody knows for whom they speak."""
JOINT = "joint"
"""The side of a statement whose speakers belong to several sides."""


class _Entry(BaseModel):
    """Keys that are not known are carried along, and written again."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Topic(_Entry):
    """What an article may be about. All terms are names, as in `names.find_names`; `reading.topics` says how they count.

    One of the `words` is enough. Of the `weak` ones it takes two, or one where the paragraph has one of the words. Where a
    sentence has no other topic, one of the `fallback` words is enough; a topic that is `late` is given after all others. A
    term inside one of the `masks` does not count. A file may call the words `strong`.
    """

    id: str = Field(pattern=ID)
    label: str = Field(min_length=1)
    definition: str = Field(min_length=1)
    counts: str
    counts_not: str
    words: tuple[str, ...] = Field(min_length=1, validation_alias=AliasChoices("words", "strong"))
    weak: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    late: bool = False
    lead: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All terms that may name it."""
        return (*self.words, *self.weak, *self.fallback)


class Side(_Entry):
    """A group of a coding by hand that is no country or body: the party whose position a speaker gives.

    `voice` is how a sentence names it ("the opposition"), the label where it is empty; `words` are names in an office
    that tell the side of its holder ("Opposition leader").
    """

    id: str = Field(pattern=ID)
    label: str = Field(min_length=1)
    voice: str = ""
    words: tuple[str, ...] = ()


_ALWAYS = {
    OTHER: Side(id=OTHER, label="Others", voice="other capitals"),
    REPORTER: Side(id=REPORTER, label="Reporter", voice="the reporter"),
    JOINT: Side(id=JOINT, label="several sides"),
}
"""What every article may have beside countries, bodies and groups."""


_OF = frozenset(("of", "for", "and", "the"))
"""Small words that stand in the names of bodies and in no person's."""


class Actor(Row):
    """Somebody whose statements are reported, or who relays them: a row of `actors.csv`."""

    id: str = column("The actor's id, as in the statements.", ALLOWED_ID, pattern=ID)
    name: str = column("Name as printed, given name first.", "any text", min_length=1)
    role: str = column("Office at the time of the article.", "any text, or nothing")
    side: str = column(
        "The side whose position the actor gives.",
        "a country’s code of ISO 3166-1 in three small letters, a body’s id, a group of the codebook, other, reporter",
        pattern=ID,
    )
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
        """The last name, for charts and narrow columns; of a body, and of somebody without a name, all of it.

        "Qatari prime minister", "United States", "Ministry of the Sea": their last word would be nobody's.
        """
        words = self.name.split()
        nameless = self.id == self.side or words[-1][:1].islower() or not _OF.isdisjoint(words)
        return self.name if nameless else words[-1]


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


E = TypeVar("E", Topic, RecordEntry)


class _CodebookFile(_Entry):
    topics: tuple[Topic, ...] = Field(min_length=1)
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    neutral: dict[str, tuple[str, ...]] = {}


class _AddedFile(_Entry):
    """Topics of a reader beside the general codebook, in a file of the reader's own."""

    beside_general: Literal[True]
    topics: tuple[Topic, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Codebook:
    """Topics, groups, actors, neutral words and the record, in the order of the files.

    `sides` are the codebook's own groups; countries and bodies are sides without being listed.
    """

    topics: tuple[Topic, ...]
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    neutral: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    record: tuple[RecordEntry, ...] = field(default=())
    more: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the file that this version does not know, with what stands there."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Speakers of an article who are a side each, as it knows nobody's country or body: by id, what they are called."""

    @cached_property
    def events(self) -> NameIndex:
        """The names of the record's entries, ready to be looked for: the keys are the entries' ids."""
        return index_of({entry.id: entry.names for entry in self.record if entry.names})

    def topic(self, id: str) -> Topic:
        """The topic with this id. Raises KeyError with the known ids."""
        return _by_id(self.topics, id)

    def has_side(self, id: str) -> bool:
        """Whether an actor may have this side: a group, a country or body, other or reporter."""
        return id != JOINT and (id in self._groups or countries.find(id) is not None)

    def side_label(self, id: str) -> str:
        """What a side is called on screen, short. An id that nobody knows is its own label."""
        group, country = self._groups.get(id), None
        if group is None:
            country = countries.find(id)
        return group.label if group else country.label if country else id

    @property
    def side_word(self) -> str:
        """What a side is in a sentence: a speaker where nobody's country or body is known."""
        return "speaker" if self.named else "side"

    def voice(self, id: str) -> str:
        """How a sentence names a side: the capital of a country, a body with its article."""
        if group := self._groups.get(id):
            return group.voice or group.label
        country = countries.find(id)
        return country.voice if country else id

    def side_fault(self, id: str) -> str:
        """What to tell of a side that there is not: what is allowed, and the code where a name of the country stands."""
        groups = f", a group of the codebook ({', '.join(each.id for each in self.sides)})" if self.sides else ""
        code = countries.code_of(id)
        return found(id, countries.ALLOWED + groups, f"The code is {code}" if code else "")

    @cached_property
    def _groups(self) -> dict[str, Side]:
        speakers = {id: Side(id=id, label=name) for id, name in self.named.items()}
        several = {JOINT: Side(id=JOINT, label="several speakers")} if speakers else {}
        return {**speakers, **_ALWAYS, **several, **{side.id: side for side in self.sides}}

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

    def led_by(self, counts: Mapping[str, int]) -> "Codebook":
        """This codebook with lead topics: where none is marked, the most frequent ones, at most four, the first first.

        `counts` are the statements of each topic in the whole article, so that no filter changes which topics lead.
        """
        if any(topic.lead for topic in self.topics):
            return self
        spoken = [topic for topic in self.topics if counts.get(topic.id)]
        lead = sorted(spoken, key=lambda topic: -counts[topic.id])[
            :MOST_LEAD_TOPICS
        ]  # on a tie in the codebook's order
        first = tuple(topic.model_copy(update={"lead": True}) for topic in lead)
        return replace(self, topics=first + tuple(topic for topic in self.topics if topic not in lead))

    def naming(self, speakers: Mapping[str, str]) -> "Codebook":
        """This codebook with speakers who are a side each, by id: what they are called."""
        return replace(self, named=speakers)

    def fitting(self) -> "Codebook":
        """This codebook with those entries of its record that stand behind topics of it."""
        known = self.topic_labels
        kept = [(entry, tuple(topic for topic in entry.topics if topic in known)) for entry in self.record]
        record = tuple(
            entry if topics == entry.topics else entry.model_copy(update={"topics": topics})
            for entry, topics in kept
            if topics
        )
        return self if record == self.record else replace(self, record=record)

    def with_record_of(self, events: Collection[str]) -> "Codebook":
        """This codebook with those entries of its record that have one of these ids."""
        return replace(self, record=tuple(entry for entry in self.record if entry.id in events))

    def find_event(self, id: str) -> RecordEntry | None:
        """The entry of the record with this id; None where this codebook's record does not have it."""
        return next((entry for entry in self.record if entry.id == id), None)

    @cached_property
    def neutral_words(self) -> tuple[str, ...]:
        """Words that carry no tone in this register, of all kinds."""
        return tuple(word for words in self.neutral.values() for word in words)

    @property
    def topic_labels(self) -> dict[str, str]:
        """Topic id to label, in the codebook's order."""
        return {topic.id: topic.label for topic in self.topics}


def _by_id(entries: Sequence[E], id: str) -> E:
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(f"“{id}” is unknown; known: {', '.join(entry.id for entry in entries)}")


# --- Reading ------------------------------------------------------------------------------------


CODEBOOK_FILE = "codebook.toml"
RECORD_FILE = "record.csv"


def load_codebook(folder: Path) -> Codebook:
    """The general codebook and record of a data folder. Raises FaultyFilesError with all faults of both files."""
    names = (CODEBOOK_FILE, RECORD_FILE)
    contents = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    faults = [Fault(name, "is missing") for name in names if name not in contents]
    try:
        book = own_codebook(contents)
    except FaultyFilesError as error:
        faults += error.faults
    if faults:
        raise FaultyFilesError(faults)
    return book


def own_codebook(contents: Mapping[str, bytes], general: Codebook | None = None) -> Codebook:
    """The codebook with which an article is read: of its own files as far as it brings them, else the general one.

    `contents` are its files by name. Of the general record remain the entries whose topics its own codebook has. Raises
    FaultyFilesError with all faults of both files.
    """
    faults: list[Fault] = []
    book, record = general, general.record if general else ()
    if CODEBOOK_FILE in contents:
        read, faults = _read_toml(CODEBOOK_FILE, contents[CODEBOOK_FILE], beside=general is not None)
        book = _made(read, general) if read else None
    if RECORD_FILE in contents:
        topics = set(book.topic_labels) if book else None
        rows, more = _read_record(RECORD_FILE, contents[RECORD_FILE], topics)
        record, faults = tuple(rows), [*faults, *more]
    if faults or book is None:
        raise FaultyFilesError(faults)
    return (book if record == book.record else replace(book, record=record)).fitting()


def read_codebook(data: bytes, *, record: Sequence[RecordEntry] = (), file: str = CODEBOOK_FILE) -> Codebook:
    """A codebook from its file alone. Raises FaultyFilesError."""
    book, faults = _read_toml(file, data)
    if faults or book is None:
        raise FaultyFilesError(faults)
    return replace(_made(book, None), record=tuple(record))


def write_own_codebook(codebook: Codebook, general: Codebook) -> bytes:
    """A reader's own codebook as TOML, which `own_codebook` gives back.

    Where it is the general one with more topics, only these are written: so the others are those of every later version.
    """
    import tomli_w

    known = {topic.id: topic for topic in general.topics}
    added = [topic for topic in codebook.topics if known.get(topic.id) != topic]
    beside = replace(codebook, topics=general.topics, record=general.record)
    if not added or beside != general or not known.keys() <= codebook.topic_labels.keys():
        return write_codebook(codebook)
    file = _AddedFile(beside_general=True, topics=tuple(added))
    return tomli_w.dumps(_written(file)).encode("utf-8")


def _written(file: _Entry) -> dict[str, Any]:
    return file.model_dump(exclude_defaults=True)


def _made(book: _CodebookFile | _AddedFile, general: Codebook | None) -> Codebook:
    """The codebook of a file. Topics that are the general ones are the same in memory: they have thousands of words."""
    if isinstance(book, _AddedFile):
        return reduce(Codebook.with_topic, book.topics, general or Codebook((), ()))
    known = {topic.id: topic for topic in general.topics} if general else {}
    topics = tuple(known[topic.id] if known.get(topic.id) == topic else topic for topic in book.topics)
    return Codebook(topics, book.sides, book.actors, book.neutral, more=book.model_extra or {})


def write_codebook(codebook: Codebook) -> bytes:
    """The codebook as TOML, which `read_codebook` gives back. The record is a file of its own."""
    import tomli_w

    book = _CodebookFile(
        topics=codebook.topics, sides=codebook.sides, actors=codebook.actors, neutral=dict(codebook.neutral)
    )
    return tomli_w.dumps({**_written(book), **codebook.more}).encode("utf-8")


def _read_toml(
    file: str, data: bytes, *, beside: bool = False
) -> tuple[_CodebookFile | _AddedFile | None, list[Fault]]:
    """`beside`: it may hold topics alone, which stand beside the general codebook."""
    text, faults = decode(data, file)
    if faults:
        return None, faults
    try:
        content = tomllib.loads(text)
        if "beside_general" in content and not beside:
            return None, [Fault(file, "holds topics beside the general codebook alone; allowed: a whole codebook")]
        form = _AddedFile if "beside_general" in content else _CodebookFile
        book = form.model_validate(content)
    except ValidationError as error:
        return None, [_entry_fault(file, each) for each in error.errors()]
    except RecursionError:
        return None, [Fault(file, "is no readable TOML: lists or tables are nested too deeply")]
    except ValueError as error:  # a TOMLDecodeError, or a number of thousands of digits
        return None, [Fault(file, f"is no readable TOML: {error}")]
    if isinstance(book, _AddedFile):
        return book, _doubled(file, "topic", book.topics)
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
    known = Codebook(book.topics, book.sides)
    return [
        Fault(file, f"the actor {actor.id} has a side that there is not: {known.side_fault(actor.side)}")
        for actor in book.actors
        if not known.has_side(actor.side)
    ]


def _read_record(file: str, data: bytes, topics: set[str] | None) -> tuple[list[RecordEntry], list[Fault]]:
    placed, faults = read_rows(RecordEntry, data, file)
    faults += doubled_ids(file, placed, "id")
    for line, entry in placed:
        for topic in entry.topics:
            if topics is not None and topic not in topics:
                faults.append(Fault(file, found(topic, ", ".join(sorted(topics))), line, "topics"))
    return [entry for _, entry in placed], faults
