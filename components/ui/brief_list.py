"""The brief as a list: its title and note, its statements in the reader's order, and what can be done with each."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.article.package import Package
from components.charts.palette import Marks
from components.model.brief import Brief, Entry, Key
from components.model.fields import said_names
from components.model.limits import MOST_NOTE_CHARACTERS, MOST_TITLE_CHARACTERS
from components.model.safe import html_text
from components.ui import brief, cached, frame
from components.ui.desk import desk, heard, key_showing, set_value, value_of
from components.ui.spoken import voice_of

A_PAGE = 25

MOST_OF = {"heading": MOST_TITLE_CHARACTERS, "note": MOST_NOTE_CHARACTERS}
"""Characters of what a reader writes beside a statement."""


def show_head(now: Brief) -> None:
    """Its title, and a note of the reader's own."""
    title = key_showing("brief_title", now.title)
    st.text_input(
        "Title",
        key=title,
        max_chars=MOST_TITLE_CHARACTERS,
        placeholder="Without one it is made of the articles",
        on_change=heard(
            "brief_title", title, lambda typed: brief.change(lambda now: replace(now, title=typed.strip()))
        ),
    )
    note = key_showing("brief_note", now.note)
    st.text_area(
        "A note of your own, above the findings",
        key=note,
        max_chars=MOST_NOTE_CHARACTERS,
        height=70,
        on_change=heard("brief_note", note, lambda typed: brief.change(lambda now: replace(now, note=typed.strip()))),
    )


def show_on_paper(now: Brief) -> None:
    """Title and note as text: printed in the place of the boxes in which they are written."""
    if now.title or now.note:
        title = f'<p class="rd-h2">{html_text(now.title)}</p>' if now.title else ""
        st.html(f'<div class="rd-on-paper">{title}<p class="rd-p">{html_text(now.note)}</p></div>')


def offer_to_change() -> None:
    """Take the last change back; take everything out."""
    st.button("Undo", key="brief_undo", on_click=brief.undo, disabled=not desk().briefs_before)
    if brief.brief().entries:
        st.button("Clear", key="brief_clear", on_click=brief.change, args=(lambda _: Brief(),))


def show_entries(now: Brief, here: Mapping[str, Package]) -> None:
    """The entries of the page that is open, each with what can be done with it; and the pages."""
    pages = max(-(-len(now.entries) // A_PAGE), 1)
    page = desk().brief_page = min(desk().brief_page, pages)
    numbers = {key: i for i, key in enumerate(now.keys, 1)}
    for at in range((page - 1) * A_PAGE, min(page * A_PAGE, len(now.entries))):
        entry = now.entries[at]
        with st.container(key=f"entry_{at}", gap=None):
            st.html(_said(entry, numbers, here))
            _offer_actions(now, at)
    if pages > 1:
        set_value("brief_pages", page)
        st.pagination(pages, key="brief_pages", on_change=_turn)


def _turn() -> None:
    desk().brief_page = value_of("brief_pages")


def _said(entry: Entry, numbers: Mapping[Key, int], here: Mapping[str, Package]) -> str:
    if entry.key is None:
        return f'<h2 class="rd-h2">{html_text(entry.heading)}</h2>'
    note = f'<p class="rd-own-note">{html_text(entry.note)}</p>' if entry.note else ""
    return (
        f'<div class="rd-chosen"><b>[{int(numbers[entry.key])}]</b><div>{_statement(entry.key, here)}{note}</div></div>'
    )


def _statement(key: Key, here: Mapping[str, Package]) -> str:
    package = here.get(key.article)
    if package is None or key.statement not in package.evidence_of:
        return '<p class="rd-kind">Its article is not here. Open it again, and the statement is back.</p>'
    row = package.row_of[key.statement]
    voice = voice_of(package, row)
    glyph = frame.side_glyph(Marks.of(package.sides_heard).mark(voice.side), relayed=bool(voice.through))
    who = html_text(said_names(row.speakers, package.short_names))
    via = f", via {html_text(package.short_names[row.via])}" if row.via else ""
    kind = "" if row.wording else ", our paraphrase"
    return (
        f'<div class="rd-text">{html_text(row.wording or row.gloss)}</div><div class="rd-meta">{glyph} <b>{who}</b>'
        f"{frame.guess_mark(row.level)}{via} · {html_text(package.title)}, no. {row.sentence}{kind}</div>"
    )


def _offer_actions(now: Brief, at: int) -> None:
    """Up, down, a note or another heading, a heading above, out of the brief."""
    entry = now.entries[at]
    with st.container(key=f"entry_acts_{at}", horizontal=True, gap="xsmall", vertical_alignment="center"):
        for says, steps, off in (("Up", -1, at == 0), ("Down", 1, at == len(now.entries) - 1)):
            st.button(
                says,
                key=f"brief_{says}_{at}",
                type="tertiary",
                disabled=off,
                on_click=brief.change,
                args=(_moving(at, steps),),
            )
        if entry.key is None:
            with st.popover("Change the heading", type="tertiary", key=f"brief_change_{at}"):
                _ask(at, "heading", entry.heading)
        else:
            with st.popover("Note", type="tertiary", key=f"brief_noted_{at}"):
                _ask(at, "note", entry.note)
            with st.popover("Heading above", type="tertiary", key=f"brief_head_{at}"):
                _ask_heading(at)
        st.button(
            "Remove",
            key=f"brief_out_{at}",
            type="tertiary",
            on_click=brief.change,
            args=(lambda now: now.without_entry(at),),
        )


def _moving(at: int, steps: int) -> Any:
    return lambda now: now.moved(at, steps)


def _ask(at: int, field: str, value: str) -> None:
    """A box with what stands in a field of an entry."""
    name = f"brief_{field}_{at}"
    key = key_showing(name, value)
    st.text_area(
        "Your note" if field == "note" else "Heading",
        key=key,
        max_chars=MOST_OF[field],
        on_change=heard(name, key, lambda typed: brief.change(lambda now: now.changed(at, **{field: typed.strip()}))),
    )


def _ask_heading(at: int) -> None:
    count = len(desk().brief.entries)
    key = f"brief_above_{at}_{count}"

    def put_above() -> None:
        if _typed(key) and len(desk().brief.entries) == count:  # else it comes late, and stands there already
            brief.change(lambda now: now.with_heading(at, _typed(key)))

    st.text_input(
        "Heading",
        key=key,
        max_chars=MOST_TITLE_CHARACTERS,
        on_change=put_above,
    )


def _typed(key: str) -> str:
    return str(value_of(key) or "").strip()


def say_where_it_is() -> None:
    """Whether it is kept, and where."""
    kept = not cached.why_nothing_is_kept()
    frame.paragraph(
        "Kept on this machine: it is here again after a reload. Nothing of it stands in the address."
        if kept
        else "It lasts as long as this page is open: this server keeps nothing. Nothing of it stands in the address.",
        quiet=True,
    )
