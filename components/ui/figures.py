"""Numbers that open their sentences: as a row of figures, and as counts by side with one bar."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.analysis import summaries
from components.analysis.findings.facts import Facts
from components.analysis.findings.headlines import headline
from components.analysis.findings.others import who_else
from components.analysis.summaries import KeyFigure, Strong
from components.charts.palette import Marks
from components.model.codebook import REPORTER
from components.model.numbers import signed
from components.model.safe import html_text, label
from components.model.scores import Score
from components.model.statements import each_row
from components.ui import frame, pages
from components.ui.filter_panel import Shown
from components.ui.opened import open_at
from components.ui.rows import hear, pressable
from components.ui.spoken import who_through_whom


def who_speaks(shown: Shown) -> tuple[str, str]:
    """The finding on who speaks, and a sentence on who else."""
    found = headline("who", shown.facts)
    return found.text, who_else(shown.facts, found)


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


def by_side(shown: Shown) -> pd.DataFrame:
    """`summaries.statements_by_side` of what is shown."""
    sides = shown.package.sides
    return shown.once("by side", lambda: summaries.statements_by_side(shown.statements, sides, shown.side_labels))


def show_sides(by_side: pd.DataFrame, shown: Shown, *, place: str) -> None:
    """Counts by side, each of which opens its sentences, and one bar of all statements; what is only relayed is hollow."""
    marks = shown.marks
    with st.container(key="sides", horizontal=True, gap="medium"):
        for row in each_row(by_side.rename(columns={"count": "n"})):
            side, words = str(row.side), _said_side(row, shown)
            st.button(
                f"{_coloured(side, f'{row.n:,}', marks, relayed=row.relayed)} {label(words)}",
                key=f"side_{side}{'_relayed' * row.relayed}",
                type="tertiary",
                on_click=open_at,
                args=(place, f"{words}: {row.n:,}", row.ids),
            )
    said = ", ".join(f"{_said_side(row, shown)} {len(row.ids)}" for row in each_row(by_side))
    st.html(
        f'<div class="rd-bar" role="img" aria-label="{html_text(f"Statements: {said}")}">{_segments(by_side, marks)}</div>'
    )


def _said_side(row: Any, shown: Shown) -> str:
    side = str(row.side)
    return frame.relayed_told(shown, side, row.ids) if row.relayed else shown.side_labels[side]


def _coloured(side: str, count: str, marks: Marks, *, relayed: bool) -> str:
    """The count in the colour of the side, where the theme has a name for it."""
    mark = marks.mark(side)
    glyph = mark.hollow if relayed else mark.glyph
    return f":{mark.theme}[{glyph} **{count}**]" if mark.theme else f"{glyph} **{count}**"


def _segments(by_side: pd.DataFrame, marks: Marks) -> str:
    parts = []
    for side, relayed, count in zip(by_side["side"], by_side["relayed"], by_side["count"], strict=True):
        light, dark = frame.side_colours(str(side), marks)
        look = "border-color" if relayed else "background"
        kind = "rd-hollow" if relayed else "rd-half-bar" if side == REPORTER else ""
        parts.append(f'<span class="{kind}" style="flex:{count} 0 0;{look}:light-dark({light},{dark})"></span>')
    return "".join(parts)


# --- Beside the matrix --------------------------------------------------------------------------


def columns_of(cells: pd.DataFrame, shown: Shown) -> dict[tuple[str, bool], str]:
    """The columns of a matrix of topics and sides, with their heads: those that have a statement."""
    there = set(zip(cells["side"], cells["relayed"], strict=True))
    return {
        (side, relayed): f"{words}, relayed" if relayed else words
        for side, words in shown.mark_labels.items()
        for relayed in (False, True)
        if (side, relayed) in there
    }


def aside(place: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where a page puts its content, and what stands beside it as long as nothing is opened; on a narrow screen under it."""
    with st.container(key=f"aside_{place}", horizontal=True, gap="large"):
        return st.container(key=f"content_{place}"), st.container(key=f"tone_{place}", gap="xsmall")


def show_strongest(shown: Shown, facts: Facts, score: Score, *, place: str) -> None:
    """The tone at a glance: what is clear, and the statements whose words a score counts lowest and highest."""
    found = headline("tone", facts).text
    names = shown.package.short_names
    strong = shown.once(("strongest", score.key), lambda: summaries.strongest_words(shown.statements, score, names))
    frame.section_heading(
        found, f"The strongest words by {score.label}; they tell the tone, not the stance." if strong else ""
    )
    if strong:
        said = {each.id: each.said for each in strong}
        st.html("".join(_strong(shown, each) for each in strong))
        hear("strong", said, read=lambda id: open_at(place, said[id], (id,)))
        there = {**shown.parameters, "order": ["negative"], "by": [score.key]} if not shown.own else {}
        st.page_link(pages.path("quotes"), label="All in Quotes, most negative first", query_params=there)


def _strong(shown: Shown, word: Strong) -> str:
    row = shown.package.row_of[word.id]
    return pressable(
        f'<div class="rd-item"><div class="rd-meta">{html_text(word.said)} · {signed(word.value)}</div>'
        f'<div class="rd-text">{html_text(row.wording or row.gloss)}</div>'
        f'<div class="rd-meta">{who_through_whom(shown, row)} · no. {row.sentence}</div></div>',
        place="strong",
        act="read",
        value=word.id,
        says=f"Read statement {row.sentence}",
    )
