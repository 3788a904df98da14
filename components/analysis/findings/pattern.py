"""A pattern: a headline with the condition under which it is true. And those that several questions end with."""

from collections.abc import Callable
from typing import NamedTuple

from components.analysis.english import counted, is_or_are, number, share
from components.analysis.findings.facts import FEW, Facts

HEADLINE = 80
"""Characters of a headline at most."""

TWICE = 2
"""A topic stands out that has so many times the statements of the next one."""


class Pattern(NamedTuple):
    """A headline: an example of it, when it is true, and what makes it. `make` gives nothing where it is not true."""

    key: str
    example: str
    holds: str
    make: Callable[[Facts], str]


class Headline(NamedTuple):
    """A headline, and which pattern made it."""

    key: str
    text: str


def _no_statement(facts: Facts) -> str:
    return "" if len(facts.statements) else "No statement is shown"


def _no_topic(facts: Facts) -> str:
    return "" if len(facts.topics) else "No statement shown has a topic"


def _topic_stands_out(facts: Facts) -> str:
    """Where the filter asks for topics, theirs are most by the asking."""
    counts = facts.topics["count"].tolist()
    if len(counts) < 2 or counts[0] < FEW or counts[0] < TWICE * counts[1] or facts.asked.topics:
        return ""
    what = share(counts[0], len(facts.statements))
    said = f"{what} {is_or_are(what)} on {facts.label(facts.topics['topic'].iloc[0])}, the main topic"
    return said if len(said) <= HEADLINE else "one topic stands out"


def _no_topic_stands_out(facts: Facts) -> str:
    if len(facts.topics) < 2:
        return ""
    most = counted(int(facts.topics["count"].max()), "statement")
    return f"nothing stands out: {counted(len(facts.topics), 'topic')}, none with more than {most}"


def _nothing(facts: Facts) -> str:
    shown = len(facts.statements)
    return f"nothing stands out in {'the one statement' if shown == 1 else f'the {number(shown)} statements'} shown"


EMPTY = Pattern("empty", "No statement is shown", "the filter leaves nothing", _no_statement)
NO_TOPIC = Pattern("no-topic", "No statement shown has a topic", "no topic was given", _no_topic)
TOPIC_OUT = Pattern(
    "topic-stands-out",
    "Seven of 17 statements are on trade, the main topic",
    "a topic has three statements or more, and no other has more than half as many; no filter on topics",
    _topic_stands_out,
)
NO_TOPIC_OUT = Pattern(
    "nothing-stands-out",
    "Nothing stands out: eight topics, none with more than four statements",
    "none of the others holds, and there are two topics or more",
    _no_topic_stands_out,
)
NOTHING = Pattern("nothing", "Nothing stands out in the two statements shown", "none of the others holds", _nothing)
