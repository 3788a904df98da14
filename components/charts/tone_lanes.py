"""Sentiment by section: a lane per section, every statement a dot, the mean with its interval from five on.

What stands beside the lanes (sections, counts, words) is the page's: so one figure serves every width.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from components.charts.palette import (
    CLEAR_GROUND,
    CONTRADICTION,
    HAIR,
    INK,
    LANE,
    PAPER,
    QUIET,
    SMALL,
    TICK,
    UNDER_MIDDLE,
    axis,
    carry,
    figure,
    still,
    trace,
)
from components.model.numbers import signed
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import ENOUGH, Score, each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

Rows = Sequence[Any]
"""Rows of a summary."""


class Band(NamedTuple):
    """A lane: where it begins and ends, in pixels from the top of the chart."""

    top: int
    bottom: int


class Spot(NamedTuple):
    """What is drawn as one mark: a statement, or several, from the lowest value to the highest; its place and its pixels."""

    marks: Sequence[Any]
    place: float
    size: int


GAP = 0.05
"""Space between panels, as a share of the width."""

REACH = 0.75
"""The scale goes so far to either side, and further only where a value does."""

NARROWEST = 330
"""Pixels of a plot: at the least on a telephone, and at a desk between names and words."""

DOT, APART, SEVERAL = 9, 11, 16
"""Pixels of the mark of a statement, of one of which the scorers disagree, and of several statements.

What would cover one another at the narrowest is one mark with its number in it.
"""

SAME = 2
"""Scores that are equal to so many decimals stand at one place."""


def draw_tone_lanes(
    tone: pd.DataFrame,
    dots: pd.DataFrame,
    scores: Sequence[Score],
    *,
    beside: Score | None = None,
    chosen: str = "",
    heights: Mapping[int, int] = MappingProxyType({}),
) -> go.Figure:
    """A lane per section in the article's order, a panel per score.

    `tone` is `summaries.tone_by_section`, also of `beside`, whose mean stands in the lanes as a small hollow diamond; `dots`
    is `summaries.tone_of_statements`. `chosen` is the statement that is read, `heights` the pixels of lanes that are higher
    than the rest, by section. Every mark carries its statements in `customdata`: a dot its own, a mean its section's.
    """
    means, marks = list(each_row(tone)), list(each_row(dots))
    row = _bands(dict.fromkeys(mean.section for mean in means), heights)
    below = max(band.bottom for band in row.values())
    width = _width(scores)
    reach = _reach(means, marks, scores)
    data: list[Any] = []
    layout: dict[str, Any] = {}
    for i, score in enumerate(scores):
        spots = _spots(_of(marks, score), _pixel(reach, width))
        name = "" if i == 0 else str(i + 1)
        left = i * (width + GAP)
        panel = _panel(
            _of(means, score),
            spots,
            score,
            row,
            violet=len(scores) > 1,
        )
        if beside and beside != score:
            panel.append(_beside(_of(means, beside), row, beside))
        panel.append(_ring([spot for spot in spots if any(mark.statement == chosen for mark in spot.marks)], row))
        data += [{**each, "xaxis": f"x{name}"} for each in panel]
        layout[f"xaxis{name}"] = _x_axis([left, left + width], reach, few=len(scores) > 1)
    return figure(
        data,
        height=below + 22,
        top=0,
        bottom=22,
        yaxis=axis(range=[below, 0], showticklabels=False),
        paper_bgcolor=CLEAR_GROUND,
        plot_bgcolor=CLEAR_GROUND,
        **layout,
    )


def has_several(tone: pd.DataFrame, dots: pd.DataFrame, scores: Sequence[Score]) -> bool:
    """Whether statements share a mark in `draw_tone_lanes`, which a key is to explain."""
    means, marks = list(each_row(tone)), list(each_row(dots))
    pixel = _pixel(_reach(means, marks, scores), _width(scores))
    return any(len(spot.marks) > 1 for score in scores for spot in _spots(_of(marks, score), pixel))


def _pixel(reach: float, width: float) -> float:
    """How much of the scale a pixel is where the plot is narrowest."""
    return 2 * reach / (NARROWEST * width)


def _width(scores: Sequence[Score]) -> float:
    """The width of a panel, as a share of the plot's."""
    return (1 - GAP * (len(scores) - 1)) / len(scores)


def _reach(means: Rows, marks: Rows, scores: Sequence[Score]) -> float:
    """How far the scale goes to either side, so that the outermost mark is whole also where the plot is narrowest."""
    room = 1 - (SEVERAL + 2) / (NARROWEST * _width(scores))
    return float(max([REACH, *(abs(mark.value) / room for mark in marks), *(_widest(mean) for mean in means)]))


def _of(rows: Rows, score: Score) -> Rows:
    return [row for row in rows if row.score == score.key]


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


def _bands(sections: Iterable[int], heights: Mapping[int, int]) -> dict[int, Band]:
    bands: dict[int, Band] = {}
    at = 0
    for section in sections:
        bands[section] = Band(at, at + heights.get(section, LANE))
        at = bands[section].bottom
    return bands


def _at(row: dict[int, Band], section: int) -> float:
    return (row[section].top + row[section].bottom) / 2 + UNDER_MIDDLE


def _panel(
    means: Rows, spots: Sequence[Spot], score: Score, row: dict[int, Band], *, violet: bool
) -> list[dict[str, Any]]:
    enough = [mean for mean in means if mean.n >= ENOUGH]
    clear, unclear = [mean for mean in enough if mean.clear], [mean for mean in enough if not mean.clear]
    single = [spot.marks[0] for spot in spots if len(spot.marks) == 1]
    several = [spot for spot in spots if len(spot.marks) > 1]
    apart = [mark for mark in single if violet and mark.contradicted]
    return [
        _zero([row[mean.section] for mean in means if mean.n]),
        _intervals(unclear, row, QUIET, 1.5),
        _intervals(clear, row, INK, 3),
        _means(unclear, row, score, QUIET, 2, 18),
        _means(clear, row, score, INK, 3, 22),
        _statements([mark for mark in single if mark not in apart], row, "circle", DOT, QUIET),
        _statements(apart, row, "diamond", APART, CONTRADICTION),
        _several(several, row, score, violet=violet),
        _unscored([mean for mean in means if not mean.n], row),
    ]


def _spots(marks: Rows, pixel: float) -> list[Spot]:
    """The statements of a score as they are drawn: alone, or several as one mark. `pixel` is how much of the scale one is."""
    lanes: dict[int, dict[float, list[Any]]] = {}
    for mark in marks:
        lanes.setdefault(mark.section, {}).setdefault(round(mark.value, SAME), []).append(mark)
    return [spot for places in lanes.values() for spot in _side_by_side(places, pixel)]


def _side_by_side(places: Mapping[float, list[Any]], pixel: float) -> list[Spot]:
    """The statements of a lane by their places: those nearest to one another become one mark, until none covers another."""
    spots = [_spot(places[value]) for value in sorted(places)]
    while len(spots) > 1:
        room, i = min((_room(left, right, pixel), i) for i, (left, right) in enumerate(pairwise(spots)))
        if room >= 0:
            break
        spots[i : i + 2] = [_joined(spots[i], spots[i + 1])]
    return spots


def _spot(marks: Sequence[Any]) -> Spot:
    alone = APART if marks[0].contradicted else DOT
    return Spot(marks, fmean(mark.value for mark in marks), SEVERAL if len(marks) > 1 else alone)


def _joined(left: Spot, right: Spot) -> Spot:
    n, m = len(left.marks), len(right.marks)
    return Spot([*left.marks, *right.marks], (n * left.place + m * right.place) / (n + m), SEVERAL)


def _room(left: Spot, right: Spot, pixel: float) -> float:
    """What is free between two marks; less than nothing where one covers the other."""
    return right.place - left.place - pixel * (left.size + right.size) / 2


def _zero(bands: Iterable[Band]) -> dict[str, Any]:
    """The line at zero, through all lanes but those where words stand in its place."""
    ys = [each for band in bands for each in (band.top, band.bottom, None)]
    xs = [None if each is None else 0 for each in ys]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": HAIR, "width": 1.4}, hoverinfo="skip")


def _intervals(part: Rows, row: dict[int, Band], colour: str, width: float) -> dict[str, Any]:
    """All intervals as one broken line."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for each in part:
        xs += [each.low, each.high, None]
        ys += [_at(row, each.section), _at(row, each.section), None]
    return trace("scatter", x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")


def _means(part: Rows, row: dict[int, Band], score: Score, colour: str, width: float, size: int) -> dict[str, Any]:
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


def _beside(part: Rows, row: dict[int, Band], score: Score) -> dict[str, Any]:
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
        **still(),
    }


def _statements(part: Rows, row: dict[int, Band], symbol: str, size: int, colour: str) -> dict[str, Any]:
    return trace(
        "scatter",
        x=[each.value for each in part],
        y=[_at(row, each.section) for each in part],
        mode="markers",
        marker={"opacity": 1, "symbol": symbol, "size": size, "color": colour, "line": {"color": PAPER, "width": 1}},
        customdata=[carry([each.statement], f"Statement {each.sentence}") for each in part],
        hovertext=[_said(each) for each in part],
        hoverinfo="text",
        **still(),
    )


def _said(mark: Any) -> str:
    return f"<b>{mark.sentence}</b> {plotly_text(mark.who)} · {signed(mark.value)}<br>{plotly_lines(mark.gloss)}"


def _several(spots: Sequence[Spot], row: dict[int, Band], score: Score, *, violet: bool) -> dict[str, Any]:
    """One mark for several statements, with their number in it; a diamond where the scorers disagree of one of them."""
    apart = [violet and any(mark.contradicted for mark in spot.marks) for spot in spots]
    return trace(
        "scatter",
        x=[spot.place for spot in spots],
        y=[_at(row, spot.marks[0].section) for spot in spots],
        mode="markers+text",
        marker={
            "opacity": 1,
            "symbol": ["diamond" if each else "circle" for each in apart],
            "size": SEVERAL,
            "color": PAPER,
            "line": {"color": [CONTRADICTION if each else QUIET for each in apart], "width": 1.4},
        },
        text=[str(len(spot.marks)) for spot in spots],
        textposition="middle center",
        textfont={"size": SMALL, "color": INK},
        customdata=[
            carry(
                [mark.statement for mark in spot.marks],
                f"{score.label} {_values(spot)}, section {spot.marks[0].section}",
            )
            for spot in spots
        ],
        hovertext=[f"{len(spot.marks)} statements score {_values(spot)}" for spot in spots],
        hoverinfo="text",
        **still(),
    )


def _values(spot: Spot) -> str:
    """The value of several statements, or from which to which: "+0.01 to +0.02"."""
    return " to ".join(dict.fromkeys((signed(spot.marks[0].value), signed(spot.marks[-1].value))))


def _ring(spots: Sequence[Spot], row: dict[int, Band]) -> dict[str, Any]:
    """Around the statement that is read, or the mark that it shares."""
    return trace(
        "scatter",
        x=[spot.place for spot in spots],
        y=[_at(row, spot.marks[0].section) for spot in spots],
        mode="markers",
        marker={
            "opacity": 1,
            "symbol": "circle-open",
            "size": [spot.size + 8 for spot in spots],
            "color": INK,
            "line": {"color": INK, "width": 2},
        },
        hoverinfo="skip",
        **still(),
    )


def _unscored(part: Rows, row: dict[int, Band]) -> dict[str, Any]:
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
        **still(QUIET),
    )
