"""The answer panel: the one place of a page in which a click is answered.

It stands right of the content and stays in sight; on a narrow screen it is a sheet at the bottom edge. A mark or a number
opens several statements there, and one of them is read at a time: next, previous, close, and on into the article, by
button or key (j, k, Esc, o).
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.model.fields import said_names
from components.model.numbers import counted
from components.model.safe import html_text, label
from components.ui import brief, links
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.quote_detail import place_of, show_one
from components.ui.rows import hear, pressable
from components.ui.spoken import who_through_whom

AT_ONCE = 12
"""So many statements are listed before the reader asks for more."""


def beside(place: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where a page puts its content, and the panel beside it."""
    with st.container(key=f"beside_{place}", horizontal=True, wrap=False, gap="large"):
        content = st.container(key=f"content_{place}")
        panel = st.container(key=f"answer_{place}", gap="small")
    return content, panel


def chosen(shown: Shown, place: str, ids: Sequence[str]) -> str:
    """The statement that is read at a place: the one that was chosen, at first the one that the link names, or nothing."""
    here = desk().place(place).chosen
    wanted = shown.linked if here is None else here
    return wanted if wanted in ids else ""


def choose(place: str, statement: str) -> None:
    """Read a statement at a place; none where it is nothing. A list in pages turns to its page. A callback."""
    here = desk().place(place)
    here.chosen, desk().address.pressed = statement, True
    if statement:
        here.page = 0


def close(place: str) -> None:
    """Close what is open at a place. A callback."""
    here = desk().place(place)
    here.opened, here.chosen = None, ""


def say_how_to_open(text: str) -> None:
    """What stands in the panel before anything is chosen; a narrow screen has no sheet then."""
    st.html(f'<p class="rd-answer-empty">{html_text(text)}</p>')


class Listed(NamedTuple):
    """How a list says itself: the line under its title, what stands before each statement by id, and after them all.

    `at_first`: nobody chose it, so that it cannot be closed, and no sheet of a narrow screen holds it.
    """

    under: str = ""
    values: Mapping[str, str] = {}
    after: str = ""
    at_first: bool = False


AS_IT_IS = Listed()


def show_answer(shown: Shown, place: str, ids: Sequence[str], *, title: str = "", listed: Listed = AS_IT_IS) -> None:
    """The statements `ids`, in this order: one of them by itself, or a list under a title in which one is chosen.

    Without a title there is no list to go back to: closing empties the panel.
    """
    id = ids[0] if len(ids) == 1 and title else chosen(shown, place, ids)
    if id:
        _show_statement(shown, place, ids, id, title=title)
    elif title:
        _show_list(shown, place, ids, title=title, how=listed)


def _show_statement(shown: Shown, place: str, ids: Sequence[str], id: str, *, title: str) -> None:
    rows = shown.package.row_of
    with st.container(key=f"head_{place}", horizontal=True, gap="xsmall", vertical_alignment="center"):
        at = f"{title}, {ids.index(id) + 1} of {len(ids)} · " if title and len(ids) > 1 else ""
        st.html(f'<p class="rd-kind" role="status">{html_text(at + place_of(rows[id]))}</p>', width="stretch")
        if title and len(ids) > 1:
            st.button(f"All {len(ids):,}", key=f"back_{place}", type="tertiary", on_click=choose, args=(place, ""))
        st.button("Close", key=f"close_{place}", type="tertiary", shortcut="Esc", on_click=close, args=(place,))
    show_one(shown, id)
    links.to_statement(shown, id, label="Read it in the article", key=f"{place}_{id}", shortcut="o")
    _offer_neighbours(shown, place, [rows[each] for each in ids], ids.index(id))


def _offer_neighbours(shown: Shown, place: str, rows: Sequence[Any], at: int) -> None:
    """The statement before and the one after in the list that is open."""
    if len(rows) < 2:
        return
    names = shown.package.short_names
    with st.container(key=f"turn_{place}", horizontal=True, gap="xsmall", horizontal_alignment="distribute"):
        for step, name, key in ((-1, "previous", "k"), (1, "next", "j")):
            there = at + step
            row = rows[there] if 0 <= there < len(rows) else None
            said = f"{row.sentence} {label(said_names(row.speakers, names))}" if row else "–"
            st.button(
                f"‹ {said}" if step < 0 else f"{said} ›",
                key=f"{name}_{place}",
                shortcut=key,
                disabled=row is None,
                on_click=choose,
                args=(place, row.statement if row else ""),
            )


def _show_list(shown: Shown, place: str, ids: Sequence[str], *, title: str, how: Listed) -> None:
    """Several statements to choose from, with their numbers and speakers."""
    with st.container(key=f"head_{place}", horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.html(f'<h2 class="rd-h2">{html_text(title)}</h2>', width="stretch")
        if how.at_first:
            st.html('<span class="rd-at-first"></span>', width="content")
        else:
            st.button("Close", key=f"close_{place}", type="tertiary", shortcut="Esc", on_click=close, args=(place,))
    st.html(f'<p class="rd-kind" role="status">{html_text(how.under or counted(len(ids), "statement"))}</p>')
    listed = ids if desk().place(place).whole else ids[:AT_ONCE]
    st.html("".join(_item(shown, f"list_{place}", shown.package.row_of[id], how) for id in listed))
    hear(f"list_{place}", listed, read=partial(choose, place))
    brief.offer(shown, ids, key=f"list_{place}")
    if len(ids) > len(listed):
        st.button(f"Show all {len(ids):,}", key=f"{place}_more", on_click=_show_all, args=(place,))
    if how.after:
        st.html(f'<p class="rd-kind">{html_text(how.after)}</p>')


def _item(shown: Shown, place: str, row: Any, how: Listed) -> str:
    """A statement of a list, to press."""
    return pressable(
        f'<div class="rd-item"><div class="rd-meta">{_value(how, row.statement)}<b>{row.sentence}</b> '
        f"{who_through_whom(shown, row)}</div>"
        f'<div class="rd-text">{html_text(row.wording or row.gloss)}</div></div>',
        place=place,
        act="read",
        value=row.statement,
        says=f"Read statement {row.sentence}",
    )


def _value(how: Listed, id: str) -> str:
    value = how.values.get(id, "")
    return f'<span class="rd-value">{html_text(value)}</span>' if value else ""


def _show_all(place: str) -> None:
    desk().place(place).whole = True
