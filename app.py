"""Readout: an interactive dashboard of diplomatic statements.

streamlit run app.py --server.address=127.0.0.1
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.ui import brief, filter_panel, frame, guards, pages, sessions

guards.keep_words_out_of_the_log()


def draw(page: StreamlitPage) -> None:
    """The frame and the page in it. What is shown is local: a name of this file would hold the last reader's text."""
    frame.show_tabs(page.url_path)
    shown = filter_panel.choose(on=page.url_path)
    frame.set_title(shown, on=page.url_path)
    frame.show_strip(shown, on=page.url_path)
    brief.say_what_happened()
    page.run()
    brief.show_count()


if __name__ == "__main__":  # for each reader and click
    frame.set_up()
    chosen = st.navigation(pages.listed(), position="top")
    if frame.library_is_usable():
        draw(chosen)
else:  # once: `streamlit run` finds this app by its name and serves this file with it
    app = st.App(
        __file__,
        lifespan=sessions.look_after,
        middleware=guards.middleware(),
        on_script_error=guards.say_that_it_failed,
    )
