"""Sentiment by section: a lane per section, every statement a dot, the mean with its interval from five on.

What stands beside the lanes (sections, counts, words) is the page's: so one figure serves every width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.palette import (
    CLEAR_GROUND,
    CONTRADICTION,
    HAIR,
    INK,
    LANE,
    LANE_MARK,
    PAPER,
    QUIET,
    SMALL,
    TICK,
    axis,
    carry,
    figure,
    trace,
)
from components.model.numbers import signed
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import ENOUGH, Score, each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

Rows = Sequence[Any]
"""Rows of a summary."""

GAP = 0.05
"""Space between panels, as a share of the width."""

REACH = 0.75
"""The scale goes so far to either side, and further only where a value does."""

SAME = 2
"""Statements whose scores are equal to so many decimals are one mark with their number in it."""

STILL = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""What is chosen is told by a ring, not by dimming the others."""


def draw_tone_lanes(
    tone: pd.DataFrame,
    dots: pd.DataFrame,
    scores: Sequence[Score],
    *,
    beside: Score | None = None,
    chosen: str = "",
) -> go.Figure:
    """A lane per section in the article's order, a panel per score.

    `tone` is `summaries.tone_by_section`, also of `beside`, whose mean stands in the lanes as a small hollow diamond; `dots`
    is `summaries.tone_of_statements`. `chosen` is the statement that is read. Every mark carries its statements in
    `customdata`: a dot its own, a mean its section's.
    """
    means, marks = list(each_row(tone)), list(each_row(dots))
    row = {section: i for i, section in enumerate(dict.fromkeys(mean.section for mean in means))}
    width = (1 - GAP * (len(scores) - 1)) / len(scores)
    reach = max([REACH, *(abs(mark.value) + 0.05 for mark in marks), *(_widest(mean) for mean in means)])
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
            violet=len(scores) > 1,
        )
        if beside and beside != score:
            panel.append(_beside([mean for mean in means if mean.score == beside.key], row, beside))
        panel.append(_ring([mark for mark in marks if mark.score == score.key and mark.statement == chosen], row))
        data += [{**each, "xaxis": f"x{name}"} for each in panel]
        layout[f"xaxis{name}"] = _x_axis([left, left + width], min(reach, 1.03), few=len(scores) > 1)
    return figure(
        data,
        height=LANE * len(row) + 22,
        top=0,
        bottom=22,
        yaxis=axis(range=[len(row), 0], showticklabels=False),
        paper_bgcolor=CLEAR_GROUND,
        plot_bgcolor=CLEAR_GROUND,
        **layout,
    )


def _widest(mean: Any) -> float:
    return max(abs(mean.low), abs(mean.high)) + 0.02 if mean.n >= ENOUGH else 0.0


def _x_axis(domain: list[float], reach: float, *, few: bool) -> dict[str, Any]:
    ticks = [-0.5, 0, 0.5] if not few else [0]
    return axis(
        range=[-reach, reach],
        domain=domain,
        tickmode="array",
        tickvals=ticks,
        ticktext=[f"{value:+.1f}".replace("-", "−") if value else "0" for value in ticks],
    )


def _at(row: dict[int, int], section: int) -> float:
    return row[section] + LANE_MARK


def _panel(means: Rows, marks: Rows, score: Score, row: dict[int, int], *, violet: bool) -> list[dict[str, Any]]:
    enough = [mean for mean in means if mean.n >= ENOUGH]
    clear, unclear = [mean for mean in enough if mean.clear], [mean for mean in enough if not mean.clear]
    single, several = _grouped(marks)
    apart = [mark for mark in single if violet and mark.contradicted]
    return [
        _zero([row[mean.section] for mean in means if mean.n]),
        _intervals(unclear, row, QUIET, 1.5),
        _intervals(clear, row, INK, 3),
        _means(unclear, row, score, QUIET, 2, 18),
        _means(clear, row, score, INK, 3, 22),
        _statements([mark for mark in single if mark not in apart], row, "circle", 9, QUIET),
        _statements(apart, row, "diamond", 11, CONTRADICTION),
        _several(several, row, score),
        _unscored([mean for mean in means if not mean.n], row),
    ]


def _grouped(marks: Rows) -> tuple[list[Any], list[list[Any]]]:
    """The statements that stand alone in their lane, and those that share a place."""
    places: dict[tuple[int, float], list[Any]] = {}
    for mark in marks:
        places.setdefault((mark.section, round(mark.value, SAME)), []).append(mark)
    return [each[0] for each in places.values() if len(each) == 1], [each for each in places.values() if len(each) > 1]


def _zero(lanes: Iterable[int]) -> dict[str, Any]:
    """The line at zero, through all lanes but those where words stand in its place."""
    ys = [each for lane in lanes for each in (lane, lane + 1, None)]
    xs = [None if each is None else 0 for each in ys]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": HAIR, "width": 1.4}, hoverinfo="skip")


def _intervals(part: Rows, row: dict[int, int], colour: str, width: float) -> dict[str, Any]:
    """All intervals as one broken line."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for each in part:
        xs += [each.low, each.high, None]
        ys += [_at(row, each.section), _at(row, each.section), None]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")


def _means(part: Rows, row: dict[int, int], score: Score, colour: str, width: float, size: int) -> dict[str, Any]:
    return trace(
        "scatter",
        x=[each.mean for each in part],
        y=[_at(row, each.section) for each in part],
        mode="markers",
        marker={
            "opacity": 1,
            "symbol": "line-ns",
            "size": size,
            "line": {"color": colour, "width": width},
            "color": colour,
        },
        **_of_sections(part, score),
    )


def _beside(part: Rows, row: dict[int, int], score: Score) -> dict[str, Any]:
    """The mean of another score, small, where five statements or more have it."""
    known = [each for each in part if each.n >= ENOUGH]
    return trace(
        "scatter",
        x=[each.mean for each in known],
        y=[_at(row, each.section) for each in known],
        mode="markers",
        marker={"opacity": 1, "symbol": "diamond", "size": 9, "color": PAPER, "line": {"color": INK, "width": 1.4}},
        **_of_sections(known, score),
    )


def _of_sections(part: Iterable[Any], score: Score) -> dict[str, Any]:
    part = list(part)
    return {
        "customdata": [carry(each.ids, each.title) for each in part],
        "hovertext": [
            f"<b>{plotly_text(each.title)}</b><br>{score.label} {signed(each.mean)}, n = {each.n} of {each.statements}"
            for each in part
        ],
        "hoverinfo": "text",
        **STILL,
    }


def _statements(part: Rows, row: dict[int, int], symbol: str, size: int, colour: str) -> dict[str, Any]:
    return trace(
        "scatter",
        x=[each.value for each in part],
        y=[_at(row, each.section) for each in part],
        mode="markers",
        marker={"opacity": 1, "symbol": symbol, "size": size, "color": colour, "line": {"color": PAPER, "width": 1}},
        customdata=[carry([each.statement], f"Statement {each.sentence}") for each in part],
        hovertext=[_said(each) for each in part],
        hoverinfo="text",
        **STILL,
    )


def _said(mark: Any) -> str:
    return f"<b>{mark.sentence}</b> {plotly_text(mark.who)} · {signed(mark.value)}<br>{plotly_lines(mark.gloss)}"


def _several(groups: Sequence[Rows], row: dict[int, int], score: Score) -> dict[str, Any]:
    """One mark for statements of one value, with their number in it."""
    return trace(
        "scatter",
        x=[group[0].value for group in groups],
        y=[_at(row, group[0].section) for group in groups],
        mode="markers+text",
        marker={"opacity": 1, "symbol": "circle", "size": 16, "color": PAPER, "line": {"color": QUIET, "width": 1.4}},
        text=[str(len(group)) for group in groups],
        textposition="middle center",
        textfont={"size": SMALL, "color": INK},
        customdata=[
            carry(
                [each.statement for each in group],
                f"{score.label} {signed(group[0].value)}, section {group[0].section}",
            )
            for group in groups
        ],
        hovertext=[f"{len(group)} statements score {signed(group[0].value)}" for group in groups],
        hoverinfo="text",
        **STILL,
    )


def _ring(part: Rows, row: dict[int, int]) -> dict[str, Any]:
    """Around the statement that is read."""
    return trace(
        "scatter",
        x=[each.value for each in part],
        y=[_at(row, each.section) for each in part],
        mode="markers",
        marker={"opacity": 1, "symbol": "circle-open", "size": 17, "color": INK, "line": {"color": INK, "width": 2}},
        hoverinfo="skip",
        **STILL,
    )


def _unscored(part: Rows, row: dict[int, int]) -> dict[str, Any]:
    """In words where a scorer knows no word of a whole section."""
    return trace(
        "scatter",
        x=[0] * len(part),
        y=[_at(row, each.section) for each in part],
        mode="text",
        text=["no scored word"] * len(part),
        textposition="middle center",
        textfont={"size": TICK, "color": QUIET},
        hoverinfo="skip",
    )
