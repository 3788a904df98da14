"""Sentiment per section: every statement as a dot, each section's mean with its interval, one panel per score."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.palette import (
    CONTRADICTION,
    HAIR,
    INK,
    LABEL,
    LINE,
    PAPER,
    QUIET,
    SMALL,
    TICK,
    axis,
    carry,
    figure,
    quiet,
    trace,
)
from components.model.numbers import signed
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import ENOUGH, NEAR_ZERO, Score, each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

Rows = Sequence[Any]
"""Rows of a summary."""

ROW = 46
HEADER = 34
GAP = 0.05
"""Space between panels, as a share of the width."""

EDGE = 0.03
"""Space beyond the ends of a scale, as a share of it."""

LABELS, DOTS, MEANS = 0.20, 0.54, 0.84
"""Where in its row (0 top, 1 bottom) the label, the statements and the mean lie."""

STILL = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.55}}}
"""Selecting a mark dims the others a little; plotly's own dimming makes them unreadable."""


def draw_tone_panels(
    tone: pd.DataFrame, dots: pd.DataFrame, scores: Sequence[Score], *, bold: Collection[int] = ()
) -> go.Figure:
    """A row per section in the article's order, a panel per score.

    `tone` is `summaries.tone_by_section`, `dots` is `summaries.tone_of_statements`; `bold` are the sections that the
    heading speaks of. Statements within ±0.05 of zero are one open circle with their number in it. Every mark carries
    its statements in `customdata`, joined by spaces: a dot its own, a circle its statements, a mean its section's.
    """
    means, marks = list(each_row(tone)), list(each_row(dots))
    sections = list(dict.fromkeys(mean.section for mean in means))
    row = {section: i for i, section in enumerate(sections)}
    width = (1 - GAP * (len(scores) - 1)) / len(scores)
    data: list[Any] = []
    layout: dict[str, Any] = {}
    for i, score in enumerate(scores):
        name = "" if i == 0 else str(i + 1)
        left = i * (width + GAP)
        panel = _panel(
            [mean for mean in means if mean.score == score.key],
            [mark for mark in marks if mark.score == score.key],
            score,
            row,
        )
        data += [{**each, "xaxis": f"x{name}"} for each in panel]
        layout[f"xaxis{name}"] = _x_axis(score, [left, left + width])
    data.insert(0, _section_labels(means, row, scores[0], set(bold)))
    return figure(
        data,
        height=HEADER + ROW * len(sections) + 26,
        top=HEADER,
        bottom=26,
        yaxis=axis(range=[len(sections), 0], showticklabels=False),
        annotations=[
            each for i, score in enumerate(scores) for each in _heads(score, i * (width + GAP), width, len(scores))
        ],
        shapes=[_rule(i) for i in range(len(sections))],
        **layout,
    )


def _x_axis(score: Score, domain: list[float]) -> dict[str, Any]:
    inner = [-0.5, 0, 0.5] if score.signed else [0.25, 0.5, 0.75]
    return axis(
        range=[score.low - EDGE * (score.high - score.low), score.high + EDGE * (score.high - score.low)],
        domain=domain,
        tickmode="array",
        tickvals=inner,
        ticktext=[f"{value:+.1f}".replace("-", "−") if value else "0" for value in inner]
        if score.signed
        else [f"{v:.2f}" for v in inner],
    )


def _heads(score: Score, left: float, width: float, panels: int) -> list[dict[str, Any]]:
    """The name of the scorer at the left of its panel, the direction at its right.

    On a narrow screen three names leave room for one word each, and four for none: the numbers below tell it too.
    """
    common = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 10, "showarrow": False}
    name = {"text": f"<b>{score.label}</b>", "font": {"size": LABEL + 1, "color": INK}}
    words = {1: f"{score.upward} →", 2: f"{score.upward} →", 3: "more →"}.get(panels, "")
    direction = {"text": words, "font": {"size": SMALL, "color": QUIET}}
    return [
        {**common, **name, "x": left, "xanchor": "left", "xshift": -2},
        {**common, **direction, "x": left + width, "xanchor": "right"},
    ]


def _rule(row: int) -> dict[str, Any]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": row, "y1": row,
        "line": {"color": HAIR, "width": 1}, "layer": "below",
    }  # fmt: skip


def _section_labels(means: Rows, row: dict[int, int], first: Score, bold: set[int]) -> dict[str, Any]:
    """The sections' names at the left edge, and behind each name n: how many are scored, panel by panel."""
    scored: dict[int, list[str]] = {}
    for mean in means:
        scored.setdefault(mean.section, []).append(str(mean.n))
    part = list({mean.section: mean for mean in means}.values())
    texts = []
    for each in part:
        name = plotly_text(each.title) if each.section == 0 else f"{each.section}  {plotly_text(each.title)}"
        count = quiet(f"  n = {' · '.join(scored[each.section])} of {each.statements}")
        texts.append((f"<b>{name}</b>" if each.section in bold else name) + count)
    return trace(
        "scatter",
        x=[first.low - EDGE * (first.high - first.low)] * len(part),
        y=[row[each.section] + LABELS for each in part],
        mode="text",
        text=texts,
        textposition="middle right",
        textfont={"size": LABEL, "color": INK},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _panel(means: Rows, marks: Rows, score: Score, row: dict[int, int]) -> list[dict[str, Any]]:
    known = [mean for mean in means if mean.n]
    enough, few = [mean for mean in known if mean.n >= ENOUGH], [mean for mean in known if mean.n < ENOUGH]
    near = [mark for mark in marks if abs(mark.value) <= NEAR_ZERO]
    apart = [mark for mark in marks if abs(mark.value) > NEAR_ZERO]
    return [
        _grid(score, row),
        _intervals(few, row, QUIET, 1),
        _intervals(enough, row, INK, 2.5),
        _statements([mark for mark in apart if not mark.contradicted], row, "circle", 7, QUIET),
        _zeros(near, row, score),
        _statements([mark for mark in apart if mark.contradicted], row, "diamond", 10, CONTRADICTION),
        _means(few, row, score, QUIET, 1.6),
        _means(enough, row, score, INK, 3),
        _unscored([mean for mean in means if not mean.n], row, score),
    ]


def _grid(score: Score, row: dict[int, int]) -> dict[str, Any]:
    """Short vertical hairlines in each row, so that they never cross a label."""
    at = [-1, -0.5, 0, 0.5, 1] if score.signed else [0, 0.25, 0.5, 0.75, 1]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for i in row.values():
        for x in at:
            xs += [x, x, None]
            ys += [i + 0.38, i + 0.97, None]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": HAIR, "width": 1}, hoverinfo="skip")


def _intervals(part: Rows, row: dict[int, int], colour: str, width: float) -> dict[str, Any]:
    """All intervals as one broken line; where all values are equal there is none to draw."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for each in part:
        if each.n > 1:
            xs += [each.low, each.high, None]
            ys += [row[each.section] + MEANS, row[each.section] + MEANS, None]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")


def _means(part: Rows, row: dict[int, int], score: Score, colour: str, width: float) -> dict[str, Any]:
    return trace(
        "scatter",
        x=[each.mean for each in part],
        y=[row[each.section] + MEANS for each in part],
        mode="markers",
        marker={
            "opacity": 1,
            "symbol": "line-ns",
            "size": 12,
            "line": {"color": colour, "width": width},
            "color": colour,
        },
        customdata=[carry(each.ids, each.title) for each in part],
        hovertext=[
            f"<b>{plotly_text(each.title)}</b><br>{score.label} {signed(each.mean)}, n = {each.n} of {each.statements}"
            for each in part
        ],
        hoverinfo="text",
        **STILL,
    )


def _statements(part: Rows, row: dict[int, int], symbol: str, size: int, colour: str) -> dict[str, Any]:
    return trace(
        "scatter",
        x=[each.value for each in part],
        y=[row[each.section] + DOTS for each in part],
        mode="markers",
        marker={"opacity": 1, "symbol": symbol, "size": size, "color": colour, "line": {"color": PAPER, "width": 0.7}},
        customdata=[carry([each.statement], f"Statement {each.sentence}") for each in part],
        hovertext=[
            f"<b>{each.sentence}</b> {plotly_text(each.who)} · {signed(each.value)}<br>{plotly_lines(each.gloss)}"
            for each in part
        ],
        hoverinfo="text",
        **STILL,
    )


def _zeros(part: Rows, row: dict[int, int], score: Score) -> dict[str, Any]:
    """One open circle per section for its statements near zero, with their number in it."""
    groups: dict[int, list[str]] = {}
    for each in part:
        groups.setdefault(each.section, []).append(each.statement)
    return trace(
        "scatter",
        x=[0] * len(groups),
        y=[row[section] + DOTS for section in groups],
        mode="markers+text",
        marker={"opacity": 1, "symbol": "circle", "size": 15, "color": PAPER, "line": {"color": LINE, "width": 1.2}},
        text=[str(len(ids)) for ids in groups.values()],
        textposition="middle center",
        textfont={"size": SMALL, "color": INK},
        customdata=[carry(ids, f"{score.label} near zero, section {section}") for section, ids in groups.items()],
        hovertext=[f"{len(ids)} scored within ±{NEAR_ZERO} of zero" for ids in groups.values()],
        hoverinfo="text",
        **STILL,
    )


def _unscored(part: Rows, row: dict[int, int], score: Score) -> dict[str, Any]:
    """In words where a scorer knows no word of a whole section."""
    return trace(
        "scatter",
        x=[(score.low + score.high) / 2] * len(part),
        y=[row[each.section] + (DOTS + MEANS) / 2 for each in part],
        mode="text",
        text=["not scored"] * len(part),
        textposition="middle center",
        textfont={"size": TICK, "color": QUIET},
        hoverinfo="skip",
    )
