"""Two articles side by side: what both report, what stands in one alone, and what the reader decides of it."""

import streamlit as st

from components.analysis.comparison.compared import heading, in_figures, in_short
from components.model.comparison import CAVEAT
from components.ui import filter_panel, frame
from components.ui.comparing import decide, differ, files, rows, texts

shown = filter_panel.shown()

# 1. Which two. The article that is shown is the first.
other = texts.choose_other(shown)
if not other:
    frame.heading("Two texts side by side")
    frame.paragraph(
        "Choose the second text: another account of the same meeting, another speech, or the published text of a draft. "
        "Subject by subject you see what both report and what stands in one alone."
    )
    texts.offer_pairs()
    files.ask_for_file()
    st.stop()
compared = texts.compare(shown, other)
if compared is None:
    st.stop()

# 2. In short.
with st.container(gap="xsmall"):
    frame.heading(heading(compared))
    frame.paragraph(in_short(compared))
    frame.paragraph(in_figures(compared), quiet=True)
if shown.filter.active:
    frame.paragraph("The filter does not narrow this page: both texts are compared whole.", quiet=True)
texts.say_what_limits(compared)

# 3. The rows, and beside them what differs otherwise.
left, right = st.columns([752, 332], gap="large")
with left:
    rows.show_rows(compared)
    with st.container(key="undo_compare", horizontal=True, gap="small", vertical_alignment="center"):
        rows.show_turning(compared)
        decide.show_undo(compared)
    frame.paragraph(CAVEAT, quiet=True)
with right:
    differ.show_differences(compared)
    files.show_files(shown, compared)
    files.ask_for_file()
