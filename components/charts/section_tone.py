"""Tone by section at a glance: the scorers' means side by side, small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.palette import HAIR, INK, LINE, QUIET, TICK, axis, carry, figure, trace
from components.model.numbers import signed
from components.model.safe import plotly_text
from components.model.statements import ENOUGH, Score, each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

APART = 0.14
"""How far left and right of its section a scorer's mean stands."""

FAINT = 0.55

ROOM_FOR_NUMBERS = 20
"""Numbers of sections that stand beside each other in half of the page."""


def draw_section_tone(tone: pd.DataFrame, scores: Mapping[str, Score], *, height: int) -> go.Figure:
    """Mean and 95% interval per section: the first score as filled ink, the second as open grey.

    `tone` is `summaries.tone_by_section`. Means of fewer than five statements are small, faint and without a line. Each
    mean carries its section's statements in `customdata`, joined by spaces.
    """
    sections = list(dict.fromkeys(tone["section"]))
    place = {section: i for i, section in enumerate(sections)}
    data = []
    for i, score in enumerate(scores.values()):
        part = tone[(tone["score"] == score.key) & (tone["n"] > 0)]
        shift = APART * (2 * i - 1)
        enough = part[part["n"] >= ENOUGH]
        data.append(
            _intervals([place[section] + shift for section in enough["section"]], enough, INK if i == 0 else QUIET)
        )
        data.append(_means([place[section] + shift for section in part["section"]], part, score, filled=i == 0))
    low, high = _reach(tone)
    every = max(2, -(-len(sections) // ROOM_FOR_NUMBERS))
    return figure(
        data,
        height=height,
        top=8,
        bottom=24,
        xaxis=axis(
            range=[-0.6, len(sections) - 0.4],
            tickmode="array",
            tickvals=[place[section] for section in sections][::every],
            ticktext=["Lead" if section == 0 else str(section) for section in sections][::every],
        ),
        yaxis=axis(range=[low, high], showticklabels=False),
        shapes=[_line(0, LINE), _line(0.5, HAIR), _line(-0.5, HAIR)],
        annotations=[_tick(0.5, "+0.5"), _tick(-0.5, "−0.5")],
    )


def _reach(tone: pd.DataFrame) -> tuple[float, float]:
    """The scale: as far as the drawn marks reach, at least −0.55 to +0.62, so that both ticks have their words."""
    enough = tone[tone["n"] >= ENOUGH]
    low = min([-0.5, *tone["mean"].dropna(), *enough["low"]])
    high = max([0.57, *tone["mean"].dropna(), *enough["high"]])
    return float(low) - 0.05, float(high) + 0.05


def _intervals(x: list[float], part: pd.DataFrame, colour: str) -> dict[str, Any]:
    """All intervals as one broken line."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for at, low, high in zip(x, part["low"], part["high"], strict=True):
        xs += [at, at, None]
        ys += [low, high, None]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": colour, "width": 1.6}, hoverinfo="skip")


def _means(x: list[float], part: pd.DataFrame, score: Score, *, filled: bool) -> dict[str, Any]:
    enough = [n >= ENOUGH for n in part["n"]]
    colour = INK if filled else QUIET
    return trace(
        "scatter",
        x=x,
        y=part["mean"].tolist(),
        mode="markers",
        marker={
            "symbol": "circle" if filled else "circle-open",
            "size": [9 if each else 6 for each in enough],
            "color": [colour if each or not filled else QUIET for each in enough],
            "line": {"width": 1.6, "color": colour},
            "opacity": [1 if each else FAINT for each in enough],
        },
        customdata=[carry(ids, str(title)) for ids, title in zip(part["ids"], part["title"], strict=True)],
        hovertext=[
            f"<b>{'Lead' if row.section == 0 else row.section}</b> {plotly_text(row.title)}<br>"
            f"{score.label} {signed(row.mean)}, n = {row.n}"
            for row in each_row(part)
        ],
        hoverinfo="text",
    )


def _line(y: float, colour: str) -> dict[str, object]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y,
        "line": {"color": colour, "width": 1}, "layer": "below",
    }  # fmt: skip


def _tick(y: float, text: str) -> dict[str, object]:
    return {
        "text": text, "xref": "paper", "x": 0, "xanchor": "left", "y": y, "yanchor": "bottom", "showarrow": False,
        "font": {"size": TICK, "color": QUIET},
    }  # fmt: skip
