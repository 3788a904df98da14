"""What both composers share: the rows of evidence, kind by kind."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from components.model.codebook import Codebook
from components.model.limits import LONGEST_SENTENCE
from components.model.names import outermost
from components.model.statements import SCORES, Evidence, Statement, count_words, phrase
from components.reading.formats.encodings import LONG_WORD
from components.reading.tone import UNSCORED, Tone, score_tone

if TYPE_CHECKING:  # a page that shows what was read needs none of the rules for dates
    from components.reading.dates.find import DateMention


class Recorded(NamedTuple):
    """The rows of an article, in order."""

    statements: list[Statement]
    evidence: list[Evidence]


def without_long_words(text: str) -> str:
    """The text, of the same length, with an x for each character of what is too long for a word.

    The parser and a scorer of tone take time that grows with the square of a word's length.
    """
    return LONG_WORD.sub(lambda word: "x" * len(word.group()), text)


_INSERTED = re.compile(
    r"(?<=[^\s.!?:…][^\S\n])(?P<opens>[\[(])(?P<words>[A-Z][^\[\]()\n]{1,80})(?P<closes>[\])])(?=[^\S\n][A-Z][a-z])"
)
"""What whoever wrote a speech down put before a name: "thanks to |[the Minister of the Sea, Ana]| Brook"."""


def without_insertions(text: str) -> str:
    """The text, of the same length, without the brackets around what belongs to a name."""
    return _INSERTED.sub(r" \g<words> ", text)


def tone_of_content(text: str, code: Statement, neutral: Sequence[str]) -> Tone:
    """The tone of what is said. A sentence without content, or one far too long for a sentence, is not scored."""
    content = code.stretch("content")
    if content is None or content[1] - content[0] > LONGEST_SENTENCE:
        return UNSCORED
    return score_tone(without_long_words(text[slice(*content)]), neutral)


def with_measures(text: str, code: Statement, tone: Tone) -> Statement:
    """The statement with what is measured of its content: its words and its scores."""
    content = code.stretch("content")
    measures = {
        "words": count_words(text[slice(*content)]) if content else 0,
        **{score: _rounded(tone.scores.get(score)) for score in SCORES},
    }
    return code.model_copy(update=measures)


def _rounded(score: float | None) -> float | None:
    """As the tables on disk have it, so that an article is the same before and after it is saved."""
    return None if score is None else round(score, 4)


def evidence_row(
    text: str,
    statement: Statement,
    kind: str,
    label: str,
    value: str,
    place: tuple[int, int] | None,
    *,
    words: bool = True,
) -> Evidence:
    """A row with the first words of its place as phrase; without `words`, or without a place, with none."""
    start, end = place or (None, None)
    return Evidence.model_validate({
        "statement": statement.statement, "kind": kind, "label": label, "value": value, "start": start, "end": end,
        "phrase": phrase(text[start:end]) if place and words else "",
    })  # fmt: skip


def stretch_rows(text: str, statement: Statement) -> Iterator[Evidence]:
    """Cue and content. The content's words are the wording itself, so its row carries no phrase."""
    speakers = ";".join(statement.speakers)
    if cue := statement.stretch("cue"):
        yield evidence_row(text, statement, "cue", "", speakers, cue)
    if content := statement.stretch("content"):
        yield evidence_row(text, statement, "content", "", speakers, content, words=False)


def event_rows(text: str, statement: Statement, codebook: Codebook) -> Iterator[Evidence]:
    """Entries of the record that the sentence names: the label is the entry, the value its date."""
    for mention in outermost(codebook.events.find(text[statement.start : statement.end])):
        place = (statement.start + mention.start, statement.start + mention.end)
        yield evidence_row(text, statement, "event", mention.key, codebook.event(mention.key).date, place)


def date_rows(text: str, statement: Statement, dates: "Sequence[DateMention]") -> Iterator[Evidence]:
    """Of the dates of the text, in order, those that begin in the sentence: how they are told, and their EDTF as value."""
    first, last = (bisect.bisect_left(dates, place, key=_start) for place in (statement.start, statement.end))
    for date in dates[first:last]:
        yield evidence_row(text, statement, "date", date.how, date.edtf, (date.start, date.end))


def _start(mention: "DateMention") -> int:
    return mention.start


def tone_rows(text: str, statement: Statement, tone: Tone) -> Iterator[Evidence]:
    """The words that decided the tone of the content: the label is the scorer, the value what the word counts there."""
    content = statement.stretch("content")
    if content:
        for word in tone.words:
            place = (content[0] + word.start, content[0] + word.end)
            yield evidence_row(text, statement, "tone", word.scorer, f"{word.value + 0.0:.4f}", place)
