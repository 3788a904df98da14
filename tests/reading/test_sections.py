"""Where sections and paragraphs stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.sections import LEAD, is_heading, split_sections

TEXT = "The lead.\n\nIt has two paragraphs.\n\nA heading\n\nUnder it.\n\nAnother one\n\nThe end."


def test_headings_part_the_text_and_the_lead_is_number_nought() -> None:
    sections = split_sections(TEXT)

    assert [(section.number, section.title) for section in sections] == [
        (0, LEAD),
        (1, "A heading"),
        (2, "Another one"),
    ]
    assert [[TEXT[a:b] for a, b in section.paragraphs] for section in sections] == [
        ["The lead.", "It has two paragraphs."],
        ["Under it."],
        ["The end."],
    ]


def test_a_text_without_headings_is_one_section() -> None:
    assert len(split_sections("One.\n\nTwo.")) == 1


def test_a_text_that_begins_with_a_heading_has_no_lead() -> None:
    assert [section.number for section in split_sections("Heading\n\nText.")] == [1]


def test_lines_are_paragraphs_where_no_blank_line_stands() -> None:
    (section,) = split_sections("One.\nTwo.")

    assert len(section.paragraphs) == 2


@pytest.mark.parametrize("line", ["A heading", "OSCE’s policy", "Why it matters"])
def test_a_short_line_that_does_not_end_is_a_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line", ["A sentence.", "Really?", "He said:", "“Quoted.”", "two\nlines", " ".join(["word"] * 13)]
)
def test_what_ends_like_a_sentence_or_is_long_is_none(line: str) -> None:
    assert not is_heading(line)


def test_a_heading_with_nothing_under_it_is_a_paragraph() -> None:
    assert [len(section.paragraphs) for section in split_sections("Text.\n\nThe end")] == [2]


@given(st.text())
def test_no_letter_is_lost_in_any_text(text: str) -> None:
    sections = split_sections(text)
    kept = "".join(section.title for section in sections if section.number) + "".join(
        text[a:b] for section in sections for a, b in section.paragraphs
    )

    assert len("".join(kept.split())) == len("".join(text.split()))
