"""The files that a briefing can become: one record of each."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from components.report.brief.briefing import Briefing
from components.report.brief.html import to_html
from components.report.brief.pdf import to_pdf
from components.report.brief.word import to_word


class Kind(NamedTuple):
    """A kind of file: `make` makes its bytes, the same of the same briefing; `purpose` says what it is for.

    `needs` is the package that it is made with, where that is an extra.
    """

    label: str
    suffix: str
    mime: str
    make: Callable[[Briefing], bytes]
    purpose: str
    needs: str = ""


BRIEFINGS: dict[str, Kind] = {
    "html": Kind("HTML", ".html", "text/html", to_html, "one file, to mail or to print"),
    "docx": Kind(
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        to_word,
        "to edit, with headings and a table of contents",
    ),
    "pdf": Kind(
        "PDF", ".pdf", "application/pdf", to_pdf, "to send as it is, tagged for screen readers (PDF/UA)", "typst"
    ),
}
"""The kinds by their id, in the order of their buttons."""

TYPST = "typst>=0.15.2,<0.16"
"""What makes a PDF, as pip takes it."""

NO_PDF = (
    "For a PDF, open the HTML file and print it: “Save as PDF” keeps its pages, figures and numbers. With the package typst "
    f'(pip install "{TYPST}") Readout makes a tagged one itself.'
)


def briefings() -> dict[str, Kind]:
    """The kinds that this installation can make, by their id."""
    return {id: each for id, each in BRIEFINGS.items() if not each.needs or find_spec(each.needs)}
