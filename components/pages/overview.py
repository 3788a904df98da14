"""The article at a glance: who speaks, how much, on what, and in which tone."""

import streamlit as st

from components.analysis import summaries
from components.analysis.english import number
from components.analysis.findings.headlines import headline
from components.analysis.findings.topics import main_topics
from components.charts.topic_matrix import ROW, draw_topic_matrix
from components.model.scores import BESIDE_SCORES, SCORES
from components.model.statements import each_row
from components.ui import figures, filter_panel, frame, pages, panel
from components.ui.chart import show_data
from components.ui.lanes import Heads, Lane, show_lanes
from components.ui.opened import Opened, choose, opened

PLACE = "overview"
TOPICS = 8
"""So many topics stand on the page; the timeline has all of them."""

SCORE = SCORES[BESIDE_SCORES[0]]

shown = filter_panel.shown()
package, codebook, statements = shown.package, shown.codebook, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. The finding, and who else is heard.
facts = shown.facts_by(SCORE.key)
with st.container(gap="xsmall"):
    heading, others = figures.who_speaks(shown)
    frame.heading(heading)
    frame.paragraph(f"{others} {main_topics(facts)}".strip())

# 2. All statements by side: what a side says itself, and apart from it what only another tells of it.
figures.show_sides(figures.by_side(shown), shown, place=PLACE)

# 3. Who is heard on what; beside it the tone at a glance, or what was opened.
cells = shown.once("cells", lambda: summaries.topics_by_side(statements, package.sides, codebook, shown.side_labels))
now = opened(PLACE)
content, answer = panel.beside(PLACE) if now else figures.aside(PLACE)
with answer:  # first: what was asked for is read while the chart is still being drawn
    if now:
        panel.show_answer(shown, PLACE, list(now.ids), title=now.title)
    else:
        figures.show_strongest(shown, facts, SCORE, place=PLACE)
with content:
    heard = headline("topics", facts).text
    by_topic = list(each_row(facts.topics))
    told = f", the {number(TOPICS)} largest topics" if len(by_topic) > TOPICS else ""
    frame.section_heading(
        heard, f"Statements by topic and {codebook.side_word}{told}. One may count for several." if by_topic else ""
    )
    if by_topic:
        sharing = [side for side in dict.fromkeys(cells["side"]) if shown.marks.shares(side)]
        topics = {row.topic: codebook.topic_labels[row.topic] for row in by_topic[:TOPICS]}
        drawn = summaries.with_others(cells[cells["topic"].isin(list(topics))], sharing)
        show_lanes(
            draw_topic_matrix(drawn, figures.columns_of(drawn, shown), topics, shown.marks),
            [Lane(topics[row.topic], f"{len(row.ids):,}") for row in by_topic[:TOPICS]],
            Heads("Topic", "statements"),
            key="topic_matrix",
            place=PLACE,
            alt=f"{heard}. Number of statements for each topic and {codebook.side_word}.",
            height=ROW,
        )
        with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
            labels = shown.side_labels
            choose(
                PLACE,
                "Read the statements on a topic, by speaker"
                if codebook.named
                else "Read the statements on a topic, by side",
                [
                    Opened(
                        f"{codebook.topic_labels[row.topic]}, {labels[row.side]}{', relayed' * row.relayed}", row.ids
                    )
                    for row in each_row(cells)
                ],
            )
            if len(by_topic) > TOPICS:
                st.page_link(pages.path("timeline"), label=f"All {len(by_topic)} topics", query_params=shown.parameters)
        show_data(lambda: summaries.named(cells.drop(columns="ids"), codebook), key="matrix_data")
