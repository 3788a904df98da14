"""The sentences behind a number: who says them, where they stand, in which tone, and by which words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.model.numbers import signed
from components.model.safe import html_text
from components.model.scores import SCORES
from components.model.statements import each_row
from components.ui import brief, frame, links
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.highlights import chips, draw_wording, tone_chips, tone_highlights
from components.ui.spoken import who_through_whom

AT_ONCE = 12
"""So many sentences are shown before the reader asks for more."""


def show_sentences(shown: Shown, ids: Sequence[str], *, key: str, title: str, everything: bool = False) -> None:
    """A list of statements in the order of the view, with a link from each into the article.

    Only what the filter leaves is listed, but for `everything`: there the number that was opened knows no filter.
    """
    among = shown.package.statements if everything else shown.statements
    rows = shown.view.ordered(among[among["statement"].isin(set(ids))])
    frame.section_heading(title, _under(shown, len(rows)))
    if rows.empty:
        frame.paragraph("None of them is left by the filter.", quiet=True)
        return
    listed = rows if desk().place(key).whole else rows.head(AT_ONCE)
    st.html(f'<ol class="rd-list">{"".join(_items(shown, listed))}</ol>')
    if len(rows) > len(listed):
        st.button(f"Show all {len(rows)}", key=f"{key}_more", on_click=_show_all, args=(key,))
    with st.container(key=f"{key}_links", horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.html('<p class="rd-p rd-quiet">Read in the article:</p>', width="content")
        for row in each_row(rows.head(AT_ONCE)):
            links.to_statement(shown, row.statement, label=str(row.sentence), key=f"{key}_{row.statement}")
    brief.offer(shown, rows["statement"].tolist(), key=f"list_{key}")


def _show_all(key: str) -> None:
    desk().place(key).whole = True


def _under(shown: Shown, count: int) -> str:
    said = f"{count} statement{'s' * (count != 1)}"
    return said if shown.package.recognised else f"{said}, in paraphrase (ours)"


def _items(shown: Shown, rows: pd.DataFrame) -> list[str]:
    return [_item(shown, shown.package.row_of[id]) for id in rows["statement"]]


def _item(shown: Shown, row: Any) -> str:
    evidence = shown.package.evidence_of[row.statement]
    section = "Lead" if row.section == 0 else f"section {row.section}, {row.section_title}"
    scores = " · ".join(
        f"{SCORES[key].label} {signed(getattr(row, key)) or 'not scored'}" for key in SCORES if SCORES[key].signed
    )
    meta = f"<b>{row.sentence}</b> · {who_through_whom(shown, row)} · {html_text(str(section))} · {scores}"
    return (
        f'<li class="rd-item"><div class="rd-meta">{meta}</div>{_text(row, evidence)}{chips(tone_chips(evidence))}</li>'
    )


def _text(row: Any, evidence: Sequence[Any]) -> str:
    """The wording with its tone words marked and the gloss under it, or the gloss alone."""
    gloss = html_text(row.gloss)
    if not row.wording:
        return f'<div class="rd-text">{gloss}</div>'
    wording = draw_wording(row.wording, int(row.start), tone_highlights(evidence))
    under = f'<div class="rd-gloss">Paraphrase (ours): {gloss}</div>' if gloss else ""
    return f'<div class="rd-text">{wording}</div>{under}'
