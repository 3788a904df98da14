"""Code it yourself: a second person codes the statements without the first answers, and both are compared."""

import streamlit as st

from components.model.numbers import counted
from components.ui import filter_panel, frame, second_coder, second_coding

shown = filter_panel.shown()
coded = len(second_coding.coding_of(shown).answers)

# 1. How far it is.
frame.heading(f"You coded {coded:,} of {counted(len(shown.package.statements), 'statement')}")
frame.paragraph(
    "Say what you find in each statement. The first answers are not shown until you compare. All works by keyboard: Tab and "
    "the arrows in the fields, S saves and goes on, N skips, B goes back."
)

# 2. The statement, and what is asked of it.
left, right = st.columns([11, 9], gap="large")
with left:
    second_coder.show_statement(shown)
with right:
    second_coder.ask(shown)

# 3. To go on another day.
second_coder.show_files(shown)

# 4. The two codings against each other.
frame.section_heading("Compare with the first coding", "It shows the first answers: code what you want to code before.")
if not coded:
    frame.paragraph("Nothing to compare yet: no statement is coded.")
elif st.toggle("Show how far the two agree", key="second_compare"):
    second_coder.show_comparison(shown)
