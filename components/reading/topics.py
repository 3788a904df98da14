"""A step: which topics a sentence is about, after the rule of the coding manual.

A sentence has a topic that it names, or that a sentence before it in the same paragraph made a point of and that it goes
on with: it names no topic of its own, and it points back ("this", "he also", "such exercises"). The first words of an answer that
name none are about what was asked.

A topic is named by one of its words; by two of its weak terms, or one where the paragraph has one of its words. Its fallback
terms are words that are often said in passing ("the war", "schools"): one is enough where the sentence has no other topic,
else it counts as a weak one. Where a word names another topic, weak terms count beside a fallback term alone. A topic that is
late is looked for where the others are known: beside another it takes two of its fallback terms. What lies inside a mask of a
topic does not name that topic; a shorter term inside a longer one gives way to it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from components.model.codebook import Topic
from components.model.kept import kept_in_thread
from components.model.lexicons import WordLists, Words, any_of
from components.model.names import index_of
from components.reading.pronouns import PronounWords

MOST_TOPICS = 3
"""A sentence about more is about none of them more than in passing."""

FEW_TOPICS = 2
"""A third topic counts in a list of subjects alone, each named by a word of its own."""


SHORT_ANSWER = 3
"""Sentences at the head of an answer that are about what was asked, where they name no topic."""


KINDS = ("words", "fallback", "weak")
"""The terms of a topic that may name it, the firmest first: of two that stand at one place it is the first that counts."""


class TopicWords(WordLists):
    """`topics.toml`."""

    FILE = "topics"
    offices: Words
    offices_behind: Words


class TopicMention(NamedTuple):
    """A topic of a sentence: where it is named, or None where a point from before goes on."""

    topic: str
    place: tuple[int, int] | None


def find_topics(
    text: str, sentences: Sequence[tuple[int, int, int]], topics: Sequence[Topic]
) -> list[list[TopicMention]]:
    """The topics of each sentence, each with the places where it is named.

    `sentences` are start, end and the running number of the paragraph.
    """
    terms = _terms_of(tuple(topics))
    named = [terms.find(text, start, end) for start, end, _ in sentences]
    paragraphs = [number for _, _, number in sentences]
    strong: dict[int, set[str]] = {}
    for number, each in zip(paragraphs, named, strict=True):
        strong.setdefault(number, set()).update(hit.topic for hit in each if hit.kind == "words")
    found: list[list[TopicMention]] = []
    before: list[str] = []
    paragraph = -1
    for (start, end, number), hits in zip(sentences, named, strict=True):
        if number != paragraph:
            before, paragraph = [], number
        chosen = _chosen(hits, terms.late, strong[number])
        if not chosen and before and _pointer().search(text, start, end):
            found.append([TopicMention(topic, None) for topic in before])
            continue
        found.append([TopicMention(hit.topic, hit.place) for hit in hits if hit.topic in chosen])
        before = chosen
    return found


def with_questions(
    found: Sequence[Sequence[TopicMention]], turns: Sequence[tuple[int, int | None]]
) -> list[list[TopicMention]]:
    """The topics of each sentence, where the first sentences of an answer that name none have those of its question.

    `turns` are the running number of the turn of each sentence, and of the one that it answers.
    """
    named: dict[int, list[str]] = {}
    silent: Counter[int] = Counter()
    told: list[list[TopicMention]] = []
    for mentions, (turn, answers) in zip(found, turns, strict=True):
        asked = named.get(answers, []) if answers is not None and turn not in named else []
        silent[turn] += not mentions
        goes_on = not mentions and silent[turn] <= SHORT_ANSWER
        told.append([TopicMention(topic, None) for topic in asked] if goes_on else list(mentions))
        if mentions:
            named[turn] = list(dict.fromkeys(each.topic for each in mentions))
    return told


class _Hit(NamedTuple):
    """A term in a sentence: whose, of which kind (`words`, `weak`, `fallback`), and where."""

    topic: str
    kind: str
    term: str
    place: tuple[int, int]


class Terms:
    """The terms of all topics in one index."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.late = frozenset(topic.id for topic in topics if topic.late)
        self._of: dict[str, tuple[str, str]] = {}
        names: dict[str, tuple[str, ...]] = {}
        for topic in topics:
            for kind in ("words", "weak", "fallback", "masks"):
                for n, term in enumerate(getattr(topic, kind)):
                    key = f"{topic.id} {kind} {n}"
                    self._of[key] = (topic.id, kind)
                    names[key] = (term,)
        self._index = index_of(names)

    def find(self, text: str, start: int, end: int) -> list[_Hit]:
        """The terms of a sentence that count, by place."""
        found = [
            _Hit(*self._of[each.key], each.key, (start + each.start, start + each.end))
            for each in self._index.find(text[start:end])
        ]
        masks = [hit for hit in found if hit.kind == "masks"]
        offices = [each.span() for each in _of_office().finditer(text, start, end)] if found else []
        terms = [
            hit
            for hit in found
            if hit.kind != "masks"
            and not any(mask.topic == hit.topic and _lies_in(hit.place, mask.place) for mask in masks)
            and not any(_lies_in(hit.place, office) for office in offices)
        ]
        return _outermost(terms)


@kept_in_thread(4)
def _terms_of(topics: Sequence[Topic]) -> Terms:
    """Thousands of terms, and the next text is mostly asked for the same ones."""
    return Terms(topics)


def _lies_in(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


def _outermost(terms: Iterable[_Hit]) -> list[_Hit]:
    """Leave out what lies inside a longer term that begins before it; a weak term does not hide words.

    >>> text = "military aid"
    >>> [hit.term for hit in _outermost([_Hit("aid", "weak", "aid", (9, 12)), _Hit("arms", "words", text, (0, 12))])]
    ['military aid']
    """
    kept: list[_Hit] = []
    ends: dict[bool, _Hit] = {}
    seen: set[tuple[str, tuple[int, int]]] = set()
    for hit in sorted(terms, key=lambda hit: (hit.place[0], -hit.place[1], hit.topic, KINDS.index(hit.kind))):
        firm = hit.kind == "words"
        if (hit.topic, hit.place) in seen:
            continue
        rivals = [ends[each] for each in ((True,) if firm else (True, False)) if each in ends]
        if any(hit.place[0] < rival.place[1] and hit.place != rival.place for rival in rivals):
            continue
        ends[firm] = hit
        seen.add((hit.topic, hit.place))
        kept.append(hit)
    return kept


def _chosen(hits: Sequence[_Hit], late: Iterable[str], strong: Iterable[str]) -> list[str]:
    """The topics that the terms of a sentence name, at most three, by place. `strong`: those of its paragraph's words."""
    counted: dict[str, dict[str, set[str]]] = {}
    for hit in hits:
        counted.setdefault(hit.topic, {}).setdefault(hit.kind, set()).add(hit.term)
    firm = [topic for topic, kinds in counted.items() if "words" in kinds]
    others = {topic: kinds for topic, kinds in counted.items() if topic not in firm}
    early = {topic: kinds for topic, kinds in others.items() if topic not in late}
    ranked = firm + [
        topic
        for topic, kinds in early.items()
        if (not firm or "fallback" in kinds) and _is_enough(kinds, in_paragraph=topic in strong)
    ]
    ranked = ranked or [topic for topic, kinds in early.items() if "fallback" in kinds]
    alone = not ranked
    ranked += [
        topic
        for topic, kinds in others.items()
        if topic in late
        and (
            len(kinds.get("fallback", ())) > (0 if alone else 1)
            or (alone and _is_enough(kinds, in_paragraph=topic in strong))
        )
    ]
    return [topic for topic in counted if topic in ranked[: min(max(len(firm), FEW_TOPICS), MOST_TOPICS)]]


def _is_enough(kinds: Mapping[str, set[str]], *, in_paragraph: bool) -> bool:
    """Two terms, or one in a paragraph that has a word of the topic."""
    return len(kinds.get("weak", set()) | kinds.get("fallback", set())) > (0 if in_paragraph else 1)


@cache
def _pointer() -> re.Pattern[str]:
    """A word that points back. "That the" and "that he" begin a clause, and point to nothing."""
    words = "|".join(PronounWords.read().pointers)
    begins = "the|he|she|they|it|we|I|you|his|her|their|its|our|my|your|there|a|an|any|each|every|no|some|many|most|more|both|all"
    return re.compile(rf"\b(?:that (?!(?:{begins})\b|(?-i:[A-Z]))|{words})\b", re.IGNORECASE)


@cache
def _of_office() -> re.Pattern[str]:
    """An office is a person's, and no subject: "the Minister of Energy and Trade", "Health Secretary Brook"."""
    return re.compile(
        rf"\b{any_of(TopicWords.read().offices)}s?\s+"
        r"(?:of|for|on)\s+(?:the\s+)?[A-Z][\w-]*(?:(?:,|\s+and|,\s+and)\s+[A-Z][\w-]*|\s+[A-Z][\w-]*){0,5}"
        r"|\b(?!(?:The|A|An|His|Her|Our|My)\s)[A-Z][\w-]*(?:\s+and\s+[A-Z][\w-]*)?\s+"
        rf"{any_of(TopicWords.read().offices_behind)}s?\b"
        r"|\bProfessor\s+[A-Z]"
    )
