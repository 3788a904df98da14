"""The topic timeline along the article: a lane per topic, a bar per statement, sections as bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.palette import HAIR, QUIET, SMALL, Marks, axis, carry, figure, label, quiet, trace
from components.model.codebook import REPORTER
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW = 42
HEADER = 24
BAR, HALF = 15 / 42, 7.5 / 42
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
) -> go.Figure:
    """One bar per statement and topic, at its sentence, in the colour of its side.

    `along` is `summaries.topics_along_article`, `bands` is `summaries.section_bands` of the whole article. `hints` gives
    each statement's words for the hover box. A bar carries its statement in `customdata`.
    """
    marks = list(each_row(along))
    lanes = list(dict.fromkeys(mark.topic for mark in marks))
    last = int(bands["last"].max())
    data = [
        _bars([mark for mark in marks if mark.side == side], side, side_labels, topic_labels, hints, looks)
        for side in dict.fromkeys(mark.side for mark in marks)
    ]
    counts = Counter(mark.topic for mark in marks)
    names = [
        label(f"{plotly_text(topic_labels[topic])} {quiet(str(counts[topic]))}", i + 0.26)
        for i, topic in enumerate(lanes)
    ]
    ticks = _ticks(last)
    return figure(
        data,
        height=HEADER + ROW * len(lanes) + 24,
        top=HEADER,
        barmode="overlay",
        bargap=0,
        xaxis=axis(range=[0.4, last + 0.6], tickmode="array", tickvals=ticks),
        yaxis=axis(range=[len(lanes), 0], showticklabels=False),
        annotations=[*names, *_section_numbers(bands)],
        shapes=[*_bands(bands, len(lanes)), *[_rule(i) for i in range(1, len(lanes) + 1)]],
    )


def _ticks(last: int) -> list[int]:
    """Round numbers of sentences, twelve at the most, none so near to the end that it would be cut off.

    >>> _ticks(91)
    [20, 40, 60, 80]
    """
    step = next(each * power for power in (1, 10, 100, 1000) for each in (20, 50, 100) if last < 12 * each * power)
    return [tick for tick in range(step, last, step) if tick < last - step / 10]


def _bars(
    part: Sequence[Any],
    side: str,
    side_labels: Mapping[str, str],
    topic_labels: Mapping[str, str],
    hints: Mapping[str, str],
    looks: Marks,
) -> dict[str, Any]:
    height = HALF if side == REPORTER else BAR
    return trace(
        "bar",
        x=[each.sentence for each in part],
        y=[-height] * len(part),  # the axis runs downwards, so a bar that rises has a negative height
        base=[each.lane + 0.99 for each in part],
        width=0.78,
        marker={"color": looks.mark(side).colour, "line": {"width": 0}},
        customdata=[carry([each.statement], f"Statement {each.sentence}") for each in part],
        hovertext=[
            f"<b>{each.sentence}</b> {plotly_text(topic_labels[each.topic])} · {plotly_text(side_labels[side])}<br>"
            f"{plotly_lines(hints[each.statement])}"
            for each in part
        ],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.45}},
    )


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


def _rule(row: int) -> dict[str, Any]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": row, "y1": row,
        "line": {"color": HAIR, "width": 1}, "layer": "below",
    }  # fmt: skip
