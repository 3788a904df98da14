"""A step: what the parse tells of each sentence: whose its content is, its names, its subject and its noun phrases."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeVar

from components.model.limits import LONGEST_SENTENCE
from components.reading.attributions import Attribution, ParsedSentence
from components.reading.datelines import behind_dateline
from components.reading.parsing import Name, Stretch, chunks, model, names_of, noun_phrases, parse, tokens_in

COVERS = 0.5
"""A sentence is its source's when at least this share of its letters, source and cue apart, is content."""

_BULLETS = "[°•▪◦●○]"
_BULLET = re.compile(rf"{_BULLETS}\s+")
_NUMBER = re.compile(rf"(?:{_BULLETS}|^(?:\d{{1,3}}[.)]|[IVXL]{{1,5}}\.))\s+", re.MULTILINE)
"""The same where paragraphs are numbered."""
_SECOND = re.compile(r"^(?:2[.)]|II\.)\s", re.MULTILINE)
"""What tells that they are: "V." alone may be somebody's first name."""

S = TypeVar("S", Stretch, Name)


class Speech(NamedTuple):
    """What the parse tells of a sentence.

    Its attributions in order, its names, the subject of its main clause (the noun phrase, and with all that belongs to
    it), and its noun phrases without articles and pronouns.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    subject: Stretch | None
    whole_subject: Stretch | None
    phrases: tuple[Stretch, ...] = ()

    @property
    def ranked(self) -> list[Attribution]:
        """The attributions, first the one that decides: that has most content, in a shape with a place of its own."""
        return sorted(
            self.attributions,
            key=lambda each: (each.share >= COVERS, each.shape != "before", not each.deep, each.share),
            reverse=True,
        )

    @property
    def main(self) -> Attribution | None:
        """The attribution that decides."""
        return next(iter(self.ranked), None)


def find_speech(
    text: str, sentences: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> Iterator[Speech]:
    """What the parse tells of each sentence, in order.

    `sentences` and `quotations` are stretches of the text, in order and apart from each other. Sentences are parsed as
    they are given, without the dateline before them: the parser sets no ends of its own.
    """
    bullet = _NUMBER if _SECOND.search(text) else _BULLET
    sentences = [(_behind(bullet, text, behind_dateline(text, start, end), end), end) for start, end in sentences]
    begins, ends = [start for start, _ in quotations], [end for _, end in quotations]
    for chunk in chunks([(start, min(end, start + LONGEST_SENTENCE)) for start, end in sentences]):
        near = quotations[bisect.bisect_right(ends, chunk[0][0]) : bisect.bisect_left(begins, chunk[-1][1])]
        with model().memory_zone():  # without it the model keeps every new word for good
            speeches = _speeches(text, chunk, near)
        yield from speeches


def _behind(bullet: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = bullet.match(text, start, end)
    return found.end() if found else start


def _speeches(text: str, chunk: Sequence[tuple[int, int]], near: Sequence[tuple[int, int]]) -> list[Speech]:
    """The same of sentences that are parsed as one document. `near` are the quotations among them."""
    first, last = chunk[0][0], chunk[-1][1]
    doc = parse(text[first:last], _moved(chunk, first))
    quoted = tokens_in(doc, _moved(near, first), last - first)
    nouns = list(doc.noun_chunks)
    phrases, names = noun_phrases(nouns, first), names_of(doc, nouns, first)
    found = []
    for start, end in chunk:
        span = doc.char_span(start - first, end - first, alignment_mode="expand")
        if span is None:
            found.append(Speech((), (), None, None))
        else:
            sentence = ParsedSentence(span, quoted, first)
            told = (_inside(names, start, end), *sentence.main_subject(), _inside(phrases, start, end))
            found.append(Speech(sentence.attributions(), *told))
    return found


def _moved(stretches: Iterable[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start - by, end - by) for start, end in stretches]


def _inside(stretches: Sequence[S], start: int, end: int) -> tuple[S, ...]:
    """Those of the stretches, which stand in order, that begin between two places."""
    first, last = (bisect.bisect_left(stretches, place, key=itemgetter(0)) for place in (start, end))
    return tuple(stretches[first:last])


def decides(said: Speech) -> bool:
    """Whether most of a sentence is attributed to somebody in it."""
    return said.main is not None and said.main.share >= COVERS
