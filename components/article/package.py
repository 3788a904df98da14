"""An article on disk: a Frictionless Data Package, in a folder of its own or as one zip file.

    datapackage.json   what the article is, and the schemas of the tables
    statements.csv     one row per sentence: coding, measurements, gloss
    evidence.csv       one row per stretch that decided something
    actors.csv         who speaks
    corrections.csv    of an article that a machine read: what a person corrected, replayed over the first answer
    codebook.toml      of an article that a machine read: the codebook that it was read with
    machine.csv        beside a coding by hand: what the machine answers without it
    article.txt        the text, where the user has it; never part of a shipped package

    files ──► open_article ──► Draft ──► package_of ──► Package ──► pages
      ▲                          │
      └────── save_article ◄─────┘

All faults of all files are reported at once. `attach_text` finds an article's sentences in a text.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from components.article.attach import find_wording
from components.article.checks import actor_faults, evidence_faults, machine_faults, statement_faults
from components.article.corrections import CORRECTED, LOG_FILE, Coding, Correction, Log, log_faults, replay
from components.model.codebook import Actor, Codebook, Topic, doubled_ids, read_codebook, write_codebook
from components.model.ids import slug
from components.model.intervals import in_words, parse_edtf
from components.model.limits import MOST_SECTIONS
from components.model.names import Mention, find_names
from components.model.rows import (
    Fault,
    FaultyFilesError,
    Placed,
    Row,
    decode,
    found,
    read_rows,
    table_schema,
    write_rows,
)
from components.model.statements import (
    Evidence,
    Genre,
    MachineAnswer,
    Statement,
    each_row,
    evidence_table,
    fingerprint,
    phrase,
    statements_table,
)
from components.reading.article import Reading, readable
from components.reading.evidence import tone_of_content, tone_rows, with_measures

UNTITLED = "Untitled article"
_MARK = "\ufeff"
"""The byte order mark, which is taken off a file where it stands first."""

ABOUT_FILE = "datapackage.json"
CODEBOOK_FILE = "codebook.toml"
TEXT_FILE = "article.txt"
TABLES: dict[str, type[Row]] = {
    "statements": Statement,
    "evidence": Evidence,
    "actors": Actor,
    "machine": MachineAnswer,
    "corrections": Correction,
}
OPTIONAL = ("machine", "corrections")
"""Tables that not every article has."""

FILES = (ABOUT_FILE, *(f"{name}.csv" for name in TABLES), CODEBOOK_FILE, TEXT_FILE)

Contents = Mapping[str, bytes]
"""The files of a package by name."""


class About(BaseModel):
    """What an article is: the `readout` part of `datapackage.json`. What is not known stays empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: str = Field(description="Publisher as printed")
    place: str = Field(description="Place as printed")
    published: str = Field(description="Date of the article, EDTF")
    event_date: str = Field(default="", description="Date of what it reports, EDTF")
    citation: str = Field(description="How to cite the article, without its wording")
    url: str = Field(default="", description="Where it was published")
    language: str = "en"
    genre: Genre = Field(description="How it reports")
    coded_by: Literal["hand", "machine"] = Field(default="hand", description="Who coded it first")
    agreement: dict[str, float | None] = Field(
        default_factory=dict, description="Krippendorff's alpha of the machine and the coding by hand, by field"
    )
    sections: tuple[str, ...] = Field(
        min_length=1, description="Our own short titles of the sections; the first is the lead"
    )

    @field_validator("sections")
    @classmethod
    def _are_not_too_many(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) > MOST_SECTIONS + 1:  # the lead is no section of its own
            raise ValueError(f"found {len(value):,} sections; up to {MOST_SECTIONS} can be shown")
        return value

    @field_validator("published", "event_date")
    @classmethod
    def _is_edtf(cls, value: str, info: Any) -> str:
        if value or info.field_name == "published":
            parse_edtf(value)
        return value

    @property
    def published_day(self) -> dt.date:
        """The day of the article; the middle one where only a month or a year is known."""
        return parse_edtf(self.published).middle


@dataclass(frozen=True)
class Draft:
    """An article as its files tell it: what was answered first, and what was corrected since.

    `codebook` is the one that it was coded with; `text` is empty where it does not lie beside the files.
    """

    id: str
    title: str
    about: About
    first: Coding
    codebook: Codebook
    log: Log = ()
    text: str = ""
    machine: tuple[MachineAnswer, ...] = ()

    @cached_property
    def coding(self) -> Coding:
        """What stands after all corrections. Raises FaultyFilesError where one does not fit."""
        measure = self._measure if self.text else None
        coding = replay(self.first, self.log, codebook=self.codebook, measure=measure)
        return replace(coding, evidence=tuple(self._placed(coding))) if coding is not self.first else coding

    def _placed(self, coding: Coding) -> Iterator[Evidence]:
        """The evidence, where a topic that a person gave stands at its words in the sentence, if they are there."""
        places = {row.statement: row for row in coding.statements}
        for row in coding.evidence:
            found: list[Mention] = []
            if row.kind == "topic" and row.label == CORRECTED and self.text:
                place = places[row.statement]
                words = {row.value: self.codebook.topic(row.value).words}
                found = find_names(self.text[place.start : place.end], words)
            yield from (_at(row, self.text, places[row.statement].start, each) for each in found)
            if not found:
                yield row

    def recoded(self, topic: Topic) -> "Draft":
        """The article with one more topic in its codebook; which statements have it, corrections say."""
        return replace(self, codebook=self.codebook.with_topic(topic))

    def corrected(self, *entries: Correction) -> "Draft":
        """The article with more entries in its log."""
        return replace(self, log=(*self.log, *entries))

    @cached_property
    def package(self) -> "Package":
        """The tables that the pages show. Raises FaultyFilesError where a correction does not fit."""
        return package_of(self)

    def _measure(self, row: Statement) -> tuple[Statement, list[Evidence]]:
        """Words and tone of a statement whose content a correction has set."""
        tone = tone_of_content(self.text, row, self.codebook.neutral_words)
        measured = with_measures(self.text, row, tone)
        return measured, list(tone_rows(self.text, measured, tone))


def _at(row: Evidence, text: str, start: int, mention: Mention) -> Evidence:
    first, last = start + mention.start, start + mention.end
    return row.model_copy(update={"start": first, "end": last, "phrase": phrase(text[first:last])})


@dataclass(frozen=True)
class Package:
    """An article in memory: what it is, who speaks, and the two tables.

    `codebook` is the one that it was coded with. `recognised` sentences have their wording; it is 0 where no text is
    attached. The tables are read-only by agreement: sessions share them.
    """

    id: str
    title: str
    about: About
    actors: tuple[Actor, ...]
    statements: pd.DataFrame
    evidence: pd.DataFrame
    recognised: int = 0
    machine: pd.DataFrame = field(default_factory=lambda: machine_table(()))
    codebook: Codebook | None = None

    @property
    def actor_names(self) -> dict[str, str]:
        """Actor id to full name, in the order of the file."""
        return {actor.id: actor.name for actor in self.actors}

    @property
    def short_names(self) -> dict[str, str]:
        """Actor id to last name, for charts and narrow columns."""
        return {actor.id: actor.short for actor in self.actors}

    @cached_property
    def evidence_of(self) -> dict[str, list[Any]]:
        """The rows of evidence of each statement, in the order of the table."""
        rows: dict[str, list[Any]] = {id: [] for id in self.statements["statement"]}
        for row in each_row(self.evidence):
            rows[row.statement].append(row)
        return rows

    @property
    def sides(self) -> dict[str, str]:
        """Actor id to side."""
        return {actor.id: actor.side for actor in self.actors}


# --- Reading ------------------------------------------------------------------------------------


def load_package(folder: Path, codebook: Codebook) -> Package:
    """Read one article from its folder, and attach its text where `article.txt` lies beside it.

    Raises FaultyFilesError with every fault of every file: missing files and columns, cells outside their range,
    ids that are unknown or doubled, numbers out of order, offsets that do not fit, corrections that do not.
    """
    return package_of(open_article(folder.name, contents_of(folder), codebook))


def contents_of(folder: Path) -> dict[str, bytes]:
    """The files of a package in a folder. Others that lie there are left alone."""
    return {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}


def open_article(id: str, contents: Contents, codebook: Codebook) -> Draft:
    """Read the files of an article. One that brings its own codebook is read with that.

    Raises FaultyFilesError with every fault of every file.
    """
    if CODEBOOK_FILE in contents:
        codebook = read_codebook(contents[CODEBOOK_FILE], record=codebook.record)
    files = read_files(contents, codebook)
    if files.faults or files.about is None:
        raise FaultyFilesError(files.faults)
    text, faults = decode(contents.get(TEXT_FILE, b""), TEXT_FILE)
    first = files.coding
    faults += log_faults(first, files.corrections, codebook=codebook)
    if faults:
        raise FaultyFilesError(faults)
    return Draft(
        id=id,
        title=files.title or id,
        about=files.about,
        first=first,
        codebook=codebook,
        log=tuple(row for _, row in files.corrections),
        text=text.replace("\r\n", "\n").replace("\r", "\n"),
        machine=tuple(row for _, row in files.machine),
    )


def package_of(draft: Draft) -> Package:
    """The two tables of an article as corrected, with the wording where the text is there."""
    titles = dict(enumerate(draft.about.sections))
    coding = draft.coding
    evidence = evidence_table(coding.evidence, article=draft.id)
    statements = statements_table(coding.statements, article=draft.id, section_titles=titles)
    package = Package(
        id=draft.id,
        title=draft.title,
        about=draft.about,
        actors=coding.actors,
        statements=_with_phrases(statements, evidence),
        evidence=evidence,
        machine=machine_table(draft.machine),
        codebook=draft.codebook,
    )
    return attach_text(package, draft.text, draft.codebook, score=False).package if draft.text else package


class Files(NamedTuple):
    """What was read from the files of a package, and all that is wrong with them."""

    title: str
    about: About | None
    statements: list[Placed[Statement]]
    evidence: list[Placed[Evidence]]
    actors: list[Placed[Actor]]
    machine: list[Placed[MachineAnswer]]
    corrections: list[Placed[Correction]]
    faults: list[Fault]

    @property
    def coding(self) -> Coding:
        """The rows without their lines."""
        return Coding(
            tuple(row for _, row in self.statements),
            tuple(row for _, row in self.evidence),
            tuple(row for _, row in self.actors),
        )


def read_files(contents: Contents, codebook: Codebook, *, recorded: bool = True) -> Files:
    """All files of a package with all their faults. `recorded=False`: what the recorder writes may still be empty."""
    title, about, faults = _read_about(contents.get(ABOUT_FILE))
    unwritten = None if recorded else {"statement": "a" * 12, "start": "0", "end": "0", "words": "0"}
    statements, more = _read_table("statements", contents, defaults=unwritten)
    faults += more
    actors, more = _read_table("actors", contents)
    faults += more
    evidence: list[Placed[Evidence]] = []
    machine: list[Placed[MachineAnswer]] = []
    corrections: list[Placed[Correction]] = []
    if recorded:
        evidence, more = _read_table("evidence", contents, may_be_empty=True)
        faults += more
        machine, more = _read_table("machine", contents, may_be_empty=True)
        faults += more
        corrections, more = _read_table("corrections", contents, may_be_empty=True)
        faults += more
        faults += doubled_ids("statements.csv", statements, "statement")
    faults += actor_faults(actors, codebook)
    if actors:
        names = {actor.id for _, actor in actors}
        faults += statement_faults(statements, names, codebook, len(about.sections) if about else None)
        if recorded:
            ids = {row.statement for _, row in statements}
            faults += evidence_faults(evidence, ids, names, codebook)
            faults += machine_faults(machine, ids, codebook)
    return Files(title, about, statements, evidence, actors, machine, corrections, faults)


def _read_about(data: bytes | None) -> tuple[str, About | None, list[Fault]]:
    name = ABOUT_FILE
    if data is None:
        return "", None, [Fault(name, "is missing")]
    text, faults = decode(data, name)
    if faults:
        return "", None, faults
    try:
        content = json.loads(text)
        json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8")
        if not isinstance(content, dict):
            return "", None, [Fault(name, "holds no object { … }")]
        about = About.model_validate(content.get("readout", {}))
    except json.JSONDecodeError as error:
        return "", None, [Fault(name, f"is no readable JSON: {error.msg}", error.lineno)]
    except ValidationError as error:
        return "", None, [_about_fault(name, each) for each in error.errors()]
    except RecursionError:
        return "", None, [Fault(name, "is no readable JSON: lists or objects are nested too deeply")]
    except ValueError:  # what Python reads and no file can hold
        return "", None, [Fault(name, "is no readable JSON: it holds half a character, or a number that is none")]
    title = content.get("title") or ""
    if not isinstance(title, str):
        return "", about, [Fault(name, f"title: {found(title, 'any text')}")]
    return title, about, []


def _about_fault(file: str, error: Any) -> Fault:
    where = ".".join(str(part) for part in ("readout", *error["loc"]))
    message = error["msg"].removeprefix("Value error, ")
    return Fault(file, f"{where}: {message[:1].lower()}{message[1:]}")


def _read_table(name: str, contents: Contents, **how: Any) -> tuple[list[Placed[Any]], list[Fault]]:
    file = f"{name}.csv"
    if file in contents:
        return read_rows(TABLES[name], contents[file], file, **how)
    return [], [] if name in OPTIONAL else [Fault(file, "is missing")]


def machine_table(rows: Sequence[MachineAnswer]) -> pd.DataFrame:
    """What the machine answers beside a coding by hand, one row per statement; no row where nothing was recorded."""
    return pd.DataFrame([row.model_dump() for row in rows], columns=MachineAnswer.columns())


def _with_phrases(statements: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """The statements with the words of their evidence, which the word filter searches."""
    rows = evidence[evidence["phrase"] != ""]
    joined = rows.groupby("statement", sort=False)["phrase"].agg(" · ".join).to_dict()
    return statements.assign(phrases=[joined.get(id, "") for id in statements["statement"]])


# --- From a reading -----------------------------------------------------------------------------


def draft_of(
    reading: Reading,
    text: str,
    *,
    published: str,
    genre: Genre,
    codebook: Codebook,
    publisher: str = "",
    title: str = "",
) -> Draft:
    """What a machine read from a text, as an article of the reader's own. `published` is EDTF.

    Its id is made of its title and its text, so that the same article read again takes the place of the first.
    """
    text, title, publisher = (readable(each) for each in (text, title or reading.title or UNTITLED, publisher))
    about = About(
        publisher=publisher,
        place="",
        published=published,
        citation=", ".join(part for part in (title, publisher, in_words(published)) if part),
        genre=genre,
        coded_by="machine",
        sections=reading.sections or ("Lead",),
    )
    rows = reading.rows
    first = Coding(tuple(rows.statements), tuple(rows.evidence), reading.actors)
    return Draft(id=article_id(title, text), title=title, about=about, first=first, codebook=codebook, text=text)


def article_id(title: str, text: str) -> str:
    """The id of an article of the reader's own, for a file name too; what stands in a stranger's file is none to rely on."""
    return f"{slug(title)[:40].strip('-') or 'article'}-{fingerprint(text)[:6]}"


# --- Attaching a text ---------------------------------------------------------------------------


class Attached(NamedTuple):
    """A package with the wording of the sentences that were found, and the numbers of those that were not."""

    package: Package
    missing: tuple[int, ...]


def attach_text(package: Package, text: str, codebook: Codebook, *, score: bool = True) -> Attached:
    """Find the article's sentences in a text, and give each its wording and its offsets there.

    What is not found keeps its gloss and its recorded figures. The tone of what is found is scored live; `score=False`
    keeps the recorded figures, which are equal to four decimals, and saves loading the scorers.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    neutral = codebook.neutral_words if score else None
    statements, evidence, missing = find_wording(package.statements, package.evidence, text, neutral=neutral)
    recognised = len(statements) - len(missing)
    return Attached(replace(package, statements=statements, evidence=evidence, recognised=recognised), missing)


# --- Writing ------------------------------------------------------------------------------------


def save_article(draft: Draft) -> dict[str, bytes]:
    """The files of an article that a machine read, its text among them; `open_article` gives the draft back.

    The text is the user's own copy, so it is no resource of the package and its licence is nobody's to say. The same
    draft gives the same bytes.
    """
    tables: dict[str, Iterable[Row]] = {
        "statements": draft.first.statements,
        "evidence": draft.first.evidence,
        "actors": draft.first.actors,
        "corrections": draft.log,
    }
    about = {
        "name": draft.id,
        "title": draft.title,
        "description": f"Read by machine. {LOG_FILE} holds what a person corrected; replayed over the other tables it "
        "gives the coding that Readout shows.",
        "profile": "tabular-data-package",
        "sources": [{"title": draft.about.citation}],
        "readout": draft.about.model_dump(mode="json"),
        "resources": resources(tables),
    }
    return {
        ABOUT_FILE: as_json(about),
        **{f"{name}.csv": write_rows(TABLES[name], rows) for name, rows in tables.items()},
        CODEBOOK_FILE: write_codebook(draft.codebook),
        TEXT_FILE: ((_MARK if draft.text.startswith(_MARK) else "") + draft.text).encode("utf-8"),
    }


def as_json(content: Mapping[str, Any]) -> bytes:
    """JSON as it stands in the packages: readable, UTF-8, with a line end at the end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def resources(tables: Iterable[str]) -> list[dict[str, Any]]:
    """The tables of a package as Frictionless resources, with their schemas and the keys between them."""
    keys = {"statements": "statement", "actors": "id", "machine": "statement"}  # the others have no column that is one
    listed = []
    for name in tables:
        schema = table_schema(TABLES[name], primary_key=keys.get(name))
        if name in ("evidence", "machine"):
            schema["foreignKeys"] = [
                {"fields": ["statement"], "reference": {"resource": "statements", "fields": ["statement"]}}
            ]
        listed.append({
            "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
        })  # fmt: skip
    return listed
