"""Topics by side: who speaks on what, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from components.charts.palette import INK, LABEL, Marks, areas, axis, carry, figure, label, segment, trace
from components.model.safe import plotly_text

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW = 27
UPRIGHT, TURN = 4, 60
"""So many heads of columns have room beside each other; more are turned, which takes so many pixels above."""
LEFT, RIGHT = -2.9, 3.65
"""The columns stand at 0, 1, 2, 3; the space before them holds the topics' names at any width."""


def draw_topic_matrix(
    cells: pd.DataFrame, topic_labels: Mapping[str, str], side_labels: Mapping[str, str], marks: Marks
) -> go.Figure:
    """A dot per topic and side, its area the number of statements, the number beside it.

    `cells` is `summaries.topics_by_side`, with those that share a mark as one. Where there are more columns than their
    heads have room for, the heads are turned. Each dot carries its statements in `customdata`, joined by spaces.
    """
    topics = list(dict.fromkeys(cells["topic"]))
    sides = [side for side in side_labels if side in set(cells["side"])]
    place = dict(zip(sides, _columns(len(sides)), strict=True))
    row = {topic: i for i, topic in enumerate(topics)}
    x = [place[side] for side in cells["side"]]
    y = [row[topic] for topic in cells["topic"]]
    counts = cells["count"].tolist()
    looks = [marks.mark(side) for side in cells["side"]]
    turned = len(sides) > UPRIGHT
    dots = trace(
        "scatter",
        x=x,
        y=y,
        mode="markers+text",
        text=[f"\u2002{count}" for count in counts],
        textposition="middle right",
        textfont={"size": LABEL, "color": INK},
        marker={
            "size": areas(counts, least=2, most=ROW - 1, largest=max(counts, default=1)),
            "color": [mark.colour for mark in looks],
            "symbol": [mark.symbol for mark in looks],
            "opacity": 1,
        },
        customdata=[
            carry(ids, f"{topic_labels[topic]}, {side_labels[side]}")
            for topic, side, ids in zip(cells["topic"], cells["side"], cells["ids"], strict=True)
        ],
        hovertext=[
            f"<b>{plotly_text(topic_labels[topic])}</b>, {plotly_text(side_labels[side])}: {count}"
            for topic, side, count in zip(cells["topic"], cells["side"], counts, strict=True)
        ],
        hoverinfo="text",
    )
    heads = [
        {
            "text": plotly_text(side_labels[side]), "x": place[side], "y": -0.85, "xanchor": "center", "yanchor": "middle",
            "showarrow": False, "font": {"size": 13, "color": INK}, **(_TURNED if turned else {}),
        }
        for side in sides
    ]  # fmt: skip
    names = [label(plotly_text(topic_labels[topic]), row[topic]) for topic in topics]
    rules = [segment(LEFT, RIGHT, i + 0.5, i + 0.5) for i in row.values()]
    return figure(
        [dots],
        height=ROW * (len(topics) + 1) + 8 + (TURN if turned else 0),
        top=TURN if turned else 0,
        bottom=8,
        xaxis=axis(range=[LEFT, RIGHT], showticklabels=False),
        yaxis=axis(range=[len(topics) - 0.45, -1.3], showticklabels=False),
        annotations=[*heads, *names],
        shapes=rules,
    )


_TURNED = {"textangle": -45, "xanchor": "left", "yanchor": "bottom", "y": -0.55, "xshift": -6}


def _columns(count: int) -> list[float]:
    """Up to four columns one apart; more of them closer together in the same space."""
    step = min(1.0, 3 / max(count - 1, 1))
    return [i * step for i in range(count)]
