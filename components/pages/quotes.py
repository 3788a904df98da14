"""The quotes: every statement whole, in the order that is asked for; one of them is read, cited and followed beside them."""

import streamlit as st

from components.ui import figures, filter_panel, frame, panel, quote_list

shown = filter_panel.shown()
if shown.statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. The finding, and the order.
with st.container(gap="xsmall"):
    heading, others = figures.who_speaks(shown)
    frame.heading(heading)
    frame.paragraph(f"{others} {quote_list.said_of_order(shown)}".strip())

# 2. Order, topic, words, what is shown, what is taken along.
with st.container(key="controls", horizontal=True, gap="small", vertical_alignment="center"):
    quote_list.choose_order(shown)
    quote_list.choose_topic(shown)
    quote_list.choose_words(shown)
    columns = quote_list.choose_columns()
    quote_list.offer_downloads(shown)

# 3. The statements, and beside them the one that is read.
content, answer = panel.beside(quote_list.PLACE)
with content:
    ids = quote_list.show_rows(shown, columns)
with answer:
    if panel.chosen(shown, quote_list.PLACE, ids):
        panel.show_answer(shown, quote_list.PLACE, ids)
    else:
        panel.say_how_to_open("Choose a statement to read it here, among its neighbours and with its citation.")
