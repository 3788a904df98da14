"""Two articles side by side, as rows: what the texts have in common, and what only one of them has.

A **point** is what one or both articles report: the statements of each that do. Points stand under **subjects**: those of
the general codebook, a name where no subject is coded, that the meeting took place, or other. Nothing here judges: a text that
has no statement on a subject does not tell that the subject was not spoken of.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from components.model.codebook import ID
from components.model.rows import Row, Several, column

Status = Literal["both", "only_a", "only_b"]
STATUSES: tuple[Status, ...] = get_args(Status)

MEETING = "meeting"
"""The subject of what tells that the meeting took place."""
OTHER = "other"
"""The subject of what has none, and names nothing by which it could be called."""

CAVEAT = (
    "A subject that is missing from a text may still have been raised: this compares two texts, not two memories of the "
    "meeting. Which sentences report the same is a guess of a machine, or what a reader decided."
)
"""Stands on the page and in every export."""


class Point(Row):
    """What one or both articles report: a row of `comparison.csv`, linked by the ids of statements."""

    subject: str = column("Id of the subject.", "small letters, digits and hyphens", pattern=ID)
    label: str = column("The subject in words.", "any text", min_length=1)
    status: Status = column("Which of the two articles has it.", ", ".join(STATUSES))
    a: Several = column("Statements of the first article.", "ids of statements, separated by semicolons, or nothing")
    b: Several = column("Statements of the second article.", "ids of statements, separated by semicolons, or nothing")
    against: str = column("By what the two may stand against each other, a candidate.", "any text, or nothing")
    decided: Literal["", "yes"] = column("Whether a reader decided it.", "yes, or nothing where a machine guessed")
    marked: Literal["", "yes"] = column("Whether a reader marked its subject.", "yes, or nothing", default="")


def point(
    subject: str,
    label: str,
    a: Sequence[str],
    b: Sequence[str],
    *,
    against: str = "",
    decided: bool = False,
    marked: bool = False,
) -> Point:
    """A point with the status that its statements give it. Raises ValueError where it has no statement."""
    if not a and not b:
        raise ValueError("a point has at least one statement")
    status: Status = "both" if a and b else "only_a" if a else "only_b"
    return Point(
        subject=subject,
        label=label,
        status=status,
        a=tuple(a),
        b=tuple(b),
        against=against if status == "both" else "",
        decided="yes" if decided else "",
        marked="yes" if marked else "",
    )


class Subject(NamedTuple):
    """A row of the comparison: a subject with its points."""

    id: str
    label: str
    points: tuple[Point, ...]

    @property
    def a(self) -> tuple[str, ...]:
        """The statements of the first article, each once."""
        return tuple(dict.fromkeys(id for each in self.points for id in each.a))

    @property
    def b(self) -> tuple[str, ...]:
        """The statements of the second article, each once."""
        return tuple(dict.fromkeys(id for each in self.points for id in each.b))

    @property
    def status(self) -> Status:
        """Which of the two articles speaks of it at all."""
        return "both" if self.a and self.b else "only_a" if self.a else "only_b"

    @property
    def against(self) -> bool:
        """Whether a pair of statements may stand against each other."""
        return any(each.against for each in self.points)

    @property
    def marked(self) -> bool:
        """Whether a reader marked it, to come back to it."""
        return any(each.marked for each in self.points)


def subjects_of(points: Iterable[Point]) -> tuple[Subject, ...]:
    """The points by subject, in the order in which the subjects come."""
    found: dict[str, list[Point]] = {}
    for each in points:
        found.setdefault(each.subject, []).append(each)
    return tuple(Subject(id, part[0].label, tuple(part)) for id, part in found.items())
