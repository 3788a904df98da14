"""Beside the rows: how the two texts differ otherwise, other names for the same thing, and the order of subjects."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.comparison.compared import Compared
from components.analysis.comparison.contrast import Line, contrasts, heading_of, in_order, other_names
from components.model.safe import html_text
from components.ui import frame
from components.ui.comparing.rows import FIRST, SECOND
from components.ui.comparing.texts import short_names

MOST_NAMES = 8


def show_differences(compared: Compared) -> None:
    """The three small tables."""
    names = short_names(compared)
    lines = contrasts(compared)
    frame.section_heading(heading_of(lines, compared.names), "Beside the subjects; in brackets the statements.")
    st.html(_table(compared, lines, names, missing="not said"))
    if found := other_names(compared)[:MOST_NAMES]:
        frame.section_heading(
            "Perhaps other names for the same thing", "Of sentences that report the same; look and decide."
        )
        st.html(_table(compared, found, names, missing=""))
    frame.section_heading("Order of subjects", "In bold what the other text does not have.")
    st.html(f'<div class="rd-cmp-orders">{_order(compared, 0)}{_order(compared, 1)}</div>')


def _table(compared: Compared, lines: Sequence[Line], names: tuple[str, str], *, missing: str) -> str:
    head = f"<tr><td></td><th>{FIRST} {html_text(names[0])}</th><th>{SECOND} {html_text(names[1])}</th></tr>"
    rows = "".join(
        f"<tr><th>{html_text(line.label)}</th>"
        + "".join(
            f"<td>{_cell(account.numbers(cell.ids), cell.said, missing)}</td>"
            for account, cell in ((compared.a, line.a), (compared.b, line.b))
        )
        + "</tr>"
        for line in lines
    )
    return f'<table class="rd-table">{head}{rows}</table>'


def _cell(numbers: Sequence[int], said: str, missing: str) -> str:
    """What a text says, with the numbers of its sentences."""
    if not said:
        return f'<span class="rd-quiet">{missing}</span>'
    listed = ", ".join(map(str, numbers[:6])) + (" …" if len(numbers) > 6 else "")
    return html_text(said) + (f' <span class="rd-kind">({listed})</span>' if numbers else "")


def _order(compared: Compared, side: int) -> str:
    alone = ("only_a", "only_b")[side]
    items = "".join(
        f"<li>{f'<b>{html_text(each.label)}</b>' if each.status == alone else html_text(each.label)}</li>"
        for each in in_order(compared, side)
    )
    return f'<div><p class="rd-kind">{(FIRST, SECOND)[side]} {html_text(short_names(compared)[side])}</p><ol>{items}</ol></div>'
