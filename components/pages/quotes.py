"""The filterable quote table: sort, choose, read a statement among its neighbours, cite it, download what is shown."""

import streamlit as st

from components.ui import figures, filter_panel, frame, quote_detail, quote_table
from components.ui.downloads import show_downloads

shown = filter_panel.shown()
package, codebook, statements = shown.package, shown.codebook, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. The finding.
frame.heading(figures.who_speaks(shown)[0])

# 2. One press each for a lead topic and for an order.
with st.container(key="quick", horizontal=True, gap="medium", vertical_alignment="bottom"):
    quote_table.choose_topic(shown)
    quote_table.choose_words(shown)
    quote_table.choose_order(shown)
    columns = quote_table.choose_columns(package)

# 3. The table, and beside it the statement that is chosen.
rows = shown.in_order
left, right = st.columns([13, 7], gap="large")
with left:
    table = quote_table.table_rows(rows, package, codebook, columns)
    chosen = quote_table.show_table(rows, table, shows=f"{shown.package.id} {shown.sentence}")
    frame.paragraph(
        "Tick rows to read them here and to cite several at once; press a column’s head to sort.", quiet=True
    )
    show_downloads(shown)
with right:
    if len(chosen) > 1:
        quote_detail.show_list(shown, chosen)
    else:
        quote_detail.show_one(shown, chosen[0] if chosen else quote_table.first(shown, rows))
