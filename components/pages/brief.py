"""The brief: what the reader chose, in the reader's order, and the document that is made of it."""

import streamlit as st

from components.analysis.english import capital
from components.ui import brief, brief_document, brief_list, frame, pages
from components.ui.desk import desk

now = brief.brief()
if not now.entries:
    frame.heading("Nothing is in the brief")
    frame.paragraph(
        "Press + beside a statement, or “Add to brief” where you read one, and it is taken along: from several articles "
        "too, in your order, with your headings and notes."
    )
    st.page_link(pages.path("quotes"), label="Choose in Quotes")
    if desk().briefs_before:
        brief_list.offer_to_change()
    st.stop()

# 1. What it is.
with st.container(gap="xsmall"):
    frame.heading(f"{capital(brief.how_many(now))} to take along")
    brief_list.say_where_it_is()
    brief_list.show_on_paper(now)

# 2. The statements in their order, and beside them the document.
here = brief.articles_of(now)
content, aside = st.columns([13, 7], gap="large")
with content:
    brief_list.show_entries(now, here)
with aside:
    with st.container(key="brief_changes", horizontal=True, gap="small"):
        brief_list.offer_to_change()
    brief_list.show_head(now)
    with st.container(key="downloads", gap="xsmall"):
        frame.section_heading(
            "Make a document of it", "Findings, figures, quotes with their numbers, sources and method."
        )
        by = brief_document.choose_grouping("brief_by")
        brief_document.offer_brief(now, here, by)
