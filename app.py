"""Readout: an interactive dashboard of diplomatic statements.

streamlit run app.py --server.address=127.0.0.1
"""

import streamlit as st

from components.ui import filter_panel, frame, pages

frame.set_up()
page = st.navigation(pages.listed(), position="top")
if frame.library_is_usable():
    frame.show_strip(filter_panel.choose(), on=page.url_path)
    page.run()
