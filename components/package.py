"""An article on disk: a Frictionless Data Package in a folder of its own.

    data/<article>/
        datapackage.json   what the article is, and the schemas of the tables
        statements.csv     one row per sentence: coding, measurements, gloss
        evidence.csv       one row per stretch that decided something
        actors.csv         who speaks
        article.txt        the text, where the user has it; never part of the package

`load_package` reads a folder and reports all its faults at once; `attach_text` finds the sentences in a text;
`record_package` measures a hand-coded article anew and writes its tables.
"""

import bisect
import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from components.codebook import Actor, Codebook, doubled_ids, load_codebook
from components.intervals import parse_edtf
from components.reading.article import CodingFault, compare_places, find_places, missing_topic_names, record_article
from components.reading.tone import score_tone
from components.rows import Fault, FaultyFilesError, Placed, Row, decode, found, read_rows, table_schema, write_rows
from components.statements import (
    Evidence,
    Normal,
    Statement,
    each_row,
    evidence_table,
    fingerprint_of_normal,
    normalise,
    statement_ids,
    statements_table,
)

TEXT_FILE = "article.txt"
TABLES: dict[str, type[Row]] = {"statements": Statement, "evidence": Evidence, "actors": Actor}

Genre = Literal["readout", "news", "transcript", "speech"]
GENRE_LABELS: dict[str, str] = {
    "readout": "Report of one meeting",
    "news": "News",
    "transcript": "Transcript",
    "speech": "Speech",
}


class About(BaseModel):
    """What an article is: the `readout` part of `datapackage.json`. What is not known stays empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: str = Field(description="Publisher as printed")
    place: str = Field(description="Place as printed")
    published: str = Field(description="Date of the article, EDTF")
    event_date: str = Field("", description="Date of what it reports, EDTF")
    citation: str = Field(description="How to cite the article, without its wording")
    url: str = Field("", description="Where it was published")
    language: str = "en"
    genre: Genre = Field(description="How it reports")
    sections: tuple[str, ...] = Field(
        min_length=1, description="Our own short titles of the sections; the first is the lead"
    )

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
class Package:
    """An article in memory: what it is, who speaks, and the two tables.

    `recognised` sentences have their wording; it is 0 where no text is attached. The tables are read-only by agreement:
    sessions share them.
    """

    id: str
    title: str
    about: About
    actors: tuple[Actor, ...]
    statements: pd.DataFrame
    evidence: pd.DataFrame
    recognised: int = 0

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


class Library(NamedTuple):
    """All articles of a data folder: the good ones by id, newest first, and the faults of the others by id."""

    codebook: Codebook
    packages: dict[str, Package]
    faults: dict[str, tuple[Fault, ...]]


# --- Reading ------------------------------------------------------------------------------------


def load_library(folder: Path) -> Library:
    """Read the codebook, the record and every article. An article with faults is left out and its faults are kept.

    Raises FaultyFilesError where the codebook or the record cannot be used: without them no article can be read.
    """
    codebook = load_codebook(folder)
    packages: list[Package] = []
    faults: dict[str, tuple[Fault, ...]] = {}
    for each in sorted(path.parent for path in folder.glob("*/datapackage.json")):
        try:
            packages.append(load_package(each, codebook))
        except FaultyFilesError as error:
            faults[each.name] = error.faults
    packages.sort(key=lambda package: package.about.published_day, reverse=True)
    return Library(codebook, {package.id: package for package in packages}, faults)


def load_package(folder: Path, codebook: Codebook) -> Package:
    """Read one article, and attach its text where `article.txt` lies beside it.

    Raises FaultyFilesError with every fault of every file: missing files and columns, cells outside their range,
    ids that are unknown or doubled, numbers out of order, offsets that do not fit.
    """
    files = _read_files(folder, codebook)
    if files.faults or files.about is None:
        raise FaultyFilesError(files.faults)
    titles = dict(enumerate(files.about.sections))
    package = Package(
        id=folder.name,
        title=files.title,
        about=files.about,
        actors=tuple(actor for _, actor in files.actors),
        statements=statements_table((row for _, row in files.statements), article=folder.name, section_titles=titles),
        evidence=evidence_table((row for _, row in files.evidence), article=folder.name),
    )
    package = replace(package, statements=_with_phrases(package))
    text = folder / TEXT_FILE
    if not text.is_file():
        return package
    return attach_text(package, text.read_text(encoding="utf-8-sig"), codebook, score=False).package


class _Files(NamedTuple):
    title: str
    about: About | None
    statements: list[Placed[Statement]]
    evidence: list[Placed[Evidence]]
    actors: list[Placed[Actor]]
    faults: list[Fault]


def _read_files(folder: Path, codebook: Codebook, *, recorded: bool = True) -> _Files:
    """All files of a package with all their faults. `recorded=False`: what the recorder writes may still be empty."""
    title, about, faults = _read_about(folder / "datapackage.json")
    unwritten = None if recorded else {"statement": "a" * 12, "start": "0", "end": "0", "words": "0"}
    statements, more = _read_table(Statement, folder / "statements.csv", defaults=unwritten)
    faults += more
    actors, more = _read_table(Actor, folder / "actors.csv")
    faults += more
    evidence: list[Placed[Evidence]] = []
    if recorded:
        evidence, more = _read_table(Evidence, folder / "evidence.csv", may_be_empty=True)
        faults += more
        faults += doubled_ids("statements.csv", statements, "statement")
    faults += _actor_faults(actors, codebook)
    if actors:
        names = {actor.id for _, actor in actors}
        faults += _statement_faults(statements, names, codebook, len(about.sections) if about else None)
        if recorded:
            faults += _evidence_faults(evidence, {row.statement for _, row in statements}, names, codebook)
    return _Files(title, about, statements, evidence, actors, faults)


def _read_about(path: Path) -> tuple[str, About | None, list[Fault]]:
    if not path.is_file():
        return "", None, [Fault(path.name, "is missing")]
    text, faults = decode(path.read_bytes(), path.name)
    if faults:
        return "", None, faults
    try:
        content = json.loads(text)
        if not isinstance(content, dict):
            return "", None, [Fault(path.name, "holds no object { … }")]
        about = About.model_validate(content.get("readout", {}))
    except json.JSONDecodeError as error:
        return "", None, [Fault(path.name, f"is no readable JSON: {error.msg}", error.lineno)]
    except ValidationError as error:
        return "", None, [_about_fault(path.name, each) for each in error.errors()]
    return str(content.get("title") or path.parent.name), about, []


def _about_fault(file: str, error: Any) -> Fault:
    where = ".".join(str(part) for part in ("readout", *error["loc"]))
    message = error["msg"].removeprefix("Value error, ")
    return Fault(file, f"{where}: {message[:1].lower()}{message[1:]}")


def _read_table(model: type[Any], path: Path, **how: Any) -> tuple[list[Placed[Any]], list[Fault]]:
    if not path.is_file():
        return [], [Fault(path.name, "is missing")]
    return read_rows(model, path.read_bytes(), path.name, **how)


def _with_phrases(package: Package) -> pd.DataFrame:
    """The statements with the words of their evidence, which the word filter searches."""
    rows = package.evidence[package.evidence["phrase"] != ""]
    joined = rows.groupby("statement", sort=False)["phrase"].agg(" · ".join)
    return package.statements.assign(phrases=package.statements["statement"].map(joined).fillna(""))


# --- What must agree between the files ----------------------------------------------------------


def _actor_faults(actors: Sequence[Placed[Actor]], codebook: Codebook) -> list[Fault]:
    file = "actors.csv"
    sides = [side.id for side in codebook.sides]
    faults = doubled_ids(file, actors, "id")
    faults += [
        Fault(file, found(row.side, ", ".join(sides)), line, "side") for line, row in actors if row.side not in sides
    ]
    return faults


def _statement_faults(
    rows: Sequence[Placed[Statement]], actors: set[str], codebook: Codebook, sections: int | None
) -> list[Fault]:
    file = "statements.csv"
    topics = [topic.id for topic in codebook.topics]
    turns = {row.turn for _, row in rows}
    faults: list[Fault] = []

    def fault(line: int, column: str, value: object, allowed: str, advice: str = "") -> None:
        faults.append(Fault(file, found(value, allowed, advice), line, column))

    before: Statement | None = None
    for line, row in rows:
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


def _evidence_faults(
    rows: Sequence[Placed[Evidence]], statements: set[str], actors: set[str], codebook: Codebook
) -> list[Fault]:
    file = "evidence.csv"
    topics = [topic.id for topic in codebook.topics]
    faults: list[Fault] = []
    for line, row in rows:
        if row.statement not in statements:
            faults.append(Fault(file, found(row.statement, "a statement of statements.csv"), line, "statement"))
        values = row.value.split(";")
        if row.kind in ("speaker", "cue", "content"):
            unknown = [value for value in values if value not in actors]
            faults += [Fault(file, found(value, ", ".join(sorted(actors))), line, "value") for value in unknown]
        elif row.kind == "topic" and row.value not in topics:
            faults.append(Fault(file, found(row.value, ", ".join(topics)), line, "value"))
        elif row.kind in ("date", "event"):
            try:
                parse_edtf(row.value)
            except ValueError as error:
                faults.append(Fault(file, str(error), line, "value"))
    return faults


# --- Attaching a text ---------------------------------------------------------------------------


class Attached(NamedTuple):
    """A package with the wording of the sentences that were found, and the numbers of those that were not."""

    package: Package
    missing: tuple[int, ...]


class _Candidate(NamedTuple):
    start: int
    end: int
    statement: str


MOST_BREAKS = 12
"""A sentence may run over this many places that look like sentence or line ends (abbreviations, hard line breaks)."""

_BREAK = re.compile(r"(?<=[.!?…:;\"'”’»)\]])\s+|\s*\n\s*")


def attach_text(package: Package, text: str, codebook: Codebook, *, score: bool = True) -> Attached:
    """Find the article's sentences in a text, by fingerprint, in order, and give each its wording and its offsets.

    What stands around the article is passed over; quotation marks, dashes and white space do not matter. A sentence
    that is not found keeps its gloss and its recorded figures. The tone of a found one is scored live; `score=False`
    keeps the recorded figures, which are equal to four decimals, and saves loading the scorers.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    expected = list(package.statements["statement"])
    found_at = _find_sentences(text, expected)
    statements = package.statements.copy()
    evidence = package.evidence.copy()
    places = {row.statement: row for row in each_row(statements)}
    shifts = {id: _Shift.to(text, places[id], candidate) for id, candidate in found_at.items()}
    _move_statements(statements, text, found_at, shifts)
    _move_evidence(evidence, places, shifts)
    if score:
        _score_live(statements, text, found_at, codebook.neutral_words)
    missing = tuple(int(row.sentence) for row in each_row(package.statements) if row.statement not in found_at)
    return Attached(replace(package, statements=statements, evidence=evidence, recognised=len(found_at)), missing)


def _find_sentences(text: str, expected: Sequence[str]) -> dict[str, _Candidate]:
    candidates = sorted({*_by_breaks(text, set(expected)), *_by_splitter(text, set(expected))})
    matcher = SequenceMatcher(None, expected, [candidate.statement for candidate in candidates], autojunk=False)
    return {
        expected[block.a + i]: candidates[block.b + i]
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    }


def _by_breaks(text: str, expected: set[str]) -> Iterable[_Candidate]:
    """Every stretch between two breaks that is one of the sentences, however the text was split into lines."""
    breaks = list(_BREAK.finditer(text))
    starts = [len(text) - len(text.lstrip()), *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(text.rstrip())]
    normal = normalise(text)
    first = [bisect.bisect_left(normal.places, start) for start in starts]
    last = [bisect.bisect_left(normal.places, end) for end in ends]
    for i, start in enumerate(starts):
        for k in range(i, min(i + MOST_BREAKS, len(ends))):
            id = fingerprint_of_normal(normal.text[first[i] : last[k]].strip())
            if id in expected and start < ends[k]:
                yield _Candidate(start, ends[k], id)


def _by_splitter(text: str, expected: set[str]) -> Iterable[_Candidate]:
    """The sentences as the recorder counts them: only so do repeated ones, whose id needs their neighbours, get found."""
    places = find_places(text)
    ids = statement_ids([text[place.start : place.end] for place in places])
    for place, id in zip(places, ids, strict=True):
        if id in expected:
            yield _Candidate(place.start, place.end, id)


class _Shift(NamedTuple):
    """From offsets in the recorded text to offsets in the attached one, for one sentence."""

    old_start: int
    old_end: int
    start: int
    end: int
    normal: Normal

    @classmethod
    def to(cls, text: str, place: Any, candidate: _Candidate) -> "_Shift":
        wording = text[candidate.start : candidate.end]
        return cls(int(place.start), int(place.end), candidate.start, candidate.end, normalise(wording))

    def moved(self, offset: int) -> int:
        """A sentence of the same length has its letters at the same places; else they are counted without extra space."""
        inside = offset - self.old_start
        if self.end - self.start == self.old_end - self.old_start:
            return self.start + inside
        return self.start + self.normal.places[min(inside, len(self.normal.places) - 1)]


_OFFSETS = ("cue_start", "cue_end", "content_start", "content_end")


def _move_statements(
    statements: pd.DataFrame, text: str, found_at: Mapping[str, _Candidate], shifts: Mapping[str, _Shift]
) -> None:
    """Write wording and offsets of the found sentences into the table, which is a copy."""
    columns: dict[str, list[Any]] = {name: [] for name in ("wording", "start", "end", *_OFFSETS)}
    for row in each_row(statements):
        place = found_at.get(row.statement)
        columns["wording"].append(text[place.start : place.end] if place else "")
        columns["start"].append(place.start if place else row.start)
        columns["end"].append(place.end if place else row.end)
        for name in _OFFSETS:
            old = getattr(row, name)
            columns[name].append(old if place is None or pd.isna(old) else shifts[row.statement].moved(int(old)))
    for name, values in columns.items():
        statements[name] = pd.array(values, dtype="Int64") if name in _OFFSETS else values


def _move_evidence(evidence: pd.DataFrame, places: Mapping[str, Any], shifts: Mapping[str, _Shift]) -> None:
    """Move the offsets of evidence into the attached text, by the sentence in which each stands.

    Those of a sentence that was not found point at nothing there and become empty.
    """
    order = sorted(places.values(), key=lambda place: place.start)
    begins = [int(place.start) for place in order]
    moved: dict[str, list[Any]] = {"start": [], "end": []}
    for row in each_row(evidence):
        shift = None
        if not pd.isna(row.start):
            home = order[max(bisect.bisect_right(begins, int(row.start)) - 1, 0)]
            shift = shifts.get(home.statement)
        moved["start"].append(shift.moved(int(row.start)) if shift else pd.NA)
        moved["end"].append(shift.moved(int(row.end)) if shift else pd.NA)
    for name, values in moved.items():
        evidence[name] = pd.array(values, dtype="Int64")


def _score_live(
    statements: pd.DataFrame, text: str, found_at: Mapping[str, _Candidate], neutral: Sequence[str]
) -> None:
    scores: dict[str, list[float | None]] = {"polarity": [], "subjectivity": [], "vader": []}
    for row in each_row(statements):
        live = row.statement in found_at and not pd.isna(row.content_start)
        tone = score_tone(text[int(row.content_start) : int(row.content_end)], neutral) if live else row
        for name, values in scores.items():
            values.append(getattr(tone, name))
    for name, values in scores.items():
        statements[name] = pd.array(values, dtype="float64").to_numpy()


# --- Writing ------------------------------------------------------------------------------------


def record_package(folder: Path, codebook: Codebook) -> int:
    """Measure a hand-coded article anew from its `article.txt` and write its tables. Returns the number of statements.

    Raises FaultyFilesError where files are faulty or the coding does not fit the text; nothing is written then.
    """
    files = _read_files(folder, codebook, recorded=False)
    text_file = folder / TEXT_FILE
    if not text_file.is_file():
        files.faults.append(Fault(TEXT_FILE, f"is missing. Save the article's text as {TEXT_FILE} in {folder.name}"))
    if files.faults or files.about is None:
        raise FaultyFilesError(files.faults)
    text = text_file.read_text(encoding="utf-8-sig")
    coded = [row for _, row in files.statements]
    if faults := compare_places(text, coded):
        raise FaultyFilesError(_placed_faults(faults, files.statements))
    actors = [row for _, row in files.actors]
    day = files.about.published_day
    recorded = record_article(text, coded, actors=actors, codebook=codebook, published=day)
    if faults := missing_topic_names(recorded.statements, recorded.evidence):
        raise FaultyFilesError(_placed_faults(faults, files.statements))
    (folder / "statements.csv").write_bytes(write_rows(Statement, recorded.statements))
    (folder / "evidence.csv").write_bytes(write_rows(Evidence, recorded.evidence))
    (folder / "actors.csv").write_bytes(write_rows(Actor, actors))
    _write_resources(folder / "datapackage.json")
    return len(recorded.statements)


def _placed_faults(faults: Sequence[CodingFault], rows: Sequence[Placed[Statement]]) -> list[Fault]:
    return [Fault("statements.csv", fault.what, rows[fault.row].line, fault.column) for fault in faults]


def _write_resources(path: Path) -> None:
    """Renew the list of tables in the descriptor; what a person wrote there stays."""
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    content["resources"] = resources()
    path.write_bytes((json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def resources() -> list[dict[str, Any]]:
    """The tables of a package as Frictionless resources, with their schemas and the keys between them."""
    keys = {"statements": "statement", "evidence": None, "actors": "id"}
    listed = []
    for name, model in TABLES.items():
        schema = table_schema(model, primary_key=keys[name])
        if name == "evidence":
            schema["foreignKeys"] = [
                {"fields": ["statement"], "reference": {"resource": "statements", "fields": ["statement"]}}
            ]
        listed.append({
            "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
        })  # fmt: skip
    return listed
