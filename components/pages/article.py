"""The article as a reading page: sections and sentences in order, speakers in the margin, one kind of mark at a time."""

import streamlit as st

from components.ui import article_text, brief, filter_panel, frame, links

shown = filter_panel.shown()

# 1. What the filter finds, and what to mark. Where it finds nothing, the article is still there to read.
with st.container():
    if shown.statements.empty:
        frame.nothing_found(shown)
    else:
        frame.heading("Who says what, in order")
with st.container(key="marks", horizontal=True, gap="small", vertical_alignment="bottom"):
    mark = article_text.choose_mark(shown)
    article_text.choose_for_brief(shown)
    if shown.linked:
        brief.offer(shown, (shown.linked,), key="linked")

# 2. The text, or our paraphrase of it. What the filter leaves out is dimmed, not gone: context matters.
with st.empty():  # it keeps its place, so that the article below stays the same piece of the page
    if shown.filter.active:
        article_text.say_what_is_dimmed(shown)
article_text.show(shown, mark)
links.forget(shown)
