"""Sections of any text whatever; where they stand is told by `cases/sections.toml`."""

from hypothesis import given
from hypothesis import strategies as st

from components.reading.sections import find_title, split_sections


def test_the_title_is_the_heading_at_the_top() -> None:
    assert find_title("Title\n\nText.") == "Title"
    assert find_title("Text.\n\nHeading\n\nText.") == ""


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
