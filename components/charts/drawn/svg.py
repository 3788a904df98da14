"""Pieces of a drawing: text, lines, boxes, and the fillings by which sides stay apart in black and white."""

import textwrap
from collections.abc import Sequence

from components.charts.palette import SLOTS, Marks
from components.model.codebook import REPORTER
from components.model.safe import html_text, xml_text

WIDTH = 250
"""Points across: half of an A4 page with room between; a reader's zoom does the rest."""

INK, QUIET, HAIR, DOT = "#16191d", "#55514a", "#d5d0c4", "#8b877e"
FONT = "'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, 'DejaVu Sans', sans-serif"
SMALL = 8
"""Points of a name that takes two lines: what a wide font needs too."""
HATCHED: Sequence[tuple[str, str]] = (
    ("", ""),
    ("M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", "lines that rise"),
    ("M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2", "lines that fall"),
    ("M0,3 h6", "lines that lie"),
    ("M3,0 v6", "lines that stand"),
)
"""The filling of each mark of `palette.SIDES`: the first is full, the others are hatched, each in another way."""


def text(
    x: float, y: float, said: str, *, size: float = 9.5, weight: int = 400, anchor: str = "start", most: int = 60
) -> str:
    """Words at a place, `y` being their base line; what is longer than `most` characters is cut and says so by its dots."""
    clean = xml_text(said)
    cut = clean if len(clean) <= most else clean[: most - 1] + "…"
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" fill="{INK}">'
        f"{html_text(cut)}</text>"
    )


def label(y: float, said: str, *, across: int, weight: int = 400) -> str:
    """The name of a row whose middle is at `y`: in two smaller lines of so many characters where one does not hold it."""
    clean = " ".join(xml_text(said).split())
    one = len(clean) <= across * SMALL / 9.5
    lines = [clean] if one else textwrap.wrap(clean, across, max_lines=2, placeholder="…")
    size, first = (9.5, y + 3.4) if one else (SMALL, y - 1.2 if len(lines) > 1 else y + 3)
    return "".join(text(0, first + 8.6 * i, each, size=size, weight=weight) for i, each in enumerate(lines))


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = HAIR, width: float = 0.6) -> str:
    """A straight line."""
    return f'<path d="M{x1:.1f},{y1:.1f} L{x2:.1f},{y2:.1f}" stroke="{colour}" stroke-width="{width:g}" fill="none"/>'


def drawing(parts: Sequence[str], *, height: float, says: str, defined: str = "") -> str:
    """The whole drawing, with what it shows in words for who cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" '
        f'role="img" aria-label="{html_text(xml_text(says))}" font-family="{FONT}">{defined}{"".join(parts)}</svg>'
    )


def fillings(sides: Sequence[str], marks: Marks, name: str) -> str:
    """The fillings of these sides as definitions of a drawing. `name` tells drawings of one document apart."""
    made = []
    for i, side in enumerate(sides):
        path = HATCHED[_slot(side, marks)][0]
        colour = SLOTS[marks.mark(side).colour][0]
        if path:
            made.append(
                f'<pattern id="{name}{i}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" '
                f'fill="#fff"/><path d="{path}" stroke="{colour}" stroke-width="1.8"/></pattern>'
            )
    return f"<defs>{''.join(made)}</defs>" if made else ""


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    side: str,
    sides: Sequence[str],
    marks: Marks,
    name: str,
    *,
    relayed: bool,
) -> str:
    """A bar of a side: full or hatched for its own words, only an outline where another tells them; dashed of the reporter."""
    colour = SLOTS[marks.mark(side).colour][0]
    full = f"url(#{name}{sides.index(side)})" if HATCHED[_slot(side, marks)][0] else colour
    hollow = relayed or side == REPORTER
    dashed = ' stroke-dasharray="2.5 1.8"' if side == REPORTER else ""
    return (
        f'<rect x="{x + 0.6:.1f}" y="{y + 0.6:.1f}" width="{max(width - 1.2, 1):.1f}" height="{height - 1.2:.1f}" '
        f'fill="{"#fff" if hollow else full}" stroke="{colour}" stroke-width="1.2"{dashed}/>'
    )


def _slot(side: str, marks: Marks) -> int:
    named = [each for each in marks.own if each != REPORTER]
    return named.index(side) % len(HATCHED) if side in named else len(HATCHED) - 1
