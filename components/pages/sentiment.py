"""Sentiment per section: each section's mean with its interval, every statement as a dot, two scorers side by side."""

from dataclasses import replace

import streamlit as st

from components.analysis import findings, summaries
from components.charts.tone_panels import draw_tone_panels
from components.model.scores import SCORES
from components.model.statements import ENOUGH, NEAR_ZERO, each_row
from components.ui import filter_panel, frame, pages
from components.ui.chart import show_chart, show_data
from components.ui.desk import start_with
from components.ui.opened import Opened, choose, opened
from components.ui.sentence_list import show_sentences

PLACE = "sentiment"
SIGNED = [key for key, score in SCORES.items() if score.signed]

shown = filter_panel.shown()
package, statements = shown.package, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. Which scores, and what they find.
start_with("scores", SIGNED)
finding = st.container(gap="xsmall")
chosen_keys = st.segmented_control(
    "Scores side by side",
    list(SCORES),
    key="scores",
    selection_mode="multi",
    format_func=lambda key: SCORES[key].chosen_as,
    persist_state="session",
)
scores = [score for key, score in SCORES.items() if key in (chosen_keys or SIGNED)]
tone = summaries.tone_by_section(statements, package.about.sections, scores)
facts = replace(shown.facts, score=next((score.key for score in scores if score.signed), SIGNED[0]))
found = findings.headline("tone", facts).text
with finding:
    frame.heading(found)
    frame.paragraph(findings.scored(facts))

# 2. The chart.
violet = '<span class="rd-glyph" style="color:light-dark(#7564dc,#a99bff)">◆</span>'
frame.key_line(
    [
        ("●", "one statement"),
        ("③", f"statements within ±{NEAR_ZERO} of zero, and how many"),
        (violet, "the scorers contradict each other"),
        ("<b>┿</b>", "mean with 95% interval"),
        ('<span style="opacity:.6">┼</span>', f"the same, under {ENOUGH} scored"),
        ("<i>n</i>", "scored, panel by panel, of all"),
    ]
)
dots = summaries.tone_of_statements(statements, package.short_names, scores)
clear = set(tone.loc[tone["clear"] != 0, "section"])
figure = draw_tone_panels(tone, dots, scores, bold=clear)
show_chart(
    figure, key="tone_panels", place=PLACE, alt=f"{found}. Tone of every statement and mean tone of every section."
)
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    frame.paragraph(
        "Tone is in the words, not the stance: a polite threat scores positive.", quiet=True, width="content"
    )
    st.page_link(pages.path("method"), label="What the score is, and how weak", query_params=shown.parameters)

# 3. The sentences of a mark, or of a section chosen by name.
by_section = tone.drop_duplicates("section")
choose(
    PLACE,
    "Read the statements of a section",
    [Opened(f"{row.section} {row.title}" if row.section else row.title, row.ids) for row in each_row(by_section)],
)
if chosen := opened(PLACE):
    show_sentences(shown, chosen.ids, key=PLACE, title=chosen.title)
show_data(lambda: summaries.rounded(tone.drop(columns=["ids", "clear"])), key="panels_data")
