"""What was decided so far, and the way back."""

import pandas as pd
import streamlit as st

from components.article.corrections import entries, log
from components.article.corrections.log import Correction
from components.article.package import Draft
from components.model.numbers import counted
from components.ui import frame
from components.ui.chart import place_of_table
from components.ui.desk import desk
from components.ui.review.deciding import decide, now


def show_log(draft: Draft) -> None:
    """What was decided so far, and the way back."""
    frame.section_heading("What was corrected", f"{log.summary(draft.log).capitalize()}. Nothing is overwritten.")
    back, again = log.undone(draft.log, when=now()), log.redone(draft.log, when=now())
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Undo",
            key="review_undo",
            shortcut="u",
            disabled=back is None,
            on_click=lambda: _take_back(draft, back),
        )
        st.button("Redo", key="review_redo", disabled=again is None, on_click=lambda: _take_back(draft, again))
        st.button("Undo everything", key="review_undo_all", disabled=back is None, on_click=lambda: _undo_all(draft))
    if said := desk().said.get("review"):
        frame.notice(said)
    _show_left_out(draft)
    if draft.log:
        _show_entries(draft)


def _take_back(draft: Draft, undo: Correction | None) -> None:
    """Undo or redo, and look at the statement that it changes."""
    if undo is None:
        return
    entry = undo
    while entry.field == "undo":
        entry = draft.log[int(entry.to) - 1]
    numbers = {row.statement: row.sentence for row in draft.first.statements}
    decide(draft, _all_of_moment(draft, undo, entry), then=numbers.get(entry.statement))


def _all_of_moment(draft: Draft, undo: Correction, entry: Correction) -> list[Correction]:
    """What was accepted in one moment is taken back, or done again, together."""
    step = log.undone if undo.to and draft.log[int(undo.to) - 1].field != "undo" else log.redone
    made, whole = [undo], (*draft.log, undo)
    while entry.field == "level" and (more := step(whole, when=now())):
        origin = more
        while origin.field == "undo":
            origin = whole[int(origin.to) - 1]
        if (origin.field, origin.when) != (entry.field, entry.when):
            break
        made.append(more)
        whole = (*whole, more)
    return made


def _show_left_out(draft: Draft) -> None:
    """Sentences that are no statements, to put back."""
    kept = {row.statement for row in draft.coding.statements}
    out = {row.statement: row for row in draft.first.statements if row.statement not in kept}
    if not out:
        return
    chosen = st.selectbox(
        "Left out as no statements",
        list(out),
        index=None,
        key=f"review_out_{len(draft.log)}",
        format_func=lambda id: f"{out[id].sentence} {draft.text[out[id].start : out[id].end]}",
        placeholder=f"{counted(len(out), 'sentence')}: choose one to put back",
    )
    if chosen:
        st.button(
            "Put it back",
            key="review_put_back",
            on_click=lambda: decide(draft, [entries.put_back(draft.coding, chosen, when=now())]),
        )


def _undo_all(draft: Draft) -> None:
    """Back to the machine's first answer, entry by entry, so that it can be done again."""
    while back := log.undone(draft.log, when=now()):
        draft = draft.corrected(back)
    decide(draft, [])


def _show_entries(draft: Draft) -> None:
    numbers = {row.statement: str(row.sentence) for row in draft.first.statements}
    stands = log.standing(draft.log)
    with st.expander(f"The log, {counted(len(draft.log), 'line')}"):
        place_of_table("review_log").dataframe(
            pd.DataFrame(
                {
                    "When (UTC)": [entry.when for entry in draft.log],
                    "Statement": [numbers.get(entry.statement, "") for entry in draft.log],
                    "Field": [entry.field for entry in draft.log],
                    "From": [entry.from_ for entry in draft.log],
                    "To": [entry.to for entry in draft.log],
                    "Stands": ["yes" if each else "taken back" for each in stands],
                }
            ).iloc[::-1],
            hide_index=True,
            key="review_log",
            alt="The log of corrections, newest first.",
        )
    differ = len(log.changed(draft.log))
    frame.paragraph(f"{counted(differ, 'statement')} differ{'s' * (differ == 1)} from the first answer.", quiet=True)
