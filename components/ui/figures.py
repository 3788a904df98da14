"""Numbers that open their sentences: as a row of figures, and as counts by side with one bar."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.analysis import findings
from components.analysis.summaries import KeyFigure
from components.charts.palette import Marks
from components.model.safe import html_text, label
from components.model.statements import each_row
from components.ui import frame
from components.ui.filter_panel import Shown
from components.ui.opened import open_at


def who_speaks(shown: Shown) -> tuple[str, str]:
    """The finding on who speaks, and a sentence on who else."""
    found = findings.headline("who", shown.facts)
    return found.text, findings.who_else(shown.facts, found)


def show_figures(figures: Sequence[KeyFigure], *, place: str, key: str = "overview") -> None:
    """A row of numbers; pressing one opens its sentences at `place`. `key` tells rows on one page apart."""
    with st.container(key=f"figures_{key}", horizontal=True, gap="medium"):
        for i, figure in enumerate(figures):
            st.button(
                f"**{label(figure.value)}** {label(figure.words)}",
                key=f"figure_{key}_{i}",
                type="tertiary",
                on_click=open_at,
                args=(place, f"{figure.value} {figure.words}", figure.ids),
            )


def show_sides(by_side: pd.DataFrame, shown: Shown, *, place: str) -> None:
    """Counts by side, each of which opens its sentences, and one bar of all statements."""
    labels, marks = shown.side_labels, shown.marks
    with st.container(key="sides", horizontal=True, gap="medium"):
        for row in each_row(by_side.rename(columns={"count": "n"})):
            side = str(row.side)
            st.button(
                f"{_coloured(side, str(row.n), marks)} {label(labels[side])}",
                key=f"side_{side}",
                type="tertiary",
                on_click=open_at,
                args=(place, f"{labels[side]}: {row.n}", row.ids),
            )
    st.html(
        f'<div class="rd-bar" role="img" aria-label="{html_text(_said(by_side, labels))}">{_segments(by_side, marks)}</div>'
    )


def _coloured(side: str, count: str, marks: Marks) -> str:
    """The count in the colour of the side, where the theme has a name for it."""
    mark = marks.mark(side)
    return f":{mark.theme}[{mark.glyph} **{count}**]" if mark.theme else f"{mark.glyph} **{count}**"


def _segments(by_side: pd.DataFrame, marks: Marks) -> str:
    parts = []
    for side, count in zip(by_side["side"], by_side["count"], strict=True):
        light, dark = frame.side_colours(str(side), marks)
        parts.append(f'<span style="flex:{count} 0 0;background:light-dark({light},{dark})"></span>')
    return "".join(parts)


def _said(by_side: pd.DataFrame, labels: dict[str, str]) -> str:
    return ", ".join(f"{labels[side]} {count}" for side, count in zip(by_side["side"], by_side["count"], strict=True))
