"""How well each step of reading agrees with people, and what follows from it for a single answer: `data/evaluation.csv`.

A row is one measurement. Those of a kind of cue say how often the speaker was right who was found by it in texts of a
genre; from them each answer of the machine gets its level.
"""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from components.model.fields import ALLOWED_HOW
from components.model.intervals import ALLOWED as ALLOWED_DATES
from components.model.kinds import GENRES, Genre, How, Level
from components.model.rows import Fault, FaultyFilesError, Row, WholeOrNone, column, found, read_rows

DATA = Path(__file__).parents[2] / "data"

SURE, LIKELY = 0.9, 0.75
"""An answer is sure where those of its kind are right at least nine times in ten, likely from three times in four on."""

CARE = 1.6449
"""Standard deviations that leave one in twenty above them."""

FEW = 10
"""Under so many answers of a kind in a genre, what is known of the kind and of the genre says more."""

NOT_SURE = 0.89
"""The most that a kind is given which was measured elsewhere: short of sure."""

ONCE_A_TEXT: frozenset[How] = frozenset({"issuer", "orator", "opener", "message"})
"""Kinds of cue that are found once for a whole text: all its answers are right or wrong together, so texts are counted."""

SHARES = 3
"""Decimals of a share in the table."""


class Evaluation(Row):
    """How well a step agrees with people, measured once: a row of `data/evaluation.csv`."""

    date: str = column("Day of the measurement.", ALLOWED_DATES)
    label: str = column("What was compared with people.", "any text", min_length=1)
    statistic: str = column("The statistic of agreement.", "any text", min_length=1)
    value: float = column("Its value.", "a number from −1 to 1", ge=-1, le=1)
    dataset: str = column("The texts and the people's judgements.", "any text", min_length=1)
    half: str = column("Which part of the data set was used.", "any text", min_length=1)
    n: int = column(
        "Number of units compared; texts for a kind of cue found once a text.",
        "a whole number from 1",
        ge=1,
    )
    versions: str = column("Versions of what was compared.", "any text, or nothing")
    how: How = column("The kind of cue, of a measurement of one kind.", ALLOWED_HOW)
    genre: str = column(
        "The genre of the texts, of a measurement of one kind of cue.", f"{', '.join(GENRES)}, or nothing"
    )
    right: WholeOrNone = column("How many were right, of a measurement of one kind of cue.", "0 to n, or nothing", ge=0)


def load_evaluation(folder: Path = DATA) -> list[Evaluation]:
    """Read `evaluation.csv` of the data folder. Raises FaultyFilesError with all its faults."""
    file = folder / "evaluation.csv"
    if not file.is_file():
        raise FaultyFilesError([Fault(file.name, "is missing")])
    placed, faults = read_rows(Evaluation, file.read_bytes(), file.name)
    faults += [fault for each in placed if (fault := _fault_of_kind(*each, file.name))]
    if faults:
        raise FaultyFilesError(faults)
    return [row for _, row in placed]


def _fault_of_kind(line: int, row: Evaluation, file: str) -> Fault | None:
    """A measurement of a kind of cue has a genre, and its value is the share of those that were right; others have neither."""
    if not row.how and not row.genre and row.right is None:
        return None
    if row.genre not in GENRES or not row.how:
        name = "how" if row.genre in GENRES else "genre"
        return Fault(file, found(getattr(row, name), Evaluation.allowed(name), "A kind of cue has a genre"), line, name)
    if row.right is None or row.right > row.n:
        return Fault(
            file, found("" if row.right is None else row.right, f"a whole number from 0 to {row.n}"), line, "right"
        )
    share = round(row.right / row.n, SHARES)
    return None if row.value == share else Fault(file, found(row.value, f"{share}, which is right / n"), line, "value")


# --- From the measurements to a level -----------------------------------------------------------


class Rightness(NamedTuple):
    """How many of n answers of a kind were right."""

    right: int
    n: int

    @property
    def at_least(self) -> float:
        """The share that is right in the long run, 0 to 1, told with care where few were measured.

        The lower end of Wilson's score interval, one-sided at 95% (Wilson 1927, Journal of the American Statistical
        Association 22, pp. 209-212). Of what was never measured nothing is known.

        >>> [round(Rightness(*each).at_least, 2) for each in ((27, 27), (18, 18), (9, 10), (0, 0))]
        [0.91, 0.87, 0.65, 0.0]
        """
        if not self.n:
            return 0.0
        share, z2 = self.right / self.n, CARE**2
        spread = CARE * math.sqrt(share * (1 - share) / self.n + z2 / (4 * self.n**2))
        return max((share + z2 / (2 * self.n) - spread) / (1 + z2 / self.n), 0.0)


def rightness(how: str, genre: str) -> Rightness:
    """What was measured of a kind of cue in a genre, over all data sets; none of none where it was never met."""
    return _measured().get((how, genre), Rightness(0, 0))


@cache
def at_least(how: str, genre: str) -> float:
    """The share of such answers that is right in the long run, 0 to 1.

    Where fewer than `FEW` were measured it is the lower one of two: that of the kind in all genres, and that of the genre
    over all kinds; neither is enough to be sure by, so it is short of that.
    """
    own = rightness(how, genre)
    if own.n >= FEW:
        return own.at_least
    kind = [each for (of, _), each in _measured().items() if of == how]
    beside = [each for (_, of), each in _measured().items() if of == genre]
    known = [_together(each).at_least for each in (kind, beside) if each]
    return min(NOT_SURE, *known) if known else 0.0


def level_of(how: How, genre: Genre) -> Level:
    """How sure an answer is that was found by this kind of cue in a text of this genre."""
    share = at_least(how, genre)
    return "sure" if share >= SURE else "likely" if share >= LIKELY else "guess"


def _together(several: Iterable[Rightness]) -> Rightness:
    each = list(several)
    return Rightness(sum(one.right for one in each), sum(one.n for one in each))


@cache
def _measured() -> dict[tuple[str, str], Rightness]:
    """What was measured, by kind of cue and genre: of the data that ship with this code, whichever data are shown."""
    found: dict[tuple[str, str], list[Rightness]] = {}
    for row in load_evaluation():
        if row.how:
            found.setdefault((row.how, row.genre), []).append(Rightness(row.right or 0, row.n))
    return {kind: _together(several) for kind, several in found.items()}
