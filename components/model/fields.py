"""The fields of a statement: one record of each, from which its column in files, tables, sheets, the filter and links follows.

A new field is an entry in `FIELDS`. It stands in `statements.csv` and its schema, in the quote table, in CSV and XLSX and,
where it can be asked for, in the filter, in the sentence above the pages and in links. An article that was made before it
has its `default`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from components.model.acts import ALLOWED_ACTS, acts
from components.model.intervals import in_words
from components.model.kinds import (
    FORM_LABELS,
    FORMS,
    HOW_MEANINGS,
    HOWS,
    LEVEL_LABELS,
    LEVELS,
    Form,
    How,
    Level,
)
from components.model.rows import NumberOrNone, Several, WholeOrNone, column
from components.model.scores import SCORES, TONES, Score, scores_in_files

ALLOWED_OFFSET = "a whole number from 0, or nothing"
ALLOWED_STATEMENT = "12 letters and digits (a–z, 2–7), written by the recorder"
STATEMENT_ID = r"^[a-z2-7]{12}$"
ALLOWED_LEVEL = ", ".join(filter(None, LEVELS)) + ", or nothing"
ALLOWED_HOW = ", ".join(filter(None, HOWS)) + ", or nothing"


class Labels(NamedTuple):
    """How ids are said, in English: actors, topics and sections; and in what words are looked for."""

    actors: Mapping[str, str]
    topics: Mapping[str, str]
    searched: str = "paraphrase and evidence"
    sections: Sequence[str] = ()


Values = Callable[[pd.DataFrame, Labels], Iterable[Any]]
"""What stands in a column for people, from the statements: words, or numbers."""


class Column(NamedTuple):
    """A column for people: in the table on screen, or in a sheet (CSV, XLSX).

    Columns stand in the order of `place`. `values` is None where they are shown as they are in memory. `width` is in pixels
    on screen and in characters in a sheet; 0 leaves it to the table. `start`: it is shown before a reader chooses columns.
    """

    label: str
    meaning: str
    values: Values | None = None
    place: int = 1_000
    width: int = 0
    number: bool = False
    start: bool = False


class Question(NamedTuple):
    """How statements are asked for by a field.

    `parameter` is its name in a link, frozen once published. `options` are the values that an article offers, with their
    labels in the filter; `said` those in the sentence above the page, where they differ; `part` the attribute of the filter
    that holds the values, where it has one of its own.
    """

    parameter: str
    label: str
    options: Callable[[Labels], Mapping[Any, str]]
    said: Callable[[Any, Labels], str] | None = None
    part: str = ""


NEEDED = object()
"""In place of a default: a table without the column is faulty."""


@dataclass(frozen=True)
class Field:
    """A field of a statement: its column in files (none where `type` is None: it is made in memory), and how it is shown.

    `default` is what a statement has where nobody said anything: what an empty cell means.
    """

    name: str
    meaning: str = ""
    type: Any = None
    allowed: str = ""
    limits: Mapping[str, Any] = field(default_factory=dict)
    default: Any = NEEDED
    screen: Column | None = None
    sheet: Column | None = None
    question: Question | None = None


def stored(name: str) -> Any:
    """The column of `statements.csv` that a field has: for the model of a row."""
    entry = FIELDS[name]
    given = {} if entry.default is NEEDED else {"default": entry.default}
    return column(entry.meaning, entry.allowed, **entry.limits, **given)


def said_names(ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Brook; Brook and Dale."""
    said = [names.get(id, id) for id in ids]
    return " and ".join(said) if len(said) < 3 else ", ".join(said[:-1]) + f" and {said[-1]}"


# --- How fields are shown -----------------------------------------------------------------------


def _speakers(table: pd.DataFrame, labels: Labels) -> list[str]:
    return [said_names(each, labels.actors) for each in table["speakers"]]


def _listed_speakers(table: pd.DataFrame, labels: Labels) -> list[str]:
    return ["; ".join(labels.actors.get(id, id) for id in each) for each in table["speakers"]]


def _via(table: pd.DataFrame, labels: Labels) -> list[str]:
    return [labels.actors.get(each, each) for each in table["via"]]


def _topics(table: pd.DataFrame, labels: Labels) -> list[str]:
    return [", ".join(labels.topics[id] for id in each) for each in table["topics"]]


def _listed_topics(table: pd.DataFrame, labels: Labels) -> list[str]:
    return ["; ".join(labels.topics[id] for id in each) for each in table["topics"]]


def _acts(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [", ".join(acts()[id].label for id in each) for each in table["acts"]]


def _listed_acts(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return ["; ".join(acts()[id].label for id in each) for each in table["acts"]]


def _sections(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [f"{n} {title}" for n, title in zip(table["section"], table["section_title"], strict=True)]


def _when(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [in_words(each, short=True) if each else "" for each in table["when"]]


def _places(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    columns = (table["section"], table["section_title"], table["paragraph"], table["sentence"])
    return [
        f"{f'section {section}' if section else title}, paragraph {paragraph}, sentence {sentence}"
        for section, title, paragraph, sentence in zip(*columns, strict=True)
    ]


def _forms(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [FORM_LABELS[each] for each in table["form"]]


def _levels(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [LEVEL_LABELS[each] for each in table["level"]]


def _hows(table: pd.DataFrame, labels: Labels) -> list[str]:  # noqa: ARG001
    return [HOW_MEANINGS[each] for each in table["how"]]


def _section_options(labels: Labels) -> dict[int, str]:
    return {n: f"{n}  {title}" if n else title for n, title in enumerate(labels.sections)}


def _score_field(place: int, score: Score) -> Field:
    """`place` is that in files, where the scores of a scorer stand together; on screen they stand side by side as in `SCORES`."""
    empty = f"a number from {score.allowed}, or nothing where not scored"
    return Field(
        score.key,
        score.column,
        NumberOrNone,
        empty,
        {"ge": score.low, "le": score.high},
        default=None,
        screen=Column(
            score.label,
            f"{score.what}, {score.range}; empty where it knows no word",
            place=800 + list(SCORES).index(score.key),
            width=score.width,
            number=True,
            start=score.lead,
        ),
        sheet=Column(
            score.key, f"{score.what}, {score.allowed}; empty where not scored", place=place, width=10, number=True
        ),
    )


# --- The record ---------------------------------------------------------------------------------
_OFFSET: dict[str, Any] = {"type": WholeOrNone, "allowed": ALLOWED_OFFSET, "limits": {"ge": 0}}
_PLACE: dict[str, Any] = {"type": int, "allowed": "a whole number from 0", "limits": {"ge": 0}}
_NUMBER: dict[str, Any] = {"type": int, "allowed": "a whole number from 1", "limits": {"ge": 1}}

_FIELDS = (
    Field(
        "statement",
        "Id of the statement, made from its sentence.",
        str,
        ALLOWED_STATEMENT,
        {"pattern": STATEMENT_ID},
        sheet=Column("statement", "Id of the statement", place=900),
    ),
    Field(
        "section",
        "Number of the section; 0 is the lead.",
        **_PLACE,
        screen=Column("Section", "Where it stands", _sections, place=970),
        sheet=Column("section", "Number and title (ours) of the section", _sections, place=600, width=22),
        question=Question(
            "section", "Section", _section_options, lambda n, _: str(n) if n else "lead", part="sections"
        ),
    ),
    Field(
        "paragraph",
        "Number of the paragraph in its section.",
        **_NUMBER,
        sheet=Column("paragraph", "Number of the paragraph in its section", place=610, width=10, number=True),
    ),
    Field(
        "sentence",
        "Running number of the sentence in the article.",
        int,
        "a whole number from 1, one more a row",
        {"ge": 1},
        screen=Column(
            "No.", "Running number of the sentence in the article", place=100, width=46, number=True, start=True
        ),
        sheet=Column("sentence", "Running number of the sentence", place=620, width=9, number=True),
    ),
    Field("turn", "Running number of the unbroken stretch of one speaker.", **_NUMBER),
    Field(
        "answers",
        "Turn of the question that this sentence answers.",
        WholeOrNone,
        "a turn before this one, or nothing",
        {"ge": 1},
    ),
    Field(
        "speakers",
        "Those whose position the sentence reports.",
        Several,
        "actors of the article, separated by semicolons",
        {"min_length": 1},
        screen=Column("Speaker", "Those whose position it reports", _speakers, place=200, width=92, start=True),
        sheet=Column("speakers", "Those whose position it reports", _listed_speakers, place=200, width=18),
        question=Question("speaker", "Speaker", lambda labels: labels.actors, part="speakers"),
    ),
    Field(
        "via",
        "Who relays it.",
        str,
        "an actor of the article, or nothing",
        screen=Column("Relayed by", "Who relays it", _via, place=940),
        sheet=Column("via", "Who relays it", _via, place=210, width=14),
    ),
    Field(
        "form",
        "How it is reported.",
        Form,
        ", ".join(FORMS),
        screen=Column("Form", "How it is reported", _forms, place=950),
        sheet=Column("form", "How it is reported", _forms, place=700),
        question=Question("form", "Form", lambda _: FORM_LABELS, part="forms"),
    ),
    Field(
        "level",
        "How sure the machine is of the speaker; nothing where a person coded or the reporter speaks.",
        Level,
        ALLOWED_LEVEL,
        screen=Column(
            "Known",
            "How sure the machine is of the speaker, as measured: sure (right at least 9 times in 10), likely (3 in 4), guess "
            "(less), not found; empty where a person coded, or the reporter speaks",
            _levels,
            place=300,
            width=78,
            start=True,
        ),
        sheet=Column(
            "level",
            "How sure a machine is of the speaker, as measured: sure (right at least 9 times in 10), likely (3 in 4), guess "
            "(less), unknown; empty where a person coded, or the reporter speaks",
            place=730,
        ),
    ),
    Field(
        "how",
        "The kind of cue by which a machine found the speaker.",
        How,
        ALLOWED_HOW,
        default="",
        screen=Column("Found by", "How the machine found the speaker; empty where a person coded", _hows, place=955),
        sheet=Column("found_by", "How a machine found the speaker; empty where a person coded", _hows, place=740),
    ),
    Field(
        "verb",
        "The words of saying, as the sentence has them.",
        str,
        "five words at most, or nothing",
        default="",
        screen=Column("Verb", "The words of saying: underscored, expressed concern", place=952),
        sheet=Column("verb", "The words of saying, as the sentence has them", place=710),
    ),
    Field(
        "acts",
        "What the speaker does by it, as the words of saying tell.",
        Several,
        ALLOWED_ACTS,
        default=(),
        screen=Column(
            "Act", "What the speaker does, as the words of saying tell; empty where none do", _acts, place=954
        ),
        sheet=Column("acts", "What the speaker does, as the words of saying tell", _listed_acts, place=720),
    ),
    Field(
        "topics",
        "What it is about.",
        Several,
        "topics of the codebook, separated by semicolons, or nothing",
        screen=Column("Topics", "What it is about", _topics, place=960, width=160),
        sheet=Column("topics", "What it is about", _listed_topics, place=400, width=20),
        question=Question("topic", "Topic", lambda labels: labels.topics, part="topics"),
    ),
    Field(
        "gloss",
        "Our own paraphrase of the sentence.",
        str,
        "one sentence, or nothing where a machine read",
        screen=Column("Paraphrase (ours)", "Our own paraphrase of the sentence", place=400, width=376, start=True),
        sheet=Column("paraphrase", "Our own paraphrase, not the article's wording", place=300, width=52),
    ),
    Field("cue_start", "Where the words that attribute begin.", **_OFFSET),
    Field("cue_end", "Where the words that attribute end.", **_OFFSET),
    Field("content_start", "Where what is said begins.", **_OFFSET),
    Field("content_end", "Where what is said ends.", **_OFFSET),
    Field("start", "Where the sentence begins in the text.", **_PLACE),
    Field("end", "Where the sentence ends in the text.", **_PLACE),
    Field("words", "Number of words of what is said.", **_PLACE),
    *(_score_field(500 + i, score) for i, score in enumerate(scores_in_files())),
    Field(
        "wording",
        screen=Column("Wording", "The article's own sentence", place=500, width=376, start=True),
        sheet=Column("wording", "The article's sentence, where its text is attached", place=310, width=52),
    ),
    Field(
        "when",
        screen=Column(
            "When",
            "When it was said: the day that the sentence gives for it, else that of the event",
            _when,
            place=50,
            width=74,
            start=True,
        ),
        sheet=Column(
            "when",
            "When it was said, EDTF: the day that the sentence gives for it, else that of the event",
            place=100,
            width=12,
        ),
    ),
    Field(
        "place",
        screen=Column("Place", "Section, paragraph and sentence", _places, place=980),
        sheet=Column("place", "Section, paragraph and sentence, in words", _places, place=630, width=33),
    ),
    Field(
        "tone",
        question=Question("tone", "Tone", lambda _: {id: tone.label for id, tone in TONES.items()}, part="tones"),
    ),
)

FIELDS: dict[str, Field] = {each.name: each for each in _FIELDS}
"""The fields by name, in the order of their columns in `statements.csv`; last those that are made in memory."""


def screen_columns() -> dict[str, Field]:
    """The fields that the table on screen can show, by the head of their column, from left to right."""
    return {each.screen.label: each for each in sorted(FIELDS.values(), key=_screen_place) if each.screen}


def sheet_columns() -> dict[str, Field]:
    """The fields that stand in a sheet, by the head of their column, from left to right."""
    return {each.sheet.label: each for each in sorted(FIELDS.values(), key=_sheet_place) if each.sheet}


def questions() -> dict[str, Question]:
    """How statements can be asked for, by the name of the field, in the order of `FIRST_ASKED`, then of the record."""
    first = {name: i for i, name in enumerate(FIRST_ASKED)}
    asked = {each.name: each.question for each in FIELDS.values() if each.question}
    return dict(sorted(asked.items(), key=lambda item: first.get(item[0], len(first))))


FIRST_ASKED = ("speakers", "topics", "section", "form", "tone")
"""The order in which one narrows a question down."""


def _screen_place(each: Field) -> int:
    return each.screen.place if each.screen else 0


def _sheet_place(each: Field) -> int:
    return each.sheet.place if each.sheet else 0


def column_of(each: Field, shown: Column, statements: pd.DataFrame, labels: Labels) -> Iterable[Any]:
    """What stands in the column of a field: words, or numbers."""
    return statements[each.name] if shown.values is None else shown.values(statements, labels)
