"""From a text to the two tables: the list of steps, top to bottom. The steps find; only this module writes rows.

`record_article` is for an article that was coded by hand: it finds nothing that the coder decided, and adds what can be
measured: ids, offsets, mentions, dates, tone.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from components.codebook import Actor, Codebook
from components.names import find_names
from components.reading.dates import DateMention, find_dates
from components.reading.sections import split_sections
from components.reading.sentences import split_sentences
from components.reading.speakers import find_mention
from components.reading.tone import Tone, score_tone
from components.statements import Evidence, Statement, count_words, phrase, statement_ids


class Place(NamedTuple):
    """Where a sentence stands in the article: numbers as in `Statement`, offsets in the text."""

    section: int
    paragraph: int
    sentence: int
    start: int
    end: int


class Recorded(NamedTuple):
    """The rows of an article, in order."""

    statements: list[Statement]
    evidence: list[Evidence]


class CodingFault(NamedTuple):
    """What in the coding of a sentence does not fit the text. `row` counts the coded rows from 0."""

    row: int
    column: str
    what: str


def find_places(text: str) -> list[Place]:
    """The sentences of a text, with their section and paragraph."""
    places: list[Place] = []
    for section in split_sections(text):
        for n, paragraph in enumerate(section.paragraphs, 1):
            for sentence in split_sentences(text[paragraph.start : paragraph.end]):
                start = paragraph.start + sentence.start
                places.append(Place(section.number, n, len(places) + 1, start, paragraph.start + sentence.end))
    return places


def compare_places(text: str, coded: Sequence[Statement]) -> list[CodingFault]:
    """Where the coding and the text disagree on sections, paragraphs, sentences and offsets."""
    places = find_places(text)
    faults = []
    if len(places) != len(coded):
        faults.append(
            CodingFault(len(coded) - 1, "sentence", f"the text has {len(places)} sentences; coded are {len(coded)}")
        )
    for row, (place, code) in enumerate(zip(places, coded, strict=False)):
        faults += [
            CodingFault(row, column, f"found {getattr(code, column)}; in the text it is {getattr(place, column)}")
            for column in ("section", "paragraph", "sentence")
            if getattr(place, column) != getattr(code, column)
        ]
        for kind in ("cue", "content"):
            stretch = code.stretch(kind)
            if stretch and not place.start <= stretch[0] < stretch[1] <= place.end:
                what = f"found {stretch[0]}–{stretch[1]}; the sentence stands at {place.start}–{place.end}"
                faults.append(CodingFault(row, f"{kind}_start", what))
    return faults


def record_article(
    text: str,
    coded: Sequence[Statement],
    *,
    actors: Sequence[Actor],
    codebook: Codebook,
    published: dt.date,
) -> Recorded:
    """Measure an article that was coded by hand.

    `coded` must fit the text (`compare_places` finds no fault). What the coder wrote is kept; `statement`, `start`, `end`,
    `words` and the scores are written anew, and the evidence with them.
    """
    places = find_places(text)
    ids = statement_ids([text[place.start : place.end] for place in places])
    tones = [_tone_of_content(text, code, codebook.neutral_words) for code in coded]
    statements = [
        _measured(text, code, place, id, tone) for code, place, id, tone in zip(coded, places, ids, tones, strict=True)
    ]
    dates = find_dates(text, reference=published)
    evidence: list[Evidence] = []
    last_mentions: dict[str, tuple[int, int]] = {}
    for statement, tone in zip(statements, tones, strict=True):
        evidence += _speaker_rows(text, statement, actors, last_mentions)
        evidence += _stretch_rows(text, statement)
        evidence += _topic_rows(text, statement, codebook)
        evidence += _event_rows(text, statement, codebook)
        evidence += _date_rows(text, statement, dates)
        evidence += _tone_rows(text, statement, tone)
    return Recorded(statements, evidence)


def missing_topic_names(statements: Sequence[Statement], evidence: Sequence[Evidence]) -> list[CodingFault]:
    """Topics that are coded though the sentence does not name them and no sentence before it in the paragraph has them."""
    named = {(row.statement, row.value) for row in evidence if row.kind == "topic" and row.label == "named"}
    faults = []
    before: set[str] = set()
    here: tuple[int, int] | None = None
    for row, statement in enumerate(statements):
        if (statement.section, statement.paragraph) != here:
            here, before = (statement.section, statement.paragraph), set()
        for topic in statement.topics:
            if (statement.statement, topic) not in named and topic not in before:
                what = f"“{topic}” is neither named in the sentence nor a point of one before it in the paragraph"
                faults.append(CodingFault(row, "topics", what))
        before |= set(statement.topics)
    return faults


# --- What is measured ---------------------------------------------------------------------------


def _tone_of_content(text: str, code: Statement, neutral: Sequence[str]) -> Tone:
    content = code.stretch("content")
    return score_tone(text[slice(*content)], neutral) if content else Tone(None, None, None, ())


def _measured(text: str, code: Statement, place: Place, id: str, tone: Tone) -> Statement:
    content = code.stretch("content")
    return code.model_copy(
        update={
            "statement": id,
            "start": place.start,
            "end": place.end,
            "words": count_words(text[slice(*content)]) if content else 0,
            "polarity": tone.polarity,
            "subjectivity": tone.subjectivity,
            "vader": tone.vader,
        }
    )


# --- Evidence, kind by kind ---------------------------------------------------------------------


def _row(
    text: str,
    statement: Statement,
    kind: str,
    label: str,
    value: str,
    place: tuple[int, int] | None,
    *,
    words: bool = True,
) -> Evidence:
    start, end = place or (None, None)
    return Evidence.model_validate({
        "statement": statement.statement, "kind": kind, "label": label, "value": value, "start": start, "end": end,
        "phrase": phrase(text[start:end]) if place and words else "",
    })  # fmt: skip


def _speaker_rows(
    text: str, statement: Statement, actors: Sequence[Actor], last_mentions: dict[str, tuple[int, int]]
) -> Iterator[Evidence]:
    """The mention of each speaker in the cue; in a sentence that has none, the nearest one before it."""
    cue = statement.stretch("cue")
    names = {actor.id: (actor.name, actor.short, *actor.aliases) for actor in actors}
    for speaker in statement.speakers:
        mention = find_mention(text[slice(*cue)], names.get(speaker, ())) if cue else None
        if mention and cue:
            place = (cue[0] + mention.start, cue[0] + mention.end)
            last_mentions[speaker] = place
            yield _row(text, statement, "speaker", mention.how, speaker, place)
        elif statement.form != "narration" and speaker in last_mentions:
            yield _row(text, statement, "speaker", "earlier", speaker, last_mentions[speaker])


def _stretch_rows(text: str, statement: Statement) -> Iterator[Evidence]:
    """Cue and content. The content's words are the wording itself, so its row carries no phrase."""
    speakers = ";".join(statement.speakers)
    if cue := statement.stretch("cue"):
        yield _row(text, statement, "cue", "", speakers, cue)
    if content := statement.stretch("content"):
        yield _row(text, statement, "content", "", speakers, content, words=False)


def _topic_rows(text: str, statement: Statement, codebook: Codebook) -> Iterator[Evidence]:
    """Where the sentence names each of its topics; a topic that it does not name is a point continued from before."""
    for topic in statement.topics:
        mentions = find_names(text[statement.start : statement.end], {topic: codebook.topic(topic).words})
        for mention in mentions:
            yield _row(
                text,
                statement,
                "topic",
                "named",
                topic,
                (statement.start + mention.start, statement.start + mention.end),
            )
        if not mentions:
            yield _row(text, statement, "topic", "continued", topic, None)


def _event_rows(text: str, statement: Statement, codebook: Codebook) -> Iterator[Evidence]:
    """Entries of the record that the sentence names: the label is the entry, the value its date."""
    names: Mapping[str, Sequence[str]] = {entry.id: entry.names for entry in codebook.record if entry.names}
    for mention in find_names(text[statement.start : statement.end], names):
        place = (statement.start + mention.start, statement.start + mention.end)
        yield _row(text, statement, "event", mention.key, codebook.event(mention.key).date, place)


def _date_rows(text: str, statement: Statement, dates: Sequence[DateMention]) -> Iterator[Evidence]:
    for date in dates:
        if statement.start <= date.start < statement.end:
            yield _row(text, statement, "date", date.how, date.edtf, (date.start, date.end))


def _tone_rows(text: str, statement: Statement, tone: Tone) -> Iterator[Evidence]:
    content = statement.stretch("content")
    if content:
        for word in tone.words:
            place = (content[0] + word.start, content[0] + word.end)
            yield _row(text, statement, "tone", word.scorer, f"{word.value + 0.0:.4f}", place)
