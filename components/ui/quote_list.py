"""The quotes: whole statements as rows, in the order of the view, so many a page; and the controls above them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.english import capital, number
from components.analysis.view import ORDERING, Order
from components.model.fields import Field, Labels, column_of, screen_columns
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.numbers import signed
from components.model.safe import html_text
from components.model.scores import SCORES
from components.report.citations import cite_all, source_of
from components.ui import brief, filter_panel, panel
from components.ui.copying import copy_button
from components.ui.desk import desk, heard, key_showing, value_of
from components.ui.filter_panel import Shown
from components.ui.menus import menu
from components.ui.rows import hear, pressable
from components.ui.spoken import through_whom, who_says

PLACE, ROWS = "quotes", "quotes_rows"
A_PAGE = 25
COPIED_AT_ONCE = 100
"""Of so many statements at most the citations are copied as a list."""

COLUMNS: dict[str, Field] = screen_columns()
"""The fields that can be shown of a statement, by the head of their column."""

ALWAYS = ("sentence", "speakers", "gloss", "wording", "level")
"""Fields that stand in every row."""

ORDER_LABELS: dict[Order, str] = {
    "article": "As in the article",
    "negative": "Most negative first",
    "positive": "Most positive first",
}


# --- The controls -------------------------------------------------------------------------------


def choose_order(shown: Shown) -> None:
    """The order of the statements, and the score that orders them. Both stand in the address.

    On a narrow screen the order is a list to choose from.
    """
    order = key_showing("order", shown.view.order)
    st.segmented_control(
        "Order",
        list(ORDER_LABELS),
        key=order,
        required=True,
        format_func=ORDER_LABELS.__getitem__,
        label_visibility="collapsed",
        on_change=heard("order", order, lambda order: filter_panel.order(order=order)),
    )
    narrow = key_showing("order_narrow", shown.view.order)
    st.selectbox(
        "Order of the statements",
        list(ORDER_LABELS),
        key=narrow,
        format_func=ORDER_LABELS.__getitem__,
        label_visibility="collapsed",
        on_change=heard("order_narrow", narrow, lambda order: filter_panel.order(order=order)),
    )
    by = key_showing("order_by", shown.view.score)
    st.selectbox(
        "Score",
        ORDERING,
        key=by,
        width=120,
        format_func=lambda key: f"by {SCORES[key].label}",
        label_visibility="collapsed",
        on_change=heard("order_by", by, lambda score: filter_panel.order(score=score)),
    )


def choose_topic(shown: Shown) -> None:
    """One topic of the article; it sets the same filter as the panel."""
    labels = shown.codebook.topic_labels
    here = dict.fromkeys(topic for topics in shown.package.statements["topics"] for topic in topics)
    topics = [id for id in labels if id in here]
    asked = shown.filter.topics
    key = key_showing("quick_topic", asked[0] if len(asked) == 1 and asked[0] in topics else None)
    st.selectbox(
        "Topic of the quotes",
        topics,
        index=None,
        key=key,
        placeholder="Any topic",
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        width=150,
        on_change=heard("quick_topic", key, lambda topic: filter_panel.ask(topics=(topic,) if topic else ())),
    )


def choose_words(shown: Shown) -> None:
    """A search box; it sets the same words as the panel."""
    key = key_showing("quick_words", shown.filter.words)
    st.text_input(
        "Search",
        key=key,
        type="search",
        placeholder="Search what is said",
        label_visibility="collapsed",
        max_chars=MOST_SEARCH_CHARACTERS,
        on_change=heard("quick_words", key, lambda words: filter_panel.ask(words=words)),
        width=186,
    )


def choose_columns() -> list[str]:
    """What is shown of each statement beside its words, its speaker, its number and its tone."""
    offered = [name for name, each in COLUMNS.items() if each.name not in ALWAYS]
    start = [name for name in offered if COLUMNS[name].name in ("when", "topics")]
    with st.popover("Columns"):
        return st.multiselect("Columns", offered, default=start, key="columns")


def offer_downloads(shown: Shown) -> None:
    """What is shown, as files; and the citations of all of it, to paste."""
    menu("Download", lambda: _show_downloads(shown), key="take_along")


def _show_downloads(shown: Shown) -> None:
    from components.ui.downloads import show_downloads  # the formats of files load when they are asked for

    show_downloads(shown)
    rows = shown.in_order
    if len(rows) > COPIED_AT_ONCE:
        st.html(
            f'<p class="rd-kind">The citations of up to {int(COPIED_AT_ONCE)} statements can be copied as a list.</p>'
        )
        return
    listed = cite_all(source_of(shown.package), map(shown.package.row_of.get, rows["statement"]), shown=shown.sentence)
    st.html(f'<div class="rd-acts">{copy_button("Copy all citations", listed)}</div>')


# --- The rows -----------------------------------------------------------------------------------


def said_of_order(shown: Shown) -> str:
    """Which statements come first, by which score, and where those stand that it does not know."""
    order = shown.view.order_in_words
    if not order:
        return "In the order of the article."
    without = int(shown.statements[shown.view.score].isna().sum())
    held = (
        "One holds no scored word and stands last."
        if without == 1
        else f"{capital(number(without))} hold no scored word and stand last."
    )
    return f"{capital(order)}. {held}" if without else f"{capital(order)}."


def show_rows(shown: Shown, columns: Sequence[str]) -> list[str]:
    """The statements of the page that is open, as rows to press, and the pages. Returns the ids of all, in their order."""
    rows = shown.in_order
    ids: list[str] = rows["statement"].tolist()
    read = panel.chosen(shown, PLACE, ids)
    pages = -(-len(ids) // A_PAGE)
    page = _page(shown, ids, read, pages)
    here = rows.iloc[(page - 1) * A_PAGE : page * A_PAGE]
    template = " ".join(f"rd-no-{field}" for field in ("when", "topics") if _named(field) not in columns)
    days = _values(shown, here, _named("when"))
    more = _more(shown, here, [name for name in columns if COLUMNS[name].name not in ("when", "topics")])
    listed = [shown.package.row_of[id] for id in here["statement"]]
    with st.container(key=f"list_{len(here)}", gap=None):
        st.html(
            _head(shown, template)
            + "".join(
                _row(
                    shown, row, f"{'rd-on' if row.statement == read else ''} {template}", _cells(shown, row, day, under)
                )
                for row, day, under in zip(listed, days, more, strict=True)
            )
        )
    hear(
        ROWS,
        [row.statement for row in listed],
        read=partial(panel.choose, PLACE),
        brief=lambda id: brief.take(shown.package.id, (id,)),
    )
    _show_pages(len(here), len(ids), page, pages)
    return ids


def _row(shown: Shown, row: Any, template: str, cells: str) -> str:
    return pressable(
        f'<div class="rd-row {html_text(template)}">{cells}</div>',
        place=ROWS,
        act="read",
        value=row.statement,
        says=f"Read statement {row.sentence}",
        beside=brief.small_button(shown, row, ROWS),
    )


def _named(field: str) -> str:
    """The head of a field's column."""
    return next(name for name, each in COLUMNS.items() if each.name == field)


def _page(shown: Shown, ids: Sequence[str], read: str, pages: int) -> int:
    """The page that is open: that of the statement that was chosen last, or the one that the reader turned to."""
    here, listed = desk().place(PLACE), f"{shown.package.id} {shown.sentence}"
    if here.listed != listed or not here.page:
        here.listed, here.page = listed, ids.index(read) // A_PAGE + 1 if read else 1
    here.page = min(here.page, pages)
    return here.page


def _show_pages(here: int, total: int, page: int, pages: int) -> None:
    with st.container(key="quote_pages", horizontal=True, gap="medium", vertical_alignment="center"):
        first = (page - 1) * A_PAGE + 1
        said = f"{first:,} to {first + here - 1:,} of {total:,}" if pages > 1 else f"{here:,} of {total:,} shown"
        st.html(f'<p class="rd-kind">{said}</p>', width="content")
        if pages > 1:
            key = f"quotes_page_{page}"  # a new one for each, because the page may be turned by what is read too
            st.pagination(pages, default=page, key=key, on_change=lambda: _turn(value_of(key)))


def _turn(page: int) -> None:
    desk().place(PLACE).page = page


def _values(shown: Shown, rows: pd.DataFrame, name: str) -> list[str]:
    """What stands in a column, in words."""
    labels = Labels(shown.package.short_names, shown.codebook.topic_labels)
    column = COLUMNS[name].screen
    values = column_of(COLUMNS[name], column, rows, labels) if column else ()
    number = column is not None and column.number
    return [_number(value) if number else str(value) for value in values]


def _number(value: Any) -> str:
    return "–" if pd.isna(value) else signed(value) if isinstance(value, float) else str(value)


def _more(shown: Shown, rows: pd.DataFrame, names: Sequence[str]) -> list[str]:
    """The other columns that were chosen, as a line of pairs under the words of each row."""
    values = [_values(shown, rows, name) for name in names]
    lines = zip(*values, strict=True) if values else ((),) * len(rows)
    return [
        "".join(
            f"<span><i>{html_text(name)}</i> {html_text(value)}</span>"
            for name, value in zip(names, line, strict=True)
            if value
        )
        for line in lines
    ]


def _head(shown: Shown, template: str) -> str:
    score = SCORES[shown.view.score].label
    when = "No." if "rd-no-when" in template else "When"
    return (
        f'<div class="rd-row rd-head {html_text(template)}" aria-hidden="true"><div class="rd-when">{when}</div>'
        '<div class="rd-by">Speaker</div><div class="rd-said-here">What is said</div><div class="rd-about">Topics</div>'
        f'<div class="rd-tone">{html_text(score)}</div></div>'
    )


def _cells(shown: Shown, row: Any, day: str, more: str) -> str:
    through = through_whom(shown, row)
    under = f'<span class="rd-kind">{html_text(through)}</span>' if through else ""
    topics = ", ".join(shown.codebook.topic_labels[topic] for topic in row.topics) or "no topic"
    value = getattr(row, shown.view.score)
    return (
        f'<div class="rd-when"><span class="rd-day">{html_text(day)}</span><span class="rd-no">no. {row.sentence}</span></div>'
        f'<div class="rd-by">{who_says(shown, row)}{under}</div>'
        f'<div class="rd-said-here">{html_text(row.wording or row.gloss)}<div class="rd-more">{more}</div></div>'
        f'<div class="rd-about">{html_text(topics)}</div>'
        f'<div class="rd-tone">{"–" if pd.isna(value) else signed(value)}</div>'
    )
