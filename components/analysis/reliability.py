"""How far two or more coders agree: share, Cohen's kappa, and Krippendorff's alpha with its interval.

A unit is one statement, with one value a coder: a set of ids, empty where there is nobody or nothing to name, None where the
coder did not say. A unit that fewer than two coders coded says nothing and is left out. Alpha measures disagreement between
two sets by MASI, which between sets of at most one id is nominal.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.analysis.agreement import COMPARED
from components.model.statements import ENOUGH, each_row

Values = frozenset[str]
Unit = Sequence[Values | None]

SEED, DRAWS = 2011, 1_000
"""The interval is a percentile bootstrap over units: so many draws, from this seed, so that it is the same each time."""

INTERVAL = (2.5, 97.5)
"""Percentiles between which 95% of the draws lie."""

ASKED = tuple(field for field in COMPARED if field != "lead_topics")
"""What a second coder is asked of each statement."""


class Alpha(NamedTuple):
    """Krippendorff's alpha, at most 1, and the bounds of 95% of the draws.

    They are None under `ENOUGH` units, or where most draws leave alpha undefined.
    """

    value: float
    low: float | None
    high: float | None


def masi(one: Values, other: Values) -> float:
    """The distance of two sets, 0 to 1 (Passonneau 2006): 1 − Jaccard × 2/3 where one holds the other, × 1/3 where they meet."""
    if one == other:
        return 0.0
    both = len(one & other)
    if not both:
        return 1.0
    alike = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - both / len(one | other) * alike


def alpha(units: Sequence[Unit], distance: Callable[[Values, Values], float] = masi) -> Alpha | None:
    """Alpha of any number of coders with missing values; None where nothing is compared or nothing varies.

    Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): 1 − (n − 1) Σ o·δ ÷ Σ n_c·n_k·δ, over pairs of values
    within units (each weighing 1 ÷ (m − 1), m the number of coders of the unit) and over all pairs.
    """
    coded = [[value for value in unit if value is not None] for unit in units]
    coded = [unit for unit in coded if len(unit) > 1]
    values = list(dict.fromkeys(value for unit in coded for value in unit))
    if len(values) < 2:
        return None
    place = {value: i for i, value in enumerate(values)}
    apart = np.array([[distance(one, other) for other in values] for one in values])
    counts = np.zeros((len(coded), len(values)))
    for i, unit in enumerate(coded):
        for value, times in Counter(unit).items():
            counts[i, place[value]] = times
    within = np.einsum("uc,ck,uk->u", counts, apart, counts) / (counts.sum(axis=1) - 1)
    (found,) = _alphas(np.ones((1, len(coded))), counts, within, apart)
    drawn = np.random.default_rng(SEED).multinomial(len(coded), [1 / len(coded)] * len(coded), size=DRAWS)
    sampled = _alphas(drawn.astype(float), counts, within, apart)
    sampled = sampled[~np.isnan(sampled)]
    enough = len(coded) >= ENOUGH and len(sampled) > DRAWS / 2
    low, high = np.percentile(sampled, INTERVAL) if enough else (None, None)
    return Alpha(float(found), None if low is None else float(low), None if high is None else float(high))


def _alphas(weights: np.ndarray, counts: np.ndarray, within: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """Alpha for each row of weights of the units; NaN where nothing varies."""
    totals = weights @ counts
    n = totals.sum(axis=1)
    expected = np.einsum("bc,ck,bk->b", totals, apart, totals)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (n - 1) * (weights @ within) / expected, np.nan)


def kappa(pairs: Sequence[tuple[Values, Values]]) -> float | None:
    """Cohen's kappa (1960): a set is one category, so a partial overlap is no agreement. None where chance agrees always."""
    if not pairs:
        return None
    n = len(pairs)
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    by_chance = sum(first[value] * second[value] for value in first) / n**2
    return None if by_chance == 1 else (sum(one == other for one, other in pairs) / n - by_chance) / (1 - by_chance)


# --- Two codings of an article ------------------------------------------------------------------


class Answer(NamedTuple):
    """What a second coder says of a statement; None where the coder did not say."""

    speakers: Values | None = None
    via: Values | None = None
    form: Values | None = None
    topics: Values | None = None


class Settling(NamedTuple):
    """For whom a disagreement was settled, `first` or `second`, and what the first coder had said then."""

    way: str
    first: Values


Settled = Mapping[tuple[str, str], Settling]
"""By statement and field."""


class Reliability(NamedTuple):
    """How far two coders agree on a field. `pairs` are first and second value by statement, in the article's order.

    `missing` counts statements without a second value, which are left out of all figures.
    """

    field: str
    label: str
    pairs: Mapping[str, tuple[Values, Values]]
    missing: int
    kappa: float | None
    alpha: Alpha | None

    @property
    def n(self) -> int:
        """Statements compared."""
        return len(self.pairs)

    @property
    def different(self) -> list[str]:
        """The statements on which they differ, in the article's order."""
        return [id for id, (one, other) in self.pairs.items() if one != other]

    @property
    def share(self) -> float | None:
        """The share of statements with the same values, 0 to 1."""
        return 1 - len(self.different) / self.n if self.n else None


def reliabilities(
    first: pd.DataFrame, second: Mapping[str, Answer], settled: Settled = MappingProxyType({})
) -> list[Reliability]:
    """One entry for each of `ASKED`: the first coding, a row a statement, and the second by statement.

    What was settled since counts as it was coded before: to take an answer over is no agreement.
    """
    return [_reliability(field, first, second, settled) for field in ASKED]


def _reliability(field: str, first: pd.DataFrame, second: Mapping[str, Answer], settled: Settled) -> Reliability:
    pairs = {}
    for row in each_row(first):
        given = getattr(second.get(row.statement, Answer()), field)
        if given is not None:
            before = settled.get((row.statement, field))
            pairs[row.statement] = (before.first if before else values_of(row, field), given)
    both = list(pairs.values())
    return Reliability(field, COMPARED[field].label, pairs, len(first) - len(pairs), kappa(both), alpha(both))


def values_of(row: object, field: str) -> Values:
    """A field of a statement as a set of ids."""
    value = getattr(row, field)
    return frozenset(value) if COMPARED[field].several else frozenset([str(value)] if value else [])


def confusion(found: Reliability, said: Callable[[Values], str]) -> pd.DataFrame:
    """How often the first coder's value (rows) met the second's (columns), the most frequent first; `said` puts it in words."""
    often = Counter((said(one), said(other)) for one, other in found.pairs.values())
    rows, columns = (
        [name for name, _ in Counter(said(pair[side]) for pair in found.pairs.values()).most_common()]
        for side in (0, 1)
    )
    return pd.DataFrame([[often[row, column] for column in columns] for row in rows], index=rows, columns=columns)
