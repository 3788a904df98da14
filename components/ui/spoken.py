"""Who says a statement, as every list and panel shows it: the side's mark, the name, and through whom it is heard.

The mark is hollow where a side is heard only as another side tells it. What somebody of the same side relays is the side's
own word, and says who relays it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from components.analysis.summaries import sides_of
from components.analysis.voices import relayed_through
from components.model.fields import said_names
from components.model.safe import html_text
from components.ui import frame
from components.ui.filter_panel import Shown


class Voice(NamedTuple):
    """The side of a statement, and the actor of another side through whom alone it is heard; else nothing."""

    side: str
    through: str


def voices_of(shown: Shown, rows: pd.DataFrame) -> list[Voice]:
    """The voice of each row of the statements."""
    sides = shown.package.sides
    return [Voice(str(a), str(b)) for a, b in zip(sides_of(rows, sides), relayed_through(rows, sides), strict=True)]


def glyph_of(shown: Shown, voice: Voice) -> str:
    """The mark of a voice as HTML."""
    return frame.side_glyph(shown.marks.mark(voice.side), relayed=bool(voice.through))


def through_whom(shown: Shown, row: Any, voice: Voice) -> str:
    """As Brook tells it, relayed by Brook, or nothing."""
    if not row.via:
        return ""
    teller = shown.package.short_names[row.via]
    return f"as {teller} tells it" if voice.through else f"relayed by {teller}"


def who_says(shown: Shown, row: Any, voice: Voice) -> str:
    """Mark and name as HTML, and the level where a machine found the speaker."""
    name = html_text(said_names(row.speakers, shown.package.short_names))
    return f'{glyph_of(shown, voice)} <b class="rd-who">{name}</b>{frame.guess_mark(row.level)}'


def in_full(shown: Shown, speakers: Sequence[str]) -> str:
    """The whole names, each with its office where it is known."""
    actors = {actor.id: actor for actor in shown.package.actors}
    said = [
        f"{actors[id].name}, {actors[id].role}"
        if id in actors and actors[id].role
        else shown.package.actor_names.get(id, id)
        for id in speakers
    ]
    return "; ".join(said)
