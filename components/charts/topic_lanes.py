"""The topic timeline along the article: a lane per topic, a bar per statement, sections as bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from components.charts.palette import (
    CLEAR_GROUND,
    INK,
    LANE,
    PAPER,
    QUIET,
    SMALL,
    Marks,
    axis,
    carry,
    figure,
    still,
    trace,
)
from components.model.codebook import REPORTER
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEADER = 24
BAR, HALF = 18 / LANE, 9 / LANE
"""Heights of a bar as shares of a lane; a reporter's bar is half as high, so that colour is not the only sign."""

ROOM_FOR_NUMBERS = 16
"""Numbers of sections that stand beside each other on a narrow screen."""


def draw_topic_lanes(
    along: pd.DataFrame,
    bands: pd.DataFrame,
    topic_labels: Mapping[str, str],
    side_labels: Mapping[str, str],
    hints: Mapping[str, str],
    looks: Marks,
    *,
    chosen: tuple[str, str] = ("", ""),
) -> go.Figure:
    """One bar per statement and topic, at its sentence, in the colour of its side; hollow where the side is only relayed.

    `along` is `summaries.topics_along_article`, `bands` is `summaries.section_bands` of the whole article. `hints` gives
    each statement's words for the hover box; `chosen` are the topic and the statement that are read. A bar carries its
    statement in `customdata`, and its topic's label as title. What the lanes are is written beside them.
    """
    marks = list(each_row(along))
    lanes = along["topic"].nunique()
    last = int(bands["last"].max())
    groups = dict.fromkeys((mark.side, mark.relayed) for mark in marks)
    data = [
        _bars(
            [mark for mark in marks if (mark.side, mark.relayed) == (side, relayed)],
            _look(side, looks, relayed=relayed),
            f"{side_labels[side]}{', as another side tells it' if relayed else ''}",
            topic_labels,
            hints,
        )
        for side, relayed in groups
    ]
    open_at = [mark for mark in marks if (mark.topic, mark.statement) == chosen]
    return figure(
        data,
        height=HEADER + LANE * lanes + 22,
        top=HEADER,
        bottom=22,
        barmode="overlay",
        bargap=0,
        xaxis=axis(range=[0.4, last + 0.6], tickmode="array", tickvals=_ticks(last)),
        yaxis=axis(range=[lanes, 0], showticklabels=False),
        annotations=_section_numbers(bands),
        shapes=[*_bands(bands, lanes), *(shape for mark in open_at for shape in _frames(mark, last))],
        paper_bgcolor=CLEAR_GROUND,
        plot_bgcolor=CLEAR_GROUND,
    )


def numbered(bands: pd.DataFrame) -> tuple[bool, bool]:
    """Whether sections have their numbers above the lanes, and statements below them."""
    return bool(_section_numbers(bands)), bool(_ticks(int(bands["last"].max())))


def _ticks(last: int) -> list[int]:
    """Round numbers of sentences, twelve at the most, none so near to the end that it would be cut off.

    >>> _ticks(91)
    [20, 40, 60, 80]
    """
    step = next(each * power for power in (1, 10, 100, 1000) for each in (20, 50, 100) if last < 12 * each * power)
    return [tick for tick in range(step, last, step) if tick < last - step / 10]


class _Look(NamedTuple):
    height: float
    fill: str
    line: dict[str, Any]


def _look(side: str, looks: Marks, *, relayed: bool) -> _Look:
    colour = looks.mark(side).colour
    height = HALF if side == REPORTER else BAR
    return _Look(height, PAPER if relayed else colour, {"width": 1.6 if relayed else 0, "color": colour})


def _bars(
    part: Sequence[Any], look: _Look, who: str, topic_labels: Mapping[str, str], hints: Mapping[str, str]
) -> dict[str, Any]:
    return trace(
        "bar",
        x=[each.sentence for each in part],
        y=[-look.height] * len(part),  # the axis runs downwards, so a bar that rises has a negative height
        base=[each.lane + 0.5 + BAR / 2 for each in part],
        width=0.78,
        marker={"color": look.fill, "line": look.line},
        customdata=[carry([each.statement], topic_labels[each.topic]) for each in part],
        hovertext=[
            f"<b>{each.sentence}</b> {plotly_text(topic_labels[each.topic])} · {plotly_text(who)}<br>"
            f"{plotly_lines(hints[each.statement])}"
            for each in part
        ],
        hoverinfo="text",
        **still(),
    )


def _frames(mark: Any, last: int) -> Iterator[dict[str, Any]]:
    """Around the lane that is open, and around the bar that is read."""
    line = {"color": INK, "width": 1}
    yield {"type": "rect", "x0": 0.45, "x1": last + 0.55, "y0": mark.lane + 0.02, "y1": mark.lane + 0.98, "line": line}
    yield {
        "type": "rect", "x0": mark.sentence - 0.5, "x1": mark.sentence + 0.5, "y0": mark.lane + 0.12, "y1": mark.lane + 0.88,
        "line": {"color": INK, "width": 2},
    }  # fmt: skip


def _bands(bands: pd.DataFrame, lanes: int) -> list[dict[str, Any]]:
    """Every second section shaded."""
    return [
        {
            "type": "rect", "x0": band.first - 0.5, "x1": band.last + 0.5, "y0": 0, "y1": lanes,
            "fillcolor": QUIET, "opacity": 0.07, "line": {"width": 0}, "layer": "below",
        }
        for band in each_row(bands)
        if band.section % 2 == 1
    ]  # fmt: skip


def _section_numbers(bands: pd.DataFrame) -> Sequence[dict[str, Any]]:
    """Above its band; where there are too many, above every second, third or tenth one."""
    every = -(-len(bands) // ROOM_FOR_NUMBERS)
    return [
        {
            "text": str(band.section), "x": (band.first + band.last) / 2, "y": 0, "yshift": 10, "yanchor": "middle",
            "showarrow": False, "font": {"size": SMALL, "color": QUIET},
        }
        for band in each_row(bands)
        if band.section and band.section % every == 0
    ]  # fmt: skip
