"""The scores of tone, and the scorers that make them: one record of each. All that shows or stores a score follows from it.

A new scorer is a function in a module of `reading`, and an entry for it and for each of its scores here.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, NamedTuple


class Scorer(NamedTuple):
    """Something that scores the tone of a text.

    `function` is "module:name" of a function from a text to `components.reading.tone.Scored`, imported where a text is
    scored; `said` is its name in a sentence, `package` the library that it comes with, whose version exports tell.
    `made_of` says how a score is made of what its words count, which may be on another scale.
    """

    label: str
    function: str
    said: str
    package: str = ""
    made_of: str = ""

    def load(self) -> Callable[[str], Any]:
        """Its function, imported when it is asked for."""
        module, _, name = self.function.partition(":")
        function: Callable[[str], Any] = getattr(import_module(module), name)
        return function


_MEAN, _SUM = "The mean of what its words count.", "The sum of what its words count, pressed into −1 to +1."

SCORERS: dict[str, Scorer] = {
    "textblob": Scorer("TextBlob", "components.reading.tone:score_by_textblob", "TextBlob", "textblob", _MEAN),
    "vader": Scorer("VADER", "components.reading.tone:score_by_vader", "VADER", "vaderSentiment", _SUM),
    "blend": Scorer("Blend", "components.reading.tone:score_by_blend", "the blend", made_of=_SUM),
}
"""The scorers by the id that stands in the evidence, in the order in which they are named."""


class Score(NamedTuple):
    """A score: a column of the statements, the scorer that makes it, its scale, and what is said of it.

    `what` names it in a table's head, `column` in the published schema; `measure` to `source` are its row on the Method page.
    `lead`: one of those that are compared everywhere, also where there is little room.
    """

    key: str
    label: str
    scorer: str
    low: float
    high: float
    upward: str
    what: str
    column: str
    measure: str
    meaning: str
    formula: str
    source: str
    lead: bool = False
    choice: str = ""
    width: int = 0

    @property
    def signed(self) -> bool:
        """Whether it runs from negative to positive; only then can a section be clearly one of them."""
        return self.low < 0

    @property
    def chosen_as(self) -> str:
        """What it is called where scores are chosen."""
        return self.choice or self.label

    @property
    def range(self) -> str:
        """Its scale with signs: "−1 to +1".

        >>> SCORES["vader"].range, SCORES["subjectivity"].range
        ('−1 to +1', '0 to 1')
        """
        return f"{self.low:g} to {'+' * self.signed}{self.high:g}".replace("-", "−")

    @property
    def allowed(self) -> str:
        """Its scale without a plus: "−1 to 1", as numbers stand in a file."""
        return f"{self.low:g} to {self.high:g}".replace("-", "−")


_TEXTBLOB = "TextBlob 0.20, pattern's English lexicon (De Smedt and Daelemans 2012)"

SCORES: dict[str, Score] = {
    score.key: score
    for score in (
        Score(
            "polarity",
            "TextBlob",
            "textblob",
            -1,
            1,
            "more positive",
            what="TextBlob's polarity",
            column="TextBlob's polarity of what is said.",
            measure="Tone (TextBlob’s polarity)",
            meaning="Whether the known words of the content, mostly adjectives, are pleasant or unpleasant ones.",
            formula="mean of the word values, with negations and intensifiers",
            source=_TEXTBLOB,
            lead=True,
            choice="TextBlob",
            width=80,
        ),
        Score(
            "vader",
            "VADER",
            "vader",
            -1,
            1,
            "more positive",
            what="VADER's compound score",
            column="VADER's compound score of what is said.",
            measure="Tone (VADER’s compound score)",
            meaning="Whether the known words of the content are positive or negative ones, with rules for negation, emphasis "
            "and “but”.",
            formula="x ÷ √(x² + 15), where x is the sum of the word values",
            source="VADER 3.3, lexicon and rules of Hutto and Gilbert 2014",
            lead=True,
            width=76,
        ),
        Score(
            "blend",
            "Blend",
            "blend",
            -1,
            1,
            "more positive",
            what="Blend of two word lists",
            column="The blend's score of what is said.",
            measure="Tone (Blend of two word lists)",
            meaning="Whether the known words of the content are positive or negative ones by two lists at once; capitalised "
            "names carry no tone. Of the three it agrees best with readers.",
            formula="as VADER, where a word counts the mean of what VADER’s list and the Opinion Lexicon say of it",
            source="VADER’s rules; Opinion Lexicon of Hu and Liu 2004 (CC BY 4.0)",
        ),
        Score(
            "subjectivity",
            "Subjectivity",
            "textblob",
            0,
            1,
            "more subjective",
            what="TextBlob's subjectivity",
            column="TextBlob's subjectivity of what is said.",
            measure="Subjectivity (TextBlob)",
            meaning="Whether the known words of the content are words of opinion rather than of fact.",
            formula="mean of the word values",
            source=_TEXTBLOB,
        ),
    )
}
"""The tone scores, in the order in which they stand side by side."""

LEAD_SCORES = tuple(score for score in SCORES.values() if score.lead)
"""Those that are compared where there is room for few: signed ones."""

LEAD_LABELS = " and ".join(score.label for score in LEAD_SCORES)
"""Those in a sentence: "TextBlob and VADER"."""

MAIN_SCORE = SCORES["polarity"]
"""The one by which links from before there was a choice ask for a kind of tone."""


class Tone(NamedTuple):
    """A kind of tone that can be asked for: which one, by which score; by all lead scores where none is named."""

    kind: str
    score: Score | None = None

    @property
    def label(self) -> str:
        """How it is said in the list of the filter."""
        return f"{_TONE_LABELS[self.kind]} by {self.score.label}" if self.score else _TONE_LABELS[self.kind]


_TONE_LABELS = {
    "negative": "negative",
    "neutral": "near zero",
    "positive": "positive",
    "unscored": "not scored",
    "contradicted": "scorers contradict each other",
}


def _tones() -> Iterator[tuple[str, Tone]]:
    for prefix, score in (("blend-", SCORES["blend"]), ("", MAIN_SCORE)):
        for kind in ("negative", "neutral", "positive", "unscored"):
            yield f"{prefix}{kind}", Tone(kind, score)
    yield "contradicted", Tone("contradicted")


TONES: dict[str, Tone] = dict(_tones())
"""The kinds of tone by the names that stand in links. A name without a score is TextBlob's: such links were published."""


BESIDE_SCORES = ("blend", "polarity", "vader")
"""The scores that are shown side by side, first the one that agrees best with people: as many as a page has room for."""

BESIDE_SCORE = SCORES["polarity"]
"""The score whose mean stays in sight where another one is shown."""


def scores_in_files() -> Iterator[Score]:
    """The scores in the order of their columns in files: scorer by scorer."""
    return (score for scorer in SCORERS for score in SCORES.values() if score.scorer == scorer)


def lane_scores() -> tuple[str, ...]:
    """The scores by which sections are shown: those side by side, then every other signed one."""
    return (*BESIDE_SCORES, *(key for key, score in SCORES.items() if score.signed and key not in BESIDE_SCORES))
