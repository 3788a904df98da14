"""Colours and the one template of all charts.

Colour means the side of a speaker and nothing else; shape says the same for readers who do not see the hue. Words, means
and dates are ink; statements without a side are grey; one violet marks that the scorers contradict each other. Which side
has which colour is decided article by article (`Marks`): no colour belongs to a country.

Charts do not know the reader's theme. They are built with placeholders ("#000001" …) that Streamlit's own plotly theme
replaces in the browser by the colours of `.streamlit/config.toml`, so that one figure serves light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from components.model.codebook import JOINT as SEVERAL
from components.model.codebook import OTHER, REPORTER

if TYPE_CHECKING:
    import plotly.graph_objects as go


FIRST, SECOND, THIRD, JOINT, QUIET, CONTRADICTION = (f"#{slot:06d}" for slot in range(1, 7))
FOURTH, FIFTH, REST = (f"#{slot:06d}" for slot in range(7, 10))
INK = "#000010"
LINE, PAPER, HAIR = "#000037", "#000038", "#000039"

# The same colours as they are in the theme, for HTML (light, dark). A test holds them against .streamlit/config.toml.
SLOTS: dict[str, tuple[str, str]] = {
    FIRST: ("#1f5f99", "#6fb1e8"),
    SECOND: ("#c4500c", "#f0924a"),
    THIRD: ("#12a08a", "#8be8c0"),
    JOINT: ("#690a5a", "#b566a2"),
    QUIET: ("#67635b", "#9c978e"),
    CONTRADICTION: ("#7564dc", "#a99bff"),
    FOURTH: ("#7a350a", "#c25335"),
    FIFTH: ("#11338a", "#5782e0"),
    REST: ("#3f3c37", "#6b675f"),
    INK: ("#1d2126", "#e7e4dd"),
    PAPER: ("#fbfaf7", "#15181c"),
}


class SideMark(NamedTuple):
    """How a side looks: its colour as placeholder, its shape, the glyph beside its name, and the colour of its words.

    `theme` is the theme's name of that colour, where it has one; the others are told by their glyph alone. `hollow` is the
    glyph where the side is heard only through another one, `<symbol>-open` the shape; of a circle it has a dot inside, for
    an empty one is the reporter's.
    """

    colour: str
    symbol: str
    glyph: str
    words: tuple[str, str]
    theme: str = ""

    @property
    def hollow(self) -> str:
        """The glyph of the side where it is heard only through another one."""
        return HOLLOW[self.glyph]

    @property
    def hollow_symbol(self) -> str:
        """The shape of a mark in a chart, likewise."""
        return "circle-open-dot" if self.symbol == "circle" else f"{self.symbol.removesuffix('-open')}-open"


HOLLOW = {"●": "◎", "◆": "◇", "▲": "△", "⬟": "⬠", "★": "☆", "✚": "✛", "■": "□", "○": "○"}
"""The glyphs of the sides, and the same hollow."""

SIDES = (
    SideMark(FIRST, "circle", "●", ("#1f5f99", "#6fb1e8"), "blue"),
    SideMark(SECOND, "diamond", "◆", ("#b8480a", "#f0924a"), "orange"),
    SideMark(THIRD, "triangle-up", "▲", ("#0b7d6c", "#8be8c0"), "green"),
    SideMark(FOURTH, "pentagon", "⬟", ("#7a350a", "#d9745a")),
    SideMark(FIFTH, "star", "★", ("#11338a", "#7fa0ea")),
)
"""The marks of the sides that are heard most, in this order: as many as stay apart for every kind of eye (a test says so)."""

SHARED = SideMark(REST, "cross", "✚", ("#3f3c37", "#a9a49a"))
"""The mark that all the other sides share."""

_ALWAYS = {
    REPORTER: SideMark(QUIET, "circle-open", "○", ("#67635b", "#a9a49a"), "gray"),
    SEVERAL: SideMark(JOINT, "square", "■", ("#690a5a", "#c989b9"), "violet"),
}


@dataclass(frozen=True)
class Marks:
    """Which side of an article has which mark: the same on every page, whatever the filter."""

    own: Mapping[str, SideMark]

    @classmethod
    def of(cls, heard: Iterable[str]) -> Marks:
        """The marks of an article, from its sides, those heard most first."""
        named = (side for side in heard if side not in (*_ALWAYS, OTHER))
        return cls({**dict(zip(named, SIDES, strict=False)), **_ALWAYS})

    def mark(self, side: str) -> SideMark:
        """How a side looks."""
        return self.own.get(side, SHARED)

    def shares(self, side: str) -> bool:
        """Whether a side has no mark of its own."""
        return side not in self.own


FONT = 14
LABEL = 13
TICK = 12
SMALL = 11

LANE = 36
"""Pixels of a lane beside which the page writes what it is."""

UNDER_MIDDLE = 7
"""Pixels by which the marks of a lane lie under its middle: on a narrow screen the label stands above them.

`ui/styles.css` moves lanes up by so many where it does not.
"""

CLEAR_GROUND = "rgba(0,0,0,0)"
"""No ground of the chart's own: the page's lanes are seen through it."""

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


def figure(data: Iterable[dict[str, Any]], *, height: int, top: int = 8, bottom: int = 24, **layout: Any) -> go.Figure:
    """A figure after the template: no legend, no title, no toolbar, explicit height, the plot's edge on the text's edge."""
    whole = {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": top, "b": bottom, "pad": 0},
        "font": {"size": FONT, "color": INK},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": LINE, "align": "left", "font": {"size": LABEL, "color": INK}},
        **layout,
    }
    import plotly.graph_objects as go  # heavy: pages without a chart do not need it

    # Checking every property takes plotly longer than all the rest of a page; the tests check every chart instead.
    return go.Figure({"data": list(data), "layout": whole}, _validate=False)


def trace(kind: str, **settings: Any) -> dict[str, Any]:
    """A trace without a name, as plotly's plain dictionary."""
    return {"type": kind, "name": "", **settings}


def still(words: str = INK, *, marks: float = 1) -> dict[str, Any]:
    """What the press of a mark leaves of the others: their words in the colour that they have, and so much of the marks.

    What is chosen is told by a ring, a frame or the answer; plotly itself would leave a fifth, which nobody can read.
    """
    rest = {"marker": {"opacity": marks}, "textfont": {"color": words}}
    return {"selected": {"marker": {"opacity": 1}}, "unselected": rest}


def axis(**settings: Any) -> dict[str, Any]:
    """An axis after the template: no title, no line, no ticks; only what is asked for."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "title": None,
        "tickfont": {"size": TICK, "color": QUIET},
        **settings,
    }


def label(text: str, y: float, *, colour: str = INK, size: int = LABEL, **settings: Any) -> dict[str, Any]:
    """Words at the left edge of the plot, above their row."""
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -2,  # plotly pads annotations by two pixels
        "y": y,
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "align": "left",
        "font": {"size": size, "color": colour},
        **settings,
    }


def areas(counts: Sequence[int], *, least: float, most: float, largest: int) -> list[float]:
    """Diameters in pixels, from `least` up, of marks whose areas stand for counts.

    All of them shrink where the largest count of the chart would take more than `most`.

    >>> areas([4, 9], least=2, most=26, largest=9), areas([100, 25], least=2, most=26, largest=100)
    ([12.0, 17.0], [26.0, 14.0])
    """
    scale = min(5.0, (most - least) / max(largest, 1) ** 0.5)
    return [scale * count**0.5 + least for count in counts]


def carry(ids: Iterable[str], title: str, entry: str = "") -> list[str]:
    """What a mark carries in `customdata`: its statements joined by spaces, a title for them, an entry of the record.

    Positions in a chart are not reliable when a mark is selected; what a mark carries is.
    """
    return [" ".join(ids), title, entry]


def quiet(text: str) -> str:
    """Secondary words inside an annotation. The text must be escaped already."""
    return f"<span style='color:{QUIET}'>{text}</span>"
