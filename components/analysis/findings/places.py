"""Where and when: in which sections the topics come up, and which years the dates lie in."""

from components.analysis.english import counted, number
from components.analysis.findings.facts import FEW, Facts
from components.analysis.findings.pattern import NO_TOPIC, NO_TOPIC_OUT, NOTHING, TOPIC_OUT, Pattern
from components.analysis.summaries import dates_named

WIDESPREAD = 4
"""A topic comes up widely in so many sections."""


def _only_topic(facts: Facts) -> str:
    if len(facts.topics) != 1:
        return ""
    topic, count = str(facts.topics["topic"].iloc[0]), int(facts.topics["count"].iloc[0])
    places, label = facts.sections_of[topic], facts.label(topic)
    subject = "the one statement" if count == 1 else f"the {counted(count, 'statement')}"
    stand = "stands" if count == 1 else "stand"
    if len(facts.sections) == 1:
        return f"{counted(count, 'statement')} {'is' if count == 1 else 'are'} on {label}, the only topic shown"
    if len(places) == 1:
        where = _place(next(iter(places)))
        return (
            f"{subject} on {label} {stand} in {where}" if count == 1 else f"{subject} on {label} all {stand} in {where}"
        )
    return f"{subject} on {label} {stand} in {counted(len(places), 'section')}"


def _place(section: int) -> str:
    return f"section {section}" if section else "the lead"


def _widest(facts: Facts) -> str:
    """The topic that comes up in most sections, at least four; on a tie the one with more statements, then none."""
    if facts.asked.sections or not len(facts.topics):
        return ""
    counts = dict(zip(facts.topics["topic"], facts.topics["count"], strict=True))
    ranked = sorted(facts.sections_of, key=lambda topic: (-len(facts.sections_of[topic]), -counts[topic]))
    return ranked[0] if len(facts.sections_of[ranked[0]]) >= WIDESPREAD else ""


def _late(facts: Facts) -> str:
    """Of the topics that come up only in the last two sections of the article, or the last one, the largest."""
    last = len(facts.sections) - 1
    for topic, count in zip(facts.topics["topic"], facts.topics["count"], strict=True):
        if count >= FEW and facts.sections_of[topic] in ({last}, {last - 1, last}):
            return str(topic)
    return ""


def _wide_and_late(facts: Facts) -> str:
    wide, late = _widest(facts), _late(facts)
    if not wide or not late:
        return ""
    many, few = len(facts.sections_of[wide]), len(facts.sections_of[late])
    only = "the last two" if few == 2 else "the last"
    return f"{number(many)} sections speak of {facts.label(wide)}, only {only} of {facts.label(late)}"


def _wide(facts: Facts) -> str:
    wide = _widest(facts)
    if not wide:
        return ""
    many = len(facts.sections_of[wide])
    alone = sum(len(places) == many for places in facts.sections_of.values()) == 1
    return f"{number(many)} sections speak of {facts.label(wide)}, more than of any other topic" if alone else ""


def _dates_run(facts: Facts) -> str:
    dates = dates_named(facts.statements, facts.evidence_of)
    if dates.empty:
        return "No statement shown names a date"
    first, last = dates["first"].min().year, dates["last"].max().year
    alone = f"All dates behind the talk lie in {first}"
    return alone if first == last else f"The dates behind the talk run from {first} to {last}"


ALONG = (
    NO_TOPIC,
    Pattern(
        "only-topic",
        "The nine statements on trade stand in five sections",
        "one topic is shown",
        _only_topic,
    ),
    Pattern(
        "wide-and-late",
        "Five sections speak of trade, only the last two of grain",
        "a topic in four sections or more, in most of all; another with three statements or more, all in the last two; no "
        "filter on sections",
        _wide_and_late,
    ),
    Pattern(
        "wide",
        "Five sections speak of trade, more than of any other topic",
        "a topic in four sections or more, and no other in as many; no filter on sections",
        _wide,
    ),
    TOPIC_OUT,
    NO_TOPIC_OUT,
    NOTHING,
)

CALENDAR = (
    Pattern(
        "dates-run",
        "The dates behind the talk run from 1989 to 2023",
        "the years of the first and the last date that is named or taken from the record",
        _dates_run,
    ),
)
