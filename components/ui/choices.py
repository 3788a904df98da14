"""A choice of one among few, side by side; the reader's choice holds on all pages for the session."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

K = TypeVar("K", bound=str)


def choose_one(
    title: str, options: Mapping[K, str], *, key: str, first: K | None = None, says_title: bool = False
) -> K | None:
    """The one that is chosen: a key of `options`, whose values are the labels.

    `first` is chosen where nobody chose; without it, what `desk.start_with` gave. `says_title`: the title is also seen.
    """
    return st.segmented_control(
        title,
        list(options),
        key=key,
        default=first,
        required=True,
        format_func=options.__getitem__,
        persist_state="session",
        label_visibility="visible" if says_title else "collapsed",
    )
