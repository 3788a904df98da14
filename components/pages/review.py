"""Review: what a machine guessed, one statement at a time, corrected in a log that can be taken back."""

import streamlit as st

from components.ui import cached, filter_panel, frame, pages
from components.ui.review import actors, log, queue, several, statement

shown = filter_panel.shown()
draft = cached.own().get(shown.package.id)

if draft is None:
    frame.heading("Nothing to review")
    frame.paragraph(
        f"“{shown.package.title}” ships with Readout and stays as it is. Articles that you bring are read by machine, and what "
        "it guessed is looked through here. Choose one of yours in the list under the title above, or bring one."
    )
    st.page_link(pages.path("read"), label="Read an article")
    st.stop()

# 1. How much is left to look at.
frame.heading(queue.left_to_do(draft))
rows = queue.choose_which(draft)

# 2. The statement that is looked at: its words, what decided, and what to say instead; beside it the others.
here = queue.current(rows)
if here is None:
    frame.paragraph("There is none of these.")
else:
    left, right = st.columns([11, 9], gap="large")
    with left:
        statement.show_statement(shown, draft, here)
        statement.show_decisions(draft, here, rows)
        statement.show_fields(draft, here)
    with right:
        with st.container(key="review_list", gap="small"):
            queue.show_queue(shown, rows, here)
        several.show_several(shown, draft, rows)

# 3. What was decided, and the way back.
log.show_log(draft)

# 4. The actors: names, sides, one who is two, two who are one.
frame.section_heading("The actors", "Who they are, and which side each speaks for. Sides are guessed from the offices.")
actors.show_actors(shown, draft)
