"""Which statements a reader opened on a page: by a mark of a chart or by a button, whichever came last."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from components.ui.desk import desk, value_of


class Opened(NamedTuple):
    """Statements, a title for them, and entries of the record that belong to them."""

    title: str
    ids: tuple[str, ...]
    entries: tuple[str, ...] = ()


def opened(place: str) -> Opened | None:
    """What is open at a place of a page, None if nothing is."""
    return desk().place(place).opened


def open_at(place: str, title: str, ids: Sequence[str]) -> None:
    """Open statements at a place; opening the same again closes them. A callback of buttons."""
    wanted = Opened(title, tuple(ids))
    _set(place, None if opened(place) == wanted else wanted)


def open_marks(place: str, chart: str) -> None:
    """Open what the chosen marks of a chart carry; choosing nothing closes the list. A callback for `on_select`."""
    _set(place, carried(value_of(chart)["selection"]["points"]))


def choose(place: str, label: str, choices: Sequence[Opened]) -> None:
    """A list to open statements by name: for readers who use the keyboard, and where marks are small.

    It is empty again after each choice, because a mark of the chart may be chosen next.
    """
    key = f"{place}_{label}_{desk().place(place).times}"
    st.selectbox(
        label,
        range(len(choices)),
        index=None,
        key=key,
        format_func=lambda i: choices[i].title,
        placeholder=label,
        label_visibility="collapsed",
        width=340,
        on_change=lambda: _open_choice(place, key, choices),
    )


def _open_choice(place: str, key: str, choices: Sequence[Opened]) -> None:
    chosen = value_of(key)
    _set(place, None if chosen is None else choices[chosen])


def carried(points: Sequence[Any]) -> Opened | None:
    """What chosen marks carry in `customdata` (`palette.carry`): statements, a title, an entry of the record."""
    ids: dict[str, None] = {}
    entries: dict[str, None] = {}
    titles: dict[str, None] = {}
    for point in points:
        said, title, entry = (*(point.get("customdata") or ()), "", "", "")[:3]
        ids.update(dict.fromkeys(str(said).split()))
        titles[str(title)] = None
        if entry:
            entries[str(entry)] = None
    if not ids and not entries:
        return None
    return Opened(next(iter(titles)) if len(titles) == 1 else f"{len(points)} marks", tuple(ids), tuple(entries))


def _set(place: str, wanted: Opened | None) -> None:
    here = desk().place(place)
    here.opened, here.times, here.whole, here.chosen = wanted, here.times + 1, False, None
