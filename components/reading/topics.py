"""A step: which topics a sentence is about, after the rule of the coding manual; and which the codebook may lack.

A sentence has a topic that it names, or that a sentence before it in the same paragraph made a point of and that it goes
on with: it names no topic of its own, and it points back ("this", "he also", "such exercises").
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from components.model.names import find_names
from components.reading.pronouns import PronounWords

SUGGESTIONS = 12
"""How many suggestions are made at most."""

OFTEN = 3
"""A phrase that stands in fewer sentences is no topic of an article."""


class TopicMention(NamedTuple):
    """A topic of a sentence: where it is named, or None where a point from before goes on."""

    topic: str
    place: tuple[int, int] | None


class Suggestion(NamedTuple):
    """A phrase that comes back and that no topic covers: its words, and the sentences that have it."""

    phrase: str
    sentences: tuple[int, ...]


def find_topics(
    text: str, sentences: Sequence[tuple[int, int, int]], words: Mapping[str, Iterable[str]]
) -> list[list[TopicMention]]:
    """The topics of each sentence.

    `sentences` are start, end and the running number of the paragraph; `words` are the names of each topic, as in
    `names.find_names`.
    """
    names = {topic: tuple(each) for topic, each in words.items()}
    found: list[list[TopicMention]] = []
    before: list[str] = []
    paragraph = -1
    for start, end, number in sentences:
        if number != paragraph:
            before, paragraph = [], number
        named = [
            TopicMention(each.key, (start + each.start, start + each.end))
            for each in find_names(text[start:end], names)
        ]
        if not named and before and _pointer().search(text, start, end):
            found.append([TopicMention(topic, None) for topic in before])
            continue
        found.append(named)
        before = list(dict.fromkeys(each.topic for each in named))
    return found


def suggest_topics(
    text: str, phrases: Sequence[Sequence[tuple[int, int]]], covered: Iterable[str] = ()
) -> list[Suggestion]:
    """Noun phrases that stand in several sentences and that no name in `covered` catches, most frequent first.

    `phrases` are the stretches of the noun phrases of each sentence.
    """
    known = {"": tuple(covered)}
    sentences: dict[str, list[int]] = {}
    printed: dict[str, Counter[str]] = {}
    for i, stretches in enumerate(phrases):
        for start, end in stretches:
            words = " ".join(text[start:end].split())
            key = words.casefold()
            if sentences.get(key, [-1])[-1] != i:
                sentences.setdefault(key, []).append(i)
            printed.setdefault(key, Counter())[words] += 1
    often = [key for key, places in sentences.items() if len(places) >= OFTEN]
    ranked = sorted(often, key=lambda key: (-len(sentences[key]) * len(key.split()), key))
    suggestions = []
    for key in ranked:
        words = printed[key].most_common(1)[0][0]
        telling = " " in words or not words.islower()
        if telling and not find_names(words, known):
            suggestions.append(Suggestion(words, tuple(sentences[key])))
    return suggestions[:SUGGESTIONS]


@cache
def _pointer() -> re.Pattern[str]:
    """A word that points back. "That the" begins a clause, and points to nothing."""
    words = "|".join(PronounWords.read().pointers)
    return re.compile(rf"\b(?:that (?!the\b)|{words})\b", re.IGNORECASE)
