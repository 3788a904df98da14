"""Entries of the diplomatic record, with the document that shows each."""

from collections.abc import Iterable

import streamlit as st

from components.model.codebook import RecordEntry
from components.model.intervals import in_words
from components.model.safe import html_text


def show_record(entries: Iterable[RecordEntry]) -> None:
    """What happened, when, and by which document we know."""
    items = "".join(_item(entry) for entry in entries)
    if items:
        st.html(f'<h3 class="rd-h2">From the record</h3><ol class="rd-list">{items}</ol>')


def _item(entry: RecordEntry) -> str:
    symbol = f", {html_text(entry.symbol)}" if entry.symbol else ""
    source = f"{html_text(entry.source)}{symbol}, {html_text(in_words(entry.source_date))}"
    return (
        f'<li class="rd-item"><div class="rd-meta"><b>{html_text(in_words(entry.date))}</b> · the record, not the article</div>'
        f'<div class="rd-text">{html_text(entry.line)}</div><div class="rd-gloss">Source: {source}</div></li>'
    )
