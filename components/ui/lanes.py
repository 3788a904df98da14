"""Lanes: a chart with what each of its rows is beside it, as text that wraps, is read aloud and is printed.

The rows of the chart are as high as those of the text (`palette.LANE`), so one figure serves every width.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from components.charts.palette import LANE
from components.model.safe import html_text
from components.ui.chart import show_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go


class Lane(NamedTuple):
    """What stands beside a row: its name, how many, its number; words behind it; whether the title names it; if it is open.

    `height`: its pixels, where they are others than those of the rest.
    """

    name: str
    many: str
    number: str = ""
    words: tuple[str, str] = ("", "")
    bold: bool = False
    open: bool = False
    height: int = 0


LETTERS, LINE = 15, 20
"""So many letters of a name stand in a line, where counts of three scores stand beside it; and the pixels of a line."""


def height_for(name: str) -> int:
    """The pixels of a lane in which its whole name stands: two lines have room in any, and more make it higher."""
    lines = ceil(len(name) / LETTERS)
    return LANE if lines <= 2 else LINE * lines


class Heads(NamedTuple):
    """What stands over the columns: names, how many, the chart from its left to its right, the words behind it."""

    name: str
    many: str
    scale: str = ""
    words: tuple[str, str] = ("", "")


def show_lanes(
    figure: go.Figure, lanes: Sequence[Lane], heads: Heads, *, key: str, place: str, alt: str, height: int = LANE
) -> None:
    """Draw the figure with its rows named beside it, each of so many pixels.

    `heads.scale` is HTML of ours; all else is text. Without it the figure itself has a head of as many pixels.
    """
    begin = f'<div class="rd-lanes" style="--lane:{height:d}px">'
    with st.container(key=f"lanes_{key}", horizontal=True, wrap=False, gap=None):
        with st.container(key=f"labels_{key}"):
            st.html(f"{begin}{_head(heads.name, heads.many)}{''.join(_label(lane) for lane in lanes)}</div>")
        with st.container(key=f"plot_{key}", gap=None):
            if heads.scale:
                st.html(f'<div class="rd-lane-head rd-scale">{heads.scale}</div>')
            show_chart(figure, key=key, place=place, alt=alt)
        if any(heads.words):
            with st.container(key=f"words_{key}"):
                st.html(f"{begin}{_head(*heads.words)}{''.join(_words(lane) for lane in lanes)}</div>")


def _head(left: str, right: str) -> str:
    return f'<div class="rd-lane-head"><span>{html_text(left)}</span><span>{html_text(right)}</span></div>'


def _class(lane: Lane) -> str:
    return "rd-lane rd-open" if lane.open else "rd-lane"


def _style(lane: Lane) -> str:
    return f' style="--lane:{lane.height:d}px"' if lane.height else ""


def _label(lane: Lane) -> str:
    name = html_text(lane.name)
    return (
        f'<div class="{_class(lane)}"{_style(lane)}><span class="rd-no">{html_text(lane.number)}</span>'
        f'<span class="rd-name" title="{name}">{f"<b>{name}</b>" if lane.bold else name}</span>'
        f'<span class="rd-many">{html_text(lane.many)}</span></div>'
    )


def _words(lane: Lane) -> str:
    low, high = (
        f"<span>{sign} {html_text(word)}</span>" if word else "<span></span>"
        for sign, word in zip("−+", lane.words, strict=True)
    )
    return f'<div class="{_class(lane)}"{_style(lane)}>{low}{high}</div>'
