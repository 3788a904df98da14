"""The topic timeline along the calendar: a lane per topic, the dates behind its statements, the record as a backdrop."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.palette import (
    CLEAR_GROUND,
    HAIR,
    INK,
    LABEL,
    LINE,
    PAPER,
    QUIET,
    SMALL,
    areas,
    axis,
    carry,
    figure,
    still,
    trace,
)
from components.model.intervals import in_words, parse_edtf
from components.model.safe import plotly_lines, plotly_text
from components.model.statements import each_row

if TYPE_CHECKING:
    import plotly.graph_objects as go

Marks = Sequence[Any]
"""Rows of the summary."""

ROW = 54
"""Pixels of a lane: the words of its dates, its line, the years of the record."""
LARGEST = 22
"""Pixels of the largest dot: it must not cover the words of its lane."""
HEADER = 24
WORDS, LINE_AT = 0.22, 0.56
"""Where in its lane (0 top, 1 bottom) the words of its dates and the line lie."""

APART = 4.2
"""Years of the record stand at least this far apart, so that they stay legible at 390 px."""

BAR_FROM = 0.02
"""A date shorter than this share of the scale is a dot: as a bar it would be a speck."""

TOGETHER = 17
"""Words of marks less than this many years apart are written as one, so that they do not run into each other at 390 px."""

OTHERS = 0.6
"""So much is left of the other marks when one is pressed: here no ring says which."""


def draw_topic_calendar(
    marks: pd.DataFrame,
    lanes: Sequence[str],
    entry_lines: Mapping[str, str],
    event_date: str,
) -> go.Figure:
    """Named dates as ink dots and bars, those of the record hollow, undated statements as a number at the event's day.

    `marks` is `summaries.topics_along_calendar`, `lanes` the topics to draw, top to bottom; `entry_lines` gives the
    record's own words for the hover box. Every mark carries its statements, joined by spaces, and its entry of the
    record in `customdata`.
    """
    row = {topic: i for i, topic in enumerate(lanes)}
    drawn = [mark for mark in each_row(marks) if mark.topic in row]
    kinds = {kind: [mark for mark in drawn if mark.kind == kind] for kind in ("record", "named", "event", "undated")}
    reach = _reach(drawn)
    largest = max((len(mark.ids) for mark in (*kinds["named"], *kinds["event"])), default=1)
    data = [
        _record(kinds["record"], row, entry_lines, event_date),
        *_spans(kinds["named"], row, reach, hollow=False),
        *_spans(kinds["event"], row, reach, hollow=True),
        _dots(kinds["named"], row, entry_lines, reach, largest, hollow=False),
        _dots(kinds["event"], row, entry_lines, reach, largest, hollow=True),
        _undated(kinds["undated"], row, reach),
    ]
    return figure(
        data,
        height=HEADER + ROW * len(lanes) + 24,
        top=HEADER,
        paper_bgcolor=CLEAR_GROUND,
        plot_bgcolor=CLEAR_GROUND,
        xaxis=axis(
            range=list(reach), tickmode="array", tickvals=_ticks(*reach), ticktext=[str(y) for y in _ticks(*reach)]
        ),
        yaxis=axis(range=[len(lanes), 0], showticklabels=False),
        shapes=[*_grid(reach, len(lanes)), *_event_line(event_date)],
        annotations=[
            *_words(drawn, row, reach),
            *_event_label(event_date, reach),
        ],
    )


# --- The scale ----------------------------------------------------------------------------------


def year_of(day: dt.date) -> float:
    """The day as a year with its fraction: 2 July 2022 is about 2022.5."""
    first = dt.date(day.year, 1, 1)
    return day.year + (day - first).days / (366 if _is_leap(day.year) else 365)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _reach(marks: Marks) -> tuple[float, float]:
    if not marks:
        return 2000.0, 2001.0
    first, last = year_of(min(mark.first for mark in marks)), year_of(max(mark.last for mark in marks))
    space = max((last - first) * 0.035, 0.1)
    return first - space, last + 3.4 * space


def _ticks(first: float, last: float) -> list[int]:
    """Three to seven round years."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 2000) if (last - first) / step <= 7)
    begin = math.ceil(first / step) * step
    return [year for year in range(begin, math.floor(last) + 1, step) if year - first > 0.02 * (last - first)]


# --- Marks --------------------------------------------------------------------------------------


def _data(part: Marks) -> list[list[str]]:
    return [carry(mark.ids, mark.label, mark.entry) for mark in part]


def _middles(part: Marks) -> list[float]:
    return [(year_of(mark.first) + year_of(mark.last)) / 2 for mark in part]


def _hover(part: Marks, entry_lines: Mapping[str, str]) -> list[str]:
    hints = []
    for mark in part:
        count = len(mark.ids)
        said = f"{count} statement{'s' * (count != 1)}"
        source = ", date from the record" if mark.kind == "event" else ", named in the article"
        line = f"<br>{plotly_lines(entry_lines[mark.entry])}" if mark.entry else ""
        hints.append(f"<b>{plotly_text(in_words(mark.edtf))}</b>{source}: {said}{line}")
    return hints


def _record(part: Marks, row: Mapping[str, int], entry_lines: Mapping[str, str], event_date: str) -> dict[str, Any]:
    """Entries of the record as grey upright ticks, their years under the line."""
    x = [year_of(mark.first) for mark in part]
    return trace(
        "scatter",
        x=x,
        y=[row[mark.topic] + LINE_AT for mark in part],
        mode="markers+text",
        marker={"opacity": 1, "symbol": "line-ns", "size": 12, "line": {"width": 1.4, "color": QUIET}, "color": QUIET},
        text=_thinned(part, x, event_date),
        textposition="bottom center",
        textfont={"size": SMALL, "color": QUIET},
        customdata=_data(part),
        hovertext=[
            f"<b>{plotly_text(in_words(mark.edtf))}</b>, the record<br>{plotly_lines(entry_lines[mark.entry])}"
            for mark in part
        ],
        hoverinfo="text",
        **still(QUIET, marks=OTHERS),
    )


def _thinned(part: Marks, x: Sequence[float], event_date: str) -> list[str]:
    """The years, without those that would run into the one before in the same lane or into the day of the event."""
    texts: list[str] = []
    last: dict[str, float] = {}
    end = _event_year(event_date) if event_date else math.inf
    for mark, at in zip(part, x, strict=True):
        fits = at - last.get(mark.topic, -math.inf) >= APART and abs(end - at) >= APART / 2
        texts.append(str(mark.first.year) if fits else "")
        if fits:
            last[mark.topic] = at
    return texts


def _is_bar(mark: Any, reach: tuple[float, float]) -> bool:
    """Whether a date is long enough on this scale to be seen as a bar."""
    return year_of(mark.last) - year_of(mark.first) > BAR_FROM * (reach[1] - reach[0])


def _spans(part: Marks, row: Mapping[str, int], reach: tuple[float, float], *, hollow: bool) -> list[dict[str, Any]]:
    """Dates that cover more than a moment, as bars: ink where the article names them, hollow where the record does."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for mark in (mark for mark in part if _is_bar(mark, reach)):
        xs += [year_of(mark.first), year_of(mark.last), None]
        ys += [row[mark.topic] + LINE_AT] * 2 + [None]
    lines = [{"color": INK, "width": 9}, {"color": PAPER, "width": 6}] if hollow else [{"color": INK, "width": 7}]
    return [trace("scatter", x=xs, y=ys, mode="lines", line=line, hoverinfo="skip") for line in lines]


def _dots(
    part: Marks,
    row: Mapping[str, int],
    entry_lines: Mapping[str, str],
    reach: tuple[float, float],
    largest: int,
    *,
    hollow: bool,
) -> dict[str, Any]:
    """A dot in the middle of every date: its area the number of statements. On a bar it is the place to click."""
    span = [_is_bar(mark, reach) for mark in part]
    dots = areas([len(mark.ids) for mark in part], least=4, most=LARGEST, largest=largest)
    return trace(
        "scatter",
        x=_middles(part),
        y=[row[mark.topic] + LINE_AT for mark in part],
        mode="markers",
        marker={
            "opacity": 1,
            "symbol": "circle",
            "size": [6 if each else dot for each, dot in zip(span, dots, strict=True)],
            "color": PAPER if hollow else INK,
            "line": {"color": INK, "width": [0 if each else 1.6 for each in span]},
        },
        customdata=_data(part),
        hovertext=_hover(part, entry_lines),
        hoverinfo="text",
        **still(marks=OTHERS),
    )


def _undated(part: Marks, row: Mapping[str, int], reach: tuple[float, float]) -> dict[str, Any]:
    """The topic's statements without a date, as one number just right of the day of the event."""
    beside = (reach[1] - reach[0]) * 0.06
    return trace(
        "scatter",
        x=[at + beside for at in _middles(part)],
        y=[row[mark.topic] + LINE_AT for mark in part],
        mode="markers+text",
        marker={"opacity": 1, "symbol": "square", "size": 16, "color": PAPER, "line": {"color": LINE, "width": 1.2}},
        text=[str(len(mark.ids)) for mark in part],
        textposition="middle center",
        textfont={"size": SMALL, "color": INK},
        customdata=_data(part),
        hovertext=[f"<b>{len(mark.ids)}</b> without a date" for mark in part],
        hoverinfo="text",
        **still(marks=OTHERS),
    )


# --- Words --------------------------------------------------------------------------------------


def _words(marks: Marks, row: Mapping[str, int], reach: tuple[float, float]) -> Iterable[dict[str, Any]]:
    """What stands at the marks, over the line; to the right of early ones, to the left of late ones."""
    middle = sum(reach) / 2
    for topic in row:
        part = [mark for mark in marks if mark.topic == topic and mark.kind in ("named", "event")]
        for group in _groups(part, (reach[1] - reach[0]) / 34 * TOGETHER):
            left = group[0][0] < middle
            yield {
                "text": plotly_text(", ".join(dict.fromkeys(words for _, words in group))),
                "x": group[0][0] if left else group[-1][0],
                "y": row[topic] + WORDS,
                "xanchor": "left" if left else "right",
                "xshift": -5 if left else -7,
                "yanchor": "middle",
                "showarrow": False,
                "font": {"size": LABEL, "color": INK},
            }


def _groups(part: Marks, together: float) -> list[list[tuple[float, str]]]:
    """Marks of a lane with their words, those close together in one group. A year that an event's words hold is left out."""
    said = {str(mark.first.year) for mark in part if mark.kind == "event"}
    groups: list[list[tuple[float, str]]] = []
    for at, mark in sorted(zip(_middles(part), part, strict=True), key=lambda each: each[0]):
        if mark.kind == "named" and mark.label in said:
            continue
        if groups and at - groups[-1][-1][0] < together:
            groups[-1].append((at, mark.label))
        else:
            groups.append([(at, mark.label)])
    return groups


# --- Backdrop -----------------------------------------------------------------------------------


def _grid(reach: tuple[float, float], lanes: int) -> Iterable[dict[str, Any]]:
    line = {"color": HAIR, "width": 1}
    for year in _ticks(*reach):
        yield {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": lanes, "line": line, "layer": "below"}
    for i in range(lanes):
        yield {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": i + LINE_AT, "y1": i + LINE_AT,
            "line": line, "layer": "below",
        }  # fmt: skip


def _event_line(event_date: str) -> Iterable[dict[str, Any]]:
    if event_date:
        at = _event_year(event_date)
        yield {
            "type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": INK, "width": 1}, "layer": "below",
        }  # fmt: skip


def _event_label(event_date: str, reach: tuple[float, float]) -> Iterable[dict[str, Any]]:
    if event_date:
        at = _event_year(event_date)
        yield {
            "text": f"the talks, {in_words(event_date, short=True)}", "x": at, "yref": "paper", "y": 1, "yshift": 12,
            "xanchor": "right" if at > sum(reach) / 2 else "left", "showarrow": False,
            "font": {"size": SMALL, "color": INK},
        }  # fmt: skip


def _event_year(event_date: str) -> float:
    return year_of(parse_edtf(event_date).middle)
