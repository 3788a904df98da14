"""A step: which topics an article may have that its codebook lacks. A list for a reader to choose from, no coding.

What is offered is what this article speaks of more than others do: a name, or a phrase of two words or more, that comes
back in `OFTEN` sentences. What comes back in any text of diplomacy is not: phrases all of whose words are ordinary
(`data/lexicons/en/ordinary.toml`), people, countries, days, and what a topic has already. Of a phrase inside a longer
one only the longer is offered where the shorter hardly stands by itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from components.model import countries
from components.model.lexicons import CalendarWords, WordLists, Words
from components.model.names import NameIndex, index_of
from components.reading.offices import OfficeWords

SUGGESTIONS = 8
"""How many suggestions are made at most."""

OFTEN = 3
"""A phrase that stands in fewer sentences is no topic of an article."""

BY_ITSELF = 2
"""Sentences in which a phrase must stand without a longer one that is offered, else it is only a part of that."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_PHRASE = re.compile(r"[^\W\d_](?:[^\W\d_]|[’' -])*[^\W\d_]")
_BEGINS = re.compile(r"(?:^|[.:“\"(\[])\W*$")


class OrdinaryWords(WordLists):
    """The lists of `ordinary.toml`."""

    FILE = "ordinary"
    words: Words


class Suggestion(NamedTuple):
    """A phrase that comes back and that no topic covers: its words, and the sentences that have it."""

    phrase: str
    sentences: tuple[int, ...]


@dataclass
class _Candidate:
    """A phrase in all its spellings: how often each is printed, in which sentences, and whether as a name inside one."""

    printed: Counter[str] = field(default_factory=Counter)
    sentences: list[int] = field(default_factory=list)
    is_name: bool = False

    def add(self, words: str, sentence: int, *, begins: bool) -> None:
        self.printed[words] += 1
        self.is_name = self.is_name or (words[0].isupper() and not begins)
        if sentence not in self.sentences[-1:]:
            self.sentences.append(sentence)

    @property
    def words(self) -> str:
        return self.printed.most_common(1)[0][0]


def suggest_topics(
    text: str,
    sentences: Sequence[tuple[int, int]],
    phrases: Sequence[Sequence[tuple[int, int]]],
    *,
    topics: Iterable[str] = (),
    people: Iterable[str] = (),
) -> list[Suggestion]:
    """Phrases that come back and are about something, those of most sentences and words first.

    `phrases` are the stretches of the noun phrases of each sentence, in their order; `topics` and `people` the names
    that the codebook and the article have already. A phrase of such names and of ordinary words is not offered; one that
    says more ("Northern Railway", where railways are a topic) is.
    """
    known = (index_of({"": topics}), index_of({"": people}))  # apart: the topics are the same for many articles
    found = _counted(text, sentences, _spellings(text, phrases))
    often = [each for each in found if len(each.sentences) >= OFTEN and _tells(each, known)]
    ranked = sorted(often, key=lambda each: (-len(each.sentences) * len(each.words.split()), each.words.casefold()))
    return [Suggestion(each.words, tuple(each.sentences)) for each in _apart(ranked)][:SUGGESTIONS]


def _spellings(text: str, phrases: Sequence[Sequence[tuple[int, int]]]) -> dict[str, set[str]]:
    """The phrases that the parse sees more than once, each with its spellings and its plural; it sees not each of them."""
    seen: dict[str, list[str]] = {}
    for stretches in phrases:
        for start, end in _with_of(text, stretches):
            words = " ".join(text[start:end].split())
            if _PHRASE.fullmatch(words):
                seen.setdefault(_key(words), []).append(words)
    return {key: {*spellings, key, f"{key}s"} for key, spellings in seen.items() if len(spellings) > 1}


def _counted(
    text: str, sentences: Sequence[tuple[int, int]], spellings: Mapping[str, Iterable[str]]
) -> list[_Candidate]:
    """Each phrase with all the sentences in which it stands, also inside longer words of the parse."""
    found: dict[str, _Candidate] = {key: _Candidate() for key in spellings}
    index = index_of(spellings)
    for number, (start, end) in enumerate(sentences):
        sentence = text[start:end]
        for mention in index.find(sentence):
            words = " ".join(sentence[mention.start : mention.end].split())
            found[mention.key].add(words, number, begins=bool(_BEGINS.search(sentence, 0, mention.start)))
    return list(found.values())


def _with_of(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The phrases, and names of two of them: "Port" and "Selm" are also "Port of Selm"."""
    yield from stretches
    for (start, end), (next_start, next_end) in pairwise(stretches):
        if _OF.fullmatch(text, end, next_start) and text[start].isupper() and text[next_start].isupper():
            yield start, next_end


def _key(words: str) -> str:
    """Two spellings of one phrase: small letters, and the plural of its last word."""
    folded = words.casefold()
    return folded[:-1] if folded.endswith("s") and not folded.endswith("ss") else folded


def _tells(candidate: _Candidate, known: Iterable[NameIndex]) -> bool:
    """Whether a phrase is about something: a name or several words, and one of them neither known nor ordinary."""
    words = candidate.words
    if not candidate.is_name and " " not in words:
        return False
    there = [mention for index in known for mention in index.find(words)]
    return not countries.code_of(words) and any(
        word.group().casefold() not in _ordinary()
        and not any(each.start <= word.start() and word.end() <= each.end for each in there)
        for word in _WORD.finditer(words)
    )


def _apart(ranked: Sequence[_Candidate]) -> list[_Candidate]:
    """Without the parts of longer phrases, wherever in the order these stand."""
    return [
        each
        for each in ranked
        if all(
            len(set(each.sentences) - set(longer.sentences)) >= BY_ITSELF
            for longer in ranked
            if longer is not each and re.search(rf"\b{re.escape(_key(each.words))}", _key(longer.words))
        )
    ]


@cache
def _ordinary() -> frozenset[str]:
    """Ordinary words, in the singular and the plural."""
    calendar = CalendarWords.read()
    months = [word for names in calendar.months.values() for word in names]
    listed = [*OrdinaryWords.read().words, *OfficeWords.read().offices, *months, *calendar.weekdays, "of", "the"]
    single = {word for phrase in listed for word in phrase.casefold().split()}
    plural = {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in single}
    return frozenset(single | plural)
