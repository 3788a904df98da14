"""All headlines, by the question of a page that they answer: the first that holds is said."""

from typing import Literal

from components.analysis.english import capital
from components.analysis.findings import places, tone, topics, who
from components.analysis.findings.facts import Facts
from components.analysis.findings.pattern import HEADLINE, Headline, Pattern

Question = Literal["who", "topics", "tone", "along", "calendar"]

PATTERNS: dict[Question, tuple[Pattern, ...]] = {
    "who": who.PATTERNS,
    "topics": topics.PATTERNS,
    "tone": tone.PATTERNS,
    "along": places.ALONG,
    "calendar": places.CALENDAR,
}
"""All headlines, by the question that they answer."""


def headline(question: Question, facts: Facts) -> Headline:
    """The first pattern of a question that holds and is short enough. The last one of each question always does."""
    for pattern in PATTERNS[question]:
        said = capital(pattern.make(facts))
        if said and len(said) <= HEADLINE:
            return Headline(pattern.key, said)
    raise AssertionError(question)
