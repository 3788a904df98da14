"""The filter: one value that selects statements and says itself in English.

The same sentence stands above every page, in the head of every export and beside every citation list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from components.model.fields import FIELDS, Labels, Question, questions
from components.model.rows import Several
from components.model.scores import LEAD_SCORES, TONES, Tone
from components.model.statements import NEAR_ZERO, in_short, normal_text

QUESTIONS: dict[str, Question] = questions()
"""How statements can be asked for, by the name of the field: the filter's widgets and parameters are made from these."""


class Piece(NamedTuple):
    """One thing that a filter asks for, as the sentence above the pages says it: `before` [`said`] `after`.

    `name` is a field of `QUESTIONS`, or `words`.
    """

    before: str
    name: str
    value: Any
    said: str
    after: str = ""


@dataclass(frozen=True)
class StatementFilter:
    """Which statements of an article are shown. Empty fields ask for nothing; values within a field are joined by "or".

    `more` holds what is asked of fields that have no attribute here: pairs of a field's name and values, in the order of
    `QUESTIONS`. `asked_of` and `with_values` reach all fields of `QUESTIONS` alike.
    """

    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    forms: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    words: str = ""
    in_wording: bool = False
    more: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.words or any(self.asked_of(name) for name in QUESTIONS))

    def asked_of(self, name: str) -> tuple[Any, ...]:
        """The values that are asked for of a field of `QUESTIONS`."""
        part = QUESTIONS[name].part
        values: tuple[Any, ...] = getattr(self, part) if part else dict(self.more).get(name, ())
        return values

    def with_values(self, name: str, values: Sequence[Any]) -> "StatementFilter":
        """The filter with these values of a field of `QUESTIONS`."""
        if part := QUESTIONS[name].part:
            changed: dict[str, Any] = {part: tuple(values)}
            return replace(self, **changed)
        others = {**dict(self.more), name: tuple(values)}
        return replace(self, more=tuple((each, others[each]) for each in QUESTIONS if others.get(each)))

    def apply(self, statements: pd.DataFrame) -> pd.DataFrame:
        """The statements that fit, in their order, with their index. Without a filter this is the table itself."""
        if not self.active:
            return statements
        keep = np.ones(len(statements), dtype=bool)
        for name in QUESTIONS:
            if values := self.asked_of(name):
                keep &= _fits(statements, name, values)
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
        """What is shown, in English: `12 of 91 statements: Dale on trade`.

        >>> StatementFilter(topics=("trade",)).describe(9, 91, Labels({}, {"trade": "Trade"}))
        '9 of 91 statements: Trade'
        """
        said = self.how_many(shown, total)
        return f"{said}: {self.in_words(labels)}" if self.active else said

    def how_many(self, shown: int, total: int) -> str:
        """How many statements are shown, of how many.

        >>> StatementFilter().how_many(9, 9), StatementFilter(topics=("trade",)).how_many(9, 91)
        ('All 9 statements', '9 of 91 statements')
        """
        noun = "statement" if total == 1 else "statements"
        if not self.active:
            return "The one statement" if total == 1 else f"All {total:,} {noun}"
        return f"{shown:,} of {total:,} {noun}"

    def in_words(self, labels: Labels) -> str:
        """What is asked for: who, on what, where, how."""
        said = {name: _either([_said(name, value, labels) for value in self.asked_of(name)]) for name in QUESTIONS}
        who, what = said.pop("speakers"), said.pop("topics")
        parts = [f"{who} on {what}" if who and what else who or what]
        parts += [f"{PREFIXES.get(name, _prefix(name))}{words}" for name, words in said.items() if words]
        if self.words:
            parts.append(f"with “{self.words}” in {labels.searched}")
        return ", ".join(part for part in parts if part)

    def pieces(self, labels: Labels) -> list[Piece]:
        """What is asked for, one value after the other.

        >>> asked = StatementFilter(topics=("grain", "fish"))
        >>> [(each.before, each.said) for each in asked.pieces(Labels({}, {"grain": "Grain", "fish": "Fish"}))]
        [('on', 'Grain'), ('or', 'Fish')]
        """
        found = [
            Piece("or" if i else LEADS.get(name, "with"), name, value, _prefix(name) + _said(name, value, labels))
            for name in QUESTIONS
            for i, value in enumerate(self.asked_of(name))
        ]
        if self.words:
            found.append(Piece("with", "words", self.words, f"“{self.words}”", f"in {labels.searched}"))
        return found

    def without(self, name: str, value: Any) -> "StatementFilter":
        """The filter that does not ask for one value; `words` have one alone."""
        if name == "words":
            return replace(self, words="")
        return self.with_values(name, [each for each in self.asked_of(name) if each != value])


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


PREFIXES = {"speakers": "", "topics": "", "form": "", "tone": ""}
"""What stands before the values of a field in the sentence, where it is not the field's label."""

LEADS = {"speakers": "by", "topics": "on", "section": "in", "form": "", "tone": ""}
"""How a value is joined to the statements in the sentence: 9 of 91 statements by Dale on trade."""


def _prefix(name: str) -> str:
    return PREFIXES.get(name, f"{QUESTIONS[name].label.lower()} ")


def _said(name: str, value: Any, labels: Labels) -> str:
    """How a value that is asked for is said in the sentence above the page."""
    if name == "tone":
        return _tone_said(TONES[value])
    question = QUESTIONS[name]
    return question.said(value, labels) if question.said else question.options(labels).get(value, str(value))


def _tone_said(tone: Tone) -> str:
    """How a kind of tone is said in the sentence above the page.

    >>> _tone_said(TONES["blend-negative"]), _tone_said(TONES["unscored"])
    ('negative by Blend', 'without a word that TextBlob knows')
    """
    if tone.score is None:
        return "on which the scorers contradict each other"
    return f"without a word that {tone.score.label} knows" if tone.kind == "unscored" else tone.label


def _either(words: Sequence[str]) -> str:
    """a, b or c."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" or {words[-1]}"


def _fits(statements: pd.DataFrame, name: str, values: Sequence[Any]) -> np.ndarray:
    """Whether each statement has one of the values of a field, or shares one where it has several."""
    if name == "tone":
        return np.asarray(np.any([has_tone(statements, TONES[tone]) for tone in values], axis=0))
    column = statements[name]
    if FIELDS[name].type is not Several:
        return column.isin(values).to_numpy()
    chosen = frozenset(values)
    return np.array([not chosen.isdisjoint(each) for each in column], dtype=bool)


def contradicted(statements: pd.DataFrame) -> np.ndarray:
    """Whether the lead scores contradict each other: opposite signs, both beyond ±0.05."""
    values = statements[[score.key for score in LEAD_SCORES]].to_numpy(dtype=float)
    return np.asarray((values > NEAR_ZERO).any(axis=1) & (values < -NEAR_ZERO).any(axis=1))


def contradicts(row: Any) -> bool:
    """`contradicted` of one statement."""
    values = [getattr(row, score.key) for score in LEAD_SCORES]
    return any(value > NEAR_ZERO for value in values) and any(value < -NEAR_ZERO for value in values)


def has_tone(statements: pd.DataFrame, tone: Tone) -> np.ndarray:
    """Whether each statement is of a kind of tone: beyond ±0.05 is positive or negative, up to it near zero."""
    if tone.score is None:
        return contradicted(statements)
    values = statements[tone.score.key].to_numpy(dtype=float, na_value=np.nan)
    fits: dict[str, np.ndarray] = {
        "negative": values < -NEAR_ZERO,
        "neutral": np.abs(values) <= NEAR_ZERO,
        "positive": values > NEAR_ZERO,
        "unscored": np.isnan(values),
    }
    return fits[tone.kind]
