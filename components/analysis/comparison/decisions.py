"""What a reader decides of a comparison: same, not the same, one subject, another subject, another name, marked; all taken back.

The machine's proposal stays as it is; the decisions are replayed over it in their order. What does not fit any more (a subject
that was joined away) changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from components.model.comparison import Point, point
from components.model.ids import first_free, slug
from components.model.limits import MOST_LABEL_CHARACTERS

Action = Literal["same", "apart", "join", "split", "rename", "mark"]


class Decision(NamedTuple):
    """One decision.

    `same`: the statements `a` and `b` report the same, under `subject`. `apart`: those of a point do not.
    `join`: `subject` is the same as the subject `to`. `split`: the statements `a` and `b` of `subject` get a subject of
    their own, called `to`. `rename`: `subject` is called `to`.
    `mark`: `subject` is marked, or no longer where it was.
    """

    action: Action
    subject: str
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True)
class Decisions:
    """The decisions that stand, and those taken back, the last one last."""

    made: tuple[Decision, ...] = ()
    back: tuple[Decision, ...] = ()

    def with_one(self, decision: Decision) -> "Decisions":
        """One more; what was taken back cannot be brought back then."""
        return Decisions((*self.made, decision))

    def undone(self) -> "Decisions":
        """Without the last one."""
        return Decisions(self.made[:-1], (*self.back, self.made[-1])) if self.made else self

    def redone(self) -> "Decisions":
        """With the one that was taken back last."""
        return Decisions((*self.made, self.back[-1]), self.back[:-1]) if self.back else self


def decided(points: Sequence[Point], decisions: Sequence[Decision]) -> tuple[Point, ...]:
    """The points after the decisions. Every statement of them still stands in at least one."""
    now = list(points)
    for each in decisions:
        now = _STEPS[each.action](now, each)
    return tuple(now)


def _same(points: list[Point], decision: Decision) -> list[Point]:
    """The statements as one point of the subject; they leave the points in which they stood alone, or with one another."""
    under = next((each for each in points if each.subject == decision.subject), None)
    if under is None or not decision.a or not decision.b:
        return points
    in_a, in_b = set(decision.a), set(decision.b)
    marked = _is_marked(points, decision.subject)
    made = point(under.subject, under.label, decision.a, decision.b, decided=True, marked=marked)
    kept = [each for each in points if not (set(each.a) <= in_a and set(each.b) <= in_b)]
    gone = [n for n, each in enumerate(points) if each not in kept]
    place = gone[0] if gone else len(points)
    before = [each for each in points[:place] if each in kept]
    return [*before, made, *kept[len(before) :]]


def _apart(points: list[Point], decision: Decision) -> list[Point]:
    """The statements of a point each alone, under its subject."""
    now: list[Point] = []
    for each in points:
        if (each.subject, each.a, each.b) != (decision.subject, decision.a, decision.b) or each.status != "both":
            now.append(each)
            continue
        parts = [((id,), ()) for id in each.a] + [((), (id,)) for id in each.b]
        now += [point(each.subject, each.label, *part, decided=True, marked=bool(each.marked)) for part in parts]
    return now


def _join(points: list[Point], decision: Decision) -> list[Point]:
    labels = {each.subject: each.label for each in points}
    if decision.to not in labels:
        return points
    return [
        _under(each, decision.to, labels[decision.to]) if each.subject == decision.subject else each for each in points
    ]


def _split(points: list[Point], decision: Decision) -> list[Point]:
    """The points whose statements are all among those of the decision, under a subject of their own."""
    label = decision.to.strip()[:MOST_LABEL_CHARACTERS]
    if not label:
        return points
    id = first_free(slug(label) or "subject", {each.subject for each in points})
    in_a, in_b = set(decision.a), set(decision.b)
    return [
        _under(each, id, label)
        if each.subject == decision.subject and set(each.a) <= in_a and set(each.b) <= in_b
        else each
        for each in points
    ]


def _rename(points: list[Point], decision: Decision) -> list[Point]:
    label = decision.to.strip()[:MOST_LABEL_CHARACTERS]
    return [
        _under(each, each.subject, label) if label and each.subject == decision.subject else each for each in points
    ]


def _mark(points: list[Point], decision: Decision) -> list[Point]:
    """The whole subject, so that it stays marked whatever its points become."""
    mark = "" if _is_marked(points, decision.subject) else "yes"
    return [each.model_copy(update={"marked": mark}) if each.subject == decision.subject else each for each in points]


def _is_marked(points: Sequence[Point], subject: str) -> bool:
    return any(each.marked for each in points if each.subject == subject)


def _under(each: Point, subject: str, label: str) -> Point:
    return each.model_copy(update={"subject": subject, "label": label, "decided": "yes"})


_STEPS = {"same": _same, "apart": _apart, "join": _join, "split": _split, "rename": _rename, "mark": _mark}
