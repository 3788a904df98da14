"""How well the machine proposes what two readouts have in common: against pairs of our own, coded by hand.

`python -m tests.comparison.measure` prints the figures that stand in `data/evaluation.csv`; a test keeps the two equal.

A pair is a folder: `a.txt` and `b.txt`, `pair.toml` (title, day, whose text is which) and `coding.csv`, a row per point: its
subject, the sentence of each text that reports it, empty where a text has none, and whether the two stand against each
other. All were written before the rules were made. The rules were made with `MADE_WITH` in sight; `KEPT_BACK` was measured once,
when they stood.
"""

import csv
import datetime as dt
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from components.analysis.comparison.accounts import Account, account_of
from components.analysis.comparison.matching import matches
from components.analysis.comparison.rows import propose
from components.article.drafts import draft_of
from components.model.codebook import Codebook, load_codebook
from components.model.comparison import Point
from components.reading.article import read_article
from tests.conftest import ROOT

PAIRS = ROOT / "tests" / "comparison"
MADE_WITH = ("strait", "twins", "truce", "tariffs")
KEPT_BACK = ("cargo", "summit", "calls", "union")
SHIPPED = ("strait", "cargo")
"""Those that are examples of the dashboard too."""


class Pair(NamedTuple):
    """Two readouts of one meeting as the machine reads them, and the points by hand: numbers of sentences, or None."""

    a: Account
    b: Account
    coded: tuple[tuple[str, int | None, int | None, bool], ...]


class Score(NamedTuple):
    """Precision, share found and F1, and over how many."""

    precision: float
    found: float
    f1: float
    n: int


@cache
def pair(name: str) -> Pair:
    """A pair of the folder, read as a user's texts are."""
    folder = PAIRS / name
    rows = csv.DictReader((folder / "coding.csv").read_text(encoding="utf-8").splitlines())
    coded = tuple((row["subject"], _number(row["a"]), _number(row["b"]), row["against"] == "yes") for row in rows)
    return Pair(_account(folder, "a"), _account(folder, "b"), coded)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def _codebook() -> Codebook:
    return load_codebook(ROOT / "data")


def _account(folder: Path, side: str) -> Account:
    about = tomllib.loads((folder / "pair.toml").read_text(encoding="utf-8"))
    codebook = _codebook()
    text = (folder / f"{side}.txt").read_text(encoding="utf-8")
    day = dt.date.fromisoformat(about["published"])
    read = read_article(text, published=day, genre="readout", title=about["title"], codebook=codebook)
    draft = draft_of(
        read, text, published=about["published"], genre="readout", codebook=codebook, publisher=about[side],
        title=about["title"],
    )  # fmt: skip
    return account_of(draft.package, codebook)


@cache
def proposed(name: str) -> tuple[Point, ...]:
    """What the machine proposes for a pair."""
    each = pair(name)
    return propose(each.a, each.b, _codebook())


def score(hits: int, wrong: int, missed: int, n: int) -> Score:
    """F1 of a set of answers, by how many are right, wrong and missed."""
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    found = hits / (hits + missed) if hits + missed else 0.0
    return Score(precision, found, 2 * precision * found / (precision + found) if hits else 0.0, n)


def _sum(parts: Iterable[tuple[set[object], set[object]]]) -> tuple[int, int, int]:
    hits = wrong = missed = 0
    for machine, hand in parts:
        hits, wrong, missed = hits + len(machine & hand), wrong + len(machine - hand), missed + len(hand - machine)
    return hits, wrong, missed


def only_on_one_side(names: Sequence[str]) -> Score:
    """Sentences that no sentence of the other text reports too: the machine's against the hand's."""
    parts, n = [], 0
    for name in names:
        each = pair(name)
        found = matches(each.a.sentences, each.b.sentences)
        for side, account in enumerate((each.a, each.b)):
            whole = set(range(1, len(account.rows) + 1))
            n += len(whole)
            machine = whole - {match[side] + 1 for match in found}
            hand = whole - {row[side + 1] for row in each.coded if row[1] and row[2]}
            parts.append((set(machine), set(hand)))
    return score(*_sum(parts), n)


def same_point(names: Sequence[str]) -> Score:
    """Pairs of sentences that report the same."""
    parts, n = [], 0
    for name in names:
        each = pair(name)
        hand = {(a, b) for _, a, b, _ in each.coded if a and b}
        machine = {(match.a + 1, match.b + 1) for match in matches(each.a.sentences, each.b.sentences)}
        n += len(hand)
        parts.append((set(machine), set(hand)))
    return score(*_sum(parts), n)


def against_each_other(names: Sequence[str]) -> Score:
    """Pairs that the hand says stand against each other, and points that the machine offers as candidates."""
    parts, n = [], 0
    for name in names:
        each = pair(name)
        hand = {(a, b) for _, a, b, against in each.coded if against}
        machine = {
            (a, b)
            for point in proposed(name)
            if point.against
            for a in each.a.numbers(point.a)
            for b in each.b.numbers(point.b)
        }
        n += len(hand)
        parts.append((set(machine), set(hand)))
    return score(*_sum(parts), n)


def main() -> None:
    """Print the figures of both halves."""
    for half, names in (("made with", MADE_WITH), ("kept back", KEPT_BACK)):
        for measure in (only_on_one_side, same_point, against_each_other):
            print(half, measure.__name__, *(f"{value:.3f}" for value in measure(names)[:3]), measure(names).n)


if __name__ == "__main__":
    main()
