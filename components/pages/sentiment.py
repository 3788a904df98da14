"""Sentiment per section: every statement as a dot, means from five on, the words that tell most, one scorer at a time."""

import streamlit as st

from components.analysis import summaries
from components.analysis.findings.headlines import headline
from components.analysis.findings.tone import scored
from components.charts.tone_lanes import draw_tone_lanes
from components.model.safe import label
from components.model.scores import BESIDE_SCORE, BESIDE_SCORES, SCORES, lane_scores
from components.model.statements import ENOUGH, each_row
from components.ui import filter_panel, frame, pages, panel, tone_answer
from components.ui.chart import show_data
from components.ui.choices import choose_one
from components.ui.desk import start_with, value_of
from components.ui.lanes import Heads, Lane, height_for, show_lanes
from components.ui.opened import Opened, choose, opened

PLACE = "sentiment"
SIDE_BY_SIDE = "all"
CHOICES = {**{key: SCORES[key].label for key in lane_scores()}, SIDE_BY_SIDE: "Side by side"}

shown = filter_panel.shown()
package, statements = shown.package, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. Which score, and what it finds.
start_with("tone_score", BESIDE_SCORES[0])
all_three = value_of("tone_score") == SIDE_BY_SIDE
first = SCORES[BESIDE_SCORES[0] if all_three else value_of("tone_score") or BESIDE_SCORES[0]]
scores = [SCORES[key] for key in BESIDE_SCORES] if all_three else [first]
beside = None if all_three or first == BESIDE_SCORE else BESIDE_SCORE
facts = shown.facts_by(first.key)
found = headline("tone", facts).text
with st.container(gap="xsmall"):
    frame.heading(found)
    by_whom = f"The headline is by {first.label} alone. " if all_three else ""
    frame.paragraph(f"{by_whom}{scored(facts)} Tone is in the words, not the stance.")
choose_one("Score", CHOICES, key="tone_score")

# 2. The lanes, and beside them the section that the headline speaks of or the mark that was chosen.
content, answer = panel.beside(PLACE)
counted = [*scores, *([beside] if beside else [])]
names = tuple(score.key for score in counted)
tone = shown.once(("tone", names), lambda: summaries.tone_by_section(statements, package.about.sections, counted))
dots = shown.once(("dots", names), lambda: summaries.tone_of_statements(statements, package.short_names, scores))
sections = list(each_row(tone[tone["score"] == first.key]))
known = tone_answer.scored_in(tone, scores)
now = opened(PLACE)
lit = now or tone_answer.at_first(sections)
with answer:  # first: what was asked for is read while the chart is still being drawn
    tone_answer.show(shown, PLACE, now, sections, first)
with content:
    frame.key_line(shown.once(("tone key", names), lambda: tone_answer.key_of(tone, dots, scores, beside)))
    words = tone_answer.telling_words(shown, first)
    heights = {row.section: height_for(row.title) for row in sections}
    lanes = [
        Lane(
            row.title,
            f"{known[row.section]} of {row.statements}",
            str(row.section or ""),
            words=words[row.section],
            bold=row.clear != 0,
            open=lit is not None and lit.ids == row.ids,
            height=heights[row.section],
        )
        for row in sections
    ]
    behind = ("", "") if all_three else ("negative word", "positive word")
    scale = tone_answer.panel_heads(scores) if all_three else tone_answer.SCALE
    read = panel.chosen(shown, PLACE, lit.ids if lit else ())
    show_lanes(
        draw_tone_lanes(tone, dots, scores, beside=beside, chosen=read, heights=heights),
        lanes,
        Heads("Section", "scored", scale, behind),
        key="tone",
        place=PLACE,
        alt=f"{found}. Tone of every statement, and of each section with {ENOUGH} scored ones the mean.",
    )
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        named = [Opened(f"{row.section} {row.title}" if row.section else row.title, row.ids) for row in sections]
        choose(PLACE, "Read the statements of a section", named)
        st.page_link(
            pages.path("method"),
            label=f"How well {label(first.label)} agrees with people",
            query_params=shown.parameters,
        )
    show_data(lambda: summaries.rounded(tone.drop(columns=["ids", "clear"])), key="panels_data")
