"""From a hand-coded article to its tables.

The recorder finds nothing that the coder decided, and adds what can be measured: ids, offsets, mentions, dates, tone.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.model.codebook import Actor, Codebook
from components.model.names import find_names
from components.model.statements import Evidence, Statement, statement_ids
from components.reading.acts import find_deed, verb_in
from components.reading.dates.find import find_dates
from components.reading.evidence import (
    Recorded,
    date_rows,
    event_rows,
    evidence_row,
    stretch_rows,
    tone_of_content,
    tone_rows,
    with_measures,
)
from components.reading.mentions import find_mention
from components.reading.places import Place, find_places


class CodingFault(NamedTuple):
    """What in the coding of a sentence does not fit the text. `row` counts the coded rows from 0."""

    row: int
    column: str
    what: str


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
    `words`, the scores, and `verb` and `acts` by the cue, are written anew, and the evidence with them.
    """
    places = find_places(text)
    ids = statement_ids([text[place.start : place.end] for place in places])
    tones = [tone_of_content(text, code, codebook.neutral_words) for code in coded]
    statements = [
        with_measures(text, _placed(text, code, place, id), tone)
        for code, place, id, tone in zip(coded, places, ids, tones, strict=True)
    ]
    dates = find_dates(text, reference=published)
    evidence: list[Evidence] = []
    last_mentions: dict[str, tuple[int, int]] = {}
    for statement, tone in zip(statements, tones, strict=True):
        evidence += _speaker_rows(text, statement, actors, last_mentions)
        evidence += stretch_rows(text, statement)
        evidence += _topic_rows(text, statement, codebook)
        evidence += event_rows(text, statement, codebook)
        evidence += date_rows(text, statement, dates)
        evidence += tone_rows(text, statement, tone)
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


def _placed(text: str, code: Statement, place: Place, id: str) -> Statement:
    cue = code.stretch("cue")
    deed = find_deed(text, verb_in(text, *cue) if cue else None, place.end)
    told = {"verb": deed.verb, "acts": deed.acts}
    return code.model_copy(update={"statement": id, "start": place.start, "end": place.end, **told})


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
            yield evidence_row(text, statement, "speaker", mention.how, speaker, place)
        elif statement.form != "narration" and speaker in last_mentions:
            yield evidence_row(text, statement, "speaker", "earlier", speaker, last_mentions[speaker])


def _topic_rows(text: str, statement: Statement, codebook: Codebook) -> Iterator[Evidence]:
    """Where the sentence names each of its topics; a topic that it does not name is a point continued from before."""
    for topic in statement.topics:
        mentions = find_names(text[statement.start : statement.end], {topic: codebook.topic(topic).names})
        for mention in mentions:
            place = (statement.start + mention.start, statement.start + mention.end)
            yield evidence_row(text, statement, "topic", "named", topic, place)
        if not mentions:
            yield evidence_row(text, statement, "topic", "continued", topic, None)
