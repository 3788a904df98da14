"""Readout: an interactive dashboard of diplomatic statements.

streamlit run app.py --server.address=127.0.0.1
"""

import streamlit as st

from components.ui import guards, sessions

guards.keep_words_out_of_the_log()
if __name__ == "__main__":  # for each reader and click
    from components.ui import frame, pages  # here: the server answers before what pages need is loaded

    frame.set_up()
    chosen = st.navigation(pages.listed(), position="top")
    if frame.library_is_usable():
        frame.draw(chosen)
else:  # once: `streamlit run` finds this app by its name and serves this file with it
    app = st.App(
        __file__,
        lifespan=sessions.look_after,
        middleware=guards.middleware(),
        on_script_error=guards.say_that_it_failed,
    )
