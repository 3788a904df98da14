"""Where sections and paragraphs stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.sections import LEAD, Section, find_title, is_heading, split_sections

TEXT = "The lead.\n\nIt has two paragraphs.\n\nA heading\n\nUnder it.\n\nAnother one\n\nThe end."


def test_headings_part_the_text_and_the_lead_is_number_nought() -> None:
    sections = split_sections(TEXT)

    assert [(section.number, section.title) for section in sections] == [
        (0, LEAD),
        (1, "A heading"),
        (2, "Another one"),
    ]
    assert [words(TEXT, section) for section in sections] == [
        ["The lead.", "It has two paragraphs."],
        ["Under it."],
        ["The end."],
    ]


def test_a_text_without_headings_is_one_section() -> None:
    assert len(split_sections("One.\n\nTwo.")) == 1


def test_a_heading_at_the_top_is_the_title_of_the_article() -> None:
    (lead,) = split_sections("Title\n\nText.")

    assert (lead.number, lead.title, find_title("Title\n\nText.")) == (0, LEAD, "Title")
    assert find_title("Text.\n\nHeading\n\nText.") == ""


def test_a_title_with_a_heading_under_it_leaves_the_lead_empty() -> None:
    sections = split_sections("Title\n\nHeading\n\nText.")

    assert [(section.number, len(section.paragraphs)) for section in sections] == [(0, 0), (1, 1)]


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


@pytest.mark.parametrize(
    "line",
    [
        "## Troops",
        "**Troops**",
        "<h2>Troops</h2>",
        "<strong>Troops</strong>",
        "Troops\n------",
        "## Troops go home. ##",
    ],
)
def test_a_marked_line_is_a_heading_and_its_title_has_no_markup(line: str) -> None:
    _, section = split_sections(f"The lead.\n\n{line}\n\nThey left.")

    assert section.title.startswith("Troops")
    assert section.title.strip("#*<>-") == section.title


def test_list_items_and_runs_of_short_lines_are_no_headings() -> None:
    assert len(split_sections("He asked for:\n\n- a ceasefire\n\n- more talks\n\nThen he left.")) == 1
    assert len(split_sections("He asked for:\n\na ceasefire\n\nmore talks\n\nnew elections\n\nThen he left.")) == 1


def test_lines_within_blank_lines_are_paragraphs_unless_they_are_wrapped() -> None:
    wrapped = "The envoys met in the old customs house and\nspoke for two hours about the border and its\nposts.\n\nThen they left."

    assert words("One.\nTwo.\n\nThree.", split_sections("One.\nTwo.\n\nThree.")[0]) == ["One.", "Two.", "Three."]
    assert len(split_sections(wrapped)[0].paragraphs) == 2
    assert len(split_sections(wrapped.split("\n\n", maxsplit=1)[0])[0].paragraphs) == 1


# --- Transcripts ---


def labels(text: str) -> list[tuple[str, str]]:
    """Label and paragraph of each paragraph."""
    return [
        (text[slice(*each.label)] if each.label else "", text[each.start : each.end])
        for section in split_sections(text)
        for each in section.paragraphs
    ]


def test_names_before_colons_that_come_back_are_labels_and_no_part_of_the_paragraph() -> None:
    text = "Dale: We met.\n\nBrook: We spoke.\n\nAt length.\n\nDale: And we left."

    assert labels(text) == [("Dale", "We met."), ("Brook", "We spoke."), ("", "At length."), ("Dale", "And we left.")]


@pytest.mark.parametrize(
    "label", ["Question", "Q", "ENVOY DALE", "**Ms. Brook**", "Carl Dale (EU)", "“Brook", "Minister for Trade Dale"]
)
def test_these_are_names_of_speakers(label: str) -> None:
    text = f"{label}: One.\n\n{label}: Two."

    assert [name.strip("*“") for name, _ in labels(text)] == [label.strip("*“")] * 2


@pytest.mark.parametrize(
    "line", ["He said: no.", "Note: see below.", "The result: a failure.", "1. Dale: one.", "At 10:30 Dale left."]
)
def test_these_are_none(line: str) -> None:
    assert labels(f"{line}\n\n{line}") == [("", line), ("", line)]


def test_one_name_before_a_colon_does_not_make_a_transcript() -> None:
    assert labels("Background: The talks are new.\n\nThey went well.")[0][0] == ""


def test_a_name_alone_on_its_line_belongs_to_what_follows() -> None:
    assert labels("Question:\n\nWhy?\n\nAnswer:\n\nBecause.") == [("Question", "Why?"), ("Answer", "Because.")]


@given(st.text() | st.text(alphabet="ab \n#*:.<h2>/-AB"))
def test_no_letter_is_lost_in_any_text(text: str) -> None:
    kept: set[int] = set()
    for section in split_sections(text):
        for start, end in [
            *([section.heading] if section.heading else []),
            *((p.start, p.end) for p in section.paragraphs),
        ]:
            kept.update(range(start, end))
        for paragraph in section.paragraphs:
            kept.update(range(*paragraph.label or (0, 0)))

    assert {i for i, letter in enumerate(text) if letter.isalnum()} <= kept


def words(text: str, section: Section) -> list[str]:
    return [text[each.start : each.end] for each in section.paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "10 February 2022",
        "Minsk, 10 February 2022",
        "Monday, May 18, 2015",
        "LAKESIDE, Friday, 4 May 2020",
        "2022-02-10",
    ],
)
def test_a_line_with_a_day_alone_tells_when_and_is_no_heading(line: str) -> None:
    assert not is_heading(line)


@pytest.mark.parametrize("line", ["The talks of 10 February 2022", "Minsk, again", "May 2015", "Brook | EU | envoy"])
def test_a_heading_may_name_a_day_and_a_row_of_a_table_is_none(line: str) -> None:
    assert is_heading(line) == ("|" not in line)


def test_marks_between_paragraphs_are_no_paragraph() -> None:
    (section,) = split_sections("They met.\n\n* * *\n\nThey parted.\n\n***")

    assert len(section.paragraphs) == 2
