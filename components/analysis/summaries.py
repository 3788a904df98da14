"""From statements to the small tables that charts, titles and lists are made of.

Every number carries the ids of its statements, so that it can be opened to its sentences.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any, NamedTuple

import pandas as pd

from components.analysis.english import possessive
from components.analysis.filters import contradicted
from components.analysis.measures import mean_interval
from components.analysis.voices import is_relayed, relayed_through, side_of
from components.model.codebook import OTHER, REPORTER, UNKNOWN, Codebook
from components.model.fields import said_names
from components.model.intervals import in_words, parse_edtf
from components.model.scores import Score
from components.model.statements import NEAR_ZERO, in_short

EvidenceOf = Mapping[str, Sequence[Any]]
"""The rows of evidence of each statement, by id."""

# --- Who ----------------------------------------------------------------------------------------


def sides_of(statements: pd.DataFrame, actor_sides: Mapping[str, str]) -> pd.Series:
    """The side of each statement: that of its speakers, or `joint` where they belong to several."""
    sides = [side_of(speakers, actor_sides) for speakers in statements["speakers"]]
    return pd.Series(sides, index=statements.index, dtype=object)


def statements_by_side(statements: pd.DataFrame, actor_sides: Mapping[str, str], order: Iterable[str]) -> pd.DataFrame:
    """Columns `side`, `relayed`, `count`, `ids`: what a side says itself, and apart from it what only another tells of it.

    Sides stand in the given order, those without a statement are left out. Counts add up to all statements.
    """
    columns = (
        sides_of(statements, actor_sides),
        relayed_through(statements, actor_sides) != "",
        statements["statement"],
    )
    grouped: dict[tuple[str, bool], list[str]] = {}
    for side, relayed, id in zip(*columns, strict=True):
        grouped.setdefault((side, bool(relayed)), []).append(id)
    keys = [(side, relayed) for side in order for relayed in (False, True) if (side, relayed) in grouped]
    rows = [(*key, len(grouped[key]), tuple(grouped[key])) for key in keys]
    return pd.DataFrame(rows, columns=["side", "relayed", "count", "ids"])


class KeyFigure(NamedTuple):
    """A number for the head of a page: how it is written, what it counts, and the statements behind it."""

    value: str
    words: str
    ids: tuple[str, ...]


def figures_of_speakers(statements: pd.DataFrame) -> list[KeyFigure]:
    """How the speaker of each statement of a machine's reading is known: figures that add up to all of its statements.

    A statement of the reporter is told by the reporter, whatever else is known of it. Those without any are left out.
    """
    told = statements["form"] == "narration"
    levels = statements["level"]
    parts = {
        "with a speaker that is sure": ~told & (levels == "sure"),
        "with a speaker that is likely": ~told & (levels == "likely"),
        "with a speaker that is a guess": ~told & (levels == "guess"),
        "whose speaker was not found": ~told & (levels == "unknown"),
        "whose speaker a person accepted or corrected": ~told & (levels == ""),
        "told by the reporter": told,
    }
    found = [(words, tuple(statements["statement"][these])) for words, these in parts.items()]
    return [KeyFigure(f"{len(ids):,}", words, ids) for words, ids in found if ids]


# --- On what ------------------------------------------------------------------------------------


def statements_by_topic(statements: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Columns `topic`, `count`, `ids`; most statements first, then the codebook's order. Topics without any are left out."""
    grouped: dict[str, list[str]] = {topic.id: [] for topic in codebook.topics}
    for id, topics in zip(statements["statement"], statements["topics"], strict=True):
        for topic in topics:
            grouped[topic].append(id)
    rows = [(topic, len(ids), tuple(ids)) for topic, ids in grouped.items() if ids]
    rows.sort(key=lambda row: -row[1])
    return pd.DataFrame(rows, columns=["topic", "count", "ids"])


def topics_by_side(
    statements: pd.DataFrame, actor_sides: Mapping[str, str], codebook: Codebook, order: Iterable[str]
) -> pd.DataFrame:
    """Columns `topic`, `side`, `relayed`, `count`, `ids`: one row per topic, side, and own or relayed, that has statements.

    A statement of speakers of two sides counts for each side, and one of two topics for each topic. Topics stand as in
    `statements_by_topic`, sides in the given order, what a side says itself first.
    """
    cells: dict[tuple[str, str, bool], list[str]] = {}
    columns = (statements["statement"], statements["speakers"], statements["via"], statements["topics"])
    for id, speakers, via, topics in zip(*columns, strict=True):
        for side in {actor_sides.get(speaker, OTHER) for speaker in speakers}:
            for topic in topics:
                cells.setdefault((topic, side, is_relayed(side, via, actor_sides)), []).append(id)
    keys = [
        (topic, side, relayed)
        for topic in statements_by_topic(statements, codebook)["topic"]
        for side in [*order]
        for relayed in (False, True)
    ]
    rows = [(*key, len(cells[key]), tuple(cells[key])) for key in keys if key in cells]
    return pd.DataFrame(rows, columns=["topic", "side", "relayed", "count", "ids"])


def with_others(cells: pd.DataFrame, others: Collection[str]) -> pd.DataFrame:
    """`topics_by_side` with some sides as one, `other`: a statement of several of them counts once."""
    merged: dict[tuple[str, str, bool], dict[str, None]] = {}
    columns = (cells["topic"], cells["side"], cells["relayed"], cells["ids"])
    for topic, side, relayed, ids in zip(*columns, strict=True):
        key = (topic, OTHER if side in others else side, relayed)
        merged.setdefault(key, {}).update(dict.fromkeys(ids))
    rows = [(*key, len(ids), tuple(ids)) for key, ids in merged.items()]
    return pd.DataFrame(rows, columns=["topic", "side", "relayed", "count", "ids"])


# --- In which tone ------------------------------------------------------------------------------


def tone_by_section(statements: pd.DataFrame, titles: Sequence[str], scores: Iterable[Score]) -> pd.DataFrame:
    """Mean tone of each section that has statements, one row per section and score, in the article's order.

    Columns `section`, `title`, `score`, `statements` (how many stand there), `n` (how many are scored), `mean`, `low`,
    `high` (Student's t, 95%), `clear` (+1, 0, −1) and `ids` (of all its statements).
    """
    scores = list(scores)
    places: dict[int, list[int]] = {}
    for i, section in enumerate(statements["section"]):
        places.setdefault(section, []).append(i)
    ids = statements["statement"].tolist()
    values = {score.key: statements[score.key].to_numpy() for score in scores}
    rows = []
    for section in sorted(places):
        here = places[section]
        opened = tuple(ids[i] for i in here)
        for score in scores:
            made = mean_interval(values[score.key][here], score.low, score.high)
            clear = made.clear if score.signed else 0
            rows.append((section, titles[section], score.key, len(here), *made, clear, opened))
    columns = ["section", "title", "score", "statements", "n", "mean", "low", "high", "clear", "ids"]
    return pd.DataFrame(rows, columns=columns)


def tone_of_statements(statements: pd.DataFrame, names: Mapping[str, str], scores: Iterable[Score]) -> pd.DataFrame:
    """Every score of every statement, long; statements that a scorer did not score have no row for it.

    Columns `statement`, `sentence`, `section`, `who` (names of the speakers), `gloss`, `score`, `value`, `contradicted`.
    """
    said = [said_names(speakers, names) for speakers in statements["speakers"]]
    rows = list(
        zip(
            *(statements[name] for name in ("statement", "sentence", "section")),
            said,
            in_short(statements),
            strict=True,
        )
    )
    apart = contradicted(statements)
    found = [
        (*row, score.key, value, against)
        for score in scores
        for row, value, against in zip(rows, statements[score.key], apart, strict=True)
        if not isnan(value)
    ]
    return pd.DataFrame(
        found, columns=["statement", "sentence", "section", "who", "gloss", "score", "value", "contradicted"]
    )


def telling_words(
    statements: pd.DataFrame, evidence_of: EvidenceOf, scorer: str, alone: Callable[[str], float]
) -> dict[int, tuple[str, str]]:
    """By section: the word that a scorer counts lowest and the one that it counts highest, in small letters, or nothing.

    Words of up to 14 characters, one token each; of equal ones that which comes first. Evidence has a word without what
    negates it, "fault" of "not a fault": so a word that by itself (`alone`) counts the opposite tells nothing.
    """
    found: dict[int, list[tuple[float, str]]] = {}
    for id, section in zip(statements["statement"], statements["section"], strict=True):
        here = found.setdefault(section, [])
        for row in evidence_of[id]:
            word = row.phrase.casefold()
            if row.kind == "tone" and row.label == scorer and len(word) <= LONGEST_WORD and len(word.split()) == 1:
                here.append((float(row.value), word))
    return {section: (_strongest(here, -1, alone), _strongest(here, 1, alone)) for section, here in found.items()}


def _strongest(words: Iterable[tuple[float, str]], sign: int, alone: Callable[[str], float]) -> str:
    """The word that counts most of a sign, and is not negated; or nothing."""
    ranked = sorted((each for each in words if each[0] * sign > 0), key=lambda each: -each[0] * sign)
    return next((word for _, word in ranked if alone(word) * sign >= 0), "")


LONGEST_WORD = 14
"""So many characters of a word have room beside its lane."""


class Strong(NamedTuple):
    """A statement whose words a score counts highest or lowest: whose that is, in words, its id and its value."""

    said: str
    id: str
    value: float


class _Scored(NamedTuple):
    """A statement with its value, in the order of the values, and of the article where they are equal."""

    value: float
    sentence: int
    statement: str
    speakers: tuple[str, ...]
    via: str


def strongest_words(statements: pd.DataFrame, score: Score, names: Mapping[str, str]) -> list[Strong]:
    """The most negative statement, the most negative of another speaker's own words, and the most positive one.

    What is near zero is neither, as in the filter, and is left out.
    """
    columns = (statements[name] for name in (score.key, "sentence", "statement", "speakers", "via"))
    scored = sorted(_Scored(*each) for each in zip(*columns, strict=True) if not isnan(each[0]))
    low = [row for row in scored if row.value < -NEAR_ZERO]
    found = [("Most negative words", low[0])] if low else []
    for row in low[1:]:
        who = row.speakers[0]
        if (
            row.speakers != low[0].speakers
            and len(row.speakers) == 1
            and not row.via
            and who not in (REPORTER, UNKNOWN)
        ):
            found.append((f"Most negative words of {possessive(names.get(who, who))} own", row))
            break
    if scored and (highest := scored[-1].value) > NEAR_ZERO:
        found.append(("Most positive words", next(row for row in scored if row.value == highest)))
    return [Strong(said, row.statement, row.value) for said, row in found]


# --- Where and when -----------------------------------------------------------------------------


def lane_order(statements: pd.DataFrame, codebook: Codebook) -> list[str]:
    """Topics as lanes: the lead topics in the codebook's order, then the others, most statements first.

    Of the whole article, so that no filter moves a lane.
    """
    counts = Counter(topic for topics in statements["topics"] for topic in topics)
    lead = [topic.id for topic in codebook.topics if topic.lead and counts[topic.id]]
    others = [topic.id for topic in codebook.topics if not topic.lead and counts[topic.id]]
    return lead + sorted(others, key=lambda topic: -counts[topic])


def topics_along_article(
    statements: pd.DataFrame, actor_sides: Mapping[str, str], order: Sequence[str]
) -> pd.DataFrame:
    """Which topic comes up where, one row per statement and topic; topics in the given order, those without any left out.

    Columns `lane` (its number, from 0), `topic`, `sentence`, `side`, `relayed` (whether the side is heard only through
    another), `statement`.
    """
    columns = (
        statements["sentence"],
        statements["topics"],
        statements["statement"],
        sides_of(statements, actor_sides),
        relayed_through(statements, actor_sides) != "",
    )
    there = {topic for topics in statements["topics"] for topic in topics}
    lanes = {topic: i for i, topic in enumerate(topic for topic in order if topic in there)}
    rows = [
        (lanes[topic], topic, sentence, side, relayed, id)
        for sentence, topics, id, side, relayed in zip(*columns, strict=True)
        for topic in topics
    ]
    return pd.DataFrame(sorted(rows), columns=["lane", "topic", "sentence", "side", "relayed", "statement"])


def section_bands(statements: pd.DataFrame) -> pd.DataFrame:
    """First and last sentence of each section: `section`, `first`, `last`."""
    spans = statements.groupby("section")["sentence"].agg(["min", "max"]).reset_index()
    return spans.rename(columns={"min": "first", "max": "last"})


class _Mark(NamedTuple):
    topic: str
    kind: str
    edtf: str
    first: dt.date
    last: dt.date
    label: str
    ids: tuple[str, ...]
    entry: str


NO_TOPIC = ""
"""The lane of dates in statements that have no topic."""


def topics_along_calendar(
    statements: pd.DataFrame, evidence_of: EvidenceOf, codebook: Codebook, event_date: str
) -> pd.DataFrame:
    """The dates behind the topics: one row per mark, with `topic`, `kind`, `edtf`, `first`, `last`, `label`, `ids`, `entry`.

    `kind` is `named` (the article names the date), `event` (it names an entry of the record, whose date this is),
    `undated` (the topic's other statements, counted at the day of the event) or `record` (an entry of the record that
    no statement names). `first` and `last` are days, both included; `label` says in words what stands there. Lanes are
    topics: the lead ones, and those with a statement; a date in a statement without a topic has the lane `NO_TOPIC`.

    A statement that names an entry of the record stands in those of its own topics that the entry stands behind, or
    else in the entry's topics: the "Kyoto Protocol" belongs to the climate's lane though the sentence does not name the climate.
    """
    topics_of = dict(zip(statements["statement"], statements["topics"], strict=True))
    ids: dict[tuple[str, str, str, str], list[str]] = {}
    dated: dict[str, set[str]] = {}
    for row in _dated(statements, evidence_of):
        known = row.kind == "event" and codebook.find_event(row.label)  # the record may have changed since it was read
        entry = row.label if known else ""
        for topic in _lanes(topics_of[row.statement], codebook, entry):
            here = ids.setdefault((topic, "event" if row.kind == "event" else "named", row.value, entry), [])
            if row.statement not in here:
                here.append(row.statement)
            dated.setdefault(topic, set()).add(row.statement)
    marks = [_mark(topic, kind, edtf, found, entry, codebook) for (topic, kind, edtf, entry), found in ids.items()]
    if event_date:
        rest = _undated(topics_of, dated)
        marks += [_mark(topic, "undated", event_date, found, "", codebook) for topic, found in rest]
    named = {(mark.topic, mark.entry) for mark in marks if mark.entry}
    lanes = {mark.topic for mark in marks} | {topic.id for topic in codebook.topics if topic.lead}
    for record in codebook.record:
        for topic in record.topics:
            if topic in lanes and (topic, record.id) not in named:
                marks.append(_mark(topic, "record", record.date, (), record.id, codebook))
    marks.sort(key=lambda mark: (mark.topic, mark.first, mark.last, mark.kind))
    return pd.DataFrame(marks, columns=list(_Mark._fields))


def _lanes(own: tuple[str, ...], codebook: Codebook, entry: str) -> tuple[str, ...]:
    if not entry:
        return own or (NO_TOPIC,)
    behind = codebook.event(entry).topics
    return tuple(topic for topic in own if topic in behind) or behind


def _mark(topic: str, kind: str, edtf: str, ids: Iterable[str], entry: str, codebook: Codebook) -> _Mark:
    first, last = parse_edtf(edtf).closed()
    label = in_words(edtf)
    if entry and (names := codebook.event(entry).names):
        label = (
            f"{names[0]} {first.year}"
            if first.year == last.year
            else f"{names[0]} {in_words(f'{first.year}/{last.year}')}"
        )
    return _Mark(topic, kind, edtf, first, last, label, tuple(ids), entry)


def _undated(topics_of: Mapping[str, tuple[str, ...]], dated: Mapping[str, set[str]]) -> list[tuple[str, list[str]]]:
    """For each topic the statements that have no date there."""
    left: dict[str, list[str]] = {}
    for id, topics in topics_of.items():
        for topic in topics:
            if id not in dated.get(topic, ()):
                left.setdefault(topic, []).append(id)
    return list(left.items())


def calendar_lanes(marks: pd.DataFrame, order: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lanes to draw, in the given order, last dates in statements without a topic; and the topics without a date."""
    dated = set(marks.loc[marks["kind"].isin(("named", "event")), "topic"])
    there = set(marks.loc[marks["kind"] != "record", "topic"])
    lanes = [topic for topic in (*order, NO_TOPIC) if topic in dated]
    return lanes, [topic for topic in order if topic in there - dated]


def dates_named(statements: pd.DataFrame, evidence_of: EvidenceOf) -> pd.DataFrame:
    """The dates that the statements name or take from the record: `edtf`, `first`, `last`, `kind`, `ids`; earliest first."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for row in _dated(statements, evidence_of):
        grouped.setdefault((row.value, row.kind), []).append(row.statement)
    rows = [
        (edtf, *parse_edtf(edtf).closed(), kind, tuple(dict.fromkeys(ids))) for (edtf, kind), ids in grouped.items()
    ]
    rows.sort(key=lambda row: row[1:4])
    return pd.DataFrame(rows, columns=["edtf", "first", "last", "kind", "ids"])


def _dated(statements: pd.DataFrame, evidence_of: EvidenceOf) -> Iterator[Any]:
    """Rows of evidence that give a statement a date."""
    for id in statements["statement"]:
        for row in evidence_of[id]:
            if row.kind in ("date", "event"):
                yield row


# --- For reading as a table ---------------------------------------------------------------------


def named(table: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """The summary with labels in place of the ids of topics and sides."""
    topics = {**codebook.topic_labels, NO_TOPIC: "no topic"}
    words: dict[str, Callable[[str], str]] = {"topic": topics.__getitem__, "side": codebook.side_label}
    return table.assign(**{name: [said(each) for each in table[name]] for name, said in words.items() if name in table})


def rounded(table: pd.DataFrame) -> pd.DataFrame:
    """The summary with its numbers to two decimals."""
    return table.round(2)
