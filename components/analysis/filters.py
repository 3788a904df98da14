"""The filter: one value that selects statements and says itself in English.

The same sentence stands above every page, in the head of every export and beside every citation list.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.model.statements import FORM_LABELS, NEAR_ZERO, in_short, normal_text

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
    """How ids are said, and in what words are looked for (`searched_in`): what the filter needs to speak English."""

    actors: Mapping[str, str]
    topics: Mapping[str, str]
    searched: str = "paraphrase and evidence"


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
        """Every word of the field stands as a word of its own in what `searched_in` names."""
        searched = in_short(statements) + " " + statements["phrases"]
        if self.in_wording:
            searched = searched + " " + statements["wording"]
        wanted = [_word_pattern(word) for word in _folded(self.words).split()]
        texts = [_folded(text) for text in searched]
        return np.array([all(word.search(text) for word in wanted) for text in texts], dtype=bool)

    def describe(self, shown: int, total: int, labels: Labels) -> str:
        """What is shown, in English: `12 of 91 statements: Lavrov on NATO`.

        >>> StatementFilter(topics=("nato",)).describe(9, 91, Labels({}, {"nato": "NATO"}))
        '9 of 91 statements: NATO'
        """
        noun = "statement" if total == 1 else "statements"
        if not self.active:
            return "The one statement" if total == 1 else f"All {total:,} {noun}"
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
            parts.append(f"with “{self.words}” in {labels.searched}")
        return ", ".join(part for part in parts if part)


def searched_in(statements: pd.DataFrame, asked: StatementFilter) -> str:
    """In what the words of a filter are looked for in an article, whose statements these are, in English.

    That is the paraphrase and the phrases of the evidence; the wording too where it is there and asked for; and where there
    is no paraphrase, because a machine read the article, the wording for it.
    """
    has_gloss, has_wording = statements["gloss"] != "", statements["wording"] != ""
    if not (has_wording & (asked.in_wording | ~has_gloss)).any():
        return "paraphrase and evidence"
    if not has_gloss.any():
        return "wording and evidence"
    return "paraphrase, evidence and wording" if asked.in_wording else "paraphrase (or else wording) and evidence"


def _folded(text: str) -> str:
    """The text with small letters, straight quotation marks and plain dashes: as a reader types."""
    return normal_text(text).casefold()


def _word_pattern(word: str) -> re.Pattern[str]:
    """Finds a word that stands alone. A star at its end stands for any further letters; all else is meant as it stands.

    >>> [bool(_word_pattern(word).search("warsaw")) for word in ("war", "war*", "saw")]
    [False, True, False]
    """
    plain = word.rstrip("*") or word
    begins = r"(?<!\w)" if re.match(r"\w", plain) else ""
    ends = r"(?!\w)" if re.search(r"\w\Z", plain) and plain == word else ""
    return re.compile(f"{begins}{re.escape(plain)}{ends}")


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
