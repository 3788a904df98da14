"""A step: the tone of what is said, by the scorers of `SCORERS`, with the words that decided.

Tone is in the words. It is not a stance: a polite threat scores positive. The scorers are weak against human readers;
`data/evaluation.csv` holds how weak, and the Method page says it.

- TextBlob (pattern's lexicon of mostly adjectives): mean polarity (−1 to 1) and subjectivity (0 to 1) of the known words.
- VADER (Hutto and Gilbert 2014): the sum of the valences of the known words, with rules for negation, emphasis and
  "but", squeezed to −1 … 1 as `compound`.
- Blend (ours): VADER's rules over two word lists at once, VADER's and the Opinion Lexicon (Hu and Liu 2004, in
  `data/lexicons/en/`). A word counts the mean of what the two lists say of it (`merge_lexicons`). A capitalised word inside
  a sentence is taken for a name ("Security Council", "New Zealand") and carries no tone.

A text without a word that a scorer knows is not scored by it: None, which is not zero.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from statistics import fmean
from types import MappingProxyType
from typing import Any, NamedTuple

from components.model.lexicons import read_table
from components.model.names import find_names
from components.model.rows import Row, column
from components.model.scores import SCORERS, SCORES
from components.model.without_statistics import without_statistics

# VADER knows "doesn't" with a straight apostrophe only; a text must not change its tone with its typography.
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


class OpinionWord(Row):
    """A word of the Opinion Lexicon: a row of `opinion-lexicon.csv`."""

    word: str = column("The word, in small letters.", "any text", min_length=1)
    sign: int = column("1 for good, −1 for bad.", "1 or -1", ge=-1, le=1)


class ToneWord(NamedTuple):
    """A word (or a modifier and a word) that a scorer knows, where it stands, and what it counts there."""

    scorer: str
    start: int
    end: int
    value: float


class Tone(NamedTuple):
    """The scores of a text by their keys in `SCORES`; None where a scorer knows none of its words.

    `words` are those that decided, scorer by scorer.
    """

    scores: Mapping[str, float | None]
    words: tuple[ToneWord, ...]

    def __getattr__(self, key: str) -> float | None:
        """A score by its key: `score_tone(text).polarity`. Raises AttributeError for what is no score."""
        if key not in SCORES:
            raise AttributeError(key)
        return self.scores.get(key)


UNSCORED = Tone(MappingProxyType({}), ())
"""The tone of what is not scored."""


class KnownWord(NamedTuple):
    """A word (or a modifier and a word) that a scorer knows, where it stands, and what it counts there."""

    start: int
    end: int
    value: float


class Scored(NamedTuple):
    """What a scorer makes of a text: its scores by key, none where it knows no word; and the words, by place."""

    scores: Mapping[str, float]
    words: Sequence[KnownWord]


NOTHING_KNOWN = Scored(MappingProxyType({}), ())


def score_tone(text: str, neutral: Sequence[str] = ()) -> Tone:
    """Score a text. `neutral` are names (as in `names.find_names`) whose words shall carry no tone.

    The neutral words keep their place and length, so that the offsets of the tone words hold in `text`.
    """
    blanked = neutralise(text.translate(_STRAIGHT), neutral)
    found = {scorer: _function_of(scorer)(blanked) for scorer in SCORERS}
    scores = {key: found[score.scorer].scores.get(key) for key, score in SCORES.items()}
    return Tone(scores, tuple(ToneWord(scorer, *word) for scorer, each in found.items() for word in each.words))


@cache
def _function_of(scorer: str) -> Callable[[str], Scored]:
    return SCORERS[scorer].load()


def words_of(scorer: str, tone: Tone) -> list[ToneWord]:
    """The words that decided one scorer's score."""
    return [word for word in tone.words if word.scorer == scorer]


def neutralise(text: str, neutral: Sequence[str]) -> str:
    """The text with every letter of the neutral words replaced by an x, which no scorer knows."""
    out = text
    for mention in find_names(text, {"": neutral}):
        out = out[: mention.start] + re.sub(r"\w", "x", out[mention.start : mention.end]) + out[mention.end :]
    return out


# --- TextBlob -----------------------------------------------------------------------------------


def score_by_textblob(text: str) -> Scored:
    """TextBlob's polarity and subjectivity."""
    result = _textblob()(text)
    if not result.assessments:
        return NOTHING_KNOWN
    polarity, subjectivity = result
    words = []
    at = 0
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)  # offsets must hold
    for chunk, value, _, _ in result.assessments:
        place = _find_chunk(lower, chunk, at)
        if place:
            words.append(KnownWord(*place, float(value)))
            at = place[1]
    return Scored({"polarity": float(polarity), "subjectivity": float(subjectivity)}, words)


@cache
def _textblob() -> Callable[[str], Any]:
    """What `TextBlob(text).sentiment_assessments` asks for twice."""
    with without_statistics():
        from textblob.en import sentiment  # heavy (it brings NLTK): only where tone is scored
    score: Callable[[str], Any] = sentiment
    return score


def _find_chunk(lower: str, chunk: Sequence[str], at: int) -> tuple[int, int] | None:
    """Where the words of an assessment stand in a text in small letters: each after the one before, and a whole word."""
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


# --- VADER's rules: over its own list, and over the blend's ----------------------------------------


def score_by_vader(text: str) -> Scored:
    """VADER's compound score."""
    return _by_vader_rules("vader", text)


def score_by_blend(text: str) -> Scored:
    """VADER's rules over both lists; names carry no tone."""
    return _by_vader_rules("blend", bare_words(text))


def _by_vader_rules(scorer: str, text: str) -> Scored:
    """The sum of what the known words count, squeezed to x / √(x² + 15), and the words."""
    scores = _analyser(scorer).polarity_scores(text)
    if not any(scores.get("valences", ())):
        return NOTHING_KNOWN
    words = []
    at = 0
    for word, value in zip(scores["words"], scores["valences"], strict=True):
        start = text.find(word, at)
        if start < 0:  # an emoji, spelled out
            continue
        at = start + len(word)
        if value:
            words.append(KnownWord(start, at, value))
    return Scored({scorer: float(scores["compound"])}, words)


class _Counted(list[float]):
    """What each word of a text counts, and the words: the list that VADER's sum is made from."""

    def __init__(self, words: Sequence[str], valences: Iterable[float]) -> None:
        super().__init__(map(float, valences))
        self.words = words


@cache
def _analyser(scorer: str) -> Any:
    """VADER as published, or with the blend's list. It is never changed once it is made, so threads may share it."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

    class Analyser(SentimentIntensityAnalyzer):  # type: ignore[misc]  # the package has no types
        """VADER that also tells what each word counted: the list that the sum is made from."""

        def _but_check(self, words: list[str], valences: list[float]) -> _Counted:
            # Emoji are spelled out by now: these words, not those of what was given, are what the valences belong to.
            return _Counted(words, super()._but_check(words, valences))

        def score_valence(self, counted: _Counted, text: str) -> dict[str, Any]:
            return {**super().score_valence(counted, text), "words": counted.words, "valences": list(counted)}

    class BlendAnalyser(Analyser):
        """VADER's rules over both lists, with its rule for "but" put right."""

        lexicon: dict[str, float]

        def __init__(self) -> None:
            super().__init__()
            opinion = {word: sign for word, sign in read_opinion_lexicon().items() if word not in BOOSTER_DICT}
            self.lexicon = merge_lexicons(self.lexicon, opinion)

        def _but_check(self, words: list[str], valences: list[float]) -> _Counted:
            # The package looks each valence up by its value, and so weights the wrong one where two are equal.
            return _Counted(words, weigh_but(words, valences))

    return BlendAnalyser() if scorer == "blend" else Analyser()


# --- The blend ----------------------------------------------------------------------------------


def merge_lexicons(valences: Mapping[str, float], signs: Mapping[str, int]) -> dict[str, float]:
    """What each word counts in the blend: the mean of two lists, with equal weight.

    `valences` are VADER's (−4 to 4), `signs` those of a list that only tells good (1) from bad (−1). A sign counts as
    much as VADER's average word, s = mean |valence| (1.54), so that both lists speak equally loud. A list that leaves
    a word out holds it for neutral: 0. So a word counts (valence + s · sign) / 2: in full where both lists agree, half
    where one alone knows it, and little where they contradict each other.

    >>> merge_lexicons({"good": 2.0, "tough": 1.0, "war": -3.0}, {"good": 1, "tough": -1, "fruitless": -1})["good"]
    2.0
    """
    strength = fmean(abs(valence) for valence in valences.values())
    return {
        word: (valences.get(word, 0.0) + strength * signs.get(word, 0)) / 2
        for word in [*valences, *(word for word in signs if word not in valences)]
    }


@cache
def read_opinion_lexicon() -> Mapping[str, int]:
    """The Opinion Lexicon: word and sign, 1 for good and −1 for bad. Source and licence: `data/lexicons/README.md`."""
    return {row.word: row.sign for row in read_table(OpinionWord, "opinion-lexicon")}


def weigh_but(words: Sequence[str], valences: Sequence[float]) -> list[float]:
    """What follows the first "but" counts one and a half times, what stands before it half: VADER's weights."""
    lower = [word.lower() for word in words]
    if "but" not in lower:
        return list(valences)
    turn = lower.index("but")
    return [value * (0.5 if i < turn else 1.5) for i, value in enumerate(valences)]


# A dash or an ellipsis joins two words to one that no list knows.
_JOINTS = str.maketrans("—–…", "   ")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_INSIDE = re.compile(r"(?<=[\w,;]\s)[^\W\d_][\w'-]*")
"""A word that does not open a sentence: another word, a comma or a semicolon stands before it."""


def bare_words(text: str) -> str:
    """The text as the blend reads it, of the same length: no names, no possessive "'s", no dash between two words."""
    return _INSIDE.sub(_without_name, _POSSESSIVE.sub("  ", text.translate(_JOINTS)))


def _without_name(found: re.Match[str]) -> str:
    """A capitalised word with its letters blanked. A word all in capitals stays: it is an acronym, or emphasis."""
    word = found.group()
    return re.sub(r"\w", "x", word) if word[0].isupper() and not word.isupper() else word
