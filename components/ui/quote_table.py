"""The quote table: statements as rows to sort, choose and read."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.view import ORDERING, Order
from components.article.package import Package
from components.model.codebook import Codebook
from components.model.fields import Column, Field, Labels, column_of, screen_columns
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.numbers import signed
from components.model.safe import label
from components.model.scores import SCORES
from components.ui import filter_panel
from components.ui.chart import place_of_table
from components.ui.desk import desk, set_value, value_of
from components.ui.filter_panel import Shown

ROW = 35
MOST_ROWS = 13

COLUMNS: dict[str, Field] = screen_columns()
"""The fields that the table can show, by the head of their column, from left to right."""

PARAPHRASE, WORDING, KNOWN = (
    name for field in ("gloss", "wording", "level") for name, each in COLUMNS.items() if each.name == field
)

ORDER_LABELS: dict[Order, str] = {"article": "In order", "negative": "Most negative", "positive": "Most positive"}


def choose_topic(shown: Shown) -> None:
    """The lead topics, one press each. They set the same filter as the panel."""
    lead = {topic.id: label(topic.label) for topic in shown.codebook.topics if topic.lead}
    asked = shown.filter.topics
    set_value("quick_topic", asked[0] if len(asked) == 1 and asked[0] in lead else None)
    st.pills("Topic", list(lead), key="quick_topic", format_func=lead.__getitem__, on_change=_ask_topic)


def _ask_topic() -> None:
    topic = value_of("quick_topic")
    filter_panel.ask(topics=(topic,) if topic else ())


def choose_words(shown: Shown) -> None:
    """A search box; it sets the same words as the panel."""
    set_value("quick_words", shown.filter.words)
    st.text_input(
        "Search", key="quick_words", type="search", max_chars=MOST_SEARCH_CHARACTERS, on_change=_ask_words, width=200
    )


def _ask_words() -> None:
    filter_panel.ask(words=value_of("quick_words"))


def choose_order(shown: Shown) -> None:
    """The order of the rows and, where it is not the article's, the score that orders them. Both stand in the address."""
    set_value("order", shown.view.order)
    st.segmented_control(
        "Order",
        list(ORDER_LABELS),
        key="order",
        required=True,
        format_func=ORDER_LABELS.__getitem__,
        on_change=lambda: filter_panel.order(order=value_of("order")),
    )
    if shown.view.order == "article":
        return
    set_value("order_by", shown.view.score)
    st.selectbox(
        "By",
        ORDERING,
        key="order_by",
        width=140,
        format_func=lambda key: SCORES[key].label,
        on_change=lambda: filter_panel.order(score=value_of("order_by")),
    )


def choose_columns(package: Package) -> list[str]:
    """The columns of the table; at the start the wording where it is attached, else the paraphrase.

    Where a machine read the article there is no paraphrase, and how it knows the speaker stands beside the name.
    """
    by_machine = package.about.coded_by == "machine"
    offered = [name for name in COLUMNS if name != (PARAPHRASE if by_machine else KNOWN)]
    other = PARAPHRASE if package.recognised else WORDING if not by_machine else ""
    start = [name for name in offered if _column(name).start and name != other]
    with st.popover("Columns"):
        return st.multiselect("Columns", offered, default=start, key=f"columns_{by_machine}_{bool(package.recognised)}")


def first(shown: Shown, rows: pd.DataFrame) -> str:
    """The statement that is read when none is ticked: the one that the link names, else the first row."""
    ids = rows["statement"].tolist()
    return shown.linked if shown.linked in ids else ids[0]


def table_rows(statements: pd.DataFrame, package: Package, codebook: Codebook, columns: Sequence[str]) -> pd.DataFrame:
    """The statements as a reader sees them in the table, only the columns asked for."""
    labels = Labels(package.short_names, codebook.topic_labels)
    shown = {name: column_of(COLUMNS[name], _column(name), statements, labels) for name in COLUMNS if name in columns}
    return pd.DataFrame(shown, index=statements.index).reset_index(drop=True)


def show_table(statements: pd.DataFrame, rows: pd.DataFrame, *, shows: str) -> list[str]:
    """Draw the table and return the ids of the ticked statements, in the table's order. `shows` says what it holds."""
    key = _key(shows)
    chosen = place_of_table(key).dataframe(
        _styled(rows),
        key=key,
        hide_index=True,
        placeholder="–",
        on_select="rerun",
        selection_mode="multi-row",
        row_height=ROW,
        height=ROW * (min(len(rows), MOST_ROWS) + 1) + 3,
        column_config={name: _config(name, narrow=KNOWN in rows) for name in rows.columns},
        alt="Statements as a table; the same as text stands beside it for the chosen row.",
    )
    ids = statements["statement"].tolist()
    return [ids[i] for i in chosen["selection"]["rows"] if i < len(ids)]


def _key(shows: str) -> str:
    """The key of the table, a new one where ticks would else stay on rows that now hold other statements.

    A table keeps its ticks by position. A new key forgets them, but draws the whole grid anew, which is slow: so it
    is given only when something else is shown and something is ticked.
    """
    before, times = desk().table
    ticked = value_of(f"quotes_{times}", {}).get("selection", {}).get("rows")
    if shows != before and ticked:
        times += 1
    desk().table = (shows, times)
    return f"quotes_{times}"


def _styled(rows: pd.DataFrame) -> Any:
    """Scores with a sign and a true minus, nothing known as a dash, zeros in grey; sorting stays numeric."""
    numbers: Any = [name for name in map(str, rows.columns) if _is_score(name)]
    spoken: Any = dict.fromkeys(numbers, signed)
    styler = rows.style.format(spoken, na_rep="–")
    return styler.map(lambda value: "color: #8b877e" if not value or pd.isna(value) else "", subset=numbers)


def _config(name: str, *, narrow: bool) -> Any:
    """`narrow`: one more column stands before the words, which leave it its room, so that the scores stay in view."""
    column = _column(name)
    width = column.width - _column(KNOWN).width if narrow and name == WORDING else column.width
    if column.number:
        return st.column_config.NumberColumn(name, width=width or None, help=column.meaning)
    return st.column_config.TextColumn(name, width=width or None, help=column.meaning)


def _column(name: str) -> Column:
    """How the table shows a field."""
    shown = COLUMNS[name].screen
    return shown or Column(name, "")


def _is_score(name: str) -> bool:
    return COLUMNS[name].name in SCORES
