"""An article in memory: what its files tell (a draft), and what the pages show of it (a package).

    files ──► open_article ──► Draft ──► package_of ──► Package ──► pages
      ▲                          │
      └────── save_article ◄─────┘

`attach_text` finds an article's sentences in a text.
"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, field_validator

from components.article.attach import find_wording
from components.article.corrections.log import CORRECTED, Coding, Correction, Log
from components.article.corrections.replay import replay
from components.model.codebook import MODERATOR, OTHER, REPORTER, UNKNOWN, Actor, Codebook, Topic
from components.model.intervals import parse_edtf
from components.model.limits import MOST_NOTICE_CHARACTERS, MOST_NOTICES, MOST_SECTIONS
from components.model.names import Mention, find_names
from components.model.rows import found, shortened
from components.model.statements import (
    Evidence,
    Genre,
    MachineAnswer,
    Statement,
    each_row,
    evidence_table,
    phrase,
    statements_table,
)
from components.reading.evidence import tone_of_content, tone_rows, with_measures


class About(BaseModel):
    """What an article is: the `readout` part of `datapackage.json`. What is not known stays empty."""

    model_config = ConfigDict(frozen=True, extra="allow")

    publisher: str = Field(description="Publisher as printed")
    place: str = Field(description="Place as printed")
    published: str = Field(description="Date of the article, EDTF")
    event_date: str = Field(default="", description="Date of what it reports, EDTF")
    citation: str = Field(description="How to cite the article, without its wording")
    url: str = Field(default="", description="Where it was published")
    language: str = Field(default="en", description="Language of the text, ISO 639-1; und where it does not tell")
    notices: tuple[str, ...] = Field(
        default=(), description="What a reader should know of how the text was read, a sentence each"
    )
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

    @field_validator("notices")
    @classmethod
    def _are_few_and_short(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) > MOST_NOTICES:
            raise ValueError(f"found {len(value):,} notices; up to {MOST_NOTICES} can be shown")
        for notice in value:
            if not notice.strip() or not notice.isprintable() or len(notice) > MOST_NOTICE_CHARACTERS:
                allowed = f"sentences on one line, of up to {MOST_NOTICE_CHARACTERS} characters"
                raise ValueError(found(notice, allowed))
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
class Carried:
    """What the files of an article hold and this version of Readout does not know: it is saved again with the article.

    `keys` are those of `datapackage.json` beside ours; `columns` are those of each table, as the schema describes them.
    The rows themselves carry what stands in the columns, `About` and the codebook carry keys of their own.
    """

    keys: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """In words, for the reader. What other tools write into every data package is nothing to tell of."""
        keys = (f"{key} in datapackage.json" for key in self.keys if key not in STANDARD_KEYS)
        columns = (f"{each['name']} in {table}.csv" for table, fields in self.columns.items() for each in fields)
        return (*keys, *columns)


NAMED = 10
"""Of what is not known this many are named, and the others counted."""

STANDARD_KEYS = ("$schema", "contributors", "created", "homepage", "id", "image", "keywords", "licenses", "version")
"""Keys that a data package may have, and that say nothing to Readout."""


@dataclass(frozen=True)
class Draft:
    """An article as its files tell it: what was answered first, and what was corrected since.

    `codebook` is the one that it was coded with; `text` is empty where it does not lie beside the files. `origin` is the
    digest of the file in which it was kept: empty where it never was.
    """

    id: str
    title: str
    about: About
    first: Coding
    codebook: Codebook
    log: Log = ()
    text: str = ""
    machine: tuple[MachineAnswer, ...] = ()
    carried: Carried = field(default_factory=Carried)
    origin: str = field(default="", compare=False)

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
                words = {row.value: self.codebook.topic(row.value).names}
                found = find_names(self.text[place.start : place.end], words)
            yield from (_at(row, self.text, places[row.statement].start, each) for each in found)
            if not found:
                yield row

    @property
    def unknown(self) -> tuple[str, ...]:
        """What of the files this version of Readout does not know, in words."""
        about = (f"readout.{key} in datapackage.json" for key in self.about.model_extra or ())
        return (*self.carried.names, *about, *(f"{key} in codebook.toml" for key in self.codebook.unknown))

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
    attached. The tables are read-only by agreement: sessions share them. `unknown` names what its files hold and this
    version does not know.
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
    unknown: tuple[str, ...] = ()

    @cached_property
    def actor_names(self) -> dict[str, str]:
        """Actor id to full name, in the order of the file."""
        return {actor.id: actor.name for actor in self.actors}

    @cached_property
    def short_names(self) -> dict[str, str]:
        """Actor id to last name, for charts and narrow columns."""
        return {actor.id: actor.short for actor in self.actors}

    @cached_property
    def row_of(self) -> dict[str, Any]:
        """Each statement by its id, as a named tuple: a list shows some of them without a search in the table."""
        return {row.statement: row for row in each_row(self.statements)}

    def beside(self, row: Any) -> list[Any]:
        """The statements before and after one, in their order."""
        return [each for each in self.row_of.values() if abs(each.sentence - row.sentence) == 1]

    @cached_property
    def evidence_of(self) -> dict[str, list[Any]]:
        """The rows of evidence of each statement, in the order of the table."""
        rows: dict[str, list[Any]] = {id: [] for id in self.statements["statement"]}
        for row in each_row(self.evidence):
            rows[row.statement].append(row)
        return rows

    @cached_property
    def led(self) -> Codebook | None:
        """Its codebook with the topics that lead: where none is marked, those that the whole article speaks of most."""
        spoken_of = Counter(topic for each in self.statements["topics"] for topic in each)
        named = {id: self.short_names[id] for id, side in self.sides.items() if id == side != REPORTER}
        return self.codebook and self.codebook.led_by(spoken_of).naming(named)

    @cached_property
    def worked_out(self) -> dict[Hashable, Any]:
        """What was worked out of the whole article, for all who show this very package: it goes with the package."""
        return {}

    @property
    def on_unknown(self) -> str:
        """What its files hold and this version of Readout does not know, in a sentence; nothing where it knows all."""
        if not self.unknown:
            return ""
        named = ", ".join(shortened(name) for name in self.unknown[:NAMED])
        more = f" and {len(self.unknown) - NAMED:,} more" if len(self.unknown) > NAMED else ""
        return f"This version of Readout does not know {named}{more}. It is kept, and saved again with the article."

    @cached_property
    def sides(self) -> dict[str, str]:
        """Actor id to side. Where nobody's country or body is known, each speaker is a side of their own."""
        sides = {actor.id: actor.side for actor in self.actors}
        if not {OTHER, REPORTER}.issuperset(sides.values()):
            return sides
        return {id: side if side == REPORTER or id in (UNKNOWN, MODERATOR) else id for id, side in sides.items()}

    @cached_property
    def sides_heard(self) -> tuple[str, ...]:
        """The sides of the whole article: those with most statements first, then others and the reporter."""
        sides, heard = self.sides, Counter[str]()
        for speakers in self.statements["speakers"]:
            heard.update({sides.get(speaker, OTHER): None for speaker in speakers}.keys())
        order = dict.fromkeys([*(side for side, _ in heard.most_common()), *sides.values()])
        last = (OTHER, REPORTER)
        return (*(side for side in order if side not in last), *(side for side in last if side in order))


# --- The tables ---------------------------------------------------------------------------------


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
        statements=_with_dates(_with_phrases(statements, evidence), evidence, draft.about),
        evidence=evidence,
        machine=machine_table(draft.machine),
        codebook=draft.codebook,
        unknown=draft.unknown,
    )
    return attach_text(package, draft.text, draft.codebook, score=False).package if draft.text else package


def machine_table(rows: Sequence[MachineAnswer]) -> pd.DataFrame:
    """What the machine answers beside a coding by hand, one row per statement; no row where nothing was recorded."""
    return pd.DataFrame([row.model_dump() for row in rows], columns=MachineAnswer.columns())


def first_answers(draft: Draft) -> pd.DataFrame:
    """What the machine answered before anybody corrected it, in the form of `machine_table`."""
    names = MachineAnswer.columns()
    return pd.DataFrame([{name: getattr(row, name) for name in names} for row in draft.first.statements], columns=names)


def _with_phrases(statements: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """The statements with the words of their evidence, which the word filter searches."""
    rows = evidence[evidence["phrase"] != ""]
    joined = rows.groupby("statement", sort=False)["phrase"].agg(" · ".join).to_dict()
    return statements.assign(phrases=[joined.get(id, "") for id in statements["statement"]])


def _with_dates(statements: pd.DataFrame, evidence: pd.DataFrame, about: About) -> pd.DataFrame:
    """The statements with the day on which each was said, EDTF.

    That is the first date of its sentence that stands outside of what is said ("On 3 May Brook said that ..."), else that of
    the event, else that of the article. A date inside is what the statement speaks of.
    """
    content = {
        row.statement: (row.content_start, row.content_end)
        for row in each_row(statements[statements["content_start"].notna()])
    }
    said: dict[str, str] = {}
    for row in each_row(evidence[(evidence["kind"] == "date") & evidence["start"].notna()]):
        first, last = content.get(row.statement, (row.start, row.end))
        if row.end <= first or row.start >= last:
            said.setdefault(row.statement, row.value)
    otherwise = about.event_date or about.published
    return statements.assign(when=[said.get(id, otherwise) for id in statements["statement"]])


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
