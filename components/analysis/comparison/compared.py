"""A comparison as it stands: two accounts and the points under their subjects; its figures, and itself for other programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from components.analysis.comparison.accounts import Account
from components.analysis.english import capital, listed, number, possessive
from components.model.comparison import CAVEAT, MEETING, OTHER, Point, Status, Subject, subjects_of

GROUPS: tuple[Status, ...] = ("only_b", "only_a", "both")
"""The order of the rows: what is missing from the first text, then from the second, then what both have."""

NAMED = 4
"""Of the subjects that only one text has so many are named."""


@dataclass(frozen=True)
class Compared:
    """Two articles and the points that they have together or alone."""

    a: Account
    b: Account
    points: tuple[Point, ...]

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The rows: first what only one text has, last what tells of the meeting itself or has no subject."""
        found = subjects_of(self.points)
        return tuple(sorted(found, key=lambda each: (each.id in (MEETING, OTHER), GROUPS.index(each.status))))

    def with_status(self, status: Status) -> list[Subject]:
        """The subjects of one group, without the meeting itself and what has none."""
        return [each for each in self.subjects if each.status == status and each.id not in (MEETING, OTHER)]

    @property
    def names(self) -> tuple[str, str]:
        """How a sentence calls the two texts: "Tolvia’s readout", or the first and the second text."""
        names = [each.name for each in (self.a, self.b)]
        if not all(names) or names[0].casefold() == names[1].casefold():
            return "the first text", "the second text"
        what = "readout" if self.are_readouts else "text"
        return f"{possessive(names[0])} {what}", f"{possessive(names[1])} {what}"

    @property
    def are_readouts(self) -> bool:
        """Whether both articles are accounts of a meeting."""
        return all(each.package.about.genre == "readout" for each in (self.a, self.b))

    @cached_property
    def counts(self) -> dict[str, int]:
        """Statements in both texts (of the first, of the second), only in one, and points that may stand against each other."""
        shared = [{id for each in self.points if each.status == "both" for id in ids(each)} for ids in (_a, _b)]
        whole = [len(each.rows) for each in (self.a, self.b)]
        return {
            "both_a": len(shared[0]),
            "both_b": len(shared[1]),
            "only_a": whole[0] - len(shared[0]),
            "only_b": whole[1] - len(shared[1]),
            "against": sum(bool(each.against) for each in self.points),
        }

    @cached_property
    def changes(self) -> "Changes":
        """What became of the sentences, where one text is an earlier state of the other."""
        pairs = [each for each in self.points if each.status == "both"]
        equal = {id for each in pairs for id in each.a if id in each.b}
        return Changes(
            equal=len(equal),
            changed=len({id for each in pairs for id in each.a} - equal),
            gone=self.counts["only_a"],
            new=self.counts["only_b"],
        )

    @property
    def is_of_drafts(self) -> bool:
        """Whether at least half of the sentences of the shorter text stand in the other as they are."""
        shorter = min(len(self.a.rows), len(self.b.rows))
        return bool(shorter) and 2 * self.changes.equal >= shorter


class Changes(NamedTuple):
    """Sentences of a draft and of its published text: equal, changed, gone from the first, new in the second."""

    equal: int
    changed: int
    gone: int
    new: int


def _a(each: Point) -> tuple[str, ...]:
    return each.a


def _b(each: Point) -> tuple[str, ...]:
    return each.b


# --- In short -----------------------------------------------------------------------------------


def heading(compared: Compared) -> str:
    """What the comparison comes to, in one line without a full stop."""
    if not compared.a.rows or not compared.b.rows:
        return "One of the two texts has no sentence"
    if _are_equal(compared):
        return "The two texts are the same, sentence by sentence"
    if compared.is_of_drafts:
        return capital(_changed(compared.changes))
    only = {status: len(compared.with_status(status)) for status in GROUPS}
    if not only["only_a"] and not only["only_b"]:
        return _on_the_same(compared, only["both"])
    status: Status = "only_b" if only["only_b"] >= only["only_a"] else "only_a"
    name = compared.names[status == "only_b"]
    return f"{capital(_subjects(only[status]))} {'stands' if only[status] == 1 else 'stand'} only in {name}"


def _changed(changes: Changes) -> str:
    """Seven sentences are equal, two changed, one gone and one new."""
    sentences = (
        f"{number(changes.equal)} sentence{'s' * (changes.equal != 1)} {'is' if changes.equal == 1 else 'are'} equal"
    )
    others = [
        f"{number(count)} {what}" for count, what in zip(changes[1:], ("changed", "gone", "new"), strict=True) if count
    ]
    return f"{sentences}, {listed(others)}" if others else sentences


def _are_equal(compared: Compared) -> bool:
    return [row.statement for row in compared.a.rows] == [row.statement for row in compared.b.rows]


def _on_the_same(compared: Compared, both: int) -> str:
    what = "readouts" if compared.are_readouts else "texts"
    return f"Both {what} speak of the same {_subjects(both)}" if both else f"No subject was found in the two {what}"


def _subjects(count: int) -> str:
    return f"{number(count)} subject{'s' * (count != 1)}"


def in_short(compared: Compared) -> str:
    """The sentences under the heading: which subjects only one text has, and how many both have."""
    alone: list[tuple[Status, str]] = [("only_b", compared.names[1]), ("only_a", compared.names[0])]
    told = [f"Only in {name}: {_listed(found)}." for status, name in alone if (found := compared.with_status(status))]
    both = len(compared.with_status("both"))
    told.append(f"{capital(_subjects(both))} {'is' if both == 1 else 'are'} in both.")
    return " ".join(told)


def _listed(found: Sequence[Subject]) -> str:
    named = [each.label for each in found[:NAMED]]
    more = len(found) - NAMED
    return "; ".join([*named, f"{more} more"] if more > 0 else named)  # a label may have commas and "and"


def in_figures(compared: Compared) -> str:
    """How many statements are in both texts, and how many in one alone; and how many points may stand against each other."""
    counts = compared.counts
    first, second = compared.names
    against = counts["against"]
    told = (
        f"In both: {counts['both_a']} of {len(compared.a.rows)} statements of {first} and {counts['both_b']} of "
        f"{len(compared.b.rows)} of {second}. Only in {first}: {counts['only_a']}. Only in {second}: {counts['only_b']}."
    )
    if against:
        points = f"{number(against)} point{'s' * (against != 1)}"
        told += f" {capital(points)} may stand against each other: look and decide."
    return told


# --- For other programs -------------------------------------------------------------------------


def as_content(compared: Compared) -> dict[str, Any]:
    """The comparison as plain values, for JSON.

    {"a": {"id", "title", "name", "statements": how many}, "b": the same, "in_short": [sentences], "caveat": a sentence,
    "counts": {"both_a", "both_b", "only_a", "only_b", "against"},
    "subjects": [{"subject": id, "label", "status": "only_a", "only_b" or "both", "against": true or false,
    "a": [numbers of statements], "b": the same, "points": [{"status", "a", "b", "against": why, or nothing}]}]}

    A statement has its running number in its article, from 1. Every statement of both stands in at least one row.
    """
    a, b = compared.a, compared.b
    return {
        **{key: _about(each) for key, each in (("a", a), ("b", b))},
        "in_short": [f"{heading(compared)}.", in_short(compared), in_figures(compared)],
        "caveat": CAVEAT,
        "counts": compared.counts,
        "subjects": [
            {
                "subject": each.id,
                "label": each.label,
                "status": each.status,
                "against": each.against,
                "a": sorted(a.numbers(each.a)),
                "b": sorted(b.numbers(each.b)),
                "points": [
                    {"status": one.status, "a": a.numbers(one.a), "b": b.numbers(one.b), "against": one.against}
                    for one in each.points
                ],
            }
            for each in compared.subjects
        ],
    }


def _about(account: Account) -> dict[str, Any]:
    package = account.package
    return {"id": package.id, "title": package.title, "name": account.name, "statements": len(account.rows)}
