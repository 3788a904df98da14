"""A chart on a page: drawn after the template, its marks open their sentences, its data stand behind a click.

Charts and tables stand in places of their own, which are there before the browser has drawn what stands in them: from
them one can tell how many the page is to show, and whether all of them are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.charts.palette import CONFIG
from components.model.safe import file_name
from components.report.tables import csv_of
from components.ui.opened import open_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import plotly.graph_objects as go
    from streamlit.delta_generator import DeltaGenerator


ROW = 35
"""Pixels of a row of a table."""

MOST_ROWS = 13
"""A table is as high as so many rows; of more, the others are scrolled to."""


def place_of_chart(key: str) -> DeltaGenerator:
    """Where a chart is to be drawn."""
    return st.container(key=f"chart_{key}")


def place_of_table(key: str) -> DeltaGenerator:
    """Where a table is to be drawn."""
    return st.container(key=f"table_{key}")


def show_chart(figure: go.Figure, *, key: str, alt: str, place: str) -> None:
    """Draw a figure; choosing its marks opens their sentences at `place`. `alt` says in words what it shows."""
    place_of_chart(key).plotly_chart(
        figure,
        width="stretch",
        theme="streamlit",
        key=key,
        on_select=lambda: open_marks(place, key),
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )


def show_data(make: Callable[[], pd.DataFrame], *, key: str) -> None:
    """The numbers of a chart as a table, and as a file. It is made only when the reader opens it."""
    expander = st.expander("Data as a table", key=key, on_change="rerun")
    if expander.open:
        with expander:
            table = make()
            place_of_table(key).dataframe(table, hide_index=True)
            st.download_button(
                "Download these data",
                lambda: csv_of(table.columns, table.itertuples(index=False)),
                f"{file_name(key)}.csv",
                "text/csv",
                on_click="ignore",
                key=f"download_{key}",
                type="tertiary",
            )
