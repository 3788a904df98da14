"""The files that a briefing can become: one record of each."""

from collections.abc import Callable
from typing import NamedTuple

from components.report.brief.briefing import Briefing
from components.report.brief.html import to_html
from components.report.brief.word import to_word


class Kind(NamedTuple):
    """A kind of file: `make` makes its bytes, the same of the same briefing; `purpose` says what it is for."""

    label: str
    suffix: str
    mime: str
    make: Callable[[Briefing], bytes]
    purpose: str


BRIEFINGS: dict[str, Kind] = {
    "html": Kind("HTML", ".html", "text/html", to_html, "one file, to mail or to print: the print of it is the PDF"),
    "docx": Kind(
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        to_word,
        "to edit, with headings and a table of contents",
    ),
}
"""The kinds by their id, in the order of their buttons."""
