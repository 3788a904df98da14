"""Sentences of any text whatever; where they end is told by `cases/sentences.toml`."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.reading.sentences import split_sentences

# Text made of what the rules look at reaches more of them than any text does.
PIECES = st.lists(
    st.sampled_from(
        [
            *(".", "...", "…", "?", "!", "”", "“", '"', "(", ")", "[6]", "[", " ", "  ", "\n", "•", "- ", "\u00a0"),
            *("Mr", "U.S", "No", "5", "1", "A", "I", "the", "The", "Dale", "asked", "it", "eHow", "Photo: "),
            "Monday, May 2, 2022",
        ]
    )
).map("".join)


@given(st.text() | PIECES)
def test_sentences_joined_give_the_paragraph_back(paragraph: str) -> None:
    sentences = split_sentences(paragraph)

    assert "".join("".join(each.text for each in sentences).split()) == "".join(paragraph.split())
    assert all(paragraph[each.start : each.end] == each.text for each in sentences)


@given(PIECES)
def test_sentences_stand_in_order_and_keep_no_white_space_around_them(paragraph: str) -> None:
    sentences = split_sentences(paragraph)

    assert all(each.text and each.text == each.text.strip() for each in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
