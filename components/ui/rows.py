"""Rows to press: a piece of HTML with a button laid over it, whose label is its name for screen readers."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def pressable(inner: str, *, key: str, says: str, on_press: Callable[..., None], args: tuple[Any, ...] = ()) -> None:
    """A row of escaped HTML that is pressed as a whole, by mouse or key. `says` is a text of ours: what a press does.

    Text in a row cannot be marked with the mouse, so what is to be marked stands elsewhere too.
    """
    with st.container(key=f"row_{key}", gap=None):
        st.html(inner)
        st.button(says, key=f"press_{key}", on_click=on_press, args=args)
