"""Where sentences end, and where they only seem to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.sentences import split_sentences

# A bar stands where a sentence ends.
SPLIT = [
    "He came.|She left.",
    "Really?|Yes!",
    "“We want no war,” Dale said.|He left.",
    "He said “no.”|Then he left.",
    "It cost $24.5 billion in 2021.|Trade grew.",
    "Mr. Lee and Dr. Wu met.|They talked.",
    "J. Smith spoke.|So did A. B. Jones.",
    "The U.S. ambassador spoke.|He left.",
    "He came from the U.S.|The others stayed.",
    "It began at 5 p.m. on Monday.|It ended late.",
    "See No. 7 of the list.|It is short.",
    "What now? he asked.|Nobody knew.",
    "He paused ... and went on.|Then he stopped.",
    "Trade (see Art. 5) grew.|Investment fell.",
    "They met in Feb. 2022 in Moscow.|It was cold.",
    "One sentence without an end",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_a_paragraph_is_split_where_its_sentences_end(marked: str) -> None:
    wanted = marked.split("|")

    assert [each.text for each in split_sentences(" ".join(wanted))] == wanted


def test_nothing_gives_nothing() -> None:
    assert split_sentences("") == split_sentences("  \n") == []


@given(st.text())
def test_sentences_joined_give_the_paragraph_back(paragraph: str) -> None:
    sentences = split_sentences(paragraph)

    assert "".join("".join(each.text for each in sentences).split()) == "".join(paragraph.split())
    assert all(paragraph[each.start : each.end] == each.text for each in sentences)
