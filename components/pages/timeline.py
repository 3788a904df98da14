"""The topic timeline, two views: along the article, sentence by sentence, and along the calendar."""

import streamlit as st

from components.analysis import summaries
from components.analysis.english import listed
from components.analysis.findings.headlines import headline
from components.charts.topic_calendar import ROW, draw_topic_calendar
from components.charts.topic_lanes import draw_topic_lanes
from components.model.statements import each_row, in_short
from components.ui import figures, filter_panel, frame, panel, topic_answer
from components.ui.chart import show_data
from components.ui.choices import choose_one
from components.ui.desk import start_with, value_of
from components.ui.lanes import Heads, Lane, show_lanes
from components.ui.opened import Opened, choose, opened

ALONG, CALENDAR = "timeline_along", "timeline_calendar"
VIEWS = {ALONG: "Along the article", CALENDAR: "Along the calendar"}
NO_TOPIC = "No topic"

shown = filter_panel.shown()
package, codebook, statements = shown.package, shown.codebook, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. The finding of the view that is chosen.
start_with("timeline_view", ALONG)
view = value_of("timeline_view") or ALONG
found = headline("along" if view == ALONG else "calendar", shown.facts).text
bands = shown.once_for_article("bands", lambda: summaries.section_bands(package.statements))
with st.container(gap="xsmall"):
    frame.heading(found)
    frame.paragraph(topic_answer.along_the_article(bands) if view == ALONG else topic_answer.ON_THE_CALENDAR)
choose_one("Along what", VIEWS, key="timeline_view")

# 2. The lanes: topics in an order that no filter changes.
content, answer = panel.beside(view)
order = shown.once_for_article("order of lanes", lambda: summaries.lane_order(package.statements, codebook))
labels = {**codebook.topic_labels, summaries.NO_TOPIC: NO_TOPIC}
by_topic = {row.topic: row.ids for row in each_row(shown.facts.topics)}
now = opened(view)
read = topic_answer.read(shown, view, now if view == ALONG else None, by_topic)
with answer:  # first: what was asked for is read while the chart is still being drawn
    topic_answer.show(shown, view, now, by_topic)
with content:
    if view == ALONG:
        along = shown.once("along", lambda: summaries.topics_along_article(statements, package.sides, order))
        if along.empty:
            frame.paragraph("Give topics words on the Codebook page, and they are found.", quiet=True)
        else:
            frame.key_line(shown.once("key", lambda: frame.side_key(shown, figures.by_side(shown))))
            figure = draw_topic_lanes(
                along,
                bands,
                codebook.topic_labels,
                shown.side_labels,
                dict(zip(statements["statement"], in_short(statements), strict=True)),
                shown.marks,
                chosen=read,
            )
            drawn = [topic for topic in order if topic in by_topic]
            lanes = [
                Lane(labels[topic], f"{len(by_topic[topic]):,}", bold=labels[topic] in found, open=topic == read[0])
                for topic in drawn
            ]
            alt = f"{found}. Which topic comes up where in the article, by side of the speaker."
            show_lanes(figure, lanes, Heads("Topic", "statements"), key="topics", place=view, alt=alt)
            choose(view, "Read the statements on a topic", [Opened(labels[topic], by_topic[topic]) for topic in drawn])
            show_data(lambda: summaries.named(along.drop(columns=["lane", "statement"]), codebook), key="lanes_data")
    else:
        day = package.about.event_date
        marks = shown.once(
            "calendar", lambda: summaries.topics_along_calendar(statements, package.evidence_of, codebook, day)
        )
        drawn, without = summaries.calendar_lanes(marks, order)
        if drawn:
            frame.key_line(topic_answer.calendar_key(marks))
            figure = draw_topic_calendar(
                marks, drawn, {entry.id: entry.line for entry in codebook.record}, package.about.event_date
            )
            lanes = [Lane(labels[topic], f"{len(by_topic.get(topic, ())) or ''}") for topic in drawn]
            alt = f"{found}. The dates behind each topic, with the diplomatic record."
            show_lanes(figure, lanes, Heads("Topic", "statements"), key="topic_dates", place=view, alt=alt, height=ROW)
            dated = marks[marks["kind"].isin(("named", "event"))].sort_values("first")
            named = [
                Opened(f"{mark.label} ({labels[mark.topic]})", mark.ids, tuple(filter(None, [mark.entry])))
                for mark in each_row(dated)
            ]
            choose(view, "Read the statements behind a date", named)
        if without:
            told = listed([labels[topic] for topic in without])
            frame.paragraph(f"No date is named on {told}.", quiet=True)
        if drawn:
            show_data(lambda: summaries.named(marks.drop(columns=["ids", "edtf"]), codebook), key="calendar_data")
