"""Rows to press: HTML with buttons of ours in it, all of which one hidden box hears.

A widget for each button takes the browser longer to draw than all else on a page. So a button of HTML names what is asked for,
one fixed script of ours writes that into the box (`scripts.PRESS`), and the callback of the box does it.
"""

from collections.abc import Callable, Collection
from typing import Literal

import streamlit as st

from components.model.limits import MOST_PRESS_CHARACTERS
from components.model.safe import html_text
from components.ui.desk import value_of

How = Literal["over", "end", "word"]

LABEL = "What is pressed in the rows: a number that is new each time, an act and an id, as in “1 read 7hzwtjjcark6”"
"""The box is seen by no reader; an agent reads it."""


def button(place: str, act: str, value: str, *, says: str, seen: str = "", how: How = "over") -> str:
    """A button that asks `hear(place, ...)` for an act.

    `says`: its name for those who hear the page; `seen`: what stands on it; `how`: whether it lies over a row, at the end of
    one, or is a word in a line.
    """
    return (
        f'<button type="button" class="rd-{how}" aria-label="{html_text(says)}" data-place="{html_text(place)}"'
        f' data-press="{html_text(f"{act} {value}")}">{html_text(seen)}</button>'
    )


def pressable(inner: str, *, place: str, act: str, value: str, says: str, beside: str = "") -> str:
    """A row of escaped HTML that is pressed as a whole, by mouse or key; `beside`: smaller buttons at its end.

    Text in a row cannot be marked with the mouse, so what is to be marked stands elsewhere too.
    """
    return f'<div class="rd-pressed">{inner}{button(place, act, value, says=says)}{beside}</div>'


def hear(place: str, values: Collection[str], **acts: Callable[[str], None]) -> None:
    """The box that hears the buttons of a place, and does their acts with one of `values`. Anything else is not heard."""
    key = f"heard_{place}"

    def do() -> None:
        _, act, value = [*str(value_of(key) or "").split(" ", 2), "", ""][:3]
        if act in acts and value in values:
            acts[act](value)

    st.text_input(LABEL, key=key, on_change=do, max_chars=MOST_PRESS_CHARACTERS, label_visibility="collapsed")
