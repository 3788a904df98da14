"""A pattern: a headline with the condition under which it is true. And those that several questions end with."""

from collections.abc import Callable
from typing import NamedTuple

from components.analysis.english import counted, number
from components.analysis.findings.facts import Facts

HEADLINE = 80
"""Characters of a headline at most."""


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
NO_TOPIC_OUT = Pattern(
    "nothing-stands-out",
    "Nothing stands out: eight topics, none with more than four statements",
    "none of the others holds, and there are two topics or more",
    _no_topic_stands_out,
)
NOTHING = Pattern("nothing", "Nothing stands out in the two statements shown", "none of the others holds", _nothing)
