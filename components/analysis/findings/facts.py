"""What headlines are made of: the statements that are shown, who gives them, and what things are called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

import pandas as pd

from components.analysis.filters import QUESTIONS, StatementFilter
from components.analysis.summaries import EvidenceOf, statements_by_topic, tone_by_section
from components.analysis.view import Order
from components.analysis.voices import is_relayed
from components.model.codebook import OTHER, REPORTER, UNKNOWN, Codebook
from components.model.scores import MAIN_SCORE, SCORES

LEADS = 0.4
"""Of less than this share of the statements nobody is said to lead."""

FEW = 3
"""Of fewer statements nothing is concluded from a silence, or from a late place in the article."""


class Voice(NamedTuple):
    """Who gives a statement: every statement has one voice. `speakers` and `via` are ids of actors.

    Kinds: `own` words of the speakers; `relayed`, as `via` tells them; the `reporter`; `unknown`, whose speaker was not found.
    """

    kind: Literal["own", "relayed", "reporter", "unknown"]
    speakers: tuple[str, ...] = ()
    via: str = ""


@dataclass(frozen=True)
class Facts:
    """What the patterns look at: the statements that are shown, what was asked for, and what things are called.

    `names` and `sides` are by actor; `sections` are the titles of the whole article's sections, `score` the one that orders
    the statements or that a page on tone shows.
    """

    statements: pd.DataFrame
    codebook: Codebook
    names: Mapping[str, str]
    sides: Mapping[str, str]
    sections: Sequence[str]
    evidence_of: EvidenceOf = field(default_factory=dict)
    asked: StatementFilter = field(default_factory=StatementFilter)
    order: Order = "article"
    score: str = MAIN_SCORE.key

    # --- Who gives the statements ---

    @cached_property
    def voices(self) -> list[Voice]:
        """The voice of each statement."""
        columns = (self.statements["speakers"], self.statements["via"])
        return [self._voice(speakers, via) for speakers, via in zip(*columns, strict=True)]

    def _voice(self, speakers: tuple[str, ...], via: str) -> Voice:
        if all(self.sides.get(who) == REPORTER for who in speakers):
            return Voice("reporter")
        if UNKNOWN in speakers:
            return Voice("unknown")
        return Voice("relayed", speakers, via) if via else Voice("own", speakers)

    @cached_property
    def ranked(self) -> list[tuple[Voice, int]]:
        """The voices with their numbers of statements, which add up to all; most first, then as they come up."""
        return Counter(self.voices).most_common()

    @cached_property
    def leader(self) -> Voice | None:
        """The voice with most statements, where it is one and has enough of them."""
        if not self.ranked or self.ranked[0][1] < LEADS * len(self.voices):
            return None
        if len(self.ranked) > 1 and self.ranked[1][1] == self.ranked[0][1]:
            return None
        return self.ranked[0][0]

    def side(self, who: str) -> str:
        """The side of an actor."""
        return self.sides.get(who, OTHER)

    @cached_property
    def through(self) -> dict[str, Counter[str]]:
        """The sides that are heard only through others: by side, who relays it and how often. Unknown sides are left out."""
        relayed: dict[str, Counter[str]] = {}
        itself: set[str] = set()
        for voice in self.voices:
            for side in {self.side(who) for who in voice.speakers}:
                if is_relayed(side, voice.via, self.sides):
                    relayed.setdefault(side, Counter())[voice.via] += 1
                else:
                    itself.add(side)
        return {side: via for side, via in relayed.items() if side not in itself and side != OTHER}

    # --- What they are called ---

    @cached_property
    def _shared(self) -> set[str]:
        return {name for name, count in Counter(self.names.values()).items() if count > 1}

    def name(self, who: str) -> str:
        """An actor's name, in the middle of a sentence."""
        return "the reporter" if who == REPORTER else self.names.get(who, who)

    def told_apart(self, people: Iterable[str]) -> bool:
        """Whether no two actors of the article share one of these names."""
        return not self._shared & {self.name(who) for who in people}

    def label(self, topic: str) -> str:
        """What a topic is called."""
        return self.codebook.topic(topic).label

    # --- On what, and where ---

    @cached_property
    def topics(self) -> pd.DataFrame:
        """`statements_by_topic` of what is shown."""
        return statements_by_topic(self.statements, self.codebook)

    @cached_property
    def sections_of(self) -> dict[str, set[int]]:
        """The sections in which each topic comes up; most statements first, as in `topics`."""
        places: dict[str, set[int]] = {topic: set() for topic in self.topics["topic"]}
        for section, topics in zip(self.statements["section"], self.statements["topics"], strict=True):
            for topic in topics:
                places[topic].add(section)
        return places

    # --- In which tone ---

    @cached_property
    def tone(self) -> pd.DataFrame:
        """`tone_by_section` of what is shown, by its score."""
        return tone_by_section(self.statements, self.sections, [SCORES[self.score]])

    def asks_only(self, *names: str) -> bool:
        """Whether the filter asks for these fields and for nothing else."""
        asked = {name for name in QUESTIONS if self.asked.asked_of(name)}
        return asked <= set(names) and not self.asked.words


def facts_of(package: Any, codebook: Codebook, statements: pd.DataFrame, view: Any, *, score: str = "") -> Facts:
    """The facts of an article under a view. `statements` are those that its filter leaves."""
    return Facts(
        statements, codebook, package.short_names, package.sides, package.about.sections, package.evidence_of,
        view.filter, view.order, score or view.score,
    )  # fmt: skip
