"""What stands beside the lanes of the timeline: the statement that is read among those on its topic, and the record behind it."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from components.charts.topic_lanes import numbered
from components.ui import panel
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.opened import Opened
from components.ui.record import show_record

ON_THE_CALENDAR = "Each mark is a date behind what is said; the larger, the more statements."

_NUMBERS = {
    # whether sections have numbers, above, and statements, below
    (True, True): "; the numbers above are its sections, those below its statements",
    (True, False): "; the numbers above are its sections",
    (False, True): "; the numbers below are its statements",
    (False, False): "",
}

_KINDS = {
    "named": ("●", "a date that the article names"),
    "event": ("○", "an event that it names, date from the record"),
    "undated": ("▢", "statements without a date, beside the day of the talks"),
    "record": ("|", "the record behind the topic"),
}


def along_the_article(bands: pd.DataFrame) -> str:
    """What a mark of the lanes is, and what the numbers are that stand there. `bands` are the sections of the article."""
    return f"Each mark is a statement, in the order of the article{_NUMBERS[numbered(bands)]}."


def calendar_key(marks: pd.DataFrame) -> list[tuple[str, str]]:
    """The key of those marks that are drawn."""
    there = set(marks["kind"])
    return [key for kind, key in _KINDS.items() if kind in there]


def _topic_of(shown: Shown, title: str) -> str:
    return next((id for id, label in shown.codebook.topic_labels.items() if label == title), "")


def _on_topic(shown: Shown, now: Opened, by_topic: Mapping[str, Sequence[str]]) -> tuple[str, Sequence[str]]:
    """The topic of a mark, with all its statements: a mark of the lanes stands for one of them."""
    topic = _topic_of(shown, now.title)
    among = by_topic.get(topic, ())
    return (topic, among) if set(now.ids) <= set(among) else ("", now.ids)


def read(shown: Shown, place: str, now: Opened | None, by_topic: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """The topic and the statement that are read, or nothing."""
    if now is None:
        return "", ""
    topic, ids = _on_topic(shown, now, by_topic)
    if len(now.ids) == 1 and desk().place(place).chosen is None:
        desk().place(place).chosen = now.ids[0]
    return topic, panel.chosen(shown, place, ids)


def show(shown: Shown, place: str, now: Opened | None, by_topic: Mapping[str, Sequence[str]]) -> None:
    """The statements of what is open, and the entries of the record that belong to them."""
    if now is None:
        panel.say_how_to_open("Press a mark to read what is said there, or choose a topic by its name under the lanes.")
        return
    _, ids = _on_topic(shown, now, by_topic)
    if ids:
        panel.show_answer(shown, place, ids, title=now.title)
    statement = panel.chosen(shown, place, ids)
    show_record(
        map(shown.codebook.event, dict.fromkeys((*now.entries, *_entries_of(shown, [statement] if statement else []))))
    )


def _entries_of(shown: Shown, ids: Iterable[str]) -> list[str]:
    """The entries of the record that statements name."""
    rows = (row for id in ids for row in shown.package.evidence_of[id] if row.kind == "event")
    return [row.label for row in rows if shown.codebook.find_event(row.label)]
