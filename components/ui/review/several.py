"""Accepting several statements at once: those of a speaker, a section, a level; how many and which is shown before."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from components.article.corrections import entries, log
from components.article.package import Draft
from components.model.fields import said_names
from components.model.numbers import counted
from components.model.statements import FORM_LABELS, HOW_MEANINGS, LEVEL_LABELS, Statement
from components.ui.chart import place_of_table
from components.ui.filter_panel import Shown
from components.ui.review.deciding import decide, now

ROW, MOST_ROWS = 35, 8

BY: dict[str, str] = {"speaker": "Speaker", "section": "Section", "level": "Level", "how": "How found"}
"""What statements can share, with its name on screen."""


def show_several(shown: Shown, draft: Draft, rows: Sequence[Statement]) -> None:
    """Choose what the statements share, look at which they are, and accept them. `rows` are those of the list above it."""
    looked_at = log.decided(draft.log)
    left = [row for row in rows if row.statement not in looked_at]
    if len(left) < 2:
        return
    with st.popover("Accept several", key="review_several"):
        by = st.segmented_control(
            "Of one", list(BY), default="speaker", key="review_by", required=True, format_func=BY.__getitem__
        )
        groups = _groups(shown, left, by or "speaker")
        names = list(groups)
        chosen = st.selectbox(
            BY[by or "speaker"],
            names,
            key=f"review_of_{by}_{len(draft.log)}",
            format_func=lambda name: f"{name} ({len(groups[name])})",
        )
        these = groups[chosen or names[0]]
        st.button(
            f"Accept {counted(len(these), 'statement')}",
            key="review_accept_several",
            type="primary",
            on_click=lambda: _accept(draft, these),
        )
        _show(shown, these)


def _groups(shown: Shown, rows: Sequence[Statement], by: str) -> dict[str, list[Statement]]:
    """The statements by what they share, in their order; the largest group first."""
    names, titles = shown.package.short_names, shown.package.about.sections
    told: Mapping[str, Callable[[Statement], str]] = {
        "speaker": lambda row: said_names(row.speakers, names),
        "section": lambda row: f"{row.section} {titles[row.section]}",
        "level": lambda row: LEVEL_LABELS[row.level] or FORM_LABELS[row.form],
        "how": lambda row: HOW_MEANINGS[row.how] or "Not recorded how.",
    }
    groups: dict[str, list[Statement]] = {}
    for row in rows:
        groups.setdefault(told[by](row), []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def _show(shown: Shown, rows: Sequence[Statement]) -> None:
    names, table = shown.package.short_names, shown.package.statements
    wordings = dict(zip(table["statement"], table["wording"], strict=True))
    place_of_table("review_these").dataframe(
        pd.DataFrame(
            {
                "No.": [row.sentence for row in rows],
                "Speaker": [said_names(row.speakers, names) for row in rows],
                "Wording": [wordings[row.statement] for row in rows],
            }
        ),
        key="review_these",
        hide_index=True,
        row_height=ROW,
        height=ROW * (min(len(rows), MOST_ROWS) + 1) + 3,
        alt="The statements that would be accepted.",
    )


def _accept(draft: Draft, rows: Sequence[Statement]) -> None:
    """One entry a statement, all of one moment, so that they are taken back together."""
    when = now()
    decide(draft, [entries.accept(draft.coding, row.statement, when=when) for row in rows])
