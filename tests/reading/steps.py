"""What each step of reading finds in a text, as lines that a case can hold: one function a step, named like its file.

Keywords are what a case may say under `given`.
"""

import datetime as dt
from collections.abc import Sequence

from components.reading.dates.find import find_dates
from components.reading.details import guess_details
from components.reading.quotations import find_quotations
from components.reading.sections import split_sections
from components.reading.sentences import split_sentences

PUBLISHED = dt.date(2022, 2, 13)  # a Sunday


def dates(text: str, *, published: dt.date = PUBLISHED) -> list[str]:
    """`13 February 2022 = 2022-02-13`; behind what does not say its year itself stands `, relative`."""
    return [
        f"{text[each.start : each.end]} = {each.edtf}" + (", relative" if each.how == "relative" else "")
        for each in find_dates(text, reference=published)
    ]


def details(
    text: str,
    *,
    only: str = "",
    today: dt.date = dt.date(2022, 6, 1),
    title: str = "",
    published: dt.date | None = None,
    publisher: str = "",
) -> list[str]:
    """`title: Talks`, `published: 2022-02-13`, `genre: news`, `publisher: TDN`; what is not guessed is left out.

    `only` names the one that the case is about; title and the like are what the text's file says.
    """
    found = guess_details(text, today=today, title=title, published=published, publisher=publisher)._asdict()
    return [f"{name}: {value}" for name, value in found.items() if value and only in ("", name)]


def quotations(text: str) -> list[str]:
    """The words between the marks, a line a paragraph; behind a quotation that is not closed stand three dots."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[each.start : each.end] + ("" if each.closed else " ...") for each in find_quotations(text, paragraphs)]


def sections(text: str) -> list[str]:
    """`# 1 Heading` before the paragraphs of a section, and `Dale | We met.` where Dale has the floor."""
    lines = []
    for section in split_sections(text):
        lines.append(f"# {section.number} {section.title}")
        for paragraph in section.paragraphs:
            label = text[slice(*paragraph.label)] + " | " if paragraph.label else ""
            lines.append(label + text[paragraph.start : paragraph.end])
    return lines


def sentences(text: str) -> Sequence[str]:
    """The sentences as they stand."""
    return [each.text for each in split_sentences(text)]
