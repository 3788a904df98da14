"""Read an article: paste or open it, look at what was guessed, have it read, save it."""

import streamlit as st

from components.ui import filter_panel, frame, keeping, reading
from components.ui.opened import opened
from components.ui.sentence_list import show_sentences

RESULT = "read_result"

shown = filter_panel.shown()
reading.take_over()

# 1. What this is, and where the text goes.
done = reading.just_read(shown)
frame.heading(reading.found_in(shown) if done else "Read an article")

# 2. The result: what was found, what is guessed, where to go on.
if done:
    reading.show_result(shown, place=RESULT)
    if chosen := opened(RESULT):
        show_sentences(shown, chosen.ids, key=RESULT, title=chosen.title, everything=True)
    reading.show_suggestions(shown)
    keeping.show_saving(done)

# 3. The text, and what is known of it; then reading, with progress and a way out.
again = "Read another article, or this one again"
with st.expander(again, expanded=reading.has_news()) if done else st.container():
    reading.say_where_it_goes()
    reading.ask_for_details(reading.ask_for_text())
    reading.offer_to_read()

# 4. The articles of this reader.
keeping.show_own()
