"""Topics by side: who speaks on what, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from components.charts.palette import (
    CLEAR_GROUND,
    INK,
    LABEL,
    PAPER,
    QUIET,
    TICK,
    Marks,
    areas,
    axis,
    carry,
    figure,
    still,
    trace,
)  # fmt: skip
from components.model.safe import plotly_text
from components.model.statements import each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

Column = tuple[str, bool]
"""A side, and whether it is only relayed."""

ROW = 30
HEAD = 24
UPRIGHT, TURN = 4, 76
"""So many heads of columns have room beside each other; more are turned, which takes so many pixels above."""


def draw_topic_matrix(
    cells: pd.DataFrame, columns: Mapping[Column, str], topics: Mapping[str, str], marks: Marks
) -> go.Figure:
    """A dot per topic and column, its area the number of statements, the number beside it.

    `cells` is `summaries.topics_by_side`, with those that share a mark as one; `columns` says what each pair of a side and
    own or relayed is called, from left to right, `topics` the rows from top to bottom. Where there are more columns than
    their heads have room for, the heads are turned. Each dot carries its statements in `customdata`, joined by spaces.
    What the rows are is written beside them.
    """
    row = {topic: i for i, topic in enumerate(topics)}
    place = {column: i for i, column in enumerate(columns)}
    part = [cell for cell in each_row(cells) if cell.topic in row]
    counts = [len(cell.ids) for cell in part]
    looks = [marks.mark(cell.side) for cell in part]
    said = [columns[cell.side, cell.relayed] for cell in part]
    turned = len(columns) > UPRIGHT
    head = TURN if turned else HEAD
    dots = trace(
        "scatter",
        x=[place[cell.side, cell.relayed] for cell in part],
        y=[row[cell.topic] + 0.5 for cell in part],
        mode="markers+text",
        text=[f"\u2002{count}" for count in counts],
        textposition="middle right",
        textfont={"size": LABEL, "color": INK},
        cliponaxis=False,
        marker={
            "size": areas(counts, least=5, most=ROW - 4, largest=max(counts, default=1)),
            "color": [PAPER if cell.relayed else look.colour for cell, look in zip(part, looks, strict=True)],
            "symbol": [look.symbol for look in looks],
            "line": {
                "width": [1.8 if cell.relayed else 0 for cell in part],
                "color": [look.colour for look in looks],
            },
            "opacity": 1,
        },
        customdata=[carry(cell.ids, f"{topics[cell.topic]}, {name}") for cell, name in zip(part, said, strict=True)],
        hovertext=[
            f"<b>{plotly_text(topics[cell.topic])}</b>, {plotly_text(name)}: {len(cell.ids)}"
            for cell, name in zip(part, said, strict=True)
        ],
        hoverinfo="text",
        **still(),
    )
    heads = [
        {
            "text": plotly_text(name), "x": place[column], "xref": "x", "y": 1, "yref": "paper", "yshift": 12, "xanchor": "left",
            "xshift": -8, "yanchor": "middle", "showarrow": False,
            "font": {"size": TICK, "color": QUIET}, **(_TURNED if turned else {}),
        }
        for column, name in columns.items()
    ]  # fmt: skip
    return figure(
        [dots],
        height=head + ROW * len(topics) + 2,
        top=head,
        bottom=2,
        xaxis=axis(range=[-0.25, max(len(columns), 3) - 0.15], showticklabels=False),
        yaxis=axis(range=[len(topics), 0], showticklabels=False),
        annotations=heads,
        paper_bgcolor=CLEAR_GROUND,
        plot_bgcolor=CLEAR_GROUND,
    )


_TURNED = {"textangle": -40, "yanchor": "bottom", "yshift": 2, "xshift": -4}
