"""Who says a statement, as every list and panel shows it: the side's mark, the name, and through whom it is heard.

The mark is hollow where a side is heard only as another side tells it. What somebody of the same side relays is the side's
own word, and says who relays it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from components.analysis.voices import relayer_of, side_of
from components.article.package import Package
from components.model.fields import said_names
from components.model.safe import html_text
from components.ui import frame
from components.ui.filter_panel import Shown


class Voice(NamedTuple):
    """The side of a statement, and the actor of another side through whom alone it is heard; else nothing."""

    side: str
    through: str


def voice_of(package: Package, row: Any) -> Voice:
    """The voice of a statement of an article."""
    return Voice(side_of(row.speakers, package.sides), relayer_of(row.speakers, row.via, package.sides))


def glyph_of(shown: Shown, voice: Voice) -> str:
    """The mark of a voice as HTML."""
    return frame.side_glyph(shown.marks.mark(voice.side), relayed=bool(voice.through))


def through_whom(shown: Shown, row: Any) -> str:
    """As Brook tells it, relayed by Brook, or nothing."""
    if not row.via:
        return ""
    teller = shown.package.short_names[row.via]
    return f"as {teller} tells it" if voice_of(shown.package, row).through else f"relayed by {teller}"


def who_says(shown: Shown, row: Any) -> str:
    """Mark and name as HTML, and the level where a machine found the speaker."""
    voice = voice_of(shown.package, row)
    name = html_text(said_names(row.speakers, shown.package.short_names))
    return f'{glyph_of(shown, voice)} <b class="rd-who">{name}</b>{frame.guess_mark(row.level)}'


def who_through_whom(shown: Shown, row: Any) -> str:
    """`who_says`, and behind a comma through whom, as HTML for one line."""
    through = through_whom(shown, row)
    return f"{who_says(shown, row)}{f', {html_text(through)}' if through else ''}"


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
