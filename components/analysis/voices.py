"""Own or relayed: whether a side is heard itself, or only as another side tells it. Counts never add the two in silence.

A side is heard itself where one of its people speaks, or relays another of them. Where somebody of another side relays
it, we know only what that side says of it. The reporter relays nobody in this sense: reporting is what an article does.
"""

from collections.abc import Collection, Mapping

import pandas as pd

from components.model.codebook import JOINT, OTHER, REPORTER


def is_relayed(side: str, via: str, actor_sides: Mapping[str, str]) -> bool:
    """Whether a side is heard only through another one; `via` is the actor who relays it, or nothing."""
    return bool(via) and actor_sides.get(via, OTHER) not in (side, REPORTER)


def relayed_through(statements: pd.DataFrame, actor_sides: Mapping[str, str]) -> pd.Series:
    """The actor of another side through whom alone a statement is heard; nothing where a side of its own gives it.

    A statement of several sides is heard itself as soon as whoever relays it is of one of them.

    >>> table = pd.DataFrame({"speakers": [("cole",), ("dale",)], "via": ["brook", "brook"]})
    >>> relayed_through(table, {"brook": "eu", "cole": "eu", "dale": "usa"}).tolist()
    ['', 'brook']
    """
    columns = (statements["speakers"], statements["via"])
    found = [relayer_of(speakers, via, actor_sides) for speakers, via in zip(*columns, strict=True)]
    return pd.Series(found, index=statements.index, dtype=object)


def relayer_of(speakers: Collection[str], via: str, actor_sides: Mapping[str, str]) -> str:
    """`relayed_through` of one statement."""
    return via if via and all(is_relayed(side, via, actor_sides) for side in _sides(speakers, actor_sides)) else ""


def side_of(speakers: Collection[str], actor_sides: Mapping[str, str]) -> str:
    """The side of those who give a statement together, or `joint` where they belong to several."""
    found = _sides(speakers, actor_sides)
    return found.pop() if len(found) == 1 else JOINT


def _sides(speakers: Collection[str], actor_sides: Mapping[str, str]) -> set[str]:
    return {actor_sides.get(speaker, OTHER) for speaker in speakers}
