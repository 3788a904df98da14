"""From two articles to points: what both report, what only one does, and under which subject it stands.

Every statement of both articles stands in at least one point. A matched pair stands under the subject that both
statements have; what has no subject of its own goes on with that of the sentence before it in the same paragraph, or is
called by a name that it holds.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from components.analysis.comparison.accounts import Account
from components.analysis.comparison.against import against
from components.analysis.comparison.matching import Match, matches, tells_of_meeting
from components.analysis.comparison.words import akin, names_in
from components.model.codebook import Codebook
from components.model.comparison import MEETING, OTHER, Point, point
from components.model.ids import slug

LABELS = {MEETING: "The meeting itself", OTHER: "Other"}
NAMED = "name-"
"""The beginning of the id of a subject that is called by a name."""

Under = dict[tuple[str, str], list[tuple[list[int], list[int]]]]
"""Subject (id, label) to points: places of statements in each article."""


def propose(a: Account, b: Account, general: Codebook) -> tuple[Point, ...]:
    """The points that a machine finds, subject by subject in the order in which either article comes to them."""
    found = matches(a.sentences, b.sentences)
    subject = _Subjects(a, b, found, {**general.topic_labels, **LABELS})
    under: Under = {id: _groups(pairs) for id, pairs in _by_subject(found, subject.of_match).items()}
    alone = [
        (side, place)
        for side, account in enumerate((a, b))
        for place in range(len(account.rows))
        if place not in subject.matched[side]
    ]
    for side, place in alone:
        under.setdefault(subject.of_single(side, place), []).append(_single(side, place))
    for side, place in alone:
        for id in subject.others_of(side, place):
            if id in under:
                under[id].append(_single(side, place))
    order = sorted(under.items(), key=lambda item: (item[0][0] == OTHER, _first(item[1], a, b)))
    return tuple(
        _point(id, a, b, places)
        for id, points in order
        for places in sorted(points, key=lambda each: _first([each], a, b))
    )


def _single(side: int, place: int) -> tuple[list[int], list[int]]:
    return ([place], []) if side == 0 else ([], [place])


def _by_subject(found: Sequence[Match], of: Callable[[Match], tuple[str, str]]) -> dict[tuple[str, str], list[Match]]:
    return {id: list(pairs) for id, pairs in groupby(sorted(found, key=of), key=of)}


def _groups(pairs: Sequence[Match]) -> list[tuple[list[int], list[int]]]:
    """The pairs of a subject as points: pairs that share a statement are one point."""
    groups: list[tuple[list[int], list[int]]] = []
    for each in pairs:
        joined = [group for group in groups if each.a in group[0] or each.b in group[1]]
        groups = [group for group in groups if group not in joined]
        in_a = sorted({each.a, *(place for group in joined for place in group[0])})
        in_b = sorted({each.b, *(place for group in joined for place in group[1])})
        groups.append((in_a, in_b))
    return groups


def _first(points: Sequence[tuple[list[int], list[int]]], a: Account, b: Account) -> float:
    """Where either article comes to it first, as a share of the article."""
    return min(
        place / len(account.rows)
        for in_a, in_b in points
        for account, places in ((a, in_a), (b, in_b))
        for place in places
    )


def _point(id: tuple[str, str], a: Account, b: Account, places: tuple[list[int], list[int]]) -> Point:
    in_a, in_b = ([account.rows[n] for n in each] for account, each in zip((a, b), places, strict=True))
    texts = [[account.sentences[n].text for n in each] for account, each in zip((a, b), places, strict=True)]
    why = against(*texts) if in_a and in_b and id[0] != MEETING else ""
    return point(*id, [row.statement for row in in_a], [row.statement for row in in_b], against=why)


class _Subjects:
    """Under which subjects the statements of two articles stand."""

    def __init__(self, a: Account, b: Account, found: Sequence[Match], labels: Mapping[str, str]) -> None:
        self.accounts, self.labels = (a, b), labels
        self.order = {id: n for n, id in enumerate(labels)}
        self.matched: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self.parties = {
            word for account in (a, b) for name in _party_names(account) for word in name.casefold().split()
        }
        for each in found:
            for of_side, place in zip(self.matched, (each.a, each.b), strict=True):
                of_side.setdefault(place, self.of_match(each)[0])

    def of_match(self, match: Match) -> tuple[str, str]:
        """The subject of a pair: the first that both have, else the first that either has, else one by a name.

        Which article is the first one makes no difference.
        """
        of_a, of_b = (account.subjects[place] for account, place in zip(self.accounts, match[:2], strict=True))
        if match.opens:
            return self._labelled(MEETING)
        if both := [each for each in of_a if each in of_b]:
            return self._labelled(min(both, key=lambda each: (of_a.index(each) + of_b.index(each), self.order[each])))
        if either := {each: own.index(each) for own in (of_a, of_b) for each in own}:
            return self._labelled(min(either, key=lambda each: (either[each], self.order[each])))
        names = self._names(0, match.a)
        theirs = self._names(1, match.b)
        shared = [name for name in names if name.casefold() in map(str.casefold, theirs)]
        return self._named([*shared, *sorted((*names, *theirs))])

    def of_single(self, side: int, place: int) -> tuple[str, str]:
        """The subject of a statement that has no match: its first one, or one by what stands around or in it."""
        if own := self.accounts[side].subjects[place]:
            return self._labelled(own[0])
        if place == 0 and tells_of_meeting(self.accounts[side].sentences[0].text):
            return self._labelled(MEETING)
        if before := self._before(side, place):
            return self._labelled(before)
        return self._named(self._names(side, place))

    def others_of(self, side: int, place: int) -> list[tuple[str, str]]:
        """The subjects that it has beside its first."""
        return [self._labelled(each) for each in self.accounts[side].subjects[place][1:]]

    def _before(self, side: int, place: int) -> str:
        """The subject of the sentences before it in the same paragraph; nothing where there is none."""
        account = self.accounts[side]
        here = account.rows[place]
        for n in range(place - 1, -1, -1):
            row = account.rows[n]
            if (row.section, row.paragraph) != (here.section, here.paragraph):
                return ""
            subject = self.matched[side].get(n) or next(iter(account.subjects[n]), "")
            if subject:
                return "" if subject in (MEETING, OTHER) or subject.startswith(NAMED) else subject
        return ""

    def _names(self, side: int, place: int) -> list[str]:
        """The names in a statement that are not those of the parties."""
        return [
            name
            for name in names_in(self.accounts[side].sentences[place].text)
            if not any(akin(word.casefold(), party, name=True) for word in name.split() for party in self.parties)
        ]

    def _named(self, names: Sequence[str]) -> tuple[str, str]:
        name = next((each for each in names if slug(each)), "")
        return (f"{NAMED}{slug(name)}", name) if name else self._labelled(OTHER)

    def _labelled(self, id: str) -> tuple[str, str]:
        return id, self.labels.get(id, id)


def _party_names(account: Account) -> list[str]:
    """Names of who met and where: of its actors, of whose text it is, and of the sentence that tells of the meeting."""
    first = account.sentences[0].text if account.rows else ""
    opening = names_in(first) if tells_of_meeting(first) else []
    actors = (name for actor in account.package.actors for name in (actor.name, *actor.aliases))
    return [account.name, *actors, *opening]
