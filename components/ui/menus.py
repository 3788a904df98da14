"""Menus that are made only when the reader opens them, and for which the rest of the page does not run again."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components.ui import filter_panel


def menu(
    label: str, show: Callable[[], None], *, key: str, look: Literal["secondary", "tertiary"] = "secondary"
) -> None:
    """A button that opens a menu; `show` draws what stands in it.

    Opening it, and whatever is typed or pressed in it, runs `show` alone; what changes the view runs the page.
    """
    with st.container(key=f"menu_{key}", width="content"):
        _unfold(label, show, key, look)


@st.fragment
def _unfold(label: str, show: Callable[[], None], key: str, look: Literal["secondary", "tertiary"]) -> None:
    if filter_panel.is_pressed():
        st.rerun()
    opened = st.popover(label, type=look, key=key, on_change="rerun")
    if opened.open:
        with opened:
            show()
