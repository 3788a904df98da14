"""What a machine's reading is worth, and which of its answers to look through first."""

from collections.abc import Iterable

import pandas as pd

from components.model.evaluation import FEW, LIKELY, ONCE_A_TEXT, Rightness, at_least, rightness
from components.model.statements import GENRE_LABELS, HOW_MEANINGS, Genre, Statement

FOUND = ("sure", "likely", "guess", "unknown")
"""Levels of a speaker who is somebody, the best first."""


def how_sure(statements: pd.DataFrame, *, to_review: bool = True) -> str:
    """Of an article that a machine read: how sure its speakers are, and, where it can be, that it should be looked through.

    "Read by machine: 212 of 260 speakers sure, 30 likely, 18 guesses. Look through them." Where none is sure, the likely ones
    stand first: "9 of 10 speakers likely, 1 guess".
    """
    levels = statements.loc[statements["form"] != "narration", "level"]
    said, advice = _told_of(levels)
    return f"Read by machine: {said}.{f' {advice}' if to_review else ''}"


def _told_of(levels: pd.Series) -> tuple[str, str]:
    """How many speakers are of which level, and what to do about it."""
    if levels.empty:
        return "nobody’s words were found", "Look through it."
    counts = {level: int((levels == level).sum()) for level in (*FOUND, "")}
    if counts["sure"] == len(levels):
        return f"{'the one speaker' if len(levels) == 1 else f'all {len(levels):,} speakers'} sure", "Review."
    best = "sure" if counts["sure"] or not counts["likely"] else "likely"
    told = [f"{counts[best]:,} of {len(levels):,} speakers {best}"]
    told += [f"{counts['likely']:,} likely"] if counts["likely"] and best == "sure" else []
    told += [f"{counts['guess']:,} guess{'es' * (counts['guess'] != 1)}"] if counts["guess"] else []
    told += [f"{counts['unknown']:,} not found"] if counts["unknown"] else []
    told += [f"{counts['']:,} looked at"] if counts[""] else []
    left = counts["likely"] + counts["guess"] + counts["unknown"]
    return ", ".join(told), "Look through them." if left > 1 else "Look at it." if left else "Review."


def why(how: str, genre: Genre) -> str:
    """How a speaker was found, and how often that was right: a sentence or two; nothing where nobody looked.

    "The sentence names its source. Such answers were right 85 of 100 times (765 measured: news)."
    """
    if not how:
        return ""
    known = rightness(how, genre)
    told = "Too few of these were measured in such texts to say how often they are right."
    if known.n >= FEW:
        unit = " texts" if how in ONCE_A_TEXT else ""
        of = f"{known.n:,}{unit} measured: {GENRE_LABELS[genre].lower()}"
        told = f"Such answers were right {times_of_100(known)} of 100 times ({of})."
    return f"{HOW_MEANINGS[how]} {told}"


def times_of_100(known: Rightness) -> int:
    """How many of a hundred were right; 100 only where all were."""
    return min(round(100 * known.right / known.n), 99) if known.right < known.n else 100


def in_doubt(row: Statement, genre: str) -> float:
    """How far an answer is to be trusted, 0 to 1: the lower, the sooner it should be looked at.

    What was not found is looked at first. Of the reporter's own account the same is known as of what somebody says.
    """
    return 0.0 if row.level == "unknown" else at_least(row.how, genre)


def doubtful(row: Statement, genre: str) -> bool:
    """Whether a statement should be looked through: its speaker is not sure, or its account may be somebody's words."""
    if row.form == "narration":
        return bool(row.how) and in_doubt(row, genre) < LIKELY
    return row.level not in ("", "sure")


def by_doubt(rows: Iterable[Statement], genre: str) -> list[Statement]:
    """The statements in the order in which Review leads through them.

    What was not found first, then the kinds of cue that were right least often; of one kind in the order of the text.
    """
    return sorted(rows, key=lambda row: (in_doubt(row, genre), row.sentence))
