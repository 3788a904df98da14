"""Rows to press: a piece of HTML with a button laid over it, whose label is its name for screen readers."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def pressable(
    inner: str, *, key: str, says: str, on_press: Callable[..., None], args: tuple[Any, ...] = ()
) -> DeltaGenerator:
    """A row of escaped HTML that is pressed as a whole, by mouse or key. `says` is a text of ours: what a press does.

    Text in a row cannot be marked with the mouse, so what is to be marked stands elsewhere too. Returns the row, in which
    smaller buttons may stand.
    """
    row = st.container(key=f"row_{key}", gap=None)
    row.html(inner)
    row.button(says, key=f"press_{key}", on_click=on_press, args=args)
    return row
