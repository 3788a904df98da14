"""Where the sentences of a text stand: section, paragraph, number and offsets."""

from collections.abc import Sequence
from typing import NamedTuple

from components.reading.sections import Section, split_sections
from components.reading.sentences import split_sentences


class Place(NamedTuple):
    """Where a sentence stands in the article: numbers as in `Statement`, offsets in the text."""

    section: int
    paragraph: int
    sentence: int
    start: int
    end: int


def find_places(text: str) -> list[Place]:
    """The sentences of a text, with their section and paragraph."""
    return places_of(text, split_sections(text))


def places_of(text: str, sections: Sequence[Section]) -> list[Place]:
    """The sentences of the paragraphs of these sections."""
    places: list[Place] = []
    for section in sections:
        for n, paragraph in enumerate(section.paragraphs, 1):
            for sentence in split_sentences(text[paragraph.start : paragraph.end]):
                start = paragraph.start + sentence.start
                places.append(Place(section.number, n, len(places) + 1, start, paragraph.start + sentence.end))
    return places
