"""Read a text: paste or open it, or open an example; look at what was guessed, have it read, save it."""

import streamlit as st

from components.ui import examples, filter_panel, frame, keeping, reading, uploads
from components.ui.opened import opened
from components.ui.sentence_list import show_sentences

RESULT = "read_result"

shown = filter_panel.shown()
reading.take_over()
reading.go_on()

# 1. What this is.
done = reading.just_read(shown)
frame.heading(reading.found_in(shown) if done else "Read your own text")

# 2. The result: what was found, what is guessed, where to go on.
if done:
    reading.show_result(shown, place=RESULT)
    if chosen := opened(RESULT):
        show_sentences(shown, chosen.ids, key=RESULT, title=chosen.title, everything=True)
    reading.show_suggestions(shown)
    keeping.show_saving(done)

# 3. The text; beside it what is known of it, so that nothing moves what is pressed.
again = "Read another text, or this one again"
with st.expander(again, expanded=reading.has_news()) if done else st.container():
    reading.say_where_it_goes()
    left, right = st.columns([7, 4], gap="large")
    with left:
        given = reading.ask_for_text()
        examples.show_cards()
    with right:
        if given.text.strip():
            reading.ask_for_details(given)
            uploads.say_notes(given)
        else:
            reading.say_what_to_expect()

# 4. The articles of this reader.
keeping.show_own()
