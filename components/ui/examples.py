"""The examples as cards: one press has one read, as any text that a reader brings."""

import streamlit as st

from components.model.safe import html_text
from components.ui import cached, frame, reading


def show_cards() -> None:
    """A card for each invented text."""
    if not (examples := cached.examples()):
        return
    frame.section_heading("No text at hand? Three invented ones", "Read here and now, as a text of yours would be.")
    with st.container(key="examples", horizontal=True, gap="small", vertical_alignment="top"):
        for i, example in enumerate(examples):
            with st.container(key=f"example_{i}", border=True, gap="xsmall"):
                st.html(
                    f'<p class="rd-kind">{html_text(example.kind)}</p><h3 class="rd-h3">{html_text(example.title)}</h3>'
                    f'<p class="rd-p">{html_text(example.says)}</p>'
                )
                st.button("Open this example", key=f"open_example_{i}", on_click=reading.read_example, args=(example,))
