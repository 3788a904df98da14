"""A text that was attached is in this session alone. Where the page was loaded anew, and it is gone, that is said.

Nothing of it may stand in the address, which is passed on to others. So the browser's tab remembers for which shipped
article a text was attached, and a fixed script of ours shows the notice where the session does not have it.
"""

import streamlit as st

from components.model.safe import html_text
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.scripts import WATCH

GONE = "The page was loaded anew, or the server was started again: the text that you attached is no longer here. Attach it again."


def say_if_gone(shown: Shown) -> None:
    """The notice, hidden until the script finds that it is true; of an article of the reader's own the address tells it."""
    if shown.own:
        return
    here, id = desk(), shown.package.id
    has = "yes" if id in here.attached else "taken" if id in here.taken_away else "no"
    with st.container(key="gone"):
        st.html(
            f'<p class="rd-gone" role="status" hidden data-article="{html_text(id)}" data-has="{has}">{GONE}</p>'
            f"{WATCH}",
            unsafe_allow_javascript=True,
        )
