"""What Readout and programs of qualitative research call the same thing: codes, and topics with their words.

The standard is "REFI-QDA" 1.5 of the Rotterdam Exchange Format Initiative (qdasoftware.org). It has codes with names and
descriptions; what a topic has beyond that stands in the description, a line each, and is read back from there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from components.model.codebook import GIVEN, Codebook, Topic
from components.model.ids import all_different, first_free, slug
from components.model.read_codes import ReadCode
from components.model.rows import SEPARATOR

TOPICS, SPEAKERS, VIA, FORM, LEVEL = "Topics", "Speakers", "Via", "Form", "Level"
"""The categories of our own codes."""

_WORDS, _COUNTS, _COUNTS_NOT = "Words", "Counts", "Does not count"


class ReadTopics(NamedTuple):
    """A codebook made of codes, and how many of its topics have their name for their only word."""

    codebook: Codebook
    by_name_alone: int


def relaying(name: str) -> str:
    """What the code is called that says that somebody relays a statement."""
    return f"via {name}"


def described(topic: Topic) -> str:
    """A topic's definition, what counts and what does not, and its words, a line each."""
    lines = {_COUNTS: topic.counts, _COUNTS_NOT: topic.counts_not, _WORDS: f"{SEPARATOR} ".join(topic.names)}
    return "\n".join([topic.definition, *(f"{name}: {value}" for name, value in lines.items() if value)])


def topics_of(codes: Sequence[ReadCode], general: Codebook) -> ReadTopics:
    """The codes as topics of a codebook, with the groups, neutral words and record of the general one.

    Where there is a category `Topics` with codes under it, these alone are topics, else all that may be given. One that is
    called and described as a topic of the general codebook is that topic, with all that it knows of its words. A name that
    stands there twice has the one above it before it.
    """
    wanted = [each for each in codes if each.codable]
    wanted = [each for each in wanted if TOPICS in each.above] or wanted
    often = Counter(each.name for each in wanted)
    labels = all_different(
        [" / ".join((*each.above, each.name)[-2 if often[each.name] > 1 else -1 :]) for each in wanted]
    )
    known = {(topic.label, described(topic)): topic for topic in general.topics}
    topics = [known.get((label, each.description)) for label, each in zip(labels, wanted, strict=True)]
    taken = {topic.id for topic in topics if topic}
    made: list[Topic] = []
    for topic, label, each in zip(topics, labels, wanted, strict=True):
        made.append(topic or _topic(each, label, taken))
        taken.add(made[-1].id)
    by_name_alone = sum(topic.words == (each.name,) for topic, each in zip(made, wanted, strict=True))
    return ReadTopics(replace(general, topics=tuple(made)).fitting(), by_name_alone)


def _topic(code: ReadCode, label: str, taken: set[str]) -> Topic:
    """What a description says on a line of its own is taken from it; the rest is the definition."""
    said: dict[str, str] = {}
    rest = []
    for line in code.description.splitlines():
        name, _, value = line.partition(": ")
        if name in (_WORDS, _COUNTS, _COUNTS_NOT) and value.strip():
            said[name] = value.strip()
        elif line.strip():
            rest.append(line.strip())
    words = tuple(dict.fromkeys(word for each in said.get(_WORDS, "").split(SEPARATOR) if (word := each.strip())))
    return Topic(
        id=first_free(slug(label) or "topic", taken),
        label=label,
        definition=" ".join(rest) or f"A code of a codebook that was opened: {label}.",
        counts=said.get(_COUNTS, GIVEN),
        counts_not=said.get(_COUNTS_NOT, ""),
        words=words or (code.name,),
    )
