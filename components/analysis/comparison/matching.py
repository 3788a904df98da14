"""Which statements of two articles report the same: one likeness for all that they share, and who is whose best match.

The likeness of two sentences is the cosine of their features (`words`), each weighed by how rare it is in the two texts:
a word that stands in every sentence, such as the name of a party, tells nothing. Sentences at the same place of their
articles are a little more alike, for two accounts of one meeting mostly keep its order.
"""

import math
from collections import Counter, deque
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from components.analysis.comparison.words import ComparisonWords, Features, Stems, features_of, merged
from components.model.names import index_of
from components.model.statements import normal_text

ENOUGH = 0.16
"""From this likeness on two sentences may report the same; chosen on the pairs with which the rules were made."""
NEAR_BEST = 0.8
"""A match is at least this share of the best one of either of its two sentences."""
ORDER = 0.06
"""What the same place in both articles adds, at most."""
AT_ONCE = 500
"""Sentences of the first article that are compared at once, which bounds the memory."""
HEAD = 2
"""That the meeting took place is told in one of the first sentences."""


class Match(NamedTuple):
    """Two statements that may report the same, by their places in their articles from 0; `likeness` is 0 to 1.

    `opens`: both tell that the meeting took place.
    """

    a: int
    b: int
    likeness: float
    opens: bool = False


class Sentence(NamedTuple):
    """What is compared of a statement: its words, and the ids of its subjects."""

    text: str
    subjects: tuple[str, ...] = ()


def matches(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[Match]:
    """The pairs of statements that may report the same, in the order of `a`. One may have several matches, or none.

    Sentences that are equal are each other's only match.
    """
    equal = _equal(a, b)
    told = [each for each in _told_of_meeting(a, b) if not _is_taken(each, equal)]
    taken = [*equal, *told]
    left_a, left_b = (_left(part, {each[side] for each in taken}) for side, part in enumerate((a, b)))
    found = _alike([a[n] for n in left_a], [b[n] for n in left_b], (left_a, left_b), (len(a), len(b)))
    best_a, best_b = _best(found, 0), _best(found, 1)
    kept = [Match(i, j, min(1.0, value)) for i, j, value in found if value >= NEAR_BEST * max(best_a[i], best_b[j])]
    opening = [Match(i, j, 1.0, opens=True) for i, j in told]
    return sorted([*(Match(i, j, 1.0) for i, j in equal), *opening, *kept])


def _is_taken(pair: tuple[int, int], pairs: Sequence[tuple[int, int]]) -> bool:
    return any(pair[0] == i or pair[1] == j for i, j in pairs)


def _left(part: Sequence[Sentence], taken: set[int]) -> list[int]:
    return [n for n in range(len(part)) if n not in taken]


def _equal(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Sentences that stand in both texts, but for quotation marks, dashes and white space; copies in their order."""
    places: dict[str, deque[int]] = {}
    for j, each in enumerate(b):
        places.setdefault(normal_text(each.text), deque()).append(j)
    pairs = ((i, places.get(normal_text(each.text))) for i, each in enumerate(a))
    return [(i, queue.popleft()) for i, queue in pairs if queue]


def _alike(
    a: Sequence[Sentence], b: Sequence[Sentence], places: tuple[list[int], list[int]], lengths: tuple[int, int]
) -> list[tuple[int, int, float]]:
    """The pairs that are alike enough, with their likeness; `places` are those of the sentences in their articles."""
    if not a or not b:
        return []
    stems = Stems()
    rows, columns = _matrices(merged([features_of(*each, stems=stems) for each in (*a, *b)]), len(a))
    share_a, share_b = (np.array(part) / length for part, length in zip(places, lengths, strict=True))
    found: list[tuple[int, int, float]] = []
    for start in range(0, len(a), AT_ONCE):
        part = (rows[start : start + AT_ONCE] @ columns.T).tocoo()
        likeness = part.data + ORDER * (1 - np.abs(share_a[part.row + start] - share_b[part.col]))
        keep = likeness >= ENOUGH
        near = zip((part.row[keep] + start).tolist(), part.col[keep].tolist(), likeness[keep].tolist(), strict=True)
        found += [(places[0][i], places[1][j], value) for i, j, value in near]
    return found


def _best(found: Sequence[tuple[int, int, float]], of: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for each in found:
        key = int(each[of])
        best[key] = max(best.get(key, 0.0), each[2])
    return best


def _matrices(features: Sequence[Features], cut: int) -> tuple[Any, Any]:
    """The sentences of both articles as rows of unit length, a column per feature."""
    from scipy.sparse import csr_matrix

    often = Counter(key for each in features for key in each)
    columns = {key: n for n, key in enumerate(often)}
    data: list[float] = []
    places: list[int] = []
    ends = [0]
    for each in features:
        weights = [weight * _rarity(often[key], len(features)) for key, weight in each.items()]
        length = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
        data += [weight / length for weight in weights]
        places += [columns[key] for key in each]
        ends.append(len(places))
    matrix = csr_matrix((data, places, ends), shape=(len(features), max(len(columns), 1)))
    return matrix[:cut], matrix[cut:]


def _rarity(often: int, sentences: int) -> float:
    return math.log((sentences + 1) / often)


# --- That the meeting took place ----------------------------------------------------------------


def _told_of_meeting(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The pair of sentences that tell that the meeting took place, where both articles open with one."""
    places = [next((n for n, each in enumerate(part[:HEAD]) if tells_of_meeting(each.text)), None) for part in (a, b)]
    return [(places[0], places[1])] if places[0] is not None and places[1] is not None else []


@cache
def _meeting_words() -> dict[str, tuple[str, ...]]:
    return {"meeting": ComparisonWords.read().meeting}


def tells_of_meeting(text: str) -> bool:
    """Whether a sentence tells that people met or spoke."""
    return bool(index_of(_meeting_words()).find(text))
