"""The topic timeline, two views: along the article, sentence by sentence, and along the calendar."""

import streamlit as st

from components.analysis import findings, summaries
from components.analysis.english import listed
from components.charts.topic_calendar import draw_topic_calendar
from components.charts.topic_lanes import draw_topic_lanes
from components.model.statements import each_row, in_short
from components.ui import filter_panel, frame
from components.ui.chart import show_chart, show_data
from components.ui.opened import Opened, choose, opened
from components.ui.record import show_record
from components.ui.sentence_list import show_sentences

ALONG, CALENDAR = "timeline_along", "timeline_calendar"

shown = filter_panel.shown()
package, codebook, statements = shown.package, shown.codebook, shown.statements
if statements.empty:
    frame.nothing_found(shown)
    st.stop()

# 1. How the talk moves.
along = summaries.topics_along_article(statements, package.sides, codebook)
moves = findings.headline("along", shown.facts).text
frame.heading(moves)

# 2. Along the article.
total = len(package.statements)
frame.section_heading(
    "Along the article",
    f"Each bar is a statement, in the order of the article’s {total:,}; bands and the numbers above are its sections.",
)
if along.empty:
    frame.paragraph("No statement that is shown has a topic.", quiet=True)
else:
    frame.key_line(frame.side_key(shown, [side for side in shown.side_labels if side in set(along["side"])]))
    lanes = draw_topic_lanes(
        along,
        summaries.section_bands(package.statements),
        codebook.topic_labels,
        shown.side_labels,
        dict(zip(statements["statement"], in_short(statements), strict=True)),
        shown.marks,
    )
    show_chart(
        lanes,
        key="lanes",
        place=ALONG,
        alt=f"{moves}. Which topic comes up where in the article, by side of the speaker.",
    )
    by_topic = summaries.statements_by_topic(statements, codebook)
    choose(
        ALONG,
        "Read the statements on a topic",
        [Opened(codebook.topic_labels[row.topic], row.ids) for row in each_row(by_topic)],
    )
    if chosen := opened(ALONG):
        show_sentences(shown, chosen.ids, key=ALONG, title=chosen.title)
    show_data(lambda: summaries.named(along.drop(columns=["lane", "statement"]), codebook), key="lanes_data")

# 3. Along the calendar.
run = findings.headline("calendar", shown.facts).text
frame.section_heading(run)
frame.key_line(
    [
        ("●", "a date that the article names"),
        ("○", "an event that it names, date from the record"),
        ("▢", "statements without a date, beside the day of the talks"),
        ("|", "the record behind the topic"),
    ]
)
marks = summaries.topics_along_calendar(statements, package.evidence_of, codebook, package.about.event_date)
drawn, without = summaries.calendar_lanes(marks, codebook)
calendar = draw_topic_calendar(
    marks, drawn, codebook.topic_labels, {entry.id: entry.line for entry in codebook.record}, package.about.event_date
)
show_chart(
    calendar, key="calendar", place=CALENDAR, alt=f"{run}. The dates behind each topic, with the diplomatic record."
)
labels = codebook.topic_labels
dated = marks[marks["kind"].isin(("named", "event"))].sort_values("first")
choose(
    CALENDAR,
    "Read the statements behind a date",
    [
        Opened(f"{mark.label} ({labels.get(mark.topic, 'no topic')})", mark.ids, tuple(filter(None, [mark.entry])))
        for mark in each_row(dated)
    ],
)
if without:
    named = listed([codebook.topic_labels[topic] for topic in without])
    frame.paragraph(f"The article names no date on {named}.", quiet=True)
if chosen := opened(CALENDAR):
    if chosen.ids:
        show_sentences(shown, chosen.ids, key=CALENDAR, title=chosen.title)
    show_record([codebook.event(entry) for entry in chosen.entries])
show_data(lambda: summaries.named(marks.drop(columns=["ids", "edtf"]), codebook), key="calendar_data")
