"""Give the article's text: the sentences that are found in it get their wording, on all pages of this session."""

import streamlit as st

from components.ui import attach_text, filter_panel, frame

shown = filter_panel.shown()

if shown.own:
    frame.heading("Nothing to attach")
    attach_text.say_that_it_is_there()
    st.stop()

# 1. What this is, and where the text goes.
frame.heading(f"Attach the text of “{shown.package.title}”")
attach_text.say_where_it_goes()

# 2. A file, or pasted text.
attach_text.ask_for_text(shown)

# 3. What was recognised.
attach_text.show_result(shown)
