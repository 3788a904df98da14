"""On what: which side is heard on how many topics, and which topics are the largest."""

from collections import Counter

from components.analysis.english import every, listed, number
from components.analysis.findings.facts import Facts
from components.analysis.findings.pattern import HEADLINE, NO_TOPIC, NO_TOPIC_OUT, NOTHING, TOPIC_OUT, Pattern
from components.analysis.voices import is_relayed
from components.model.codebook import OTHER, REPORTER, UNKNOWN


def _heard(facts: Facts) -> tuple[dict[str, set[str]], bool]:
    """By side, in its own words: the topics on which it is heard, most statements first. And whether others are not placed."""
    topics: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    unplaced = False
    for voice, on in zip(facts.voices, facts.statements["topics"], strict=True):
        sides = {facts.side(who) for who in voice.speakers or ((UNKNOWN,) if voice.kind == "unknown" else ())}
        unplaced |= bool(on) and OTHER in sides
        for side in sorted(sides - {OTHER, REPORTER}):
            if on and not is_relayed(side, voice.via, facts.sides):
                topics.setdefault(side, set()).update(on)
                counts[side] += 1
    return {side: topics[side] for side, _ in counts.most_common()}, unplaced


def _no_side_on_topics(facts: Facts) -> str:
    heard, unplaced = _heard(facts)
    count = len(facts.topics)
    on = {1: "the one topic", 2: "either topic"}.get(count, f"any of {number(count)} topics")
    return "" if heard else f"no {'known side' if unplaced else 'side'} is heard in its own words on {on}"


def _only_side_on_topics(facts: Facts) -> str:
    heard, unplaced = _heard(facts)
    if len(heard) != 1 or unplaced or facts.asked.speakers:
        return ""
    ((side, on),) = heard.items()
    whose = "their" if side in facts.names else "its"  # a speaker is a side where nobody's is known
    return (
        f"{facts.codebook.voice(side)} alone is heard in {whose} own words, on {_of_topics(len(on), len(facts.topics))}"
    )


def _second_side_on_topics(facts: Facts) -> str:
    """Not where the filter asks for speakers: of all others it shows what they say together with those alone."""
    heard = list(_heard(facts)[0].items())
    if len(heard) < 2 or len(facts.topics) == 1 or facts.asked.speakers:
        return ""
    side, on = heard[1]
    return f"{facts.codebook.voice(side)} is heard on {_of_topics(len(on), len(facts.topics))}"


def _sides_on_one_topic(facts: Facts) -> str:
    voices = [facts.codebook.voice(side) for side in _heard(facts)[0]]
    if len(voices) < 2 or len(facts.topics) != 1:
        return ""
    named = f"{listed(voices)} are heard on the one topic"
    return named if len(named) <= HEADLINE else f"{number(len(voices))} sides are heard on the one topic"


def _first_side_on_topics(facts: Facts) -> str:
    heard, _ = _heard(facts)
    if not heard:
        return ""
    side, on = next(iter(heard.items()))
    return f"{facts.codebook.voice(side)} is heard on {_of_topics(len(on), len(facts.topics))}"


def _of_topics(part: int, whole: int) -> str:
    """Five of 14 topics; both topics; all three topics; the one topic."""
    return every(whole, "topics") if part == whole else f"{number(part)} of {number(whole)} topics"


def main_topics(facts: Facts, most: int = 3) -> str:
    """A sentence on the topics with most statements; topics that tie with one left out are left out too.

    Where the filter asks for topics, on the others: theirs are most by the asking.
    """
    asked = facts.asked.topics
    by_topic = facts.topics[~facts.topics["topic"].isin(asked)]
    if by_topic.empty:
        return "No other topic is named." if asked else "No statement shown has a topic."
    top = by_topic.head(most)
    if len(by_topic) > most:
        top = top[top["count"] > by_topic["count"].iloc[most]]
    if top.empty:
        return "No other topic stands out." if asked else "No topic stands out."
    named = [f"{facts.label(topic)} ({count})" for topic, count in zip(top["topic"], top["count"], strict=True)]
    if asked:
        return f"Also named {'are' if len(named) > 1 else 'is'} {listed(named)}."
    return f"The main topics are {listed(named)}." if len(named) > 1 else f"The main topic is {named[0]}."


PATTERNS = (
    NO_TOPIC,
    Pattern(
        "no-side-on-topics",
        "No side is heard in its own words on any of three topics",
        "no statement with a topic is of a known side and its own; “no known side” where a speaker’s side is unknown",
        _no_side_on_topics,
    ),
    Pattern(
        "only-side-on-topics",
        "Paris alone is heard in its own words, on five of six topics",
        "one side has statements of its own with a topic, and nobody’s side is unknown",
        _only_side_on_topics,
    ),
    Pattern(
        "second-side-on-topics",
        "Rome is heard on five of 14 topics",
        "the side with second most statements of its own: topics on which it has one, of those shown; no filter on speakers",
        _second_side_on_topics,
    ),
    Pattern(
        "sides-on-one-topic",
        "Paris and Rome are heard on the one topic",
        "two sides or more on one topic",
        _sides_on_one_topic,
    ),
    Pattern(
        "first-side-on-topics",
        "Paris is heard on five of six topics",
        "as before, where the side of others is unknown",
        _first_side_on_topics,
    ),
    TOPIC_OUT,
    NO_TOPIC_OUT,
    NOTHING,
)
