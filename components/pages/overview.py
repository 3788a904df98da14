"""The article at a glance: who speaks, how much, on what, in which tone."""

from dataclasses import replace

import streamlit as st

from components.analysis import findings, summaries
from components.charts.section_tone import draw_section_tone
from components.charts.topic_matrix import ROW, draw_topic_matrix
from components.model.codebook import OTHER
from components.model.intervals import in_words
from components.model.scores import LEAD_LABELS, LEAD_SCORES
from components.model.statements import GENRE_LABELS, each_row
from components.ui import figures, filter_panel, frame
from components.ui.chart import show_chart, show_data
from components.ui.opened import Opened, choose, opened
from components.ui.sentence_list import show_sentences

FIGURES, CHARTS = "overview_figures", "overview_charts"
LOWEST = 6
"""Rows of the smaller chart on tone, however few topics stand beside it."""

SHOWN_SCORES = {score.key: score for score in LEAD_SCORES}
MARKED = " ".join(f"{mark} {score.label}" for mark, score in zip("●○", LEAD_SCORES, strict=True))

shown = filter_panel.shown()
package, codebook, statements = shown.package, shown.codebook, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. The finding, and what the article is.
by_side = summaries.statements_by_side(statements, package.sides, shown.side_labels)
about = package.about
facts = [GENRE_LABELS[about.genre], about.place, f"talks of {in_words(about.event_date)}" if about.event_date else ""]
coded = "each sentence coded by hand" if about.coded_by == "hand" else "read by machine"
facts += [f"{len(about.sections)} sections" if len(about.sections) > 1 else "1 section", coded]
with st.container(gap="xsmall"):
    heading, others = figures.who_speaks(shown)
    frame.heading(heading)
    frame.paragraph(f"{others} {findings.main_topics(shown.facts)}".strip())
    said = ", ".join(fact for fact in facts if fact)
    frame.paragraph(f"{said}. Press a number or a mark to read its sentences.", quiet=True)

# 2. The figures that matter, each of which opens its sentences.
with st.container(gap="xsmall"):
    figures.show_figures(summaries.key_figures(statements, package.evidence_of, package.short_names), place=FIGURES)
    figures.show_sides(by_side, shown, place=FIGURES)
if chosen := opened(FIGURES):
    show_sentences(shown, chosen.ids, key=FIGURES, title=chosen.title)

# 3. Who speaks on what, and the tone of each section.
cells = summaries.topics_by_side(statements, package.sides, codebook, shown.side_labels)
tone = summaries.tone_by_section(statements, about.sections, SHOWN_SCORES.values())
lead = replace(shown.facts, score=LEAD_SCORES[0].key)
heard, found = findings.headline("topics", shown.facts).text, findings.headline("tone", lead).text
left, right = st.columns(2, gap="large")
with left:
    sharing = [side for side in dict.fromkeys(cells["side"]) if shown.marks.shares(side)]
    named = f" ✚ {frame.others_told(shown, sharing)}." if set(sharing) - {OTHER} else ""
    frame.section_heading(heard, f"Statements by topic and side. A statement may count for several.{named}")
    if not cells.empty:
        drawn = summaries.with_others(cells, sharing)
        matrix = draw_topic_matrix(drawn, codebook.topic_labels, shown.mark_labels, shown.marks)
        show_chart(matrix, key="matrix", place=CHARTS, alt=f"{heard}. Number of statements for each topic and side.")
        choose(
            CHARTS,
            "Read the statements on a topic, by side",
            [
                Opened(f"{codebook.topic_labels[row.topic]}, {shown.side_labels[row.side]}", row.ids)
                for row in each_row(cells)
            ],
        )
        show_data(lambda: summaries.named(cells.drop(columns="ids"), codebook), key="matrix_data")
with right:
    frame.section_heading(found, f"{MARKED}, mean and 95% interval. {findings.scored(lead)}")
    if tone["n"].sum():
        small = draw_section_tone(tone, SHOWN_SCORES, height=ROW * max(cells["topic"].nunique() + 1, LOWEST))
        show_chart(small, key="section_tone", place=CHARTS, alt=f"{found}. Mean tone of each section by {LEAD_LABELS}.")
        by_section = tone.drop_duplicates("section")
        choose(CHARTS, "Read the statements of a section", [Opened(row.title, row.ids) for row in each_row(by_section)])
        show_data(lambda: summaries.rounded(tone.drop(columns=["ids", "clear"])), key="tone_data")

# 4. The sentences behind the mark that the reader chose.
if chosen := opened(CHARTS):
    show_sentences(shown, chosen.ids, key=CHARTS, title=chosen.title)
