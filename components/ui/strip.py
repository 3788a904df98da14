"""The strip above every page: the article and others to choose, its source, and the sentence that is the filter.

The things that are asked for stand in the sentence as chips; pressing one takes it away.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import streamlit as st

from components.analysis.filters import Piece
from components.model.intervals import in_words
from components.model.numbers import counted
from components.model.safe import html_text, label
from components.ui import cached, filter_panel, pages
from components.ui.desk import desk, value_of
from components.ui.filter_panel import Shown
from components.ui.menus import menu

LISTED = 12
"""So many articles of a kind stand in the list; the others are found by their names."""


def draw(shown: Shown) -> None:
    """The strip."""
    with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
        _choose_article(shown)
        st.html(f'<p class="rd-source">{html_text(source_of(shown))}</p>', width="content")
        _say(shown)
        if shown.filter.active:
            st.button("Clear", on_click=filter_panel.clear, type="tertiary", key="clear")
        with st.popover("Filter", key="filter"), st.container(gap="xsmall"):
            filter_panel.draw(shown)


def source_of(shown: Shown) -> str:
    """Who published the article, and when: the day of what it reports, where it is known."""
    about = shown.package.about
    when = f"talks of {in_words(about.event_date)}" if about.event_date else in_words(about.published)
    return ", ".join(part for part in (about.publisher, when) if part)


# --- The sentence -------------------------------------------------------------------------------


def _say(shown: Shown) -> None:
    """How many statements, with what; the whole sentence stands there once more for screen readers and on paper."""
    count = shown.filter.how_many(len(shown.statements), len(shown.package.statements))
    st.html(
        f'<p class="rd-count" aria-hidden="true">{html_text(count)}</p>'
        f'<p class="rd-shown" role="status">{html_text(shown.sentence)}</p>',
        width="content",
    )
    for piece in shown.pieces:
        _show_piece(piece)
    if order := shown.view.order_in_words:
        st.html(f'<p class="rd-said" aria-hidden="true">{html_text(order)}</p>', width="content")


def _show_piece(piece: Piece) -> None:
    if piece.before:
        st.html(f'<p class="rd-said" aria-hidden="true">{html_text(piece.before)}</p>', width="content")
    st.button(
        f"{label(piece.said)} ×",
        key=f"chip_{piece.name}_{piece.value}",
        on_click=filter_panel.take_away,
        args=(piece.name, piece.value),
    )
    if piece.after:
        st.html(f'<p class="rd-said" aria-hidden="true">{html_text(piece.after)}</p>', width="content")


# --- The articles -------------------------------------------------------------------------------


class Listed(NamedTuple):
    """An article in the list: its id, its name, and what is said of it."""

    id: str
    title: str
    said: str


def _choose_article(shown: Shown) -> None:
    """The name of the article opens a list of those that there are, with a box to find one by its name."""
    generation = desk().generation
    menu(
        label(shown.package.title),
        lambda: _show_articles(shown, find=f"find_article_{generation}"),
        key=f"switch_{generation}",
        look="tertiary",
    )


def _show_articles(shown: Shown, *, find: str) -> None:
    """The list. `find` is the key of the box above it."""
    st.text_input(
        "Find an article",
        key=find,
        type="search",
        placeholder="Find an article",
        label_visibility="collapsed",
        live=True,
    )
    wanted = str(value_of(find) or "").casefold().split()
    here, titles = shown.package.id, cached.titles()
    now = _said_of(source_of(shown), len(shown.package.statements))
    _show_group("Open now", [Listed(here, titles[here], now)], wanted)
    others = {id: title for id, title in titles.items() if id != here}
    _show_group("Yours", _yours(others), wanted)
    _show_group("Shipped with Readout", _shipped(others), wanted)
    with st.container(key="switch_on", horizontal=True, gap="medium"):
        for name in ("read", "library"):
            if name in pages.PAGES:
                st.page_link(pages.path(name), label=pages.PAGES[name].title)


def _show_group(title: str, articles: Iterable[Listed], wanted: list[str]) -> None:
    fit = (each for each in articles if all(word in each.title.casefold() for word in wanted))
    found = list(islice(fit, LISTED + 1))
    if not found:
        return
    st.html(f'<p class="rd-group">{html_text(title)}</p>')
    for each in found[:LISTED]:
        st.button(
            f"**{label(each.title)}** {label(each.said)}",
            key=f"pick_article_{each.id}",
            type="tertiary",
            width="stretch",
            on_click=filter_panel.show_article,
            args=(each.id,),
        )
    if len(found) > LISTED:
        st.html('<p class="rd-group">There are more: find them by their names.</p>')


def _yours(titles: Mapping[str, str]) -> Iterator[Listed]:
    """The reader's own: those that are open in this session, then those that are kept on this machine."""
    for id, draft in cached.own().items():
        if id in titles:
            yield Listed(id, titles[id], _said_of(draft.about.publisher, len(draft.first.statements)))
    for id, kept in desk().shelf.items():
        if id in titles and id not in cached.own():
            yield Listed(id, titles[id], _said_of(in_words(kept.published) if kept.published else "", kept.statements))


def _shipped(titles: Mapping[str, str]) -> Iterator[Listed]:
    for id, draft in cached.library().drafts.items():
        if id in titles:
            yield Listed(id, titles[id], _said_of(draft.about.publisher, len(draft.first.statements)))


def _said_of(source: str, count: int) -> str:
    return " · ".join(part for part in (source, counted(count, "statement")) if part)
