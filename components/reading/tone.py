"""A step: the tone of what is said, by two word-list scorers, with the words that decided.

Tone is in the words. It is not a stance: a polite threat scores positive. Both scorers are weak against human readers;
`data/evaluation.csv` holds how weak, and the Method page says it.

- TextBlob (pattern's lexicon of mostly adjectives): mean polarity (−1 to 1) and subjectivity (0 to 1) of the known words.
- VADER (Hutto and Gilbert 2014): the sum of the valences of the known words, with rules for negation, emphasis and
  "but", squeezed to −1 … 1 as `compound`.

A text without a word that a scorer knows is not scored by it: None, which is not zero.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from components.names import find_names

SCORERS = ("textblob", "vader")


# VADER knows "doesn't" with a straight apostrophe only; a text must not change its tone with its typography.
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


class ToneWord(NamedTuple):
    """A word (or a modifier and a word) that a scorer knows, where it stands, and what it counts there."""

    scorer: str
    start: int
    end: int
    value: float


class Tone(NamedTuple):
    """The scores of a text; None where a scorer knows none of its words."""

    polarity: float | None
    subjectivity: float | None
    vader: float | None
    words: tuple[ToneWord, ...]


def score_tone(text: str, neutral: Sequence[str] = ()) -> Tone:
    """Score a text. `neutral` are names (as in `names.find_names`) whose words shall carry no tone.

    The neutral words keep their place and length, so that the offsets of the tone words hold in `text`.
    """
    blanked = neutralise(text.translate(_STRAIGHT), neutral)
    polarity, subjectivity, textblob_words = _textblob(blanked)
    vader, vader_words = _vader(blanked)
    return Tone(polarity, subjectivity, vader, tuple(sorted(textblob_words + vader_words)))


def neutralise(text: str, neutral: Sequence[str]) -> str:
    """The text with every letter of the neutral words replaced by an x, which no scorer knows."""
    out = text
    for mention in find_names(text, {"": neutral}):
        out = out[: mention.start] + re.sub(r"\w", "x", out[mention.start : mention.end]) + out[mention.end :]
    return out


# --- TextBlob -----------------------------------------------------------------------------------


def _textblob(text: str) -> tuple[float | None, float | None, list[ToneWord]]:
    from textblob import TextBlob  # heavy (it brings NLTK): only where tone is scored

    result = TextBlob(text).sentiment_assessments
    if not result.assessments:
        return None, None, []
    words = []
    at = 0
    for chunk, value, _, _ in result.assessments:
        place = _find_chunk(text, chunk, at)
        if place:
            words.append(ToneWord("textblob", *place, float(value)))
            at = place[1]
    return float(result.polarity), float(result.subjectivity), words


def _find_chunk(text: str, chunk: Sequence[str], at: int) -> tuple[int, int] | None:
    """Where the words of an assessment stand: each after the one before, and each a whole word."""
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)  # offsets must hold
    start = None
    for word in chunk:
        place = _find_word(lower, word, at)
        if place < 0:
            return None
        start = place if start is None else start
        at = place + len(word)
    return None if start is None else (start, at)


def _find_word(text: str, word: str, at: int) -> int:
    while (place := text.find(word, at)) >= 0:
        end = place + len(word)
        if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
            return place
        at = place + 1
    return -1


# --- VADER --------------------------------------------------------------------------------------


@cache
def _analyser() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer, SentiText

    class Analyser(SentimentIntensityAnalyzer):  # type: ignore[misc]  # the package has no types
        """VADER that also tells what each word counted: the list that the sum is made from."""

        def score_valence(self, sentiments: list[float], text: str) -> dict[str, Any]:
            # `text` has emoji spelled out: its words, not those of what was given, are what the valences belong to.
            return {
                **super().score_valence(sentiments, text),
                "words": SentiText(text).words_and_emoticons,
                "valences": [float(each) for each in sentiments],
            }

    return Analyser()


def _vader(text: str) -> tuple[float | None, list[ToneWord]]:
    scores = _analyser().polarity_scores(text)
    if not any(scores.get("valences", ())):
        return None, []
    words = []
    at = 0
    for word, value in zip(scores["words"], scores["valences"], strict=True):
        start = text.find(word, at)
        if start < 0:  # an emoji, spelled out
            continue
        at = start + len(word)
        if value:
            words.append(ToneWord("vader", start, at, value))
    return float(scores["compound"]), words
