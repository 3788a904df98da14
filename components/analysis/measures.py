"""Each measure once: what it is called, what it means, its range, its source, and how it is made.

Chart heads, table heads, help texts and the Method page are made from these records, so they cannot disagree.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from components.model.scores import LEAD_LABELS, scores_in_files
from components.model.statements import ENOUGH

LEVEL = 0.95

HALVINGS = 52
"""As many as the digits of a number have: further ones change nothing."""


class Measure(NamedTuple):
    """A measure of statements."""

    key: str
    label: str
    meaning: str
    range: str
    formula: str
    source: str


MEASURES: dict[str, Measure] = {
    measure.key: measure
    for measure in (
        Measure(
            "statements",
            "Statements",
            "Sentences of the article, each coded once. A sentence of two speakers or two topics counts for each of them.",
            "a count",
            "number of rows",
            "coding by hand, after the coding manual",
        ),
        Measure(
            "floor",
            "Share of the floor",
            "How much of what is said is a speaker's: words of content, without the words that attribute.",
            "0 to 100%; shares may add up to more where sentences have two speakers",
            "words of content of the speaker ÷ words of content of all",
            "coding by hand; words are counted",
        ),
        *(
            Measure(score.key, score.measure, score.meaning, score.range, score.formula, score.source)
            for score in scores_in_files()
        ),
        Measure(
            "mean",
            "Mean of a section",
            "The mean over the statements of a section that a scorer could score. Statements without a known word are left "
            "out, not counted as zero.",
            "as the score",
            f"mean ± t(0.975; n − 1) · s ÷ √n, cut to the score's range; thin and grey under n = {ENOUGH}",
            "Student 1908; a bootstrap covers too little at these numbers",
        ),
        Measure(
            "alpha",
            "Krippendorff’s alpha",
            "How far two codings of the same statements agree beyond chance. Where a statement may have several values "
            "(speakers, topics), a partial overlap counts partly, by MASI distance.",
            "at most 1; 0 is chance, less is worse than chance; reliable from 0.800 on, tentative from 0.667 on; not "
            "defined where all statements have the same value",
            "1 − observed ÷ expected disagreement; between sets A and B MASI is 1 − m · |A ∩ B| ÷ |A ∪ B|, where m is 1 if "
            "they are equal, 2/3 if one holds the other, 1/3 if they overlap, else 0",
            "Krippendorff 2011, thresholds Krippendorff 2004; MASI: Passonneau 2006; as computed by nltk 3.10",
        ),
        Measure(
            "f1",
            "Micro-F1 of topics",
            "How many of the topics that either coding gives are given by both, over all pairs of statement and topic.",
            "0 to 1; not defined where neither coding has a topic",
            "2 · common ÷ (by hand + by machine)",
            "van Rijsbergen 1979, summed over all topics",
        ),
        Measure(
            "contradiction",
            "Contradiction",
            f"{LEAD_LABELS} give a statement opposite signs, both more than 0.05 from zero.",
            "yes or no",
            "polarity · compound < 0, |polarity| > 0.05, |compound| > 0.05",
            "0.05 is the threshold of Hutto and Gilbert 2014",
        ),
    )
}


class MeanInterval(NamedTuple):
    """A mean with its 95% interval. `low` and `high` are NaN where one value gives none; all is NaN without a value."""

    n: int
    mean: float
    low: float
    high: float

    @property
    def clear(self) -> int:
        """+1 or −1 where the interval excludes zero on five or more values, else 0. Of use for scores with two signs."""
        if self.n < ENOUGH or not (self.low > 0 or self.high < 0):
            return 0
        return 1 if self.low > 0 else -1


@cache
def _t_quantile(degrees: int) -> float:
    """How many standard errors the interval reaches to each side of the mean, by the degrees of freedom.

    Found by halving, where the share inside is known in closed form. scipy has it, too; but to load that costs a
    twentieth of the start of the first page, for one number, so it only checks these in a test.
    """
    low, high = 0.0, math.pi / 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _share_inside(middle, degrees) < LEVEL else (low, middle)
    return math.sqrt(degrees) * math.tan(low)


def _share_inside(angle: float, degrees: int) -> float:
    """The share of Student's t between −t and t, where t is √degrees · tan(angle).

    Source: Abramowitz and Stegun 1964, 26.7.3 (odd degrees) and 26.7.4 (even ones).
    """
    odd, squared = degrees % 2, math.cos(angle) ** 2
    term = math.cos(angle) if odd else 1.0
    total = term if degrees > 1 else 0.0
    for k in range(2 + odd, degrees - 1, 2):
        term *= squared * (k - 1) / k
        total += term
    share = math.sin(angle) * total
    return (angle + share) * 2 / math.pi if odd else share


def mean_interval(values: Sequence[float] | np.ndarray, low: float = -math.inf, high: float = math.inf) -> MeanInterval:
    """Mean and Student's t interval (95%) of the values that are not NaN, the interval cut to `low` … `high`.

    >>> mean_interval([0.7, 1.0, float("nan")], -1, 1)
    MeanInterval(n=2, mean=0.85, low=-1.0, high=1.0)
    """
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    n = len(known)
    if n == 0:
        return MeanInterval(0, math.nan, math.nan, math.nan)
    mean = float(known.mean())
    if n == 1:
        return MeanInterval(1, mean, math.nan, math.nan)
    half = _t_quantile(n - 1) * float(known.std(ddof=1)) / math.sqrt(n)
    return MeanInterval(n, mean, float(max(mean - half, low)), float(min(mean + half, high)))
