"""The filter: one value that selects statements and says itself in English.

The same sentence stands above every page, in the head of every export and beside every citation list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.model.statements import FORM_LABELS, NEAR_ZERO, in_short

TONES: dict[str, str] = {
    "negative": "negative in tone",
    "neutral": "near zero in tone",
    "positive": "positive in tone",
    "unscored": "without a word that TextBlob knows",
    "contradicted": "on which the scorers contradict each other",
}
"""Kinds of tone that can be asked for, by TextBlob's polarity, with the words that say so."""

TONE_OPTIONS: dict[str, str] = {
    "negative": "negative",
    "neutral": "near zero",
    "positive": "positive",
    "unscored": "not scored",
    "contradicted": "scorers contradict each other",
}


class Labels(NamedTuple):
    """How ids are said: what the filter needs to speak English."""

    actors: Mapping[str, str]
    topics: Mapping[str, str]


@dataclass(frozen=True)
class StatementFilter:
    """Which statements of an article are shown. Empty fields ask for nothing; values within a field are joined by "or"."""

    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    forms: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    words: str = ""
    in_wording: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.speakers or self.topics or self.sections or self.forms or self.tones or self.words)

    def apply(self, statements: pd.DataFrame) -> pd.DataFrame:
        """The statements that fit, in their order, with their index. Without a filter this is the table itself."""
        if not self.active:
            return statements
        keep = np.ones(len(statements), dtype=bool)
        if self.speakers:
            keep &= _shares(statements["speakers"], self.speakers)
        if self.topics:
            keep &= _shares(statements["topics"], self.topics)
        if self.sections:
            keep &= statements["section"].isin(self.sections).to_numpy()
        if self.forms:
            keep &= statements["form"].isin(self.forms).to_numpy()
        if self.tones:
            keep &= np.any([_TONE_TESTS[tone](statements) for tone in self.tones], axis=0)
        if self.words:
            keep &= self._has_words(statements)
        return statements[keep]

    def _has_words(self, statements: pd.DataFrame) -> np.ndarray:
        """Every word of the field stands somewhere in the gloss or the evidence, and in the wording if that is asked for.

        Where there is no gloss, because a machine read the article, the wording stands for it.
        """
        searched = in_short(statements) + " " + statements["phrases"]
        if self.in_wording:
            searched = searched + " " + statements["wording"]
        folded = [text.casefold() for text in searched]
        wanted = self.words.casefold().split()
        return np.array([all(word in text for word in wanted) for text in folded], dtype=bool)

    def describe(self, shown: int, total: int, labels: Labels) -> str:
        """What is shown, in English: `12 of 91 statements: Lavrov on NATO`.

        >>> StatementFilter(topics=("nato",)).describe(9, 91, Labels({}, {"nato": "NATO"}))
        '9 of 91 statements: NATO'
        """
        noun = "statement" if total == 1 else "statements"
        if not self.active:
            return f"All {total:,} {noun}"
        return f"{shown:,} of {total:,} {noun}: {self.in_words(labels)}"

    def in_words(self, labels: Labels) -> str:
        """What is asked for: who, on what, where, how."""
        who = _either([labels.actors.get(id, id) for id in self.speakers])
        what = _either([labels.topics.get(id, id) for id in self.topics])
        parts = [f"{who} on {what}" if who and what else who or what]
        if self.sections:
            parts.append("section " + _either([_section(number) for number in self.sections]))
        if self.forms:
            parts.append(_either([FORM_LABELS[form] for form in self.forms]))
        if self.tones:
            parts.append(_either([TONES[tone] for tone in self.tones]))
        if self.words:
            where = "paraphrase, evidence or wording" if self.in_wording else "paraphrase or evidence"
            parts.append(f"with “{self.words}” in {where}")
        return ", ".join(part for part in parts if part)


def _section(number: int) -> str:
    return str(number) if number else "lead"


def _either(words: Sequence[str]) -> str:
    """a, b or c."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" or {words[-1]}"


def _shares(column: pd.Series, wanted: Sequence[str]) -> np.ndarray:
    chosen = frozenset(wanted)
    return np.array([not chosen.isdisjoint(each) for each in column], dtype=bool)


def contradicted(statements: pd.DataFrame) -> np.ndarray:
    """Whether the scorers contradict each other: opposite signs, both beyond ±0.05."""
    polarity, vader = statements["polarity"].to_numpy(), statements["vader"].to_numpy()
    beyond = (np.abs(polarity) > NEAR_ZERO) & (np.abs(vader) > NEAR_ZERO)
    return np.asarray(beyond & (polarity * vader < 0))


_TONE_TESTS: dict[str, Callable[[pd.DataFrame], np.ndarray]] = {
    "negative": lambda table: (table["polarity"] < -NEAR_ZERO).to_numpy(),
    "neutral": lambda table: (table["polarity"].abs() <= NEAR_ZERO).to_numpy(),
    "positive": lambda table: (table["polarity"] > NEAR_ZERO).to_numpy(),
    "unscored": lambda table: table["polarity"].isna().to_numpy(),
    "contradicted": contradicted,
}
